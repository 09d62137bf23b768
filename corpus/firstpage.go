package corpus

import "sync"

// A firstPage is what a document says of itself where it begins. What it is and what its
// facts are is asked of the same one, so that its title and its child are looked for once.
type firstPage struct {
	front               // its lines in capitals as titles are written
	written *Text       // the text as it is
	title   func() Fact // see [titleOf]
	subject func() Fact // see [subjectFact]
}

func readFirstPage(t *Text) *firstPage {
	p := &firstPage{front: frontOf(t.inMixedCase()), written: t}
	p.title = sync.OnceValue(func() Fact { return titleOf(p.front) })
	p.subject = sync.OnceValue(func() Fact { return subjectFact(p.front, p.title()) })
	return p
}
