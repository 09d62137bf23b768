package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// testText makes a text of lines: "# " and "## " begin headings, which open
// sections of the kind given in brackets behind them; "- " begins a bullet.
func testText(lines ...string) *Text {
	t := &Text{}
	section := -1
	for _, line := range lines {
		block := Block{Kind: BlockParagraph}
		switch {
		case strings.HasPrefix(line, "#"):
			level := strings.Count(line[:2], "#")
			line = strings.TrimLeft(line, "# ")
			kind := SectionUnknown
			if cut := strings.Index(line, " ["); cut >= 0 {
				kind, line = SectionKind(strings.TrimSuffix(line[cut+2:], "]")), line[:cut]
			}
			block.Kind, block.Level = BlockHeading, level
			t.Sections = append(t.Sections, Section{Kind: kind, Title: line, Level: level, Parent: -1})
			section = len(t.Sections) - 1
		case strings.HasPrefix(line, "- "):
			block.Kind, line = BlockBullet, line[2:]
		}
		block.Section = section
		block.Span = Span{len(t.Body), len(t.Body) + len(line)}
		t.Blocks = append(t.Blocks, block)
		t.Body += line + "\n"
	}
	t.Pages = []Page{{Number: 1, Span: Span{0, len(t.Body)}, State: PageRead}}
	return t
}

const oneCase = "Baby Q was four months old. Baby Q was seen twice. Nobody asked where Baby Q slept, and the clinic did not see Baby Q again before he was taken to hospital that winter by his aunt."

