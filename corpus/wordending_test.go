package corpus

import "testing"

func TestIsEnding(t *testing.T) {
	for s, want := range map[string]bool{"ment": true, "ate": true, "dren": true, "": false, "Ed": false, "being": false, "agency": false, "able": false, "making": false} {
		if got := IsEnding(s); got != want {
			t.Errorf("%q: got %v, want %v", s, got, want)
		}
	}
}
