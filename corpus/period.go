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

var (
	decidedBy   = Lazily(`(?i)\b(?:chair|board|partnership|partners|committee|boards|LSCB)\b|\bit was (?:decided|agreed)\b|\bdecision\b|\breview was (?:commissioned|initiated)\b`)
	decidedVerb = Lazily(`(?i)\b(?:decided|agreed|resolved|concluded|determined|agreeing|deciding|commissioned|initiated|asked for (?:a|the|this)|accepted|decision)\b`)
	aboutReview = Lazily(`(?i)\breview\b|criteri|threshold\b`)
	// inDate is what stands before the date on which something was done.
	inDate = Lazily(`(?i)\b(?:on|in|dated) (?:the )?$`)
	// advice and other deeds stand between a verb and a date that is not its own.
	otherDeed = Lazily(`(?i)\b(?:recommend\w*|advised|met|convicted|pleaded|died|born|published|report|until|after|since|by the board|cover)\b`)
)

// farthestVerb is how many bytes before its date a verb stands at the most.
const farthestVerb = 120

// decidedOf reads when it was decided to hold the review.
func decidedOf(t *Text, opening []statement) Fact {
	for _, s := range opening {
		if len(s.dates) == 0 || s.kind == BlockBullet || !aboutReview().MatchString(s.text) || !decidedBy().MatchString(s.text) {
			continue
		}
		for _, d := range s.dates {
			if d.month == 0 || !inDate().MatchString(s.text[:d.span.Start]) {
				continue
			}
			verbs := decidedVerb().FindAllStringIndex(s.text[:d.span.Start], -1)
			if len(verbs) == 0 {
				continue
			}
			verb := verbs[len(verbs)-1]
			if between := s.text[verb[1]:d.span.Start]; len(between) > farthestVerb || otherDeed().MatchString(between) {
				continue
			}
			return s.dated(t, d)
		}
	}
	return Fact{}
}

// An ending is a deed that ends a review, best first: what a board agreed, is
// completed, and what was put before it may still change.
type ending struct {
	deed    string // as it is said of the time it took
	signOff bool   // whether the time to publication runs from it
	verb    string
}

var endings = []ending{
	{"agreed", true, `agreed|accepted|approved|ratified|endorsed|signed off|sign[- ]off|adopted`},
	{"presented", true, `presented`},
	{"completed", false, `completed|completion|finalised|concluded|date of (?:the |this )?report|report date`},
}

// endingPatterns are how a line of the cover says each of endings, and how a
// sentence does. A date follows each.
var endingPatterns = patternsOf(endings)

type endingPattern struct{ verb, line, sentence expression }

func patternsOf(endings []ending) []endingPattern {
	patterns := make([]endingPattern, len(endings))
	for i, e := range endings {
		patterns[i] = endingPattern{
			verb:     Lazily(`(?i)\b(?:` + e.verb + `)\b`),
			line:     Lazily(`(?i)\b(?:` + e.verb + `)\b[^.;\d]{0,60}$`),
			sentence: Lazily(`(?i)\b(?:review|report) (?:was|were|has been) (?:` + e.verb + `)\b[^.;\d]{0,60}\b(?:on|in) (?:the )?$`),
		}
	}
	return patterns
}

// completedOf reads when the review was completed, by the best of [endings].
func completedOf(t *Text, f front, opening []statement) Fact {
	for _, p := range endingPatterns {
		if fact := datedBy(t, f, opening, p.line, p.sentence); fact.Value != "" {
			return fact
		}
	}
	return Fact{}
}

// endingOf returns which of [endings] a fact of [completedOf] rests on.
func endingOf(completed Fact) ending {
	for i, p := range endingPatterns {
		if p.verb().MatchString(completed.Evidence.Quote) {
			return endings[i]
		}
	}
	return ending{}
}

var (
	publishedLine     = Lazily(`(?i)\b(?:published|publication(?: date)?|date of publication)\b[^.;\d]{0,40}$`)
	publishedSentence = Lazily(`(?i)\b(?:review|report|summary) (?:was|is|were) published\b[^.;\d]{0,40}\b(?:on|in) (?:the )?$`)
	notYet            = Lazily(`(?i)\b(?:not|before|until|revised|draft)\b`)
)

func publishedOf(t *Text, f front, opening []statement) Fact {
	return datedBy(t, f, opening, publishedLine, publishedSentence)
}

// datedBy returns the first date of the cover that follows line, or of the
// opening that follows sentence. The words between must not deny it.
func datedBy(t *Text, f front, opening []statement, line, sentence expression) Fact {
	cover := 0
	if blocks := f.cover(); len(blocks) > 0 {
		cover = blocks[len(blocks)-1].Span.End
	}
	for _, s := range opening {
		pattern := sentence
		if s.span.Start < cover {
			pattern = line
		}
		for _, d := range s.dates {
			before := s.text[:d.span.Start]
			if pattern().MatchString(before) && d.month+len(d.season) > 0 && !notYet().MatchString(before) {
				return s.dated(t, d)
			}
		}
	}
	return Fact{}
}
