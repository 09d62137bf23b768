package corpus

import (
	"regexp"
	"strings"
)

// sparse is a pattern of which most lines of a text hold nothing. Every match
// has one of words in the line where it begins, so that the other lines, which
// is found out many times faster, need not be matched. It ends in that line or,
// where it is only looked for and not counted, in the next.
type sparse struct {
	words []string
	re    *regexp.Regexp
}

// sparsely compiles a pattern; words are parted by |.
func sparsely(words, pattern string) sparse {
	return sparse{strings.Split(words, "|"), regexp.MustCompile(pattern)}
}

// find returns where text first matches, nil where it does not.
func (s sparse) find(text string) []int {
	var found []int
	s.each(text, func(start, end int) bool {
		if next := strings.IndexByte(text[min(end+1, len(text)):], '\n'); next >= 0 {
			end += 1 + next
		} else {
			end = len(text)
		}
		if at := s.re.FindStringIndex(text[start:end]); at != nil {
			found = []int{start + at[0], start + at[1]}
		}
		return found == nil
	})
	return found
}

// matches reports whether text has a match.
func (s sparse) matches(text string) bool { return s.find(text) != nil }

// count returns how many matches text has.
func (s sparse) count(text string) int {
	n := 0
	s.each(text, func(start, end int) bool {
		n += len(s.re.FindAllStringIndex(text[start:end], -1))
		return true
	})
	return n
}

// each calls do with the bounds of every line that has one of the words until do
// returns false.
func (s sparse) each(text string, do func(start, end int) bool) {
	start := 0
	for line := range strings.SplitSeq(text, "\n") {
		for _, word := range s.words {
			if strings.Contains(line, word) {
				if !do(start, start+len(line)) {
					return
				}
				break
			}
		}
		start += len(line) + 1
	}
}
