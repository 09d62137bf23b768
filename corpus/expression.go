package corpus

import (
	"cmp"
	"iter"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// An Expression is a regular expression that knows words one of which every match holds. A
// text without any of them is passed over, many times faster than it would be matched: of
// most expressions that is nearly every line. The methods below look for the words; those
// that are the Regexp's alone do not.
type Expression struct {
	*regexp.Regexp
	words []string // in small letters where case is ignored; none where such words are not known
	folds bool     // whether it is
}

// An expression is compiled when it is first called for.
type expression = func() *Expression

// Lazily returns an expression of which most of what starts this program has no need.
// Calling for one that cannot be compiled panics.
func Lazily(pattern string) func() *Expression {
	return sync.OnceValue(func() *Expression {
		e := &Expression{Regexp: regexp.MustCompile(pattern)}
		if parsed, err := syntax.Parse(pattern, syntax.Perl); err == nil {
			e.words, e.folds = needed(parsed)
		}
		if e.folds {
			for i, word := range e.words {
				e.words[i] = lowerASCII(word)
			}
		}
		return e
	})
}

// needing is e where it is known better than it tells by itself what every match holds.
func needing(e expression, words ...string) expression {
	return sync.OnceValue(func() *Expression { return &Expression{Regexp: e().Regexp, words: words} })
}

// mostNeeded is how many words are looked for at most.
const mostNeeded = 40

// needed returns words one of which is in every match of an expression, none where it
// cannot be told, and whether the letters of some may be small ones or capitals.
func needed(e *syntax.Regexp) (words []string, folds bool) {
	switch e.Op {
	case syntax.OpLiteral:
		word := string(e.Rune)
		folds = e.Flags&syntax.FoldCase != 0
		if folds && !isASCII(word) || strings.ContainsRune(word, utf8.RuneError) { // which a broken byte is too
			return nil, false
		}
		return []string{word}, folds
	case syntax.OpCapture, syntax.OpPlus:
		return needed(e.Sub[0])
	case syntax.OpRepeat:
		if e.Min > 0 {
			return needed(e.Sub[0])
		}
	case syntax.OpConcat:
		for _, part := range e.Sub {
			of, fold := needed(part)
			if cmp.Or(cmp.Compare(telling(of), telling(words)), cmp.Compare(len(words), len(of))) > 0 {
				words, folds = of, fold
			}
		}
	case syntax.OpAlternate:
		for _, part := range e.Sub {
			of, fold := needed(part)
			for _, word := range of {
				if !slices.Contains(words, word) {
					words = append(words, word)
				}
			}
			if folds = folds || fold; len(of) == 0 || len(words) > mostNeeded {
				return nil, false
			}
		}
	}
	return words, folds
}

// telling is how much words tell: as much as the shortest.
func telling(words []string) int {
	if len(words) == 0 {
		return 0
	}
	return len(slices.MinFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) }))
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0x7f })
}

// otherLetters are an s and a k where case is ignored.
var otherLetters = []string{"ſ", "\u212a"}

// mayMatch reports whether text has one of the words, without which it has no match.
func (e *Expression) mayMatch(text string) bool {
	if e.folds {
		if hasAny(text, otherLetters) {
			return true
		}
		text = lowerASCII(text)
	}
	return len(e.words) == 0 || hasAny(text, e.words)
}

// MatchString is as [regexp.Regexp.MatchString].
func (e *Expression) MatchString(s string) bool { return e.mayMatch(s) && e.Regexp.MatchString(s) }

// FindStringIndex is as [regexp.Regexp.FindStringIndex].
func (e *Expression) FindStringIndex(s string) []int {
	if !e.mayMatch(s) {
		return nil
	}
	return e.Regexp.FindStringIndex(s)
}

// FindStringSubmatchIndex is as [regexp.Regexp.FindStringSubmatchIndex].
func (e *Expression) FindStringSubmatchIndex(s string) []int {
	if !e.mayMatch(s) {
		return nil
	}
	return e.Regexp.FindStringSubmatchIndex(s)
}

// FindAllStringIndex is as [regexp.Regexp.FindAllStringIndex].
func (e *Expression) FindAllStringIndex(s string, n int) [][]int {
	if !e.mayMatch(s) {
		return nil
	}
	return e.Regexp.FindAllStringIndex(s, n)
}

// FindAllStringSubmatchIndex is as [regexp.Regexp.FindAllStringSubmatchIndex].
func (e *Expression) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !e.mayMatch(s) {
		return nil
	}
	return e.Regexp.FindAllStringSubmatchIndex(s, n)
}

// inLines returns where text matches, line by line.
func (e *Expression) inLines(text string) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		start := 0
		for line := range strings.SplitSeq(text, "\n") {
			for _, at := range e.FindAllStringIndex(line, -1) {
				if !yield([]int{start + at[0], start + at[1]}) {
					return
				}
			}
			start += len(line) + 1
		}
	}
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
