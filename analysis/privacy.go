package analysis

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// An identifier is something in a text that tells who somebody is.
type identifier struct {
	what   string
	digits int // how many digits every one has at least; counted first, since most texts have none
	re     func() *corpus.Expression
	real   func(match string) bool // nil: every match is one
}

// identifiers are those that can be known by their form. A date is one only
// beside words that say it is of a birth.
var identifiers = []identifier{
	{"e-mail address", 0, corpus.Lazily(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`), nil},
	{"telephone number", 10, corpus.Lazily(`(?:\+44[ -]?(?:\(0\))?|\(?\b0)[1-9](?:[ ()-]{0,2}\d){8,9}\b`), nil},
	{"postcode", 2, corpus.Lazily(`\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b`), nil},
	{"NHS number", 10, corpus.Lazily(`\b\d{3}[ -]?\d{3}[ -]?\d{4}\b`), isNHSNumber},
	{"National Insurance number", 6, corpus.Lazily(`(?i)\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b`), nil},
	{"date of birth", 3, corpus.Lazily(`(?i)\b(?:born|birth(?:day)?s?|d\.?o\.?b\.?)\b[^.;]{0,25}?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? \d{2,4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})`), nil},
	{"address", 1, corpus.Lazily(`\b(?i:flat )?\d{1,4}[a-zA-Z]?,? (?:[A-Z][\w’']+ ){1,3}(?:Street|St|Road|Rd|Avenue|Lane|Close|Drive|Crescent|Terrace|Place|Grove|Gardens|Court|Way|Walk|Square|Row|Hill|Green|Park|Mews|Rise)\b`), nil},
}

// isNHSNumber reports whether the digits of s have the check digit of an NHS
// number: 11 less the sum of the first nine, weighted 10 to 2, modulo 11, where
// 11 is 0 and 10 does not occur (NHS Data Dictionary, NHS NUMBER).
func isNHSNumber(s string) bool {
	sum, place := 0, 0
	for _, r := range s {
		if r < '0' || r > '9' {
			continue
		}
		if place++; place == 10 {
			return (11-sum%11)%11 == int(r-'0')
		}
		sum += (11 - place) * int(r-'0')
	}
	return false
}

// Identifying says what in a text could identify somebody, each kind once: a
// full name, a date of birth, an address, a postcode, a telephone number, an
// e-mail address, an NHS or National Insurance number. It is made to miss
// little, and takes some places and titles for names; first names alone, and
// "Child A" or "Ms B", are none.
func Identifying(s string) []string {
	var kinds []string
	digits := 0
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			digits++
		}
	}
	for _, id := range identifiers {
		if digits < id.digits {
			continue
		}
		for _, at := range id.re().FindAllStringIndex(s, -1) {
			if id.real == nil || id.real(s[at[0]:at[1]]) {
				kinds = append(kinds, id.what)
				break
			}
		}
	}
	if fullName(s) {
		kinds = append(kinds, "full name")
	}
	return kinds
}

var (
	nameWord    = `\p{Lu}[\p{Ll}’'][\p{L}’'-]*`
	capitalWord = `\p{Lu}[\p{Lu}’'-]+`
	// nameRun is two to four words with capitals in a row.
	nameRun   = corpus.Lazily(nameWord + `(?: ` + nameWord + `){1,3}`)
	titleName = corpus.Lazily(`\b(?:` + strings.Join(titles, "|") + `)\.? (?:` + nameWord + ` )?\p{Lu}[\p{Ll}’'-]?\p{L}{2,}`)
	lowercase = corpus.Lazily(`\b\p{Ll}{2,}`)
	// capitals are two words or more in capitals, of which the first may be
	// written as a name is.
	capitals = corpus.Lazily(`(?:` + nameWord + `|` + capitalWord + `)(?: ` + capitalWord + `)+`)
	// surnameFirst is a surname in capitals and the name after it.
	surnameFirst = corpus.Lazily(capitalWord + `, ` + nameWord)
)

// fullName reports whether a text seems to name somebody in full: a title and a
// surname, or words with capitals in a row, in a sentence, none of which is a
// word of institutions, places and times.
func fullName(s string) bool {
	inRow, inCapitals := namesIn(s)
	if titled(s) && titleName().MatchString(s) || inCapitals && nameInCapitals(s) {
		return true
	}
	if !inRow {
		return false
	}
	for _, at := range nameRun().FindAllStringIndex(s, -1) {
		words := strings.Fields(s[at[0]:at[1]])
		given := givenName(words[0])
		if beginsSentence(s[:at[0]]) && !given && opener(words[0]) { // the first word has its capital from there
			if words = words[1:]; len(words) < 2 {
				continue
			}
		}
		if !slices.ContainsFunc(words, publicWord) && (given || len(lowercase().FindAllString(s, 4)) == 4) { // and not in a title
			return true
		}
	}
	return false
}

// nameInCapitals reports whether a given name stands before a surname in
// capitals, or after it and a comma.
func nameInCapitals(s string) bool {
	for _, run := range capitals().FindAllString(s, -1) {
		words := strings.Fields(run)
		for i, surname := range words[1:] {
			if givenName(words[i]) && utf8.RuneCountInString(surname) > 2 {
				return true
			}
		}
	}
	return slices.ContainsFunc(surnameFirst().FindAllString(s, -1), func(name string) bool {
		_, given, _ := strings.Cut(name, ", ")
		return givenName(given)
	})
}

// namesIn looks for what every name has that the expressions above find, since most
// texts have neither: words with capitals in a row; and such a word that goes on in
// capitals, or stands behind a comma.
func namesIn(s string) (inRow, inCapitals bool) {
	var before, further rune // the last two
	capital := false         // in the word at hand, or the one before a space
	begun := false           // a second word, with a capital
	for _, r := range s {
		upper := unicode.IsUpper(r)
		inCapitals = inCapitals || begun && (upper || strings.ContainsRune("’'-", r))
		begun = upper && capital && before == ' '
		inRow, inCapitals = inRow || begun, inCapitals || begun && further == ','
		capital = upper || capital && before != ' '
		further, before = before, r
	}
	return inRow, inCapitals
}

// titled reports whether a text has the title of a person.
func titled(s string) bool {
	return slices.ContainsFunc(titles, func(title string) bool { return strings.Contains(s, title) })
}

func beginsSentence(before string) bool {
	before = strings.TrimRight(before, " \"'‘’“”(")
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune(".!?:;•", last)
}

// givenName reports whether a word, or one of those that hyphens join in it, is a
// common given name, its accents left out.
func givenName(word string) bool {
	names := givenNames()
	return slices.ContainsFunc(strings.Split(corpus.Unaccented(bareName(word)), "-"), func(part string) bool { return names[part] })
}

// opener reports whether a word often begins a sentence.
func opener(word string) bool { return openers()[bareName(word)] }

// bareName is a word of a name as the lists have it.
func bareName(word string) string {
	word = strings.ToLower(word)
	for _, end := range []string{"’s", "'s", "’", "'"} {
		word = strings.TrimSuffix(word, end)
	}
	return word
}

// publicWord reports whether a word with a capital stands in the names of
// institutions, documents, places or times, and not of people.
func publicWord(word string) bool {
	bare := bareName(word)
	return publicWords()[bare] || publicWords()[strings.TrimSuffix(bare, "s")]
}
