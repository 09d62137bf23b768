package analysis

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// Quotation is a counted passage that is fit to be shown by itself.
type Quotation struct {
	Passage Passage
	Case    corpus.Case
}

// Least and most words of a quotation, and how many it best has.
const (
	leastQuoted, mostQuoted = 8, 40
	bestQuoted              = 20
)

// leastConfidence is how sure the recogniser must be, of 100, of a page that
// was a picture.
const leastConfidence = 95

// Quotations chooses up to each passages for every one of the themes, in their
// order, each of a theme from another review: whole sentences that can be understood alone, from as many different
// reviews and areas as can be had, none of which could identify somebody (see
// [Identifying]). The choice depends on the result alone; a theme without a fit
// passage has none.
func (r *Result) Quotations(themes []Theme, each int) [][]Quotation {
	cases, named := make(map[string]corpus.Case), make(map[string]bool)
	for _, c := range r.Matrix.Cases {
		cases[c.ID], named[c.ID] = c, len(Identifying(c.Title)) > 0
	}
	fit := make(map[string][]candidate)
	for _, p := range r.Passages {
		if p.Status == corpus.Counted && p.Label == corpus.LabelDeficit && !named[p.CaseID] && p.quotable() {
			fit[p.Theme] = append(fit[p.Theme], candidate{p, p.obscurity()})
		}
	}
	chosen := make([][]Quotation, len(themes))
	used := make(map[string]int) // of each review, area and quotation
	for range each {
		for i, t := range themes {
			best, ok := leastUsed(fit[t.ID], cases, used)
			if !ok {
				continue
			}
			c := cases[best.CaseID]
			used["review "+c.ID]++
			used["area "+c.Area]++
			used["quote "+best.Quote]++
			if !slices.ContainsFunc(chosen[i], func(q Quotation) bool { return q.Case.ID == c.ID }) {
				chosen[i] = append(chosen[i], Quotation{best, c})
			}
		}
	}
	return chosen
}

// candidate is a passage that may be quoted.
type candidate struct {
	Passage
	obscure float64
}

// leastUsed is the clearest of the candidates, other things being equal: first
// come reviews from which little was quoted, and then areas.
func leastUsed(candidates []candidate, cases map[string]corpus.Case, used map[string]int) (best Passage, ok bool) {
	least := math.Inf(1)
	for _, p := range candidates {
		c := cases[p.CaseID]
		cost := 20*float64(used["quote "+p.Quote]) + 6*float64(used["review "+c.ID]) + 0.5*float64(used["area "+c.Area]) + p.obscure
		if cost < least {
			best, least = p.Passage, cost
		}
	}
	return best, len(candidates) > 0 && used["quote "+best.Quote] == 0
}

var (
	// dangles begins a sentence whose subject stands before it.
	dangles = regexp.MustCompile(`(?i)^["'‘“]?(?:it|its|this|these|that|those|he|him|his|she|her|hers|they|them|their|we|our|i|you|there|here|then|thus|such|so|but|and|or|nor|` +
		`yet|also|again|instead|however|therefore|moreover|furthermore|nevertheless|similarly|likewise|consequently|meanwhile|otherwise|even so|as a result|in addition|` +
		`another|others?|some|both|neither|either|each|all|none|one|two|three|four|the (?:former|latter|same|other|second|third|first|last|next)|` +
		`(?:at|in|on|by|from|for|after|before|of|to|during|despite|without|with) (?:this|these|that|those|it|them|him|her|his|their|which|all|each|both|neither)|` +
		`what|which|who|where|when|why|how|first|firstly|second|secondly|third|thirdly|last|lastly|finally|finding \w+|recommendation \w+|lesson \w+|for example|for instance|by then|by now|\d+)\b`)
	// pointing are words whose sense stands elsewhere; initials call for a key.
	pointing = regexp.MustCompile(`(?i)\b(?:it|this|these|those|he|him|his|she|her|they|them|their|that (?:visit|day|time|date|meeting|night|point)|there|then|above|below|earlier|later|who (?:heard|saw|knew|did) that)\b|\b(?:Mr|Mrs|Ms|Miss|Dr) [A-Z]\b|\b[A-Z]{1,2}[0-9]?\b`)
)

// quotable reports whether a passage can stand by itself: one whole sentence of
// a fit length that does not lean on what goes before it, well read, and about
// nobody who could be identified.
func (p Passage) quotable() bool {
	words := len(strings.Fields(p.Quote))
	first, _ := utf8.DecodeRuneInString(p.Quote)
	switch {
	case words < leastQuoted || words > mostQuoted, !unicode.IsUpper(first):
		return false
	case p.Confidence > 0 && p.Confidence < leastConfidence:
		return false
	case !strings.HasSuffix(p.Quote, ".") || strings.HasSuffix(p.Quote, "..") || strings.ContainsAny(p.Quote, "…[]•\t|�"):
		return false
	case strings.Count(p.Quote, "“") != strings.Count(p.Quote, "”"), strings.Count(p.Quote, `"`)%2 != 0, strings.Count(p.Quote, "(") != strings.Count(p.Quote, ")"):
		return false
	case dangles.MatchString(p.Quote), strings.Contains(strings.TrimSuffix(p.Quote, "."), ". "):
		return false
	}
	return len(Identifying(p.Quote)) == 0
}

// obscurity grows with what makes a passage hard to take in alone: words too
// few or too many, words that point elsewhere, a rule that is not sure.
func (p Passage) obscurity() float64 {
	words := len(strings.Fields(p.Quote))
	far := float64(max(words-bestQuoted, bestQuoted-words))
	return far*far/60 + 1.2*float64(len(pointing.FindAllString(p.Quote, -1))) + 8*(1-p.Score) + 0.5*float64(strings.Count(p.Quote, ","))
}
