package agreement

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

func matrixCoder(t *testing.T, name, text string) Coder {
	t.Helper()
	c, err := ReadMatrix(name, text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const first = "case_id,area,year,risk,voice\nr1,Ambry,2014,1,0\nr2,Ambry,2015,1,1\nr3,,,0,0\nr4,,,1,\n"

func TestCompareMatrices(t *testing.T) {
	a := matrixCoder(t, "a.csv", first)
	b := matrixCoder(t, "b.csv", "case_id,risk,voice\nr4,decided_absent,held\nr3,absent,0\nr2,counted,1\nr1,1,1\n")
	r, err := Compare([]Coder{a, b}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.ByReview.Overall.Units != 7 || !slices.Equal(r.ByReview.Overall.Judged, []int{7, 8}) || !slices.Equal(r.ByReview.Overall.Marked, []int{4, 4}) {
		t.Errorf("got %+v", r.ByReview.Overall)
	}
	printed(t, "percent", r.ByReview.Overall.Figures[0].Value, "0.714") // 5 of 7
	if risk := r.ByReview.Themes[0]; risk.Name != "risk" || risk.Figures[0].Value != 0.75 || risk.Figures[2].Interval != Normal {
		t.Errorf("got %+v", risk)
	}
	var got []string
	for _, d := range r.Disagreements {
		got = append(got, d.Review+" "+d.Theme+" "+strings.Join(d.Said, "/"))
	}
	if want := []string{"r1 voice absent/present", "r4 risk present/absent"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestDifferentReviews: reviews that one coder lacks are named, not dropped.
func TestDifferentReviews(t *testing.T) {
	a := matrixCoder(t, "a.csv", first)
	b := matrixCoder(t, "b.csv", "case_id,risk,voice\nr1,1,1\nr2,1,1\nr5,0,0\n")
	_, err := Compare([]Coder{a, b}, Options{})
	var units *UnitsError
	if !errors.As(err, &units) || units.Coder != "a.csv" || !slices.Equal(units.Missing, []string{"r5"}) || units.Common != 2 {
		t.Errorf("got %v", err)
	}
	r, err := Compare([]Coder{a, b}, Options{Common: true})
	if err != nil || !slices.Equal(r.Reviews, []string{"r1", "r2"}) {
		t.Errorf("got %+v, %v", r, err)
	}
	b.Sample = true
	if _, err = Compare([]Coder{a, b}, Options{}); !errors.As(err, &units) || !slices.Equal(units.Missing, []string{"r5"}) {
		t.Errorf("a sample of other reviews: got %v", err)
	}
	b.Reviews = []string{"r1", "r2"}
	if r, err = Compare([]Coder{a, b}, Options{}); err != nil || len(r.Reviews) != 2 {
		t.Errorf("a sample: got %+v, %v", r, err)
	}
	if _, err = Compare([]Coder{a}, Options{}); err == nil {
		t.Error("one coder was compared with nobody")
	}
}

// TestChosenPassages: coders who chose their passages are compared by words,
// and only positive agreement has a meaning.
func TestChosenPassages(t *testing.T) {
	code := func(doc, theme, quote string) analysis.Coded {
		return analysis.Coded{Doc: doc, Theme: theme, Label: corpus.LabelDeficit, Quote: quote}
	}
	a := FromCoded("a", []analysis.Coded{
		code("d1", "risk", "No risk assessment was completed by any agency that night."),
		code("d1", "risk", "The plan was never reviewed."), code("d2", "voice", "She was not seen alone."),
		{Doc: "d3", Theme: "voice", Label: corpus.LabelGoodPractice, Quote: "She was asked."},
	}, corpus.LabelDeficit)
	b := FromCoded("b", []analysis.Coded{
		code("d1", "risk", "no risk assessment was completed by any agency"), code("d2", "voice", "Nobody asked who lived there."),
	}, corpus.LabelDeficit)
	r, err := Compare([]Coder{a, b}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(r.Reviews, []string{"d1", "d2", "d3"}) || r.ByReview.Overall.Units != 6 || r.ByReview.Overall.Figures[0].Value != 1 {
		t.Errorf("got %+v", r)
	}
	positive, percent := r.ByPassage.Overall.Figures[1], r.ByPassage.Overall.Figures[0]
	printed(t, "positive", positive.Value, "0.40") // 2·1 of 3 and 2
	if percent.Defined || percent.Reason != unmarked || len(r.Disagreements) != 3 {
		t.Errorf("got %+v and %d disagreements", percent, len(r.Disagreements))
	}
	book := Coder{Name: "book", Reviews: []string{"case-1", "case-2", "case-3"}, Themes: []string{"risk", "voice"},
		Files: map[string]string{"d1": "case-1", "d2": "case-2", "d3": "case-3"}, Cells: map[Cell]bool{{"case-1", "risk"}: true}}
	if r, err = Compare([]Coder{book, a}, Options{}); err != nil || len(r.Disagreements) != 2 {
		t.Errorf("reviews known by their files: got %+v, %v", r, err)
	}
}

// TestListedPassages: a passage that one coder moved is a no of its theme and a
// yes of the other.
func TestListedPassages(t *testing.T) {
	coder := func(name string, marks ...Mark) Coder {
		for i := range marks {
			marks[i].Review, marks[i].Quote = "r1", "words"
		}
		return Coder{Name: name, Reviews: []string{"r1"}, Themes: []string{"risk", "voice"}, Marks: marks, Listed: len(marks)}
	}
	a := coder("a", Mark{ID: "p1", Theme: "risk", Marked: true}, Mark{ID: "p2", Theme: "risk", Marked: true}, Mark{ID: "p3", Theme: "voice"})
	b := coder("b", Mark{ID: "p1", Theme: "risk", Marked: true}, Mark{ID: "p2", Theme: "voice", Marked: true}, Mark{ID: "p3", Theme: "voice"}, Mark{ID: "p4", Theme: "risk"})
	r, err := Compare([]Coder{a, b}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range r.Disagreements {
		got = append(got, d.ID+" "+d.Theme+" "+strings.Join(d.Said, "/"))
	}
	if want := []string{"p2 risk yes/no", "p2 voice no/yes"}; !slices.Equal(got, want) || r.ByPassage.Overall.Units != 4 {
		t.Errorf("got %q of %d units, want %q of 4", got, r.ByPassage.Overall.Units, want)
	}
}

func TestSameWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"No risk assessment was completed by any agency.", "no risk assessment was completed", true},
		{"The plan was never reviewed by the core group.", "The plan was never shared with anybody at all.", false},
		{"She was not seen alone.", "He was seen at home.", false},
		{"Nobody asked.", "nobody asked", true},
		{"Nobody asked.", "Nobody came.", false},
		{"", "", false},
	} {
		if got := sameWords(wordsOf(c.a), wordsOf(c.b)); got != c.want {
			t.Errorf("%q and %q: got %v", c.a, c.b, got)
		}
	}
}

func TestReadMatrixRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "not a table",
		"review,risk\nr1,1\n":          "no column case_id",
		"case_id,risk\nr1,maybe\n":     `line 2: "maybe" is neither 1 nor 0`,
		"case_id,risk\nr1,1\nr1,0\n":   "line 3: the review r1 is there twice, first in line 2",
		"case_id,risk\nr1,1,1\n":       "line 2: 3 cells under 2 headings: if R wrote it, use row.names = FALSE",
		"case_id,risk,risk \nr1,1,0\n": `columns 2 and 3 are both called "risk"`,
		"case_id,risk,\nr1,1,0\n":      `line 2: "0" stands in a column without a name`,
		"case_id,risk\nr1,\"1\nr2,0\n": "line",
	} {
		var input *corpus.InputError
		if _, err := ReadMatrix("m.csv", text); !errors.As(err, &input) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want an InputError with %q", text, err, want)
		}
	}
}

// TestNotesSayWhatIsCompared: of what nobody decided, either what the program
// said is compared or nothing.
func TestNotesSayWhatIsCompared(t *testing.T) {
	a := matrixCoder(t, "a.csv", first)
	b := matrixCoder(t, "b.xlsx", first)
	b.Decided, b.Listed = 2, 5
	for only, want := range map[bool]string{false: "what the program said is compared", true: "the others are not compared"} {
		b.OnlyDecided = only
		r, err := Compare([]Coder{a, b}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "b.xlsx a person decided 2 of 5 passages") || !strings.HasSuffix(r.Notes[0], want) {
			t.Errorf("got %q, want one that ends %q", r.Notes, want)
		}
	}
}

// TestMatrixAsSaved: it does not matter which program saved a matrix.
func TestMatrixAsSaved(t *testing.T) {
	want := matrixCoder(t, "m.csv", "case_id,area,risk,voice\nr1,x,1,0\nr2,x,0,\n")
	for what, text := range map[string]string{
		"headings":   "\"case_id\",area , risk,voice,\nr1,x,1,0,\nr2,x,0,,\n",
		"semicolons": "case_id;area;risk;voice\r\nr1;x;1;0\r\nr2;x;0;\r\n",
		"tabs":       "case_id\tarea\trisk\tvoice\nr1\tx\t1\t0\nr2\tx\t0\t\n",
		"R":          "\"\",\"case_id\",\"area\",\"risk\",\"voice\"\n\"1\",\"r1\",\"x\",1,0\n\"2\",\"r2\",\"x\",0,NA\n",
	} {
		if got := matrixCoder(t, "m.csv", text); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", what, got, want)
		}
	}
}

