package corpus

import (
	"slices"
	"strconv"
	"strings"
)

var (
	dated = Lazily(`\b(?:` + dayNumber + ` )?` + monthName + `,? (` + yearNumber + `)\b`)
	// inNumbers is a date with a year of four figures: "21.06.2023".
	inNumbers = Lazily(`(?:^|[^\w./-])(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](` + yearNumber + `)\b`)
	isoDate   = Lazily(`\b(` + yearNumber + `)-\d\d-\d\d\b`)
	// publishedIn is how a cover says when a report was published, and madeIn
	// when it was made.
	publishedIn = Lazily(`(?i:published|publication)\b[^.\n]{0,40}?(?:(?:` + dayNumber + ` )?` + monthName + `,? )?(` + yearNumber + `)\b`)
	madeIn      = Lazily(`(?i:date of (?:this |the )?(?:final )?(?:report|review)|report date|dated?)\b[\s:–—-]*(?:(?:` + dayNumber + ` )?` + monthName + `,? |\d{1,2}[/.]\d{1,2}[/.])?(` + yearNumber + `)\b`)
	// ownCopyright is a line of its own: under a map it speaks of the map.
	ownCopyright = Lazily(`^©(?: [A-Z][\p{L}-]*)* (?:[Cc]opyright )?(` + yearNumber + `)$`)
	// ofTheCase is what stands before a date of the child or of what was reviewed, and
	// not of the report.
	ofTheCase = Lazily(`(?i)\b(?:period|time ?frame)\b(?:[^.]|\d\.)*$|(?:birth|born|died|death|killed|injured|incident|\bd\.?o\.?[bd]\.?|triggered the review)(?: on| in)?[\s:–—-]*(?:(?:` + dayNumber + ` )?` + monthName + `,? )?$`)
	// plainYear must not be that of a guidance or an Act, which a cover cites.
	plainYear = Lazily(`\b(` + yearNumber + `)\b`)
	// shortDate is a date of this century whose year has two figures; at the beginning
	// of a line 7.9.15 is the number of a paragraph.
	shortDate = Lazily(`(?:^|[^\w./-])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])/(\d\d)(?:$|[^\w/])|[^\w./-](?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(\d\d)(?:$|[^\w.]|\.$)`)
	citesLaw  = Lazily(`Working Together|\bAct\b|Regulations|Chapter \d`)
)

// yearOf prefers the year the cover says it was published in, then the one it
// was made in, then that of the copyright at the end, then the last date of the
// cover that is not one of the case, then a bare year on the cover, then one of two
// figures. A coroner gives dates of the case in sentences, and the day of the report
// beside a name.
func yearOf(f front, kind Kind) Fact {
	for _, pattern := range []expression{publishedIn, madeIn} {
		if fact := f.saidIn(pattern); fact.Value != "" {
			return fact
		}
	}
	if year := copyrightOf(f.text); year.Value != "" {
		return year
	}
	if kind == KindCoroner {
		return f.signedOn()
	}
	if date := f.lastDate(); date.Value != "" {
		return date
	}
	for _, b := range f.cover() {
		line := f.text.Slice(b.Span)
		years := plainYear().FindAllStringIndex(line, -1)
		if years == nil || citesLaw().MatchString(line) {
			continue
		}
		if last := years[len(years)-1]; !ofTheCase().MatchString(line[:last[0]]) {
			return Fact{line[last[0]:last[1]], f.evidence(b)}
		}
	}
	for _, b := range f.cover() {
		line := f.text.Slice(b.Span)
		if m := shortDate().FindStringSubmatchIndex(line); m != nil && !ofTheCase().MatchString(line[:m[0]]) {
			return Fact{"20" + line[max(m[2], m[4]):max(m[3], m[5])], f.evidence(b)}
		}
	}
	return firstMatch(f, isoDate(), 1)
}

// saidIn reads the first year of the cover that pattern finds and that is not of a guidance: a
// report may be for publication under one.
func (f front) saidIn(pattern expression) Fact {
	for _, b := range f.cover() {
		line := f.text.Slice(b.Span)
		for _, m := range pattern().FindAllStringSubmatchIndex(line, -1) {
			if !citesLaw().MatchString(line[m[0]:m[1]]) {
				return f.part(b, m[2], m[3])
			}
		}
	}
	return Fact{}
}

// mostImprint is how many blocks the imprint has at the most that ends a report.
const mostImprint = 20

// copyrightOf reads the year of the copyright that a report ends with. A page on the
// web ends in that of the site.
func copyrightOf(t *Text) Fact {
	if isWebPage(t) {
		return Fact{}
	}
	last := t.Blocks[max(0, len(t.Blocks)-mostImprint):]
	return firstMatch(front{last, t}, ownCopyright(), 1)
}

// aroundSigned is what stands around the day on which a report was signed: names,
// and the words of a form, "9 Dated this 3rd day of May 2018".
var aroundSigned = Lazily(`^\W*(?:(?:[\p{Lu}\d]\S*|(?i:dated?|signed|this|day|of|on|the|by|for|and):?)(?:\W+|$))*$`)

// signedOn reads the year of the last line, of the cover or else of the end, that
// gives the day on which a report was signed.
func (f front) signedOn() Fact {
	all := f.text.Blocks
	for _, blocks := range [][]Block{f.cover(), all[max(0, len(all)-mostImprint):]} {
		for _, b := range slices.Backward(blocks) {
			line := f.text.Slice(b.Span)
			for _, d := range datesIn(line) {
				before, behind := line[:d.span.Start], line[d.span.End:]
				if d.month > 0 && aroundSigned().MatchString(before+behind) && !ofTheCase().MatchString(before) {
					return Fact{strconv.Itoa(d.year), f.part(b, d.span.Start, d.span.End).Evidence}
				}
			}
		}
	}
	return Fact{}
}

// lastDate returns the last date of the cover that is not one of the case. One
// outside a sentence goes before one in a sentence, which may tell what happened.
func (f front) lastDate() Fact {
	var inLine, inSentence Fact
	for _, b := range f.cover() {
		line, last := f.text.Slice(b.Span), &inSentence
		if !strings.HasSuffix(line, ".") {
			last = &inLine
		}
		for _, pattern := range []expression{dated, isoDate, inNumbers} {
			for _, m := range pattern().FindAllStringSubmatchIndex(line, -1) {
				if !ofTheCase().MatchString(line[:m[0]]) {
					*last = f.part(b, m[2], m[3])
				}
			}
		}
	}
	if inLine.Value != "" {
		return inLine
	}
	return inSentence
}
