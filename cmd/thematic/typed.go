package main

import (
	"runtime"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"thematic/internal/project"
)

// unsaid are the flags that are left out where a command is shown again: they are
// secret, or change nothing in the results. What a password has opened stays read.
var unsaid = []string{"password", "passwords", "workers", "json", "quiet"}

// asTyped returns how cmd was typed, its flags behind its arguments, as a shell takes it.
func asTyped(cmd *cobra.Command) project.Typed {
	words, options := []string{cmd.CommandPath()}, map[string]string{}
	for _, arg := range cmd.Flags().Args() {
		words = append(words, shellWord(arg, runtime.GOOS))
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if slices.Contains(unsaid, f.Name) {
			return
		}
		option := "--" + f.Name
		switch value := f.Value.String(); {
		case f.Value.Type() != "bool":
			option += " " + shellWord(value, runtime.GOOS)
		case value != "true":
			option += "=" + value
		}
		options[f.Name] = option
		words = append(words, option)
	})
	return project.Typed{Command: strings.Join(words, " "), Options: options}
}

// shellWord quotes a word where the shell of a system would not take it as it
// stands. No name of a file has a double quotation mark on Windows.
func shellWord(word, system string) string {
	windows := system == "windows"
	odd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_./:,+@", r) && (r != '\\' || !windows)
	}
	switch {
	case word != "" && !strings.ContainsFunc(word, odd):
		return word
	case windows:
		return `"` + word + `"`
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
