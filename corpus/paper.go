package corpus

import (
	"cmp"
	"slices"
	"strings"
)

// A paper is one sort of what boards publish beside a review: it speaks of one, may tell
// the same story, and is none. Each row has titles that it takes, parted by semicolons, and one
// much like them that is left to a review, against which the tests hold it.
type paper struct {
	words         func() *Expression // for a line of the title, in small letters
	takes, leaves string
	kind          Kind // of what is called so; [KindOther] where it is missing
	alike         bool // whether it has the sections of a review itself
}

// bodyWord is a word for those who answer to a review.
const bodyWord = `(?:board|partnership|committee|council|trust|government|\pL*(?:sc[bp]|sab))`

// alone is how what follows a paper in a title shows that the paper is what the title names,
// and no word of a longer name as in "Paper walls".
const alone = `(?:$|[:;,.]| [(–\d-]`

// papers are never a review, whatever else the title names, unless a whole one stands below and
// the line is not plainly that of a paper.
var papers = []paper{
	{words: Lazily(`^(?:draft )?(?:minutes|agenda)\b|\b(?:minutes|agenda) (?:of|for)\b|^(?:(?:draft|panel|meeting) )*notes` + alone + `| (?:for|on|to accompany)\b)|\bnotes (?:of|from) .*\b(?:meeting|panel|group)\b`), takes: "Agenda; Draft minutes; Notes; Summary notes of the panel; Panel meeting notes; Notes to accompany the review", leaves: "Notes of a short life"},
	{words: Lazily(`^(?:draft )?appendi(?:x|ces)\b`), takes: "Appendices; Appendix 2", leaves: "Overview Report and Appendices"},
	{words: Lazily(`^(?:draft )?response\b|\bresponse to\b.*\b(?:reviews?|reports?|scrs?|l?csprs?|sars?|dhrs?|recommendations?|findings)\b|\brecommendations and (?:[\pL-]+ )?responses?\b`), takes: "Response; Multi-agency response to the findings; Recommendations and agency responses", leaves: "The response to a crying baby"},
	{words: Lazily(`\bresponse (?:by|from|of)\b.*\b` + bodyWord + `\b|['’]s response\b|\bresponse report\b|(?:^|[:–-] )(?:[\pL-]+ )?(?:multi-agency|agency|agencies['’]?) responses?(?:$|:)`), takes: "The Chair’s response; Composite multi-agency responses", leaves: "The response of agencies to Child K"},
	{words: Lazily(`(?:^|[:–-] )(?:the )?(?:[\pL-]+ )?(?:(?:local|safeguarding|children['’]?s?|adults?) )*` + bodyWord + `['’]?s? response$`), takes: "Fenn Safeguarding Children Board Response", leaves: "Overview Report and LSCB Response"},
	{words: Lazily(`\btracker\b|\b(?:recommendations?|actions?) (?:logs?|updates?)\b`), takes: "Recommendation tracker; Action log", leaves: "A log of visits"},
	{words: Lazily(`press (?:release|statement|notice)|media (?:statement|release)`), takes: "Media release; Press statement", leaves: "A child in the press"},
	{words: Lazily(`briefing|bulletin|newsletter|(?:\d|one|five|seven|ten)[- ]minute\b`), takes: "Learning briefing; Bulletin; Newsletter; Seven-minute guide", leaves: "Five minutes at the door"},
	{words: Lazily(`(?:learning|lessons learne?[dt]) (?:briefs?\b|summary|pack|resource|days?\b|events?\b|notes?\b|seminars?\b|circles?\b)`), takes: "Learning note; Practitioner Learning Event; Lessons learned day; Learning pack", leaves: "Learning and notes"},
	{words: Lazily(`(?:annual|yearly|improvement|progress|implementation|scrutiny) report|business plan`), takes: "Annual Report; Yearly Report; Scrutiny report; Improvement Report; Progress Report; Business Plan", leaves: "A report without progress"},
	{words: Lazily(`\b(?:annual|yearly|mid-year|peer|policy|service|literature|evidence|care|after|placement|performance|diary|assurance|implementation|quality|self|section \d+)[ -]review\b`), takes: "Annual review; Section 11 Review; Implementation review; Peer-review; Quality Assurance Review", leaves: "Annual reviews of a child looked after"},
	{words: Lazily(`\bresearch report|\breviews? of (?:reviews|progress|policy|arrangements|services(?:$| (?:for|to) (?:adults|babies|children|families|men|mothers|parents|people|victims|women|young)\b| in (?:\pL+ )?\pL+$))`), takes: "Research report; Review of Progress; Review of services in Fenn; Review of services for young people", leaves: "Review of services to Child K"},
	{words: Lazily(`\bpapers?` + alone + `| (?:by|for|from|given|of|on|presented|to)\b)|\babstract\b|symposium|dissertation`), takes: "Paper given at the Fenn conference; Papers of the board; A discussion paper; Abstract", leaves: "Paper walls"},
	{words: Lazily(`thematic overview\b.*\breviews\b`), takes: "Thematic overview: serious case reviews", leaves: "A thematic overview"},
	{words: Lazily(`\bone year on\b|\b(?:years|months) on(?:$|[:,.]| [–-])|\bprogress (?:against|since)\b|\bupdate (?:on|report)\b|\breviews? update\b`), takes: "One Year On; Two years on; An update on the case; Review update; Progress against the plan", leaves: "Years on a waiting list"},
	{words: Lazily(`\bpresentation` + alone + `| (?:about|by|for|given|of|on|to)\b| (?:at|from) .*\b(?:conference|event|meeting|seminar)\b)|\bslides?\b`), takes: "Presentation to staff; A presentation about the review; Presentation given in May; Presentation at the Fenn conference; Slides", leaves: "Presentation at the hospital"},
	{words: Lazily(`(?:^|individual |independent |internal |agency )management re(?:view|port)|health overview report|\bimr\b`), takes: "Management Review; Agency Management Review; Individual Management Report; IMR; Health Overview Report", leaves: "Case management review", alike: true},
	{words: Lazily(`easy[- ]?read\b|frequently asked questions|\bquestions and answers\b|\bfaqs?\b|\bsummary for (?:young people|children)\b`), takes: "Summary for young people; Easy Read; FAQs; Frequently asked questions; Questions and answers", leaves: "A summary follows"},
}

