package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// judgement says what a document was taken for, from which words, and why, for
// a person to check.
type judgement struct {
	Kind     Kind
	Reason   string
	Evidence Evidence // of the words that decided; zero where none did
}

// A kindRule recognises a kind of document by what it calls itself on its
// front and by words that stand in it several times.
type kindRule struct {
	kind  Kind
	front sparse // must match the front
	body  sparse // must match the whole text times times
	times int
}

// kindRules are tried in order.
var kindRules = []kindRule{
	{KindCoroner, sparsely("future deaths|regulation 28", `prevention of future deaths|regulation 28[:\s]+report|report to prevent future deaths`),
		sparsely("circumstances of the death|of concern|coroner's concerns|coroner’s concerns|investigation into the death|the deceased|should be taken|opinion|statutory duty|i am |i commenced|i opened|i heard|i concluded", `circumstances of the death|matters? of concern|coroner(?:'|’)s concerns|investigation into the death|the deceased|action should be taken|my opinion|my statutory duty|\bi (?:am|commenced|opened|heard|concluded)\b`), 2},
	{KindInspection, sparsely("inspection|focused visit|monitoring visit", `(joint (targeted )?area|child protection|thematic) inspection|inspection of|focused visit (to|of)|monitoring visit`),
		sparsely("inspector|ofsted", `inspectors?\b|ofsted`), 3},
	{KindThematic, sparsely("thematic |overview of |triennial|biennial", `thematic (review|analysis|briefing|report)|overview of (serious case|practice) reviews|triennial|biennial`),
		sparsely("scrs|csprs|case reviews|practice reviews|% of", `\bscrs|\bcsprs|(serious case|practice) reviews|[0-9]+(\.[0-9]+)?% of`), 5},
}

