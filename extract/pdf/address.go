package pdf

import "regexp"

// A letter names whom it is for above its salutation, one below the other: their
// names and offices run on over lines that may be as full as those of its text.

// addressee begins a line that names one more: "Jo Hythe, Director of …".
var addressee = regexp.MustCompile(`^(?:\p{Lu}[\p{L}.'’-]*\.? ){1,4}\p{Lu}[\p{L}'’-]+, `)

// salutation returns the line of the first page that greets whom a letter is for,
// nil where none does.
func salutation(ls []*line) *line {
	for _, l := range ls {
		if l.page > 0 {
			break
		}
		if l.words[0].text == "Dear" {
			return l
		}
	}
	return nil
}

// addressGoesOn reports whether l, above a salutation, goes on the open block or
// begins another; known is false where neither shows.
func (g *grouper) addressGoesOn(l *line) (goesOn, known bool) {
	switch {
	case l.left > g.open.lines[0].left+0.2*l.size:
		return true, true // set in below the name
	case addressee.MatchString(l.text()):
		return false, true
	}
	return false, false
}
