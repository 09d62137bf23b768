package themes

import (
	"fmt"

	"thematic/corpus"
)

// Search looks for one pattern in texts, without a theme and without a verdict.
// It is safe for concurrent use.
type Search struct{ coder *Coder }

// SearchHit is one place where a search matched: the words, and the block they
// stand in.
type SearchHit struct {
	Span  corpus.Span
	Block corpus.Block
}

// NoSetError is a pattern that names a set which there is not.
type NoSetError struct{ message string }

// Error names the pattern and the set.
func (e *NoSetError) Error() string { return e.message }

// NewSearch compiles a pattern of the codebook language. Where near is not empty
// the pattern and every phrase of near must stand within so many words of one
// another, in any order. Sets are those of c and the built-in ones. The error says
// what is wrong with the pattern, and where; of a set that there is not it is a
// [*NoSetError].
func NewSearch(c *Codebook, pattern string, near []string, within int) (*Search, error) {
	l := &loader{file: "pattern", cb: c, base: c.base}
	r := &resolver{loader: l, state: map[string]int{}}
	for name := range c.sets {
		r.state[name] = done
	}
	var parts []node
	for _, text := range append([]string{pattern}, near...) {
		root, err := parsePlaced(text)
		if err != nil {
			return nil, err
		}
		parts = append(parts, root)
	}
	root := parts[0]
	if len(near) > 0 {
		root = node{kind: nodeAlt}
		permute(parts, func(order []node) { root.kids = append(root.kids, inOrder(order, within)) })
	}
	root = r.expand(root, 1, 1)
	if len(l.problems) > 0 { // the codebook itself has none
		return nil, &NoSetError{fmt.Sprintf("pattern %q: %s", pattern, l.problems[0].Message)}
	}
	r.checkSize(root, 1, 1)
	if len(l.problems) > 0 {
		return nil, fmt.Errorf("pattern %q: %s", pattern, l.problems[0].Message)
	}
	coder, err := NewCoder(&Codebook{Themes: []Theme{{ID: "search", Patterns: []Pattern{{Kind: PatternTopic, root: root}}}}}, nil)
	if err != nil {
		return nil, err
	}
	return &Search{coder}, nil
}

// Find returns the hits in a document in the order of the text, of those that
// overlap the first. A hit ends where the pattern can end first: what may be
// missing at its end is never in it.
func (s *Search) Find(doc *corpus.Document) []SearchHit {
	r := s.coder.readers.Get().(*reader)
	defer s.coder.readers.Put(r)
	r.begin(&doc.Text)
	defer r.end()
	var hits []SearchHit
	for i := range doc.Text.Blocks {
		b := &doc.Text.Blocks[i]
		r.spans = appendSentences(r.spans[:0], doc.Text.Slice(b.Span))
		for _, span := range r.spans {
			one := &r.sentence
			*one = sentence{text: doc.Text.Body, block: b, span: corpus.Span{Start: b.Span.Start + span.Start, End: b.Span.Start + span.End}}
			r.tokenise(one)
			hits = appendHits(hits, one, r.find(one))
		}
	}
	return hits
}

// appendHits appends those hits in a sentence that overlap none before them.
func appendHits(hits []SearchHit, s *sentence, found []hit) []SearchHit {
	end := 0 // of the hit before, in words
	for _, h := range found {
		if h.start < end {
			continue
		}
		end = h.end
		hits = append(hits, SearchHit{corpus.Span{Start: s.tokens[h.start].start, End: s.tokens[h.end-1].end}, *s.block})
	}
	return hits
}
