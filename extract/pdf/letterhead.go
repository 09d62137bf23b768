package pdf

import (
	"regexp"
	"sort"
)

// A letter begins with the address of its writer in small type, which is no more
// part of its text than a running header is.

const (
	letterheadSize = 0.8  // of the text of the page: no letterhead is set larger
	letterheadBand = 0.25 // part of the page's height it lies in
	leastContacts  = 2    // of its lines that say how to reach the writer
)

// contactPattern finds addresses of mail and of the web, and telephone numbers.
var contactPattern = regexp.MustCompile(`\S@\S|\bwww\.|\bhttps?:|\d{3,5}[ -]\d{3,4}[ -]?\d{3,4}\b`)

// setLetterheadApart moves a letterhead from the lines of the page: it ends in the last
// line that says how to reach the writer, or in one level with that, before the first
// sentence of more than a line.
func (s *sheet) setLetterheadApart() {
	body := pageBody(s.lines)
	down := append([]*line(nil), s.lines...)
	sort.SliceStable(down, func(i, j int) bool { return down[i].base < down[j].base })
	end, contacts := 0, 0
	for i, l := range down {
		if l.size > letterheadSize*body || l.base > letterheadBand*s.seen().height {
			break
		}
		if contactPattern.MatchString(l.text()) {
			end, contacts = i+1, contacts+1
		} else if end > 0 && l.base-down[end-1].base < l.size/2 {
			end = i + 1 // of the address, beside the contacts
		} else if i > 0 && sentenceGoesOver(down[i-1], l) {
			break
		}
	}
	if contacts < leastContacts {
		return
	}
	head := map[*line]bool{}
	for _, l := range down[:end] {
		head[l] = true
	}
	s.setApart(head)
}
