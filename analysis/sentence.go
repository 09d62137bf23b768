package analysis

import (
	"slices"
	"strconv"
	"strings"

	"thematic/corpus"
)

// sentence is where words stand on which people decide, whatever the theme.
type sentence struct {
	document corpus.ID
	file     string
	page     int    // 0 where it is not known
	letters  string // of its words
}

func sentenceOf(d corpus.Decision) sentence {
	return sentence{d.Document, d.File, d.Page, letters(d.Quote)}
}

// same reports whether two sentences are one: their words are the same or, if there are
// enough, those of one are part of the other's, and they stand on one page of a document
// or, of two editions, anywhere in a file of one path.
func (s sentence) same(t sentence) bool {
	switch {
	case s.document == t.document && s.page > 0 && t.page > 0 && s.page != t.page, s.document != t.document && s.file != t.file:
		return false
	case s.letters == t.letters:
		return true
	}
	return min(len(s.letters), len(t.letters)) >= enough && (strings.Contains(s.letters, t.letters) || strings.Contains(t.letters, s.letters))
}

// places are where a sentence is looked for: in its document, and in its file.
func (s sentence) places() []string { return []string{string(s.document), s.file} }

// sentences are those on which somebody has decided, by their places.
type sentences map[string][]decidedSentence

// decidedSentence is one with the id that decisions on it go by: that of a passage, or
// where it has no theme one of its own.
type decidedSentence struct {
	sentence
	id      string
	noTheme bool
}

// add notes a sentence, unless it is there.
func (s sentences) add(d decidedSentence) {
	for _, where := range d.places() {
		if !slices.Contains(s[where], d) {
			s[where] = append(s[where], d)
		}
	}
}

// ids returns those of the sentences which are the one given, in the order in which they
// were decided on first: of passages, or where noTheme of sentences without theme.
func (s sentences) ids(here sentence, noTheme bool) []string {
	var ids []string
	for _, where := range here.places() {
		for _, d := range s[where] {
			if d.noTheme == noTheme && !slices.Contains(ids, d.id) && d.same(here) {
				ids = append(ids, d.id)
			}
		}
	}
	return ids
}

// passages returns the ids of the passages with the words of a sentence.
func (s sentences) passages(here sentence) []string { return s.ids(here, false) }

// dismiss takes in a decision that a sentence speaks of no theme. It speaks on every
// passage of these words on which somebody decides.
func (v verdicts) dismiss(d corpus.Decision) {
	here := sentenceOf(d)
	v.sentences.add(decidedSentence{here, d.PassageID, true})
	v.hear(thing{passage: d.PassageID}, d)
	for _, id := range v.sentences.passages(here) {
		v.hear(thing{passage: id}, d)
	}
}

// decided takes in a decision on a passage, beside what was said before of its words:
// that they speak of no theme.
func (v verdicts) decided(passage string, here sentence, d corpus.Decision) {
	of := thing{passage: passage}
	if len(v.said[of]) == 0 {
		v.sentences.add(decidedSentence{here, passage, false})
		v.said[of] = v.dismissing(here)
	}
	v.hear(of, d)
}

// dismissing returns who says that a sentence speaks of no theme.
func (v verdicts) dismissing(here sentence) Voices {
	var voices Voices
	for _, id := range v.sentences.ids(here, true) {
		for _, d := range v.said[thing{passage: id}] {
			voices = voices.hear(d)
		}
	}
	return voices
}

// dismissed is how many sentences somebody says speak of no theme.
func (v verdicts) dismissed() int {
	n := 0
	for of, voices := range v.said {
		if len(voices) > 0 && voices[0].NoTheme && voices[0].PassageID == of.passage && slices.ContainsFunc(voices, v.upheld) {
			n++
		}
	}
	return n
}

// upheld reports whether who said that a sentence speaks of no theme has given it none
// since.
func (v verdicts) upheld(d corpus.Decision) bool {
	return !slices.ContainsFunc(v.sentences.passages(sentenceOf(d)), func(id string) bool {
		since, said := v.said[thing{passage: id}].Of(d.Coder)
		return said && since.Status != corpus.Rejected
	})
}

// Dismissed reports whether somebody has said that a sentence speaks of no theme.
func (r *Result) Dismissed(c *corpus.Coding) bool {
	return len(r.dismissed) > 0 && len(r.dismissed.ids(sentence{c.Document, c.File, c.Page, letters(c.Quote)}, true)) > 0
}

// DismissedID returns the id by which decisions go that a sentence speaks of no theme.
func DismissedID(document corpus.ID, page int, quote string) string {
	return passageID("n", string(document), strconv.Itoa(page), letters(quote))
}
