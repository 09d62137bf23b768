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
// mark on Windows, where one behind backslashes is part of a word unless they are
// twice as many.
func shellWord(word, system string) string {
	windows := system == "windows"
	odd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_./:,+@", r) && (r != '\\' || !windows)
	}
	switch {
	case word != "" && !strings.ContainsFunc(word, odd):
		return word
	case windows:
		return `"` + word + word[len(strings.TrimRight(word, `\`)):] + `"`
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// misquoted says what is wrong with a path that was typed in double quotation marks
// with a backslash at its end: on Windows the mark behind it is part of the path, as
// is what follows. It returns "" for others.
func misquoted(path, system string) string {
	if system != "windows" || !strings.Contains(path, `"`) {
		return ""
	}
	return `: leave out the \ before the quotation mark, which does not end the name there`
}
