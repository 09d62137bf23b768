package main

import (
	"errors"
	"io"
	"os"

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
	file, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return "", &corpus.InputError{Path: path, Reason: "there is no such table of sections: check the name"}
	}
	if err != nil {
		return "", err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, extract.MaxSections+1))
	if err != nil {
		return "", err
	}
	if _, err := extract.ParseSectionRules(path, data); err != nil {
		return "", err
	}
	return string(data), nil
}
