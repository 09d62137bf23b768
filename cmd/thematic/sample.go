package main

import (
	"errors"
	"fmt"
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
compared with 'thematic agree' and brought in with 'thematic decisions import'.`,
		Example: "  thematic sample --of passages --percent 10 --by area,status --seed 7 -o second.xlsx\n  thematic agree thematic-out/coded.xlsx second.xlsx",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case path == "":
				return usageError{errors.New("name where to write with -o")}
			case of != "reviews" && of != "passages":
				return usageError{fmt.Errorf("--of is %q: choose reviews or passages", of)}
			case (draw.N > 0) == (draw.Percent > 0):
				return usageError{errors.New("say how many with -n or with --percent, not with both")}
			}
			draw.Passages = of == "passages"
			if draw.By = by; !cmd.Flags().Changed("by") {
				draw.By = analysis.DrawBy(false)
			}
			sample, warnings, err := project.Sample(out, draw, path, "thematic "+buildVersion())
			if err != nil {
				return err
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
	f.StringVar(&out, "out", "thematic-out", "`folder` of the results")
	f.StringVarP(&path, "output", "o", "", "workbook `file` to write")
	f.StringVar(&of, "of", "reviews", "`what` to draw: reviews or passages")
	usual, all := analysis.DrawBy(false), analysis.DrawBy(true)
	f.Var(&by, "by", fmt.Sprintf("groups to draw from in proportion: %s where you name none, for passages also %s", strings.Join(usual, ","), strings.Join(all[len(usual):], ",")))
	f.IntVarP(&draw.N, "number", "n", 0, "how many to draw")
	f.Float64Var(&draw.Percent, "percent", 0, "how many to draw, as a percentage")
	f.Uint64Var(&draw.Seed, "seed", 1, "number that decides what is drawn")
	return cmd
}
