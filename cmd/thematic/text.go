package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/internal/project"
)

func newTextCommand() *cobra.Command {
	var page int
	cmd := &cobra.Command{
		Use:   "text FILE",
		Short: "Print the text of a file as the coder reads it",
		Long: `Prints the text of one file as the coder reads it: lines joined into paragraphs,
running headers and page numbers left out, pages parted by a form feed.`,
		Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			got, err := readOne(cmd, args[0])
			if err != nil {
				return err
			}
			return printPages(cmd.OutOrStdout(), args[0], &got.Text, page)
		},
	}
	cmd.Flags().IntVar(&page, "page", 0, "print this page only, counted from 1")
	return cmd
}

// readOne reads the file at path in a reading process. A file that holds no
// text is an error with its reason.
func readOne(cmd *cobra.Command, path string) (corpus.Record, error) {
	reader, err := readerCommand()
	if err != nil {
		return corpus.Record{}, err
	}
	record, err := project.ReadFile(cmd.Context(), reader, engines(), path, corpus.DefaultLimits())
	if err != nil {
		return record, err
	}
	if record.Text.Body == "" {
		return record, &corpus.InputError{Path: path, Reason: fmt.Sprintf("%s: %s", strings.ReplaceAll(string(record.Status), "_", " "), record.Reason)}
	}
	return record, nil
}

func printPages(w io.Writer, path string, text *corpus.Text, only int) error {
	if only < 0 || only > len(text.Pages) {
		return usageError{fmt.Errorf("%s has pages 1 to %d, and no page %d", path, len(text.Pages), only)}
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
