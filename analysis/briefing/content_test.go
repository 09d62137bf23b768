package briefing

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// said returns every text of a briefing, a line each.
func said(b *Briefing) []string {
	lines := []string{b.Title, b.Subtitle, b.Footer}
	for _, page := range b.Pages {
		for _, block := range page {
			for _, l := range append([]Line{block.Text}, block.Items...) {
				if text := strings.TrimSpace(l.Lead + " " + l.Text); text != "" {
					lines = append(lines, text)
				}
			}
		}
	}
	return lines
}

// wantSaid checks that a briefing says each text somewhere.
func wantSaid(t *testing.T, b *Briefing, texts ...string) {
	t.Helper()
	all := strings.Join(said(b), "\n")
	for _, want := range texts {
		if !strings.Contains(all, want) {
			t.Errorf("it does not say %q:\n%s", want, all)
		}
	}
}

func TestSentencesOfTheSmallResult(t *testing.T) {
	wantSaid(t, New(smallResult(t), options()),
		"9 reviews from Ambry (5) and Corran (4), published from 2008 to 2012",
		"Of 14 files in the folder, 11 were read in full; 1 is a scan without text and 2 are copies of others.",
		"The 9 reviews counted are known from 6 full reports and 3 executive summaries.",
		"What is a review? (leaflet)", "Child Z (full report, left out in cases.csv)",
		"a codebook of 6 themes",
		"A person has decided on 1 passage and ruled once whether a theme is present in a review.",
		"what they were about is no longer there: 1 (listed in coded.xlsx)",
		"With 9 reviews, one more or less with a theme moves its percentage by 11.1 points.",
		"The codebook names three headline themes",
		"Poor or absent assessment. Practice was found lacking in 89% of the reviews (8 of 9; 95% interval 57 to 98%), in 8 passages. "+
			"Good practice on the same subject is described in 1 review.",
		"Lack of professional curiosity. Practice was found lacking in 56% of the reviews (5 of 9; 95% interval 27 to 81%), in 5 passages. "+
			"If every held passage counted, it would be 6 reviews.",
		"Practice was found lacking on all three themes in 11% of the reviews (1 of 9; 95% interval 2 to 43%); every review reports at least one of them.",
		"Thresholds not understood or applied: 4 of 9 reviews, 44% (19 to 73%)",
		"Made with thematic 1.2.3, codebook practice 1.0.0 (abcdef).",
	)
}

func TestSentencesOfOtherResults(t *testing.T) {
	nothing := newFiction(0, "t0")
	one := newFiction(1, "t0", "t1", "t2")
	pair := newFiction(4, "t1", "t2")
	apart := newFiction(8)
	apart.Codings = nil
	apart.say(1, 0, corpus.Counted, corpus.LabelDeficit)
	apart.say(2, 1, corpus.Counted, corpus.LabelDeficit)
	silent := newFiction(4)
	silent.Codings = nil
	alone := newFiction(1, "t0")
	alone.Cases[0].Year, alone.Cases[0].Area = 0, ""
	undated := newFiction(6)
	for i := range undated.Cases {
		undated.Cases[i].Year, undated.Cases[i].Area = 0, ""
	}
	partly := newFiction(6)
	partly.Cases[2].Year, partly.Cases[3].Area = 0, ""
	many := newFiction(1200)
	for i := range many.Cases {
		many.Cases[i].Area = "Area " + string(rune('A'+i%7))
	}
	mostly := newFiction(7)
	for i := range mostly.Cases[1:] {
		mostly.Cases[1+i].Area = "Area " + string(rune('A'+i))
	}
	mostly.Cases[0].Area = ""
	tests := []struct {
		name string
		of   *fiction
		want []string
	}{
		{"no review", nothing, []string{"No reviews were counted", "The folder held no files.", "so there is nothing to report"}},
		{"one review", one, []string{"1 review from Ambry, published in 2008", "The one file in the folder was read in full.",
			"The one review counted is known from one full report.", "Practice was found lacking in the one review, in 1 passage.",
			"One review shows what happened in one case"}},
		{"two reviews", newFiction(2), []string{"2 reviews from Ambry (1) and Corran (1), published in 2008 and 2009", "Both files in the folder were read in full."}},
		{"two headline themes", pair, []string{"The codebook names two headline themes", "Practice was found lacking on both themes in 25% of the reviews", "one review reports neither of them"}},
		{"themes apart", apart, []string{"The three themes most often reported:", "In no review was practice found lacking on all three themes; six reviews report none of them.",
			"Information sharing. Practice was found lacking in no review.", "Of the 6 themes, four were found in no review"}},
		{"no theme found", silent, []string{"None of the themes was found in any review; these are the first three of the codebook:"}},
		{"nothing known of one", alone, []string{"in 1 review. When it was published is not known."}},
		{"nothing known", undated, []string{"in 6 reviews. When they were published is not known."}},
		{"partly known", partly, []string{"6 reviews from Ambry (3), Corran (2) and an unknown area (1), published from 2008 to 2012. The year of 1 of them is not known."}},
		{"many areas and none", mostly, []string{"7 reviews from 6 areas and an unknown area (1), published "}},
		{"many", many, []string{"1,200 reviews from 7 areas", "All 1,200 files in the folder were read in full.", "by 0.1 points", "100% of the reviews (1,200 of 1,200"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantSaid(t, New(tt.of.result(t), Options{Tool: "x", Codebook: "y"}), tt.want...) })
	}
}

