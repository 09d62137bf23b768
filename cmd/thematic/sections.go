package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/extract"
)

// addSections adds the flag that names a table of sections.
func addSections(cmd *cobra.Command, file *string) {
	cmd.Flags().StringVar(file, "sections", "", "`file` with a table of your own that tells the kinds of sections, tried before the built-in one")
}

// loadSections reads the table of sections at path, "" for none, and refuses
// what is wrong with it.
func loadSections(path string) (string, error) {
	if path == "" {
		return "", nil
	}
	data, err := readSmall(path, "table of sections")
	if err != nil {
		return "", err
	}
	if _, err := extract.ParseSectionRules(path, data); err != nil {
		return "", err
	}
	return string(data), nil
}

// knownSection refuses a kind of section that there is not, and names those
// there are.
func knownSection(kind string) error {
	if slices.Contains(corpus.SectionKinds, corpus.SectionKind(kind)) {
		return nil
	}
	return usageError{fmt.Errorf("--section is %q%s", kind, corpus.Instead(kind, corpus.SectionKinds))}
}
