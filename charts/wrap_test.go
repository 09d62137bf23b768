package charts

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"  two\n\twords ":             "two words",
		"bad \xff byte":               "bad byte",
		"bell\a and soft\u00adhyphen": "bell and softhyphen",
		"\u202eright to left":         "right to left",
		"":                            "",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q): got %q, want %q", in, got, want)
		}
	}
}

func TestUnbroken(t *testing.T) {
	text := "In 3 of 27 reviews (11%) on 6 themes, 2006–2019"
	want := []string{"In", "3 of", "27 reviews", "(11%)", "on", "6 themes,", "2006–2019"}
	if got := unbroken(text); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestWrap checks, on random texts and widths, that no line is wider than
// allowed, that nothing is lost without an ellipsis, and that balancing uses
// no more lines.
func TestWrap(t *testing.T) {
	faces, err := newTypeface(nil)
	if err != nil {
		t.Fatal(err)
	}
	f := faces.face(8, false)
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		text := clean(randomLabel(random))
		width, limit := vg.Length(15+random.IntN(200)), 1+random.IntN(4)
		lines, whole := wrap(f, text, width, limit)
		even, evenWhole := balance(f, text, width, limit)
		if len(even) != len(lines) || whole != evenWhole {
			t.Errorf("%q in %v: %d lines, balanced %d", text, width, len(lines), len(even))
		}
		for _, set := range [][]string{lines, even} {
			for _, l := range set {
				if f.width(l) > width || !utf8.ValidString(l) {
					t.Errorf("%q in %v: line %q is %v wide", text, width, l, f.width(l))
				}
			}
			if got := strings.ReplaceAll(strings.Join(set, ""), " ", ""); whole && got != strings.ReplaceAll(text, " ", "") {
				t.Errorf("%q became %q", text, set)
			}
		}
		if !whole && !strings.HasSuffix(lines[len(lines)-1], ellipsisMark) {
			t.Errorf("%q was cut to %q without a mark", text, lines)
		}
	}
}