var (
	reviewName = sparsely("review|cspr|susr|significant incident", `serious case review|case management review|part (?:8|eight) review|child safeguarding practice review|\bl?cspr\b|safeguarding practice review|(?:child|adult) practice review|rapid review|learning (lessons )?review|domestic homicide review|domestic abuse[- ]related death review|safeguarding adults? review|multi-agency (case )?review|case review|significant incident learning process|single unified safeguarding review|\bsusr\b|lessons[- ]learne?[dt] review|review undertaken in respect of an? (?:death|serious incident)`)
	// lesserName is what the title of a review may call it that is a name of other
	// reports too.
	lesserName = sparsely("review|report|investigation", `homicide review|incident (?:review|investigation\b)|serious further offence review|national review panel|overview report|root cause analysis (?:investigation|report)|independent (?:review|investigation) (?:into|of)\b|(?:review|report) (?:into|of|on|concerning) the (?:death|circumstances|care|case of|services|involvement|management|abuse|injur)`+
		`|(?:review|report) (?:into|of|on|concerning) (?:services|care|support) (?:provided|offered|given|delivered) to (?:the \pL+ (?:family|children|siblings)\b|(?:child|baby|family|mrs?|ms) \pL)`)
	// anyName is what the title of a review may call it at the least, where the cover
	// names the child and the board and it has the sections of one; otherName is of others.
	anyName   = sparsely("review|scr|sar|dhr|dardr|silp|learning process|appreciative|root cause|learning together", `\b(?:[\pL-]+ )?review\b|`+shortName+`|learning process|appreciative inquiry|root cause analysis|learning together`)
	otherName = sparsely("review|research", `\b(?:annual|yearly|mid-year|peer|policy|service|literature|evidence|management|care|after|placement|performance|diary|assurance|quality|self|section \d+)[ -]reviews?\b|\bresearch (?:report|paper)`+
		`|\breviews? (?:update|of (?:reviews|progress|policy|arrangements|services))\b`)
	// shortName is the name of a kind of review in initials.
	shortName = `\b(?:scr|sar|dhr|dardr|silp)\b`
	// ofCase is the number of a case, and not that of a paper.
	ofCase      = sparsely("Case|SCR|CSPR", `^(?:Case|L?CSPR|SCR)\b`)
	inShort     = Lazily(`^` + shortName + `$`)
	practice    = Lazily(`\bl?cspr\b|practice review`)
	summaryName = sparsely("summary", `\b(executive|published|public) summary\b|^summary (report|of the)`)
	// ofReport is how one line names a summary and the report that it is of.
	ofReport = sparsely("summary", `\bsummary of (?:the )?(?:[\pL-]+ )?(?:overview|full|final) report|\b(?:overview|full|final) report ?[:–-]? ?(?:executive |public(?:ation)? )?summary`)
	overview = []string{"overview report", "full report", "final report"}
	// paper is what a document calls itself that speaks of a review and is
	// none, whatever review its title names.
	paper = sparsely("minutes|agenda|notes|appendi|response|statement|briefing|bulletin|newsletter|minute|press |media |annual report|yearly report|improvement report|progress report|implementation report|thematic overview|year on|update|business plan|presentation|slide|management review|health overview|imr|easy|frequently asked|faq|for young people|for children",
		`^(draft )?(minutes|agenda|notes|response|statement|appendix|appendices)\b|\b(minutes|agenda|notes) (of|for)\b`+
			`|briefing|bulletin|newsletter|(\d|one|five|seven|ten)[- ]minute`+
			`|press (release|statement|notice)|media (statement|release)|\bstatement (by|from|on|of|following)\b|\b(chair['’]?s|family) statement`+
			`|\bresponse to\b.*\b(reviews?|reports?|scrs?|l?csprs?|sars?|dhrs?|recommendations?|findings)\b|\bresponse (by|from|of)\b.*\b`+body+`\b|['’]s response\b|(?:^|[:–-] )(?:the )?(?:[\pL-]+ )?(?:(?:local|safeguarding|children['’]?s?|adults?) )*`+body+`['’]?s? response$|\bresponse report\b`+
			`|(annual|yearly|improvement|progress|implementation) report|business plan|thematic overview\b.*\breviews\b|\bone year on\b|\bupdate (on|report)\b|\breview update\b`+
			`|presentation|\bslides?\b|(?:individual|independent|internal|agency) management review|health overview report|\bimr\b`+
			`|easy[- ]?read\b|frequently asked questions|\bfaqs?\b|\bsummary for (?:young people|children)\b`)
	// body is a word for those who answer to a review.
	body = `(?:board|partnership|committee|council|trust|government|\pL*(?:sc[bp]|sab))`
	// lesserPaper is the same, unless the title also names a report.
	lesserPaper = sparsely("action plan|implementation plan|terms of reference|learning |lessons |key messages|at a glance|page|case stud|training|workshop|webinar|toolkit|handbook|strategy|protocol|policy|procedure|guidance|framework|arrangements|pathway|guide|poster|leaflet|factsheet|checklist|audit|survey|consultation|notification|referral|template|dissemination|notes|messages from|report |paper ",
		`action plan|implementation plan|terms of reference|learning (from|brief|summary|pack|resource|events?\b|notes?\b|seminars?\b|circles?\b)|dissemination|(speaker|speaking|facilitator|trainer|discussion)s?['’]?s? (notes?|guide)|messages from( (the|this|an?|our|recent)\b|$)|lessons (from|learne?[dt] from)`+
			`|key messages|at a glance|\bon (a|one) page\b|\b(one|1|two|2)[- ]page\b|case stud(y|ies)|training|workshop|webinar`+
			`|toolkit|handbook|strategy|protocol|policy|procedures?\b|guidance (for|on)|\breviews? (guidance|framework|arrangements|pathway)\b|\bguide (for|to)|\bquick guide\b`+
			`|\bposter\b|leaflet|factsheet|checklist|\baudit\b|survey|consultation|notification|referral|template`+
			`|(report|paper) (to|for) (the )?(cabinet|committee|council|scrutiny|board)`)
	// news is how a page reports that something was published: in any place, or,
	// as newsHead of a review, on its front.
	news     = []string{"press release", "for immediate release", "notes to editors", "media enquiries"}
	newsHead = sparsely("spokes|today|publish|read the |download the ", `spokes(person|man|woman)|(published|publishes|launched) today|today published|(board|partnership|council) (has )?(today )?publish(es|ed) (a|the|its)\b|you can (read|download) the (full )?(report|review)|(read|download) the (full )?(report|review) (here|on|at)\b`)
	// inquiry is what a public inquiry calls itself in its title. An appreciative
	// inquiry is a way of holding a review, and a line of inquiry a part of one.
	inquiry     = sparsely("inquiry", `\b(?:public|independent|statutory|judicial) (?:[\pL-]+ ){0,2}inquiry\b|^(?:an )?inquiry into\b|\breport of (?:an|the) (?:[\pL’'-]+ ){0,3}inquiry\b|^the (?:[\pL’'-]+ ){1,4}inquiry$`)
	question    = sparsely("?", `(?m)^(what|why|when|who|how|will|does|is|are|do|can|where)\b[^.\n]{3,90}\?\s*$`)
	leafletWord = sparsely("leaflet|frequently asked|information for |telephone:|further information", `leaflet|frequently asked|information for (professionals|families|parents|practitioners)|telephone:|further information`)
	stepWord    = sparsely("within |action required|actions required|responsible of|responsible for|responsibility of|responsibility for|step ", `within (\d+|one|two|three|six|nine|twelve) (working )?(days?|weeks?|months?) of|actions? required|responsib(le|ility) (of|for)|step \d`)
	webWord     = sparsely("click here|last updated|rate this page|cookies|skip to |download|a to z of|print this page|share this page|your comment", `click here|last updated|rate this page|cookies|skip to (main )?content|(view|please)/? ?download|a to z of|print this page|share this page|your comment`)
	thematic    = sparsely("scrs|scr's|scr’s|scr'’s|case reviews|practice reviews", `\bscr'?’?s\b|serious case reviews|practice reviews`)
	percentage  = sparsely("%", `[0-9]+(\.[0-9]+)?%`)
)

