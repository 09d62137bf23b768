package corpus

import "strings"

// wordEndings end words and are none themselves: nobody types a hyphen before one.
var wordEndings = wordSet(`
	ably ance ances ate ated ately ates ating ation ational ations ative ed ence ences encies ency
	ness ing ings ingly ise ised ises ising ity ities ive ively ly ally ical ically ious iously ous ously
	ment ments tion tions tional tionally tionality tioned tioner tioners tioning sion sions sional sionally sionals
	cation cations gation gations lation mation tation tations dation dations
	bility bilities cies cial cially cient ciency ciently cular cularly dren fied fies fying gency gencies
	lar larly nity nities priate priately riate riately sary sarily tary tial tially tory tive tively tives
	tunity tunities ture tures viour viours
`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// IsEnding reports whether s, in lower case, ends words as "ment" does, and is none
// itself. Where a line ends in a hyphen and the next begins with an ending, the
// hyphen is no part of the word.
func IsEnding(s string) bool { return wordEndings[s] }
