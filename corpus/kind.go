package corpus

import (
	"fmt"
	"slices"
	"strings"
	"sync"
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
	front expression // must match the front
	body  expression // must match the whole text times times
	times int
}

// kindRules are tried in order.
var kindRules = []kindRule{
	{KindCoroner, Lazily(`prevention of future deaths|regulation 28[:\s]+report|report to prevent future deaths`),
		Lazily(`circumstances of the death|matters? of concern|coroner(?:'|’)s concerns|investigation into the death|the deceased|action should be taken|my opinion|my statutory duty|\bi (?:am|commenced|opened|heard|concluded)\b`), 2},
	{KindInspection, Lazily(`(joint (targeted )?area|child protection|thematic) inspection|inspection of|focused visit (to|of)|monitoring visit`),
		Lazily(`inspectors?\b|ofsted`), 3},
	{KindThematic, Lazily(`thematic (review|analysis|briefing|report)|overview of (serious case|practice) reviews|triennial|biennial`),
		Lazily(`\bscrs|\bcsprs|(serious case|practice) reviews|[0-9]+(\.[0-9]+)?% of`), 5},
}

var (
	// ofCase is the number of a case, and not that of a paper.
	ofCase      = Lazily(`^(?:(?:Case|SCR|L?CSPR|CPR|APR|SUSR)\b|` + ofBoard + `)`)
	summaryName = Lazily(`\b(?:executive|published|public|practitioners?) summary\b|^summary (?:report|of the)|(?:[:–-] |\breview )summary$`)
	// ofReport is how one line names a summary and the report that it is of.
	ofReport = Lazily(`\bsummary of (?:the )?(?:[\pL-]+ )?(?:overview|full|final) report|\b(?:overview|full|final) report ?[:–-]? ?(?:executive |public(?:ation)? )?summary`)
	overview = []string{"overview report", "full report", "final report"}
	// news is how a page reports that something was published: in any place, or,
	// as newsHead of a review, on its front.
	news     = []string{"press release", "for immediate release", "notes to editors", "media enquiries"}
	newsHead = Lazily(`spokes(person|man|woman)|(published|publishes|launched) today|today published|(board|partnership|council) (has )?(today )?publish(es|ed) (a|the|its)\b|you can (read|download) the (full )?(report|review)|(read|download) the (full )?(report|review) (here|on|at)\b`)
	// publicInquiry is what such a one calls itself in its title. A line of inquiry is a
	// part of a review, and ownInquiry a way in which boards hold one.
	publicInquiry = Lazily(`\b(?:public|independent|statutory|judicial) (?:[\pL-]+ ){0,2}inquiry\b|^(?:an )?inquiry into\b|\breport of (?:an|the) (?:[\pL’'-]+ ){0,3}inquiry\b|^the (?:[\pL’'-]+ ){1,4}inquiry$`)
	ownInquiry    = []string{"appreciative inquiry", "inquiry panel"}
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
	first      *firstPage
	text       *Text
	format     string
	head, body string
	lines      []Span        // of the title
	title      string        // those lines, in lower case
	pageTitle  string        // of a web page, in lower case: see the function
	parts      []SectionKind // of those of a review, the sections that the text has
	name       []int         // where the front names a review, nil where it names none
	whole      func() bool   // see [judging.isWhole]
}

// judge says what kind of document it is. It looks at what the document calls
// itself, at the sections it is made of, at whether it speaks of one case or of
// reviews in general, and at whether it tells what was or what is to be. The first rule
// that knows the document decides. A document it cannot place is [KindOther].
func (p *firstPage) judge(format string) judgement {
	j := judgingOf(p, format)
	for _, rule := range []func() *judgement{j.ownPage, j.foreign, j.published, j.byKind, j.inquiry, j.unnamed, j.newsOfReview, j.paper, j.ofSeveral} {
		if judged := rule(); judged != nil {
			return *judged
		}
	}
	return *j.review(j.words(j.name), "its first page", j.name)
}

func judgingOf(p *firstPage, format string) *judging {
	t := p.written
	j := &judging{first: p, text: t, format: format, body: lowerASCII(t.Body), lines: p.titleLines(), pageTitle: lowerASCII(pageTitle(t)), parts: anatomyOf(t)}
	j.head = j.body[:p.end()]
	for _, line := range j.lines {
		j.title += j.body[line.Start:line.End] + "\n"
	}
	j.name = j.reviewName()
	j.whole = sync.OnceValue(j.isWhole)
	return j
}

// ownPage knows a briefing or a marked review, by what a web page says that it was made
// with.
func (j *judging) ownPage() *judgement {
	if !strings.HasPrefix(j.text.Properties["producer"], "Made with thematic") {
		return nil
	}
	return j.by(KindWebPage, nil, "it is a page that thematic made of reviews")
}

// foreign knows what is mostly not in English.
func (j *judging) foreign() *judgement {
	if _, words := j.text.Foreign(); 2*words <= CountWords(j.body) {
		return nil
	}
	return j.by(KindOther, nil, "most of it does not seem to be English")
}

// published knows a page by the words with which it tells that something was published.
func (j *judging) published() *judgement {
	for _, phrase := range news {
		if at := strings.Index(j.body, phrase); at >= 0 {
			return j.toldOf([]int{at, at + len(phrase)})
		}
	}
	return nil
}

// newsOfReview is the same of a review, by words on the front.
func (j *judging) newsOfReview() *judgement {
	if said := newsHead().FindStringIndex(j.head); said != nil {
		return j.toldOf(said)
	}
	return nil
}

func (j *judging) toldOf(said []int) *judgement {
	return j.by(j.paperKind(KindOther), said, "it says %q as a report about a publication does", j.words(said))
}