// wholeAnatomy is how many of the sections of a review make one by themselves, and one
// fewer below the name of a review where there are leastReview words; one with fewer
// still must name the child leastNamings times, or give the number of the case, or, with
// hardly any, be about a child and have as many words.
const (
	wholeAnatomy = 4
	leastNamings = 3
	leastReview  = 500
)

// anatomy are the sections that a report on one case is made of.
var anatomy = []SectionKind{
	SectionTermsOfRef, SectionMethod, SectionFamily, SectionChronology, SectionAppraisal,
	SectionAnalysis, SectionFindings, SectionLessons, SectionConclusion, SectionRecommendations,
	SectionFamilyViews, SectionStrengths, SectionImprovement,
}

// judging is what the rules look at. head and body are in lower case, of the
// same length as the text they are from.
type judging struct {
	text       *Text
	front      front
	format     string
	head, body string
	lines      []Span // of the title
	title      string // those lines, in lower case
	pageTitle  string // of a web page, in lower case: see the function
}

// judge says what kind of document t is. It looks at what the document calls
// itself, at the sections it is made of, at whether it speaks of one case or of
// reviews in general, and at whether it tells what was or what is to be. A
// document it cannot place is [KindOther].
func judge(t *Text, format string) judgement {
	j := judging{text: t, front: frontOf(t), format: format, body: lowerASCII(t.Body), pageTitle: lowerASCII(pageTitle(t))}
	j.head = j.body[:j.front.end()]
	j.lines = j.front.titleLines()
	for _, line := range j.lines {
		j.title += j.body[line.Start:line.End] + "\n"
	}
	if ownPage(t, format) {
		return j.by(KindWebPage, nil, "it is a page that thematic made of reviews")
	}
	if _, foreign := t.Foreign(); 2*foreign > CountWords(t.Body) {
		return j.by(KindOther, nil, "most of it does not seem to be English")
	}
	const toldOf = "it says %q as a report about a publication does"
	if said := j.published(); said != nil {
		return j.by(j.paperKind(""), said, toldOf, j.words(said))
	}
	for _, rule := range kindRules {
		name := rule.front.find(j.head)
		if name != nil && rule.body.count(j.body, rule.times) == rule.times {
			return j.by(rule.kind, name, "its first page says %q", j.words(name))
		}
	}
	if said := j.inTitle(inquiry); said != nil && j.inTitle(reviewName) == nil && !strings.Contains(j.words(said), "appreciative") {
		return j.by(j.paperKind(""), said, "its title says %q: a public inquiry is held under rules of its own and is no case review", t.Slice(Span{said[0], said[1]}))
	}
	name := j.reviewName()
	if name == nil && j.titled() != "" {
		judged := j.review(j.titled(), "the title of the page", nil)
		if judged.Evidence.Quote == "" {
			judged.Evidence = inTitleKept(t)
		}
		return judged
	}
	if name == nil {
		return j.general("nothing on its first page says that it is a review, an inspection or a coroner's report", nil)
	}
	if said := newsHead.find(j.head); said != nil {
		return j.by(j.paperKind(""), said, toldOf, j.words(said))
	}
	if said := j.paper(); said != nil {
		return j.by(j.paperKind(j.words(said)), said, "its title says %q: it is about reviews and is not one itself", j.words(said))
	}
	return j.review(j.words(name), "its first page", name)
}

