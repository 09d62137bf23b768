package corpus

import (
	"strings"
	"sync"
)

// A reviewName is one name of reviews of one case. Each row has a title that it takes and
// one much like it that it leaves, against which the tests hold it.
type reviewName struct {
	words         string // an expression for a line in small letters
	initials      string // of the name, which stand for it in a title
	called        string // the type of review that this is: see [FactType]; "" for none
	takes, leaves string
}

// sureNames name a review wherever they stand on a front. Where a cover has several, the
// first row is the type of the review.
var sureNames = []reviewName{
	{words: `single unified safeguarding review|\bsusr\b`, called: "single unified safeguarding review", takes: "SUSR: Child K", leaves: "Safeguarding unified"},
	{words: `domestic homicide review`, initials: "dhr", called: "domestic homicide review", takes: "Domestic Homicide Review", leaves: "Domestic review"},
	{words: `domestic abuse[- ]related death review`, initials: "dardr", called: "domestic abuse related death review", takes: "Domestic Abuse-Related Death Review", leaves: "Domestic abuse reviewed"},
	{words: `serious case review`, initials: "scr", called: "serious case review", takes: "Serious Case Review", leaves: "A serious case"},
	{words: `(?:child )?safeguarding practice review|\bl?cspr\b`, called: "child safeguarding practice review", takes: "Local Safeguarding Practice Review", leaves: "Practice reviewed"},
	{words: `safeguarding adults? review`, initials: "sar", called: "safeguarding adults review", takes: "Safeguarding Adult Review", leaves: "Safeguarding adults"},
	{words: `child practice review`, called: "child practice review", takes: "Extended Child Practice Review", leaves: "Child practice"},
	{words: `adult practice review`, called: "adult practice review", takes: "Adult Practice Review", leaves: "Adult practice"},
	{words: `significant case review`, called: "significant case review", takes: "Significant Case Review", leaves: "A significant case"},
	{words: `case management review`, called: "case management review", takes: "Case Management Review", leaves: "Case management"},
	{words: `rapid review`, called: rapidReview, takes: "Rapid Review", leaves: "A rapid response"},
	{words: `learning (?:lessons )?review|multi-agency (?:case )?review`, called: "learning review", takes: "Learning Lessons Review", leaves: "Learning from the review"},
	{words: `significant incident learning process`, initials: "silp", takes: "Significant Incident Learning Process", leaves: "Learning process"},
	{words: `lessons[- ]learne?[dt] review`, takes: "Lessons Learned Review", leaves: "Lessons learned"},
	{words: `part (?:8|eight) review`, takes: "Part Eight Review", leaves: "Review, part eight"},
	{words: `review undertaken in respect of an? (?:death|serious incident)`, takes: "Review undertaken in respect of a death at home", leaves: "Review undertaken in respect of a service"},
	{words: `case review`, takes: "Local Case Review", leaves: "Local review"},
}

// rapidReview is what a rapid review is called.
const rapidReview = "rapid review"

// lesserNames name a review in a title alone, since other reports are called so too.
var lesserNames = []reviewName{
	{words: `homicide review`, takes: "Mental Health Homicide Review", leaves: "Homicides reviewed"},
	{words: `incident (?:review|investigation\b)`, takes: "Serious Incident Investigation Report", leaves: "Quality Assurance of Incident Investigations"},
	{words: `serious further offence review`, takes: "Serious Further Offence Review", leaves: "Serious further offences"},
	{words: `national review panel`, takes: "National Review Panel", leaves: "National panel"},
	{words: `inquiry panel`, takes: "Report of the Inquiry Panel", leaves: "Report of the Inquiry"},
	{words: `overview report`, takes: "Overview Report", leaves: "Overview"},
	{words: `root cause analysis (?:investigation|report)`, takes: "Root Cause Analysis Report", leaves: "Analysis of root causes"},
	{words: `independent (?:review|investigation) (?:into|of)\b`, takes: "Independent Investigation into the fire", leaves: "Independent investigations"},
	{words: `(?:review|report) (?:into|of|on|concerning) the (?:death|circumstances|care|case of|services|involvement|management|abuse|injur)`, takes: "Report into the death of Child K", leaves: "Report into the weather"},
	{words: `(?:review|report) (?:into|of|on|concerning) (?:services|care|support) (?:provided|offered|given|delivered) to (?:the \pL+ (?:family|children|siblings)\b|(?:child|baby|family|mrs?|ms) \pL)`,
		takes: "Review of services provided to the Marl family", leaves: "Review of services provided to families"},
}

// anyOf is an expression of all names.
func anyOf(names []reviewName) string {
	var all []string
	for _, name := range names {
		all = append(all, name.words)
	}
	return strings.Join(all, "|")
}

