package project

import (
	"fmt"
	"io"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// WhyLeftOut says why a case does not count, where to look, and what a person
// noted about it.
func WhyLeftOut(c corpus.Case) string {
	why := c.LeftOut()
	if c.LeftOutBy != "" {
		why += " ('thematic decisions list' has it)"
	}
	if noted := c.Noted(); noted != "" {
		why += ": " + noted
	}
	return why
}

const logName = "log.txt"

// logOutput is the file that says everything a run has to warn of: each file
// that was not read, or not whole, and what concerns the run as a whole. The
// same run writes the same log: it has no times.
func logOutput(r *analysis.Result, warnings []string) output {
	return output{logName, func(w io.Writer) error {
		var b strings.Builder
		fmt.Fprintf(&b, "%d files met, %d reviews counted of %d, %d passages\n", r.Tally.Files, r.Tally.Included, r.Tally.Cases, r.Tally.Passages)
		for _, warning := range warnings {
			fmt.Fprintf(&b, "note: %s\n", warning)
		}
		for _, f := range r.Files {
			if f.Status != corpus.StatusOK || f.Reason != "" {
				fmt.Fprintf(&b, "%s: %s: %s\n", f.Status, f.File, f.Reason)
			}
		}
		for _, c := range r.Cases {
			if !c.Include {
				fmt.Fprintf(&b, "left out: %s: %s\n", c.ID, WhyLeftOut(c))
			}
		}
		for _, o := range r.Orphans {
			fmt.Fprintf(&b, "decision of %s without effect: %s\n", o.Decision.Coder, o.Reason)
		}
		_, err := io.WriteString(w, b.String())
		return err
	}}
}
