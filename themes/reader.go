package themes

import (
	"slices"
	"strings"

	"thematic/corpus"
)

// reader reads one text at a time for a coder. It remembers the words it has
// met, which are the same for every text.
type reader struct {
	coder   *Coder
	themes  *finder
	cues    *finder
	explain bool // keep the steps that led to each verdict
	opinion Opinion
	observe func(*sentence, *Evidence)
	vocab   vocabulary
	text    *corpus.Text

	sentences int       // read so far
	lead      lead      // what the heading or the line before a list lends
	prior     []verdict // on the sentence before

	// used again for each sentence
	sentence sentence
	setting  context
	people   people
	codings  []corpus.Coding
	findings []Finding // of a chance of least or more
	least    float64
	verdicts [2][]verdict // of this sentence and the one before, in turn
	judged   []verdict    // of each hit
	order    []*verdict   // of these
	hits     []hit
	parts    []hit // of patterns that have parts
	spans    []corpus.Span
	tokens   []token
	words    []word
	cueing   []word
	forms    []*entry
	evidence Evidence
	views    [3][]View // of the model on this sentence and the two before
}

// hit is one pattern that matched: tokens from start up to end.
type hit struct {
	*owner
	start, end int
}

func newReader(c *Coder) *reader {
	return &reader{
		coder: c, opinion: c.opinion, least: noFindings, themes: newFinder(c.themes), cues: newFinder(c.cues), vocab: newVocabulary(),
		people: people{named: map[byte]string{}},
	}
}

// begin makes r ready for a text.
func (r *reader) begin(text *corpus.Text) {
	r.vocab.forget()
	r.text, r.prior, r.lead, r.sentences = text, nil, lead{}, 0
	r.evidence, r.views = Evidence{}, [3][]View{}
}

// end lets go of the text that was read.
func (r *reader) end() { r.begin(nil) }

// block reads the sentences of a block and calls f with each one that has
// verdicts.
func (r *reader) block(b *corpus.Block, f func(*sentence)) {
	section := r.text.SectionOf(*b)
	rule, ok := r.coder.codebook.Context.Sections[section.Kind]
	if !ok {
		rule = SectionRule{Treat: TreatCounts}
	}
	body, opening := r.text.Slice(b.Span), r.text.Opening(section).Title
	if b.Kind == corpus.BlockHeading {
		r.prior = nil
	}
	r.spans = appendSentences(r.spans[:0], body)
	r.sentences += len(r.spans)
	clear(r.people.named)
	r.people.read = b.Span.Start
	for i, span := range r.spans {
		s := &r.sentence
		*s = sentence{
			text: r.text.Body, block: b, rule: rule, kind: section.Kind, heading: section.Title, opening: opening, lead: r.lead, first: i == 0,
			prior: r.prior, people: &r.people,
			span: corpus.Span{Start: b.Span.Start + span.Start, End: b.Span.Start + span.End},
		}
		r.tokenise(s)
		r.read(s)
		r.consult(s)
		r.prior = s.verdicts
		if len(s.verdicts) > 0 {
			f(s)
		}
	}
	r.lead = r.lead.after(b, body, r)
}

// tokenise fills the words of s. They stand in buffers that the next sentence
// uses again.
func (r *reader) tokenise(s *sentence) {
	text := s.text[:s.span.End]
	r.tokens, r.words, r.cueing, r.forms = r.tokens[:0], r.words[:0], r.cueing[:0], r.forms[:0]
	for start, end := nextWord(text, s.span.Start); start < end; start, end = nextWord(text, end) {
		e := r.vocab.find(s.text, start, end)
		if e == nil {
			e = r.meet(text[start:end])
		}
		for ; e != nil; e = e.tail {
			r.tokens = append(r.tokens, token{start, end, e.norm})
			r.words = append(r.words, e.word)
			r.cueing = append(r.cueing, e.cue)
			r.forms = append(r.forms, e)
		}
	}
	s.tokens, s.words, s.cueing, s.forms = r.tokens, r.words, r.cueing, r.forms
}

// meet makes the entry of a form met for the first time, one for each word that
// it is, and returns the first.
func (r *reader) meet(surface string) *entry {
	surface = strings.Clone(surface) // keeps no text alive
	var first, last *entry
	for _, t := range appendToken(nil, surface, 0, len(surface)) {
		e := r.vocab.newEntry()
		key := keyOf(t.norm)
		*e = entry{
			norm: t.norm, key: &key, traits: traitsOf(surface, t.norm),
			word: r.themes.wordOf(surface, t.norm), cue: r.cues.wordOf(surface, t.norm),
		}
		if r.opinion != nil {
			e.number = r.opinion.Number(key)
		}
		if first == nil {
			first, last = e, e
			continue
		}
		last.tail, last = e, e
	}
	r.vocab.put(surface, first)
	return first
}

// read finds the themes of s and decides on each.
func (r *reader) read(s *sentence) {
	hits := r.find(s)
	inherits := r.inherits(s)
	if len(hits) == 0 && !inherits {
		return
	}
	if s.context == nil {
		s.context = r.context(s)
	}
	s.verdicts = r.decide(s, hits, inherits)
}

// find returns the hits of s that no unless pattern cancels, by theme and place,
// the longest first, and of equals the one that stands first in the codebook.
func (r *reader) find(s *sentence) []hit {
	r.hits, r.parts = r.hits[:0], r.parts[:0]
	r.themes.find(s.words, func(m match) {
		o := &r.coder.owners[m.program]
		h := hit{o, m.start, m.end}
		if o.pattern.parts != nil {
			r.parts = append(r.parts, h)
			return
		}
		r.hits = append(r.hits, h)
	})
	r.joinParts()
	r.express(s)
	hits := r.hits
	if slices.ContainsFunc(hits, func(h hit) bool { return h.pattern.Kind == PatternUnless }) {
		hits = withoutCancelled(hits)
	}
	slices.SortFunc(hits, func(a, b hit) int {
		switch {
		case a.theme != b.theme:
			return a.theme - b.theme
		case a.start != b.start:
			return a.start - b.start
		case a.end != b.end:
			return b.end - a.end
		}
		return a.place - b.place
	})
	return slices.Compact(hits)
}

func withoutCancelled(hits []hit) []hit {
	var out []hit
	for _, h := range hits {
		if h.pattern.Kind == PatternUnless {
			continue
		}
		if !slices.ContainsFunc(hits, func(u hit) bool {
			return u.pattern.Kind == PatternUnless && u.theme == h.theme && u.start < h.end && h.start < u.end
		}) {
			out = append(out, h)
		}
	}
	return out
}
