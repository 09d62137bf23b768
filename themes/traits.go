package themes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// trait is a set of what is known of a word without its sentence.
type trait uint16

const (
	isFinite trait = 1 << iota // makes a sentence of a title
	isPast                     // is in the past tense by its form alone
	endsInEd                   // is in the past tense where no auxiliary or article stands before it
	isAuxiliary
	isArticle
	isAnd
	isNamed  // written as names are, "Sarah"
	isHollow // tells a reader nothing of why a model spoke for a theme
)

// traitsOf returns the traits of a word, given as it is written and in lower
// case.
func traitsOf(surface, norm string) trait {
	var t trait
	for _, known := range [...]struct {
		trait trait
		has   bool
	}{
		{isFinite, finiteVerbs[norm]}, {isPast, pastForms[norm]}, {endsInEd, strings.HasSuffix(norm, "ed")},
		{isAuxiliary, auxiliaries[norm]}, {isArticle, articles[norm]}, {isAnd, norm == "and"}, {isNamed, hasCapital(surface)},
		{isHollow, hollowWords[norm]},
	} {
		if known.has {
			t |= known.trait
		}
	}
	return t
}

// hasCapital reports whether word has a capital and then a small letter.
func hasCapital(word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[n:])
	return unicode.IsUpper(first) && unicode.IsLower(second)
}
