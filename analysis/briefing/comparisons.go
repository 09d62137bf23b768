package briefing

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// mostGroups is how many groups are named one by one.
const mostGroups = 4

// comparisons says of each way to group the reviews how far the groups differ at
// most, and what of it stands when the number of tests is allowed for.
func (w *writer) comparisons() []Block {
	list := Block{Kind: Bullets}
	made := false // anything is compared
	add := func(by string, c analysis.Comparison) {
		if len(c.Contrasts) > 0 {
			list.Items = append(list.Items, Line{Lead: by + ", " + groupsOf(c) + ":", Text: w.comparison(c)})
			made = made || slices.ContainsFunc(c.Contrasts, analysis.Contrast.Enough)
		}
	}
	for i, by := range []string{"By area", "By year of publication", "By kind of document"} {
		if i < len(w.result.Comparisons) {
			add(by, w.result.Comparisons[i])
		}
	}
	for _, c := range w.result.ByColumn {
		add("By “"+corpus.Shorten(corpus.CleanLine(c.By), longestTitle)+"”", c)
	}
	if len(w.result.Twice) > 0 {
		list.Items = append(list.Items, w.twice())
		made = true
	}
	if text := w.trends(); text != "" {
		list.Items = append(list.Items, Line{Lead: "Over the years:", Text: text})
		made = true
	}
	switch {
	case len(list.Items) == 0:
		return nil
	case !made:
		return []Block{list}
	}
	return []Block{paragraph("Of many differences the widest is wide by chance alone. A difference is said to stand here where q, its probability by Fisher’s test or the one named, " +
		"adjusted for the number of tests (Benjamini and Hochberg), is below 0.05. All are in the tables compare_…, report_and_summary and trend." + w.mixed()), list}
}

// mixed says that a difference between groups may be one between kinds of document,
// where some that count are no reviews of one case and others are.
func (w *writer) mixed() string {
	n := w.countOf(isNoReview)
	if n == 0 || w.noReview() {
		return ""
	}
	return " Among the reviews " + plural(n, "is ", "are ") + corpus.All(kindsOf(w.result.Matrix.Cases, isNoReview)) +
		": where one group has more of them than another, a difference may be that of the kind of document, which thematic compare --by kind shows."
}

// groupsOf names the groups with the reviews that each has, or says how many groups
// there are.
func groupsOf(c analysis.Comparison) string {
	if len(c.Groups) > mostGroups {
		return fmt.Sprintf("%d groups", len(c.Groups))
	}
	var groups []string
	for _, g := range c.Groups {
		groups = append(groups, fmt.Sprintf("%s (%s)", groupName(c, g.Name), corpus.Digits(g.Reviews)))
	}
	return corpus.All(groups)
}

// groupName is what a group is called.
func groupName(c analysis.Comparison, name string) string {
	switch {
	case name == analysis.FullReports:
		name = "full reports and practice reviews"
	case c.By == "kind" && name != analysis.AllOthers:
		_, name = kindName(corpus.Kind(name))
	}
	return corpus.Shorten(corpus.CleanLine(name), longestTitle)
}