// byKind asks [kindRules].
func (j *judging) byKind() *judgement {
	for _, rule := range kindRules {
		name, times := rule.front().FindStringIndex(j.head), 0
		if name == nil {
			continue
		}
		for range rule.body().inLines(j.body) {
			if times++; times == rule.times {
				return j.by(rule.kind, name, "its first page says %q", j.words(name))
			}
		}
	}
	return nil
}

// inquiry knows the report of a public inquiry.
func (j *judging) inquiry() *judgement {
	said := j.inTitle(publicInquiry().FindStringIndex)
	if said == nil || j.inTitle(j.sureName) != nil || hasAny(j.title, ownInquiry) {
		return nil
	}
	return j.by(j.paperKind(KindOther), said, "its title says %q: a public inquiry is held under rules of its own and is no case review", j.text.Slice(Span{said[0], said[1]}))
}

// unnamed decides where the front names no review. The title of a web page may.
func (j *judging) unnamed() *judgement {
	if j.name != nil {
		return nil
	}
	called := j.titled()
	if called == "" {
		return j.general("nothing on its first page says that it is a review, an inspection or a coroner's report", nil)
	}
	judged := j.review(called, "the title of the page", nil)
	if judged.Evidence.Quote == "" {
		judged.Evidence = inTitleKept(j.text)
	}
	return judged
}

// ofSeveral knows what is about reviews by its title, which names them in the plural and nobody
// whom one is about.
func (j *judging) ofSeveral() *judgement {
	if !j.inPlural() || hasAny(j.title, overview) || summaryName().MatchString(j.title) || j.first.subject().Value != "" || j.whole() {
		return nil
	}
	return j.general(fmt.Sprintf("its title speaks of %q in the plural and names nobody", j.words(j.name)+"s"), j.name)
}

// inPlural reports whether the title names reviews in the plural alone.
func (j *judging) inPlural() bool {
	names := sureName().FindAllStringIndex(j.title, -1)
	return names != nil && !slices.ContainsFunc(names, func(at []int) bool { return j.title[at[1]] != 's' })
}

// by is the judgement that rests on the words at the offsets at, if any. Its evidence is
// the first line of them.
func (j *judging) by(kind Kind, at []int, reason string, args ...any) *judgement {
	judged := &judgement{Kind: kind, Reason: fmt.Sprintf(reason, args...)}
	if at != nil {
		line, _, _ := strings.Cut(j.body[at[0]:at[1]], "\n")
		judged.Evidence = j.text.evidence(Span{at[0], at[0] + len(line)})
	}
	return judged
}

// words returns what stands at the offsets at, in one line.
func (j *judging) words(at []int) string { return strings.ReplaceAll(j.body[at[0]:at[1]], "\n", " ") }

// A finder finds something in a line in small letters, nil where it is not there.
type finder func(line string) []int

// inTitle finds the first of what find finds in the lines of the title.
func (j *judging) inTitle(find finder) []int { return j.firstIn(j.lines, find) }

// firstIn finds it in the first of spans that has it, as if each were one line.
func (j *judging) firstIn(spans []Span, find finder) []int {
	for _, s := range spans {
		if at := find(j.words([]int{s.Start, s.End})); at != nil {
			return []int{s.Start + at[0], s.Start + at[1]}
		}
	}
	return nil
}

// titled returns what the title of a web page calls the review, "" where it names
// none or tells of one, as lists and news do.
func (j *judging) titled() string {
	at := j.sureName(j.pageTitle)
	said, _ := firstOf(slices.Concat(papers, asides), j.pageTitle)
	if at == nil || said != nil || strings.HasPrefix(j.pageTitle[at[1]:], "s") || strings.Contains(j.pageTitle, "publi") {
		return ""
	}
	return j.pageTitle[at[0]:at[1]]
}

// review recognises a report on one case and its summary. Called is what where, its
// first page, calls it, and name the offsets of that, if it stands in the text.
func (j *judging) review(called, where string, name []int) *judgement {
	if !isStory(j.body) {
		return j.general(fmt.Sprintf("%s says %q, but it does not tell what was done in one case", where, called), name)
	}
	because := j.ofOneCase()
	if because == "" {
		return j.general(fmt.Sprintf("%s says %q, but it has neither the sections nor the single case of a review", where, called), name)
	}
	if at := j.inTitle(summaryName().FindStringIndex); at != nil && (!hasAny(j.title, overview) || j.inTitle(ofReport().FindStringIndex) != nil) {
		return j.by(KindSummary, at, "its first page says %q and %q", j.words(at), called)
	}
	kind := KindReview
	switch {
	case name == nil && summaryName().MatchString(j.pageTitle) && !hasAny(j.pageTitle, overview):
		kind = KindSummary
	case strings.Contains(called, "cspr"), strings.Contains(called, "practice review"):
		kind = KindPractice
	case called == rapidReview:
		kind = KindRapid
	}
	return j.by(kind, name, "%s says %q%s", where, called, because)
}

// ofOneCase says by what a document that calls itself a review is one of one case, "" where
// nothing shows it: see [wholeAnatomy].
func (j *judging) ofOneCase() string {
	sections := ", and it has " + sectionList(j.parts)
	if len(j.parts) >= wholeAnatomy {
		return sections
	}
	subject, long := j.first.subject().Value, CountWords(j.body) >= leastReview
	switch {
	case len(j.parts) >= 2 && (subject != "" || ofCase().MatchString(referenceOf(j.first.front).Value) || namesChild(j.text.Body, leastNamings)):
		return sections
	case len(j.parts) == wholeAnatomy-1 && j.inTitle(j.sureName) != nil && long:
		return sections
	case subject != "" && long:
		return " and names " + subject
	}
	return ""
}
