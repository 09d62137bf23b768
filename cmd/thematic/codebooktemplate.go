package main

import (
	_ "embed"
	"fmt"

	"github.com/spf13/cobra"
)

// codebookTemplate is a small codebook, which is sound and passes its own tests.
//
//go:embed codebooktemplate.yaml
var codebookTemplate string

func newCodebookTemplateCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "template",
		Short: "Print a codebook of two themes, to write your own from nothing",
		Long: `Prints a codebook of two themes with what every line is for: one with most of the keys
that a theme may have, one with the least that it needs. 'thematic codebook show
builtin:practice' prints the codebook of 33 themes that reports are read by.`,
		Example: "  thematic codebook template > mine.yaml\n  thematic codebook check mine.yaml",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, err := fmt.Fprint(cmd.OutOrStdout(), codebookTemplate)
			return err
		},
	}
}