// ownPage reports whether a web page is a briefing or a marked review, by what it says
// that it was made with.
func ownPage(t *Text, format string) bool {
	return format == "html" && strings.HasPrefix(t.Properties["producer"], "Made with thematic")
}

// by is the judgement that rests on the words at the offsets at, if any. Its evidence is
// the first line of them.
func (j *judging) by(kind Kind, at []int, reason string, args ...any) judgement {
	judged := judgement{Kind: kind, Reason: fmt.Sprintf(reason, args...)}
	if at != nil {
		line, _, _ := strings.Cut(j.body[at[0]:at[1]], "\n")
		judged.Evidence = j.text.evidence(Span{at[0], at[0] + len(line)})
	}
	return judged
}

// words returns what stands at the offsets at, in one line.
func (j *judging) words(at []int) string { return strings.ReplaceAll(j.body[at[0]:at[1]], "\n", " ") }

// reviewName finds what the front calls the review, first in its title.
func (j *judging) reviewName() []int {
	if at := j.inTitle(reviewName); at != nil {
		return at
	}
	if at := reviewName.find(j.head); at != nil {
		return at
	}
	if at := j.inTitle(lesserName); at != nil {
		return at
	}
	if at := j.acrossLines(); at != nil {
		return at
	}
	return j.anyName()
}

// anyName finds what a title calls a review that has a name of its own, as many a board
// has for its reviews: the cover names the child and the board, and the report has the
// sections of a review. Initials, as "SCR", are a name of their own without the board.
func (j *judging) anyName() []int {
	at := j.inTitle(anyName)
	if at == nil || j.inTitle(otherName) != nil || len(anatomyOf(j.text)) < wholeAnatomy {
		return nil
	}
	front, subject := j.text.subject()
	if subject == "" || boardIn(front).Value == "" && !inShort().MatchString(j.words(at)) {
		return nil
	}
	return at
}

