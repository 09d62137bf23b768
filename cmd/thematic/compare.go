package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/charts"
	"thematic/internal/project"
)

// compareFlags are the flags of the compare command.
type compareFlags struct {
	out, with, source, by, file, size string
	order, ranges                     list
	looks                             presentationFlags
}

func newCompareCommand() *cobra.Command {
	var flags compareFlags
	cmd := &cobra.Command{
		Use:   "compare --by COLUMN | --with FILE.tsv",
		Short: "Set groups of reviews, or published figures, beside one another",
		Long: `With --by, sets the groups that a column of project/cases.csv makes beside one another:
area, year, kind, or any column that you have added. For each theme it gives the
difference with its 95% interval (Newcombe), Fisher's exact test, and q, which is
adjusted for the number of tests; and says where the numbers are small, or too
small for a test. A column of numbers, with a point before decimals, or of dates,
by their years, is parted in two halves, or in --ranges, and the trend over all
the numbers is tested too, those in no range included (Cochran and Armitage). So
it is over words whose --order is given; reviews with other words are left out.
Each kind is a group of its own by kind;
tables/compare_kind.csv has full reports beside executive summaries alone.

With --with, prints each published figure beside that of the last run for the same
theme, with the 95% interval of both and of their difference, and what stands
against comparing them. The file has columns parted by tabs under a header: source,
n_reviews, measure, published and count; and, where they are known, theme_id (of the
codebook; of several themes together, joined by &), period, unit, kind and note.
Without theme_id the measure must be the name of a theme.

With -o either is written as a table (.csv) or drawn (.svg, .png, .pdf).`,
		Example: "  thematic compare --by area\n" +
			"  thematic compare --by year --ranges 2006-2012,2013-2019 -o periods.csv\n" +
			"  thematic compare --by Risk --order low,medium,high\n" +
			"  thematic compare --with published-figures.tsv --source \"Briefing 2020\" -o beside.png",
		Args: exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkEnding(flags.file, ".csv", ".svg", ".png", ".pdf"); err != nil {
				return err
			}
			if flags.file == "" || flags.table() {
				if err := idle(cmd, "goes with a chart: name its file with -o, ending in .svg, .png or .pdf", "size", "voice", "theme"); err != nil {
					return err
				}
			}
			return compare(cmd, flags)
		},
	}
	f := cmd.Flags()
	addResults(cmd, &flags.out)
	f.StringVar(&flags.by, "by", "", "`column` of cases.csv, your own included")
	f.Var(&flags.order, "order", "with --by: `values` of the column in their order, parted by commas")
	f.Var(&flags.ranges, "ranges", "with --by: `ranges` of numbers, such as 0-4,5-17")
	f.StringVar(&flags.with, "with", "", "`file` of published figures")
	f.StringVar(&flags.source, "source", "", "figures whose source has these `words` only")
	f.StringVar(&flags.size, "size", "auto", "`size` of a chart: auto, page, half, slide or column")
	flags.looks.addLook(cmd)
	f.StringVarP(&flags.file, "output", "o", "", "`file` to write: .csv, .svg, .png or .pdf")
	return cmd
}

func compare(cmd *cobra.Command, flags compareFlags) error {
	switch {
	case flags.by == "" && flags.with == "":
		return usageError{errors.New("name a column of cases.csv with --by, or the file of published figures with --with")}
	case flags.by != "" && flags.with != "":
		return usageError{errors.New("--by and --with are two comparisons: give one of them")}
	case flags.by == "" && len(flags.order)+len(flags.ranges) > 0:
		return usageError{errors.New("--order and --ranges go with --by")}
	case flags.by != "" && flags.source != "":
		return usageError{errors.New("--source goes with --with")}
	case flags.by != "":
		return compareGroups(cmd, flags)
	}
	result, warnings, err := project.Results(flags.out, project.Selection{})
	if err != nil {
		return err
	}
	warn(cmd.ErrOrStderr(), warnings)
	list, err := project.LayAlongside(result, flags.with, flags.source)
	if err != nil {
		return err
	}
	if flags.file != "" {
		return flags.write(cmd, result, func() analysis.Table { return analysis.AlongsideTable(list) },
			func(shown *analysis.Result, style charts.Style) (*charts.Figure, error) {
				return project.AlongsideFigure(shown, list, style)
			})
	}
	for _, a := range list {
		printAlongside(cmd.OutOrStdout(), a)
	}
	return nil
}

// table reports whether the file to write is a table.
func (flags compareFlags) table() bool { return strings.EqualFold(filepath.Ext(flags.file), ".csv") }

// write puts a comparison of a result into a file whose ending says whether as a table
// or as a chart, which is drawn of the result as it is shown.
func (flags compareFlags) write(cmd *cobra.Command, result *analysis.Result, table func() analysis.Table, draw func(*analysis.Result, charts.Style) (*charts.Figure, error)) error {
	if flags.table() {
		return exportTable(cmd, flags.out, flags.file, table())
	}
	size, err := chartSize(flags.size)
	if err != nil {
		return err
	}
	write, err := chartWriter(flags.file)
	if err != nil {
		return err
	}
	looks, err := flags.looks.load()
	if err != nil {
		return err
	}
	if err := looks.Check(result.Themes); err != nil {
		return err
	}
	warn(cmd.ErrOrStderr(), looks.Warnings())
	var b bytes.Buffer
	f, err := draw(looks.Shown(result), looks.Style(size))
	if err != nil {
		return err
	}
	if err := write(f, &b); err != nil {
		return err
	}
	return exportFile(cmd, flags.out, flags.file, b.Bytes())
}

// printAlongside prints one figure of both, and what stands against it.
func printAlongside(w io.Writer, a analysis.Alongside) {
	r := a.Reference
	period := ""
	if r.Period != "" {
		period = ", " + r.Period
	}
	fmt.Fprintf(w, "%s (%s%s)\n", r.Measure, r.Source, period)
	fmt.Fprintf(w, "  published      %s\n", cmp.Or(estimate(a.Theirs), strings.TrimSpace(r.Published+" n/a")))
	fmt.Fprintf(w, "  this project   %s\n", cmp.Or(estimate(a.Ours), "n/a"))
	if a.Difference.Defined {
		fmt.Fprintf(w, "  difference     %s points, 95%% interval %s to %s\n", signed(a.Difference.Points, 0), signed(a.Difference.Low, 0), signed(a.Difference.High, 0))
	}
	for _, warning := range a.Warnings {
		fmt.Fprintf(w, "  but            %s\n", warning)
	}
}

// estimate is a share with its interval, "" where it is not defined.
func estimate(e analysis.Estimate) string {
	if !e.Defined {
		return ""
	}
	return fmt.Sprintf("%s  %s  %s", e.Fraction(), e.Whole(), e.Interval("–"))
}
