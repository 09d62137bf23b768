package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// English is known by words that stand in nearly all of its sentences. Of 14,539
// stretches of English reports and reviews, tables and lists of names among them, none
// has fewer of them than .116 of its words, and half have .28 or more. An index or a
// glossary may have none, but then it has few other short words: .02 and .03 of those
// tried, and prose .20 or more in each of thirteen other languages.
const (
	stretchWords  = 100  // that are judged together
	leastStretch  = 40   // too few words to judge, at the end of a text
	leastEnglish  = 0.06 // of the words of a stretch
	leastOther    = 0.1  // of the words of one that is of another language
	shortWord     = 3    // letters
	lettersOfWord = 12   // of a script without spaces, more are several words
)

// everywhere are those words, but for such as "a", "is" and "was", which other languages
// write too.
var everywhere = wordSet(`
	the of and to were that for with not has have his her their this from by been which it are should
	would there they
`)

// Foreign returns where t does not seem to be English, in stretches of whole blocks
// that do not touch, and how many words stand there. Words that begin with a capital
// are not looked at, unless they are English, and nor is what is too short to tell at
// the end of t.
func (t *Text) Foreign() (stretches []Span, words int) {
	var s stretch
	end := func() {
		if n := s.foreign(); n > 0 {
			words += n
			if last := len(stretches) - 1; last >= 0 && stretches[last].End == s.span.Start {
				stretches[last].End = s.span.End
			} else {
				stretches = append(stretches, s.span)
			}
		}
		s = stretch{span: Span{Start: s.span.End, End: s.span.End}}
	}
	for _, b := range t.Blocks {
		if s.take(t.Slice(b.Span)); s.words >= stretchWords {
			s.span.End = b.Span.End + 1 // with the end of its line
			end()
			continue
		}
		s.span.End = b.Span.End + 1
	}
	end()
	return stretches, words
}

// stretch is a run of blocks whose language is judged as one.
type stretch struct {
	span    Span
	words   int
	english int // of those everywhere
	other   int // other short ones, and those with letters that English has not
}

// take adds the words of a block.
func (s *stretch) take(block string) {
	for word := range strings.FieldsSeq(block) {
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case word == "":
		case everywhere[strings.ToLower(word)]:
			s.words++
			s.english++
		case !unicode.IsUpper(first):
			letters := utf8.RuneCountInString(word)
			n := 1 + letters/lettersOfWord
			s.words += n
			if letters <= shortWord || strings.ContainsFunc(word, isForeignLetter) {
				s.other += n
			}
		}
	}
}

func isForeignLetter(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }

// foreign returns the words of s, 0 where it is English, no prose or too short to tell.
func (s *stretch) foreign() int {
	words := float64(s.words)
	if s.words < leastStretch || float64(s.english) >= leastEnglish*words || float64(s.other) < leastOther*words {
		return 0
	}
	return s.words
}
