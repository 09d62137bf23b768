package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/extract"
)

// passwordFlags are the flags that open encrypted files.
type passwordFlags struct {
	texts []string
	file  string
}

func (f *passwordFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.texts, "password", nil, "`password` to try on encrypted PDFs; may be given more than once")
	cmd.Flags().StringVar(&f.file, "passwords", "", "`file` with a password a line, or a file name, a tab and its password")
}

// load returns the passwords given on the command line and in the file.
func (f *passwordFlags) load() (extract.Passwords, error) {
	var ps extract.Passwords
	for _, text := range f.texts {
		ps = append(ps, extract.Password{Text: text})
	}
	if f.file == "" {
		return ps, nil
	}
	data, err := readPasswords(f.file)
	if err != nil {
		return nil, err
	}
	for i, line := range strings.Split(string(data), "\n") {
		if tabless.MatchString(line) {
			return nil, &corpus.InputError{Path: f.file, Reason: fmt.Sprintf("line %d has the name of a file and no tab: part it from its password by a tab, and not by spaces", i+1)}
		}
	}
	return append(ps, extract.ParsePasswords(string(data))...), nil
}

// tabless is a line with the name of a PDF file and something behind spaces, which
// would be tried as one password.
var tabless = regexp.MustCompile(`(?i)^[^\t]+\.pdf[ :;,]+[^\t\s][^\t]*$`)

// readPasswords reads a file of passwords, which may be a pipe: programs that keep
// passwords hand them over so, and nothing lies on the disk.
func readPasswords(path string) ([]byte, error) {
	const what = "file of passwords"
	file, err := corpus.OpenPiped(path, what)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := bounded(file, path, what, mostSmall)
	if err != nil {
		return nil, err
	}
	return decoded(path, data)
}
