package corpus

import (
	"cmp"
	"math"
	"strings"
)

var (
	personTitle = `(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Dame)\.? )*(?:Emeritus )?`
	personWord  = `(?:[A-Z]\.(?:[ -]?[A-Z]\.)*(?:-[A-Z][\p{L}’'-]+)?|[A-Z]-[A-Z]\.?|(?:de|van|von|der|la) |[A-Z][\p{L}’']*(?:-[A-Z][\p{L}’']*\.?)*)`
	person      = personTitle + personWord + `(?: ?` + personWord + `){0,4}`
	people      = `(` + person + `(?:(?:, and |, | and | & )` + person + `)*)`
	// authorCues are how a cover names who wrote the report, surest first.
	authorCues = []expression{
		Lazily(`(?i:\b(?:author|reviewer)s?(?: (?:and|&) (?:chair|author|reviewer)s?)?\b(?:, |: ?| is | was | | - | – )(?:by )?)` + people),
		Lazily(`(?i:\b(?:written|prepared|compiled|produced|authored|conducted)(?: for the [a-z]+)? by:? )` + people),
		Lazily(`(?i:\breport (?:of|by|from) )` + people),
	}
	// byAuthor is how a sentence does.
	byAuthor = Lazily(`\bby ` + people + `, (?:the |an )?(?:independent |lead |overview )+(?:reviewer|author)`)
	// notPerson begins what follows a name on the same line.
	notPerson  = Lazily(`^(?:Published|Publication|Independent|Chair|Chairs|Board|Panel|Date|Agreed|Presented|Review|Report|Overview|Author|Authors|Reviewer|Reviewers|Safeguarding|Serious|Final|Version|The|This|Lead|On|For|Local|` + monthName + `|[A-Z]{3,4}|MSc|BSc|BA|MA|PhD|MBE|OBE|Ltd|Limited|LLP|Associates|Consult(?:ancy|ants?|ing)|Council|Partnership|Committee|Trust|Services?|Baby|Child|Family|Executive)$`)
	authorRole = `(?i:(?:(?:independent|lead|overview|report|review|panel|chair|scr|sar|and|&) )*(?:author|reviewer|writer)s?(?: (?:and|&) (?:independent )?(?:chair|author|reviewer)s?)?)`
	// roleAlone is a line of the cover that has a name on the line before or behind it,
	// nameAlone such a line, and roleBehind one that has both.
	roleAlone  = Lazily(`^` + authorRole + ` ?[:–-]*$`)
	nameAlone  = Lazily(`^` + people + `[.,]?$`)
	roleBehind = Lazily(`^` + people + `(?:,| -| –) ?` + authorRole + `$`)
	// noAuthor is what a line says that reads like a name and is none.
	noAuthor = []string{"review", "report", "summary", "board", "contents", "introduction", "overview", "confidential", "final", "chapter", "part", "background", "foreword", "preface", "panel", "team", "group", "process", "committee", "partnership", "author", "learning", "findings"}
)

// authorsOf reads who wrote the report: from the cover, or from the first
// sentence that says by whom.
func authorsOf(f front, opening []statement) Fact {
	for _, cue := range authorCues {
		if fact := authorsBy(cue, f, opening, longestCredit); fact.Value != "" {
			return fact
		}
	}
	if fact := f.authorsBeside(); fact.Value != "" {
		return fact
	}
	return authorsBy(byAuthor, f, opening, math.MaxInt)
}

// authorsBeside reads who wrote the report from a line of the cover that ends in
// "Independent Author", or from the one before or behind a line that says so and no more. Where
// both are names it cannot be told which is meant.
func (f front) authorsBeside() Fact {
	cover := f.cover()
	for i, b := range cover {
		line := f.text.Slice(b.Span)
		if m := roleBehind().FindStringSubmatchIndex(line); m != nil {
			if names := cutPeople(line[m[2]:m[3]]); names != "" {
				return Fact{names, f.evidence(b)}
			}
		}
		if !roleAlone().MatchString(line) {
			continue
		}
		var before, behind Fact
		if i > 0 && !strings.HasSuffix(line, ":") {
			before = f.named(cover[i-1])
		}
		if i+1 < len(cover) {
			behind = f.named(cover[i+1])
		}
		if before.Value == "" || behind.Value == "" {
			return cmp.Or(before, behind)
		}
	}
	return Fact{}
}

// named returns the people whom a block names and nothing else.
func (f front) named(b Block) Fact {
	line := f.text.Slice(b.Span)
	if !nameAlone().MatchString(line) || hasAny(lowerASCII(line), noAuthor) {
		return Fact{}
	}
	return Fact{cutPeople(strings.TrimRight(line, ".,")), f.evidence(b)}
}

// longestCredit is how many words a line of the cover has at the most that
// names who wrote the report.
const longestCredit = 30

// authorsBy reads whom cue names first in a statement of at most so many words.
func authorsBy(cue expression, f front, opening []statement, words int) Fact {
	for _, s := range opening {
		if s.span.Start >= f.end() {
			break
		}
		for _, m := range cue().FindAllStringSubmatchIndex(s.text, -1) {
			if CountWords(s.text) > words {
				break
			}
			if names := cutPeople(s.text[m[2]:m[3]]); names != "" {
				return Fact{names, f.text.evidence(s.part(m[2], m[3]))}
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
			if notPerson().MatchString(word) {
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
