package main

import (
	"cmp"
	"fmt"
	"io"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/analysis/workbook"
	"thematic/corpus"
	"thematic/internal/project"
	"thematic/themes"
	"thematic/themes/model"
)

// uncodedFlags are the flags of the uncoded command.
type uncodedFlags struct {
	out, file string
	reviews   selectionFlags
	least     int // per cent
}

func newUncodedCommand() *cobra.Command {
	var flags uncodedFlags
	cmd := &cobra.Command{
		Use:   "uncoded",
		Short: "Print sentences that read like findings and that no theme takes up",
		Long: `Prints what the codebook may miss: sentences of the reviews that count in which
practice seems to be found lacking, by the model of the codebook, or of the practice
codebook where it has none, and in which no theme counts, is held or was decided by a
person. It helps to complete a review, and to see which themes and phrases a codebook of
your own lacks. Nothing here is counted. The sheet Missed passages of coded.xlsx has the
likeliest of each review, where a model judged in the run; here are all. With -o they
are written as a table (.csv): write a theme into the rows that belong to one, and none
into those that belong to no theme, which are not listed again; then bring it in with
'thematic decisions import'. Rows in which you write nothing are passed over.`,
		Example: "  thematic uncoded --area Northtown\n  thematic uncoded --least 90 -o missed.csv\n  thematic decisions import missed.csv --coder \"K Lee\"",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return uncoded(cmd, flags)
		},
	}
	f := cmd.Flags()
	addResults(cmd, &flags.out)
	flags.reviews.add(cmd, "look through")
	f.IntVar(&flags.least, "least", 70, "`percentage` of likelihood from which a sentence is printed, 10 to 99")
	f.StringVarP(&flags.file, "output", "o", "", "`file` to write, ending in .csv")
	return cmd
}

func (f uncodedFlags) check() error {
	if f.least < 10 || f.least > 99 {
		return usageError{fmt.Errorf("--least is %d: give 10 to 99 per cent", f.least)}
	}
	return cmp.Or(checkCSV(f.file), f.reviews.check())
}

func uncoded(cmd *cobra.Command, flags uncodedFlags) error {
	if err := flags.check(); err != nil {
		return err
	}
	results, err := project.OpenResults(flags.out, flags.reviews.of(nil))
	if err != nil {
		return err
	}
	defer results.Close()
	warn(cmd.ErrOrStderr(), results.Warnings)
	if len(results.Matrix.Cases) == 0 {
		return flags.reviews.nothingTo("look through")
	}
	found, err := results.Uncoded(cmd.Context(), runtime.NumCPU(), finder, float64(flags.least)/100)
	if err != nil {
		return err
	}
	if flags.file != "" {
		return exportTable(cmd, flags.out, flags.file, workbook.Proposed(found))
	}
	return printUncoded(cmd.OutOrStdout(), results.Result, found)
}

// finder makes a coder with the model of a codebook, and of practice where none was learnt
// for it.
func finder(codebook string) (*themes.Coder, error) {
	if model.For(codebook) == nil {
		codebook = "practice"
	}
	known, err := themes.Builtin(codebook)
	if err != nil {
		return nil, err
	}
	return themes.NewCoder(known, model.For(codebook))
}

// printUncoded prints the sentences of each review under its name.
func printUncoded(w io.Writer, r *analysis.Result, found []corpus.Coding) error {
	var b strings.Builder
	reviews, last := 0, ""
	for _, u := range found {
		if u.CaseID != last {
			reviews, last = reviews+1, u.CaseID
			fmt.Fprintf(&b, "%s\n", reviewHead(r.Cases, u.CaseID))
		}
		fmt.Fprintf(&b, "  %s, %s, %s: %d%% likely\n    “%s”\n", u.File, u.Citation(), spaced(u.Section), corpus.Percent(u.Score), flat(u.Quote))
	}
	_, err := fmt.Fprintf(w, "%s%s in %d of %s\n", b.String(), corpus.Quantity(len(found), "sentence"), reviews, corpus.Quantity(len(r.Matrix.Cases), "review"))
	return err
}
