package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/charts"
	"thematic/corpus"
	"thematic/internal/project"
)

// compareGroups sets the groups that a column of cases.csv makes beside one
// another.
func compareGroups(cmd *cobra.Command, flags compareFlags) error {
	g := analysis.Grouping{Column: flags.by, Order: flags.order}
	for _, r := range flags.ranges {
		band, err := analysis.ParseBand(r)
		if err != nil {
			return usageError{fmt.Errorf("--ranges: %w", err)}
		}
		g.Bands = append(g.Bands, band)
	}
	result, warnings, err := project.Results(flags.out, project.Selection{})
	if err != nil {
		return err
	}
	warn(cmd.ErrOrStderr(), warnings)
	if len(result.Matrix.Cases) == 0 {
		return selectionFlags{}.nothingTo("compare")
	}
	c, err := result.Matrix.CompareBy(g)
	if missing := new(analysis.NotThereError); errors.As(err, &missing) {
		err = fmt.Errorf("%w (what was changed in project/cases.csv is known after the next run)", err)
	}
	if err != nil {
		return usageError{err}
	}
	if flags.file == "" {
		return printGroups(cmd.OutOrStdout(), result, c, len(g.Bands) > 0)
	}
	return flags.write(cmd, result, func() analysis.Table { return result.ColumnsTable([]analysis.Comparison{c}) },
		func(shown *analysis.Result, style charts.Style) (*charts.Figure, error) {
			return project.GroupsFigure(shown, c, style)
		})
}

// labelWidth is how much of a theme's name a line has.
const labelWidth = 42

