package corpus

import (
	"regexp"
	"strings"
	"sync"
)

// An expression is compiled when it is first called for.
type expression = func() *regexp.Regexp

// Lazily returns an expression of which most of what starts this program has no need.
// Calling for one that cannot be compiled panics.
func Lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// sparse is a pattern that few lines of a text match. Each match lies in a line that has one
// of words: the others are passed over, many times faster than they would be matched.
type sparse struct {
	words []string
	re    expression
}

// sparsely makes a pattern; words are parted by |.
func sparsely(words, pattern string) sparse {
	return sparse{strings.Split(words, "|"), Lazily(pattern)}
}

// in returns where text matches.
func (s sparse) in(text string) [][]int {
	var found [][]int
	start := 0
	for line := range strings.SplitSeq(text, "\n") {
		if hasAny(line, s.words) {
			for _, at := range s.re().FindAllStringIndex(line, -1) {
				found = append(found, []int{start + at[0], start + at[1]})
			}
		}
		start += len(line) + 1
	}
	return found
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
