package themes

import (
	"strings"
	"testing"

	"thematic/corpus"
)

// partial is an opinion that finds a deficit of curiosity with this chance in
// each sentence that speaks of a kettle.
type partial float64

func (partial) Name() string { return "partial" }
func (partial) Number(key string) int32 {
	if key == "kettle" {
		return 1
	}
	return 0
}
func (p partial) Judge(e *Evidence, views []View) ([]View, float64) {
	for _, n := range e.Numbers {
		if n == 1 {
			views = append(views, View{Theme: "professional_curiosity", Label: corpus.LabelDeficit, Chance: float64(p)})
		}
	}
	return views, 0
}
func (partial) Reason(*Evidence, string, corpus.Label) []Words { return nil }

// TestLone holds when the only passage of a theme counts that no rule found.
func TestLone(t *testing.T) {
	const kettle, other = "The kettle was on the hob. ", "It rained that day. "
	const rule = "There was a lack of professional curiosity. "
	for _, c := range []struct {
		name   string
		kind   corpus.Kind
		text   string
		chance partial
		counts int
	}{
		{"short", corpus.KindReview, kettle, 0.6, 1},
		{"inspection", corpus.KindInspection, kettle + strings.Repeat(other, longReview), 0.6, 1},
		{"long", corpus.KindReview, kettle + strings.Repeat(other, longReview), chanceAlone - 0.01, 0},
		{"long and likely", corpus.KindReview, kettle + strings.Repeat(other, longReview), chanceAlone, 1},
		{"twice", corpus.KindReview, kettle + kettle + strings.Repeat(other, longReview), chanceCounts, 2},
		{"beside a rule", corpus.KindReview, kettle + strings.Repeat(other, longReview) + rule, chanceCounts, 2},
		{"by a rule", corpus.KindReview, strings.Repeat(other, longReview) + rule, 0.5, 1},
	} {
		coder, err := NewCoder(practice(t).codebook, c.chance)
		if err != nil {
			t.Fatal(err)
		}
		doc, got := Passage(c.text, corpus.SectionAnalysis), 0
		doc.Kind = c.kind
		codings := coder.Code(doc)
		for i, e := range coder.Explain(doc) {
			if e.Coding != codings[i] {
				t.Errorf("%s: explained as %+v, coded as %+v", c.name, e.Coding, codings[i])
			}
			if e.Status == corpus.Held && e.Steps[len(e.Steps)-1].Answer != e.Reason {
				t.Errorf("%s: held for %q, and no step says so", c.name, e.Reason)
			}
			if alone := strings.Contains(e.Reason, "in this report"); alone != (e.Status == corpus.Held) {
				t.Errorf("%s: %s for %q", c.name, e.Status, e.Reason)
			}
			if e.Theme == "professional_curiosity" && e.Status == corpus.Counted {
				got++
			}
		}
		if got != c.counts {
			t.Errorf("%s: %d passages count, want %d", c.name, got, c.counts)
		}
	}
}
