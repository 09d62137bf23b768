package themes

import (
	"slices"
	"testing"

	"thematic/corpus"
)

// onSofas is an opinion that finds practice lacking, with this chance, in each sentence
// that speaks of a sofa.
type onSofas float64

func (onSofas) Name() string { return "on sofas" }
func (onSofas) Number(key string) int32 {
	if key == "sofa" {
		return 1
	}
	return 0
}
func (o onSofas) Judge(e *Evidence, views []View) ([]View, float64) {
	if slices.Contains(e.Numbers, 1) {
		return views, float64(o)
	}
	return views, 0.2
}
func (onSofas) Reason(*Evidence, string, corpus.Label) []Words { return nil }

// TestFindings: what is likely a finding is named with its place, and what asks, advises,
// denies, speaks of the family or stands where nothing counts is not.
func TestFindings(t *testing.T) {
	coder, err := NewCoder(practice(t).codebook, onSofas(0.8))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		sentence string
		section  corpus.SectionKind
		want     bool
	}{
		{"The midwife passed the friend on the sofa by.", corpus.SectionAnalysis, true},
		{"The midwife passed the friend by the door.", corpus.SectionAnalysis, false},
		{"Did the midwife pass the friend on the sofa by?", corpus.SectionAnalysis, false},
		{"The Board should ask who sits on the sofa.", corpus.SectionAnalysis, false},
		{"There was no failure by the midwife to ask about the friend on the sofa.", corpus.SectionAnalysis, false},
		{"The midwife passed the friend on the sofa by.", corpus.SectionTermsOfRef, false},
	} {
		doc := Passage(c.sentence, c.section)
		_, found := coder.CodeAndFind(doc, 0.7)
		if got := len(found) == 1; got != c.want {
			t.Errorf("%s (%s): found %v, want %v", c.sentence, c.section, got, c.want)
		} else if c.want && (doc.Text.Slice(found[0].Span) != c.sentence || found[0].Chance != 0.8) {
			t.Errorf("found %q with %v, want the sentence with 0.8", doc.Text.Slice(found[0].Span), found[0].Chance)
		}
	}
}
