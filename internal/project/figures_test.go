package project

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/analysis/briefing"
	"thematic/charts"
	"thematic/corpus"
	"thematic/themes"
)

// counted analyses two reviews, in which the i-th theme is counted once where i
// is even and twice where it is odd; the first headlines themes are headlines.
func counted(t *testing.T, themes, headlines int) *analysis.Result {
	t.Helper()
	in := analysis.Input{
		Source: "Invented reviews",
		Files:  []analysis.File{{File: "a.pdf", ID: "a", Status: corpus.StatusOK}, {File: "b.pdf", ID: "b", Status: corpus.StatusOK}},
		Cases: []corpus.Case{
			{ID: "A", Year: 2012, Kind: corpus.KindReview, Include: true, Files: []string{"a.pdf"}},
			{ID: "B", Year: 2014, Kind: corpus.KindReview, Include: true, Files: []string{"b.pdf"}},
		},
	}
	for i := range themes {
		id := fmt.Sprintf("t%02d", i)
		in.Themes = append(in.Themes, analysis.Theme{ID: id, Label: "Theme " + id, Headline: i < headlines})
		for _, c := range in.Cases[:1+i%2] {
			in.Codings = append(in.Codings, corpus.Coding{
				PassageID: c.ID + id, CaseID: c.ID, File: c.Files[0], Page: 1, Theme: id,
				Label: corpus.LabelDeficit, Status: corpus.Counted, Quote: "No plan was made.",
			})
		}
	}
	r, err := analysis.Analyse(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestFiguresOfOneTheme checks that a codebook of one theme has its charts and
// its briefing, but for the charts that need two.
func TestFiguresOfOneTheme(t *testing.T) {
	r := counted(t, 1, 1)
	figures, err := Presentation{}.runFigures(r)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range figures {
		got = append(got, f.Name)
	}
	if want := []string{"pictorial", "bars", "trend"}; !slices.Equal(got, want) {
		t.Errorf("got the figures %q, want %q", got, want)
	}
	if _, err := (Options{Tool: "test", Codebook: &themes.Codebook{}}).briefing(r, "thematic", "practice"); err != nil {
		t.Errorf("the briefing cannot be made: %v", err)
	}
}

// TestSmallAreasAreNotCompared: two areas of too few reviews stand beside one another
// where that is asked for, and neither in the briefing nor on its slides.
func TestSmallAreasAreNotCompared(t *testing.T) {
	for _, tt := range []struct {
		each int // reviews of an area
		want bool
	}{{3, false}, {5, true}} {
		in := analysis.Input{Themes: []analysis.Theme{{ID: "t", Label: "Theme"}}}
		for i := range 2 * tt.each {
			id := fmt.Sprint("c", i)
			in.Files = append(in.Files, analysis.File{File: id, ID: corpus.ID(id), Status: corpus.StatusOK})
			in.Cases = append(in.Cases, corpus.Case{ID: id, Area: []string{"North", "South"}[i%2], Kind: corpus.KindReview, Include: true, Files: []string{id}})
		}
		r, err := analysis.Analyse(in)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := DrawFigure("dumbbell", r, charts.Style{}); err != nil {
			t.Errorf("%d each, asked for: %v", tt.each, err)
		}
		b, deck := presented(t, r)
		var names []string
		for _, block := range slices.Concat(b.Pages...) {
			names = append(names, block.Figure.Name)
		}
		inBriefing := slices.Contains(names, "dumbbell")
		onSlide := slices.ContainsFunc(deck.Slides, func(s briefing.Slide) bool { return s.Figure.Name == "dumbbell" })
		if inBriefing != tt.want || onSlide != tt.want {
			t.Errorf("%d each: in the briefing %t, on a slide %t, want %t", tt.each, inBriefing, onSlide, tt.want)
		}
		if said := strings.Join(deck.Limits, " "); !strings.Contains(said, fmt.Sprintf("With %d reviews, one more or less", 2*tt.each)) {
			t.Errorf("%d each: the slides end with the limits %q", tt.each, said)
		}
	}
}

// presented is the briefing of a result, and its slides.
func presented(t *testing.T, r *analysis.Result) (*briefing.Briefing, briefing.Deck) {
	t.Helper()
	b, err := Presentation{}.briefing(r, "thematic", "practice")
	if err != nil {
		t.Fatal(err)
	}
	deck, err := Presentation{}.deck(r, b)
	if err != nil {
		t.Fatal(err)
	}
	return b, deck
}

// TestBriefingHasChartsForPhones: every chart of the page is drawn for narrow screens too, at a
// width of which none of 320 points takes away.
func TestBriefingHasChartsForPhones(t *testing.T) {
	b, _ := presented(t, counted(t, 3, 3))
	for _, block := range slices.Concat(b.Pages...) {
		if block.Kind != briefing.FigureBlock {
			continue
		}
		_, width, _ := strings.Cut(block.Figure.Narrow, `width="`)
		width, _, _ = strings.Cut(width, "pt")
		points, err := strconv.ParseFloat(width, 64)
		if err != nil {
			t.Fatal(err)
		}
		if pixels := points * 96 / 72; pixels > 320-2*17.6 {
			t.Errorf("%s is %.0f pixels wide", block.Figure.Name, pixels)
		}
	}
}

// TestSlidesAddSomething: what one review, or one year, has nothing to show for is on no slide.
func TestSlidesAddSomething(t *testing.T) {
	for _, tt := range []struct {
		years []int // of the reviews
		want  []string
	}{
		{[]int{2012}, []string{"venn", "pictorial"}},
		{[]int{2012, 2012}, []string{"venn", "pictorial", "bars", "upset", "cooccurrence"}},
		{[]int{2012, 2014}, []string{"venn", "pictorial", "bars", "upset", "cooccurrence", "trend"}},
	} {
		in := analysis.Input{Themes: []analysis.Theme{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}, {ID: "c", Label: "C"}}}
		for i, year := range tt.years {
			id := fmt.Sprint("c", i)
			in.Files = append(in.Files, analysis.File{File: id, ID: corpus.ID(id), Status: corpus.StatusOK})
			in.Cases = append(in.Cases, corpus.Case{ID: id, Year: year, Kind: corpus.KindReview, Include: true, Files: []string{id}})
		}
		r, err := analysis.Analyse(in)
		if err != nil {
			t.Fatal(err)
		}
		_, deck := presented(t, r)
		var got []string
		for _, s := range deck.Slides {
			got = append(got, s.Figure.Name)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("of %d: got slides %q, want %q", tt.years, got, tt.want)
		}
	}
}

// TestNarrowChartsNameThemesWhole: at the least width no name of a theme of the built-in
// codebook is cut.
func TestNarrowChartsNameThemesWhole(t *testing.T) {
	codebook, err := themes.Builtin("practice")
	if err != nil {
		t.Fatal(err)
	}
	in := analysis.Input{Themes: Themes(codebook)}
	for i := range 20 {
		id := fmt.Sprint("c", i)
		in.Files = append(in.Files, analysis.File{File: id, ID: corpus.ID(id), Status: corpus.StatusOK})
		in.Cases = append(in.Cases, corpus.Case{ID: id, Area: []string{"North", "South"}[i%2], Kind: corpus.KindReview, Include: true, Files: []string{id}})
	}
	r, err := analysis.Analyse(in)
	if err != nil {
		t.Fatal(err)
	}
	least, _ := charts.Auto.Widths()
	for _, kind := range []string{"dumbbell", "bars", "pictorial"} {
		f, err := DrawFigure(kind, r, charts.Style{Width: least})
		if err != nil {
			t.Fatal(err)
		}
		var svg strings.Builder
		if err := f.WriteSVG(&svg); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(svg.String(), "…"); n > 0 {
			t.Errorf("%s: %d names are cut", kind, n)
		}
	}
}

// TestFiguresSayWhatWasChecked: every chart says how much of it a person has
// checked.
func TestFiguresSayWhatWasChecked(t *testing.T) {
	r := counted(t, 3, 3)
	for _, c := range []struct {
		passages, cells int
		want            string
	}{
		{0, 0, "Source: Invented reviews; no passage checked by a person. n = 2 reviews."},
		{2, 0, "Source: Invented reviews; 2 of 4 passages checked by a person. n = 2 reviews."},
		{0, 1, "Source: Invented reviews; 0 of 4 passages and 1 theme of a review checked by a person. n = 2 reviews."},
		{2, 3, "Source: Invented reviews; 2 of 4 passages and 3 themes of reviews checked by a person. n = 2 reviews."},
	} {
		r.Tally.DecidedPassages, r.Tally.DecidedCells = c.passages, c.cells
		for _, kind := range []string{"venn", "bars", "pictorial", "matrix"} {
			f, err := DrawFigure(kind, r, charts.Style{})
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(f.Source, c.want) {
				t.Errorf("%s: got %q, want it to begin %q", kind, f.Source, c.want)
			}
		}
	}
}

func TestDrawFigureRefusals(t *testing.T) {
	none := counted(t, 3, 3)
	none.Tally.Included = 0
	unstated := counted(t, 3, 3)
	unstated.Beside = &analysis.Beside{Themes: make([]analysis.Theme, 34), Prevalence: make([]analysis.Prevalence, 34)}
	for _, c := range []struct {
		kind string
		of   *analysis.Result
		want string
	}{
		{"pie", counted(t, 3, 3), `no chart is called "pie"`},
		{"bars", none, "no review is left to draw: choose other years or another area, or say in project/cases.csv"},
		{"venn", counted(t, 1, 1), "this chart shows two or three themes, not 1"},
		{"upset", counted(t, 1, 1), "this chart shows combinations of themes, and there is one theme"},
		{"cooccurrence", counted(t, 1, 1), "this chart shows pairs of themes, and there is one theme"},
		{"circumstances", counted(t, 3, 3), "no circumstances were counted"},
		{"circumstances", unstated, "none of the 34 circumstances is stated in these reviews"},
		{"euler", counted(t, 1, 1), "this chart shows two or three themes, not 1"},
	} {
		_, err := DrawFigure(c.kind, c.of, charts.Style{})
		var selection *SelectionError
		if !errors.As(err, &selection) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want a SelectionError that begins %q", c.kind, err, c.want)
		}
	}
}

