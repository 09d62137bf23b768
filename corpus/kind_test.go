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

// story is what a review tells, long enough to be one.
var story = strings.Repeat(oneCase+" ", 20)

// reviewCalled is a text with the sections and the story of a review below a cover.
func reviewCalled(cover ...string) *Text {
	return testText(append(cover, "# Background [chronology]", story, "# Analysis [analysis]", oneCase, "# Learning [lessons]", oneCase, "# Recommendations [recommendations]", "None.")...)
}

// judgeText judges t by its first page.
func judgeText(t *Text, format string) judgement { return readFirstPage(t).judge(format) }

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
		judged := judgeText(testText(test.lines...), test.format)
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
		{"Report of the Inquiry Panel", false},
	} {
		got := judgeText(testText("# "+test.title, "Chaired by Lady Marl", "# Background [chronology]", story, "# Findings [findings]", oneCase, "A serious case review was held as well."), "pdf")
		if said := strings.Contains(got.Reason, "a public inquiry"); said != test.inquiry || said && (got.Kind != KindOther || got.Evidence.Quote == "") {
			t.Errorf("%q: got %s (%s)", test.title, got.Kind, got.Reason)
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
		if got := judgeText(testText(lines...), "text"); got.Kind.AppraisesPractice() {
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

// TestJudgeTitleOfAFile: the title that a file keeps is that of a page on the web alone.
func TestJudgeTitleOfAFile(t *testing.T) {
	text := testText("# Child Q", oneCase, "# Method [method]", oneCase, "# Findings [findings]", oneCase, "# Learning [lessons]", oneCase)
	text.Properties = map[string]string{"title": "Serious Case Review"}
	if got := judgeText(text, "pdf"); got.Kind != KindOther {
		t.Errorf("got %s (%s)", got.Kind, got.Reason)
	}
}
