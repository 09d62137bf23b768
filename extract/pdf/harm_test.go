package pdf

import (
	"bytes"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/internal/hostile"
)

// TestReadEnds reads files that made a reader go round in circles. Where they
// hold text, it is read.
func TestReadEnds(t *testing.T) {
	wanted := map[string]string{"pdf-prev-loop": "No plan was made.", "pdf-form-in-itself": "No plan was made.", "pdf-form-fan": ""}
	for i := range hostile.Kinds() {
		f := hostile.Make(i)
		name, _, _ := strings.Cut(f.Name, "-00.")
		want, ok := wanted[name]
		if !ok {
			continue
		}
		delete(wanted, name)
		text, err := Engines{}.Read(bytes.NewReader(f.Data), int64(len(f.Data)), corpus.DefaultLimits())
		if !strings.HasPrefix(text.Body, want) || want != "" && err != nil {
			t.Errorf("%s: got %.30q, %v, want %q", f.Name, text.Body, err, want)
		}
	}
	if len(wanted) > 0 {
		t.Errorf("not made: %v", wanted)
	}
}
