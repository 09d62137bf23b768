package analysis

import (
	"math"
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
// order, each of a theme from another review: whole sentences that can be understood
// alone, from as many different reviews and areas as can be had, none of which could
// identify somebody (see [Identifying]). The choice depends on the result alone; a
// theme without a fit passage has none.
func (r *Result) Quotations(themes []Theme, each int) [][]Quotation {
	fit, use := r.candidates()
	picked := make([][]candidate, len(themes))
	for range each {
		for i, t := range themes {
			best, ok := use.least(fit[t.ID])
			if !ok {
				continue
			}
			use.of(best)
			if !slices.ContainsFunc(picked[i], func(c candidate) bool { return c.review == best.review }) {
				picked[i] = append(picked[i], best)
			}
		}
	}
	return r.quoted(picked)
}

// quoted returns the passages picked.
func (r *Result) quoted(picked [][]candidate) [][]Quotation {
	var places []int
	for _, c := range slices.Concat(picked...) {
		places = append(places, c.place)
	}
	slices.Sort(places)
	places = slices.Compact(places)
	at := make(map[int]Passage)
	for i, p := range r.passagesAt(places) {
		at[places[i]] = p
	}
	chosen := make([][]Quotation, len(picked))
	for i, list := range picked {
		for _, c := range list {
			if passage, ok := at[c.place]; ok { // see [Result.Err]
				chosen[i] = append(chosen[i], Quotation{passage, r.Matrix.Cases[c.review]})
			}
		}
	}
	return chosen
}

// candidate is a passage that may be quoted: its place in the order of the tables,
// its words, and numbers that stand for its review, area and words.
type candidate struct {
	place               int
	quote               string
	review, area, words int32
	score               float64
	obscure             float64 // see [obscurity]: at least that until it is read
	isRead, unfit       bool    // unfit to be quoted, as is known when it is read
}

// read finds out about a candidate what takes long.
func (c *candidate) read() {
	if !c.isRead {
		c.isRead, c.unfit = true, !standsAlone(c.quote)
		c.obscure = obscurity(c.quote, c.score, pointing(c.quote))
		if conceding().MatchString(c.quote) {
			c.obscure += conceded
		}
	}
}

// usage counts how often a review, an area and a quotation were used.
type usage struct{ review, area, words []int }

// candidates returns the passages that may be quoted by their form, by their theme,
// and a usage in which none is used. Words in which sound practice was found too are
// no illustration of what was lacking.
func (r *Result) candidates() (fit map[string][]candidate, use usage) {
	review, areas, quotes := make(map[string]int32), newNumbering(), newNumbering()
	for i, c := range r.Matrix.Cases {
		if len(Identifying(c.Title)) == 0 {
			review[c.ID] = int32(i)
		}
	}
	fit = make(map[string][]candidate)
	praised := make(map[string]spot) // by theme: the praise that ends last in a file
	spots := make(map[string][]spot) // by theme: the candidates of a file
	place := -1
	for p := range r.Passages.All() {
		place++
		here := spot{p.CaseID, p.File, p.Span}
		if list := spots[p.Theme]; len(list) > 0 && !list[0].sameFile(here) {
			spots[p.Theme] = list[:0]
		}
		if p.Label == corpus.LabelGoodPractice && p.Status != corpus.Rejected {
			if last := praised[p.Theme]; !last.sameFile(here) || last.span.End < here.span.End {
				praised[p.Theme] = here
			}
			fit[p.Theme], spots[p.Theme] = unpraised(fit[p.Theme], spots[p.Theme], here)
			continue
		}
		i, unnamed := review[p.CaseID]
		if p.Status != corpus.Counted || p.Label != corpus.LabelDeficit || !unnamed || !p.sentence() || praised[p.Theme].overlaps(here) {
			continue
		}
		spots[p.Theme] = append(spots[p.Theme], here)
		words := quotes.of(p.Quote)
		fit[p.Theme] = append(fit[p.Theme], candidate{
			place: place, quote: quotes.texts[words], review: i, area: areas.of(r.Matrix.Cases[i].Area), words: words,
			score: p.Score, obscure: obscurity(p.Quote, p.Score, 0),
		})
	}
	return fit, usage{make([]int, len(r.Matrix.Cases)), make([]int, len(areas.texts)), make([]int, len(quotes.texts))}
}

// spot is where a passage stands.
type spot struct {
	review, file string
	span         corpus.Span
}

// sameFile reports whether two spots are in one file.
func (a spot) sameFile(b spot) bool { return a.review == b.review && a.file == b.file }

func (a spot) overlaps(b spot) bool { return a.sameFile(b) && a.span.Overlaps(b.span) }

// unpraised drops the candidates that a praise overlaps: spots are those of the last
// of them.
func unpraised(fit []candidate, spots []spot, praise spot) ([]candidate, []spot) {
	from, kept := len(fit)-len(spots), 0
	for i, s := range spots {
		if !s.overlaps(praise) {
			fit[from+kept], spots[kept] = fit[from+i], s
			kept++
		}
	}
	return fit[:from+kept], spots[:kept]
}

// numbering numbers texts, and keeps each once: those of passages are parts of the
// passages of a whole file.
type numbering struct {
	texts   []string
	numbers map[string]int32 // places in texts
}

func newNumbering() *numbering { return &numbering{numbers: make(map[string]int32)} }

// of returns the number that stands for s.
func (k *numbering) of(s string) int32 {
	n, known := k.numbers[s]
	if !known {
		own := strings.Clone(s)
		n = int32(len(k.texts))
		k.texts, k.numbers[own] = append(k.texts, own), n
	}
	return n
}

// least is the clearest of the candidates, other things being equal: first come
// reviews from which little was quoted, and then areas. It is false where there is
// none, or where the clearest was quoted already. Few candidates are read: those
// only that may be the clearest.
func (u usage) least(candidates []candidate) (best candidate, ok bool) {
	least := math.Inf(1)
	for i := range candidates {
		c := &candidates[i]
		if c.unfit || u.cost(c) >= least {
			continue
		}
		c.read()
		if cost := u.cost(c); !c.unfit && cost < least {
			best, least = *c, cost
		}
	}
	return best, !math.IsInf(least, 1) && u.words[best.words] == 0
}

func (u usage) cost(c *candidate) float64 {
	return 20*float64(u.words[c.words]) + 6*float64(u.review[c.review]) + 0.5*float64(u.area[c.area]) + c.obscure
}

// of counts a candidate as used.
func (u usage) of(c candidate) {
	u.review[c.review]++
	u.area[c.area]++
	u.words[c.words]++
}

// conceded is how much a sentence that is [conceding] counts as more obscure: as much as
// some 13 words too many.
const conceded = 3

// sentence reports whether a passage has the form of one whole sentence, of a fit
// length and well read.
func (p *Passage) sentence() bool {
	words := len(strings.Fields(p.Quote))
	first, _ := utf8.DecodeRuneInString(p.Quote)
	switch {
	case words < leastQuoted || words > mostQuoted, !unicode.IsUpper(first):
		return false
	case !p.holdsCue():
		return false
	case p.Confidence > 0 && p.Confidence < leastConfidence:
		return false
	case !strings.HasSuffix(p.Quote, ".") || strings.HasSuffix(p.Quote, "..") || strings.ContainsAny(p.Quote, "…[]•\t|�"):
		return false
	case strings.Count(p.Quote, "“") != strings.Count(p.Quote, "”"), strings.Count(p.Quote, `"`)%2 != 0, strings.Count(p.Quote, "(") != strings.Count(p.Quote, ")"):
		return false
	}
	return !strings.Contains(strings.TrimSuffix(p.Quote, "."), ". ")
}

// holdsCue reports whether the words that make a passage a finding are its own. They
// may be those of a heading, or of what leads in a list.
func (p *Passage) holdsCue() bool {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	}
	own := words(p.Quote)
	return !slices.ContainsFunc(words(p.Cue), func(w string) bool { return !slices.Contains(own, w) })
}

// standsAlone reports whether a sentence does not lean on what goes before it, and
// is about nobody who could be identified.
func standsAlone(quote string) bool {
	return !leaning().MatchString(quote) && len(Identifying(quote)) == 0
}

// obscurity grows with what makes a sentence hard to take in alone: words too few
// or too many, words that point elsewhere, a rule that is not sure.
func obscurity(quote string, score float64, pointers int) float64 {
	words := len(strings.Fields(quote))
	far := float64(max(words-bestQuoted, bestQuoted-words))
	return far*far/60 + 1.2*float64(pointers) + 8*(1-score) + 0.5*float64(strings.Count(quote, ","))
}