// printGroups prints each contrast, the greatest difference first, and the trend
// of each theme where the groups have an order; ranged says that ranges were given.
func printGroups(w io.Writer, r *analysis.Result, c analysis.Comparison, ranged bool) error {
	var b strings.Builder
	groups := make([]string, len(c.Groups))
	for i, g := range c.Groups {
		groups[i] = fmt.Sprintf("%s (%d)", corpus.CleanLine(g.Name), g.Reviews)
	}
	fmt.Fprintf(&b, "Reviews by %s: %s", corpus.CleanLine(c.By), strings.Join(groups, ", "))
	if c.LeftOut > 0 {
		fmt.Fprintf(&b, "; in no group: %d", c.LeftOut)
	}
	fmt.Fprintln(&b, ".")
	if c.NoNumber != "" {
		fmt.Fprintf(&b, "Each value is a group, since %q is no number: write one in project/cases.csv, or nothing, and run again for two halves and a trend.\n", corpus.CleanLine(c.NoNumber))
	}
	names := map[string]string{}
	for _, t := range r.Themes {
		names[t.ID] = corpus.Shorten(t.Name(), labelWidth)
	}
	small := slices.ContainsFunc(c.Trends, func(t analysis.Trend) bool { return t.Warning != "" })
	tooSmall := 0
	for _, g := range c.Groups {
		contrasts := slices.DeleteFunc(slices.Clone(c.Contrasts), func(t analysis.Contrast) bool { return t.A != g.Name })
		switch {
		case len(contrasts) == 0: // the second of two mirrors the first
		case len(c.Groups) > 2 && !contrasts[0].Enough():
			tooSmall++
		default:
			small = small || slices.ContainsFunc(contrasts, func(t analysis.Contrast) bool { return t.Warning != "" })
			printContrasts(&b, contrasts, names)
		}
	}
	if tooSmall > 0 {
		fmt.Fprintf(&b, "\n%s\n", smallGroups(tooSmall, len(c.Groups), c.By, ranged))
	}
	printTrends(&b, c, names)
	if tooSmall < len(c.Groups) || len(c.Trends) > 0 {
		fmt.Fprintf(&b, "\n%s\n", familyNote(c))
	}
	switch {
	case small && len(c.Trends) > 0:
		fmt.Fprintln(&b, "* Small numbers: go by the interval, not by the difference alone; a p of a trend is rough.")
	case small:
		fmt.Fprintln(&b, "* Small numbers: go by the interval, not by the difference alone.")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// smallGroups says that of so many groups some are too small to be compared, and what to
// do where all are.
func smallGroups(small, all int, column string, ranged bool) string {
	if small < all {
		return corpus.Quantity(small, "group") + " with too few reviews to be compared: left out here; -o FILE.csv has all."
	}
	larger := fmt.Sprintf("give project/cases.csv a column of your own that joins values of %s, run again and name that.", corpus.CleanLine(column))
	if ranged {
		larger = "give fewer and wider --ranges."
	}
	return "No group is compared, since each has fewer than five reviews, or the others together have; -o FILE.csv has the counts. " +
		"For larger groups, " + larger
}

// printContrasts prints how a group differs from another, the greatest difference
// first.
func printContrasts(b *strings.Builder, contrasts []analysis.Contrast, names map[string]string) {
	slices.SortStableFunc(contrasts, func(a, b analysis.Contrast) int {
		return cmp.Compare(math.Abs(b.Difference.Points), math.Abs(a.Difference.Points))
	})
	one, other := groupHead(contrasts[0].A), groupHead(contrasts[0].B)
	fmt.Fprintf(b, "\n%-*s %s %s %-18s %6s %6s\n", labelWidth, "", one, other, "points, 95%", "p", "q")
	for _, t := range contrasts {
		fmt.Fprintf(b, "%-*s %-*s %-*s %-18s %s%s\n", labelWidth, names[t.Theme], len([]rune(one)), inGroup(t.InA), len([]rune(other)), inGroup(t.InB),
			points(t.Difference), chances(t.P, t.Q), tail(t.P.Reason, t.Warning))
	}
}

// The least and greatest width of a group's column.
const (
	groupWidth     = 15
	mostGroupWidth = 28
)

// groupHead is the head of a group's column, as wide as the column.
func groupHead(name string) string {
	return fmt.Sprintf("%-*s", groupWidth, corpus.Shorten(corpus.CleanLine(name), mostGroupWidth))
}

// printTrends prints the trends of a comparison, if it has any.
func printTrends(b *strings.Builder, c analysis.Comparison, names map[string]string) {
	if len(c.Trends) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%-*s %-15s %-9s %6s %6s\n", labelWidth, "Trend over "+corpus.Shorten(corpus.CleanLine(c.By), 28), "reviews", "points", "p", "q")
	for _, t := range c.Trends {
		slope := "n/a"
		if t.Slope.Defined {
			slope = signed(t.Slope.Value, 1)
		}
		fmt.Fprintf(b, "%-*s %-15s %-9s %s%s\n", labelWidth, names[t.Theme], inGroup(t.Share), slope, chances(t.P, t.Q), tail(t.P.Reason, t.Warning))
	}
}

// familyNote says how many tests were made, and how many would stand.
func familyNote(c analysis.Comparison) string {
	trends := 0
	var q []analysis.Statistic
	for _, t := range c.Contrasts {
		q = append(q, t.Q)
	}
	for _, t := range c.Trends {
		q = append(q, t.Q)
		if t.P.Defined {
			trends++
		}
	}
	stand := 0
	for _, s := range q {
		if s.Stands() {
			stand++
		}
	}
	made := corpus.Quantity(c.Tests, "test") + " of a difference"
	if len(c.Trends) > 0 {
		made += fmt.Sprintf(" and %d of a trend", trends)
	}
	return fmt.Sprintf("%s; q below 0.05: %d. q is p adjusted for the number of tests of its kind (Benjamini and Hochberg).", made, stand)
}

// inGroup is a share in a column.
func inGroup(e analysis.Estimate) string {
	if !e.Defined {
		return "n/a"
	}
	return e.Fraction() + " " + e.Whole()
}

// points is a difference with its interval.
func points(d analysis.Difference) string {
	if !d.Defined {
		return "n/a"
	}
	return fmt.Sprintf("%s (%s to %s)", signed(d.Points, 0), signed(d.Low, 0), signed(d.High, 0))
}

// signed is a number with its sign and so many decimals; 0 has none.
func signed(x float64, decimals int) string {
	s := fmt.Sprintf("%+.*f", decimals, x)
	if strings.Trim(s, "+-0.") == "" {
		return s[1:]
	}
	return s
}

// chances are p and q in columns.
func chances(p, q analysis.Statistic) string {
	return fmt.Sprintf("%6s %6s", p.Printed(), q.Printed())
}

// tail is the end of a line: why there is no test, or a mark of small numbers.
func tail(reason, warning string) string {
	if warning != "" {
		return " *"
	}
	if reason != "" {
		return "  " + reason
	}
	return ""
}
