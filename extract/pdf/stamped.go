package pdf

const (
	pictured     = 0.5 // part of a page that pictures cover on one that is a picture
	largestStamp = 16  // points: a title is set larger
)

// isStamped reports whether all text of a page stands at its edges in small type, as
// what is stamped on scans does: a marking, the number of the page, of a bundle or of a
// download. What is written across the page is such a stamp too.
func (s *sheet) isStamped() bool {
	if len(s.lines) > 2*edgeLines {
		return false
	}
	for _, l := range s.lines {
		dir := l.dir()
		height := dir.turned(s.extent).height
		switch {
		case dir == slanted:
		case l.size > largestStamp, l.base > edgeBand*height && l.top() < (1-edgeBand)*height:
			return false
		}
	}
	return true
}
