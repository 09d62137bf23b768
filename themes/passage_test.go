package themes

import (
	"strings"
	"testing"
)

func TestSquash(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"No visit, no plan.", "novisitnoplan"},
		{"Aged 4½–5: “Zoë”", "aged45zoë"},
		{strings.Repeat("Ⱥ", 100), strings.Repeat("ⱥ", 100)}, // longer when small
		{"a\xff\xfeb", "ab"},
		{"…", ""},
	} {
		if got := string(squash(nil, tt.text)); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
		if got := string(squash([]byte("x"), tt.text)); got != "x"+tt.want {
			t.Errorf("%q behind x: got %q, want %q", tt.text, got, "x"+tt.want)
		}
	}
}
