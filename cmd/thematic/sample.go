package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/internal/project"
)

func newSampleCommand() *cobra.Command {
	var draw analysis.Draw
	var out, path, of string
	var by list
	cmd := &cobra.Command{
		Use:   "sample -o FILE.xlsx",
		Short: "Draw reviews or passages for a second coder, verdicts not shown",
		Long: `Draws reviews or passages at random, in proportion from every group that --by names, and
writes them as a workbook in which a second person codes without seeing what the
program or anybody else made of them. The same seed draws the same. The workbook is
compared with 'thematic agree' and brought in with 'thematic decisions import'. One that
is there and that somebody has filled in is kept under another name, such as second-yours.xlsx.`,
		Example: "  thematic sample --of passages --percent 10 --by area,status --seed 7 -o second.xlsx\n  thematic agree thematic-out/coded.xlsx second.xlsx",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case path == "":
				return usageError{errors.New("name where to write with -o")}
			case !strings.EqualFold(filepath.Ext(path), ".xlsx"):
				return usageError{fmt.Errorf("-o is %q: a sample is a workbook, end its name in .xlsx", path)}
			case of != "reviews" && of != "passages":
				return usageError{fmt.Errorf("--of is %q: choose reviews or passages", of)}
			case cmd.Flags().Changed("number") && cmd.Flags().Changed("percent"):
				return usageError{errors.New("say how many with -n or with --percent, not with both")}
			case draw.N <= 0 && draw.Percent <= 0:
				return usageError{errors.New("say how many to draw: give -n 1 or more, or --percent above 0")}
			}
			draw.Passages = of == "passages"
			if draw.By = by; !cmd.Flags().Changed("by") {
				draw.By = []string{"area"}
			}
			sample, warnings, err := project.Sample(out, draw, path, "thematic "+buildVersion())
			if err != nil {
				warn(cmd.ErrOrStderr(), warnings)
				return err
			}
			if groups := len(sample.Strata); groups > sample.Size() {
				warnings = append(warnings, fmt.Sprintf("The %d groups by %s are more than the %d drawn: chance decides which of them give one. For a draw in proportion name less with --by.",
					groups, strings.Join(draw.By, ", "), sample.Size()))
			}
			warn(cmd.ErrOrStderr(), warnings)
			drawn := counted(len(sample.Reviews), "review")
			if draw.Passages {
				drawn = counted(len(sample.Passages), "passage") + " from " + drawn
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s of %d drawn from %s, seed %d: %s\n", drawn, sample.Of, counted(len(sample.Strata), "group"), draw.Seed, path)
			return err
		},
	}
	f := cmd.Flags()
	addResults(cmd, &out)
	f.StringVarP(&path, "output", "o", "", "workbook `file` to write")
	f.StringVar(&of, "of", "reviews", "`what` to draw: reviews or passages")
	reviews, all := analysis.DrawBy(false), analysis.DrawBy(true)
	f.Var(&by, "by", fmt.Sprintf("groups to draw from in proportion: %s, for passages also %s; area where you name none", strings.Join(reviews, ","), strings.Join(all[len(reviews):], ",")))
	f.IntVarP(&draw.N, "number", "n", 0, "how many to draw")
	f.Float64Var(&draw.Percent, "percent", 0, "how many to draw, as a percentage")
	f.Uint64Var(&draw.Seed, "seed", 1, "number that decides what is drawn")
	return cmd
}
