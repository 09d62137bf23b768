package corpus

import (
	"strings"
	"testing"
)

// TestReviewNames holds the tables against their own titles, on what has the sections and
// the story of a review and neither board nor child.
func TestReviewNames(t *testing.T) {
	for _, name := range append(sureNames[:len(sureNames):len(sureNames)], lesserNames...) {
		text := reviewCalled("# "+name.takes, "March 2018")
		got := judgeText(text, "pdf")
		if !got.Kind.OfOneCase() {
			t.Errorf("%s: got %s (%s)", name.takes, got.Kind, got.Reason)
		}
		if called := typeOf(frontOf(text), got.Kind).Value; called != name.called {
			t.Errorf("%s: got the type %q, want %q", name.takes, called, name.called)
		}
		if got := judgeText(reviewCalled("# "+name.leaves, "March 2018"), "pdf"); got.Kind.OfOneCase() {
			t.Errorf("%s: got %s (%s)", name.leaves, got.Kind, got.Reason)
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
		if got := judgeText(testText(test.lines...), "pdf"); got.Kind != test.want {
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
		if got := judgeText(testText(append(test.cover, review...)...), "pdf"); got.Kind != test.want || strings.Contains(got.Reason, `\n`) {
			t.Errorf("%q: got %s (%s), want %s", test.cover, got.Kind, got.Reason, test.want)
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
		if got := judgeText(testText(append(test.cover, review...)...), "pdf"); got.Kind != test.want {
			t.Errorf("%q: got %s (%s), want %s", test.cover, got.Kind, got.Reason, test.want)
		}
	}
	for title, want := range map[string]bool{"SCR Baby Q": true, "Final report of SCR 2014/03": true, "SAR: Margaret": true, "SCR training": false, "SCR": false} {
		told := strings.ReplaceAll(story, "Baby Q", "Margaret") + "Baby Q died. Margaret died."
		if got := judgeText(testText("# "+title, "# Background [chronology]", told, "# Analysis [analysis]", oneCase), "pdf"); got.Kind.OfOneCase() != want {
			t.Errorf("%q, with two sections: got %s (%s)", title, got.Kind, got.Reason)
		}
	}
	fewer := append([]string{"# Partnership Review", "# Baby Q", "Fenn Safeguarding Children Board"}, review[:6]...)
	if got := judgeText(testText(fewer...), "pdf"); got.Kind != KindOther {
		t.Errorf("with three sections: got %s (%s)", got.Kind, got.Reason)
	}
}