var kindTests = []struct {
	name   string
	format string
	lines  []string
	want   Kind
}{
	{"a full report", "pdf", []string{
		"# Serious Case Review: Baby Q", "# Overview Report", "Marlshire Safeguarding Children Board", "May 2011",
		"# 1. Introduction [introduction]", oneCase, "# 2. Terms of reference [terms_of_reference]", "Was the assessment timely?",
		"# 3. Executive summary of findings [summary]", oneCase, "# 4. Analysis [analysis]", oneCase,
		"# 5. Recommendations [recommendations]", "The Board should seek assurance.",
	}, KindReview},
	{"its executive summary", "pdf", []string{
		"# Executive Summary", "# Serious Case Review: Baby Q", "Marlshire Safeguarding Children Board",
		"# Background [chronology]", oneCase, "# Findings [findings]", oneCase, "# Recommendations [recommendations]", oneCase,
	}, KindSummary},
	{"a review named Single Unified Safeguarding Review", "pdf", []string{
		"# Single Unified Safeguarding Review", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"a review named by the initials of that", "pdf", []string{
		"# SUSR: Child K", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"a review named Lessons Learned Review", "pdf", []string{
		"# Lessons Learned Review", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"a review named Review undertaken in respect of a death experienced by a young person known to services", "pdf", []string{
		"# Review undertaken in respect of a death experienced by a young person known to services", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"a review named Mental Health Homicide Review", "pdf", []string{
		"# Mental Health Homicide Review", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"a review named Root Cause Analysis Investigation Report", "pdf", []string{
		"# Root Cause Analysis Investigation Report", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"a review named Serious Incident Investigation Report", "pdf", []string{
		"# Serious Incident Investigation Report", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"a review named Serious Incident Review: Child K", "pdf", []string{
		"# Serious Incident Review: Child K", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"a review named Overview Report into the death of Child K", "pdf", []string{
		"# Overview Report into the death of Child K", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"a review named Independent Review into the care of Child K", "pdf", []string{
		"# Independent Review into the care of Child K", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"an adult practice review", "pdf", []string{
		"# Adult Practice Review", "March 2018", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase, "# Findings [findings]", oneCase,
		"# Recommendations [recommendations]", "None.",
	}, KindPractice},
	{"one agency's own review", "pdf", []string{
		"# Agency Management Review", "# Serious Case Review: Baby Q", "# Chronology [chronology]", story, "# Analysis [analysis]", oneCase,
		"# Lessons [lessons]", oneCase, "# Recommendations [recommendations]", oneCase,
	}, KindOther},
	{"an overview report on how reviews were used", "pdf", []string{
		"# Overview Report", "Marlshire Partnership, 2018", "# Method [method]", "Boards will send what they hold, and should say how it is used.",
		"# Findings [findings]", "Boards should share what they learn. They will be asked again.", "# Recommendations [recommendations]", "None.",
	}, KindOther},
	{"one in Welsh whose title is in English too", "pdf", []string{
		"# Extended Child Practice Review: Child A", "# Cefndir [chronology]", welsh, "# Canfyddiadau [findings]", welsh, welsh,
	}, KindOther},
	{"a practice review after 2019", "docx", []string{
		"# Local Child Safeguarding Practice Review", "# Child R", "Fenn Safeguarding Children Partnership, March 2021",
		"# The review [method]", "Child R is known here by a letter.", "# Learning [lessons]", "Child R was seen. Child R spoke.", "# Recommendations [recommendations]", "None.",
	}, KindPractice},
	{"a review that was put on a web page", "html", []string{
		"# Serious case review: Baby Q", oneCase, "# Findings [findings]", oneCase, "# Learning [lessons]", oneCase, "Last updated: 3 May 2012",
	}, KindReview},
	{"an inspection letter", "pdf", []string{
		"4 May 2021", "Dear Mr Brown", "# Focused visit to Marlshire children's services",
		"This letter summarises what Ofsted's inspectors found. The inspectors looked at assessments. Inspectors saw records.",
	}, KindInspection},
	{"a coroner's report", "text", []string{
		"REGULATION 28: REPORT TO PREVENT FUTURE DEATHS", "I am the coroner for Marlshire.", "I opened the inquest in May.",
	}, KindCoroner},
	{"a page about reports of coroners", "html", []string{
		"# Regulation 28 reports", "A coroner who holds an inquest may write to whoever can act. The coroner’s Regulation 28 report says what the coroner asks for, and the inquest is over by then.",
	}, KindWebPage},
	{"a briefing on many reviews", "text", []string{
		"# The Thematic Review", "Thirty SCRs were read: twelve SCRs from one area and eighteen SCRs from another.",
		"In 60% of SCRs there was no chronology, and in 40% of the SCRs nobody saw the child.",
	}, KindThematic},
	{"a procedure", "text", []string{
		"# Serious Case Reviews", "This page sets out the process.", "1 The manager is told within 1 working day of the incident.",
		"2 The panel meets within 10 working days of receipt.", "3 A decision is made within one month of receipt.", "4 An author is found within 6 months of the decision.",
	}, KindProcedure},
	{"a leaflet", "pdf", []string{
		"# Serious Case Reviews: a leaflet for families", "# What is a review?", "It looks at what was done.",
		"# Who will talk to me?", "The author.", "# Will I see the report?", "Yes.",
	}, KindLeaflet},
	{"a web page about reviews", "text", []string{
		"# Serious Case Reviews", "Boards hold them when a child has died.", "Click here to download the form.",
	}, KindWebPage},
	{"minutes", "docx", []string{"# Minutes of the allotment society", "The hedge was discussed at some length."}, KindOther},
	{"an agenda that names reviews", "docx", []string{"# Agenda", "1. Serious case review update", "2. Training"}, KindOther},
}

// quotedIn is the first text in quotation marks, "" for none.
func quotedIn(reason string) string {
	parts := strings.SplitN(reason, `"`, 3)
	if len(parts) < 3 {
		return ""
	}
	return parts[1]
}

func TestJudge(t *testing.T) {
	for _, test := range kindTests {
		judged := judge(testText(test.lines...), test.format)
		got, reason := judged.Kind, judged.Reason
		if got != test.want {
			t.Errorf("%s: got %s (%s), want %s", test.name, got, reason, test.want)
		}
		if reason == "" {
			t.Errorf("%s: no reason", test.name)
		}
		if said := quotedIn(reason); !strings.Contains(lowerASCII(judged.Evidence.Quote), said) {
			t.Errorf("%s: its evidence %q does not say %q", test.name, judged.Evidence.Quote, said)
		}
	}
}

// story is what a review tells, long enough to be one.
var story = strings.Repeat(oneCase+" ", 20)

// paperTests are documents that speak of a review, some of them with its
// headings and its story, and are none.
var paperTests = []struct {
	name   string
	format string
	lines  []string
	want   Kind
}{
	{"an agenda", "docx", []string{
		"# Agenda: Serious Case Review Sub-Group, 4 May 2012", "1. Apologies", "2. Serious case review: Baby Q", "3. Any other business",
	}, KindOther},
	{"minutes that tell the case", "docx", []string{
		"# Minutes of the Serious Case Review Panel", "Marlshire Safeguarding Children Board", "# Chronology [chronology]", story,
		"# Analysis [analysis]", oneCase, "# Lessons [lessons]", oneCase, "# Recommendations [recommendations]", oneCase,
	}, KindOther},
	{"a news page", "html", []string{
		"# Serious case review into the death of Baby Q", "The Marlshire Safeguarding Children Board has today published its review of the case of Baby Q.", story,
		"# Findings [findings]", oneCase, "# Recommendations [recommendations]", oneCase,
	}, KindWebPage},
	{"a press statement", "pdf", []string{
		"# Statement on the serious case review: Baby Q", "The chair of the Board said that Baby Q was let down.", story,
		"# Findings [findings]", oneCase, "# Lessons [lessons]", oneCase,
	}, KindOther},
	{"a press release that says so at its end", "pdf", []string{
		"# Serious Case Review: Baby Q", story, "# Findings [findings]", oneCase, "# Lessons [lessons]", oneCase, "Notes to editors: the report is on the website.",
	}, KindOther},
	{"a seven-minute briefing", "pdf", []string{
		"# 7-Minute Briefing", "# Serious Case Review: Baby Q", "# Background [chronology]", story, "# Findings [findings]", oneCase,
		"# Learning [lessons]", oneCase, "# Recommendations [recommendations]", oneCase,
	}, KindOther},
	{"a learning briefing of a practice review", "pptx", []string{
		"# Child Safeguarding Practice Review: Child R", "Learning briefing for practitioners", "# What happened [chronology]", story,
		"# Findings [findings]", oneCase, "# Learning [lessons]", oneCase, "# Good practice [strengths]", oneCase,
	}, KindOther},
	{"an action plan", "docx", []string{
		"# Serious Case Review: Baby Q", "# Action Plan", "# Recommendations [recommendations]", "The Trust will audit its records by May.",
		"# Lessons [lessons]", story, "# Findings [findings]", oneCase, "# Conclusion [conclusion]", oneCase,
	}, KindOther},
	{"a training slide", "pdf", []string{
		"# Learning from serious case reviews", "Training for multi-agency staff", "# The case [chronology]", story, "# Lessons [lessons]", oneCase,
		"# Findings [findings]", oneCase, "# Recommendations [recommendations]", oneCase,
	}, KindOther},
	{"a board's annual report", "pdf", []string{
		"# Marlshire Safeguarding Children Board", "# Annual Report 2012 to 2013", "Serious case reviews and other learning", "# Conclusion [conclusion]", story,
		"# Lessons [lessons]", oneCase, "# Findings [findings]", oneCase, "# Good practice [strengths]", oneCase,
	}, KindOther},
	{"terms of reference", "docx", []string{
		"# Serious Case Review: Baby Q", "# Terms of reference [terms_of_reference]", "The Panel will consider how agencies worked with the family of Baby Q.",
		"# Method [method]", "Agencies will write reports. The Panel will meet monthly. The author will be independent and should see Baby Q's parents.",
		"# The family [family_background]", "Baby Q lived with his mother.", "# Family involvement [family_views]", "The parents will be asked whether they wish to meet the author. They may bring a friend.",
	}, KindOther},
	{"the board's response to a review", "pdf", []string{
		"# Response to the Serious Case Review: Baby Q", "# Overview report", "Marlshire Safeguarding Children Board", "# Findings [findings]", story,
		"# Recommendations [recommendations]", oneCase, "# Lessons [lessons]", oneCase, "# Conclusion [conclusion]", oneCase,
	}, KindOther},
	{"one agency's management review", "pdf", []string{
		"# Individual Management Review", "# Serious Case Review: Baby Q", "# Chronology [chronology]", story, "# Analysis [analysis]", oneCase,
		"# Lessons [lessons]", oneCase, "# Recommendations [recommendations]", oneCase,
	}, KindOther},
	{"a newsletter", "pdf", []string{
		"# Board Newsletter, spring 2014", "# Serious case review: Baby Q", story, "# Lessons [lessons]", oneCase, "# Findings [findings]", oneCase,
	}, KindOther},
	{"a paper for the council", "pdf", []string{
		"# Report to Cabinet", "# Serious Case Review: Baby Q", "# Background [chronology]", story, "# Findings [findings]", oneCase, "# Recommendations [recommendations]", "That Cabinet note the review.",
	}, KindOther},
	{"a guide to writing reviews", "pdf", []string{
		"# Guidance for authors of serious case reviews", "# Analysis [analysis]", "The author should ask why.", "# Findings [findings]", "A finding must be clear.",
		"# Lessons [lessons]", "Lessons should be few.", "# Recommendations [recommendations]", "They may be six.",
	}, KindProcedure},
	{"a notice of a rapid review to come", "docx", []string{
		"# Rapid Review: Child R", "# Background [chronology]", "The partners will meet within fifteen working days. They will consider what is known.", "# Recommendations [recommendations]", "These will follow.",
	}, KindOther},
}

// TestJudgeSlides: what slides say behind the first is not their title, though it is
// as short as one; a paper that says so on its cover is still none.
func TestJudgeSlides(t *testing.T) {
	slides := testText("Child Safeguarding Practice Review: Child K", "Fenn Safeguarding Children Partnership",
		"What happened", "There were twelve referrals of Child K in three years", "# Findings [findings]",
		"Child K was not heard and was not seen alone.", "# Learning [lessons]", "The school had no training.")
	second := strings.Index(slides.Body, "What happened")
	onePage := judge(slides, "pdf")
	slides.Pages = []Page{{Number: 1, Span: Span{0, second}}, {Number: 2, Span: Span{second, len(slides.Body)}}}
	if got := judge(slides, "pdf"); got.Kind != KindPractice || onePage.Kind != KindOther {
		t.Errorf("got %s (%s), on one page %s (%s)", got.Kind, got.Reason, onePage.Kind, onePage.Reason)
	}
}

func TestJudgePapersThatSpeakOfAReview(t *testing.T) {
	for _, test := range paperTests {
		got := judge(testText(test.lines...), test.format)
		if got.Kind != test.want || got.Kind.AppraisesPractice() {
			t.Errorf("%s: got %s (%s), want %s", test.name, got.Kind, got.Reason, test.want)
		}
	}
}

// TestJudgePapersBesideAReview has what boards publish beside a review of one case: it may tell
// the same story, and is no review.
func TestJudgePapersBesideAReview(t *testing.T) {
	for title, want := range map[string]Kind{
		"LSCB Response": KindOther,
		"Fenn Safeguarding Children Board Response": KindOther,
		"LSCB Improvement Report":                   KindOther,
		"Progress Report":                           KindOther,
		"Chair’s Statement":                         KindOther,
		"Family Statement":                          KindOther,
		"Appendices":                                KindOther,
		"Overview Report and Appendices":            KindReview,
		"Frequently Asked Questions":                KindOther,
		"Easy Read":                                 KindOther,
		"Summary for young people":                  KindOther,
		"Health Overview Report":                    KindOther,
		"Quick Guide":                               KindOther,
		"Practitioner Learning Event":               KindOther,
		"Learning Note":                             KindOther,
		"Dissemination of the report":               KindOther,
		"Speaker notes":                             KindOther,
		"Messages from the review":                  KindOther,
		"Serious Case Review Guidance":              KindProcedure,
		"Overview Report and LSCB Response":         KindReview,
		"Executive Summary of the Overview Report":  KindSummary,
		"Overview Report: Executive Summary":        KindSummary,
		"Overview Report and Executive Summary":     KindReview,
	} {
		text := testText("# "+title, "# Serious Case Review: Baby Q", "Fenn Safeguarding Children Board", "# Background [chronology]", story, "# Analysis [analysis]", oneCase,
			"# Learning [lessons]", oneCase, "# Recommendations [recommendations]", "None.")
		if got := judge(text, "pdf"); got.Kind != want {
			t.Errorf("%s: got %s (%s), want %s", title, got.Kind, got.Reason, want)
		}
	}
}

func TestJudgeByWhatItCallsItself(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		want  Kind
	}{
		{"a summary of lessons", []string{"# Executive Summary and lessons learned", "# Serious Case Review: Baby Q", "# Background [chronology]", story, "# Analysis [analysis]", oneCase}, KindSummary},
		{"a rapid review", []string{"# Rapid Review: Child R", "# Background [chronology]", story, "# Analysis [analysis]", oneCase, "# Learning [lessons]", oneCase}, KindRapid},
		{"a practice review that follows one", []string{"# Child Safeguarding Practice Review: Child R", "Held after a rapid review", "# Background [chronology]", story, "# Analysis [analysis]", oneCase, "# Learning [lessons]", oneCase}, KindPractice},
		{"a report with its action plan", []string{"# Serious Case Review: Baby Q", "# Overview Report and Action Plan", "# Background [chronology]", story, "# Analysis [analysis]", oneCase, "# Learning [lessons]", oneCase}, KindReview},
		{"a review whose first section is its terms of reference", []string{"# Serious Case Review: Baby Q", "Marlshire Safeguarding Children Board", "# Terms of reference [terms_of_reference]", "What was done?", "# Background [chronology]", story, "# Analysis [analysis]", oneCase}, KindReview},
		{"a report that somebody had read", []string{"# Serious Case Review: Baby Q", "# Background [chronology]", story, "# Analysis [analysis]", "The chair saw that both parents had read the report before the meeting."}, KindReview},
	} {
		if got := judge(testText(test.lines...), "pdf"); got.Kind != test.want {
			t.Errorf("%s: got %s (%s), want %s", test.name, got.Kind, got.Reason, test.want)
		}
	}
}

// TestJudgeLongTitles has titles of several lines, and of more words than a line.
func TestJudgeLongTitles(t *testing.T) {
	review := []string{"# Background [chronology]", story, "# Analysis [analysis]", oneCase, "# Learning [lessons]", oneCase, "# Recommendations [recommendations]", "None."}
	for _, test := range []struct {
		cover []string
		want  Kind
	}{
		{[]string{"# Serious Case", "# Review", "May 2012"}, KindReview},
		{[]string{"# Local Child Safeguarding Practice", "# Review: Baby Q"}, KindPractice},
		{[]string{"# Independent Investigation", "# into the", "# Care and Treatment of Mr K"}, KindReview},
		{[]string{"# An independent investigation into the care and treatment of a man known to the mental health services of Fenn"}, KindReview},
		{[]string{"An independent investigation into the care and treatment of a man known to the mental health services of Fenn"}, KindOther},
		{[]string{"# Review of services provided to the Marl family"}, KindReview},
		{[]string{"# Review of services provided to families"}, KindOther},
		{[]string{"# Seriousness", "# Review of cases"}, KindOther},
		{[]string{"# Research report", "# on the care of children"}, KindOther},
		{[]string{"# Peer Review", "# Report of the", "# Death Panel"}, KindOther},
		{[]string{"# Self-review", "# Report on the", "# Care of Pupils"}, KindOther},
		{[]string{"# Bruises", "It was written after the school had an incident review and is for all those who work with babies in Fenn.", "# May 2012"}, KindOther},
		{[]string{"# Quality Assurance of Incident Investigations"}, KindOther},
		{[]string{"# A serious case review of the death of Baby Q and of how the strategy, the policy on bruises and the training were followed"}, KindReview},
		{[]string{"# Serious case review of the death of Baby Q and of the response of the hospital trust to those who called it"}, KindReview},
		{[]string{"# Guidance for those in schools and nurseries in Fenn who are asked to take part in a serious case review"}, KindProcedure},
		{[]string{"# Messages from Baby Q: a serious case review"}, KindReview},
		{[]string{"# Serious case review: facilitator’s notes"}, KindOther},
	} {
		if got := judge(testText(append(test.cover, review...)...), "pdf"); got.Kind != test.want || strings.Contains(got.Reason, `\n`) {
			t.Errorf("%q: got %s (%s), want %s", test.cover, got.Kind, got.Reason, test.want)
		}
	}
}

// TestJudgeOneCase has reports with fewer and fewer of the sections of a review, which
// must name the child the more.
func TestJudgeOneCase(t *testing.T) {
	unnamed := strings.Repeat("The child was seen twice. Nobody had asked where the child slept, and the clinic did not see the child again. ", 30)
	for _, test := range []struct {
		name  string
		lines []string
		want  string // how the reason ends
	}{
		{"four sections and no name", []string{"# Serious Case Review", "Marlshire", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed, "# Terms of reference [terms_of_reference]", unnamed, "# Learning [lessons]", unnamed},
			"and it has sections for terms of reference, chronology, analysis, lessons"},
		{"three sections below the name of a review", []string{"# Serious Case Review", "Marlshire", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed, "# Learning [lessons]", unnamed},
			"and it has sections for chronology, analysis, lessons"},
		{"three sections and little text", []string{"# Serious Case Review", "Marlshire", "# Background [chronology]", "The child was seen twice.", "# Analysis [analysis]", "Nobody had asked.", "# Learning [lessons]", "It was not known."},
			"neither the sections nor the single case of a review"},
		{"three sections and a review named below the title", []string{"# Child health in Marlshire", "A serious case review was held.", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed, "# Learning [lessons]", unnamed},
			"neither the sections nor the single case of a review"},
		{"two sections and a child named in the text", []string{"# Serious Case Review", "Marlshire", "# Background [chronology]", unnamed, "# Analysis [analysis]", "Child K was seen. Child K was not heard. Nobody had seen Child K."},
			"and it has sections for chronology, analysis"},
		{"two sections and the number of the case", []string{"# Serious Case Review", "Case GN13", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed},
			"and it has sections for chronology, analysis"},
		{"two sections and the number of a paper", []string{"# Serious Case Review", "Ref: 13/4", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed},
			"neither the sections nor the single case of a review"},
		{"two sections and a child named twice", []string{"# Serious Case Review", "Marlshire", "# Background [chronology]", unnamed, "# Analysis [analysis]", "Child K was seen. Child K was not heard."},
			"neither the sections nor the single case of a review"},
		{"one section and a child in the title", []string{"# Serious Case Review: Child K", "Marlshire", "# Analysis [analysis]", unnamed},
			"and names Child K"},
		{"one section, a child in the title, and little text", []string{"# Serious Case Review: Child K", "Marlshire", "# Analysis [analysis]", "Child K was seen and had no voice."},
			"neither the sections nor the single case of a review"},
		{"one section and no name", []string{"# Serious Case Review", "Marlshire", "# Analysis [analysis]", unnamed},
			"neither the sections nor the single case of a review"},
		{"what will be done", []string{"# Serious Case Review: Child K", "Marlshire", "# Background [chronology]", unnamed, "# Analysis [analysis]", strings.Repeat("The Board will meet and shall ask what should be done. ", 50)},
			"but it does not tell what was done in one case"},
	} {
		if got := judge(testText(test.lines...), "pdf"); !strings.HasSuffix(got.Reason, test.want) || got.Kind.AppraisesPractice() != strings.HasPrefix(test.want, "and ") {
			t.Errorf("%s: got %s (%s), want a reason that ends in %q", test.name, got.Kind, got.Reason, test.want)
		}
	}
}

// TestJudgeAnyName has reviews with names of their own: such a one counts where the cover
// names child and board, and the report has the sections of a review.
func TestJudgeAnyName(t *testing.T) {
	review := []string{"# Background [chronology]", story, "# Analysis [analysis]", oneCase, "# Learning [lessons]", oneCase, "# Recommendations [recommendations]", "None."}
	for _, test := range []struct {
		cover []string
		want  Kind
	}{
		{[]string{"# Partnership Review", "# Baby Q", "Fenn Safeguarding Children Board"}, KindReview},
		{[]string{"# Local Safeguarding Review: Baby Q", "Fenn Safeguarding Children Board"}, KindReview},
		{[]string{"# Review: Baby Q", "Fenn Safeguarding Children Board"}, KindReview},
		{[]string{"# SILP Report", "# Baby Q", "Fenn Safeguarding Children Board"}, KindReview},
		{[]string{"# SAR: Mr D", "Fenn Safeguarding Adults Board"}, KindReview},
		{[]string{"# Appreciative Inquiry: Baby Q", "Fenn Safeguarding Children Board"}, KindReview},
		{[]string{"# Local Practice Review: Baby Q", "Fenn Safeguarding Children Board"}, KindPractice},
		{[]string{"# Executive Summary", "# Partnership Review: Baby Q", "Fenn Safeguarding Children Board"}, KindSummary},
		{[]string{"# SCR", "# Baby Q"}, KindReview},
		{[]string{"# Partnership Review", "# Baby Q"}, KindOther},
		{[]string{"# SCR", "May 2012"}, KindOther},
		{[]string{"# Partnership Review", "Fenn Safeguarding Children Board"}, KindOther},
		{[]string{"# Annual Review: Baby Q", "Fenn Safeguarding Children Board"}, KindOther},
		{[]string{"# Management Review: Baby Q", "Fenn Safeguarding Children Board"}, KindOther},
		{[]string{"# Partnership reviews: Baby Q and others", "Fenn Safeguarding Children Board"}, KindOther},
	} {
		if got := judge(testText(append(test.cover, review...)...), "pdf"); got.Kind != test.want {
			t.Errorf("%q: got %s (%s), want %s", test.cover, got.Kind, got.Reason, test.want)
		}
	}
	fewer := append([]string{"# Partnership Review", "# Baby Q", "Fenn Safeguarding Children Board"}, review[:6]...)
	if got := judge(testText(fewer...), "pdf"); got.Kind != KindOther {
		t.Errorf("with three sections: got %s (%s)", got.Kind, got.Reason)
	}
}

func TestIsStory(t *testing.T) {
	for _, test := range []struct {
		past, other, words int
		want               bool
	}{
		{2, 0, 100, true}, {2, 0, 101, false},
		{3, 1, 100, true}, {3, 2, 100, false}, {2, 1, 100, false},
		{0, 0, 0, true},
	} {
		body := strings.Repeat("was, ", test.past) + strings.Repeat("(should) ", test.other) + strings.Repeat("word ", test.words-test.past-test.other)
		if got := isStory(body); got != test.want {
			t.Errorf("%+v: got %v", test, got)
		}
	}
}

// TestJudgeWhatIsNoReview has texts that name no review, and what of each decides.
func TestJudgeWhatIsNoReview(t *testing.T) {
	filler := func(words int) string { return strings.Repeat("plain ", words) }
	questions := func(n int) (lines []string) {
		for range n {
			lines = append(lines, "What will be asked of us?", "It depends.")
		}
		return lines
	}
	for _, test := range []struct {
		name  string
		lines []string
		want  Kind
	}{
		{"three percentages of reviews", []string{"Of the serious case reviews 10% were late, of other serious case reviews 20%, and of SCRs 30%; SCRs and case reviews differ, and so do serious case reviews."}, KindThematic},
		{"two", []string{"Of the serious case reviews 10% were late, of other serious case reviews 20%; SCRs and case reviews differ, and so do serious case reviews."}, KindOther},
		{"three of little else", []string{"Of the serious case reviews 10% were late, of others 20%, and of SCRs 30%."}, KindOther},
		{"three in a long text", []string{"Of the serious case reviews 10% were late, of other serious case reviews 20%, and of SCRs 30%; SCRs and serious case reviews differ.", filler(1300)}, KindOther},
		{"four steps", []string{"Within 1 day of it, within 2 days of it, within 3 days of it: step 4."}, KindProcedure},
		{"three", []string{"Within 1 day of it, within 2 days of it: step 4."}, KindOther},
		{"three questions in a leaflet", append(questions(3), "This leaflet is for families."), KindLeaflet},
		{"three questions", questions(3), KindOther},
		{"six", questions(6), KindLeaflet},
		{"six in a long text", append(questions(6), filler(2500)), KindOther},
		{"a word of the web", []string{"Click here for more."}, KindWebPage},
		{"a word of the web in a long text", []string{"Click here for more.", filler(2500)}, KindOther},
		{"a leaflet on its first page", []string{"A leaflet on sleep."}, KindLeaflet},
		{"a leaflet, and long", []string{"A leaflet on sleep.", filler(1500)}, KindOther},
		{"a leaflet named behind the contents", []string{"On sleep", "# Contents", "There is a leaflet."}, KindOther},
	} {
		if got := judge(testText(test.lines...), "pdf"); got.Kind != test.want {
			t.Errorf("%s: got %s (%s), want %s", test.name, got.Kind, got.Reason, test.want)
		}
	}
}

func TestJudgeInquiry(t *testing.T) {
	for _, test := range []struct {
		title   string
		inquiry bool
	}{
		{"Independent Inquiry into the Care of Children in Marlshire 1997 - 2013", true},
		{"THE TILLY MARL INQUIRY", true},
		{"Report of the Fenn Inquiry", true},
		{"Inquiry into the death of Tilly Marl", true},
		{"Serious Case Review: Baby Q, with the report of the Fenn Inquiry", false},
		{"Practice review: an appreciative inquiry into the injury of Baby Q", false},
		{"The Independent Appreciative Inquiry", false},
		{"Key lines of inquiry", false},
	} {
		got := judge(testText("# "+test.title, "Chaired by Lady Marl", "# Background [chronology]", story, "# Findings [findings]", oneCase, "A serious case review was held as well."), "pdf")
		if said := strings.Contains(got.Reason, "a public inquiry"); said != test.inquiry || said && (got.Kind != KindOther || got.Evidence.Quote == "") {
			t.Errorf("%q: got %s (%s)", test.title, got.Kind, got.Reason)
		}
	}
}

// webPage makes the text of a web page with a title that the page does not show.
func webPage(title string, lines ...string) *Text {
	t := testText(lines...)
	t.Pages[0].Engine, t.Properties = "html", map[string]string{"title": title}
	return t
}

// TestOwnPagesAreNoReviews: a marked review holds a whole review and would count again.
func TestOwnPagesAreNoReviews(t *testing.T) {
	for producer, want := range map[string]Kind{"Made with thematic 0.1.0": KindWebPage, "A writer": KindReview} {
		page := webPage("Serious Case Review: Baby Q", "Under section 9 of the Act", "# Background [chronology]", story, "# Analysis [analysis]", oneCase, "# Learning [lessons]", oneCase)
		page.Properties["producer"] = producer
		if got := judge(page, "html"); got.Kind != want {
			t.Errorf("made with %q: got %s (%s), want %s", producer, got.Kind, got.Reason, want)
		}
	}
}

func TestJudgeByTheTitleOfAPage(t *testing.T) {
	review := []string{"Under section 9 of the Act", "# Preface [foreword]", oneCase, "# Background [chronology]", story, "# Analysis [analysis]", oneCase, "# Learning [lessons]", oneCase}
	for _, test := range []struct {
		title string
		want  Kind
	}{
		{"Domestic Homicide Review Case 7 - Report", KindReview},
		{"Domestic Abuse Related Death Review: Ruth", KindReview},
		{"Domestic Homicide Review Case 7: Executive Summary", KindSummary},
		{"CSPR: Child R - Marlshire Safeguarding Children Partnership", KindPractice},
		{"Domestic homicide reviews", KindWebPage},
		{"Board publishes serious case review of a boy", KindWebPage},
		{"Serious case review: learning briefing", KindWebPage},
		{"Case 7 - Serious Case Review Partnership", KindWebPage},
		{"", KindWebPage},
	} {
		got := judge(webPage(test.title, review...), "html")
		if got.Kind != test.want {
			t.Errorf("%q: got %s (%s), want %s", test.title, got.Kind, got.Reason, test.want)
		}
		if got.Kind.AppraisesPractice() && !strings.Contains(got.Evidence.Quote, test.title) {
			t.Errorf("%q: got evidence %q", test.title, got.Evidence.Quote)
		}
	}
}

// TestJudgeContext reads the public pages about reviews: none of them is one.
func TestJudgeContext(t *testing.T) {
	files, err := filepath.Glob("../../shared/context/*.txt")
	if err != nil || len(files) == 0 {
		t.Skip("../shared/context is not there")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.FieldsFunc(string(data), func(r rune) bool { return r == '\n' || r == '\r' })
		if got := judge(testText(lines...), "text"); got.Kind.AppraisesPractice() {
			t.Errorf("%s: got %s (%s)", filepath.Base(file), got.Kind, got.Reason)
		}
	}
}

func TestKindIn(t *testing.T) {
	for _, test := range []struct {
		kind  Kind
		kinds []Kind
		want  bool
	}{
		{KindReview, []Kind{KindReview}, true},
		{KindPractice, []Kind{KindReview}, true},
		{KindPractice, []Kind{KindPractice}, true},
		{KindReview, []Kind{KindPractice}, false},
		{KindRapid, []Kind{KindReview, KindSummary}, false},
	} {
		if got := test.kind.In(test.kinds); got != test.want {
			t.Errorf("%s in %v: got %v", test.kind, test.kinds, got)
		}
	}
}

// TestKindByTitle judges what has a child, a board and all the sections of a review by what
// its title calls it.
func TestKindByTitle(t *testing.T) {
	for title, want := range map[string]bool{
		"Serious Case Review: The response of agencies to Child K": true,
		"Learning Together Review: Child K":                        true,
		"Serious Case Review: a thematic overview: Child K":        true,
		"Child K: Partnership Review":                              true,
		"Partnership Response to the Child K Review":               false,
		"Serious Case Review Child K: Board response":              false,
		"Serious Case Review Child K: Response Report":             false,
		"Serious Case Review Child K: One Page Summary":            false,
		"Learning on a page: Serious Case Review Child K":          false,
		"One Year On: Serious Case Review Child K":                 false,
		"Yearly Report: Serious Case Review Child K":               false,
		"Thematic overview: serious case reviews and Child K":      false,
		"Section 11 Review: Child K":                               false,
		"Mid-year Review: Child K":                                 false,
		"Quality Assurance Review: Child K":                        false,
		"Review of Progress: Child K":                              false,
		"Review of Reviews: Child K":                               false,
	} {
		text := testText("# "+title, "Fenn Safeguarding Children Board", "# Method [method]", oneCase, "# Chronology [chronology]", oneCase,
			"# Findings [findings]", oneCase, "# Lessons [lessons]", oneCase, "# Recommendations [recommendations]", oneCase)
		if got := judge(text, "pdf"); (got.Kind == KindReview) != want {
			t.Errorf("%s: got %s, because %s", title, got.Kind, got.Reason)
		}
	}
}
