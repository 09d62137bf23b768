package corpus

import (
	"strings"
	"testing"
)

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
		if got := judgeText(page, "html"); got.Kind != want {
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
		got := judgeText(webPage(test.title, review...), "html")
		if got.Kind != test.want {
			t.Errorf("%q: got %s (%s), want %s", test.title, got.Kind, got.Reason, test.want)
		}
		if got.Kind.AppraisesPractice() && !strings.Contains(got.Evidence.Quote, test.title) {
			t.Errorf("%q: got evidence %q", test.title, got.Evidence.Quote)
		}
	}
}
