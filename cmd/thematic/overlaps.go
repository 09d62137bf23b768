package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/internal/project"
)

// overlapsFlags are the flags of the overlaps command.
type overlapsFlags struct {
	out, file string
	themes    list
}

func newOverlapsCommand() *cobra.Command {
	var flags overlapsFlags
	cmd := &cobra.Command{
		Use:   "overlaps --themes THEME,THEME...",
		Short: "Count every combination of some themes, with the reviews in it",
		Long: fmt.Sprintf(`Prints, for each combination of the themes named, how many reviews of the last run have
exactly these of them and how many have at least these, with the ids of the first. At
most %d themes can be named. With -o they are written as a table (.csv), which has the
columns of tables/overlaps.csv.`, analysis.MaxSets),
		Example: "  thematic overlaps --themes thresholds,record_keeping,over_optimism,fathers_males",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			return overlaps(cmd, flags)
		},
	}
	f := cmd.Flags()
	f.Var(&flags.themes, "themes", themesUsage)
	addResults(cmd, &flags.out)
	f.StringVarP(&flags.file, "output", "o", "", "`file` to write, ending in .csv")
	return cmd
}

func overlaps(cmd *cobra.Command, flags overlapsFlags) error {
	if len(flags.themes) == 0 {
		return usageError{errors.New("name the themes with --themes")}
	}
	if err := checkCSV(flags.file); err != nil {
		return err
	}
	result, warnings, err := project.Results(flags.out, project.Selection{})
	if err != nil {
		return err
	}
	warn(cmd.ErrOrStderr(), warnings)
	regions, err := result.Matrix.Regions(flags.themes)
	if err != nil {
		return usageError{err}
	}
	if flags.file != "" {
		return exportTable(cmd, flags.out, flags.file, analysis.OverlapsTable(regions))
	}
	return printOverlaps(cmd.OutOrStdout(), result.Themes, flags.themes, regions)
}

// printOverlaps prints a line for each region of the themes that were named, of all
// there are.
func printOverlaps(w io.Writer, all []analysis.Theme, named []string, regions []analysis.Region) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%8s %9s  of %s with\n", "exactly", "at least", corpus.Quantity(regions[0].Of, "review"))
	for _, r := range regions {
		names := []string{}
		for _, id := range r.Themes {
			at := slices.IndexFunc(all, func(t analysis.Theme) bool { return t.ID == id })
			names = append(names, all[at].Name())
		}
		if len(names) == 0 {
			names = []string{"none of them"}
		}
		fmt.Fprintf(&b, "%8d %9d  %s\n", len(r.Exclusive), len(r.Inclusive), strings.Join(names, " + "))
		if len(r.Exclusive) > 0 {
			fmt.Fprintf(&b, "%20s%s\n", "", strings.Join(r.Exclusive, ", "))
		}
	}
	if len(named) < len(all) {
		fmt.Fprintf(&b, "Exactly these of the %s named; whether others of the %d are there too is left aside.\n", corpus.Quantity(len(named), "theme"), len(all))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