// TestThreeCoders: Cohen's kappa is for the pairs.
func TestThreeCoders(t *testing.T) {
	a := matrixCoder(t, "a.csv", first)
	r, err := Compare([]Coder{a, a, matrixCoder(t, "c.csv", "case_id,risk,voice\nr1,1,1\nr2,1,1\nr3,0,0\nr4,0,\n")}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	overall := r.ByReview.Overall
	if overall.Figures[2].Defined || !overall.Figures[3].Defined || len(r.ByReview.Pairs) != 3 || !r.ByReview.Pairs[2].Figures[2].Defined {
		t.Errorf("got %+v and pairs %+v", overall, r.ByReview.Pairs)
	}
	var b strings.Builder
	if err := r.WriteText(&b); err != nil || !strings.Contains(b.String(), "a.csv and c.csv") {
		t.Errorf("got %s, %v", b.String(), err)
	}
	for _, table := range r.Tables() {
		for _, row := range table.Rows {
			if len(row) != len(table.Header) {
				t.Errorf("%s: %d cells under %d headings", table.Name, len(row), len(table.Header))
			}
		}
	}
}

// TestDisagreementsQuote: where coders differ on a review, what those marked is quoted
// who find the theme in it, and of a passage that several marked the longest.
func TestDisagreementsQuote(t *testing.T) {
	const short, long, other = "no risk assessment was completed", "No risk assessment was completed by any agency.", "The plan was never reviewed."
	judges := func(name string, present bool, quotes ...string) Coder {
		c := Coder{Name: name, Task: ChoosePassages, Reviews: []string{"r1"}, Themes: []string{"risk"}, Cells: map[Cell]bool{{"r1", "risk"}: present}}
		for _, q := range quotes {
			c.Marks = append(c.Marks, Mark{Review: "r1", Theme: "risk", Quote: q, Marked: true})
		}
		return c
	}
	r, err := Compare([]Coder{judges("a", true, short), judges("b", true, long), judges("c", false, other)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range r.Disagreements {
		got = append(got, d.Level+" "+strings.Join(d.Said, "/")+": "+strings.Join(d.Quotes, " | "))
	}
	want := []string{
		"review present/present/absent: " + short + " | " + long,
		"passage yes/yes/no: " + long,
		"passage no/no/yes: " + other,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestReviewsOutside: one whose passages are all there is was not given the reviews
// that nobody else has.
func TestReviewsOutside(t *testing.T) {
	a := matrixCoder(t, "a.csv", first)
	b := Coder{Name: "b", Task: PassagesAlone, Reviews: []string{"r1", "r9"}, Themes: []string{"risk"}}
	_, err := Compare([]Coder{a, b}, Options{})
	var units *UnitsError
	if !errors.As(err, &units) || units.Coder != "a.csv" || !slices.Equal(units.Missing, []string{"r9"}) || units.Common != 1 {
		t.Errorf("got %v, want that a.csv lacks r9", err)
	}
	b.Reviews = []string{"r9"}
	if _, err := Compare([]Coder{a, b}, Options{Common: true}); err == nil || err.Error() != "no review was given to all of a.csv, b" {
		t.Errorf("got %v, want that no review is in both", err)
	}
}

// TestByName: a file is known by its path and its name, and by a name that is of two
// reviews not at all.
func TestByName(t *testing.T) {
	got := ByName(map[string]string{"a/one.pdf": "r1", "b/two.pdf": "r2", "c/two.pdf": "r3"})
	want := map[string]string{
		"a/one.pdf": "r1", "a/one": "r1", "one.pdf": "r1", "one": "r1",
		"b/two.pdf": "r2", "b/two": "r2", "c/two.pdf": "r3", "c/two": "r3",
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestAReviewIsNoFile: what one coder knows as a review is not taken for the file of
// the same name that another has of another review.
func TestAReviewIsNoFile(t *testing.T) {
	book := Coder{Name: "book", Reviews: []string{"one", "two"}, Themes: []string{"risk"},
		Files: map[string]string{"two": "one", "three": "two"}, Cells: map[Cell]bool{{"one", "risk"}: true, {"two", "risk"}: false}}
	r, err := Compare([]Coder{book, matrixCoder(t, "a.csv", "case_id,risk\none,1\ntwo,0\n")}, Options{})
	if err != nil || !slices.Equal(r.Reviews, []string{"one", "two"}) || len(r.Disagreements) != 0 {
		t.Errorf("got %+v, %v", r, err)
	}
}

// TestNoReviewInAll: of coders of other folders no part is offered to be compared,
// and of many reviews a few are named.
func TestNoReviewInAll(t *testing.T) {
	err := &UnitsError{Coder: "a.csv", Missing: []string{"r1", "r2", "r3", "r4", "r5", "r6"}}
	if want := "a.csv lacks 6 reviews that another coder has (r1, r2, r3, r4, r5 and 1 more): compare coders of the same reviews: none is in all"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}
