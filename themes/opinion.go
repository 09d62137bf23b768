package themes

import (
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// Opinion is a model that judges every sentence. The rules speak first and are
// part of what it is shown. It must be safe for concurrent use.
type Opinion interface {
	// Name tells it from every other, for the record.
	Name() string
	// Number gives the word of a key the number by which it is known in the
	// evidence, so that it need not be looked up wherever it stands.
	Number(key string) int32
	// Judge appends to views what it thinks of e: one view for each theme and
	// label that the rules found asserted, and one for each other that it finds
	// likely enough to speak of. Lacking is the chance, from 0 to 1, that e finds
	// practice lacking, whatever its theme.
	Judge(e *Evidence, views []View) (all []View, lacking float64)
	// Reason returns the words of e that speak most for theme and label, the
	// strongest first, each once.
	Reason(e *Evidence, theme string, label corpus.Label) []Words
}

// Words is a half-open range of the words of a sentence.
type Words struct{ Start, End int }

// View is a model's word on one theme and label: the chance, from 0 to
// 1, that a careful reader would code the sentence so.
type View struct {
	Theme  string
	Label  corpus.Label
	Chance float64
	// Lends is how much it speaks for the same theme and label in the two
	// sentences that follow, from 0 to 1.
	Lends float64
}

// Evidence is one sentence as a model is shown it. Its lists are used
// again for the next sentence.
type Evidence struct {
	// The keys of the words of the sentence, of the one before it and of the heading
	// above: inflections of a word have one key, "#" is that of numbers. An opinion is
	// given the numbers it gave them in their place.
	Words, Prior, Heading                 []string
	Numbers, PriorNumbers, HeadingNumbers []int32

	Named   []bool // of each of Words: written within the sentence as names are, "Sarah"
	Denied  []bool // of each word: stands behind one that denies, as "asked" in "nobody ever asked"
	Section corpus.SectionKind
	Block   corpus.BlockKind
	Lent    corpus.Label // what the heading above lends to its list
	First   bool         // of its block
	Asks    bool         // ends in a question mark
	Past    bool         // holds a verb in the past tense
	Finite  bool         // holds a finite verb
	Cues    []*Cue
	Rulings []Ruling
	Before  []string  // themes that the rules met in the sentence before
	Recent  [2][]View // the views on the two sentences before, the nearest first

	// Turn is the first word of the second side of a sentence that sets one thing against
	// another ("while a, b", "a, but b"), else 0, and CuesBefore how many cues begin before it.
	Turn, CuesBefore int

	forms []*entry // of the words
}

// Size returns how many words the sentence has.
func (e *Evidence) Size() int { return max(len(e.Words), len(e.Numbers)) }

// Ruling is what the rules say of one theme in a sentence.
type Ruling struct {
	Theme  string
	Label  corpus.Label
	Status corpus.CodingStatus
	After  bool // stands on the second side of a sentence that turns round
}

// Evidence calls f with each sentence of doc as a model is shown it. The
// evidence holds until f returns.
func (c *Coder) Evidence(doc *corpus.Document, f func(corpus.Span, *Evidence)) {
	r := newReader(c)
	r.opinion, r.observe = nil, func(s *sentence, e *Evidence) { f(s.span, e) }
	r.each(doc, func(*sentence, *verdict) {})
}

// deniedWords is how many words behind one that denies are shown as denied.
const deniedWords = 4

// gather fills the evidence of r with s, the sentence after the one it was
// filled with before.
func (r *reader) gather(s *sentence) *Evidence {
	e := &r.evidence
	if e.Block == corpus.BlockHeading {
		e.Heading, e.HeadingNumbers = append(e.Heading[:0], e.Words...), append(e.HeadingNumbers[:0], e.Numbers...)
	}
	e.Before = e.Before[:0]
	for i, ruling := range e.Rulings {
		if i == 0 || ruling.Theme != e.Rulings[i-1].Theme {
			e.Before = append(e.Before, ruling.Theme)
		}
	}
	*e = Evidence{
		Words: e.Prior[:0], Prior: e.Words, Heading: e.Heading, Before: e.Before, Recent: [2][]View{r.views[1], r.views[2]},
		Numbers: e.PriorNumbers[:0], PriorNumbers: e.Numbers, HeadingNumbers: e.HeadingNumbers,
		Named: e.Named[:0], Denied: e.Denied[:0], forms: s.forms, Cues: e.Cues[:0], Rulings: e.Rulings[:0],
		Section: s.kind, Block: s.block.Kind, Lent: s.lead.label, First: s.first,
		Asks: s.asks(), Past: s.past(), Finite: s.hasFiniteVerb(), Turn: s.context.turn(),
	}
	for i, form := range s.forms {
		e.Denied = append(e.Denied, false)
		if r.opinion != nil {
			e.Numbers = append(e.Numbers, form.number)
			continue
		}
		named := s.tokens[i].end > s.tokens[0].end && form.traits&isNamed != 0
		e.Words, e.Named = append(e.Words, *form.key), append(e.Named, named)
	}
	for _, f := range s.context.cues {
		if e.Cues = append(e.Cues, f.Cue); f.start < e.Turn {
			e.CuesBefore++
		}
		if f.Sets == CueNegator {
			for i := f.end; i < min(f.end+deniedWords, len(e.Denied)); i++ {
				e.Denied[i] = true
			}
		}
	}
	for _, v := range s.verdicts {
		e.Rulings = append(e.Rulings, Ruling{r.coder.codebook.Themes[v.theme].ID, v.label, v.status, e.Turn > 0 && v.start >= e.Turn})
	}
	return e
}

// keyOf returns the key of a word in lower case.
func keyOf(norm string) string {
	if first, _ := utf8.DecodeRuneInString(norm); unicode.IsDigit(first) {
		return "#"
	}
	key, _ := lemmas(norm)
	return key
}
