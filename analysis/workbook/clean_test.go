package workbook

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

func TestClean(t *testing.T) {
	full := strings.Repeat("x", excelize.TotalCellChars)
	for _, c := range []struct {
		in, want, did string
	}{
		{"", "", ""},
		{"plain\ttext\nin lines", "plain\ttext\nin lines", ""},
		{"a\x00b\x1bc\x7f\ufffe", "abc", whatStripped},
		{"a\r\nb", "a\nb", whatStripped},
		{"bad \xff byte", "bad  byte", whatStripped},
		{full, full, ""},
		{full + "x", full[:excelize.TotalCellChars-len(cutMark)+2] + cutMark, whatCut},
		{"\x00" + full + "x", full[:excelize.TotalCellChars-len(cutMark)+2] + cutMark, whatStripped + "|" + whatCut},
	} {
		got, did := clean(c.in)
		if got != c.want || strings.Join(did, "|") != c.did {
			t.Errorf("clean(%.20q): got %d units, %q; want %d units, %q", c.in, units(got), did, units(c.want), c.did)
		}
	}
}

// FuzzClean: a cleaned text fits, is clean, is said to be changed if it is, and
// is kept apart from what was left out.
func FuzzClean(f *testing.F) {
	f.Add("a\x00b\r\n", 1)
	f.Add("👩‍👧 ", 12_000)
	f.Fuzz(func(t *testing.T, text string, times int) {
		if times < 1 || times > 40_000 || len(text) > 40 {
			t.Skip()
		}
		text = strings.Repeat(text, times)
		got, did := clean(text)
		if n := len(utf16.Encode([]rune(got))); n > excelize.TotalCellChars || n != units(got) {
			t.Fatalf("%d units, counted as %d", n, units(got))
		}
		if !utf8.ValidString(got) || strings.ContainsFunc(got, forbidden) {
			t.Fatalf("not clean: %.40q", got)
		}
		if (got != text) != (len(did) > 0) {
			t.Fatalf("changed %v, but did %q", got != text, did)
		}
		if again, more := clean(got); again != got || more != nil {
			t.Fatalf("cleaning again did %q", more)
		}
	})
}
