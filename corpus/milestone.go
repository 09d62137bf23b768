package corpus

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
