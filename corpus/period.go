package corpus

import (
	"fmt"
	"strconv"
	"strings"
)

var (
	// periodCue is how a review says which time it looks at.
	periodCue = Lazily(`(?i)\bperiod (?:under review|examined|considered|reviewed|covered|in scope|of (?:the )?review)|\b(?:review|scoped|scoping|time) period\b|\btime ?frame\b|\b(?:for|in respect of|cover|covers|covering|covered|examine|consider|address|on) (?:\w+ )?the (?:time )?period\b|\breviews? (?:\w+ )?(?:covers?|covered|looks? at|looked at|should cover|will cover|considers?|considered)\b|\bmatters between\b|\blook at the time\b|\bscope of (?:the|this) review\b`)
	// openEnd is an end of the period that is told and not dated.
	openEnd = Lazily(`\b(?:to|until|and|up to) (?:(?:the )?(?:date|day|time) of (?:(?:his|her|their|the|its) )?death\b|(?:the )?(?:date|day|time) of (?:[A-Z][\w’']*(?: [A-Z]+)?['’]s )death\b|the day (?:that )?(?:\w+ )?(?:\w+ )?died\b|(?:his|her|their|\w+['’]s) death\b)`)
	// bareMonth is a month that takes its year from the date behind it.
	bareMonth = Lazily(`\bbetween (?:(\d{1,2})(?:st|nd|rd|th)? )?(` + monthName + `) and $`)
	// toDate is what stands before the end of a period.
	toDate = Lazily(`(?:\b(?:to|until|till|up to|and|to the end of|through to) (?:the )?|\s?[-–—]\s?)$`)
)

// farthestDate is how many bytes behind the cue a period begins at the most,
// and longestAside how long what is said of its beginning may be.
const (
	farthestDate = 110
	longestAside = 110
)

// periodOf reads from when to when the review looks at what was done. Where it
// looks as far as the child's death, the end is the date of that.
func periodOf(t *Text, opening []statement, harmed Fact) (from, to Fact) {
	for _, s := range opening {
		if len(s.dates) == 0 || s.kind == BlockBullet || s.kind == BlockTableRow {
			continue
		}
		for _, cue := range periodCue().FindAllStringSubmatchIndex(s.text, -1) {
			rest := s.text[cue[0]:]
			first, last, ok := periodIn(rest)
			if !ok {
				continue
			}
			at := s.span.Start + cue[0]
			from = Fact{first.String(), t.evidence(Span{at + first.span.Start, at + first.span.End})}
			switch {
			case last.year != 0:
				to = Fact{last.String(), t.evidence(Span{at + last.span.Start, at + last.span.End})}
			case openEnd().MatchString(rest) && harmed.Value != "":
				m := openEnd().FindStringIndex(rest)
				to = Fact{harmed.Value, t.evidence(Span{at + m[0], at + m[1]})}
			}
			return from, to
		}
	}
	return Fact{}, Fact{}
}

// periodIn finds the two ends of a period in s, which begins with a cue. The
// second is the zero date where only the beginning is given, which then must
// follow "from" or "since", or where the end is told and not dated.
func periodIn(s string) (from, to foundDate, ok bool) {
	dates := datesIn(s)
	if len(dates) == 0 || dates[0].span.Start > farthestDate {
		return from, to, false
	}
	from = dates[0]
	if m := bareMonth().FindStringSubmatchIndex(s[:from.span.Start]); m != nil {
		to = from
		begin := datesIn(s[m[4]:m[5]] + fmt.Sprintf(" %d", to.year))
		if len(begin) != 1 {
			return from, to, false
		}
		from = foundDate{begin[0].date, Span{m[4], m[5]}}
		if m[2] >= 0 {
			from.day, _ = strconv.Atoi(s[m[2]:m[3]]) // digits by the pattern
		}
		return from, to, from.valid()
	}
	for _, d := range dates[1:] {
		if d.span.Start-from.span.End > longestAside {
			break
		}
		if toDate().MatchString(s[:d.span.Start]) {
			return from, d, true
		}
	}
	before := s[:from.span.Start]
	begins := strings.Contains(before, "from ") || strings.Contains(before, "since ") ||
		strings.HasSuffix(before, "between ") && openEnd().MatchString(s)
	if from.month == 0 && from.season == "" {
		begins = begins && strings.HasSuffix(before, "from ")
	}
	return from, foundDate{}, begins
}