// TestOfOneReviewThereIsNoPercentage: neither in a sentence nor in a table.
func TestOfOneReviewThereIsNoPercentage(t *testing.T) {
	for reviews, want := range map[int][]string{
		1: {"Theme", "Reviews", "With held", "Good practice"},
		2: {"Theme", "Reviews", "Percent", "95% interval", "With held", "Good practice"},
	} {
		tables := 0
		for _, page := range New(newFiction(reviews).result(t), options()).Pages {
			for _, b := range page {
				if b.Kind != TableBlock {
					continue
				}
				tables++
				if !slices.Equal(b.Table.Header, want) || len(b.Table.Numbers) != len(want) || len(b.Table.Rows[0]) != len(want) {
					t.Errorf("%d reviews: got columns %q, %t, %q, want %q", reviews, b.Table.Header, b.Table.Numbers, b.Table.Rows[0], want)
				}
			}
		}
		if tables != 1 {
			t.Errorf("%d reviews: got %d tables", reviews, tables)
		}
	}
	for _, line := range said(New(newFiction(1).result(t), options())) {
		if regexp.MustCompile(`\d%`).MatchString(line) {
			t.Errorf("one review: %q", line)
		}
	}
}

// faults are the marks of a sentence that was put together wrongly.
var faults = regexp.MustCompile(`%!|  |NaN|n/a|\b(1|one) (reviews|passages|themes|files)\b|\b1 (were|are|say) |\b0 (was|is) |\(\)|, ,|\.\.|^[a-z] `)

func TestSentencesAreWellMade(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 10, 27, 500} {
		for _, headlines := range [][]string{nil, {"t2"}, {"t0", "t1"}, {"t0", "t1", "t2", "t5"}} {
			f := newFiction(n, headlines...)
			for i := range n / 2 {
				f.say(i, i%3, corpus.Held, corpus.LabelDeficit)
				f.say(i, i%4, corpus.Counted, corpus.LabelGoodPractice)
			}
			for _, line := range said(New(f.result(t), options())) {
				if fault := faults.FindString(line); fault != "" {
					t.Errorf("%d reviews, headlines %v: %q in %q", n, headlines, fault, line)
				}
			}
		}
	}
}

func TestNumbersAreThoseOfTheResult(t *testing.T) {
	r := newFiction(27, "t0", "t1", "t2").result(t)
	var table Table
	for _, block := range New(r, options()).Pages[3] {
		if block.Kind == TableBlock {
			table = block.Table
		}
	}
	if got, want := len(table.Rows), len(r.Prevalence); got != want {
		t.Fatalf("got %d rows, want %d", got, want)
	}
	for i, p := range r.Prevalence {
		want := strings.Join([]string{new(writer).bothNames(p.Theme), corpus.Digits(p.Share.Count), p.Share.Whole(), p.Share.Interval("–"), corpus.Digits(p.WithHeld), corpus.Digits(p.GoodPractice)}, " | ")
		if got := strings.Join(table.Rows[i], " | "); got != want {
			t.Errorf("row %d: got %s, want %s", i, got, want)
		}
	}
}

