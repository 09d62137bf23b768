package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary counts the words of a document that stand whole on a line: the
// evidence for whether a hyphen at a line's end belongs to its word.
type vocabulary map[string]int

func (v vocabulary) add(l *line) {
	fields := strings.Fields(l.text())
	for i, f := range fields {
		if i == len(fields)-1 && endsInHyphen(f) {
			continue
		}
		f = strings.ToLower(strings.TrimFunc(f, func(r rune) bool { return !isWordRune(r) }))
		v[f]++
		if strings.Contains(f, "-") {
			for _, part := range strings.Split(f, "-") {
				v[part]++
			}
		}
	}
}

// endsInHyphen reports whether text ends in a letter and a hyphen.
func endsInHyphen(text string) bool {
	last, n := utf8.DecodeLastRuneInString(text)
	if last != '-' && last != '\u2010' && last != softHyphen {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:len(text)-n])
	return unicode.IsLetter(before)
}

// join returns two lines as one, a hyphen between them undone where it only
// broke the word.
func (v vocabulary) join(a, b string) string {
	if endsInHyphen(a) {
		return v.joinHyphen(a, b)
	}
	if numberHyphen.MatchString(a) {
		return a + b
	}
	if strings.HasSuffix(a, "/") || strings.HasSuffix(a, "–") && !strings.HasSuffix(a, " –") {
		return a + b
	}
	return a + " " + b
}

// numberHyphen ends lines such as "a 17-", of which "year-olds" follows.
var numberHyphen = regexp.MustCompile(`(?:^|\s)\(?\d+(?:-\d+)?-$`)

// joinHyphen joins two lines of which the first ends in a hyphen.
func (v vocabulary) joinHyphen(a, b string) string {
	_, n := utf8.DecodeLastRuneInString(a)
	stem := a[:len(a)-n]
	if strings.HasSuffix(a, string(softHyphen)) {
		return stem + b
	}
	next, _ := utf8.DecodeRuneInString(b)
	if !unicode.IsLetter(next) {
		return a + " " + b
	}
	if unicode.IsUpper(next) || !v.broken(lastWord(stem), firstWord(b)) {
		return a + b
	}
	return stem + b
}

// broken reports whether a hyphen between two parts is only a break.
func (v vocabulary) broken(first, second string) bool {
	first, second = strings.ToLower(first), strings.ToLower(second)
	if i := strings.LastIndex(first, "-"); i >= 0 {
		return !v.known(first[i+1:]) // multi-agen-cy: one compound may hold a break
	}
	whole, parted := v[first+second], v[first+"-"+second]
	if whole != parted {
		return whole > parted
	}
	return !(v.known(first) && v.known(second)) && !prefixes[first]
}

func (v vocabulary) known(s string) bool { return len(s) > 1 && v[s] > 0 }

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
