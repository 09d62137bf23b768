package themes

import "strings"

// trait is a set of what is known of a word without its sentence.
type trait uint16

const (
	isFinite trait = 1 << iota // makes a sentence of a title
	isPast                     // is in the past tense by its form alone
	endsInEd                   // is in the past tense where no auxiliary or article stands before it
	isAuxiliary
	isArticle
	isAnd
)

// traitsOf returns the traits of a word in lower case.
func traitsOf(norm string) trait {
	var t trait
	for _, known := range [...]struct {
		trait trait
		has   bool
	}{
		{isFinite, finiteVerbs[norm]}, {isPast, pastForms[norm]}, {endsInEd, strings.HasSuffix(norm, "ed")},
		{isAuxiliary, auxiliaries[norm]}, {isArticle, articles[norm]}, {isAnd, norm == "and"},
	} {
		if known.has {
			t |= known.trait
		}
	}
	return t
}