// acrossLines finds what lines of the title that follow each other call the review:
// "Serious case", "review".
func (j *judging) acrossLines() []int {
	runs := j.runs()
	if at := j.firstIn(runs, reviewName); at != nil {
		return at
	}
	if j.inTitle(otherName) != nil {
		return nil
	}
	return j.firstIn(runs, lesserName)
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

// inTitle finds the first match of pattern in the lines of the title.
func (j *judging) inTitle(pattern sparse) []int { return j.firstIn(j.lines, pattern) }

// firstIn finds the first match of pattern in the first of spans that has one, as if each
// were one line.
func (j *judging) firstIn(spans []Span, pattern sparse) []int {
	for _, s := range spans {
		if at := pattern.find(j.words([]int{s.Start, s.End})); at != nil {
			return []int{s.Start + at[0], s.Start + at[1]}
		}
	}
	return nil
}

// calling returns the lines of the title that say what the document is: of one longer than
// longestTitleLine only what stands before the name of a review, for it goes on to say what
// the review is of, as "and how the policy on bruises was followed".
func (j *judging) calling() []Span {
	lines := slices.Clone(j.lines)
	for i, line := range lines {
		said := j.body[line.Start:line.End]
		if at := reviewName.find(said); at != nil && CountWords(said) > longestTitleLine {
			lines[i].End = line.Start + at[0]
		}
	}
	return lines
}

// published finds the words by which a page tells that a report was published.
func (j *judging) published() []int {
	for _, phrase := range news {
		if at := strings.Index(j.body, phrase); at >= 0 {
			return []int{at, at + len(phrase)}
		}
	}
	return nil
}

// paper finds the words by which the title says that the document is not the
// review that it names. What a slide behind that of the name says is no title.
func (j *judging) paper() []int {
	lines := j.calling()
	if at := j.firstIn(lines, paper); at != nil {
		return at
	}
	if hasAny(j.title, overview) || summaryName.re().MatchString(j.title) {
		return nil
	}
	lesser, name := j.firstIn(lines, lesserPaper), j.inTitle(reviewName)
	if lesser != nil && name != nil && j.page(lesser) > j.page(name) {
		return nil
	}
	return lesser
}

// page is the number of the page on which the words at the offsets at stand.
func (j *judging) page(at []int) int {
	page, _ := j.text.PageAt(at[0])
	return page.Number
}

// paperKind is the kind of a document that is no report, from what its title
// calls it.
func (j *judging) paperKind(called string) Kind {
	switch {
	case strings.Contains(called, "procedure"), strings.Contains(called, "protocol"), strings.Contains(called, "policy"), strings.Contains(called, "guidance"):
		return KindProcedure
	case strings.Contains(called, "leaflet"), strings.Contains(called, "factsheet"), strings.HasPrefix(called, "guide "):
		return KindLeaflet
	case j.format == "html":
		return KindWebPage
	}
	return KindOther
}

// titled returns what the title of a web page calls the review, "" where it names
// none or tells of one, as lists and news do.
func (j *judging) titled() string {
	at := reviewName.find(j.pageTitle)
	if at == nil || strings.HasPrefix(j.pageTitle[at[1]:], "s") || strings.Contains(j.pageTitle, "publi") ||
		paper.matches(j.pageTitle) || lesserPaper.matches(j.pageTitle) {
		return ""
	}
	return j.pageTitle[at[0]:at[1]]
}

// review recognises a report on one case and its summary. Called is what where, its
// first page, calls it, and name the offsets of that, if it stands in the text.
func (j *judging) review(called, where string, name []int) judgement {
	if !isStory(j.body) {
		return j.general(fmt.Sprintf("%s says %q, but it does not tell what was done in one case", where, called), name)
	}
	parts := anatomyOf(j.text)
	because := ", and it has " + sectionList(parts)
	if len(parts) < wholeAnatomy {
		front, subject := j.text.subject()
		switch {
		case len(parts) >= 2 && (subject != "" || ofCase.matches(referenceOf(front).Value) || namings(j.text.Body, leastNamings) == leastNamings):
		case len(parts) == wholeAnatomy-1 && j.inTitle(reviewName) != nil && CountWords(j.body) >= leastReview:
		case subject != "" && CountWords(j.body) >= leastReview:
			because = " and names " + subject
		default:
			return j.general(fmt.Sprintf("%s says %q, but it has neither the sections nor the single case of a review", where, called), name)
		}
	}
	if at := j.inTitle(summaryName); at != nil && (!hasAny(j.title, overview) || j.inTitle(ofReport) != nil) {
		return j.by(KindSummary, at, "its first page says %q and %q", j.words(at), called)
	}
	kind := KindReview
	switch {
	case name == nil && summaryName.matches(j.pageTitle) && !hasAny(j.pageTitle, overview):
		kind = KindSummary
	case practice().MatchString(called):
		kind = KindPractice
	case called == "rapid review":
		kind = KindRapid
	}
	return j.by(kind, name, "%s says %q%s", where, called, because)
}

// isStory reports whether body tells what was, as a review does, and not what
// is done in general or will be done: was, were, had and did make up two words
// in a hundred at the least, and are three times as many as will, shall, must
// and should. In the reviews measured it is four to seven in a hundred,
// and eight times as many.
func isStory(body string) bool {
	words, past, other := 0, 0, 0
	for word := range strings.FieldsSeq(body) {
		words++
		switch strings.TrimFunc(word, isMark) {
		case "was", "were", "had", "did":
			past++
		case "will", "shall", "must", "should":
			other++
		}
	}
	return past*50 >= words && past >= 3*other
}

// isMark reports whether r is a mark that a word may have on either side.
func isMark(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '(', ')':
		return true
	}
	return false
}

