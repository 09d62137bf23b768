package corpus

import (
	"strings"
	"testing"
)

func TestAppendLetters(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"No visit, no plan.", "novisitnoplan"},
		{"Aged 4½–5: “Zoë”", "aged45zoë"},
		{strings.Repeat("Ⱥ", 100), strings.Repeat("ⱥ", 100)}, // longer when small
		{"a\xff\xfeb", "ab"},
		{"…", ""},
	} {
		if got := string(AppendLetters(nil, tt.text)); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
		if got := string(AppendLetters([]byte("x"), tt.text)); got != "x"+tt.want {
			t.Errorf("%q behind x: got %q, want %q", tt.text, got, "x"+tt.want)
		}
	}
}

func TestLettersFoldAsTheTablesOfUnicodeSay(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"The R. Children – No. 4", "therchildrenno4"},
		{"ÉCOLE Ǆ ſ \xff ٣", "écoleǆſ٣"},
	} {
		if got := letters(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
	if got, want := letters(strings.Repeat("Child A ", 3)), "childachildachilda"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
