package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/themes"
)

func newCodebookCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "codebook",
		Short: "Check, show, compare and exchange codebooks",
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		&cobra.Command{
			Use:   "check FILE|builtin:NAME",
			Short: "Report every mistake in a codebook and run its own tests",
			Long: `Reports every mistake in a codebook by line and column, runs the tests that it has and
names each that fails, and notes what is idle in it, such as a pattern that another of
its theme covers.`,
			Example: "  thematic codebook check mine.yaml",
			Args:    exactly(1), ValidArgsFunction: completeCodebook,
			RunE: func(cmd *cobra.Command, args []string) error { return checkCodebook(cmd, args[0]) },
		},
		&cobra.Command{
			Use:     "test FILE|builtin:NAME",
			Short:   "Run the tests in a codebook and count them theme by theme",
			Example: "  thematic codebook test mine.yaml",
			Args:    exactly(1), ValidArgsFunction: completeCodebook,
			RunE: func(cmd *cobra.Command, args []string) error { return testCodebook(cmd, args[0]) },
		},
		&cobra.Command{
			Use:     "show FILE|builtin:NAME",
			Short:   "Print a codebook, to read it or to make your own from it",
			Example: "  thematic codebook show builtin:practice > mine.yaml",
			Args:    exactly(1), ValidArgsFunction: completeCodebook,
			RunE: func(cmd *cobra.Command, args []string) error {
				codebook, err := loadCodebook(args[0])
				if err != nil {
					return err
				}
				_, err = cmd.OutOrStdout().Write(codebook.Source())
				return err
			},
		},
		newCodebookTemplateCommand(),
		newCodebookDiffCommand(),
		newCodebookExportCommand(),
		newCodebookImportCommand(),
	)
	return cmd
}

// soundCodebook loads a codebook and prints every mistake that is in it.
func soundCodebook(cmd *cobra.Command, name string) (*themes.Codebook, error) {
	codebook, err := loadCodebook(name)
	var mistakes themes.Problems
	if errors.As(err, &mistakes) {
		printProblems(cmd, mistakes)
		number := corpus.Quantity(len(mistakes), "mistake")
		if len(mistakes) == themes.MostProblems {
			number = "at least " + number
		}
		return nil, &corpus.InputError{Path: name, Reason: number + ", see above"}
	}
	return codebook, err
}

// runTests runs the tests of a codebook and prints those that fail.
func runTests(cmd *cobra.Command, name string) (*themes.Codebook, []themes.TestResult, int, error) {
	codebook, err := soundCodebook(cmd, name)
	if err != nil {
		return nil, nil, 0, err
	}
	results, err := codebook.RunTests()
	if err != nil {
		return nil, nil, 0, err
	}
	faults := codebook.Faults(results)
	printProblems(cmd, faults)
	return codebook, results, len(faults), nil
}

func failedTests(name string, failed, of int) error {
	return &corpus.InputError{Path: name, Reason: fmt.Sprintf("%d of its %d tests fail, see above", failed, of)}
}

func checkCodebook(cmd *cobra.Command, name string) error {
	codebook, results, failed, err := runTests(cmd, name)
	if err != nil {
		return err
	}
	if failed > 0 {
		return failedTests(name, failed, len(results))
	}
	for _, idle := range codebook.Idle() {
		idle.Message = "note: " + idle.Message
		fmt.Fprintln(cmd.ErrOrStderr(), idle)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %s, %s, no mistakes\n", strings.TrimSpace(codebook.Name+" "+codebook.Version),
		corpus.Quantity(len(codebook.Themes), "theme"), corpus.Quantity(len(results), "test"))
	return err
}

// testCodebook prints how many tests of each theme pass. A theme without tests
// is shown too: nothing holds its patterns.
func testCodebook(cmd *cobra.Command, name string) error {
	codebook, results, failed, err := runTests(cmd, name)
	if err != nil {
		return err
	}
	type count struct{ passed, of int }
	counts := map[string]count{}
	for _, r := range results {
		c := counts[r.Theme]
		if c.of++; r.Fault == "" {
			c.passed++
		}
		counts[r.Theme] = c
	}
	var b strings.Builder
	for _, t := range codebook.Themes {
		c := counts[t.ID]
		fmt.Fprintf(&b, "%-32s %3d of %d\n", t.ID, c.passed, c.of)
	}
	fmt.Fprintf(&b, "%-32s %3d of %d\n", "all", len(results)-failed, len(results))
	if len(results) == 0 {
		b.WriteString("Nothing was tested: write sentences under tests in each theme, as 'thematic codebook template' shows.\n")
	}
	if _, err := io.WriteString(cmd.OutOrStdout(), b.String()); err != nil {
		return err
	}
	if failed > 0 {
		return failedTests(name, failed, len(results))
	}
	return nil
}

func printProblems(cmd *cobra.Command, problems []themes.Problem) {
	for _, p := range problems {
		fmt.Fprintln(cmd.ErrOrStderr(), p)
	}
}

// maxCodebook bounds the size of a codebook file.
const maxCodebook = 4 << 20

// loadCodebook reads "builtin:NAME" or a file.
func loadCodebook(name string) (*themes.Codebook, error) {
	if builtin, ok := strings.CutPrefix(name, "builtin:"); ok {
		if !slices.Contains(themes.BuiltinNames(), builtin) {
			return nil, usageError{fmt.Errorf("there is no built-in codebook %q%s", builtin, corpus.Instead(builtin, themes.BuiltinNames()))}
		}
		return themes.Builtin(builtin)
	}
	if _, err := os.Stat(name); errors.Is(err, os.ErrNotExist) {
		reason := "there is no such codebook: check the name, or use builtin:practice"
		if near := corpus.Near(name, themes.BuiltinNames()); len(near) == 1 {
			reason = "there is no such file: did you mean builtin:" + near[0] + "?"
		}
		return nil, &corpus.InputError{Path: name, Reason: reason}
	}
	data, err := readText(name, "codebook", maxCodebook)
	if err != nil {
		return nil, err
	}
	return themes.Load(name, data)
}
