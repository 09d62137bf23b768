package corpus

import (
	"regexp"
	"slices"
	"strings"
)

var (
	personTitle = `(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Dame)\.? )*(?:Emeritus )?`
	personWord  = `(?:[A-Z]\.(?:[ -]?[A-Z]\.)*(?:-[A-Z][\p{L}’'-]+)?|[A-Z]-[A-Z]\.?|(?:de|van|von|der|la) |[A-Z][\p{L}’']*(?:-[A-Z][\p{L}’']*\.?)*)`
	person      = personTitle + personWord + `(?: ?` + personWord + `){0,4}`
	people      = `(` + person + `(?:(?:, and |, | and | & )` + person + `)*)`
	// authorCues are how a cover names who wrote the report, surest first.
	authorCues = []*regexp.Regexp{
		regexp.MustCompile(`(?i:\b(?:author|reviewer)s?(?: (?:and|&) (?:chair|author|reviewer)s?)?\b(?:, |: ?| is | was | | - | – )(?:by )?)` + people),
		regexp.MustCompile(`(?i:\b(?:written|prepared|compiled|produced|authored|conducted)(?: for the [a-z]+)? by:? )` + people),
		regexp.MustCompile(`(?i:\breport (?:of|by|from) )` + people),
	}
	// byAuthor is how a sentence does.
	byAuthor = regexp.MustCompile(`\bby ` + people + `, (?:the |an )?(?:independent |lead |overview )+(?:reviewer|author)`)
	// notPerson begins what follows a name on the same line.
	notPerson = regexp.MustCompile(`^(?:Published|Publication|Independent|Chair|Chairs|Board|Panel|Date|Agreed|Presented|Review|Report|Overview|Author|Authors|Reviewer|Reviewers|Safeguarding|Serious|Final|Version|The|This|Lead|On|For|Local|` + monthName + `|[A-Z]{3,4}|MSc|BSc|BA|MA|PhD|MBE|OBE)$`)
)

// authorsOf reads who wrote the report: from the cover, or from the first
// sentence that says by whom.
func authorsOf(f front, opening []statement) Fact {
	for _, re := range append(slices.Clip(authorCues), byAuthor) {
		for _, s := range opening {
			if s.span.Start >= f.end() {
				break
			}
			if re != byAuthor && CountWords(s.text) > 30 {
				continue
			}
			for _, m := range re.FindAllStringSubmatchIndex(s.text, -1) {
				if names := cutPeople(s.text[m[2]:m[3]]); names != "" {
					return Fact{names, f.text.evidence(Span{s.span.Start + m[2], s.span.Start + m[3]})}
				}
			}
		}
	}
	return Fact{}
}

// cutPeople parts a list of people, leaves out what is not a name, and joins
// the rest with "; ".
func cutPeople(list string) string {
	list = strings.NewReplacer(", and ", ", ", " and ", ", ", " & ", ", ").Replace(list)
	var names []string
	for _, name := range strings.Split(list, ", ") {
		var words []string
		for _, word := range strings.Fields(name) {
			if notPerson.MatchString(word) {
				break
			}
			words = append(words, word)
		}
		name := strings.Join(words, " ")
		if len(words) == 0 || len(words) == 1 && !strings.Contains(name, ".") {
			break
		}
		names = append(names, name)
	}
	return strings.Join(names, "; ")
}
