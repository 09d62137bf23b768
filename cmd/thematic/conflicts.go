package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/internal/project"
)

func newConflictsCommand(flags *decisionFlags) *cobra.Command {
	return &cobra.Command{
		Use:   "conflicts",
		Short: "List what people decide differently, so that neither decision counts",
		Long: `Lists every passage, theme of a review and column of a review on which the last words
of several people differ. To settle one, let one of them decide otherwise, take an
entry back, or bring in a file with --settle.`,
		Example: "  thematic decisions conflicts\n  thematic decisions import settled.xlsx --coder \"K Lee\" --settle",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			return flags.look(cmd, func(d *project.Decisions) error { return listConflicts(cmd.OutOrStdout(), d) })
		},
	}
}

func listConflicts(w io.Writer, d *project.Decisions) error {
	conflicts, err := d.Conflicts()
	if err != nil {
		return err
	}
	var b strings.Builder
	if len(conflicts) == 0 {
		fmt.Fprintln(&b, "No conflicts: nobody contradicts anybody.")
	}
	for _, c := range conflicts {
		switch {
		case c.PassageID != "":
			at := c.File
			if c.Page > 0 {
				at += fmt.Sprintf(", page %d", c.Page)
			}
			fmt.Fprintf(&b, "%s  %s, %s, “%s”\n", c.PassageID, at, c.Theme, corpus.Shorten(flat(c.Quote), 60))
		case c.Column != "":
			fmt.Fprintf(&b, "%s of %s\n", c.Column, c.CaseID)
		default:
			fmt.Fprintf(&b, "%s in %s\n", c.Theme, c.CaseID)
		}
		for _, v := range c.Voices {
			fmt.Fprintf(&b, "    %s by %s, %s", v.Verdict(), v.Coder, v.Time)
			if v.Comment != "" {
				fmt.Fprintf(&b, " [%s]", flat(v.Comment))
			}
			b.WriteByte('\n')
		}
	}
	_, err = io.WriteString(w, b.String())
	return err
}
