package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/internal/project"
)

// sampleFlags are the flags of the sample command.
type sampleFlags struct {
	out, file string
	of        string
	by        list
	draw      analysis.Draw
}

func newSampleCommand() *cobra.Command {
	var flags sampleFlags
	cmd := &cobra.Command{
		Use:   "sample -o FILE.xlsx",
		Short: "Draw reviews or passages for a second coder, verdicts not shown",
		Long: `Draws reviews or passages at random, in proportion from every group that --by names, and
writes them as a workbook in which a second person codes without seeing what the
program or anybody else made of them. The same seed draws the same. The workbook is
compared with 'thematic agree' and brought in with 'thematic decisions import'. One
that is there and that somebody has filled in is kept under another name, such as
second-yours.xlsx.`,
		Example: "  thematic sample --of passages --percent 10 --by area,status --seed 7 -o second.xlsx\n  thematic agree thematic-out/coded.xlsx second.xlsx",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := flags.check(cmd); err != nil {
				return err
			}
			return drawSample(cmd, flags)
		},
	}
	f := cmd.Flags()
	addResults(cmd, &flags.out)
	f.StringVarP(&flags.file, "output", "o", "", "workbook `file` to write")
	f.StringVar(&flags.of, "of", "reviews", "`what` to draw: reviews or passages")
	reviews, all := analysis.Draw{}.Groupings(), analysis.Draw{Passages: true}.Groupings()
	f.Var(&flags.by, "by", fmt.Sprintf("`columns` of the groups to draw from in proportion: %s, for passages also %s; area where you name none", strings.Join(reviews, ","), strings.Join(all[len(reviews):], ",")))
	f.IntVarP(&flags.draw.N, "number", "n", 0, "`number` to draw")
	f.Float64Var(&flags.draw.Percent, "percent", 0, "`percentage` to draw")
	f.Uint64Var(&flags.draw.Seed, "seed", 1, "`number` that decides what is drawn")
	return cmd
}

// check refuses flags that contradict themselves, and settles the draw.
func (f *sampleFlags) check(cmd *cobra.Command) error {
	if err := checkEnding(f.file, ".xlsx"); err != nil {
		return err
	}
	switch {
	case f.file == "":
		return usageError{errors.New("name where to write with -o")}
	case f.of != "reviews" && f.of != "passages":
		return usageError{fmt.Errorf("--of is %q: choose reviews or passages", f.of)}
	case cmd.Flags().Changed("number") && cmd.Flags().Changed("percent"):
		return usageError{errors.New("say how many with -n or with --percent, not with both")}
	case cmd.Flags().Changed("percent") && !(f.draw.Percent > 0 && f.draw.Percent <= 100): // nor what is no number
		return usageError{fmt.Errorf("--percent is %v: give more than 0 and at most 100", f.draw.Percent)}
	case f.draw.N <= 0 && f.draw.Percent <= 0:
		return usageError{errors.New("say how many to draw: give -n 1 or more, or --percent above 0")}
	}
	f.draw.Passages = f.of == "passages"
	if f.draw.By = f.by; !cmd.Flags().Changed("by") {
		f.draw.By = []string{"area"}
	}
	return nil
}

// drawSample writes a sample, and says what was drawn.
func drawSample(cmd *cobra.Command, flags sampleFlags) error {
	draw := flags.draw
	sample, warnings, err := project.Sample(cmd.Context(), flags.out, draw, flags.file, "thematic "+buildVersion())
	if err != nil {
		warn(cmd.ErrOrStderr(), warnings)
		return err
	}
	if groups := len(sample.Strata); groups > sample.Size() {
		warnings = append(warnings, fmt.Sprintf("The %d groups by %s are more than the %d drawn: chance decides which of them give one. For a draw in proportion name less with --by.",
			groups, strings.Join(draw.By, ", "), sample.Size()))
	}
	warn(cmd.ErrOrStderr(), warnings)
	drawn := fmt.Sprintf("%d of %s", len(sample.Reviews), corpus.Quantity(sample.Of, "review"))
	if draw.Passages {
		drawn = fmt.Sprintf("%d of %s, in %s,", len(sample.Passages), corpus.Quantity(sample.Of, "passage"), corpus.Quantity(len(sample.Reviews), "review"))
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s drawn from %s, seed %d: %s\n", drawn, corpus.Quantity(len(sample.Strata), "group"), draw.Seed, flags.file)
	return err
}
