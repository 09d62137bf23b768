package corpus

import (
	"path"
	"regexp"
	"strings"
)

// Facts are what a document says of itself, each with the page and words it
// was read from. A fact the document does not state is empty.
type Facts struct {
	Title, Board, Area, Year, Subject Fact
}

var (
	boardName = regexp.MustCompile(`((?:(?:[A-Z][\p{L}'’.-]+|and|with|of|the|upon|on|&|,) )*[A-Z][\p{L}'’.-]+,?) (?:Local )?Safeguarding (?:(?:Children|Adults?)(?:['’]?s)? )?(?:and Adults )?(?:Board|Partnership)s?`)
	inspected = regexp.MustCompile(`(?:[Ii]nspection|[Ff]ocused visit|[Mm]onitoring visit)\b.{0,120}?\b(?:of|to|in)\s+(?:the )?((?:[A-Z][\p{L}'’.-]+|and|upon|of|&)(?: (?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&))*)`)
	council   = regexp.MustCompile(`^((?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&)(?: (?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&))*?) (?:City |County |Metropolitan |Borough |District )*Council$`)
	coroner   = regexp.MustCompile(`\bArea:?\s+([A-Z]\p{Ll}[\p{L}'’.-]*(?: \(?[A-Z]\p{Ll}[\p{L}'’.)-]*| and| of| upon)*)`)
	months    = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
	month     = regexp.MustCompile(`^` + months)
	published = regexp.MustCompile(`(?i:published|publication|date of (?:this )?report|report date|dated?)\b[^.\n]{0,40}?(?:(?:\d{1,2}(?:st|nd|rd|th)? )?` + months + `,? )?((?:19|20)\d\d)\b`)
	dated     = regexp.MustCompile(`\b(?:\d{1,2}(?:st|nd|rd|th)? )?` + months + `,? ((?:19|20)\d\d)\b`)
	isoDate   = regexp.MustCompile(`\b((?:19|20)\d\d)-\d\d-\d\d\b`)
	// plainYear must not be that of a guidance or an Act, which a cover cites.
	plainYear = regexp.MustCompile(`\b((?:19|20)\d\d)\b`)
	guidance  = regexp.MustCompile(`Working Together|\bAct\b|Regulations|Chapter \d`)
	// noPlace is what stands before "Safeguarding Board" where no place does.
	noPlace = regexp.MustCompile(`^(?:(?:The |the |your )?(?:Local|LSCB|Independent|National|New|Statutory|Multi-Agency)|The|the)$`)
	// noChild is what follows "Child" in the names of bodies and laws.
	noChild   = regexp.MustCompile(`(?:Board|Services?|Social|Act|Protection|Safeguarding|Partnership|Trust|Sexual|Death|Care|Overview|Report)`)
	subjectOf = regexp.MustCompile(`\b((?:Baby|Child|Children|Young Person|Family|Adult|Siblings?|Ms|Mr)\s+(?:[A-Z]{1,3}[0-9]{0,2}\b|["“‘'][^"”’']+["”’']|[A-Z][a-z]+\b)(?:(?:,| and| &) (?:(?:Baby|Child) )?[A-Z]{1,3}[0-9]{0,2}\b)*)`)
	// chosenName is a name by itself on a line, or before or behind a colon:
	// "Tilly", "Tilly: a serious case review", "Serious Case Review: Tilly (2012)".
	chosenName = regexp.MustCompile(`^((?:The )?[A-Z][\p{L}-]*(?: (?:[A-Z][\p{L}-]*|[Cc]hildren|[Tt]wins|[Ff]amily)){0,2})$|^([A-Z][\p{L}-]+): |: ([A-Z][\p{L}-]+)(?: \(.*\))?(?: Executive Summary)?$`)
	// noName is what such a line says otherwise.
	noName     = regexp.MustCompile(`(?i)review|report|summary|board|contents|introduction|overview|confidential|final|chapter|part`)
	quotedName = regexp.MustCompile(`["“‘']([A-Z][a-z]+)["”’']`)
	fileYear   = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d\d)(?:[^0-9]|$)`)
	reviewLine = regexp.MustCompile(`(?i)review|report|inspection|focused visit|summary|briefing|prevention of future deaths|serious case`)
)

// ReadFacts reads the facts of t. Where the text gives no area or year, the
// folder and the name of the file may; the evidence then has no page and
// quotes the path.
func ReadFacts(t *Text, kind Kind, file string) Facts {
	f := frontOf(t)
	facts := Facts{
		Title: titleOf(f, t),
		Board: firstMatch(f, boardName, 0),
		Year:  yearOf(f),
	}
	if kind == KindReview || kind == KindSummary {
		facts.Subject = subjectFact(f, facts.Title)
	}
	facts.Area = areaOf(f, kind, facts.Board)
	fromPath := Evidence{Quote: file}
	if facts.Area.Value == "" {
		if folder := path.Dir(file); folder != "." {
			facts.Area = Fact{path.Base(folder), fromPath}
		}
	}
	if facts.Year.Value == "" {
		if m := fileYear.FindStringSubmatch(file); m != nil {
			facts.Year = Fact{m[1], fromPath}
		}
	}
	return facts
}

// titleOf takes the first headings of the cover that name a report; without
// one, the first short line of the front that does; without that, the first
// heading, and at last the file's own title property.
func titleOf(f front, t *Text) Fact {
	cover := f.cover()
	first := -1
	for i, b := range cover {
		if line := t.Slice(b.Span); names(line) {
			return Fact{titleFrom(t, cover[i:]), f.evidence(b)}
		} else if first < 0 && b.Kind == BlockHeading && boardName.FindString(line) != line {
			first = i
		}
	}
	for _, b := range f.blocks {
		if line := t.Slice(b.Span); b.Kind != BlockFootnote && names(line) {
			return Fact{strings.TrimRight(line, ". "), f.evidence(b)}
		}
	}
	if first >= 0 {
		return Fact{titleFrom(t, cover[first:]), f.evidence(cover[first])}
	}
	if title := t.Properties["title"]; title != "" {
		return Fact{title, Evidence{Quote: "the title kept in the file: " + title}}
	}
	return Fact{}
}

// names reports whether line is short and names a kind of report.
func names(line string) bool {
	return CountWords(line) <= 25 && boardName.FindString(line) != line && reviewLine.MatchString(line)
}

// titleFrom joins the first of blocks with the headings that go on from it.
func titleFrom(t *Text, blocks []Block) string {
	title := t.Slice(blocks[0].Span)
	for _, b := range blocks[1:] {
		next := t.Slice(b.Span)
		if b.Kind != BlockHeading || CountWords(next) > 12 || boardName.MatchString(next) || dated.MatchString(next) || CountWords(title) > 16 {
			break
		}
		title += " " + next
	}
	return strings.TrimRight(title, ". ")
}

func firstMatch(f front, re *regexp.Regexp, group int) Fact {
	for _, b := range f.blocks {
		if m := re.FindStringSubmatch(f.text.Slice(b.Span)); m != nil {
			return Fact{strings.Trim(m[group], " ,"), f.evidence(b)}
		}
	}
	return Fact{}
}

// yearOf prefers the year the front says it was published in, then the last
// date of the cover, then a bare year on the cover.
func yearOf(f front) Fact {
	if fact := firstMatch(front{f.cover(), f.text}, published, 1); fact.Value != "" {
		return fact
	}
	var last Fact
	for _, b := range f.cover() {
		line := f.text.Slice(b.Span)
		for _, re := range []*regexp.Regexp{dated, isoDate} {
			for _, m := range re.FindAllStringSubmatch(line, -1) {
				last = Fact{m[1], f.evidence(b)}
			}
		}
	}
	if last.Value != "" {
		return last
	}
	for _, b := range f.cover() {
		line := f.text.Slice(b.Span)
		if m := plainYear.FindStringSubmatch(line); m != nil && !guidance.MatchString(line) {
			return Fact{m[1], f.evidence(b)}
		}
	}
	return firstMatch(f, isoDate, 1)
}

// subjectFact finds whom a review is about: a letter ("Child K"), or a name
// that was chosen for the child, which then stands in the text again and again.
func subjectFact(f front, title Fact) Fact {
	for _, re := range []*regexp.Regexp{subjectOf, quotedName} {
		if name := childIn(re, title.Value); name != "" {
			return Fact{name, title.Evidence}
		}
		for _, b := range f.cover() {
			if name := childIn(re, f.text.Slice(b.Span)); name != "" {
				return Fact{name, f.evidence(b)}
			}
		}
	}
	for _, b := range f.cover() {
		m := chosenName.FindStringSubmatch(f.text.Slice(b.Span))
		if m == nil {
			continue
		}
		name := m[1] + m[2] + m[3]
		if strings.Count(f.text.Body, name) >= leastRecurrences && !noChild.MatchString(name) && !noName.MatchString(name) {
			return Fact{name, f.evidence(b)}
		}
	}
	return Fact{}
}

// childIn returns the first match of re in line that is a child and not a body
// or a law with "Child" in its name.
func childIn(re *regexp.Regexp, line string) string {
	for _, m := range re.FindAllStringSubmatch(line, -1) {
		if !noChild.MatchString(m[1]) {
			return m[1]
		}
	}
	return ""
}

// leastRecurrences is how often a chosen name stands in a review at the least.
const leastRecurrences = 6

func areaOf(f front, kind Kind, board Fact) Fact {
	switch kind {
	case KindInspection:
		for _, re := range []*regexp.Regexp{inspected, council} {
			if fact := firstMatch(f, re, 1); fact.Value != "" && !month.MatchString(fact.Value) {
				return Fact{trimArea(fact.Value), fact.Evidence}
			}
		}
	case KindCoroner:
		return firstMatch(f, coroner, 1)
	}
	if board.Value == "" {
		return Fact{}
	}
	m := boardName.FindStringSubmatch(board.Value)
	if noPlace.MatchString(m[1]) {
		return Fact{}
	}
	return Fact{trimArea(m[1]), board.Evidence}
}

// areaTail is what follows the name of a place in the name of its council.
var areaTail = regexp.MustCompile(` (?:(?:Local|Metropolitan|City|County|Royal|London|Borough|District|Council|authority|Children’s|Children's|services?)\b.*)$`)

// areaHead is what stands before it.
var areaHead = regexp.MustCompile(`^(?:(?:The|the|Dear|Royal|London|Metropolitan|City|County|Borough|Council|District) |of )+`)

func trimArea(name string) string {
	name = strings.Trim(name, " ,.")
	name = areaHead.ReplaceAllString(name, "")
	name = areaTail.ReplaceAllString(name, "")
	return strings.Trim(name, " ,.")
}
