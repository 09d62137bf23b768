package corpus

import (
	"reflect"
	"testing"
)

// sparsePatterns are all there are, by name.
var sparsePatterns = map[string]sparse{
	"coroner": kindRules[0].front, "inspection": kindRules[1].front, "briefing": kindRules[2].front,
	"review": reviewName, "news": newsHead, "question": question, "leaflet": leafletWord, "step": stepWord,
	"web": webWord, "thematic": thematic, "percentage": percentage,
}

// agrees holds what a sparse pattern finds in text against its expression.
func agrees(t *testing.T, name string, s sparse, text string) {
	t.Helper()
	if got, want := s.find(text), s.re.FindStringIndex(text); !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got the match %v, want %v in %.80q", name, got, want, text)
	}
	if got, want := s.count(text), len(s.re.FindAllStringIndex(text, -1)); got != want {
		t.Errorf("%s: got %d matches, want %d in %.80q", name, got, want, text)
	}
}

func TestSparsePatternsFindWhatTheirExpressionsDo(t *testing.T) {
	lines := []string{
		"prevention of future deaths", "regulation 28: report", "report to prevent future deaths", "regulation 28", "joint targeted area inspection", "inspection of services",
		"a focused visit to them", "monitoring visit", "thematic review", "overview of serious case reviews", "triennial", "biennial",
		"serious case review", "an lcspr", "rapid review", "learning lessons review", "significant incident learning process", "safeguarding adult review",
		"a spokeswoman", "published today", "today published", "the board has today published a", "you can read the full report", "download the review here",
		"what did we find?", "who was told? no one", "leaflet", "frequently asked", "information for parents", "telephone: 0", "further information",
		"within 3 working days of", "actions required", "responsibility of", "responsible for", "step 2", "steps",
		"click here", "last updated", "skip to main content", "view/ download", "please download", "a to z of", "your comment",
		"scrs", "scr's", "scr’s", "practice reviews", "12.5%", "100% of", "nothing of the kind",
	}
	for name, s := range sparsePatterns {
		for i, line := range lines {
			agrees(t, name, s, line)
			agrees(t, name, s, line+"\n"+lines[(i+1)%len(lines)]+" and "+lines[(i+7)%len(lines)]+"\n")
		}
	}
	if at := kindRules[0].front.find("a letter\nregulation 28\nreport\n"); at == nil {
		t.Error("what goes on in the next line is not found")
	}
}

func FuzzSparse(f *testing.F) {
	f.Add("scrs\n5% of reviews within 5 days of step 1\nwhat is it?\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"inspection", "briefing", "review", "news", "leaflet", "step", "web", "thematic", "percentage"} {
			agrees(t, name, sparsePatterns[name], text)
		}
	})
}
