package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"thematic/corpus"
)

func newTextCommand() *cobra.Command {
	var page int
	var outline bool
	var flags readingFlags
	cmd := &cobra.Command{
		Use:   "text FILE",
		Short: "Print the text of a file as the coder reads it",
		Long: `Prints the text of one file as the coder reads it: lines joined into paragraphs,
running headers and page numbers left out, pages parted by a form feed. With
--outline it prints the headings instead, each with its page and the kind of section
that it opens, for a table of your own to correct: see --sections. What was left out
or could not be read is said beside it.`,
		Example: "  thematic text report.pdf --page 12\n  thematic text report.pdf --outline",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("page") && page < 1 {
				return usageError{fmt.Errorf("--page is %d: pages are counted from 1", page)}
			}
			if outline {
				if err := idle(cmd, "chooses a page of the text: leave it out with --outline", "page"); err != nil {
					return err
				}
			}
			reader, err := flags.load()
			if err != nil {
				return err
			}
			got, err := reader.read(cmd, args[0])
			if err != nil {
				return err
			}
			warnings := got.Text.Warnings
			if got.Status == corpus.StatusPartial {
				warnings = beyondReason(got) // which has been said
			}
			warn(cmd.ErrOrStderr(), warnings)
			if outline {
				return printOutline(cmd.OutOrStdout(), &got.Text)
			}
			return printPages(cmd.OutOrStdout(), args[0], &got.Text, page)
		},
	}
	cmd.Flags().IntVar(&page, "page", 0, "print only the page of this `number`, counted from 1")
	cmd.Flags().BoolVar(&outline, "outline", false, "print the headings with the kinds of their sections")
	addSections(cmd, &flags.sections)
	flags.add(cmd)
	return cmd
}

// hasPage refuses the number of a page that the file does not have; 0 is the
// whole file, and so is 1 where the file has no pages.
func hasPage(path string, text *corpus.Text, page int) error {
	switch {
	case 0 <= page && page <= len(text.Pages):
		return nil
	case !text.Paged():
		return usageError{fmt.Errorf("%s has no pages: leave out the page to have the whole file", path)}
	}
	return usageError{fmt.Errorf("%s has %s, and no page %d", path, corpus.Quantity(len(text.Pages), "page"), page)}
}

func printPages(w io.Writer, path string, text *corpus.Text, only int) error {
	if err := hasPage(path, text, only); err != nil {
		return err
	}
	var parts []string
	for _, p := range text.Pages {
		if only == 0 || p.Number == only {
			parts = append(parts, text.Slice(p.Span))
		}
	}
	_, err := io.WriteString(w, strings.Join(parts, "\f"))
	return err
}

// printOutline writes a line for every heading: its page where the file has some, the kind of section it
// opens and its words, set in by its depth.
func printOutline(w io.Writer, text *corpus.Text) error {
	var b strings.Builder
	for _, block := range text.Blocks {
		if block.Kind != corpus.BlockHeading {
			continue
		}
		page := ""
		if p := text.CitedPage(block.Span.Start); p.Number > 0 {
			page = fmt.Sprintf("p. %-4d ", p.Number)
		}
		section := text.SectionOf(block)
		title := strings.TrimSpace(block.Number + " " + text.Slice(block.Span))
		fmt.Fprintf(&b, "%s%-22s %s%s\n", page, section.Kind, strings.Repeat("  ", max(section.Level-1, 0)), title)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
