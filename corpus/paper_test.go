package corpus

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

// TestPapers holds both tables against their own titles, on what has the sections and the
// story of a review.
func TestPapers(t *testing.T) {
	called := func(titles ...string) judgement {
		cover := []string{}
		for _, title := range append(titles, "Serious Case Review: Baby Q") {
			cover = append(cover, "# "+title)
		}
		return judgeText(reviewCalled(append(cover, "Fenn Safeguarding Children Board")...), "pdf")
	}
	rows := slices.Concat(papers, asides)
	for i, p := range rows {
		for _, title := range strings.Split(p.takes, "; ") {
			if got, want := called(title), cmp.Or(p.kind, KindOther); got.Kind != want {
				t.Errorf("%s: got %s (%s), want %s", title, got.Kind, got.Reason, want)
			}
			if got := called(title, "Overview Report"); (got.Kind == KindReview) != (i >= len(papers)) {
				t.Errorf("%s with a report: got %s (%s)", title, got.Kind, got.Reason)
			}
			for k, other := range rows {
				if k != i && other.find(lowerASCII(title)) != nil {
					t.Errorf("%s is taken by another row: %s", title, other.words())
				}
			}
		}
		if got := called(p.leaves); got.Kind != KindReview {
			t.Errorf("%s: got %s (%s)", p.leaves, got.Kind, got.Reason)
		}
	}
}

// TestJudgeSlides: what slides say behind the first is not their title, though it is
// as short as one; a paper that says so on its cover is still none.
func TestJudgeSlides(t *testing.T) {
	slides := testText("Child Safeguarding Practice Review: Child K", "Fenn Safeguarding Children Partnership",
		"What happened", "There were twelve referrals of Child K in three years", "# Findings [findings]",
		"Child K was not heard and was not seen alone.", "# Learning [lessons]", "The school had no training.")
	second := strings.Index(slides.Body, "What happened")
	onePage := judgeText(slides, "pdf")
	slides.Pages = []Page{{Number: 1, Span: Span{0, second}}, {Number: 2, Span: Span{second, len(slides.Body)}}}
	if got := judgeText(slides, "pdf"); got.Kind != KindPractice || onePage.Kind != KindOther {
		t.Errorf("got %s (%s), on one page %s (%s)", got.Kind, got.Reason, onePage.Kind, onePage.Reason)
	}
}

// TestJudgeTitles has titles of which more than one word decides.
func TestJudgeTitles(t *testing.T) {
	for title, want := range map[string]Kind{
		"Executive Summary of the Overview Report":                 KindSummary,
		"Overview Report: Executive Summary":                       KindSummary,
		"Serious Case Review Child K: Summary":                     KindSummary,
		"Practitioner Summary: Serious Case Review Child K":        KindSummary,
		"Overview Report and Executive Summary":                    KindReview,
		"Serious Case Review: The response of agencies to Child K": KindReview,
		"Serious Case Review: a thematic overview: Child K":        KindReview,
		"Learning Together Review: Child K":                        KindReview,
		"Child K: Partnership Review":                              KindReview,
		"Partnership Response to the Child K Review":               KindOther,
		"Serious Case Review Child K: Board response":              KindOther,
		"Serious Case Review Child K: One Page Summary":            KindOther,
		"Serious Case Review including Integrated Chronology":      KindReview,
		"Serious Case Review: Child K, with its Action Plan":       KindReview,
		"Serious Case Review: Report and Action Plan":              KindReview,
		"Serious Case Review: Recommendations and Action Plan":     KindOther,
		"Thematic overview: serious case reviews and Child K":      KindOther,
	} {
		if got := judgeText(reviewCalled("# "+title, "Fenn Safeguarding Children Board"), "pdf"); got.Kind != want {
			t.Errorf("%s: got %s (%s), want %s", title, got.Kind, got.Reason, want)
		}
	}
}

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
	{"a press release that says so at its end", "pdf", []string{
		"# Serious Case Review: Baby Q", story, "# Findings [findings]", oneCase, "# Lessons [lessons]", oneCase, "Notes to editors: the report is on the website.",
	}, KindOther},
	{"terms of reference", "docx", []string{
		"# Serious Case Review: Baby Q", "# Terms of reference [terms_of_reference]", "The Panel will consider how agencies worked with the family of Baby Q.",
		"# Method [method]", "Agencies will write reports. The Panel will meet monthly. The author will be independent and should see Baby Q's parents.",
		"# The family [family_background]", "Baby Q lived with his mother.", "# Family involvement [family_views]", "The parents will be asked whether they wish to meet the author. They may bring a friend.",
	}, KindOther},
	{"a guide to writing reviews", "pdf", []string{
		"# Guidance for authors of serious case reviews", "# Analysis [analysis]", "The author should ask why.", "# Findings [findings]", "A finding must be clear.",
		"# Lessons [lessons]", "Lessons should be few.", "# Recommendations [recommendations]", "They may be six.",
	}, KindProcedure},
	{"a notice of a rapid review to come", "docx", []string{
		"# Rapid Review: Child R", "# Background [chronology]", "The partners will meet within fifteen working days. They will consider what is known.", "# Recommendations [recommendations]", "These will follow.",
	}, KindOther},
}

func TestJudgePapersThatSpeakOfAReview(t *testing.T) {
	for _, test := range paperTests {
		got := judgeText(testText(test.lines...), test.format)
		if got.Kind != test.want || got.Kind.AppraisesPractice() {
			t.Errorf("%s: got %s (%s), want %s", test.name, got.Kind, got.Reason, test.want)
		}
	}
}

