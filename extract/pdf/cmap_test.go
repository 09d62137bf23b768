package pdf

import (
	"testing"
	"unicode/utf8"
)

const sampleCMap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <7F> endcodespacerange
1 begincodespacerange <8000> <FFFF> endcodespacerange
2 beginbfchar <01> <00660066> <8001> <D83DDE00> endbfchar
3 beginbfrange <20> <22> <0041> <8010> <8012> [<0078> <0079> /eacute] <FFF0> <FFFF> <FFF0> endbfrange
1 begincidrange <8000> <80FF> 100 endcidrange
endcmap`

func TestCMap(t *testing.T) {
	m := parseCMap([]byte(sampleCMap))
	tests := []struct {
		code code
		want string
	}{
		{code{0x01, 1}, "ff"},
		{code{0x22, 1}, "C"},
		{code{0x8001, 2}, "😀"},
		{code{0x8011, 2}, "y"},
		{code{0x8012, 2}, "é"},
		{code{0x23, 1}, ""},
		{code{0x20, 2}, ""},
	}
	for _, test := range tests {
		if got, _ := m.text(test.code); got != test.want {
			t.Errorf("%+v: got %q, want %q", test.code, got, test.want)
		}
	}
	if got, ok := m.cid(code{0x8005, 2}); got != 105 || !ok {
		t.Errorf("glyph number: got %d %v, want 105", got, ok)
	}
	c, rest := nextCode(m.spaces, "\x80\x01\x20", 2)
	if c != (code{0x8001, 2}) || rest != "\x20" {
		t.Errorf("first code: got %+v, rest %q", c, rest)
	}
	if c, rest = nextCode(m.spaces, rest, 2); c != (code{0x20, 1}) || rest != "" {
		t.Errorf("second code: got %+v, rest %q", c, rest)
	}
}

func TestGlyphNames(t *testing.T) {
	tests := []struct{ name, want string }{
		{"A", "A"}, {"eacute", "é"}, {"Scedilla", "Ş"}, {"f_f_i", "ffi"}, {"fi", "fi"}, {"uni00E9", "é"},
		{"uni00660069", "fi"}, {"u1F600", "😀"}, {"one.oldstyle", "1"}, {"quoteright", "’"}, {"sterling", "£"},
		{"g123", ""}, {".notdef", ""}, {"uniXYZW", ""}, {"bullet", "•"},
	}
	for _, test := range tests {
		if got := glyphText(test.name); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// FuzzCMap holds that whatever the bytes, codes are cut off one by one until
// nothing is left, and that what they stand for is sound text.
func FuzzCMap(f *testing.F) {
	f.Add([]byte(sampleCMap), "\x80\x01\x20\x01")
	f.Add([]byte("1 beginbfrange <0000> <FFFFFFFF> <00> endbfrange <00> <zz> endcodespacerange"), "abc")
	f.Fuzz(func(t *testing.T, data []byte, shown string) {
		m := parseCMap(data)
		for len(shown) > 0 {
			c, rest := nextCode(m.spaces, shown, 2)
			if len(rest) >= len(shown) {
				t.Fatalf("no code was cut off %q", shown)
			}
			if s, ok := m.text(c); ok && !utf8.ValidString(s) {
				t.Errorf("%+v stands for %q", c, s)
			}
			shown = rest
		}
	})
}
