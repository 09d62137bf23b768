package themes

import "thematic/corpus"

// sentence is one sentence being read.
type sentence struct {
	text    string // of the whole body
	span    corpus.Span
	block   *corpus.Block
	rule    SectionRule
	kind    corpus.SectionKind
	heading string
	opening string // the heading that made the section of its kind
	lead    lead
	first   bool // of its block
	tokens  []token
	words   []word // as the patterns of themes know them
	cueing  []word // as the cues do
	forms   []*entry

	people   *people  // named before it in its block
	tagged   []string // the parts of speech, once asked for
	context  *context
	prior    []verdict // on the sentence before
	verdicts []verdict
	cited    citation
}

// citation is where a sentence stands, once it is known.
type citation struct {
	known            bool
	page             int
	label, paragraph string
}

// whole is all words of s.
func (s *sentence) whole() span { return span{0, len(s.tokens)} }

// phrase returns the text of the words of sp as it is written.
func (s *sentence) phrase(sp span) string {
	if sp.start >= sp.end || sp.end > len(s.tokens) {
		return ""
	}
	return s.text[s.tokens[sp.start].start:s.tokens[sp.end-1].end]
}

// together quotes the words of a and b in their order, with dots for what stands
// between: "no ... assessment".
func (s *sentence) together(a, b span) string {
	if b.start < a.start {
		a, b = b, a
	}
	if b.start <= a.end {
		return s.phrase(span{a.start, max(a.end, b.end)})
	}
	return s.phrase(a) + " ... " + s.phrase(b)
}
