package themes

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	cases := []struct {
		name string
		want []string
	}{
		{"two", []string{"She was not seen.", "The case closed."}},
		{"title", []string{"Dr. Khan saw the child.", "He left."}},
		{"paragraph number", []string{"As para. 3.4 says, it was late.", "Nothing followed."}},
		{"initial", []string{"J. Smith rang the school.", "No one came."}},
		{"labelled child", []string{"The worker saw Child J.", "She was well."}},
		{"latin", []string{"Some checks, e.g. DASH, were missed.", "None was made."}},
		{"date", []string{"It closed on 12.03.2020.", "No review was held."}},
		{"question", []string{"Was the child seen?", "No record says so."}},
		{"quotation", []string{"He said \"I am fine.\"", "She believed him."}},
		{"quoted words at the end", []string{"She was \"lovely\".", "No referral was made."}},
		{"curly ones", []string{"It was called ‘chaotic’.", "Nobody asked why."}},
		{"bracket", []string{"It was closed (wrongly).", "The file was lost."}},
		{"letter of a list", []string{"(b). The referral was late."}},
		{"list number", []string{"1. The referral was late."}},
		{"et al", []string{"Brandon et al. (2016) found this."}},
		{"decimal", []string{"It rose by 3.5 per cent.", "It fell."}},
		{"note mark", []string{"The rule was known.12", "It was not followed."}},
		{"raised note mark", []string{"The rule was known.¹²", "It was “clear”.⁴", "In 2015.³", "It was not followed."}},
		{"raised mark and an accent", []string{"The rule was known.¹é went on."}},
		{"raised mark before the stop", []string{"The rule was known¹.", "It was not followed."}},
	}
	for _, c := range cases {
		text := strings.Join(c.want, " ")
		var got []string
		for _, s := range appendSentences(nil, text) {
			got = append(got, text[s.Start:s.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, s := range []string{"A. B. C.", "one\ttwo\nthree", "\xff\xfe.", strings.Repeat(".", 300), "a ’” b? C"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range appendSentences(nil, text) {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("span %v after %d in %q", s, at, text)
			}
			if gap := strings.Trim(text[at:s.Start], " \t\n"); gap != "" {
				t.Fatalf("%q left out of %q", gap, text)
			}
			at = s.End
		}
		if rest := strings.Trim(text[at:], " \t\n"); rest != "" {
			t.Fatalf("%q left out of %q", rest, text)
		}
	})
}

// TestDull puts every byte at every place among seven others.
func TestDull(t *testing.T) {
	for b := range 256 {
		for at := range 8 {
			text := []byte("a b  c-d")
			text[at] = byte(b)
			n, spaces := dull(eight(string(text)))
			want := 8
			if b >= 128 || b < ' ' || strings.IndexByte(".?!", byte(b)) >= 0 {
				want = at
			}
			if n != want || spaces != strings.Count(string(text[:want]), " ") {
				t.Errorf("%q: %d bytes with %d spaces, want %d with %d", text, n, spaces, want, strings.Count(string(text[:want]), " "))
			}
		}
	}
}
