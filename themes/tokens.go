package themes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one word of a sentence. Its offsets are relative to the text given
// to wordsOf; norm is the word in lower case with straight quotes.
type token struct {
	start, end int
	norm       string
}

// wordsOf splits text into words: runs of letters, digits and apostrophes
// inside them. Hyphens and slashes part words; 's is left out of norm, and
// n't becomes a word of its own, "not".
func wordsOf(text string) []token {
	var out []token
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		out = appendToken(out, text, start, end)
	}
	return out
}

// nextWord returns the bounds of the first word of text from the byte at on; they
// are equal where there is none.
func nextWord(text string, at int) (start, end int) {
	for at < len(text) && !asciiWord[text[at]] {
		if text[at] < utf8.RuneSelf {
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if wordRune(r) {
			break
		}
		at += n
	}
	start = at
	for {
		for at < len(text) && asciiWord[text[at]] {
			at++
		}
		if at == len(text) || text[at] < utf8.RuneSelf && text[at] != '\'' {
			return start, at
		}
		n := joins(text, at)
		if n == 0 {
			return start, at
		}
		at += n
	}
}

// joins returns the length of what at this place carries a word on and is no
// ASCII letter or digit: 0 where the word ends.
func joins(text string, at int) int {
	if b := text[at]; b < utf8.RuneSelf {
		if b == '\'' && at+1 < len(text) && asciiLetter(text[at+1]) {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(text[at:])
	switch {
	case r == '’' && at+n < len(text) && asciiLetter(text[at+n]), r == '\u00ad', wordRune(r):
		return n
	}
	return 0
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

var asciiWord = func() (t [256]bool) {
	for b := 0; b < utf8.RuneSelf; b++ {
		t[b] = wordRune(rune(b))
	}
	return t
}()

func asciiLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

func appendToken(out []token, text string, start, end int) []token {
	word := normalWord(text[start:end])
	if stem, ok := strings.CutSuffix(word, "n't"); ok && stem != "" {
		switch stem {
		case "ca":
			stem = "can"
		case "wo":
			stem = "will"
		case "sha":
			stem = "shall"
		}
		return append(out, token{start, end, stem}, token{end, end, "not"})
	}
	if word == "cannot" {
		return append(out, token{start, end, "can"}, token{end, end, "not"})
	}
	return append(out, token{start, end, possessor(word)})
}

// possessor drops the 's of a possessive.
func possessor(word string) string {
	if w, ok := strings.CutSuffix(word, "'s"); ok && w != "" {
		return w
	}
	return word
}

// normalWord is word in lower case, with straight apostrophes and without soft
// hyphens.
func normalWord(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if !ascii {
		word = strings.NewReplacer("’", "'", "\u00ad", "").Replace(word)
	}
	return strings.ToLower(word)
}
