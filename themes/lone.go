package themes

import (
	"fmt"

	"thematic/corpus"
)

// In a long review some sentence sounds like a finding on a theme of which nothing
// else is found. Of passages that only a model saw, found less likely than
// chanceAlone and alone on their theme in a review of longReview sentences or more,
// 8 of 18 are right in reviews that nothing was learnt from, where 7 in 10 of all
// that count are. In inspections the theme is nearly always there.
const (
	chanceAlone = 0.70
	longReview  = 150 // sentences
)

// doubtLone holds each counted deficit that is the only one of its theme in a long
// report on one case, where no rule found it and the model finds it less likely
// than chanceAlone. A review may be told in several reports, each judged by itself.
// It returns the places of those it held.
func (r *reader) doubtLone(kind corpus.Kind, sentences int, codings []corpus.Coding) (held []int) {
	if r.opinion == nil || !kind.OfOneCase() || sentences < longReview {
		return nil
	}
	counted := map[string]int{}
	for i := range codings {
		if countedDeficit(&codings[i]) {
			counted[codings[i].Theme]++
		}
	}
	for i := range codings {
		c := &codings[i]
		if countedDeficit(c) && counted[c.Theme] == 1 && c.Rule == corpus.RuleModel && c.Score < chanceAlone {
			c.Status = corpus.Held
			c.Reason = fmt.Sprintf("the only passage of this theme in this report, and unsure (below %s): %s", percent(chanceAlone), c.Reason)
			held = append(held, i)
		}
	}
	return held
}

func countedDeficit(c *corpus.Coding) bool {
	return c.Label == corpus.LabelDeficit && c.Status == corpus.Counted
}
