package model_test

import (
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/themes"
	"thematic/themes/model"
)

// TestUncoded holds how much of what reads like a finding, and that no theme takes up,
// its author coded: in the reviews kept apart by the practice codebook, and in those of
// adults, of which its model knows nothing, by the rules of theirs.
func TestUncoded(t *testing.T) {
	takesLong(t)
	practice, _ := practice(t)
	finder := withModel(t, practice)
	_, adults := rulesOf(t, "adults")
	for _, set := range []struct {
		files string
		coder *themes.Coder
		least float64
	}{{"apart/*.txt", finder, 0.8}, {"apart/adults/*.txt", adults, 0.9}} {
		all, right := 0, 0
		list := reviews(t, set.files)
		for _, r := range list {
			for _, sentence := range uncoded(r, finder, set.coder) {
				if all++; r.codesDeficit(sentence) {
					right++
				}
			}
		}
		t.Logf("%s: %d sentences of %d reviews, %d of them coded by the author", set.files, all, len(list), right)
		if share := float64(right) / float64(all); share < set.least {
			t.Errorf("%s: %.2f of the sentences are coded, which has fallen below %.2f", set.files, share, set.least)
		}
	}
}

// uncoded returns the sentences of r that read like findings and that coder finds no
// theme in.
func uncoded(r review, finder, coder *themes.Coder) (list []string) {
	doc := &corpus.Document{Text: r.text}
	codings := coder.Code(doc)
	_, findings := finder.CodeAndFind(doc, 0.7)
	for _, f := range findings {
		if !slices.ContainsFunc(codings, func(c corpus.Coding) bool { return c.Status != corpus.Rejected && c.Span.Overlaps(f.Span) }) {
			list = append(list, r.text.Slice(f.Span))
		}
	}
	return list
}

// codesDeficit reports whether the author found practice lacking in a sentence, or in
// the one of theirs that it is part of.
func (r review) codesDeficit(sentence string) bool {
	return slices.ContainsFunc(r.sentences, func(c coded) bool {
		return strings.Contains(plain(c.sentence), plain(sentence)) &&
			slices.ContainsFunc(c.codes, func(code model.Code) bool { return code.Label == corpus.LabelDeficit })
	})
}
