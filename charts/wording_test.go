package charts

import "testing"

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		k, n int
		want string
	}{
		{0, 0, "n/a"}, {0, 27, "0%"}, {27, 27, "100%"}, {23, 27, "85%"}, {17, 27, "63%"}, {11, 27, "41%"},
		{1, 500, "<1%"}, {1, 200, "1%"}, {499, 500, ">99%"}, {199, 200, ">99%"}, {1, 8, "13%"},
	} {
		if got := percent(c.k, c.n); got != c.want {
			t.Errorf("percent(%d, %d): got %q, want %q", c.k, c.n, got, c.want)
		}
	}
}

// TestBracketed: of a single review no percentage stands behind a count.
func TestBracketed(t *testing.T) {
	for _, c := range []struct {
		k, n int
		want string
	}{{0, 0, ""}, {0, 1, ""}, {1, 1, ""}, {1, 2, " (50%)"}, {11, 27, " (41%)"}} {
		if got := bracketed(c.k, c.n); got != c.want {
			t.Errorf("bracketed(%d, %d): got %q, want %q", c.k, c.n, got, c.want)
		}
	}
}

func TestSourceLine(t *testing.T) {
	for _, c := range []struct {
		source string
		n      int
		remark string
		want   string
	}{
		{"", 0, "", "n = 0 reviews."},
		{"27 reviews of two areas.", 27, "", "Source: 27 reviews of two areas. n = 27 reviews."},
		{"one area", 1, "A remark.", "Source: one area. n = 1 review. A remark."},
	} {
		if got := sourceLine(c.source, c.n, c.remark); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestList(t *testing.T) {
	for want, words := range map[string][]string{"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"}} {
		if got := list(words); got != want {
			t.Errorf("list(%q): got %q, want %q", words, got, want)
		}
	}
}
