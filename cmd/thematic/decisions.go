package main

import (
	"errors"
	"fmt"
	"io"
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
	out   string
	coder string
}

func newDecisionsCommand() *cobra.Command {
	var flags decisionFlags
	cmd := &cobra.Command{
		Use:   "decisions",
		Short: "Bring in, list or take back what people decided on passages",
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	cmd.PersistentFlags().StringVar(&flags.out, "out", "thematic-out", "folder of the results")
	bring := &cobra.Command{
		Use:   "import FILE",
		Short: "Bring in the decisions from a workbook or CSV file",
		Long: `Reads the columns Decision, Moved to theme and Comment of coded.xlsx, or of its
sheet Passages saved as CSV, whatever was sorted, filtered or deleted in it, as long
as the column Passage id is there. Every row is applied, unchanged or rejected with
the reason. Of two decisions on one passage the later wins; none is ever erased.`,
		Example: "  thematic decisions import thematic-out/coded.xlsx --coder \"K Lee\"",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return importDecisions(cmd, flags, args[0])
		},
	}
	undo := &cobra.Command{
		Use:   "undo N",
		Short: "Take entry N of the list back, so that what was before it stands again",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return undoDecision(cmd, flags, args[0])
		},
	}
	for _, c := range []*cobra.Command{bring, undo} {
		c.Flags().StringVar(&flags.coder, "coder", "", "whose word it is, where the file does not say")
	}
	undo.Flags().Lookup("coder").Usage = "who takes it back"
	cmd.AddCommand(bring, undo, &cobra.Command{
		Use:   "list",
		Short: "List every decision, by whom and when",
		Args:  exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			return listDecisions(cmd, flags)
		},
	})
	return cmd
}

// openDecisions opens the decisions of the results and says what was found
// wrong with their file.
func openDecisions(cmd *cobra.Command, flags decisionFlags) (*project.Decisions, error) {
	d, err := project.OpenDecisions(flags.out, holder(cmd))
	if err != nil {
		return nil, err
	}
	for _, warning := range d.Warnings() {
		fmt.Fprintln(cmd.ErrOrStderr(), "thematic: "+warning)
	}
	return d, nil
}

// now is the time of a decision.
func now() string { return time.Now().UTC().Format(time.RFC3339) }

func importDecisions(cmd *cobra.Command, flags decisionFlags, path string) error {
	d, err := openDecisions(cmd, flags)
	if err != nil {
		return err
	}
	defer d.Close()
	by := workbook.By{Coder: flat(flags.coder), Time: now()}
	got, err := d.Import(path, by, corpus.DefaultLimits())
	if errors.Is(err, workbook.ErrNoCoder) {
		return usageError{fmt.Errorf("%w: give --coder NAME", err)}
	}
	if err != nil {
		return err
	}
	if err := printImport(cmd.OutOrStdout(), got); err != nil {
		return fmt.Errorf("print the outcome: %w", err)
	}
	if len(got.Rejected) > 0 {
		return errUnread
	}
	return nil
}

func printImport(w io.Writer, got *workbook.Import) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s read: %d applied, %d unchanged, %d rejected\n", counted(got.Rows, "row"), len(got.Applied), got.Unchanged, len(got.Rejected))
	for _, r := range got.Replaced {
		fmt.Fprintf(&b, "  %s: %s by %s replaces %s by %s\n", r.Place, r.After.Verdict(), r.After.Coder, r.Before.Verdict(), r.Before.Coder)
	}
	writeRejected(&b, got.Rejected)
	if got.Emptied > 0 {
		fmt.Fprintf(&b, "%s without an answer on a passage that is decided: the decision stands ('thematic decisions undo' takes it back)\n", counted(got.Emptied, "row"))
	}
	if len(got.Applied) > 0 {
		fmt.Fprintln(&b, "Run 'thematic run FOLDER' again to count them.")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeRejected lists every rejected row, those of one reason together.
func writeRejected(b *strings.Builder, rejected []workbook.Rejection) {
	places := make(map[string][]string)
	var reasons []string
	for _, r := range rejected {
		if places[r.Reason] == nil {
			reasons = append(reasons, r.Reason)
		}
		places[r.Reason] = append(places[r.Reason], r.Place)
	}
	for _, reason := range reasons {
		fmt.Fprintf(b, "  rejected: %s: %s\n", strings.Join(places[reason], ", "), flat(reason))
	}
}

func listDecisions(cmd *cobra.Command, flags decisionFlags) error {
	d, err := openDecisions(cmd, flags)
	if err != nil {
		return err
	}
	defer d.Close()
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
	_, err = io.WriteString(cmd.OutOrStdout(), b.String())
	return err
}

func writeDecision(b *strings.Builder, e corpus.Entry) {
	d := e.Decision
	fmt.Fprintf(b, "%4d  %s  %s  %s", e.N, d.Time, nameOf(d.Coder), d.Verdict())
	if e.WithdrawnBy > 0 {
		fmt.Fprintf(b, " (withdrawn by entry %d)", e.WithdrawnBy)
	}
	fmt.Fprintf(b, ": %s, %s", d.Theme, d.File+d.CaseID)
	if d.Quote != "" {
		fmt.Fprintf(b, ", “%s”", clipEnd(flat(d.Quote), 60))
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

func undoDecision(cmd *cobra.Command, flags decisionFlags, arg string) error {
	n, err := strconv.Atoi(arg)
	if err != nil || n < 1 {
		return usageError{fmt.Errorf("%q is not the number of an entry: 'thematic decisions list' gives them", arg)}
	}
	d, err := openDecisions(cmd, flags)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Undo(n, flat(flags.coder), now()); err != nil {
		return fmt.Errorf("%w: 'thematic decisions list' shows them all", err)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "Entry %d is withdrawn. Run 'thematic run FOLDER' again to count without it.\n", n)
	return err
}
