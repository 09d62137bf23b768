package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// flat puts text on one line.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// flatLines is [flat] of each of the lines that a list of mistakes has, which are
// set in by two spaces.
func flatLines(text string) string {
	lines := strings.Split(text, "\n  ")
	for i := range lines {
		lines[i] = flat(lines[i])
	}
	return strings.Join(lines, "\n  ")
}

// spaced is a name of the program, such as needs_ocr, in words.
func spaced[T ~string](name T) string { return strings.ReplaceAll(string(name), "_", " ") }

// writeJSON writes a value as one JSON object or list.
func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(value)
}

// warn prints warnings, each on a line.
func warn(w io.Writer, warnings []string) {
	for _, warning := range warnings {
		fmt.Fprintln(w, "thematic: "+warning)
	}
}

// mostLost is how many losses are named one by one.
const mostLost = 20

// printLost says what of a file is lost on the way.
func printLost(cmd *cobra.Command, what string, lost []string) {
	for i, l := range lost {
		if i == mostLost {
			fmt.Fprintf(cmd.ErrOrStderr(), "%s: and %d more\n", what, len(lost)-mostLost)
			return
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s\n", what, l)
	}
}

// printer is a writer that keeps the first error of writing.
type printer struct {
	io.Writer
	err error
}

// Write writes, as the writer below does.
func (p *printer) Write(data []byte) (int, error) {
	n, err := p.Writer.Write(data)
	if p.err == nil {
		p.err = err
	}
	return n, err
}

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	if p, ok := w.(*printer); ok {
		w = p.Writer
	}
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// showsColour reports whether w does: it is a terminal, and neither has the user asked for
// none (https://no-color.org) nor would this one print its codes.
func showsColour(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
