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
	// ofCase is the number of a case, and not that of a paper.
	ofCase      = sparsely("Case|SCR|CSPR|CPR|APR|SUSR", `^(?:Case|SCR|L?CSPR|CPR|APR|SUSR)\b`)
	summaryName = sparsely("summary", `\b(?:executive|published|public|practitioners?) summary\b|^summary (?:report|of the)|(?:[:–-] |\breview )summary$`)
	// ofReport is how one line names a summary and the report that it is of.
	ofReport = sparsely("summary", `\bsummary of (?:the )?(?:[\pL-]+ )?(?:overview|full|final) report|\b(?:overview|full|final) report ?[:–-]? ?(?:executive |public(?:ation)? )?summary`)
	overview = []string{"overview report", "full report", "final report"}
	// news is how a page reports that something was published: in any place, or,
	// as newsHead of a review, on its front.
	news     = []string{"press release", "for immediate release", "notes to editors", "media enquiries"}
	newsHead = sparsely("spokes|today|publish|read the |download the ", `spokes(person|man|woman)|(published|publishes|launched) today|today published|(board|partnership|council) (has )?(today )?publish(es|ed) (a|the|its)\b|you can (read|download) the (full )?(report|review)|(read|download) the (full )?(report|review) (here|on|at)\b`)
	// inquiry is what a public inquiry calls itself in its title. A line of inquiry is a
	// part of a review, and ownInquiry a way in which boards hold one.
	inquiry    = sparsely("inquiry", `\b(?:public|independent|statutory|judicial) (?:[\pL-]+ ){0,2}inquiry\b|^(?:an )?inquiry into\b|\breport of (?:an|the) (?:[\pL’'-]+ ){0,3}inquiry\b|^the (?:[\pL’'-]+ ){1,4}inquiry$`)
	ownInquiry = []string{"appreciative inquiry", "inquiry panel"}
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
		return j.by(j.paperKind(KindOther), said, toldOf, j.words(said))
	}
	for _, rule := range kindRules {
		name := rule.front.find(j.head)
		if name != nil && rule.body.count(j.body, rule.times) == rule.times {
			return j.by(rule.kind, name, "its first page says %q", j.words(name))
		}
	}
	if said := j.inTitle(inquiry); said != nil && j.inTitle(sureName) == nil && !hasAny(j.title, ownInquiry) {
		return j.by(j.paperKind(KindOther), said, "its title says %q: a public inquiry is held under rules of its own and is no case review", t.Slice(Span{said[0], said[1]}))
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
		return j.by(j.paperKind(KindOther), said, toldOf, j.words(said))
	}
	if said, kind := j.paper(); said != nil {
		return j.by(j.paperKind(kind), said, "its title says %q: it is about reviews and is not one itself", j.words(said))
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

// published finds the words by which a page tells that a report was published.
func (j *judging) published() []int {
	for _, phrase := range news {
		if at := strings.Index(j.body, phrase); at >= 0 {
			return []int{at, at + len(phrase)}
		}
	}
	return nil
}

// titled returns what the title of a web page calls the review, "" where it names
// none or tells of one, as lists and news do.
func (j *judging) titled() string {
	at := sureName.find(j.pageTitle)
	said, _ := firstOf(slices.Concat(papers, asides), j.pageTitle)
	if at == nil || said != nil || strings.HasPrefix(j.pageTitle[at[1]:], "s") || strings.Contains(j.pageTitle, "publi") {
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
		case len(parts) == wholeAnatomy-1 && j.inTitle(sureName) != nil && CountWords(j.body) >= leastReview:
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
	case strings.Contains(called, "cspr"), strings.Contains(called, "practice review"):
		kind = KindPractice
	case called == rapidReview:
		kind = KindRapid
	}
	return j.by(kind, name, "%s says %q%s", where, called, because)
}
