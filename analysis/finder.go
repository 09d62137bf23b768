package analysis

import (
	"iter"
	"strings"

	"thematic/corpus"
)

// Finder finds the passage that a decision speaks of.
type Finder struct {
	codings []corpus.Coding
	byID    map[string]int // index into codings
	byPlace map[place][]int
}

// place is where a passage is looked for when its id has changed. Where is the
// hash of the document or the path of the file.
type place struct {
	where string
	theme string
	label corpus.Label
}

// newFinder returns a Finder for the passages of codings, whose ids differ.
func newFinder(codings []corpus.Coding) *Finder {
	f := &Finder{codings: codings, byID: make(map[string]int, len(codings)), byPlace: make(map[place][]int)}
	for i, c := range codings {
		f.byID[c.PassageID] = i
		for _, where := range []string{string(c.Document), c.File} {
			key := place{where, c.Theme, c.Label}
			f.byPlace[key] = append(f.byPlace[key], i)
		}
	}
	return f
}

// Finder returns a Finder for the decisions of in. It has the passages of the
// themes, and of what stands beside them, that some decision can mean.
func (in Input) Finder() *Finder { return finderOf(in.Decisions, in.foundAnywhere()) }

// finderOf returns a Finder for decisions. It has those of the codings that some
// decision can mean.
func finderOf(decisions []corpus.Decision, codings iter.Seq[*corpus.Coding]) *Finder {
	ids, places := make(map[string]bool), make(map[place]bool)
	for _, d := range decisions {
		ids[d.PassageID] = true
		for _, where := range []string{string(d.Document), d.File} {
			places[place{where, d.Theme, d.Label}] = true
		}
	}
	var meant []corpus.Coding
	for c := range codings {
		if ids[c.PassageID] || places[place{string(c.Document), c.Theme, c.Label}] || places[place{c.File, c.Theme, c.Label}] {
			meant = append(meant, *c)
		}
	}
	return newFinder(meant)
}

// Overlapping returns the first passage of the same document, theme and label as
// c, and another than c, that shares words with it.
func (f *Finder) Overlapping(c corpus.Coding) (corpus.Coding, bool) {
	for _, i := range f.byPlace[place{string(c.Document), c.Theme, c.Label}] {
		if other := f.codings[i]; other.PassageID != c.PassageID && other.Span.Overlaps(c.Span) {
			return other, true
		}
	}
	return corpus.Coding{}, false
}

// OtherWords is the reason why a passage was not found although its id is
// there: its words are not those of the quotation.
const OtherWords = "the quotation is not the one of this passage"

const (
	notFound  = "no passage has this id now, and none of the same document, theme and label these words"
	manyFound = "no passage has this id now, and several have these words"
)

// Find returns the passage with the id that d names, if its words are still
// those that d quotes. Where no passage has that id, it is the one passage of
// the same document, theme and label that has these words, or, if they are
// long enough to be told from others, that holds them or is part of them. The
// document is known by its hash, a new edition by its path. The reason is
// empty where the passage was found, and says in words why it was not.
func (f *Finder) Find(d corpus.Decision) (found corpus.Coding, reason string) {
	if i, ok := f.byID[d.PassageID]; ok {
		c := f.codings[i]
		if d.Quote != "" && letters(d.Quote) != letters(c.Quote) {
			return corpus.Coding{}, OtherWords
		}
		return c, ""
	}
	for _, where := range []string{string(d.Document), d.File} {
		candidates := f.byPlace[place{where, d.Theme, d.Label}]
		if where == "" || len(candidates) == 0 {
			continue
		}
		if found, reason = f.bySameWords(candidates, d.Quote); reason != notFound {
			return found, reason
		}
	}
	return corpus.Coding{}, notFound
}

// bySameWords returns the one candidate that has the words of quote.
func (f *Finder) bySameWords(candidates []int, quote string) (corpus.Coding, string) {
	want := letters(quote)
	if want == "" {
		return corpus.Coding{}, notFound
	}
	var same, partly []int
	for _, i := range candidates {
		switch got := letters(f.codings[i].Quote); {
		case got == want:
			same = append(same, i)
		case min(len(got), len(want)) >= enough && (strings.Contains(got, want) || strings.Contains(want, got)):
			partly = append(partly, i)
		}
	}
	for _, found := range [][]int{same, partly} {
		switch len(found) {
		case 0:
		case 1:
			return f.codings[found[0]], ""
		default:
			return corpus.Coding{}, manyFound
		}
	}
	return corpus.Coding{}, notFound
}

// letters returns every [corpus.Letter] of s once [normalise] has been at it.
func letters(s string) string { return string(corpus.AppendLetters(nil, normalise(s))) }
