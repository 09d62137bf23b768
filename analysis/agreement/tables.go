package agreement

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// Tables returns the table side_by_side, with the coefficients of each level at which two
// coders judged something, and of each pair and theme, beside one another; the table
// agreement, with a row for each of them and its interval; and the table disagreements.
// Coefficients have four decimals; one that is undefined is n/a, and the note in agreement
// says why.
func (r *Report) Tables() []analysis.Table {
	return []analysis.Table{r.sideBySide(), r.coefficients(), r.disagreed()}
}

// decimals are those of a coefficient in a table.
const decimals = 4

// each calls add for every line of the levels at which two coders judged something; the
// theme is "" where the line is over all of them.
func (r *Report) each(add func(level, theme, coders string, l Line)) {
	for _, level := range []struct {
		name string
		of   Level
	}{{"review", r.ByReview}, {"passage", r.ByPassage}} {
		if level.of.Overall.Units == 0 {
			continue
		}
		add(level.name, "", r.names(), level.of.Overall)
		for _, l := range level.of.Pairs {
			add(level.name, "", l.Name, l)
		}
		for _, l := range level.of.Themes {
			add(level.name, l.Name, r.names(), l)
		}
	}
}

func (r *Report) sideBySide() analysis.Table {
	t := analysis.Table{Name: "side_by_side", Header: []string{"level", "theme", "units", "prevalence"}}
	for _, m := range measures {
		t.Header = append(t.Header, string(m.name))
	}
	t.Header = append(t.Header, "coders")
	r.each(func(level, theme, coders string, l Line) {
		share, known := l.Prevalence()
		row := []analysis.Value{
			analysis.Text(level), analysis.Text(cmp.Or(theme, "all themes")), analysis.Number(l.Units), analysis.Decimal(share, known, decimals),
		}
		for _, f := range l.Figures {
			row = append(row, analysis.Decimal(f.Value, f.Defined, decimals))
		}
		t.Rows = append(t.Rows, append(row, analysis.Text(coders)))
	})
	return t
}

func (r *Report) coefficients() analysis.Table {
	t := analysis.Table{Name: "agreement", Header: []string{
		"level", "theme_id", "coders", "units", "prevalence", "measure", "value", "low", "high", "interval", "note",
	}}
	r.each(func(level, theme, coders string, l Line) {
		share, known := l.Prevalence()
		for _, f := range l.Figures {
			t.Rows = append(t.Rows, []analysis.Value{
				analysis.Text(level), analysis.Text(theme), analysis.Text(coders), analysis.Number(l.Units), analysis.Decimal(share, known, decimals), analysis.Text(f.Name),
				analysis.Decimal(f.Value, f.Defined, decimals), analysis.Decimal(f.Low, f.Interval != "", decimals), analysis.Decimal(f.High, f.Interval != "", decimals),
				analysis.Text(f.Interval), analysis.Text(f.Reason),
			})
		}
	})
	return t
}

func (r *Report) names() string {
	var names []string
	for _, c := range r.Coders {
		names = append(names, c.Name)
	}
	return strings.Join(names, " and ")
}

func (r *Report) disagreed() analysis.Table {
	t := analysis.Table{Name: "disagreements", Header: []string{"level", "case_id", "theme_id"}}
	for _, c := range r.Coders {
		t.Header = append(t.Header, c.Name)
	}
	t.Header = append(t.Header, "passage_id", "file", "page", "quotes")
	for _, d := range r.Disagreements {
		row := []analysis.Value{analysis.Text(d.Level), analysis.Text(d.Review), analysis.Text(d.Theme)}
		for _, s := range d.Said {
			row = append(row, analysis.Text(s))
		}
		t.Rows = append(t.Rows, append(row, analysis.Text(d.ID), analysis.Text(d.File), analysis.Known(d.Page), analysis.Text(strings.Join(d.Quotes, " | "))))
	}
	return t
}

// mostShown is how many disagreements the terminal shows.
const mostShown = 20

