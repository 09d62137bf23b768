package extract

import "testing"

// TestWording finds whole words at the beginning of a text and within it.
func TestWording(t *testing.T) {
	w, err := newWording([]string{`^fox(es)?`, `hens?`, `^owl$|^crow`, `^hare|den$`})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"fox": true, "foxes ran": true, "foxed": false, "foxé": false, "fox – café": true, "fox’s": true, "a fox": false,
		"two hens": true, "then": false, "é hen": true, "éhen": false, "–hen–": true, "henhouse": false,
		"owl": true, "owl too": false, "crow too": true, "a crow": false, "hare and hound": true, "the den": true, "den of": false, "": false,
	} {
		if got := w.in(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}
