package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// vocabulary holds the evidence for whether a hyphen at a line's end belongs to
// its word.
type vocabulary struct {
	words  map[string]int // that stand whole on a line
	breaks bool           // whether lines end in the midst of words
	typed  bool           // whether hyphens of Unicode stand within lines, and not only where lines were broken
}

// newVocabulary returns the vocabulary of a document's lines, page by page. Its
// lines break words where one does so with a word that stands whole elsewhere, or
// before an ending. Most word processors break none: every hyphen they print was typed.
func newVocabulary(pages [][]string) vocabulary {
	v := vocabulary{words: map[string]int{}}
	for _, lines := range pages {
		for _, line := range lines {
			v.add(line)
		}
	}
	for _, lines := range pages {
		for i := 1; i < len(lines) && !v.breaks; i++ {
			v.breaks = endsInHyphen(lines[i-1]) && v.shown(lines[i-1], lines[i])
		}
	}
	return v
}

// shown reports whether line a, which ends in a hyphen, shows that words are
// broken: what begins b is an ending, or what a begins is no word, and with what
// begins b it is one. ("Well-" before "being" shows nothing, though "wellbeing"
// stands elsewhere.)
func (v vocabulary) shown(a, b string) bool {
	_, n := utf8.DecodeLastRuneInString(a)
	first, next := strings.ToLower(lastWord(a[:len(a)-n])), firstWord(b)
	second := strings.ToLower(next)
	switch {
	case second == "", prefixes[first]:
		return false
	case corpus.IsEnding(next):
		return len(first) > 1
	}
	return !v.known(first) && v.words[first+second] > v.words[first+"-"+second]
}

func (v *vocabulary) add(line string) {
	fields := strings.Fields(line)
	for i, f := range fields {
		word := strings.ToLower(strings.TrimFunc(f, func(r rune) bool { return !isWordRune(r) }))
		v.typed = v.typed || strings.ContainsRune(word, unicodeHyphen)
		if i == len(fields)-1 && endsInHyphen(f) {
			continue
		}
		v.words[word]++
		if strings.Contains(word, "-") {
			for _, part := range strings.Split(word, "-") {
				v.words[part]++
			}
		}
	}
}

// endsInHyphen reports whether text ends in a letter and a hyphen.
func endsInHyphen(text string) bool {
	last, n := utf8.DecodeLastRuneInString(text)
	if last != '-' && last != unicodeHyphen && last != softHyphen {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:len(text)-n])
	return unicode.IsLetter(before)
}

// seam tells how line b goes on after line a: how many bytes at the end of a
// fall away, and what stands between the two.
func (v vocabulary) seam(a, b string) (cut int, space string) {
	switch {
	case endsInHyphen(a):
		return v.hyphenSeam(a, b)
	case (strings.HasSuffix(a, "-") || strings.HasSuffix(a, string(unicodeHyphen))) && numberHyphen.MatchString(a),
		strings.HasSuffix(a, "/"), strings.HasSuffix(a, "–") && !strings.HasSuffix(a, " –"):
		return 0, ""
	}
	return 0, " "
}

// unicodeHyphen is what browsers and the like put where they break a word, which they do
// not before a capital, and nobody's keyboard has.
const unicodeHyphen = '\u2010'

// numberHyphen ends lines such as "a 17-", of which "year-olds" follows.
var numberHyphen = regexp.MustCompile(`(?:^|\s)\(?\d+(?:[-\x{2010}]\d+)?[-\x{2010}]$`)

// hyphenSeam is the seam after a hyphen.
func (v vocabulary) hyphenSeam(a, b string) (cut int, space string) {
	hyphen, n := utf8.DecodeLastRuneInString(a)
	before, _ := utf8.DecodeLastRuneInString(a[:len(a)-n])
	next, _ := utf8.DecodeRuneInString(b)
	switch {
	case hyphen == softHyphen:
		return n, ""
	case !unicode.IsLetter(next):
		return 0, " "
	case hyphen == unicodeHyphen && !v.typed && unicode.IsUpper(before) == unicode.IsUpper(next):
		return n, ""
	case unicode.IsUpper(next) || !v.broken(lastWord(a[:len(a)-n]), firstWord(b)):
		return 0, ""
	}
	return n, ""
}

// broken reports whether a hyphen between two parts is only a break.
func (v vocabulary) broken(first, second string) bool {
	first, second = strings.ToLower(first), strings.ToLower(second)
	if i := strings.LastIndex(first, "-"); i >= 0 {
		return v.breaks && !v.known(first[i+1:]) // multi-agen-cy: one compound may hold a break
	}
	whole, parted := v.words[first+second], v.words[first+"-"+second]
	if whole != parted {
		return whole > parted
	}
	return v.breaks && (corpus.IsEnding(second) || !(v.known(first) && v.known(second)) && !prefixes[first])
}

func (v vocabulary) known(s string) bool { return len(s) > 1 && v.words[s] > 0 }

// prefixes are set off by a hyphen in British usage though they are no words.
var prefixes = map[string]bool{
	"multi": true, "inter": true, "non": true, "co": true, "pre": true, "post": true, "self": true, "ex": true,
	"anti": true, "semi": true, "sub": true, "mid": true, "cross": true,
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !isWordRune(r) && r != '-' && r != '\'' && r != '’' })
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

func firstWord(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) })
	if i < 0 {
		return s
	}
	return s[:i]
}
