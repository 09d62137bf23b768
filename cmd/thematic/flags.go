package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/internal/project"
)

// addResults adds the flag that names the folder of the results of a run.
func addResults(cmd *cobra.Command, out *string) {
	cmd.Flags().StringVar(out, "out", "thematic-out", "`folder` of the results")
}

// addCodebook adds the flag that names a codebook.
func addCodebook(cmd *cobra.Command, name *string) {
	cmd.Flags().StringVar(name, "codebook", "builtin:practice", "codebook `file`, or builtin:NAME")
}

// addReplace adds the flag of a command that writes files and has no results to note
// them in.
func addReplace(cmd *cobra.Command, replace *bool) {
	cmd.Flags().BoolVar(replace, "replace", false, "write over a file that is there already")
}

// selectionFlags choose some of the reviews of results.
type selectionFlags struct {
	area     string
	from, to year
}

// add adds the flags; what is done with the reviews is a verb.
func (f *selectionFlags) add(cmd *cobra.Command, verb string) {
	cmd.Flags().StringVar(&f.area, "area", "", "`name` of the only area whose reviews to "+verb)
	cmd.Flags().Var(&f.from, "from", "reviews published in this `year` or later")
	cmd.Flags().Var(&f.to, "to", "reviews published in this `year` or earlier")
}

// year is the value of a flag that names a year, 0 where it is not given.
type year int

// Set takes in the value of one flag.
func (y *year) Set(s string) error {
	n, err := corpus.ParseYear(s)
	if *y = year(n); n == 0 {
		err = cmp.Or(err, errors.New("it names no year"))
	}
	return err
}

// String is the value, "" where none is given.
func (y *year) String() string {
	if *y == 0 {
		return ""
	}
	return strconv.Itoa(int(*y))
}

// Type is what the help calls a value that has no name.
func (y *year) Type() string { return "year" }

// check refuses years that lie the wrong way round.
func (f selectionFlags) check() error {
	if f.to != 0 && f.from > f.to {
		return usageError{fmt.Errorf("--from %d is after --to %d: no year lies between them", f.from, f.to)}
	}
	return nil
}

// nothingTo says that no review is chosen: the flags are wrong where there are any, and
// else the results have none that counts. What is done with reviews is a verb.
func (f selectionFlags) nothingTo(verb string) error {
	if f == (selectionFlags{}) {
		return fmt.Errorf("no review counts in these results, so there is none to %s: say in project/cases.csv which are included, and run again", verb)
	}
	return usageError{fmt.Errorf("no review is left to %s: choose other years or another area, or say in project/cases.csv which are included", verb)}
}

// of is the selection of some themes in the reviews chosen.
func (f selectionFlags) of(themes []string) project.Selection {
	return project.Selection{Themes: themes, Area: f.area, From: int(f.from), To: int(f.to)}
}

// checkPracticeLabel refuses a --label that is none of the two of practice.
func checkPracticeLabel(label string) error {
	if label != string(corpus.LabelDeficit) && label != string(corpus.LabelGoodPractice) {
		return usageError{fmt.Errorf("--label is %q: choose deficit or good_practice", label)}
	}
	return nil
}

// checkCSV is [checkEnding] of a table as CSV.
func checkCSV(file string) error { return checkEnding(file, ".csv") }

// checkEnding refuses a file to write by whose ending, in small letters or capitals, no
// program would know what it is; "" is none.
func checkEnding(file string, endings ...string) error {
	if file == "" || slices.Contains(endings, strings.ToLower(filepath.Ext(file))) {
		return nil
	}
	last := len(endings) - 1
	either := endings[last]
	if last > 0 {
		either = strings.Join(endings[:last], ", ") + " or " + either
	}
	return usageError{fmt.Errorf("%s: the ending must be %s", file, either)}
}

// statusesOf reads the statuses of passages that a person chose.
func statusesOf(names []string) ([]corpus.CodingStatus, error) {
	var list []corpus.CodingStatus
	for _, name := range names {
		status := corpus.CodingStatus(name)
		if !slices.Contains(corpus.CodingStatuses, status) {
			return nil, usageError{fmt.Errorf("--status names %q%s", name, corpus.Instead(name, corpus.CodingStatuses))}
		}
		list = append(list, status)
	}
	if len(list) == 0 {
		return []corpus.CodingStatus{corpus.Counted}, nil
	}
	return list, nil
}
