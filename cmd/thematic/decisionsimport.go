package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/analysis/workbook"
	"thematic/corpus"
	"thematic/internal/project"
)

func importDecisions(cmd *cobra.Command, d *project.Decisions, path string, by workbook.By) error {
	got, err := d.Import(cmd.Context(), path, by, corpus.DefaultLimits())
	if errors.Is(err, workbook.ErrNoCoder) {
		return usageError{fmt.Errorf("%w: give --coder NAME", err)}
	}
	if err != nil {
		return err
	}
	if err := printImport(cmd.OutOrStdout(), got, d.Again()); err != nil {
		return fmt.Errorf("print the outcome: %w", err)
	}
	if len(got.Rejected) > 0 || slices.ContainsFunc(got.Strays, func(s workbook.Stray) bool { return !s.Own || s.Lacking || len(s.Meant) > 0 }) {
		return errUnread
	}
	return nil
}

// meanwhile says what holds of a thing on which people decide differently.
func meanwhile(d corpus.Decision) string {
	if d.PassageID != "" {
		return "the passage is held"
	}
	return "the program's word stands"
}

// printImport says what came of an import, and again how to have it counted.
func printImport(w io.Writer, got *workbook.Import, again string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s read: %d applied, %d unchanged, %d rejected\n", corpus.Quantity(got.Rows, "row"), got.AppliedRows, got.Unchanged, len(got.Rejected))
	var became byText
	for _, r := range got.Replaced {
		became.add(r.Place, fmt.Sprintf("%s by %s %s", r.After.Verdict(), r.After.Coder, instead(r)))
	}
	for _, c := range got.Contested {
		became.add(c.Place, fmt.Sprintf("%s by %s, but %s: until this is settled %s", c.Mine.Verdict(), c.Mine.Coder, c.Others, meanwhile(c.Mine)))
	}
	for _, s := range got.Settled {
		became.add(s.Place, fmt.Sprintf("unchanged: settled by %s since, as %s", s.By.Coder, s.By.Verdict()))
	}
	became.write(&b, "")
	if len(got.Contested) > 1 {
		fmt.Fprintf(&b, "  'thematic decisions conflicts' lists what is to be settled\n")
	}
	var rejected byText
	for _, r := range got.Rejected {
		rejected.add(r.Place, flat(r.Reason))
	}
	rejected.write(&b, "rejected: ")
	writeStrays(&b, got.Strays)
	if len(got.Quiet) > 0 {
		fmt.Fprintf(&b, "not read: what was written on %s where nobody answers: %s\n", corpus.Quantity(len(got.Quiet), "sheet"), strings.Join(got.Quiet, ", "))
	}
	if got.Agreeing > 0 {
		fmt.Fprintf(&b, "%s that practice was not lacking in a passage of good practice, given without seeing the label: it stays good practice\n", corpus.Quantity(got.Agreeing, "answer"))
	}
	if got.Emptied > 0 {
		fmt.Fprintf(&b, "%s without an answer where somebody has decided: the decision stands ('thematic decisions undo' takes it back)\n", corpus.Quantity(got.Emptied, "row"))
	}
	if got.Unchanged == got.Rows && len(got.Strays)+len(got.Quiet)+len(got.Settled)+got.Agreeing+got.Emptied == 0 {
		b.WriteString("It decides nothing new: if you decided something in it, save it and bring in the file that you saved\n")
	}
	if len(got.Applied) > 0 {
		fmt.Fprintf(&b, "To count them, run again:\n  %s\n", again)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// instead says what a decision changes of the one before it.
func instead(r workbook.Replacement) string {
	if r.Before.Coder == r.After.Coder && analysis.SameOutcome(r.Before, r.After) && r.Before.Comment != r.After.Comment {
		return "as before, with another comment"
	}
	return fmt.Sprintf("replaces %s by %s", r.Before.Verdict(), r.Before.Coder)
}

// byText gathers places of which the same is said, in the order in which it was said
// first.
type byText struct {
	texts  []string
	places map[string][]string
}

func (t *byText) add(place, text string) {
	if t.places == nil {
		t.places = make(map[string][]string)
	}
	if t.places[text] == nil {
		t.texts = append(t.texts, text)
	}
	t.places[text] = append(t.places[text], place)
}

// write says each text once, with the first few of its places.
func (t *byText) write(b *strings.Builder, label string) {
	for _, text := range t.texts {
		fmt.Fprintf(b, "  %s%s: %s\n", label, corpus.Some(t.places[text]), text)
	}
}

// writeStrays says what was written where nothing is read.
func writeStrays(b *strings.Builder, strays []workbook.Stray) {
	var own, lacking []string
	astray := false
	for _, s := range strays {
		if s.Own {
			own = append(own, "“"+s.Column+"”")
			if s.Lacking {
				lacking = append(lacking, "“"+s.Column+"”")
			}
			continue
		}
		astray = true
		fmt.Fprintf(b, "  not read: %s was changed in %s: %s\n", s.Column, corpus.Quantity(len(s.Places), "cell"), corpus.Some(s.Places))
	}
	if astray {
		fmt.Fprintln(b, "These columns are the program's own: write under Decision, Moved to theme and Comment, of a review under Area, Year and Include, and its title, kind and note into project/cases.csv.")
	}
	if len(own) > 0 {
		fmt.Fprintf(b, "%s of your own not read: %s\n", corpus.Quantity(len(own), "column"), strings.Join(own, ", "))
	}
	for _, s := range strays {
		if len(s.Meant) > 0 {
			fmt.Fprintf(b, "No column is headed %s: is it “%s”? If so head it %[1]s and bring the workbook in again.\n", strings.Join(s.Meant, " or "), s.Column)
		}
	}
	if len(lacking) > 0 {
		fmt.Fprintf(b, "Beside %s no column is headed Decision: if it has the decisions, head it Decision and bring the workbook in again.\n", strings.Join(lacking, " and "))
	}
}