// TestDifferencesHaveOneSign: charts show a difference as the tables beside them
// do, the first less the second, and ours less theirs.
func TestDifferencesHaveOneSign(t *testing.T) {
	r := counted(t, 2, 2)
	years, err := r.Matrix.CompareBy(analysis.Grouping{Column: "year"}) // t00 in the first of two reviews alone
	if err != nil {
		t.Fatal(err)
	}
	groups, err := GroupsFigure(r, years, charts.Style{})
	if err != nil {
		t.Fatal(err)
	}
	published, err := AlongsideFigure(r, r.LayAlongside([]analysis.Reference{{Source: "A study", Measure: "t01", Of: 10, Count: 6, Counted: true}}), charts.Style{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ got, want string }{
		{groups.Alt, "Theme t00: 1 and 0, difference +100 ("},
		{published.Alt, "this project, 2 reviews, and A study, 10 reviews. t01: 2 (100%) and 6 (60%), difference +40 ("},
	} {
		if !strings.Contains(c.got, c.want) {
			t.Errorf("got %q, want %q in it", c.got, c.want)
		}
	}
}

func TestCooccurrenceSaysWhichThemes(t *testing.T) {
	for _, c := range []struct {
		themes, headlines int
		want              string
	}{
		{4, 0, " Themes that travel together stand side by side."},
		{20, 0, " The 15 most frequent of 20 themes, those that travel together side by side."},
		{34, 1, " The headline themes and the most frequent others, 15 of 34, those that travel together side by side."},
		{34, 0, " The 15 most frequent of 34 themes, those that travel together side by side."},
	} {
		f, err := cooccurrenceFigure(counted(t, c.themes, c.headlines), charts.Style{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(f.Subtitle, c.want) {
			t.Errorf("%d themes: got %q, want it to end in %q", c.themes, f.Subtitle, c.want)
		}
	}
}

func TestWriteFileOfAPerson(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "nodir", "a.svg"): "there is no folder",
		filepath.Join(dir, "file", "a.svg"):  "is a file and not a folder",
		dir:                                  "this is a folder",
	} {
		err := WriteFile(path, []byte("x"), false)
		var input *corpus.InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), ".writing") {
			t.Errorf("%s: got %v, want an InputError with %q", path, err, want)
		}
	}
	path := filepath.Join(dir, "a.svg")
	if err := WriteFile(path, []byte("x"), false); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "x" {
		t.Errorf("got %q, %v, want x", got, err)
	}
	if err := WriteFile(path, []byte("x"), false); err != nil {
		t.Errorf("the same: got %v", err)
	}
	var input *corpus.InputError
	if err := WriteFile(path, []byte("y"), false); !errors.As(err, &input) || !strings.Contains(err.Error(), "it is there already") {
		t.Errorf("another: got %v", err)
	}
	if err := WriteFile(path, []byte("y"), true); err != nil {
		t.Errorf("to be replaced: got %v", err)
	}
}

