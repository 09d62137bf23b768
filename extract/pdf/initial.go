package pdf

import (
	"math"
	"regexp"
	"strings"
)

// A text may begin with a large letter that reaches down beside its first lines,
// and is drawn by itself.

var initial = regexp.MustCompile(`^["“‘']?\p{Lu}$`)

const initialSize = 1.8 // of the text beside it: no such letter is smaller

// isInitialOf reports whether l is a letter so much larger than o.
func (l *line) isInitialOf(o *line) bool {
	return l.size >= initialSize*o.size && len(l.words) == 1 && initial.MatchString(l.words[0].text)
}

// joinInitials puts large first letters before the lines that begin beside them.
func joinInitials(ls []*line) []*line {
	if len(ls) > maxColumnPage {
		return ls
	}
	out := make([]*line, 0, len(ls))
	for _, l := range ls {
		if !l.joinBeside(ls) {
			out = append(out, l)
		}
	}
	return out
}

// joinBeside puts l before the line whose top it shares, and reports whether there
// is one that goes on a word or a sentence.
func (l *line) joinBeside(ls []*line) bool {
	for _, o := range ls {
		gap := o.left - l.right
		if !l.isInitialOf(o) || gap < -0.3*o.size || gap > 1.2*o.size || math.Abs(o.top()-l.top()) > 0.8*o.size ||
			o.dir() != l.dir() || !startsLower(o) {
			continue
		}
		first, letter := &o.words[0], l.words[0].text
		if (letter == "A" || letter == "I") && !isWordOf(letter+first.text, ls, o) && (isWordOf(first.text, ls, o) || mayFollow(letter, first.text)) {
			letter += " "
		}
		first.text = letter + first.text
		return true
	}
	return false
}

// wordStart is how an English word may begin with a consonant: "strategy", and not
// "ssessment", "nd" or "lthough".
var wordStart = regexp.MustCompile(`^(?:[b-df-hj-np-tv-z][aeiouy]|[bcfgps]l|[bcdfgkptw]r|[cgprstw]h|s[ckmnpqtw]|[dt]w|[gk]n)`)

// mayFollow reports whether text looks like a word behind the letter that is one:
// before a vowel it would be "An".
func mayFollow(letter, text string) bool {
	return wordStart.MatchString(text) || letter == "I" && strings.ContainsAny(text[:1], "aeiou")
}

// isWordOf reports whether text stands by itself on another line than but, in
// capitals or small letters.
func isWordOf(text string, ls []*line, but *line) bool {
	for _, l := range ls {
		for i := range l.words {
			if l != but && strings.EqualFold(l.words[i].text, text) {
				return true
			}
		}
	}
	return false
}
