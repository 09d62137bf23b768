package pdf

import (
	"fmt"
	"testing"
)

// TestFormFields reads the values that a person sees in the fields of a form:
// those that have an appearance, and those that a viewer has to draw.
func TestFormFields(t *testing.T) {
	b := newBuilder()
	look := b.stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << "+b.fonts+" >> >>", at("F1", 11, 2, 5, "Drawn by its maker"))
	tick := b.stream("/Type /XObject /Subtype /Form /BBox [0 0 20 20] /Resources << /Font << "+b.fonts+" >> >>", at("F1", 11, 2, 5, "X"))
	parent := b.add("<< /FT /Tx /V (From the parent) /DA (/Helv 10 Tf 0 g) >>")
	widget := func(y int, rest string) string {
		return fmt.Sprintf("%d 0 R ", b.add(fmt.Sprintf("<< /Type /Annot /Subtype /Widget /Rect [72 %d 272 %d] %s >>", y, y+20, rest)))
	}
	annots := widget(660, fmt.Sprintf("/FT /Tx /V (not this) /AP << /N %d 0 R >>", look)) +
		widget(620, "/FT /Tx /V <FEFF004D0061007900200032003000310039>") +
		widget(580, fmt.Sprintf("/Parent %d 0 R", parent)) +
		widget(540, "/FT /Ch /V (Chosen from a list)") +
		widget(500, fmt.Sprintf("/FT /Btn /V /Yes /AS /Yes /AP << /N << /Yes %d 0 R >> >>", tick)) +
		widget(460, "/FT /Tx /Ff 8192 /V (secret)") +
		widget(420, "/FT /Tx /F 2 /V (hidden)") +
		widget(380, "/FT /Tx /F 32 /V (not shown)") +
		fmt.Sprintf("%d 0 R", b.add("<< /Type /Annot /Subtype /FreeText /Rect [72 300 172 370] /DA (/Helv 9 Tf) /Contents (A note over two lines of the page) >>"))
	b.page(at("F1", 11, 72, 700, "The form."), "/Annots ["+annots+"]", "")
	text := mustRead(t, b.bytes())
	want := "The form.\nDrawn by its maker\nMay 2019\nFrom the parent\nChosen from a list\nX\nA note over two lines of the page\n"
	if text.Body != want {
		t.Errorf("got %q, want %q", text.Body, want)
	}
	if box := text.Blocks[2].Box; box.Left < 73 || box.Left > 75 || box.Bottom > 222 || box.Top < 200 {
		t.Errorf("the value is at %+v, want it inside its field", box)
	}
}
