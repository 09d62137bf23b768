package project

import (
	"runtime"
	"strings"
	"unicode"
)

// ShellWord quotes a word of a command where the shell would not take it as it
// stands.
func ShellWord(word string) string { return shellWord(word, runtime.GOOS) }

// shellWord is [ShellWord] on a system. No name of a file has a double quotation
// mark on Windows.
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
