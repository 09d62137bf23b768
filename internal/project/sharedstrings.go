package project

import (
	"strings"
	"sync"

	"thematic/corpus"
)

// sharedStrings makes equal strings one. It is used from several goroutines.
type sharedStrings struct {
	mu  sync.Mutex
	all map[string]string
}

// detach lets codings hold no more than they say: their strings are parts of the
// text they were found in, all of which would be kept in memory with them.
func (s *sharedStrings) detach(codings []corpus.Coding) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range codings {
		c := &codings[i]
		for _, part := range []*string{&c.PageLabel, &c.Paragraph, &c.Heading, &c.Reason, &c.Cue, &c.Rule} {
			*part = s.one(*part)
		}
		// The passages of one sentence follow one another.
		if i > 0 && c.Span == codings[i-1].Span {
			c.Quote = codings[i-1].Quote
		} else {
			c.Quote = strings.Clone(c.Quote)
		}
	}
}

// one returns the string that stands for all that are equal to part.
func (s *sharedStrings) one(part string) string {
	whole, ok := s.all[part]
	if !ok {
		whole = strings.Clone(part)
		s.all[whole] = whole
	}
	return whole
}
