package themes

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"sync"

	"thematic/corpus"
)

// Coder is a codebook made ready to read documents. It is safe for concurrent
// use.
type Coder struct {
	codebook    *Codebook
	themes      *index
	owners      []owner // of the programs of themes
	expressions []owner // of regular expressions
	cues        *index
	cueOf       []*Cue // of the programs of cues
	endOf       []*Cue // of the programs after those: the words that end a cue
	readers     sync.Pool
	ids         map[string]int // of the themes
	opinion     Opinion        // nil for none

	consequences []int // the programs of cues that carry on the sentence before
}

// owner is the theme and pattern that a program was compiled from.
type owner struct {
	theme   int
	about   string // of the theme
	pattern *Pattern
	place   int // of the pattern in the codebook
	part    int // of the pattern, where it has parts
}

// NewCoder compiles a codebook. The opinion has its say on every sentence after the
// rules; with nil the rules stand alone. It fails where cb has no themes.
func NewCoder(cb *Codebook, opinion Opinion) (*Coder, error) {
	if cb == nil || len(cb.Themes) == 0 {
		return nil, errors.New("the codebook has no themes: load one with Load or Builtin")
	}
	c := &Coder{codebook: cb, ids: map[string]int{}, opinion: opinion}
	c.themes, c.cues = c.indexThemes(), c.indexCues()
	c.readers.New = func() any { return newReader(c) }
	return c, nil
}

// indexThemes makes the patterns of the themes ready: program n is that of owners[n].
func (c *Coder) indexThemes() *index {
	programs := newIndexer()
	place := 0
	for i := range c.codebook.Themes {
		theme := &c.codebook.Themes[i]
		c.ids[theme.ID] = i
		for j := range theme.Patterns {
			p := &theme.Patterns[j]
			o := owner{theme: i, about: theme.About, pattern: p, place: place}
			place++
			if p.expression != nil {
				c.expressions = append(c.expressions, o)
			}
			for part, root := range p.roots() {
				o.part = part
				programs.add(*root)
				c.owners = append(c.owners, o)
			}
		}
	}
	return programs.seal()
}

// indexCues makes the words of the cues ready, and behind them those beyond which one
// has no say: program n is of cueOf[n], or else of endOf[n less the length of cueOf].
func (c *Coder) indexCues() *index {
	programs := newIndexer()
	cues := c.codebook.Context.Cues
	for i := range cues {
		for _, root := range cues[i].roots {
			program := programs.add(root.node)
			c.cueOf = append(c.cueOf, &cues[i])
			if cues[i].Sets == CueConsequence {
				c.consequences = append(c.consequences, program)
			}
		}
	}
	for i := range cues {
		for _, root := range cues[i].ends {
			programs.add(root.node)
			c.endOf = append(c.endOf, &cues[i])
		}
	}
	return programs.seal()
}

// Codebook returns the codebook that c was made of.
func (c *Coder) Codebook() *Codebook { return c.codebook }

// Code finds every theme in a document: one coding for each theme and label of
// a passage, the rejected ones too, sorted by start, theme and label. CaseID is
// left empty.
func (c *Coder) Code(doc *corpus.Document) []corpus.Coding {
	codings, _ := c.CodeAndFind(doc, noFindings)
	return codings
}

// CodeAndFind is [Coder.Code] that returns beside the codings the sentences that the
// opinion finds to be findings with a chance of least or more, be they coded or not, in
// the order of the text. Without an opinion there are none.
func (c *Coder) CodeAndFind(doc *corpus.Document, least float64) (codings []corpus.Coding, findings []Finding) {
	r := c.readers.Get().(*reader)
	defer c.readers.Put(r)
	r.least = least
	defer func() { r.findings = nil }()
	found := r.codings[:0]
	read := r.each(doc, func(s *sentence, v *verdict) { found = append(found, r.coding(doc, s, v)) })
	out := inReadingOrder(found)
	clear(found)
	r.codings = found
	r.doubtLone(doc.Kind, read, out)
	identify(out)
	return out, r.findings
}

// inReadingOrder returns the codings in the order of the text, those of one
// sentence by theme and label. Their places are sorted, since they are large.
func inReadingOrder(codings []corpus.Coding) []corpus.Coding {
	places := make([]int, len(codings))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(i, j int) int { return readingOrder(&codings[i], &codings[j]) })
	out := make([]corpus.Coding, len(codings))
	for to, from := range places {
		out[to] = codings[from]
	}
	return out
}

func readingOrder(a, b *corpus.Coding) int {
	if a.Span.Start != b.Span.Start {
		return a.Span.Start - b.Span.Start
	}
	return cmp.Or(strings.Compare(a.Theme, b.Theme), strings.Compare(string(a.Label), string(b.Label)))
}

// each calls f with every verdict on doc, in the order of the blocks, and returns
// how many sentences there are.
func (r *reader) each(doc *corpus.Document, f func(*sentence, *verdict)) (sentences int) {
	r.begin(&doc.Text)
	for i := range doc.Text.Blocks {
		r.block(&doc.Text.Blocks[i], func(s *sentence) {
			for i := range s.verdicts {
				f(s, &s.verdicts[i])
			}
		})
	}
	sentences = r.sentences
	r.end()
	return sentences
}

func (r *reader) coding(doc *corpus.Document, s *sentence, v *verdict) corpus.Coding {
	if !s.cited.known {
		page := doc.Text.CitedPage(s.span.Start)
		s.cited = citation{known: true, page: page.Number, label: page.Label, paragraph: doc.Text.Paragraph(*s.block)}
	}
	return corpus.Coding{
		Document: doc.ID, File: doc.File, Page: s.cited.page, PageLabel: s.cited.label,
		Paragraph: s.cited.paragraph, Section: s.kind, Heading: s.heading,
		Theme: r.coder.codebook.Themes[v.theme].ID, Label: v.label, Status: v.status, Reason: v.says(),
		Span: s.span, Quote: doc.Text.Slice(s.span),
		Match: corpus.Span{Start: s.tokens[v.start].start, End: s.tokens[v.end-1].end},
		Rule:  v.pattern.ID, Cue: v.cue, Score: v.score,
	}
}
