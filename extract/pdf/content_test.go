package pdf

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

func itoa(n int) string { return strconv.Itoa(n) }

func TestTextOperators(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"kerning is no space", "BT /F1 11 Tf 72 700 Td [(Safe) -60 (guard) 20 (ing)] TJ ET", "Safeguarding"},
		{"a gap is a space", "BT /F1 11 Tf 72 700 Td [(Safeguarding) -300 (Board)] TJ ET", "Safeguarding Board"},
		{"letter spacing", "BT /F1 11 Tf 4 Tc 72 700 Td (REVIEW) Tj ET", "REVIEW"},
		{"word spacing", "BT /F1 11 Tf 9 Tw 72 700 Td (two words) Tj ET", "two words"},
		{"scaling", "BT /F1 11 Tf 50 Tz 72 700 Td (narrow) Tj ( words) Tj ET", "narrow words"},
		{"quote operators", "BT /F1 11 Tf 14 TL 72 700 Td (One line) Tj (and one) ' 0 0 (more) \" ET", "One line and one more"},
		{"next line", "BT /F1 11 Tf 14 TL 72 700 Td (one) Tj T* (two) Tj 0 -14 TD (three) Tj ET", "one two three"},
		{"matrix", "BT /F1 1 Tf 11 0 0 11 72 700 Tm (scaled) Tj 3.2 0 Td (text) Tj ET", "scaled text"},
		{"turned page space", "q 1 0 0 -1 0 842 cm BT /F1 11 Tf 1 0 0 -1 72 142 Tm (flipped) Tj ET Q", "flipped"},
		{"invisible", "BT 3 Tr /F1 11 Tf 72 700 Td (read from a scan) Tj ET", "read from a scan"},
		{"drawn twice", "BT /F1 11 Tf 72 700 Td (bold) Tj ET BT /F1 11 Tf 72.3 700 Td (bold) Tj ET", "bold"},
		{"escapes", `BT /F1 11 Tf 72 700 Td (a\(b\)c \101\x) Tj ET`, "a(b)c Ax"},
		{"replacement text", "BT /F1 11 Tf 72 700 Td (see ) Tj /Span << /ActualText (page) >> BDC (p) Tj EMC ( 4) Tj ET", "see page 4"},
		{"inline image", "BT /F1 11 Tf 72 700 Td (before) Tj ET BI /W 2 /H 2 /BPC 8 /CS /G ID \x00EI(\xff\x01 EI\xfe EI BT /F1 11 Tf 72 686 Td (after) Tj ET", "before after"},
		{"too many Q", "Q Q Q BT /F1 11 Tf 72 700 Td (still here) Tj ET", "still here"},
		{"garbage between", "BT /F1 11 Tf 72 700 Td ) >> ] } (read) Tj ET", "read"},
		{"unclosed array", "BT /F1 11 Tf 72 700 Td [(one) (two) TJ ET", "onetwo"},
		{"note mark", "BT /F1 11 Tf 72 700 Td (assessment) Tj /F1 7 Tf 4 Ts (12) Tj /F1 11 Tf 0 Ts ( was) Tj ET", "assessment¹² was"},
		{"upright after turned", "BT /F1 11 Tf 0 1 -1 0 300 300 Tm (sideways) Tj ET BT /F1 11 Tf 72 700 Td (upright and longer) Tj ET", "upright and longer\nsideways"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := readOne(t, test.content)
			if got := strings.TrimSuffix(text.Body, "\n"); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestRotatedPages(t *testing.T) {
	content := map[int]string{
		0:   "1 0 0 1 72 700 Tm",
		90:  "0 1 -1 0 142 72 Tm",
		180: "-1 0 0 -1 523 142 Tm",
		270: "0 -1 1 0 453 770 Tm",
	}
	for rotate, tm := range content {
		b := newBuilder()
		b.page("BT /F1 11 Tf "+tm+" (This page is turned) Tj 0 -14 Td (by some degrees.) Tj ET", fmt.Sprintf("/Rotate %d", rotate), "")
		text := mustRead(t, b.bytes())
		wantOutline(t, text, "paragraph |This page is turned by some degrees.")
		if box := text.Blocks[0].Box; box.Left < 71 || box.Left > 73 || box.Top < 130 || box.Top > 145 {
			t.Errorf("/Rotate %d: the box is %+v, want its corner near 72, 133", rotate, box)
		}
	}
}

func TestSidewaysTableReadsAsUpright(t *testing.T) {
	text := readOne(t, "BT /F1 11 Tf 0 1 -1 0 142 72 Tm (All of this page) Tj 0 -14 Td (is drawn sideways.) Tj ET")
	wantOutline(t, text, "paragraph |All of this page is drawn sideways.")
	if box := text.Blocks[0].Box; box.Left > 150 || box.Bottom-box.Top < box.Right-box.Left {
		t.Errorf("the box is %+v, want it upright at the left", box)
	}
}

func TestForms(t *testing.T) {
	b := newBuilder()
	inner := b.stream("/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Matrix [1 0 0 1 72 0]", at("F1", 11, 0, 686, "inside a form"))
	self := b.add("")
	b.objects[self-1] = fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /S %d 0 R >> >> /Length 5 >>\nstream\n/S Do\nendstream", self)
	b.page(at("F1", 11, 72, 700, "Text and")+"/A Do /S Do", "", fmt.Sprintf("/XObject << /A %d 0 R /S %d 0 R >>", inner, self))
	text := mustRead(t, b.bytes())
	wantOutline(t, text, "paragraph |Text and inside a form")
	if len(text.Warnings) != 1 || !strings.Contains(text.Warnings[0], "nested too deeply") {
		t.Errorf("got the warnings %q", text.Warnings)
	}
}

func TestAnnotations(t *testing.T) {
	b := newBuilder()
	look := b.stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << "+b.fonts+" >> >>", at("F1", 11, 2, 5, "a note typed over the page"))
	note := b.add(fmt.Sprintf("<< /Type /Annot /Subtype /FreeText /Rect [72 600 272 620] /AP << /N %d 0 R >> >>", look))
	hidden := b.add(fmt.Sprintf("<< /Type /Annot /Subtype /FreeText /F 2 /Rect [72 500 272 520] /AP << /N %d 0 R >> >>", look))
	b.page(at("F1", 11, 72, 700, "The page."), fmt.Sprintf("/Annots [%d 0 R %d 0 R]", note, hidden), "")
	text := mustRead(t, b.bytes())
	wantOutline(t, text, "paragraph |The page.", "paragraph |a note typed over the page")
	if box := text.Blocks[1].Box; box.Left < 73 || box.Left > 75 {
		t.Errorf("the note is at %+v", box)
	}
}

func FuzzContent(f *testing.F) {
	f.Add([]byte(at("F1", 11, 72, 700, "Text")))
	f.Add([]byte("BT /F1 11 Tf [(a) -300 (b)] TJ 1e9 0 0 1e9 0 0 Tm (x) ' ET q Q BI ID EI /X BDC EMC"))
	f.Add([]byte("BT /F2 11 Tf 72 700 Td (\x95 item) Tj 0 -14 Td (\xe9\xad-) Tj T* (fi) Tj ET 10 10 100 100 re S 10 50 m 110 50 l S"))
	f.Fuzz(func(t *testing.T, content []byte) {
		b := newBuilder()
		b.page(string(content), "", "")
		b.page(string(content), "/Rotate 90", "")
		mustRead(t, b.bytes())
	})
}