func TestFigureWithoutPictureIsDescribed(t *testing.T) {
	o := options()
	o.Figures = []Figure{{Name: "venn", Title: "A title", Alt: "Three circles."}}
	b := New(smallResult(t), o)
	pages := pdfPages(t, saved(t, b))
	if !strings.Contains(pages[1], "Figure 1. A title Three circles.") {
		t.Errorf("the PDF does not describe the figure: %s", pages[1])
	}
	b = New(smallResult(t), Options{})
	for _, page := range b.Pages {
		for _, block := range page {
			if block.Kind == FigureBlock {
				t.Error("got a figure that was not given")
			}
		}
	}
}

func TestShare(t *testing.T) {
	tests := []struct {
		count, of int
		want      string
	}{
		{1, 1, "the one review"},
		{23, 27, "85% of the reviews (23 of 27; 95% interval 68 to 94%)"},
		{17, 27, "63% of the reviews (17 of 27; 95% interval 44 to 78%)"},
		{1, 500, "<1% of the reviews (1 of 500; 95% interval 0 to 1%)"},
	}
	for _, tt := range tests {
		if got := share(analysis.Proportion(tt.count, tt.of)); got != tt.want {
			t.Errorf("%d of %d: got %q, want %q", tt.count, tt.of, got, tt.want)
		}
	}
}

