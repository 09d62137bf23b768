package corpus

import (
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
	{"a practice review after 2019", "docx", []string{
		"# Local Child Safeguarding Practice Review", "# Child R", "Fenn Safeguarding Children Partnership, March 2021",
		"# The review [method]", "Child R is known here by a letter.", "# Learning [lessons]", "Child R was seen. Child R spoke.", "# Recommendations [recommendations]", "None.",
	}, KindReview},
	{"a review that was put on a web page", "html", []string{
		"# Serious case review: Baby Q", oneCase, "# Findings [findings]", oneCase, "# Learning [lessons]", oneCase, "Last updated: 3 May 2012",
	}, KindReview},
	{"an inspection letter", "pdf", []string{
		"4 May 2021", "Dear Mr Brown", "# Focused visit to Marlshire children's services",
		"This letter summarises what Ofsted's inspectors found. The inspectors looked at assessments. Inspectors saw records.",
	}, KindInspection},
	{"a coroner's report", "text", []string{
		"REGULATION 28: REPORT TO PREVENT FUTURE DEATHS", "I am the coroner for Marlshire.", "The inquest was held in May.",
	}, KindCoroner},
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

func TestJudge(t *testing.T) {
	for _, test := range kindTests {
		got, reason := Judge(testText(test.lines...), test.format)
		if got != test.want {
			t.Errorf("%s: got %s (%s), want %s", test.name, got, reason, test.want)
		}
		if reason == "" {
			t.Errorf("%s: no reason", test.name)
		}
	}
}

func TestReadFacts(t *testing.T) {
	for _, test := range []struct {
		name                              string
		kind                              Kind
		file                              string
		lines                             []string
		title, board, area, year, subject string
	}{
		{"cover of an overview report", KindReview, "x.pdf", []string{
			"# Overview Report of the Serious Case Review", "# concerning Baby Q", "Upper Marl and Fenn Local Safeguarding Children Board",
			"Undertaken under Chapter 8 of Working Together 2006", "Independent author: A. B.", "March 2007",
		}, "Overview Report of the Serious Case Review concerning Baby Q", "Upper Marl and Fenn Local Safeguarding Children Board", "Upper Marl and Fenn", "2007", "Baby Q"},
		{"a name the family chose, published later than agreed", KindReview, "x.pdf", []string{
			"# Serious Case Review: \"Tilly\"", "Marlshire Safeguarding Children Board", "Agreed 7 July 2016", "Published 3 November 2017, after the trial",
		}, "Serious Case Review: \"Tilly\"", "Marlshire Safeguarding Children Board", "Marlshire", "2017", "Tilly"},
		{"an inspection of a borough", KindInspection, "x.pdf", []string{
			"4 March 2019", "Ms B", "Dear Ms B", "# Focused visit to London Borough of Fenwick local authority children's services",
		}, "Focused visit to London Borough of Fenwick local authority children's services", "", "Fenwick", "2019", ""},
		{"a coroner's report", KindCoroner, "x.txt", []string{
			"# PREVENTION OF FUTURE DEATHS REPORT", "Ref 1 Date 2018-11-21 Area Greater Marl North",
		}, "PREVENTION OF FUTURE DEATHS REPORT", "", "Greater Marl North", "2018", ""},
		{"nothing said: folder and file name", KindReview, "Fenn/scr-2012.pdf", []string{
			"# A serious case review", "It begins at once with a long paragraph of running text that goes on for more than thirty words and says nothing at all of the board, the place or the year in which it was written or published by anybody.",
		}, "A serious case review", "", "Fenn", "2012", ""},
		{"nothing to be found", KindOther, "notes.txt", []string{"The local Safeguarding Children Board meets."}, "", "Safeguarding Children Board", "", "", ""},
	} {
		got := ReadFacts(testText(test.lines...), test.kind, test.file)
		for _, fact := range []struct {
			name, want string
			got        Fact
		}{
			{"title", test.title, got.Title}, {"board", test.board, got.Board}, {"area", test.area, got.Area},
			{"year", test.year, got.Year}, {"subject", test.subject, got.Subject},
		} {
			if fact.name == "board" && test.kind == KindOther {
				continue
			}
			if fact.got.Value != fact.want {
				t.Errorf("%s: got %s %q, want %q", test.name, fact.name, fact.got.Value, fact.want)
			}
			if fact.got.Value != "" && fact.got.Evidence.Quote == "" {
				t.Errorf("%s: the %s has no evidence", test.name, fact.name)
			}
		}
	}
}