// asides are not a review either, unless the title also names a report that such a one may
// stand in, or a whole review stands below it.
var asides = []paper{
	{words: Lazily(`^(?:draft )?statement\b|\bstatement (?:by|from|on|of|following)\b|\b(?:chair['’]?s|family) statement`), takes: "Statement; Chair’s Statement; A family statement; A statement on the case", leaves: "What every statement left out"},
	{words: Lazily(`(?:action|implementation|communications?|project|delivery) plan|terms of reference`), takes: "Action Plan; Implementation plan; Communications plan; Terms of reference", leaves: "Overview Report and Action Plan"},
	{words: Lazily(`\bchronology of\b|\b(?:integrated|combined|merged|composite|(?:multi|single)-agency) chronology\b`), takes: "Integrated Chronology; Chronology of contact", leaves: "Chronology"},
	{words: Lazily(`learning from|lessons (?:from|learne?[dt] from)`), takes: "Learning from the case; Lessons learned from Fenn", leaves: "Learning and lessons"},
	{words: Lazily(`(?:speaker|speaking|facilitator|trainer|discussion)s?['’]?s? (?:notes?|guide)`), takes: "Facilitator’s notes; Discussion guide", leaves: "A note in the file"},
	{words: Lazily(`messages from(?: (?:the|this|an?|our|recent)\b|.*\breviews\b|$)|key messages|^key (?:learning|points)\b|dissemination`), takes: "Messages from the review; Messages from case reviews; Key messages; Key learning; Dissemination", leaves: "Messages from Baby Q"},
	{words: Lazily(`at a glance|\bon (?:a|one) page\b|\b(?:one|1|two|2)[- ]page\b`), takes: "Learning on a page; At a glance; Two-page summary", leaves: "Two pages were lost"},
	{words: Lazily(`protocol|policy|procedures?\b|(?:practice )?guidance (?:after|following|for|on)|\breviews? (?:guidance|framework|arrangements|pathway)\b`), takes: "Serious Case Review Guidance; Protocol; Policy; Procedure; Guidance on bruises; Guidance following the case", leaves: "A pathway through care", kind: KindProcedure},
	{words: Lazily(`\bassurance report\b|\b(?:impact|evaluation) (?:assessment|evaluation|report|review|stud(?:y|ies))\b|\bevaluation of\b`), takes: "Assurance report; Impact evaluation; Evaluation of the case", leaves: "The impact of the move"},
	{words: Lazily(`\bguide (?:for|to)|leaflet|factsheet`), takes: "A guide to the review; Leaflet; Factsheet", leaves: "No guide", kind: KindLeaflet},
	{words: Lazily(`case stud(?:y|ies)|learning conference|training|workshop|webinar|toolkit|handbook|strategy|digest|podcast|transcript|\bquick guide\b|\bposter\b|checklist|template|\baudit\b|survey|consultation|notification|referral`),
		takes: "Case study; Learning conference; Training; Workshop; Webinar; Toolkit; Handbook; Strategy; Digest; Podcast; Transcript; Quick Guide; Poster; Checklist; Template; Audit of the case; Survey; Consultation; Notification; Referral", leaves: "A study of a child who was not referred"},
	{words: Lazily(`report (?:to|for) (?:the )?(?:cabinet|committee|council|scrutiny|board)`), takes: "Report to Cabinet; Report for the board", leaves: "A report of bruises"},
}

