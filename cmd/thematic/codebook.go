package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/themes"
)

func newCodebookCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "codebook",
		Short: "Check or show a codebook",
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		&cobra.Command{
			Use:   "check FILE",
			Short: "Report every mistake in a codebook, run its own tests, and name what is idle",
			Args:  exactly(1),
			RunE:  func(cmd *cobra.Command, args []string) error { return checkCodebook(cmd, args[0]) },
		},
		&cobra.Command{
			Use:     "show FILE|builtin:NAME",
			Short:   "Print a codebook, to read it or to make your own from it",
			Example: "  thematic codebook show builtin:practice > mine.yaml",
			Args:    exactly(1),
			RunE: func(cmd *cobra.Command, args []string) error {
				codebook, err := loadCodebook(args[0])
				if err != nil {
					return err
				}
				_, err = cmd.OutOrStdout().Write(codebook.Source())
				return err
			},
		},
	)
	return cmd
}

func checkCodebook(cmd *cobra.Command, name string) error {
	codebook, err := loadCodebook(name)
	var mistakes themes.Problems
	if errors.As(err, &mistakes) {
		printProblems(cmd, mistakes)
		return &corpus.InputError{Path: name, Reason: counted(len(mistakes), "mistake") + ", see above"}
	}
	if err != nil {
		return err
	}
	problems := codebook.Check()
	printProblems(cmd, problems)
	tests := 0
	for _, t := range codebook.Themes {
		tests += len(t.Tests)
	}
	if len(problems) > 0 {
		return &corpus.InputError{Path: name, Reason: fmt.Sprintf("%d of its %d tests fail, see above", len(problems), tests)}
	}
	for _, idle := range codebook.Idle() {
		fmt.Fprintln(cmd.OutOrStdout(), idle)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s %s: %d themes, %d tests, no mistakes\n", codebook.Name, codebook.Version, len(codebook.Themes), tests)
	return err
}

func printProblems(cmd *cobra.Command, problems []themes.Problem) {
	for _, p := range problems {
		fmt.Fprintln(cmd.ErrOrStderr(), p)
	}
}