// WriteText writes the report as a person reads it, themes by their names and in the
// order of these: both levels over all themes with every coefficient, then theme by
// theme, then what coders disagree on.
func (r *Report) WriteText(w io.Writer) error {
	var b strings.Builder
	for i, c := range r.Coders {
		marked := ""
		if c.Marks > 0 || r.ByPassage.Overall.Judged[i] > 0 {
			marked = fmt.Sprintf(" (%s marked)", corpus.Quantity(c.Marks, "passage"))
		}
		fmt.Fprintf(&b, "coder %d: %s%s\n", i+1, c.Name, marked)
	}
	fmt.Fprintf(&b, "%s and %s compared\n", corpus.Quantity(len(r.Reviews), "review"), corpus.Quantity(len(r.Themes), "theme"))
	for _, note := range r.Notes {
		fmt.Fprintf(&b, "Note: %s\n", note)
	}
	r.ByReview.write(&b, r, "Reviews: one unit is one theme in one review")
	r.ByPassage.write(&b, r, "Passages: one unit is one passage and one theme")
	r.writeDisagreements(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// titles are the measures as the terminal heads them.
var titles = map[Measure]string{
	MeasurePercent: "percent agreement", MeasurePositive: "positive agreement", MeasureCohen: "Cohen's kappa", MeasureFleiss: "Fleiss' kappa",
	MeasureAlpha: "Krippendorff's alpha", MeasureAC1: "Gwet's AC1", MeasureBrennan: "Brennan-Prediger",
}

func (l Level) write(b *strings.Builder, r *Report, title string) {
	fmt.Fprintf(b, "\n%s\n", title)
	if l.Overall.Units == 0 {
		fmt.Fprintln(b, "  nothing that two coders judged")
		return
	}
	l.Overall.write(b)
	for _, pair := range l.Pairs {
		fmt.Fprintf(b, "\n  %s\n", pair.Name)
		pair.write(b)
	}
	fmt.Fprintf(b, "\n  %-28s %6s %7s %8s %8s %7s %7s %7s %7s %7s\n", "theme", "units", "marked", "percent", "positive", "Cohen", "Fleiss", "alpha", "AC1", "B-P")
	byName := func(a, b Line) int { return strings.Compare(r.name(a.Name), r.name(b.Name)) }
	for _, t := range slices.SortedStableFunc(slices.Values(l.Themes), byName) {
		share, known := t.Prevalence()
		fmt.Fprintf(b, "  %-28s %6d %7s", corpus.Shorten(r.name(t.Name), 28), t.Units, whole(share, known))
		for i, f := range t.Figures {
			width := 7
			if i < 2 {
				width = 8
			}
			fmt.Fprintf(b, " %*s", width, shown(f.Value, f.Defined, "%.2f"))
		}
		b.WriteByte('\n')
	}
}

// write lists every coefficient of a line with its interval.
func (l Line) write(b *strings.Builder) {
	fmt.Fprintf(b, "  %s judged by two coders or more", corpus.Quantity(l.Units, "unit"))
	if share, known := l.Prevalence(); known {
		fmt.Fprintf(b, ", %s of them marked on average", whole(share, known))
	}
	b.WriteByte('\n')
	for _, f := range l.Figures {
		fmt.Fprintf(b, "  %-22s %7s", titles[f.Name], shown(f.Value, f.Defined, "%.3f"))
		if f.Interval != "" {
			fmt.Fprintf(b, "  %s to %s (%s)", shown(f.Low, true, "%.3f"), shown(f.High, true, "%.3f"), f.Interval)
		}
		if f.Reason != "" {
			fmt.Fprintf(b, "  %s", f.Reason)
		}
		b.WriteByte('\n')
	}
}

// whole gives a share in whole per cent: as in [analysis.Estimate.Whole], few is never
// 0% and nearly all is never 100%.
func whole(share float64, known bool) string {
	switch {
	case !known:
		return "n/a"
	case share > 0 && share < 0.005:
		return "<1%"
	case share < 1 && share >= 0.995:
		return ">99%"
	}
	return fmt.Sprintf("%d%%", int(100*share+0.5))
}

// shown is a number, without a sign where it is rounded to nothing.
func shown(x float64, defined bool, format string) string {
	if !defined {
		return "n/a"
	}
	text := fmt.Sprintf(format, x)
	if zero := strings.TrimPrefix(text, "-"); strings.Trim(zero, "0.") == "" {
		return zero
	}
	return text
}

func (r *Report) writeDisagreements(b *strings.Builder) {
	fmt.Fprintf(b, "\n%d disagreements", len(r.Disagreements))
	if len(r.Disagreements) > mostShown {
		fmt.Fprintf(b, ", the first %d of them (--csv, --xlsx and --json give all)", mostShown)
	}
	b.WriteString("\n")
	for _, d := range r.Disagreements[:min(mostShown, len(r.Disagreements))] {
		at := ""
		if d.File != "" {
			at = ", " + d.File
		}
		if d.Page > 0 {
			at += fmt.Sprintf(" page %d", d.Page)
		}
		fmt.Fprintf(b, "  %s %s, %s%s: %s\n", d.Level, d.Review, r.name(d.Theme), at, strings.Join(d.Said, " / "))
		for _, quote := range d.Quotes {
			fmt.Fprintf(b, "      “%s”\n", corpus.Shorten(strings.Join(strings.Fields(quote), " "), 150))
		}
	}
}
