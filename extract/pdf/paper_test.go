package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestWhiteWords holds that white words are left out, and counted, where nothing is
// painted behind them, and nowhere else.
func TestWhiteWords(t *testing.T) {
	white := func(ink string) string { return ink + " " + at("F1", 11, 150, 700, "Ann") + "0 g " }
	seen := down("F1", 72, 740, "The nurse had seen the child at home.") + at("F1", 11, 72, 700, "Signed by")
	for _, tt := range []struct {
		name, content string
		stays         bool
	}{
		{"white as a grey", seen + white("1 g"), false},
		{"white as light", seen + white("1 1 1 rg"), false},
		{"white as no ink", seen + white("0 0 0 0 k"), false},
		{"white in another space", seen + white("/DeviceRGB cs 1 1 1 scn"), false},
		{"grey", seen + white("0.9 g"), true},
		{"a pattern", seen + white("/Pattern cs 0 0 0 /P scn"), true},
		{"on a white box", "1 g 100 690 200 30 re f 0 g " + seen + white("1 g"), false},
		{"on a band", "0 0 0.5 rg 100 690 200 30 re f 0 g " + seen + white("1 g"), true},
		{"a band that is painted later", seen + white("1 g") + "0 0 0.5 rg 100 690 200 30 re f ", true},
		{"on a round shape", "0 0 0.5 rg 100 690 m 100 750 300 750 300 690 c f 0 g " + seen + white("1 g"), true},
		{"on a broad line", "30 w 100 705 m 300 705 l S " + seen + white("1 g"), true},
		{"on a picture", "q 200 0 0 30 100 690 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q " + seen + white("1 g"), true},
		{"on a shading", "q 100 690 200 30 re W n /S sh Q " + seen + white("1 g"), true},
		{"with lines around its letters", seen + "1 g 2 Tr " + at("F1", 11, 150, 700, "Ann") + "0 Tr 0 g ", true},
		{"below Difference, which makes it black", seen + "/D gs " + white("1 g") + "/N gs ", true},
		{"in a space in which it is dark", seen + white("/L cs 1 1 1 scn"), true},
		{"in three inks", seen + white("/I cs 1 1 1 scn"), true},
		{"in the space of a profile", seen + white("/P cs 1 1 1 scn"), false},
		{"in a form", seen + "q 1 g /X Do Q ", false},
		{"on a form with a band", seen + "/B Do " + white("1 g"), true},
		{"in letters with colours of their own", seen + "1 g " + at("F3", 11, 150, 700, "Ann") + "0 g ", true},
		{"on a large letter", seen + at("F1", 60, 140, 690, "\x95") + white("1 g"), true},
		{"over the same letters", seen + down("F1", 72, 686, "Ann") + "1 g " + down("F1", 72.5, 686.5, "Ann") + "0 g ", true},
		{"a blank", seen + "1 g " + at("F1", 11, 130, 700, " ") + "0 g " + at("F1", 11, 133, 700, "Ann"), true},
		{"beside a band", "0 0 0.5 rg 300 690 200 30 re f 0 g " + seen + white("1 g"), false},
	} {
		text := readInks(t, tt.content)
		told := slices.Contains(text.Warnings, "page 1: "+corpus.HiddenWords(1))
		if !strings.Contains(text.Body, "Signed by") || strings.Contains(text.Body, "Ann") != tt.stays || told == tt.stays {
			t.Errorf("%s: got %q, %q", tt.name, text.Body, text.Warnings)
		}
	}
}

// readInks reads a page that has colour spaces, ways of blending, forms and a font whose
// letters are drawn.
func readInks(t *testing.T, content string) corpus.Text {
	t.Helper()
	b := newBuilder()
	letter := b.stream("", "500 0 d0 1 0 0 rg 0 0 400 700 re f")
	widths := strings.Repeat("500 ", 'n'-'A'+1)
	b.fonts += fmt.Sprintf(" /F3 %d 0 R", b.add(fmt.Sprintf("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /A %[1]d 0 R /n %[1]d 0 R >> "+
		"/Encoding << /Differences [65 /A 110 /n] >> /FirstChar 65 /LastChar 110 /Widths [%[2]s] >>", letter, widths)))
	box := "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
	fonts := fmt.Sprintf("/Resources << /Font << %s >> >>", b.fonts)
	shows, bands := b.stream(box+fonts, at("F1", 11, 150, 700, "Ann")), b.stream(box, "0 0 0.5 rg 100 690 200 30 re f")
	profile := b.stream("/N 3 /Alternate /DeviceRGB", "")
	b.page(content, "", fmt.Sprintf("/ExtGState << /D << /BM /Difference >> /N << /BM /Normal >> >> /XObject << /X %d 0 R /B %d 0 R >> "+
		"/ColorSpace << /L [/Lab << /WhitePoint [1 1 1] >>] /I [/DeviceN [/Cyan /Magenta /Yellow] /DeviceCMYK << >>] /P [/ICCBased %d 0 R] >>", shows, bands, profile))
	return mustRead(t, b.bytes())
}
