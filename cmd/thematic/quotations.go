package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/internal/project"
)

// quotationsFlags are the flags of the quotations command.
type quotationsFlags struct {
	out, file, label string
	reviews          selectionFlags
	statuses         list
}

func newQuotationsCommand() *cobra.Command {
	var flags quotationsFlags
	cmd := &cobra.Command{
		Use:   "quotations THEME...",
		Short: "Print the passages of some themes, review by review, with page and section",
		Long: `Prints what counts for each theme named, by its id or its name: every passage in
which practice was found lacking, with its review, file, page and section, the
decisions brought in since counted. Quotations hold what the reports say, names
included. With -o they are written as a table (.csv), which has the columns of
tables/passages.csv.`,
		Example: "  thematic quotations lived_experience --area Northtown\n" +
			"  thematic quotations supervision_oversight --label good_practice\n" +
			"  thematic quotations thresholds escalation_challenge --status counted,held -o quotations.csv",
		Args: atLeastOne, ValidArgsFunction: completeThemes,
		RunE: func(cmd *cobra.Command, args []string) error {
			return quotations(cmd, flags, args)
		},
	}
	f := cmd.Flags()
	addResults(cmd, &flags.out)
	flags.reviews.add(cmd, "quote")
	f.StringVar(&flags.label, "label", string(corpus.LabelDeficit), "`label` to print: deficit or good_practice")
	f.Var(&flags.statuses, "status", "`statuses` of the passages to print: counted, held, rejected; counted where you name none")
	f.StringVarP(&flags.file, "output", "o", "", "`file` to write, ending in .csv")
	return cmd
}

func quotations(cmd *cobra.Command, flags quotationsFlags, themes []string) error {
	statuses, err := flags.check()
	if err != nil {
		return err
	}
	result, err := project.OpenResults(flags.out, flags.reviews.of(themes))
	if err != nil {
		return err
	}
	defer result.Close()
	warn(cmd.ErrOrStderr(), result.Warnings)
	if len(result.Matrix.Cases) == 0 {
		return flags.reviews.nothingTo("quote")
	}
	quoted := make(map[string][]analysis.Passage) // by theme
	for p := range result.Passages.All() {
		if string(p.Label) == flags.label && slices.Contains(statuses, p.Status) {
			quoted[p.Theme] = append(quoted[p.Theme], p.Alone())
		}
	}
	if err := result.Err(); err != nil {
		return err
	}
	if flags.file != "" {
		var all []analysis.Passage
		for _, t := range result.Themes {
			all = append(all, quoted[t.ID]...)
		}
		return exportTable(cmd, flags.out, flags.file, analysis.PassagesTable(analysis.PassagesOf(all)))
	}
	w := cmd.OutOrStdout()
	for i, t := range result.Themes {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := printQuotations(w, result.Result, t, quoted[t.ID]); err != nil {
			return err
		}
	}
	return nil
}

// check refuses flags that contradict themselves, and returns the
// statuses that are wanted.
func (flags quotationsFlags) check() ([]corpus.CodingStatus, error) {
	if err := cmp.Or(checkPracticeLabel(flags.label), checkCSV(flags.file), flags.reviews.check()); err != nil {
		return nil, err
	}
	return statusesOf(flags.statuses)
}

// printQuotations prints the passages of one theme, those of a review together.
func printQuotations(w io.Writer, r *analysis.Result, theme analysis.Theme, passages []analysis.Passage) error {
	var b strings.Builder
	reviews, last := 0, ""
	for _, p := range passages {
		if p.CaseID != last {
			reviews, last = reviews+1, p.CaseID
			fmt.Fprintf(&b, "\n%s\n", reviewHead(r.Cases, p.CaseID))
		}
		place := p.Citation() + ", " + spaced(p.Section)
		if p.Status != corpus.Counted {
			place += fmt.Sprintf("; %s: %s", p.Status, flat(p.Reason))
		}
		fmt.Fprintf(&b, "  %s, %s\n    “%s”\n", p.File, place, flat(p.Quote))
	}
	_, err := fmt.Fprintf(w, "%s: %s in %d of %s\n%s", theme.Label, corpus.Quantity(len(passages), "passage"), reviews, corpus.Quantity(len(r.Matrix.Cases), "review"), b.String())
	return err
}

// reviewHead names a review by its id, with its title, area and year.
func reviewHead(cases []corpus.Case, id string) string {
	at := slices.IndexFunc(cases, func(c corpus.Case) bool { return c.ID == id })
	c := cases[at]
	head := id
	if c.Title != "" {
		head += ": " + flat(c.Title)
	}
	var of []string
	if c.Area != "" {
		of = append(of, c.Area)
	}
	if c.Year > 0 {
		of = append(of, fmt.Sprint(c.Year))
	}
	if len(of) > 0 {
		head += " (" + strings.Join(of, ", ") + ")"
	}
	return head
}
