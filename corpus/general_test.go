package corpus

import (
	"strings"
	"testing"
)

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
		if got := judgeText(testText(test.lines...), "pdf"); got.Kind != test.want {
			t.Errorf("%s: got %s (%s), want %s", test.name, got.Kind, got.Reason, test.want)
		}
	}
}
