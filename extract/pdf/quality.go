package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// quality counts, in characters, how the text of a page reads. It does not look
// at meaning: text whose fonts lie about their characters has private or
// unknown characters, words without end, words that nobody could say, or letters
// that all stand for others.
type quality struct {
	all     int
	strange int // private, unknown and control characters
	endless int // in words of more than longestWord letters
	signs   int // in words without a letter or digit, dots and dashes aside
	letters int // in words with a letter
	words   int // of these, in words that look like words
	latin   int // letters from A to Z
	vowels  int // of these, a, e, i, o and u
}

const (
	longestWord = 30
	fewLetters  = 200 // too few to judge by
)

// judge counts how the lines of a page read.
func judge(ls []*line) quality {
	var q quality
	for _, l := range ls {
		for i := range l.words {
			q.add(l.words[i].text)
		}
	}
	return q
}

// add counts a word.
func (q *quality) add(word string) {
	if !q.addPlain(word) {
		q.addAny(word)
	}
}

// addAny counts a word of any characters.
func (q *quality) addAny(word string) {
	n := utf8.RuneCountInString(word)
	q.all += n
	for _, r := range word {
		if isStrange(r) && n > 1 {
			q.strange++
		}
	}
	if n > longestWord && !strings.ContainsAny(word, "/@-–._") {
		q.endless += n
	}
	first, _ := utf8.DecodeRuneInString(word)
	word, _, _ = strings.Cut(word, "..") // the dots of a contents page
	word = strings.TrimRightFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	word = strings.TrimLeftFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if word == "" && !unicode.IsDigit(first) && !strings.ContainsRune(".…·_-–—•", first) {
		q.signs += n
	}
	if strings.IndexFunc(word, unicode.IsLetter) < 0 {
		return
	}
	n = utf8.RuneCountInString(word)
	q.letters += n
	if looksLikeWord(word) {
		q.words += n
	}
	for _, c := range []byte(word) {
		if c |= 'a' - 'A'; 'a' <= c && c <= 'z' {
			q.latin++
			q.vowels += vowels >> (c - 'a') & 1
		}
	}
}

// Letters as bits, of which the first is a.
const (
	vowels = 1<<0 | 1<<('e'-'a') | 1<<('i'-'a') | 1<<('o'-'a') | 1<<('u'-'a')
	voiced = vowels | 1<<('w'-'a') | 1<<('y'-'a') // what a word may have for a vowel, in Welsh too
)

// addPlain counts a word of letters of ASCII with no more than points and commas
// behind it, as most are, as addAny does; it counts no other and returns false.
func (q *quality) addPlain(word string) bool {
	letters := strings.TrimRight(word, ".,")
	if letters == "" || len(word) > longestWord {
		return false
	}
	spoken, seen, lower, built := 0, 0, false, true
	for _, c := range []byte(letters) {
		small := c | ('a' - 'A')
		switch {
		case small < 'a' || small > 'z':
			return false
		case small == c:
			lower = true
		case lower:
			built = false
		}
		spoken += vowels >> (small - 'a') & 1
		seen |= voiced >> (small - 'a') & 1
	}
	q.all += len(word)
	q.letters += len(letters)
	q.latin += len(letters)
	q.vowels += spoken
	if built && seen > 0 {
		q.words += len(letters)
	}
	return true
}

func isStrange(r rune) bool {
	switch {
	case r >= ' ' && r <= '~', r == softHyphen:
		return false
	case r == utf8.RuneError, unicode.IsControl(r):
		return true
	}
	_, known := corpus.Symbol(r)
	return !known && unicode.Is(unicode.Co, r)
}

// looksLikeWord reports whether word is built as words are: of letters, with
// hyphens, apostrophes and the like between them, capitals at the beginning or
// throughout, no more of them than a word has, and a vowel. In another script
// than the Latin any letter will do.
func looksLikeWord(word string) bool {
	lower, vowel, n := false, false, 0
	for _, r := range word {
		n++
		switch {
		case unicode.IsPunct(r):
			lower = false
			continue
		case r > unicode.MaxASCII && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r):
			return true
		case !unicode.IsLetter(r) && !unicode.IsMark(r), unicode.IsUpper(r) && lower:
			return false
		}
		lower = lower || unicode.IsLower(r)
		vowel = vowel || r > unicode.MaxASCII || strings.IndexByte("aeiouywAEIOUYW", byte(r)) >= 0
	}
	return vowel && n <= longestWord
}

// doubtful reports whether a page may be read better in another way.
func (s *sheet) doubtful() bool {
	if s.state == corpus.PageFailed || s.damage != "" || s.warning != "" {
		return true
	}
	q := s.quality
	return q.strange*50 > q.all || q.endless*5 > q.all || q.letters > fewLetters && q.words*10 < q.letters*6 || q.enciphered(fewLetters)
}

// enciphered reports whether the letters of a page stand for others, as where a
// font has only the numbers of its shapes and these were taken for characters. Two
// letters in five of English are vowels, and one in three of Welsh. With no more
// letters than least there are too few to tell.
func (q quality) enciphered(least int) bool { return q.latin > least && q.vowels*5 < q.latin }

// unreadable reports whether the text of a page is not what the page shows:
// signs in place of letters, or letters that make no words.
func (s *sheet) unreadable() bool {
	q := s.quality
	if s.warning != "" && q.enciphered(fewLetters/5) {
		return true
	}
	lettered := q.letters > fewLetters && q.letters*2 > q.all
	return q.all > fewLetters && (q.strange*5 > q.all || q.signs*3 > q.all) || lettered && (q.words*5 < q.letters || q.enciphered(fewLetters))
}

// readsBetter reports whether s is to be put in place of old, which reads the
// same page.
func (s *sheet) readsBetter(old *sheet) bool {
	if s.state == corpus.PageFailed && len(s.lines) == 0 {
		return false
	}
	if len(old.lines) == 0 {
		lost := old.damage != "" && s.state == corpus.PageBlank // a broken page is not an empty one
		return len(s.lines) > 0 || old.state == corpus.PageFailed && !lost
	}
	a, b := s.quality, old.quality
	return a.words*50 > b.words*51 || a.words >= b.words && a.strange < b.strange
}