func TestBothNames(t *testing.T) {
	for _, tt := range []struct {
		theme  analysis.Theme
		voiced bool
		want   string
	}{
		{analysis.Theme{Label: "Poor or absent assessment", Short: "Weak assessment"}, false, "Weak assessment: Poor or absent assessment"},
		{analysis.Theme{Label: "Record keeping", Short: "Record keeping"}, false, "Record keeping"},
		{analysis.Theme{Label: "Record keeping"}, false, "Record keeping"},
		{analysis.Theme{Label: "Nobody asked me.", ChildVoice: "No reference to the child (voice of the child)"}, true, "Nobody asked me: No reference to the child (voice of the child)"},
	} {
		if got := (&writer{voiced: tt.voiced}).bothNames(tt.theme); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// TestThemesAreNamedInOneWay holds that the text calls a theme as the figures do, and
// gives its label where it introduces it.
func TestThemesAreNamedInOneWay(t *testing.T) {
	theme := analysis.Theme{ID: "a", Label: "Poor or absent assessment.", Short: "Weak assessment", ChildVoice: "Nobody asked me."}
	w := new(writer)
	w.result = &analysis.Result{}
	if got := w.named(theme); got != "Weak assessment" {
		t.Errorf("named: got %q", got)
	}
	if got := w.finding(analysis.Prevalence{Theme: theme}).Text.Lead; got != "Weak assessment: Poor or absent assessment." {
		t.Errorf("introduced: got %q", got)
	}
	w.voiced = true
	if got := w.finding(analysis.Prevalence{Theme: theme}).Text.Lead; got != "Poor or absent assessment." {
		t.Errorf("introduced where a child speaks: got %q", got)
	}
	w.result.Themes = []analysis.Theme{theme}
	if got := w.themeName("a"); got != "[Poor or absent assessment]" {
		t.Errorf("within a sentence where a child speaks: got %q", got)
	}
}

func TestCircumstancesStandApart(t *testing.T) {
	f := newFiction(4)
	f.Beside = &analysis.BesideInput{
		Name: "factors", Title: "Circumstances", Themes: []analysis.Theme{{ID: "debt", Label: "Debt"}, {ID: "moves", Label: "Moves"}},
		Codings: []corpus.Coding{{
			PassageID: "f1", CaseID: f.Cases[0].ID, File: f.Cases[0].Files[0], Theme: "debt", Label: corpus.LabelFactor, Status: corpus.Counted,
		}},
	}
	r, err := analysis.Analyse(f.Input)
	if err != nil {
		t.Fatal(err)
	}
	pages := New(r, Options{}).Pages
	last := pages[len(pages)-1]
	if got, want := fmt.Sprint(last[len(last)-1].Table.Rows), "[[Debt 1 25% 5–70% 1]]"; got != want {
		t.Errorf("got the table %s, want %s", got, want)
	}
	for _, page := range pages[:len(pages)-1] {
		for _, block := range page {
			if text := fmt.Sprint(block.Text, block.Items, block.Table); strings.Contains(text, "Debt") {
				t.Errorf("a circumstance stands among the findings: %s", text)
			}
		}
	}
}

func TestBriefingAboutAdultsNamesNoChild(t *testing.T) {
	f := newFiction(4)
	f.Subject = "adults"
	for i := range f.Themes {
		f.Themes[i].Label = fmt.Sprintf("Theme %d", i)
	}
	for i := range f.Cases {
		f.Cases[i].Title = fmt.Sprintf("Mr %d", i)
	}
	r, err := analysis.Analyse(f.Input)
	if err != nil {
		t.Fatal(err)
	}
	if text := fmt.Sprint(New(r, Options{})); strings.Contains(strings.ToLower(text), "child") || !strings.Contains(text, "an adult") {
		t.Errorf("got a briefing that speaks of a child:\n%s", text)
	}
}

// TestWithoutQuotationsNoDocumentIsNamed holds that leaving quotations out leaves
// out the titles and files of all documents too.
func TestWithoutQuotationsNoDocumentIsNamed(t *testing.T) {
	f := newFiction(4)
	for i := range f.Cases {
		f.say(i, 0, corpus.Counted, corpus.LabelDeficit)
		f.Cases[i].Title = fmt.Sprintf("Wren %d", i)
	}
	f.Cases[3].Include, f.Cases[3].Kind = false, corpus.KindLeaflet
	named := func(o Options) (titles, files bool) {
		text := fmt.Sprint(New(f.result(t), o))
		return strings.Contains(text, "Wren"), strings.Contains(text, f.Cases[3].Files[0])
	}
	if titles, _ := named(Options{}); !titles {
		t.Error("the document that does not count is not named")
	}
	if titles, files := named(Options{NoQuotations: true}); titles || files {
		t.Errorf("without quotations titles are named: %t, files: %t", titles, files)
	}
	if text := fmt.Sprint(New(f.result(t), Options{NoQuotations: true})); !strings.Contains(text, "Read and not counted as a review: one leaflet.") {
		t.Errorf("the kind of what does not count is not told:\n%s", text)
	}
}

// TestQuotations holds that a quotation stands with its review and, where there are
// several files, its file and, where it is known, its page, and that all can be left out.
func TestQuotations(t *testing.T) {
	const place = "Child A, Ambry, 2008, paragraph 4.2"
	for _, tt := range []struct {
		page int
		more string // another file of the review
		o    Options
		want []string
	}{
		{7, "", Options{}, []string{place + ", page 7"}},
		{0, "", Options{}, []string{place}},
		{7, "summary.pdf", Options{}, []string{place + ", page 7, in c000.pdf"}},
		{7, "", Options{NoQuotations: true}, nil},
	} {
		f := newFiction(2)
		f.say(0, 0, corpus.Counted, corpus.LabelDeficit)
		last := &f.Codings[len(f.Codings)-1]
		last.Quote, last.Page, last.Paragraph = `The plan called "safe" was never looked at by anybody again.`, tt.page, "4.2"
		if tt.more != "" {
			f.meet(tt.more, corpus.StatusOK)
			f.Cases[0].Files = append(f.Cases[0].Files, tt.more)
		}
		var got []string
		for _, page := range New(f.result(t), tt.o).Pages {
			for _, b := range page {
				if b.Kind == Quotation && b.Text.Text == "“The plan called ‘safe’ was never looked at by anybody again.”" {
					got = append(got, b.Cite)
				}
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%+v: got %q, want %q", tt, got, tt.want)
		}
	}
}

// TestChildsHeadingsAreNoQuotations holds that the words of no child stand above
// what reviews say without a word that they are from none.
func TestChildsHeadingsAreNoQuotations(t *testing.T) {
	f := newFiction(4, "t0")
	for i := range f.Codings {
		f.Codings[i].Quote = "The plan was never looked at by anybody again."
	}
	for _, voiced := range []bool{false, true} {
		text := fmt.Sprint(New(f.result(t), Options{ChildVoice: voiced}))
		if !strings.Contains(text, "These quotations illustrate themes") || strings.Contains(text, "The headings above the quotations are from no review.") != voiced {
			t.Errorf("in a child's words: %v: got %s", voiced, text)
		}
	}
}
