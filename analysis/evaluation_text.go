package analysis

import (
	"fmt"
	"io"
	"strings"

	"thematic/corpus"
)

// WriteText writes the evaluation as a person reads it.
func (e *Evaluation) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s, %s\n", e.Label, corpus.Quantity(e.Documents, "document"), corpus.Quantity(e.Themes, "theme"))
	fmt.Fprintf(&b, "predicted: %s\n", e.Predicted)
	for i, c := range e.Coders {
		fmt.Fprintf(&b, "coder %d:   %s\n", i+1, c)
	}
	fmt.Fprintf(&b, "\n%-20s %-23s %s\n", "", "passages", "reviews")
	fmt.Fprintf(&b, "%-20s %-7s %-7s %-7s %-7s %-7s %-7s %s\n", "", "P", "R", "F1", "P", "R", "F1", "kappa")
	for i, s := range e.Scores {
		fmt.Fprintf(&b, "tool, coder %-8d %s\n", i+1, s)
	}
	if len(e.Scores) > 1 {
		kappa := undefined
		if mean, ok := e.meanKappa(); ok {
			kappa = fmt.Sprintf("%.3f", mean)
		}
		fmt.Fprintf(&b, "%-20s %-15s %-7.3f %-23s %s\n", "mean of the coders", "", e.meanF1(), "", kappa)
	}
	if e.Consensus != nil {
		e.Consensus.writeText(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (l Located) String() string {
	return fmt.Sprintf("%s, %s, %s not found", corpus.Quantity(l.Rows, "row"), corpus.Quantity(l.Passages, "passage"), corpus.Quantity(l.Lost, "quotation"))
}

func (s Score) String() string {
	kappa := undefined
	if s.KappaDefined {
		kappa = fmt.Sprintf("%.3f", s.Kappa)
	}
	return fmt.Sprintf("%s %s %s", s.Passages, s.Reviews, kappa)
}

func (a Accuracy) String() string {
	return fmt.Sprintf("%-7.3f %-7.3f %-7.3f", a.Precision, a.Recall, a.F1)
}

func (c *Consensus) writeText(b *strings.Builder) {
	fmt.Fprintf(b, "%-20s %s\n\n", "coder 1, coder 2", c.Between)
	fmt.Fprintf(b, "precision against either coder %.3f, recall of the %s that both marked %.3f, F1 %.3f\n",
		c.Combined.Precision, corpus.Quantity(c.Both, "passage"), c.Combined.Recall, c.Combined.F1)
}

// WriteThemes writes a line for each theme: how much of what every coder marked
// was found, and how much of what was found any of them marked.
func (e *Evaluation) WriteThemes(w io.Writer) error {
	var b strings.Builder
	marked := "marked"
	if len(e.Coders) > 1 {
		marked = "by all"
	}
	fmt.Fprintf(&b, "\n%-26s %6s %7s %10s %10s\n", "theme", marked, "recall", "predicted", "precision")
	for _, t := range e.ByTheme {
		fmt.Fprintf(&b, "%-26s %6d %7s %10d %10s\n", t.Theme, t.All, ratio(t.Recall, t.All), t.Predicted, ratio(t.Precision, t.Predicted))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteConfusions writes the commonest pairs of themes that the tool and the
// coders gave to the same passages.
func WriteConfusions(w io.Writer, confusions []Confusion) error {
	const most = 15
	var b strings.Builder
	if len(confusions) == 0 {
		b.WriteString("\nno passage was given another theme than the coders gave it\n")
	} else {
		fmt.Fprintf(&b, "\n%-26s %-26s %s\n", "theme of the coders", "theme of the tool", "passages")
	}
	for _, c := range confusions[:min(most, len(confusions))] {
		fmt.Fprintf(&b, "%-26s %-26s %8d\n", c.Theirs, c.Ours, c.Passages)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// ratio shows a share of n passages.
func ratio(share float64, n int) string {
	if n == 0 {
		return undefined
	}
	return fmt.Sprintf("%.2f", share)
}
