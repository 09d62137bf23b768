package briefing

import (
	"fmt"
	"math"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// writer turns a result into sentences.
type writer struct {
	result  *analysis.Result
	figures map[string]Figure
}

// leadingThemes is how many themes the findings name.
const leadingThemes = 8

// coverage says how many reviews, from where and when.
func (w *writer) coverage() string {
	r := w.result
	if r.Tally.Included == 0 {
		return "No reviews were counted"
	}
	text := counted(r.Tally.Included, "review")
	if areas := w.areas(); areas != "" {
		text += " from " + areas
	}
	if first, last := w.years(); first > 0 && first == last {
		text += fmt.Sprintf(", %d", first)
	} else if first > 0 {
		text += fmt.Sprintf(", %d to %d", first, last)
	}
	return text
}

// mostAreas is how many areas are named one by one.
const mostAreas = 4

func (w *writer) areas() string {
	var known []string
	for _, g := range w.result.ByArea {
		if g.Area != "" {
			known = append(known, fmt.Sprintf("%s (%d)", g.Area, g.Reviews))
		}
	}
	if len(known) > mostAreas {
		return fmt.Sprintf("%d areas", len(known))
	}
	return list(known)
}

func (w *writer) years() (first, last int) {
	for _, g := range w.result.ByYear {
		if g.Year == 0 {
			continue
		}
		if first == 0 {
			first = g.Year
		}
		last = g.Year
	}
	return first, last
}

// background is the first page: what was read, and what counted.
func (w *writer) background() []Block {
	r := w.result
	blocks := []Block{
		heading("Background"),
		paragraph("When a child has died or been seriously harmed and abuse or neglect is known or suspected, a review looks at " +
			"how agencies worked together, so that they learn from it. Each review tells of one case. Read side by side, they " +
			"show which weaknesses in practice come back."),
		paragraph(fmt.Sprintf("This briefing counts those weaknesses in %s. It is about professional practice only: what a "+
			"review says of the parents, the child or outside circumstances is not counted.", lowerFirst(w.coverage()))),
		heading("What was read"),
		paragraph(w.reading()),
	}
	if left := w.leftOut(); len(left) > 0 {
		blocks = append(blocks, paragraph("Listed but not counted:"), bullets(left...))
	}
	blocks = append(blocks,
		heading("How a theme was found"),
		paragraph(fmt.Sprintf("Every sentence was compared with a codebook of %s. A theme is present in a review when at "+
			"least one passage says, in the review's own voice and about this case, that practice was lacking. Questions in the "+
			"terms of reference, recommendations, research, definitions, remarks about the family or about the review itself do "+
			"not count, and nor does praise.", counted(len(r.Themes), "theme"))),
		paragraph(w.decisions()),
	)
	return append(blocks, w.limits()...)
}

// reading says how many files gave how many reviews.
func (w *writer) reading() string {
	t := w.result.Tally
	text := fmt.Sprintf("%s %s met; %s could be read in full", counted(t.Files, "file"), were(t.Files), number(t.Statuses[corpus.StatusOK]))
	var rest []string
	for _, s := range []struct {
		status corpus.Status
		what   string
	}{
		{corpus.StatusPartial, "in part"}, {corpus.StatusNeedsOCR, "scanned without text"}, {corpus.StatusFailed, "could not be read"},
		{corpus.StatusEmpty, "empty"}, {corpus.StatusSkipped, "of a kind that is not read"}, {corpus.StatusDuplicate, "a copy of another"},
	} {
		if n := t.Statuses[s.status]; n > 0 {
			rest = append(rest, fmt.Sprintf("%d %s", n, s.what))
		}
	}
	if len(rest) > 0 {
		text += " (" + strings.Join(rest, ", ") + ")"
	}
	return text + fmt.Sprintf(". They make %s. A full report and its executive summary are one review.", counted(t.Included, "review"))
}

// mostLeftOut is how many cases that do not count are named.
const mostLeftOut = 6

func (w *writer) leftOut() []string {
	var items []string
	n := 0
	for _, c := range w.result.Cases {
		if c.Include {
			continue
		}
		if n++; n <= mostLeftOut {
			items = append(items, fmt.Sprintf("%s (%s)", c.Title, strings.ReplaceAll(string(c.Kind), "_", " ")))
		}
	}
	if n > mostLeftOut {
		items = append(items, fmt.Sprintf("and %d more, in cases.csv", n-mostLeftOut))
	}
	return items
}

// decisions says how much of the count a person has checked.
func (w *writer) decisions() string {
	t := w.result.Tally
	held := fmt.Sprintf("%s found, of which %d count and %d are held for a person to decide.",
		upperFirst(counted(t.Passages, "passage")+" "+were(t.Passages)), t.Codings[corpus.Counted], t.Codings[corpus.Held])
	if t.DecidedPassages == 0 && t.DecidedCells == 0 {
		return held + " No person has checked them yet: read the figures as the tool's proposal."
	}
	return held + fmt.Sprintf(" A person has decided on %s and %s.",
		counted(t.DecidedPassages, "passage"), counted(t.DecidedCells, "review and theme"))
}

// findings is the second page: the leading themes and how they overlap.
func (w *writer) findings() []Block {
	r := w.result
	blocks := []Block{heading("Findings")}
	if r.Tally.Included == 0 {
		return append(blocks, paragraph("No document in the folder is a review that counts, so there is nothing to report."))
	}
	for _, t := range r.Top {
		blocks = append(blocks, paragraph(w.finding(t)))
	}
	blocks = append(blocks, paragraph(w.together()), w.figure("venn"))
	var others []string
	for _, p := range r.Prevalence {
		if !p.Theme.Headline && len(others) < leadingThemes && p.Share.Count > 0 {
			others = append(others, p.Theme.Label+": "+w.share(p.Share))
		}
	}
	if len(others) > 0 {
		blocks = append(blocks, heading("The themes that follow"), bullets(others...))
	}
	return blocks
}

// finding is the sentence about one leading theme.
func (w *writer) finding(t analysis.Theme) string {
	for _, p := range w.result.Prevalence {
		if p.Theme.ID != t.ID {
			continue
		}
		text := fmt.Sprintf("In %s of the reviews (%d of %d, 95%% interval %s) this was found: %s.",
			percent(p.Share), p.Share.Count, p.Share.Of, interval(p.Share), lowerFirst(strings.TrimSuffix(t.Label, ".")))
		if more := p.WithHeld - p.Share.Count; more > 0 {
			text += fmt.Sprintf(" Were every held passage to count, it would be %d.", p.WithHeld)
		}
		if p.GoodPractice > 0 {
			text += fmt.Sprintf(" %s good practice on the same subject.", upperFirst(counted(p.GoodPractice, "review"))+" "+praise(p.GoodPractice))
		}
		return text
	}
	return ""
}

// together is the sentence about all of the top themes.
func (w *writer) together() string {
	for _, region := range w.result.Regions {
		if len(region.Themes) != len(w.result.Top) {
			continue
		}
		all := analysis.Proportion(len(region.Inclusive), region.Of)
		which := "All of these themes were found together"
		switch len(region.Themes) {
		case 2:
			which = "Both themes were found together"
		case 3:
			which = "All three themes were found together"
		}
		return fmt.Sprintf("%s in %s (%s).", which, counted(all.Count, "review"), w.brackets(all))
	}
	return ""
}

// limits says how to read the numbers.
func (w *writer) limits() []Block {
	n := w.result.Tally.Included
	return []Block{
		heading("How to read the numbers"),
		bullets(
			"A review says what its author chose to write. That a theme was not found does not mean that practice was good.",
			"The percentages are of all reviews counted, whether or not the subject could arise in each of them.",
			fmt.Sprintf("With %s, one review more or less moves a percentage by %s. The interval (Wilson, 95%%) shows how far "+
				"chance alone could move it if these reviews were a sample.", counted(n, "review"), onePoint(n)),
			"A tool that reads by rules misses what is said in unusual words, and now and then takes a sentence for what it is "+
				"not. Every passage can be checked and overruled.",
			"Reviews are about the gravest cases. They do not show how services work for most children.",
		),
	}
}

// everyTheme is the third page: the pictorial chart, and how to check it.
func (w *writer) everyTheme() []Block {
	if w.result.Tally.Included == 0 {
		return nil
	}
	return []Block{
		heading("Every theme, review by review"),
		w.figure("pictorial"),
		heading("How to check"),
		bullets(
			"coded.xlsx has every passage with its review, page and quotation: the counted, the held and the rejected, each with its reason.",
			"tables/prevalence.csv and tables/overlaps.csv hold the numbers of this briefing.",
			"project/cases.csv says what each file was taken for. Change it and run again.",
		),
	}
}

// numbers is the appendix: every theme in figures.
func (w *writer) numbers() []Block {
	if w.result.Tally.Included == 0 {
		return nil
	}
	return []Block{heading("All themes in numbers"), {Kind: TableBlock, Table: w.table()}}
}

func (w *writer) table() Table {
	t := Table{
		Caption: "Reviews in which each theme was found",
		Header:  []string{"Theme", "Reviews", "Percent", "95% interval", "With held", "Good practice"},
		Numbers: []bool{false, true, true, true, true, true},
	}
	for _, p := range w.result.Prevalence {
		t.Rows = append(t.Rows, []string{
			p.Theme.Label, fmt.Sprintf("%d of %d", p.Share.Count, p.Share.Of), percent(p.Share), interval(p.Share),
			fmt.Sprint(p.WithHeld), fmt.Sprint(p.GoodPractice),
		})
	}
	return t
}

func (w *writer) figure(name string) Block {
	return Block{Kind: FigureBlock, Figure: w.figures[name]}
}

func (w *writer) share(e analysis.Estimate) string {
	return fmt.Sprintf("%d of %d, %s (%s)", e.Count, e.Of, percent(e), interval(e))
}

func (w *writer) brackets(e analysis.Estimate) string {
	return fmt.Sprintf("%s, 95%% interval %s", percent(e), interval(e))
}

func percent(e analysis.Estimate) string {
	if !e.Defined {
		return "n/a"
	}
	return fmt.Sprintf("%.0f%%", math.Round(e.Percent))
}

func interval(e analysis.Estimate) string {
	if !e.Defined {
		return "n/a"
	}
	return fmt.Sprintf("%.0f–%.0f%%", math.Round(e.Low), math.Round(e.High))
}

// onePoint is what one review of n is worth.
func onePoint(n int) string {
	if n == 0 {
		return "an unknown amount"
	}
	return fmt.Sprintf("%.1f points", 100/float64(n))
}
