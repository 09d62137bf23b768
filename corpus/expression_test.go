package corpus

import (
	"reflect"
	"strings"
	"testing"
)

// sparsePatterns are all of them, by name.
var sparsePatterns = map[string]sparse{
	"review": inFront, "question": question, "leaflet": leafletWord, "step": stepWord,
	"web": webWord, "thematic": thematic, "percentage": percentage,
}

// agrees holds what a sparse pattern finds in text against its expression, line by line.
func agrees(t *testing.T, name, text string) {
	t.Helper()
	var want [][]int
	start := 0
	for line := range strings.SplitSeq(text, "\n") {
		for _, at := range sparsePatterns[name].re().FindAllStringIndex(line, -1) {
			want = append(want, []int{start + at[0], start + at[1]})
		}
		start += len(line) + 1
	}
	if got := sparsePatterns[name].in(text); !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got the matches %v, want %v in %.80q", name, got, want, text)
	}
}

func TestSparsePatternsFindWhatTheirExpressionsDo(t *testing.T) {
	lines := []string{
		"serious case review", "an lcspr", "susr: child k", "rapid review", "learning lessons review", "significant incident learning process", "safeguarding adult review",
		"what did we find?", "who was told? no one", "leaflet", "frequently asked", "information for parents", "telephone: 0", "further information",
		"within 3 working days of", "actions required", "responsibility of", "responsible for", "step 2", "steps",
		"click here", "last updated", "skip to main content", "view/ download", "please download", "a to z of", "your comment",
		"scrs", "scr's", "scr’s", "practice reviews", "12.5%", "100% of", "nothing of the kind",
	}
	for _, name := range sureNames {
		lines = append(lines, strings.ToLower(name.takes))
	}
	for name := range sparsePatterns {
		for i, line := range lines {
			agrees(t, name, line)
			agrees(t, name, line+"\n"+lines[(i+1)%len(lines)]+" and "+lines[(i+7)%len(lines)]+"\n")
		}
	}
}

func FuzzSparse(f *testing.F) {
	f.Add("scrs\n5% of reviews within 5 days of step 1\nwhat is it?\n")
	f.Fuzz(func(t *testing.T, text string) {
		for name := range sparsePatterns {
			agrees(t, name, text)
		}
	})
}
