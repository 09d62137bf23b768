package corpus

import "strings"

// A partnership of several places lists them: "Marl, Fenn and Ambry". What stands
// before a comma may also be something else, as in "Chair, Fenn and Ambry
// Safeguarding Children Board".
var (
	capitalWord = `[A-Z][\p{L}'’.-]+`
	// joins are words between the names of places, or within one.
	joins = `(?:(?:and|with|upon|on|of|the|&) )+`
	// simplePlace is a place of one word; one of two begins as places do, since
	// others are mostly people.
	simplePlace = `(?:(?:North|South|East|West|Central|Greater|Mid|St\.?|Milton|Tower|Waltham|Merthyr) )*` + capitalWord
	listedPlace = simplePlace + `(?: ` + joins + simplePlace + `)*`
	placeList   = `(?:` + listedPlace + `, )+(?:` + capitalWord + ` |` + joins + `)+?(?:and|&) ` + placeName
	listHead    = Lazily(`\b(?:` + listedPlace + `, )+$`)
	// notListed is what stands before a comma and is no place: who writes, what is
	// written, a body, a firm or a month.
	notListed = Lazily(`\b(?:Chair|Chair(?:wo)?man|Author|Reviewer|Manager|Officer|Director|Consultant|[A-Z]BE` +
		`|Report|Review|Case|Summary` +
		`|Board|Partnership|Council|NHS(?: [A-Z][\p{L}-]+)*|LSC[BP]|SC[BP]|Services?|Health|Police|Education` +
		`|Ltd|Limited|` + monthName + `)$`)
	// joined is what stands before the last "and" of a list.
	joined = Lazily(`^([\p{L}’' -]+?) (?:and|&) (?:the )?[A-Z]`)
	// nameGoesOn is the end of what stands before the second word of a name.
	nameGoesOn = Lazily(`\b[A-Z][\p{L}'’.-]* $`)
)

// listStart returns where the places begin of which the last are line[start:end],
// start where these are no two. Of "Health and Ambry" only the second is a place.
func listStart(line string, start, end int) int {
	m := joined().FindStringSubmatchIndex(line[start:end])
	if m == nil {
		return start
	}
	if notListed().MatchString(line[start+m[2] : start+m[3]]) {
		return start + m[1] - 1
	}
	at := listHead().FindStringIndex(line[:start])
	if at == nil {
		return start
	}
	for first := at[0]; first < start; {
		before := strings.TrimSuffix(line[:first], "The ")
		item, _, _ := strings.Cut(line[first:start], ", ")
		if !nameGoesOn().MatchString(before) && !notListed().MatchString(item) {
			return first
		}
		first += len(item) + len(", ")
	}
	return start
}
