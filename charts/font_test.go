package charts

import (
	"bytes"
	"encoding/binary"
	"image/color"
	"io"
	"slices"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
)

// TestOwnLook draws in another ink and in a font whose regular letters are
// wider than usual.
func TestOwnLook(t *testing.T) {
	own := &Font{Family: "Own Sans", Regular: liberationsansbold.TTF}
	if err := own.Check(); err != nil {
		t.Fatal(err)
	}
	data := BarsData{Reviews: 4, Bars: []Bar{{Label: "A theme with a long name", Count: 2}}}
	widths := map[bool]float64{}
	for _, st := range []Style{{}, {Font: own, Ink: color.NRGBA{0x12, 0x34, 0x56, 0xff}}} {
		f, err := Bars(data, st)
		if err != nil {
			t.Fatal(err)
		}
		layout, err := f.layout()
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range layout.Texts {
			if strings.HasPrefix(text.Text, "A theme") {
				widths[st.Font != nil] = float64(text.Box.Max.X - text.Box.Min.X)
			}
		}
		var svg, pdf bytes.Buffer
		if err := f.WriteSVG(&svg); err != nil {
			t.Fatal(err)
		}
		if err := f.WritePDF(&pdf); err != nil {
			t.Fatal(err)
		}
		if got, want := strings.Contains(svg.String(), "'Own Sans'"), st.Font != nil; got != want {
			t.Errorf("the SVG names the font: %v, want %v", got, want)
		}
		if strings.Contains(svg.String(), "#1F1F1F") == strings.Contains(svg.String(), "#123456") {
			t.Error("the SVG has two inks or none")
		}
	}
	if widths[true] <= widths[false] {
		t.Errorf("a label is %.1f points wide in the wider font and %.1f in the usual one", widths[true], widths[false])
	}
}

func TestFontCheck(t *testing.T) {
	for _, c := range []struct {
		font Font
		want string
	}{
		{Font{Family: "A", Regular: liberationsansregular.TTF}, ""},
		{Font{Family: "A;}", Regular: liberationsansregular.TTF}, "character"},
		{Font{Family: "A", Regular: []byte("OTTO")}, "PostScript"},
		{Font{Family: "A", Regular: []byte("text")}, "no TrueType"},
		{Font{Family: "A", Regular: []byte("\x00\x01\x00\x00")}, "cannot be read"},
	} {
		err := c.font.Check()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%q: got %v, want %q", c.font.Family, err, c.want)
		}
	}
}

// TestDamagedFont draws with a font whose outlines are destroyed.
func TestDamagedFont(t *testing.T) {
	damaged := *liberation()
	damaged.Regular = slices.Clone(damaged.Regular)
	for entry := 12; ; entry += 16 { // of the table of tables: name, checksum, offset, length
		if string(damaged.Regular[entry:entry+4]) == "glyf" {
			from, length := binary.BigEndian.Uint32(damaged.Regular[entry+8:]), binary.BigEndian.Uint32(damaged.Regular[entry+12:])
			copy(damaged.Regular[from:from+length], bytes.Repeat([]byte{0xff}, int(length)))
			break
		}
	}
	f, err := Venn(fictionVenn(), Style{Font: &damaged})
	if err == nil {
		err = f.WritePNG(io.Discard, 72)
	}
	if err == nil || !strings.Contains(err.Error(), "in the font") {
		t.Errorf("got %v, want that a letter cannot be looked up", err)
	}
}

// TestUnshown tells which letters a font cannot show.
func TestUnshown(t *testing.T) {
	for text, want := range map[string][2]string{
		"Llŷr, Ŵyn, źródło – “Δ”": {},
		"Child 子ども and 子":         {"子ども", ""},
		"voice: صوت":              {"", "صوت"},
		"תיק 7":                   {"", "תיק"},
		"a\u00a0b\u200b\n":        {},
	} {
		lacking, leftward, err := (*Font)(nil).Unshown(text)
		if got := [2]string{lacking, leftward}; err != nil || got != want {
			t.Errorf("%q: got %q, error %v, want %q", text, got, err, want)
		}
	}
}
