package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"thematic/analysis/workbook"
	"thematic/corpus"
	"thematic/internal/project"
)

// decisionFlags are the flags of the commands on decisions.
type decisionFlags struct {
	out    string
	coder  string
	now    string
	settle bool
}

func newDecisionsCommand() *cobra.Command {
	var flags decisionFlags
	cmd := &cobra.Command{
		Use:   "decisions",
		Short: "Bring in, list, settle or take back what people decided",
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	cmd.PersistentFlags().StringVar(&flags.out, "out", "thematic-out", "`folder` of the results")
	cmd.AddCommand(
		newDecisionsImportCommand(&flags), newDecisionsUndoCommand(&flags), newDecisionsListCommand(&flags), newConflictsCommand(&flags), newDecisionsExportCommand(&flags),
	)
	return cmd
}

func newDecisionsImportCommand(flags *decisionFlags) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Bring in the decisions from a workbook or CSV file",
		Long: `Reads what people decided in coded.xlsx, or in one of its sheets saved as CSV, whatever
was sorted, filtered or deleted: passages, themes of reviews, missed passages, and
area, year and include of reviews. Every row is applied, unchanged or rejected with
the reason. Of two decisions of one person the later counts; where people decide
differently neither does, until they agree or somebody settles it with --settle.
What was settled is not reopened by a table that only repeats what a person said
before. None is ever erased. A file that lies in a folder of results is brought into
these, unless --out names others.`,
		Example: "  thematic decisions import thematic-out/coded.xlsx --coder \"K Lee\"",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			by, err := flags.by()
			if err != nil {
				return err
			}
			if beside := filepath.Dir(args[0]); !cmd.Flags().Changed("out") && project.IsResults(beside) {
				flags.out = beside
			}
			return flags.with(cmd, func(d *project.Decisions) error { return importDecisions(cmd, d, args[0], by) })
		},
	}
	flags.sign(cmd, "`name` of whoever decided, where the file does not say")
	cmd.Flags().BoolVar(&flags.settle, "settle", false, "overrule what other people decided on the same")
	return cmd
}

func newDecisionsUndoCommand(flags *decisionFlags) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "undo N",
		Short:   "Take entry N of the list back, so that what was before it stands again",
		Example: "  thematic decisions list\n  thematic decisions undo 12 --coder \"K Lee\"",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := entryNumber(args[0])
			if err != nil {
				return err
			}
			by, err := flags.by()
			if err != nil {
				return err
			}
			return flags.with(cmd, func(d *project.Decisions) error { return undoDecision(cmd.OutOrStdout(), d, n, by) })
		},
	}
	flags.sign(cmd, "`name` of whoever takes it back")
	return cmd
}

// sign adds the flags that say who decides, and when.
func (f *decisionFlags) sign(cmd *cobra.Command, who string) {
	cmd.Flags().StringVar(&f.coder, "coder", "", who)
	cmd.Flags().StringVar(&f.now, "now", "", "`time` to keep with it, such as 2026-05-04T09:00:00Z; that of the clock where it is not given")
}

func newDecisionsListCommand(flags *decisionFlags) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List every decision, by whom and when",
		Example: "  thematic decisions list --out results",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			return flags.look(cmd, func(d *project.Decisions) error { return listDecisions(cmd.OutOrStdout(), d) })
		},
	}
}

// with opens the decisions of the results, says what was found wrong with their
// file, and lets do work on them.
func (f decisionFlags) with(cmd *cobra.Command, do func(*project.Decisions) error) error {
	d, err := project.OpenDecisions(f.out, holder(cmd))
	if err != nil {
		return err
	}
	return on(cmd, d, do)
}

// look is [decisionFlags.with] where do adds nothing.
func (f decisionFlags) look(cmd *cobra.Command, do func(*project.Decisions) error) error {
	d, err := project.ReadDecisions(f.out)
	if err != nil {
		return err
	}
	return on(cmd, d, do)
}