// comparison says which difference is widest, and what stands. Groups of too few
// reviews are passed over; who asks for a comparison is shown two such groups too.
func (w *writer) comparison(c analysis.Comparison) string {
	var widest analysis.Contrast
	var stand []string
	compared, small := make(map[string]bool), make(map[string]bool) // groups
	for _, t := range c.Contrasts {
		if !t.Enough() {
			small[t.A] = true
			continue
		}
		compared[t.A] = true
		if math.Abs(t.Difference.Points) > math.Abs(widest.Difference.Points) {
			widest = t
		}
		if t.Q.Stands() {
			stand = append(stand, fmt.Sprintf("%s (q %s)", w.themeName(t.Theme), t.Q.Printed()))
		}
	}
	switch {
	case len(compared) == 0 && len(c.Groups) > 2:
		return "no group is compared, since each has fewer than five reviews, or the others together have."
	case len(compared) == 0:
		return "with fewer than five reviews on one side nothing is compared."
	}
	text := "no theme differs."
	if d := widest.Difference; d.Defined && d.Points != 0 {
		low, high := d.Low, d.High
		if d.Points < 0 { // said the other way round
			low, high = -d.High, -d.Low
		}
		text = fmt.Sprintf("the widest difference is on %s, found in %s of %s (%s) and %s of %s (%s): %s points (95%% interval %s to %s).",
			w.themeName(widest.Theme), widest.InA.Whole(), groupName(c, widest.A), widest.InA.Fraction(),
			widest.InB.Whole(), groupName(c, widest.B), widest.InB.Fraction(), wholePoints(math.Abs(d.Points)), wholePoints(low), wholePoints(high))
	}
	text += " " + standing(c.Tests, stand)
	if n := len(small); n > 0 {
		text += " " + corpus.Quantity(n, "group") + " with too few reviews to be compared: left out here, but in the tables."
	}
	return text
}

// wholePoints rounds percentage points, a half away from nothing, as the tables do.
func wholePoints(x float64) string { return minus("%.0f", math.Round(x)) }

// minus formats a number, with a minus and no hyphen before a negative one, and
// nothing before 0.
func minus(format string, x float64) string {
	s := fmt.Sprintf(format, x)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return strings.Replace(s, "-", "−", 1)
}

// twice says what the kind of document alone moves.
func (w *writer) twice() Line {
	report, summary, differ, pairs, tests := 0, 0, 0, 0, 0
	var stand []string
	for _, t := range w.result.Twice {
		report += t.Both + t.ReportOnly
		summary += t.Both + t.SummaryOnly
		differ += t.ReportOnly + t.SummaryOnly
		pairs += t.Of()
		if t.P.Defined {
			tests++
		}
		if t.Q.Stands() {
			stand = append(stand, fmt.Sprintf("%s (q %s)", w.themeName(t.Theme), t.Q.Printed()))
		}
	}
	return Line{
		Lead: fmt.Sprintf("Report and summary of the same review, %s:", corpus.Quantity(w.result.Twice[0].Of(), "review")),
		Text: fmt.Sprintf("of %s pairs of a review and a theme, %s found in the reports and %s in the summaries, and %s in one of the two alone (McNemar). %s",
			corpus.Digits(pairs), plural(report, "one is", corpus.Digits(report)+" are"), corpus.Digits(summary), corpus.Digits(differ), standing(tests, stand)),
	}
}

// trends says which themes rise or fall with the years.
func (w *writer) trends() string {
	tests := 0
	var stand []string
	for _, t := range w.result.Trends {
		if !t.P.Defined {
			continue
		}
		tests++
		if t.Q.Stands() {
			stand = append(stand, fmt.Sprintf("%s, %s points a year (q %s)", w.themeName(t.Theme), minus("%+.1f", t.Slope.Value), t.Q.Printed()))
		}
	}
	if tests == 0 {
		return ""
	}
	return "whether themes rise or fall (Cochran and Armitage). " + standing(tests, stand)
}

// standing says how many of the tests stand, and which.
func standing(tests int, stand []string) string {
	switch {
	case tests == 0:
		return "The numbers are too small for any test."
	case len(stand) == 0:
		return plural(tests, "The one test made does not stand.", fmt.Sprintf("Of %d tests none stands.", tests))
	}
	return fmt.Sprintf("Of %s %d %s: %s.", corpus.Quantity(tests, "test"), len(stand), plural(len(stand), "stands", "stand"), strings.Join(stand, "; "))
}

// themeName is a theme, known by its id, within a sentence: in brackets and not
// between quotation marks where nobody said it.
func (w *writer) themeName(id string) string {
	i := slices.IndexFunc(w.result.Themes, func(t analysis.Theme) bool { return t.ID == id })
	t := w.result.Themes[i]
	if w.voiced && t.ChildVoice != "" {
		return "[" + w.named(t) + "]"
	}
	return "“" + strings.TrimRight(t.Name(), ".") + "”"
}