// TestJudgeWholeReviews: a word that names a paper elsewhere is one of the title of a review
// where the sections of a whole one stand below it.
func TestJudgeWholeReviews(t *testing.T) {
	held := []string{"# How the review was held [method]", "The panel met four times."}
	views := []string{"# The family [family_views]", "Her mother was seen at home."}
	told := []string{"# Background [chronology]", story, "# Analysis [analysis]", oneCase, "# Recommendations [recommendations]", "None."}
	named := strings.Split(strings.ReplaceAll(strings.Join(told, "\n"), "Baby Q", "Tilly"), "\n")
	named = append(named, "Tilly’s mother was not asked.")
	manyCases := strings.ReplaceAll(story, "Baby Q", "one of them")
	for _, test := range []struct {
		title string
		body  [][]string
		whole bool
	}{
		{"Learning from the life of Baby Q", [][]string{held, told}, true},
		{"“Strategy discussion missed”", [][]string{views, told}, true},
		{"The bruising protocol", [][]string{held, told}, true},
		{"The bruising protocol", [][]string{told, {"# Learning [lessons]", oneCase}}, false},
		{"The bruising protocol", [][]string{held, {"# Analysis [analysis]", story, "# Learning [lessons]", oneCase, "# Recommendations [recommendations]", "None."}}, false},
		{"Referrals that were not made", [][]string{held, told}, true},
		{"Referrals that were not made", [][]string{held, told[:4]}, false},
		{"Tilly: referrals that were not made", [][]string{held, named}, true},
		{"Child K: referrals that were not made", [][]string{held, named}, false},
		{"Policy and practice", [][]string{held, told}, true},
		{"An audit of twenty cases", [][]string{held, {"# Background [chronology]", manyCases, "# Findings [findings]", "They were not seen.", "# Recommendations [recommendations]", "None."}}, false},
		{"Digest House", [][]string{held, told}, true},
		{"A statement from the school", [][]string{held, told}, true},
		{"Overview Report and its guidance on bruises", [][]string{told, {"# Learning [lessons]", oneCase}}, true},
		{"Learning from the Local Child Safeguarding Practice Review of Baby Q", [][]string{held, told}, false},
		{"A protocol following the Serious Case Review", [][]string{held, told}, false},
		{"The protocol in the drawer: a Serious Case Review", [][]string{held, told}, true},
		{"Notes on a scandal", [][]string{held, told}, true},
		{"Notes on a scandal", [][]string{told, {"# Learning [lessons]", oneCase}}, false},
		{"Notes on the review", [][]string{held, told}, false},
		{"Presentation to hospital", [][]string{held, told}, true},
		{"Presentation to staff, May 2014", [][]string{held, told}, false},
		{"Performance review missed", [][]string{held, told}, true},
		{"Performance review", [][]string{held, told}, false},
		{"Minutes of the day", [][]string{held, told}, true},
		{"Minutes of the panel", [][]string{held, told}, false},
		{"Tea at the hut: minutes of May", [][]string{held, told}, false},
		{"Minutes of a panel at the town hall", [][]string{held, told}, false},
		{"Briefing missed: the life of Baby Q", [][]string{held, told}, true},
		{"Fenn briefing: the life of Baby Q", [][]string{held, told}, false},
		{"The seventh bulletin of Dr Marl on the Serious Case Review", [][]string{held, told}, false},
		{"Baby Q, with an update on the plan", [][]string{told}, true},
		{"Individual management review of the hospital", [][]string{held, told}, false},
		{"Learning from SCR Baby Q", [][]string{held, told}, false},
		{"Learning from SCR 12/2014", [][]string{held, told}, false},
		{"Learning from SCR work", [][]string{held, told}, true},
		{"Individual management review", [][]string{held, told}, false},
		{"Learning pack", [][]string{held, told}, false},
	} {
		lines := append([]string{"# " + test.title, "# Serious Case Review", "Fenn Safeguarding Children Board"}, slices.Concat(test.body...)...)
		got := judgeText(testText(lines...), "pdf")
		if got.Kind.OfOneCase() != test.whole {
			t.Errorf("%s: got %s (%s)", test.title, got.Kind, got.Reason)
		}
		if said := strings.HasSuffix(got.Reason, "though it has the sections of a whole one"); test.title == "Learning pack" && !said {
			t.Errorf("%s: got the reason %q", test.title, got.Reason)
		}
	}
}

// TestJudgeSeveral: a title that names reviews in the plural, and nobody whom one is about, is
// of no review, unless a whole one stands below it.
func TestJudgeSeveral(t *testing.T) {
	unnamed := strings.ReplaceAll(story, "Baby Q", "a child")
	for _, test := range []struct {
		cover []string
		story string
		want  bool
	}{
		{[]string{"# Themes of five serious case reviews"}, unnamed, false},
		{[]string{"# Serious case reviews in Fenn: Baby Q"}, unnamed, true},
		{[]string{"# Serious case reviews", "# A serious case review of a death"}, unnamed, true},
		{[]string{"# Fenn serious case reviews: executive summary"}, unnamed, true},
		{[]string{"# Fenn serious case reviews: overview report"}, unnamed, true},
		{[]string{"# Two serious case reviews"}, story, true},
		{[]string{"# A serious case review"}, unnamed, true},
	} {
		lines := append(test.cover, "Fenn Safeguarding Children Board", "# How the review was held [method]", "The panel met.", "# Background [chronology]", test.story,
			"# Analysis [analysis]", "It was late.", "# Learning [lessons]", "It was not heard.")
		if got := judgeText(testText(lines...), "pdf"); got.Kind.OfOneCase() != test.want {
			t.Errorf("%q: got %s (%s)", test.cover, got.Kind, got.Reason)
		}
	}
}
