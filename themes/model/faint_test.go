package model

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/themes"
)

// TestFaintLooksSayNothing compares what is judged with what is judged where no
// look is passed over for being faint, over the reviews of apart.
func TestFaintLooksSayNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	codebook, err := themes.Builtin("practice")
	if err != nil {
		t.Fatal(err)
	}
	coder, err := themes.NewCoder(codebook, nil)
	if err != nil {
		t.Fatal(err)
	}
	quick := Builtin("practice")
	thorough, err := Load(practice)
	if err != nil {
		t.Fatal(err)
	}
	if slices.Max(quick.faint[:]) <= 0 {
		t.Log("no look is faint: the calibration leaves room for none")
	}
	for l := range thorough.faint {
		thorough.faint[l] = -1
	}
	paths, _ := filepath.Glob("apart/f-*.txt")
	judged := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			_, sentence, ok := strings.Cut(strings.TrimSpace(line), "|")
			if !ok {
				continue
			}
			coder.Evidence(themes.Passage(sentence, corpus.SectionFindings), func(_ corpus.Span, e *themes.Evidence) {
				got, lacking := quick.Judge(e, nil)
				want, as := thorough.Judge(e, nil)
				judged += len(want)
				if !reflect.DeepEqual(got, want) || lacking != as {
					t.Errorf("%q: got %v, want %v", sentence, got, want)
				}
			})
		}
	}
	if judged == 0 {
		t.Error("nothing was judged")
	}
}
