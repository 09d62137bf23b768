package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
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
	want := "The form.\nDrawn by its maker\nMay 2019\nFrom the parent\nChosen from a list\n☒\nA note over two lines of the page\n"
	if text.Body != want {
		t.Errorf("got %q, want %q", text.Body, want)
	}
	if box := text.Blocks[2].Box; box.Left < 73 || box.Left > 75 || box.Bottom > 222 || box.Top < 200 {
		t.Errorf("the value is at %+v, want it inside its field", box)
	}
}

// TestFormFieldsInPlace reads the values of a form behind their labels, though
// annotations are drawn behind all of the page, and ticks before what they choose.
func TestFormFieldsInPlace(t *testing.T) {
	tests := []struct{ name, form, want string }{
		{"as they look", "", "The form.\nName Ola Tait of Marl\nWhat went wrong\nNo visit was made.\n☒ The child was seen\nThe father was seen\nAgency: the old value\nThe end.\n"},
		{"by their values", "/NeedAppearances true", "The form.\nName Ola Tait of Marl\nWhat went wrong\nNo visit was made.\n☒ The child was seen\nThe father was seen\nAgency: the police\nThe end.\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := newBuilder()
			look := func(content string) int {
				return b.stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << "+b.fonts+" >> >>", content)
			}
			widget := func(x, y, height int, rest string) string {
				return fmt.Sprintf("%d 0 R ", b.add(fmt.Sprintf("<< /Type /Annot /Subtype /Widget /Rect [%d %d %d %d] %s >>", x, y, x+200, y+height, rest)))
			}
			old, box := look(at("F1", 11, 2, 5, "the old value")), look("2 2 8 8 re S")
			annots := widget(72, 540, 80, "/FT /Tx /Ff 4096 /V (No visit was made.) /DA (/Helv 11 Tf)") +
				widget(112, 655, 20, "/FT /Tx /V (Ola Tait) /DA (/Helv 11 Tf)") +
				fmt.Sprintf("%d 0 R ", b.add(fmt.Sprintf("<< /Type /Annot /Subtype /Widget /Rect [72 500 84 512] /FT /Btn /AS /Yes /AP << /N << /Yes %d 0 R >> >> >>", box))) +
				fmt.Sprintf("%d 0 R ", b.add(fmt.Sprintf("<< /Type /Annot /Subtype /Widget /Rect [72 470 84 482] /FT /Btn /AS /Off /AP << /N << /Off %d 0 R >> >> >>", box))) +
				widget(120, 435, 20, fmt.Sprintf("/FT /Tx /V (the police) /DA (/Helv 11 Tf) /AP << /N %d 0 R >>", old))
			b.page(at("F1", 11, 72, 700, "The form.")+at("F1", 11, 72, 660, "Name")+at("F1", 11, 320, 660, "of Marl")+at("F1", 11, 72, 630, "What went wrong")+
				at("F1", 11, 90, 502, "The child was seen")+at("F1", 11, 90, 472, "The father was seen")+at("F1", 11, 72, 440, "Agency:")+at("F1", 11, 72, 400, "The end."),
				"/Annots ["+annots+"]", "")
			b.catalog = "/AcroForm << " + test.form + " >>"
			if got := mustRead(t, b.bytes()).Body; got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

// TestComments tells of comments, and leaves out what is struck through as one.
func TestComments(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, "The plan was never made."), `/Annots [
		<< /Type /Annot /Subtype /Text /Rect [300 700 320 720] /Contents (Check this with the nurse) >>
		<< /Type /Annot /Subtype /Text /Rect [300 700 320 720] /Contents (Accepted) /StateModel (Review) >>
		<< /Type /Annot /Subtype /Highlight /Rect [72 690 90 710] /QuadPoints [72 710 90 710 72 697 90 697] /Contents () >>
		<< /Type /Annot /Subtype /Text /F 2 /Rect [300 700 320 720] /Contents (hidden) >>]`, "")
	b.page(at("F1", 11, 72, 700, "The plan was")+at("F1", 11, 142, 700, "never")+at("F1", 11, 176, 700, "made."), `/Annots [
		<< /Type /Annot /Subtype /StrikeOut /Rect [142 690 170 710] /QuadPoints [142 710 170 710 142 697.5 170 697.5] /Contents (sometimes) >>]`, "")
	text := mustRead(t, b.bytes())
	if want := "The plan was never made.\nThe plan was made.\n"; text.Body != want {
		t.Errorf("got %q, want %q", text.Body, want)
	}
	want := []string{"page 2: " + corpus.StruckWords(1), corpus.Comments(2)}
	if !slices.Equal(text.Warnings, want) {
		t.Errorf("got %q, want %q", text.Warnings, want)
	}
}

// TestBoxesAsAnnotations leaves out what a black box hides that was put on the page with
// a viewer, and nothing in a frame.
func TestBoxesAsAnnotations(t *testing.T) {
	for _, test := range []struct{ name, look, want string }{
		{"a black box", "0 g 0 0 40 14 re f", "The plan was made.\n"},
		{"a frame", "0 G 0 0 40 14 re S", "The plan was never made.\n"},
		{"a white box", "1 g 0 0 40 14 re f", "The plan was never made.\n"},
	} {
		b := newBuilder()
		look := b.stream("/Type /XObject /Subtype /Form /BBox [0 0 40 14]", test.look)
		b.page(at("F1", 11, 72, 700, "The plan was")+at("F1", 11, 142, 700, "never")+at("F1", 11, 190, 700, "made."),
			fmt.Sprintf("/Annots [<< /Type /Annot /Subtype /Square /Rect [138 696 178 710] /AP << /N %d 0 R >> >>]", look), "")
		if got := mustRead(t, b.bytes()).Body; got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestHidingAnnotations leaves out what is below a black highlight, a box without an
// appearance and a mark for removal that was not carried out, and nothing below what
// lets it through.
func TestHidingAnnotations(t *testing.T) {
	const all, part = "The plan was never made.\n", "The plan was made.\n"
	quad := "/Rect [138 690 178 712] /QuadPoints [138 712 178 712 138 696 178 696] "
	for _, test := range []struct{ name, annotation, look, want, warning string }{
		{"a black highlight", "/Subtype /Highlight /C [0 0 0] " + quad, "", part, corpus.CoveredWords(1)},
		{"one of which every part multiplies", "/Subtype /Highlight /C [0 0 0] " + quad, "/M gs 0 g 0 0 m 40 0 l 42 7 42 7 40 14 c 0 14 l -2 7 -2 7 0 0 c f", part, corpus.CoveredWords(1)},
		{"a yellow highlight", "/Subtype /Highlight /C [1 1 0] " + quad, "", all, ""},
		{"one that lets through", "/Subtype /Highlight /C [0 0 0] /CA .3 " + quad, "", all, ""},
		{"one drawn yellow", "/Subtype /Highlight /C [0 0 0] " + quad, "1 1 0 rg 0 0 40 14 re f", all, ""},
		{"a square filled with ink", "/Subtype /Square /IC [0 0 0 1] /Rect [138 690 178 712]", "", part, corpus.CoveredWords(1)},
		{"a frame", "/Subtype /Square /C [0 0 0] /Rect [138 690 178 712]", "", all, ""},
		{"a broad line", "/Subtype /Line /C [0] /BS << /W 14 >> /L [138 704 178 704] /Rect [138 690 178 712]", "", part, corpus.CoveredWords(1)},
		{"a thin line", "/Subtype /Line /C [0] /BS << /W 3 >> /L [138 704 178 704] /Rect [138 690 178 712]", "", all, ""},
		{"a marker", "/Subtype /Ink /C [0 0 0] /Border [0 0 14] /InkList [[20 20 25 60] [138 703 150 705 178 704 178 800]] /Rect [20 20 178 800]", "", part, corpus.CoveredWords(1)},
		{"a marker up the page", "/Subtype /Ink /C [0 0 0] /BS << /W 34 >> /InkList [[156 600 156 800]] /Rect [149 600 163 800]", "", part, corpus.CoveredWords(1)},
		{"a sloped marker", "/Subtype /Ink /C [0 0 0] /BS << /W 18 >> /InkList [[136 701 180 705]] /Rect [136 690 180 712]", "", part, corpus.CoveredWords(1)},
		{"an ellipse", "/Subtype /Circle /C [0 0 0] /Rect [138 690 178 712]", "0 7 m 0 25 40 25 40 7 c 40 -11 0 -11 0 7 c f", part, corpus.CoveredWords(1)},
		{"an ellipse of which nothing is said but its colour", "/Subtype /Circle /IC [0 0 0] /Rect [138 690 178 712]", "", all, ""},
		{"a red marker", "/Subtype /Ink /C [1 0 0] /BS << /W 14 >> /InkList [[138 704 178 704]] /Rect [138 690 178 712]", "", all, ""},
		{"marked for removal", "/Subtype /Redact /C [1 0 0] " + quad, "", part, corpus.MarkedWords(1)},
		{"marked by a rectangle", "/Subtype /Redact /Rect [138 690 178 712]", "0 G 0 0 40 14 re S", part, corpus.MarkedWords(1)},
	} {
		b := newBuilder()
		if test.look != "" {
			test.annotation += fmt.Sprintf(" /AP << /N %d 0 R >>", b.stream("/Type /XObject /Subtype /Form /BBox [0 0 40 14] /Resources << /ExtGState << /M << /BM /Multiply >> >> >>", test.look))
		}
		b.page(at("F1", 11, 72, 700, "The plan was")+at("F1", 11, 142, 700, "never")+at("F1", 11, 190, 700, "made."), "/Annots [<< /Type /Annot "+test.annotation+" >>]", "")
		text := mustRead(t, b.bytes())
		var want []string
		if test.warning != "" {
			want = []string{"page 1: " + test.warning}
		}
		if text.Body != test.want || !slices.Equal(text.Warnings, want) {
			t.Errorf("%s: got %q, %q, want %q, %q", test.name, text.Body, text.Warnings, test.want, want)
		}
	}
}

// TestHiddenSideways leaves out what a black box hides of text that runs up the page.
func TestHiddenSideways(t *testing.T) {
	up := func(y float64, text string) string {
		return fmt.Sprintf("BT /F1 11 Tf 0 1 -1 0 300 %g Tm (%s) Tj ET\n", y, text)
	}
	text := readOne(t, up(72, "The plan was")+up(142, "never")+up(190, "made.")+"0 g 290 138 16 40 re f")
	if want := "The plan was made.\n"; text.Body != want {
		t.Errorf("got %q, want %q", text.Body, want)
	}
}

// TestMarkedInPicture leaves out words of a picture that are marked for removal.
func TestMarkedInPicture(t *testing.T) {
	b := newBuilder()
	image := b.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x")
	b.page(showsPicture, "/Annots [<< /Type /Annot /Subtype /Redact /Rect [0 0 595 842] >>]", "/XObject << /Im "+itoa(image)+" 0 R >>")
	data := b.bytes()
	eye := &typist{pages: 1, line: showsText, confidence: 90}
	text, err := Engines{Eye: eye}.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if err != nil || text.Body != "" || len(text.Warnings) != 1 {
		t.Errorf("got %q, %q, %v", text.Body, text.Warnings, err)
	}
}

// TestMarkedInTurnedPicture finds what is marked for removal in a picture that was turned
// to be read: what is at its top left after a quarter was at the bottom left.
func TestMarkedInTurnedPicture(t *testing.T) {
	for quarters, boxes := range map[int][2]string{ // where the words lie that are read at the top left, and opposite
		1: {"0 0 200 420", "395 422 595 842"}, 2: {"298 0 595 400", "0 442 297 842"}, 3: {"395 422 595 842", "0 0 200 420"},
	} {
		for i, want := range []string{"", "No one asked."} {
			b := newBuilder()
			image := b.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x")
			b.page(showsPicture, "/Annots [<< /Type /Annot /Subtype /Redact /Rect ["+boxes[i]+"] >>]", "/XObject << /Im "+itoa(image)+" 0 R >>")
			data := b.bytes()
			text, err := Engines{Eye: turner(quarters)}.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
			if err != nil || strings.TrimSpace(text.Body) != want {
				t.Errorf("turned by %d, marked %s: got %q, %v", quarters, boxes[i], text.Body, err)
			}
		}
	}
}

// turner sees words at the top left of a page that it has turned by so many quarters.
type turner int

func (q turner) Name() string        { return "turner" }
func (q turner) Pages() (int, error) { return 1, nil }
func (q turner) Page(int) (Page, error) {
	p := Page{Right: 595, Top: 842, Quarters: int(q), Confidence: 90}
	if q%2 == 1 {
		p.Right, p.Top = p.Top, p.Right
	}
	for i, word := range []string{"No", "one", "asked."} {
		x := 30 + 40*float64(i)
		p.Letters = append(p.Letters, Letter{Text: word, X: x, Y: p.Top - 40, EndX: x + 36, EndY: p.Top - 40, Size: 11})
	}
	return p, nil
}

// TestEmptiedField shows nothing of a value that was drawn before the field was emptied,
// where viewers are to draw the values anew.
func TestEmptiedField(t *testing.T) {
	for form, want := range map[string]string{"": "Name: Ola Tait\n", "/NeedAppearances true": "Name:\n"} {
		for _, value := range []string{"/FT /Tx /V ()", "/FT /Tx", "/FT /Ch"} {
			b := newBuilder()
			old := b.stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << "+b.fonts+" >> >>", at("F1", 11, 2, 5, "Ola Tait"))
			b.page(at("F1", 11, 72, 700, "Name:"), fmt.Sprintf("/Annots [<< /Subtype /Widget /Rect [112 695 312 715] %s /AP << /N %d 0 R >> >>]", value, old), "")
			b.catalog = "/AcroForm << " + form + " >>"
			if got := mustRead(t, b.bytes()).Body; got != want {
				t.Errorf("%s, %s: got %q, want %q", form, value, got, want)
			}
		}
	}
}

// TestFormElsewhere tells of a form that Adobe's viewers alone show, and reads one whose
// fields are on its page, or whose text is.
func TestFormElsewhere(t *testing.T) {
	wait := at("F1", 11, 72, 700, "Please wait... The document is not shown by your viewer.")
	long := down("F1", 72, 780, strings.Split(strings.Repeat("The child was seen at home by nobody in those weeks, and no plan was made.\n", 40), "\n")...)
	for _, test := range []struct {
		name, content, extra, form string
		want                       corpus.PageState
	}{
		{"a placeholder", wait, "", "/XFA (x)", corpus.PageFailed},
		{"with fields", wait, "/Annots [<< /Subtype /Widget /FT /Tx /V (Marl) /Rect [72 600 172 620] >>]", "/XFA (x)", corpus.PageRead},
		{"with its text", long, "", "/XFA (x)", corpus.PageRead},
		{"with fields that its page does not show", wait, "", "/XFA (x) /Fields [<< /T (name) >>]", corpus.PageRead},
		{"another form", wait, "", "", corpus.PageRead},
	} {
		b := newBuilder()
		b.page(test.content, test.extra, "")
		b.catalog = "/AcroForm << " + test.form + " >>"
		text := mustRead(t, b.bytes())
		if got := text.Pages[0].State; got != test.want || (text.Body == "") != (test.want == corpus.PageFailed) {
			t.Errorf("%s: got %s, %q", test.name, got, text.Body)
		}
	}
}

// TestAnnotationsShareNumbers reads a long list of boxes that many annotations name no
// oftener than the operators of a page allow.
func TestAnnotationsShareNumbers(t *testing.T) {
	b := newBuilder()
	quads := b.add("[" + strings.Repeat("72 710 90 710 72 697 90 697 ", 1000) + "]")
	b.page(at("F1", 11, 200, 700, "The plan was made."), "/Annots ["+strings.Repeat(fmt.Sprintf("<< /Subtype /Highlight /C [0] /QuadPoints %d 0 R /Contents (x) >>", quads), 100)+"]", "")
	data, limits := b.bytes(), corpus.DefaultLimits()
	limits.OperatorsPage = 100_000
	text, err := Engines{}.Read(bytes.NewReader(data), int64(len(data)), limits)
	if want := []string{"page 1: the page draws more than is read", corpus.Comments(12)}; err != nil || text.Body != "The plan was made.\n" || !slices.Equal(text.Warnings, want) {
		t.Errorf("got %q, %q, %v, want %q", text.Body, text.Warnings, err, want)
	}
}
