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
	f := labelFace(t)
	text := "In 3 of 27 reviews (11%) on 6 themes, 2006–2019; n = 27 reviews (a note)"
	want := []string{"In", "3 of 27 reviews (11%)", "on", "6 themes,", "2006–2019;", "n = 27 reviews", "(a", "note)"}
	if got := unbroken(f, text, 100); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func labelFace(t *testing.T) face {
	t.Helper()
	faces, err := newTypeface(nil)
	if err != nil {
		t.Fatal(err)
	}
	return faces.plain(8)
}

// TestNumberBesideALongWord: a word goes to the next line sooner than it is split,
// also where it stands behind a number.
func TestNumberBesideALongWord(t *testing.T) {
	f := labelFace(t)
	for _, tt := range []struct {
		text  string
		width vg.Length
		want  []string
	}{
		{"2019 Northumberland", 65, []string{"2019", "Northumberland"}},
		{"Section 47 investigations delayed", 55, []string{"Section 47", "investigations", "delayed"}},
		{"Stage 2 multidisciplinary", 60, []string{"Stage 2", "multidisciplinary"}},
		{"Reviews of 27 boards", 55, []string{"Reviews", "of 27 boards"}},
	} {
		lines, _ := wrap(f, tt.text, tt.width, 4)
		even, _ := balance(f, tt.text, tt.width, 4)
		if !slices.Equal(lines, tt.want) || !slices.Equal(even, tt.want) {
			t.Errorf("%q in %v: got %q, balanced %q, want %q", tt.text, tt.width, lines, even, tt.want)
		}
	}
}

// TestWrap checks, on random texts and widths, that no line is wider than
// allowed, that nothing is lost without an ellipsis, that no word is split that
// fits, and that balancing uses no more lines.
func TestWrap(t *testing.T) {
	f := labelFace(t)
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		text := clean(randomLabel(random))
		width, limit := vg.Length(15+random.IntN(200)), 1+random.IntN(4)
		fits := !slices.ContainsFunc(strings.Fields(text), func(word string) bool { return f.width(word) > width })
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
			if whole && fits && strings.Join(set, " ") != text {
				t.Errorf("%q in %v was split: %q", text, width, set)
			}
		}
		if !whole && !strings.HasSuffix(lines[len(lines)-1], ellipsisMark) {
			t.Errorf("%q was cut to %q without a mark", text, lines)
		}
	}
}
