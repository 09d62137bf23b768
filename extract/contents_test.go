package extract

import (
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

func TestMarkContents(t *testing.T) {
	story := strings.Repeat("Nobody asked where the boy slept, and the visit was not made. ", 40)
	tests := []struct {
		name  string
		lines []string // with a | before those that are to be marked
	}{
		{"run together in one paragraph", []string{"Contents",
			"|A Introduction 3 1. Why this case? 3 2. The family 4 B Findings 8 3. What is it about the case that helps 24 others? 4. Findings in detail 26 Finding 1 26 Finding 2 29 Finding 3 32 5. Conclusion 51",
			"|Glossary: terms 52 References 53 Appendix 1: method 55", story}},
		{"with the word page", []string{"CONTENTS", "|1. Introduction: 1.1. The family Page 2 1.2. Method Page 3", "|2. Appraisal of practice Page 10", "|3. Recommendations pg. 18", story}},
		{"headings that say what was found", []string{"Chapter Page", "|Reason for the review 4", "|The family 5", "|#The findings:",
			"|#Finding 1: Nobody asks the father anything, so that half of the family is not seen 26", "|#Finding 2: Plans are kept when they do not work 31", story}},
		{"a title and its number apart", []string{"Index", "|The family 4", "|What the practitioners who knew the family best", "|told us 9", "|Findings 12", "|What was learned by all of us", "|19", story}},
		{"below the lines of a cover", []string{"Child 1", "Overview report", "Signed by Ann Marl", "1", "Contents", "|Introduction 3", "|Method 5", "|Findings 9", "|Lessons 14", story}},
		{"pages that are said to be, without a heading", []string{"|#Introduction Page 1", "|The family Page 2", "|How the people who worked with the family", "|were asked Page 4", "|#1.2 FindingsPage 9", story}},
		{"a running line", []string{"Overview report page 1", story, "Overview report page 2", story, "Overview report page 3", story}},
		{"without a heading", []string{"Introduction 1", "The family 2", "Method 2", "Findings 9", "Lessons 14", "Recommendations 17", story}},
		{"ages in the findings", []string{"#Findings", "Nobody met Tom until he was 2", "He was first weighed when he was 4", "No dentist saw him before he was 5", "He had no school place until he was 7", "He was not asked before he was 9", "His aunt heard of it when he was 12", story}},
		{"an audit", []string{"#Findings", "Children not seen alone 11", "Assessments that were late 14", "Fathers not spoken to 17", "Plans not reviewed 23", "Homes not visited 26", "Records not kept 31", story}},
		{"dates in one sentence", []string{"#Findings", "Visits were missed in March 2011, 3 April, 5 May, 9 June, 12 July, 15 August, 19 October and on December 24", story}},
		{"a heading that ends in index", []string{"#Body mass index", "When Tom was 3", "When Ada was 5", "When Jo was 9", "When Max was 14", story}},
		{"titles without pages", []string{"#Contents", "|#Introduction", "|#The family", "|#Method", "|#Findings", "#Introduction", story, "#The family", story, "#Method", story, "#Findings", story}},
		{"headings that stand once", []string{"#Contents", "#Introduction", "#The family", "#Method", "#Findings", story}},
		{"no more than a few", []string{"Introduction 1", "The family 2", "Findings 9", story}},
		{"children with numbers", []string{"Child 1", "Child 2", "Child 3", "Child 4", "Child 5", "Child 6", "Child 7", story}},
		{"sentences with numbers", []string{"Contents", "The mother was seen on 3 May. The father was seen on 12 June. Nobody went on 24 July. The visit of 31 August was the last for Child 41", story}},
		{"appendices in a row", []string{"Contents", "Appendix 1", "Appendix 2", "Appendix 3", "Appendix 4", "Appendix 5", story}},
		{"numbers far apart", []string{"Contents", "When they were 4", "What the neighbour said of them", "And of the house", "When they were 6", "What the school had on them", "And on the others", "When they were 9", "What the police heard there", "And the doctor", "When they were 12", story}},
		{"numbers that fall", []string{"Contents", "Visits 9", "Calls 7", "Letters 5", "Meetings 2", story}},
		{"far from the front", []string{story, story, story, "Introduction 1", "The family 2", "Method 2", "Findings 9", "Lessons 14", "Recommendations 17"}},
	}
	for _, tt := range tests {
		var want, got []int // each line is a block
		lines := slices.Clone(tt.lines)
		for i, line := range lines {
			if bare, ok := strings.CutPrefix(line, "|"); ok {
				lines[i] = bare
				want = append(want, i)
			}
		}
		text := textOf(lines...)
		markContents(&text)
		if err := text.Validate(); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		for i, b := range text.Blocks {
			if b.Kind == corpus.BlockContents {
				got = append(got, i)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got blocks %v, want %v", tt.name, got, want)
		}
	}
}

func TestMarkContentsInATable(t *testing.T) {
	rows := []string{"The family\t4", "Method\t5", "Findings\t9", "Lessons\t14", "Conclusion\t16", "References\t20"}
	for _, tt := range []struct {
		above string
		want  corpus.BlockKind
	}{{"Contents", corpus.BlockContents}, {"The household and their ages", corpus.BlockTableRow}} {
		b := corpus.NewBuilder(corpus.DefaultLimits())
		b.Append(corpus.Block{Kind: corpus.BlockHeading, Level: 1}, tt.above)
		for _, row := range rows {
			b.Append(corpus.Block{Kind: corpus.BlockTableRow}, row)
		}
		b.Append(corpus.Block{Kind: corpus.BlockParagraph}, strings.Repeat("Nobody asked. ", 200))
		text := b.Finish()
		markContents(&text)
		if err := text.Validate(); err != nil {
			t.Errorf("%s: %v", tt.above, err)
		}
		for i := range rows {
			if got := text.Blocks[i+1].Kind; got != tt.want {
				t.Errorf("%s: row %d is a %s, want a %s", tt.above, i, got, tt.want)
			}
		}
	}
}

// TestMarkContentsInLinearWork takes allocations for the work: one call of
// pagesIn makes a bounded number of them.
func TestMarkContentsInLinearWork(t *testing.T) {
	for _, head := range []int{1, 4} { // blocks from one heading to the next
		work := func(n int) float64 {
			var lines []string
			for i := range n {
				if i%head == 0 {
					lines = append(lines, "Contents")
				}
				lines = append(lines, strings.Repeat("Abc 5 ", 50)+"and")
			}
			text := textOf(lines...)
			return testing.AllocsPerRun(1, func() { markContents(&text) })
		}
		once, fourfold := work(100), work(400)
		if fourfold > 5*once+100 {
			t.Errorf("a heading every %d blocks: got %v allocations for 100 blocks, %v for 400", head, once, fourfold)
		}
	}
}