// TestUpSetSaysHowManyThemesThereAre: a review in a column has others than those
// drawn, wherever the codebook has more, be they chosen or the leading ones.
func TestUpSetSaysHowManyThemesThereAre(t *testing.T) {
	chosen := counted(t, 3, 3)
	chosen.AllThemes = 33
	for _, c := range []struct {
		of   *analysis.Result
		want string
	}{
		{counted(t, 9, 0), "6 of 9 themes are shown: "},
		{counted(t, 6, 0), "Reviews by the exact combination of themes "},
		{chosen, "3 of 33 themes are shown: "},
	} {
		f, err := DrawFigure("upset", c.of, charts.Style{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(f.Subtitle, c.want) {
			t.Errorf("got %q, want it to begin %q", f.Subtitle, c.want)
		}
	}
}

// TestTrendWithoutYears holds that an area none of whose reviews has a year has
// no panel, unless there is no other.
func TestTrendWithoutYears(t *testing.T) {
	panels := func(areas []string, years ...int) string {
		r := counted(t, 3, 3)
		r.ByArea = nil
		for i, area := range areas {
			r.Matrix.Cases[i].Area, r.Matrix.Cases[i].Year = area, years[i]
			r.ByArea = append(r.ByArea, analysis.Group{Area: area, Reviews: 1})
		}
		f, err := trendFigure(r, charts.Style{})
		if err != nil {
			t.Fatal(err)
		}
		return f.Alt
	}
	if got := panels([]string{"", "Fenn"}, 0, 2014); !strings.Contains(got, "Fenn") || strings.Contains(got, "not known") {
		t.Errorf("got the panels %q, want that of Fenn alone", got)
	}
	if got := panels([]string{"", "Fenn"}, 2012, 2014); !strings.Contains(got, "Unknown area") {
		t.Errorf("with a year: got %q, want two panels", got)
	}
}
