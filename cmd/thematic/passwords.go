package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/extract"
)

// maxPasswords bounds the size of a file of passwords.
const maxPasswords = 1 << 16

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
	file, err := os.Open(f.file)
	if errors.Is(err, os.ErrNotExist) {
		return nil, &corpus.InputError{Path: f.file, Reason: "there is no such file of passwords: check the name"}
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxPasswords+1))
	if err != nil {
		return nil, fmt.Errorf("read the passwords: %w", err)
	}
	if len(data) > maxPasswords {
		return nil, &corpus.InputError{Path: f.file, Reason: fmt.Sprintf("larger than %d kB: this is hardly a file of passwords", maxPasswords>>10)}
	}
	return append(ps, extract.ParsePasswords(string(data))...), nil
}
