package main

import (
	"fmt"
	"io"

	"github.com/schollz/progressbar/v3"

	"thematic/internal/project"
)

// progress shows how far the reading has come: a bar on a terminal, elsewhere
// one line for every tenth of the files. The nil progress shows nothing.
type progress struct {
	out    io.Writer
	bar    *progressbar.ProgressBar
	isTerm bool
	tenth  int
}

func newProgress(out io.Writer) *progress {
	return &progress{out: out, isTerm: isTerminal(out)}
}

func (p *progress) show(at project.Progress) {
	if !p.isTerm {
		if tenth := at.Done * 10 / at.Total; tenth > p.tenth {
			p.tenth = tenth
			fmt.Fprintf(p.out, "read %d of %d files\n", at.Done, at.Total)
		}
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(at.Total,
			progressbar.OptionSetWriter(p.out), progressbar.OptionSetWidth(30),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(),
			progressbar.OptionSetItsString("files"), progressbar.OptionClearOnFinish(),
			progressbar.OptionEnableColorCodes(showsColour(p.out)))
	}
	p.bar.Describe(clip(at.File, 40))
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