// find finds the words of p in a line in small letters.
func (p paper) find(line string) []int { return p.words().FindStringIndex(line) }

// firstOf finds the first of rows that line names, in small letters.
func firstOf(rows []paper, line string) (first []int, row paper) {
	for _, p := range rows {
		if at := p.find(line); at != nil && (first == nil || at[0] < first[0]) {
			first, row = at, p
		}
	}
	row.kind = cmp.Or(row.kind, KindOther)
	return first, row
}

// firstOf finds it in a line of the title.
func (j *judging) firstOf(rows []paper, line Span) (said []int, row paper) {
	at, row := firstOf(rows, j.words([]int{line.Start, line.End}))
	if at == nil {
		return nil, row
	}
	return []int{line.Start + at[0], line.Start + at[1]}, row
}

// calling returns the lines of the title that say what the document is: of one longer than
// longestTitleLine only what stands up to the name of a review, for it goes on to say what
// the review is of, as "and how the policy on bruises was followed".
func (j *judging) calling() []Span {
	lines := slices.Clone(j.lines)
	for i, line := range lines {
		said := j.body[line.Start:line.End]
		if at := sureName().FindStringIndex(said); at != nil && CountWords(said) > longestTitleLine {
			lines[i].End = line.Start + at[1]
		}
	}
	return lines
}

// paper knows what the title says is not the review that it names.
func (j *judging) paper() *judgement {
	said, kind := j.calledPaper()
	if said == nil {
		return nil
	}
	reason := "its title says %q: it is about reviews and is not one itself"
	if j.whole() {
		reason += ", though it has the sections of a whole one"
	}
	return j.by(j.paperKind(kind), said, reason, j.words(said))
}

// calledPaper finds the words by which the title says that the document is not the
// review that it names, and of what kind it is. What a slide behind that of the name says
// is no title.
func (j *judging) calledPaper() (said []int, kind Kind) {
	for _, line := range j.calling() {
		said, row := j.firstOf(papers, line)
		if said != nil && !contained().MatchString(j.body[:said[0]]) && (row.alike || j.ofReview(said) || !j.whole() || j.plainly(line, said)) {
			return said, row.kind
		}
	}
	if hasAny(j.title, overview) || summaryName().MatchString(j.title) {
		return nil, ""
	}
	for _, line := range j.calling() {
		said, row := j.firstOf(asides, line)
		if said == nil {
			continue
		}
		name := j.inTitle(j.sureName)
		if withReport().MatchString(j.body[:said[0]]) || !j.ofReview(said) && j.whole() || name != nil && j.page(said) > j.page(name) {
			return nil, ""
		}
		return said, row.kind
	}
	return nil, ""
}

// ofReview reports whether the words at the offsets said, of a line of the title, are of a
// review that the line goes on to name: "Learning from the serious case review".
func (j *judging) ofReview(said []int) bool {
	line, _, _ := strings.Cut(j.body[said[0]:], "\n")
	name := j.sureName(line)
	return name != nil && beforeReview().MatchString(line[:name[0]])
}

// beforeReview ends with what stands between a paper and the review that it is of.
var beforeReview = Lazily(`\b(?:about|after|following|for|from|in|of|on|to) (?:[\pL-]+ ){0,2}$`)

// isWhole reports whether the document has what a review has and what a paper that tells of one
// hardly has: it says how the review was held, tells what happened, has the sections of a
// review, and names again and again whom it is about.
func (j *judging) isWhole() bool {
	hasOne := func(of ...SectionKind) bool {
		return slices.ContainsFunc(of, func(kind SectionKind) bool { return slices.Contains(j.parts, kind) })
	}
	if len(j.parts) < wholeAnatomy || !hasOne(SectionTermsOfRef, SectionMethod, SectionFamilyViews) || !hasOne(SectionFamily, SectionChronology, SectionAppraisal) {
		return false
	}
	subject := j.first.subject().Value
	return namesChild(j.text.Body, leastRecurrences) || subject != "" && j.first.recurs(subject, leastRecurrences)
}

// withReport ends with what stands before a paper that a report has within it: "report and
// action plan", "including the integrated chronology".
var withReport = Lazily(`\b(?:` + including + `|(?:report|review) and) (?:` + itsOwn + `)?$`)

// contained is the same where the paper cannot be the whole: "with an update on".
var contained = Lazily(`\b(?:` + including + `) (?:` + itsOwn + `)?$`)

// page is the number of the page on which the words at the offsets at stand.
func (j *judging) page(at []int) int {
	page, _ := j.text.PageAt(at[0])
	return page.Number
}

// paperKind is the kind of a paper, which on the web is a page where it is nothing else.
func (j *judging) paperKind(kind Kind) Kind {
	if kind == KindOther && j.format == "html" {
		return KindWebPage
	}
	return kind
}
