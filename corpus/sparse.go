package corpus

import (
	"regexp"
	"strings"
	"sync"
)

// Lazily returns an expression that is compiled when it is first called for: most
// of what starts this program needs few of them. Calling for one that cannot be
// compiled panics.
func Lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// sparse is a pattern of which most lines of a text hold nothing. Every match
// has one of words in the line where it begins, so that the other lines, which
// is found out many times faster, need not be matched. It ends in that line or,
// where it is only looked for and not counted, in the next.
type sparse struct {
	words []string // in small letters where case is ignored
	fold  bool     // whether it is
	re    func() *regexp.Regexp
}

// sparsely makes a pattern; words are parted by |. Case is ignored in the words
// as well where the pattern begins by (?i.
func sparsely(words, pattern string) sparse {
	return sparse{strings.Split(words, "|"), strings.HasPrefix(pattern, "(?i"), Lazily(pattern)}
}

// mayMatch reports whether line has one of the words, without which it has no
// match.
func (s sparse) mayMatch(line string) bool {
	if s.fold {
		line = folded(line)
	}
	return hasAny(line, s.words)
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
		if at := s.re().FindStringIndex(text[start:end]); at != nil {
			found = []int{start + at[0], start + at[1]}
		}
		return found == nil
	})
	return found
}

// matches reports whether text has a match.
func (s sparse) matches(text string) bool { return s.find(text) != nil }

// count returns how many matches text has: at most most, where that is not
// negative.
func (s sparse) count(text string, most int) int {
	n := 0
	s.each(text, func(start, end int) bool {
		n += len(s.re().FindAllStringIndex(text[start:end], most-n)) // negative: all
		return most < 0 || n < most
	})
	return n
}

// each calls do with the bounds of every line that has one of the words until do
// returns false.
func (s sparse) each(text string, do func(start, end int) bool) {
	start := 0
	for line := range strings.SplitSeq(text, "\n") {
		if s.mayMatch(line) && !do(start, start+len(line)) {
			return
		}
		start += len(line) + 1
	}
}

// submatch returns where line first matches, with the groups, as
// [regexp.Regexp.FindStringSubmatchIndex] gives it.
func (s sparse) submatch(line string) []int {
	if !s.mayMatch(line) {
		return nil
	}
	return s.re().FindStringSubmatchIndex(line)
}

// all returns every match of line, with the groups.
func (s sparse) all(line string) [][]int {
	if !s.mayMatch(line) {
		return nil
	}
	return s.re().FindAllStringSubmatchIndex(line, -1)
}

// hasAny reports whether text has one of words.
func hasAny(text string, words []string) bool {
	for _, word := range words {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// folded returns text in small letters, as an expression of ASCII letters that
// ignores case sees it: to such a one, ſ is an s and the sign of kelvin a k.
func folded(text string) string {
	return lowerASCII(strings.ReplaceAll(strings.ReplaceAll(text, "ſ", "s"), "\u212a", "k"))
}

// lowerASCII lowers A to Z and leaves every offset where it is.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
