package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/internal/project"
	"thematic/themes"
)

// diffFlags are the flags of the diff command.
type diffFlags struct {
	on      string
	csv     string
	replace bool
	rules   bool
}

func newCodebookDiffCommand() *cobra.Command {
	var flags diffFlags
	cmd := &cobra.Command{
		Use:   "diff A B --on RESULTS",
		Short: "Show which passages and counts change from one codebook to another",
		Long: `Codes the texts that a run has kept in the folder RESULTS with the codebook A and
with B, and lists the passages that appear, vanish or get another verdict, and the
themes whose count of reviews changes. Each codebook judges as in a run with it: the
model has its say for the codebook practice and copies of that name, unless
--rules-only leaves it out. No report is read again, and nothing in RESULTS is
changed. Decisions that people made there hold for both.`,
		Example: "  thematic codebook diff builtin:practice mine.yaml --on thematic-out --csv changes.csv",
		Args:    exactly(2), ValidArgsFunction: completeCodebook,
		RunE: func(cmd *cobra.Command, args []string) error {
			err := checkCSV(flags.csv)
			if flags.csv == "" {
				err = idle(cmd, "goes with --csv", "replace")
			}
			if err != nil {
				return err
			}
			return diffCodebooks(cmd, args[0], args[1], flags)
		},
	}
	cmd.Flags().StringVar(&flags.on, "on", "thematic-out", "`folder` of the results on whose texts the codebooks are compared")
	cmd.Flags().SetNormalizeFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		if name == "out" { // as of every other command on results
			name = "on"
		}
		return pflag.NormalizedName(name)
	})
	addReplace(cmd, &flags.replace)
	cmd.Flags().StringVar(&flags.csv, "csv", "", "`file` (.csv) to write every changed passage to instead of printing it")
	addRulesOnly(cmd, &flags.rules)
	return cmd
}

func diffCodebooks(cmd *cobra.Command, a, b string, flags diffFlags) error {
	before, err := soundCodebook(cmd, a)
	if err != nil {
		return err
	}
	after, err := soundCodebook(cmd, b)
	if err != nil {
		return err
	}
	opinion := func(codebook *themes.Codebook) themes.Opinion { return modelFor(codebook, flags.rules) }
	diff, err := project.CompareCodebooks(cmd.Context(), flags.on, before, after, opinion, runtime.NumCPU())
	if none := new(project.NoResultsError); errors.As(err, &none) {
		none.Flag = "--on"
	}
	if err != nil {
		return err
	}
	warn(cmd.ErrOrStderr(), diff.Warnings)
	if err := printDiff(cmd.OutOrStdout(), diff, flags.csv == ""); err != nil || flags.csv == "" {
		return err
	}
	return writeTable(flags.csv, analysis.ChangesTable(diff.Passages), flags.replace)
}

func printDiff(w io.Writer, diff *project.CodebookDiff, passages bool) error {
	var b strings.Builder
	if passages {
		for _, c := range diff.Passages {
			of := c.Coding()
			fmt.Fprintf(&b, "%-8s %s: %s, %s\n", c.Kind(), of.Theme, of.File, of.Citation())
			fmt.Fprintf(&b, "         %s\n         “%s”\n", verdicts(c), of.Quote)
		}
	}
	kinds := map[string]int{}
	for _, c := range diff.Passages {
		kinds[c.Kind()]++
	}
	fmt.Fprintf(&b, "Passages that count or are held: %d appear, %d vanish, %d change their verdict\n", kinds["appears"], kinds["vanishes"], kinds["changes"])
	printCounts(&b, diff)
	_, err := io.WriteString(w, b.String())
	return err
}

// printCounts prints the counts of reviews that change.
func printCounts(b *strings.Builder, diff *project.CodebookDiff) {
	switch {
	case diff.Reviews == 0:
		b.WriteString("No reviews to count\n")
		return
	case len(diff.Counts) == 0:
		fmt.Fprintf(b, "No count of the %s changes\n", corpus.Quantity(diff.Reviews, "review"))
		return
	}
	fmt.Fprintf(b, "%-44s %7s %7s   with held: %6s %7s\n", "Counts that change, of "+corpus.Quantity(diff.Reviews, "review"), "before", "after", "before", "after")
	for _, c := range diff.Counts {
		fmt.Fprintf(b, "  %-42s %7s %7s   %17s %7s\n", c.Theme.ID, reviewsOf(c.Before, c.Before.Count), reviewsOf(c.After, c.After.Count),
			reviewsOf(c.Before, c.HeldBefore), reviewsOf(c.After, c.HeldAfter))
	}
}

// verdicts says what was said of a passage before and after.
func verdicts(c analysis.Change) string {
	said := func(v string) string {
		if v == "" {
			return "not found"
		}
		return spaced(v)
	}
	return said(analysis.Verdict(c.Before)) + " → " + said(analysis.Verdict(c.After))
}

// reviewsOf is a count of reviews that goes with an estimate, a dash where the
// codebook has no such theme.
func reviewsOf(e analysis.Estimate, count int) string {
	if !e.Defined {
		return "-"
	}
	return fmt.Sprint(count)
}