// general recognises what is about reviews but is not one. Without any sign of
// that the document is [KindOther], for the given reason, which rests on the
// words at the offsets at, if any.
func (j *judging) general(reason string, at []int) judgement {
	words := CountWords(j.body)
	first := func(s sparse) ([]int, string) {
		at := s.find(j.body)
		return at, j.words(at)
	}
	percentages := percentage.count(j.body, -1)
	switch {
	case percentages >= 3 && percentages*400 >= words && thematic.count(j.body, 5) == 5:
		at, _ := first(thematic)
		return j.by(KindThematic, at, "it gives %d percentages and speaks of reviews in the plural %d times", percentages, thematic.count(j.body, -1))
	case stepWord.count(j.body, 4) == 4:
		at, said := first(stepWord)
		return j.by(KindProcedure, at, "it sets %d steps and time limits such as %q", stepWord.count(j.body, -1), said)
	case words < 2500 && question.count(j.body, 3) == 3 && (leafletWord.matches(j.body) || question.count(j.body, 6) == 6):
		at, said := first(question)
		return j.by(KindLeaflet, at, "it is short and made of %d questions such as %q", question.count(j.body, -1), strings.TrimSpace(said))
	case words < 2500 && webWord.matches(j.body):
		at, said := first(webWord)
		return j.by(KindWebPage, at, "it says %q as web pages do", said)
	case j.format == "html":
		return j.by(KindWebPage, at, "it is a web page without the sections of a review")
	case words < 1500 && leafletWord.matches(j.head):
		at, said := first(leafletWord)
		return j.by(KindLeaflet, at, "it is short and says %q", said)
	}
	return j.by(KindOther, at, "%s", reason)
}

func anatomyOf(t *Text) []SectionKind {
	has := map[SectionKind]bool{}
	for _, s := range t.Sections {
		has[s.Kind] = true
	}
	var parts []SectionKind
	for _, kind := range anatomy {
		if has[kind] {
			parts = append(parts, kind)
		}
	}
	return parts
}

func sectionList(kinds []SectionKind) string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = strings.ReplaceAll(string(k), "_", " ")
	}
	return "sections for " + strings.Join(names, ", ")
}

// lowerASCII lowers A to Z and leaves every offset where it is.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
