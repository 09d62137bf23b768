package pdf

import (
	"math"
	"slices"
)

// dropStruck leaves out the words that a line is drawn through from end to end, as
// through what was deleted in a draft, and says that it did. A rule of a table
// does not begin and end with words.
func (s *sheet) dropStruck() {
	struck := map[*word]bool{}
	for _, r := range s.levelRules() {
		for _, l := range s.lines {
			if r.y0 < l.base && r.y1 > l.top() {
				l.strike(r, struck)
			}
		}
	}
	if len(struck) == 0 {
		return
	}
	kept := s.lines[:0]
	for _, l := range s.lines {
		var words []word
		for i := range l.words {
			if !struck[&l.words[i]] {
				words = append(words, l.words[i])
			}
		}
		if len(words) == 0 {
			continue
		}
		if len(words) < len(l.words) {
			left, right := l.left, l.right // as where no words are missing
			l.words = words
			l.measure()
			l.left, l.right = left, right
		}
		kept = append(kept, l)
	}
	s.lines = kept
	s.struck = len(struck)
}

// strike notes the words of l that r begins and ends with, and those between. What
// is set raised has a line of its own below it.
func (l *line) strike(r rect, struck map[*word]bool) {
	const start, end = 0.2, 0.4 // ems by which they may miss: a blank may be struck as well
	crossed := func(w word) bool {
		over := (w.base - (r.y0+r.y1)/2) / w.size
		return over > 0.15 && over < 0.45
	}
	first := slices.IndexFunc(l.words, func(w word) bool { return math.Abs(w.left-r.x0) < start*l.size && crossed(w) })
	if first < 0 {
		return
	}
	for last := len(l.words) - 1; last >= first; last-- {
		if d := r.x1 - l.words[last].right; d > -start*l.size && d < end*l.size && crossed(l.words[last]) {
			for i := first; i <= last; i++ {
				struck[&l.words[i]] = true
			}
			return
		}
	}
}
