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
	out, with, source, file string
}

func newCompareCommand() *cobra.Command {
	var flags compareFlags
	cmd := &cobra.Command{
		Use:   "compare --with FILE.tsv",
		Short: "Lay published figures beside those of the last run",
		Long: `Prints each published figure beside that of the last run for the same theme, with the
95% interval of both and of their difference, and what stands against comparing
them. With -o they are written as a table (.csv) or drawn (.svg, .png, .pdf).

The file has columns parted by tabs under a header: source, n_reviews, measure,
published and count; and, where they are known, theme_id (of the codebook), period,
unit, kind and note. Without theme_id the measure must be the name of a theme.`,
		Example: "  thematic compare --with published-figures.tsv\n" +
			"  thematic compare --with published-figures.tsv --source \"Briefing 2020\" -o beside.png",
		Args: exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error { return compare(cmd.OutOrStdout(), flags) },
	}
	f := cmd.Flags()
	f.StringVar(&flags.out, "out", "thematic-out", "`folder` of the results")
	f.StringVar(&flags.with, "with", "", "file of published figures")
	f.StringVar(&flags.source, "source", "", "figures whose source has these words only")
	f.StringVarP(&flags.file, "output", "o", "", "file to write: .csv, .svg, .png or .pdf")
	return cmd
}

func compare(w io.Writer, flags compareFlags) error {
	if flags.with == "" {
		return usageError{errors.New("name the file of published figures with --with")}
	}
	result, err := project.Results(flags.out, project.Selection{})
	if err != nil {
		return err
	}
	list, err := project.LayAlongside(result, flags.with, flags.source)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	switch {
	case flags.file == "":
		for _, a := range list {
			printAlongside(w, a)
		}
		return nil
	case strings.EqualFold(filepath.Ext(flags.file), ".csv"):
		table := analysis.AlongsideTable(list)
		err = table.WriteCSV(&b)
	default:
		err = drawAlongside(&b, flags.file, result, list)
	}
	if err != nil {
		return err
	}
	return project.WriteFile(flags.file, b.Bytes())
}

func drawAlongside(w io.Writer, file string, r *analysis.Result, list []analysis.Alongside) error {
	write, err := chartWriter(file)
	if err != nil {
		return err
	}
	figure, err := project.AlongsideFigure(r, list, charts.Style{})
	if err != nil {
		return err
	}
	return write(figure, w)
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
		fmt.Fprintf(w, "  difference     %+.0f points, 95%% interval %+.0f to %+.0f\n", a.Difference.Points, a.Difference.Low, a.Difference.High)
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
	return fmt.Sprintf("%d of %d  %.0f%%  %.0f%%–%.0f%%", e.Count, e.Of, e.Percent, e.Low, e.High)
}