func on(cmd *cobra.Command, d *project.Decisions, do func(*project.Decisions) error) error {
	warn(cmd.ErrOrStderr(), d.Warnings())
	return errors.Join(do(d), d.Close())
}

// by says whose decision it is and when it is made.
func (f decisionFlags) by() (workbook.By, error) {
	by := workbook.By{Coder: flat(f.coder), Settles: f.settle}
	at := time.Now()
	if f.now != "" {
		var err error
		if at, err = time.Parse(time.RFC3339, f.now); err != nil {
			return by, usageError{fmt.Errorf("--now is %q: write it as 2026-05-04T09:00:00Z", f.now)}
		}
	}
	by.Time = at.UTC().Format(time.RFC3339)
	return by, nil
}

func listDecisions(w io.Writer, d *project.Decisions) error {
	var b strings.Builder
	if len(d.Entries()) == 0 {
		fmt.Fprintln(&b, "No decisions yet: fill in coded.xlsx and bring it in with 'thematic decisions import'.")
	}
	for _, e := range d.Entries() {
		if e.Undo != nil {
			fmt.Fprintf(&b, "%4d  %s  %s  withdraws entry %d\n", e.N, e.Undo.Time, nameOf(e.Undo.Coder), e.Undo.Entry)
			continue
		}
		writeDecision(&b, e)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeDecision(b *strings.Builder, e corpus.Entry) {
	d := e.Decision
	fmt.Fprintf(b, "%4d  %s  %s  ", e.N, d.Time, nameOf(d.Coder))
	if d.Added {
		b.WriteString("added, ")
	}
	b.WriteString(d.Verdict())
	if d.Settles {
		b.WriteString(" (settles)")
	}
	if e.WithdrawnBy > 0 {
		fmt.Fprintf(b, " (withdrawn by entry %d)", e.WithdrawnBy)
	}
	b.WriteString(": ")
	if d.Theme != "" {
		b.WriteString(d.Theme + ", ")
	}
	b.WriteString(d.File + d.CaseID)
	if d.Quote != "" {
		fmt.Fprintf(b, ", “%s”", corpus.Shorten(flat(d.Quote), 60))
	}
	if d.Comment != "" {
		fmt.Fprintf(b, " [%s]", flat(d.Comment))
	}
	b.WriteByte('\n')
}

// nameOf is a coder's name, or a word where there is none.
func nameOf(coder string) string {
	if coder == "" {
		return "somebody"
	}
	return coder
}

func entryNumber(arg string) (int, error) {
	n, err := strconv.Atoi(arg)
	if err != nil || n < 1 {
		return 0, usageError{fmt.Errorf("%q is not the number of an entry: 'thematic decisions list' gives them", arg)}
	}
	return n, nil
}

func undoDecision(w io.Writer, d *project.Decisions, n int, by workbook.By) error {
	if err := d.Undo(n, by.Coder, by.Time); err != nil {
		return fmt.Errorf("%w: 'thematic decisions list' shows them all", err)
	}
	_, err := fmt.Fprintf(w, "Entry %d is withdrawn. To count without it, run again:\n  %s\n", n, d.Again())
	return err
}

func newDecisionsExportCommand(flags *decisionFlags) *cobra.Command {
	var path string
	cmd := &cobra.Command{
		Use:   "export [-o FILE.csv]",
		Short: "Write every decision that stands as CSV",
		Long: `Writes the last word of everybody on everything as CSV, to keep or to carry to other
results of the same reports: 'thematic decisions import' reads it, each decision as of
its own coder and time. What was taken back, or replaced since, is left out;
project/journal.jsonl has all of it.`,
		Example: "  thematic decisions export -o decisions.csv",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkCSV(path); err != nil {
				return err
			}
			return flags.look(cmd, func(d *project.Decisions) error {
				if path == "" {
					return d.Table().WriteCSV(cmd.OutOrStdout())
				}
				return exportTable(cmd, flags.out, path, d.Table())
			})
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "", "`file` to write, ending in .csv; printed where it is not given")
	return cmd
}
