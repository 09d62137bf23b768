package corpus

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// wording makes n words from a seed, and changes every nth of them where nth is
// not 0.
func wording(seed uint64, n, nth int) string {
	random := rand.New(rand.NewPCG(seed, 1))
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", random.IntN(5000))
		if nth > 0 && i%nth == nth-1 {
			words[i] = fmt.Sprintf("x%d", i)
		}
	}
	return strings.Join(words, " ")
}

// resemblance is the exact figure that a sketch estimates.
func resemblance(a, b string) float64 {
	shingles := func(text string) map[string]bool {
		words := strings.Fields(text)
		set := map[string]bool{}
		for i := 0; i+shingleWords <= len(words); i++ {
			set[strings.Join(words[i:i+shingleWords], " ")] = true
		}
		return set
	}
	x, y := shingles(a), shingles(b)
	both := 0
	for s := range x {
		if y[s] {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

func TestResemblance(t *testing.T) {
	whole := wording(1, 4000, 0)
	for _, test := range []struct{ name, other string }{
		{"the same", whole},
		{"one word in 500 changed", wording(1, 4000, 500)},
		{"one word in 40 changed", wording(1, 4000, 40)},
		{"half of it", strings.Join(strings.Fields(whole)[:2000], " ")},
		{"a page of it", strings.Join(strings.Fields(whole)[:300], " ")},
		{"something else", wording(2, 4000, 0)},
	} {
		got, want := sketchOf(whole).resemblance(sketchOf(test.other)), resemblance(whole, test.other)
		if math.Abs(got-want) > 0.06 {
			t.Errorf("%s: got %.3f, want %.3f", test.name, got, want)
		}
		if back := sketchOf(test.other).resemblance(sketchOf(whole)); back != got {
			t.Errorf("%s: %.3f one way and %.3f the other", test.name, got, back)
		}
	}
}

func TestResemblanceOfShortTextsIsExact(t *testing.T) {
	a, b := wording(1, 100, 0), wording(1, 60, 0)
	if got, want := sketchOf(a).resemblance(sketchOf(b)), resemblance(a, b); math.Abs(got-want) > 1e-9 {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := sketchOf("too short").resemblance(sketchOf("")); got != 0 {
		t.Errorf("texts without a shingle: got %v, want 0", got)
	}
}

func TestContainment(t *testing.T) {
	whole := wording(1, 4000, 0)
	part := strings.Join(strings.Fields(whole)[500:1500], " ")
	if got := sketchOf(part).containment(sketchOf(whole)); got < 0.9 {
		t.Errorf("a part: got %.3f, want about 1", got)
	}
	if got := sketchOf(wording(2, 500, 0)).containment(sketchOf(whole)); got > 0.05 {
		t.Errorf("another text: got %.3f, want about 0", got)
	}
}

func TestSketchLooksAtLettersAlone(t *testing.T) {
	a := sketchOf("The Board's chair said: “nothing was done for him”, and wrote it down.")
	b := sketchOf("the boards CHAIR – said nothing was done for him and wrote it down")
	if a.Shingles != b.Shingles || a.resemblance(b) != 1 {
		t.Errorf("layout and capitals tell two texts apart: %+v, %+v", a, b)
	}
}
