package main

import (
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"thematic/internal/project"
)

// progress shows how far the reading has come: a bar on a terminal that has room for
// one and moves its cursor, elsewhere one line for every tenth of the files. The nil
// progress shows nothing.
type progress struct {
	out     io.Writer
	bar     *progressbar.ProgressBar
	columns int // of the terminal, 0 for lines
	tenth   int
}

// leastColumns is the narrowest terminal that has a bar, and leastForTime one whose bar
// has the time taken and left behind it.
const (
	leastColumns = 40
	leastForTime = 60
)

func newProgress(out io.Writer) *progress {
	p := &progress{out: out}
	if !isTerminal(out) || os.Getenv("TERM") == "dumb" {
		return p
	}
	if columns, _, err := term.GetSize(int(out.(*os.File).Fd())); err == nil && columns >= leastColumns {
		p.columns = columns
	}
	return p
}

// widths divides a line of so many columns between the name of a file and the bar; the
// share, the number of files and the time take what is left.
func widths(columns int) (name, bar int) {
	name = min(40, columns/2-8)
	return name, max(3, min(30, columns-name-42))
}

func (p *progress) show(at project.Progress) {
	if p.columns == 0 {
		if tenth := at.Done * 10 / at.Total; tenth > p.tenth {
			p.tenth = tenth
			fmt.Fprintf(p.out, "read %d of %d files\n", at.Done, at.Total)
		}
		return
	}
	name, bar := widths(p.columns)
	if p.bar == nil {
		p.bar = progressbar.NewOptions(at.Total,
			progressbar.OptionSetWriter(p.out), progressbar.OptionSetWidth(bar),
			progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(p.columns >= leastForTime), progressbar.OptionClearOnFinish(),
			progressbar.OptionEnableColorCodes(showsColour(p.out)))
	}
	p.bar.Describe(clip(at.File, name))
	p.bar.Set(at.Done)
}

// end removes the bar.
func (p *progress) end() {
	if p != nil && p.bar != nil {
		p.bar.Finish()
	}
}

// clip keeps the end of a path, which tells files apart.
func clip(path string, n int) string {
	runes := []rune(path)
	if len(runes) <= n {
		return path
	}
	return "…" + string(runes[len(runes)-n+1:])
}