var (
	sureName = Lazily(anyOf(sureNames))
	// inFront is the same for the whole front, most lines of which name no review.
	inFront    = needing(sureName, "review", "cspr", "susr", "learning process")
	lesserName = Lazily(anyOf(lesserNames))
	// anyName is what the title of a review may call it at the least, where the cover
	// names the child and the board and it has the sections of one.
	anyName = Lazily(`\b(?:[\pL-]+ )?review\b|\b(?:` + shortNames() + `)\b|learning process|appreciative inquiry|root cause analysis|learning together`)
	inShort = Lazily(`\b(?:` + shortNames() + `)\b`)
	// ofNumber is what stands between such initials and the number of the case.
	ofNumber = Lazily(`^(?: (?:case|no\.?|number|ref(?:erence)?))?:? ?(?:[a-z]{1,5}[ /-]?)?\d{1,4}\b`)
)

// shortNames are the names that are given in initials.
func shortNames() string {
	var all []string
	for _, name := range sureNames {
		if name.initials != "" {
			all = append(all, name.initials)
		}
	}
	return strings.Join(all, "|")
}

// reviewName finds what the front calls the review, first in its title.
func (j *judging) reviewName() []int {
	if at := j.inTitle(j.sureName); at != nil {
		return at
	}
	for at := range inFront().inLines(j.head) {
		return at
	}
	if at := j.acrossLines(); at != nil {
		return at
	}
	return j.anyName()
}

// sureName finds the sure name of a review in a line: one of [sureNames], or initials before
// the child whom the review is about, or before the number of the case.
func (j *judging) sureName(line string) []int {
	if at := sureName().FindStringIndex(line); at != nil {
		return at
	}
	at := inShort().FindStringIndex(line)
	if at == nil {
		return nil
	}
	behind, subject := line[at[1]:], lowerASCII(j.first.subject().Value)
	if subject != "" && strings.Contains(behind, subject) || ofNumber().MatchString(behind) {
		return at
	}
	return nil
}

// anyName finds what a title calls a review that has a name of its own, as many a board
// has for its reviews: the cover names the child and the board, and the report has the
// sections of a review. Initials, as "SCR", are a name of their own without the board.
func (j *judging) anyName() []int {
	at := j.inTitle(anyName().FindStringIndex)
	if at == nil || len(j.parts) < wholeAnatomy {
		return nil
	}
	if j.first.subject().Value == "" || boardIn(j.first.front).Value == "" && !inShort().MatchString(j.words(at)) {
		return nil
	}
	return at
}

// acrossLines finds what lines of the title call the review, which may go over several:
// "Serious case", "review".
func (j *judging) acrossLines() []int {
	runs := j.runs()
	if at := j.firstIn(runs, sureName().FindStringIndex); at != nil {
		return at
	}
	return j.firstIn(runs, lesserName().FindStringIndex)
}

// runs returns the lines of the title, joined where none was left out between them.
func (j *judging) runs() []Span {
	var runs []Span
	for _, line := range j.lines {
		if last := len(runs) - 1; last >= 0 && strings.TrimSpace(j.body[runs[last].End:line.Start]) == "" {
			runs[last].End = line.End
		} else {
			runs = append(runs, line)
		}
	}
	return runs
}

// saidOf are the expressions of the rows of [sureNames] with their initials.
var saidOf = sync.OnceValue(func() []expression {
	said := make([]expression, len(sureNames))
	for i, name := range sureNames {
		pattern := "(?i)" + name.words
		if name.initials != "" {
			pattern += `|\b` + name.initials + `\b`
		}
		said[i] = Lazily(pattern)
	}
	return said
})

// jointly is how a title joins two reviews.
var jointly = Lazily(`(?i)\bjoint\b|\bcombined\b|review and|review/`)

// typeOf reads from the cover what type of review it is; where the cover names
// two for one report, both ("joint …"), and of one beside which a homicide was reviewed
// its own. A cover that names none may be followed by an introduction that does, and on
// the web by the title of the page.
func typeOf(f front, kind Kind) Fact {
	for _, blocks := range [][]Block{f.cover(), f.blocks} {
		found := typesIn(front{blocks, f.text}, kind)
		switch {
		case len(found) > 1 && jointly().MatchString(found[0].Evidence.Quote):
			return Fact{"joint " + found[0].Value + " and " + found[1].Value, found[0].Evidence}
		case len(found) > 1 && strings.Contains(found[0].Value, "domestic"):
			return found[1]
		case len(found) > 0:
			return found[0]
		}
	}
	for i, name := range sureNames {
		if saidOf()[i]().MatchString(pageTitle(f.text)) {
			return Fact{name.called, inTitleKept(f.text)}
		}
	}
	return Fact{}
}

// typesIn returns the types of review that f names. A rapid review may be named on the
// cover of the review that followed it.
func typesIn(f front, kind Kind) []Fact {
	var found []Fact
	for i, name := range sureNames {
		if name.called == "" || name.called == rapidReview && kind != KindRapid {
			continue
		}
		if said := firstMatch(f, saidOf()[i](), 0); said.Value != "" {
			found = append(found, Fact{name.called, said.Evidence})
		}
	}
	return found
}
