// Command build makes the files of the demonstration from their sources, as
// the offices that published such reports made theirs: printed from a browser,
// exported from a word processor, saved as DOCX or HTML, scanned from paper.
//
// It is run from the folder corpus/demo, and needs chromium, soffice, pdftoppm
// and ImageMagick's convert; the files it makes are committed, so nothing else
// does.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// A leaf is one file to make.
type leaf struct {
	source string // below source/, without .html
	file   string // below reviews/
	make   func(b builder, page document, path string) error
}

// leaves are the files of the demonstration, named as people name them.
var leaves = []leaf{
	{"R01", "Ottermouth/Baby A overview report March 2006.pdf", writer("Liberation Serif", 11)},
	{"R02", "Ottermouth/SCR_B_children_2007.pdf", browser("plain")},
	{"R03", "Ottermouth/Baby C - Executive Summary.pdf", writer("Liberation Sans", 11)},
	{"R04", "Ottermouth/scr-child-d.pdf", browser("contents")},
	{"R05", "Ottermouth/Child E serious case review final.pdf", writer("Carlito", 11)},
	{"R06", "Ottermouth/Young Person F/Overview Report.pdf", browser("numbered")},
	{"R06.summary", "Ottermouth/Young Person F/Executive Summary.pdf", browser("plain")},
	{"R07", "Ottermouth/Child G exec summary 2012.pdf", browser("plain")},
	{"R08", "Ottermouth/Baby H SCR 2013.pdf", browser("contents")},
	{"R09", "Ottermouth/Young people J and K - overview.pdf", writer("Liberation Serif", 12)},
	{"R10", "Ottermouth/Child L overview report.pdf", browser("contents")},
	{"R10.summary", "Ottermouth/Child L executive summary.pdf", writer("Liberation Sans", 11)},
	{"R11", "Ottermouth/Child M overview report 2016.docx", docx("Carlito", 11)},
	{"R12", "Ottermouth/Child N SCR (published 2018).pdf", browser("numbered")},
	{"R13", "Ottermouth/CSPR 2019 Young Person P.pdf", browser("columns")},
	{"R14", "Carrowdale/2006 overview report.pdf", writer("Liberation Serif", 12)},
	{"R15", "Carrowdale/Child N exec summary.pdf", writer("Liberation Sans", 10)},
	{"R16", "Carrowdale/The R children - overview report.pdf", browser("numbered")},
	{"R17", "Carrowdale/SCR 2009.pdf", browser("plain")},
	{"R18", "Carrowdale/case 2009-3 overview.pdf", browser("contents")},
	{"R18.summary", "Carrowdale/case 2009-3 summary.pdf", browser("plain")},
	{"R19", "Carrowdale/Twins overview report 2011.pdf", writer("Carlito", 11)},
	{"R20", "Carrowdale/scr-2012.pdf", browser("columns")},
	{"R21", "Carrowdale/executive summary 2013.pdf", browser("plain")},
	{"R22", "Carrowdale/2014/report.pdf", writer("Liberation Sans", 11)},
	{"R22.summary", "Carrowdale/2014/summary scanned.pdf", scan},
	{"R23", "Carrowdale/scr-2015.html", webPage},
	{"R24", "Carrowdale/scr-2016.pdf", browser("numbered")},
	{"R25", "Carrowdale/executive summary January 2017.pdf", writer("Liberation Serif", 11)},
	{"R26", "Carrowdale/SCR 2017 overview.pdf", browser("contents")},
	{"R27", "Carrowdale/CSPR 2019 overview report.pdf", browser("numbered")},
	{"R27.summary", "Carrowdale/CSPR 2019 executive summary.pdf", writer("Carlito", 11)},
	{"R17", "Carrowdale/copies/SCR 2009 (1).pdf", copyOf("Carrowdale/SCR 2009.pdf")},
	{"leaflet", "Carrowdale/what is a serious case review leaflet.pdf", browser("leaflet")},
}

// builder knows where sources are read and files are made.
type builder struct {
	sources, reviews, scratch string
}

func main() {
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func build() error {
	scratch, err := os.MkdirTemp("", "demo")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	b := builder{sources: "source", reviews: "reviews", scratch: scratch}
	for _, l := range leaves {
		page, err := readDocument(filepath.Join(b.sources, l.source+".html"))
		if err != nil {
			return err
		}
		path := filepath.Join(b.reviews, filepath.FromSlash(l.file))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := l.make(b, page, path); err != nil {
			return fmt.Errorf("%s: %w", l.file, err)
		}
		fmt.Println(l.file)
	}
	return writeTruth(b.sources, "truth.csv")
}

// command runs a program and gives what it said where it fails.
func command(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, out)
	}
	return nil
}

// copyOf puts the same bytes under another name, as happens in folders.
func copyOf(file string) func(builder, document, string) error {
	return func(b builder, _ document, path string) error {
		data, err := os.ReadFile(filepath.Join(b.reviews, filepath.FromSlash(file)))
		if err != nil {
			return err
		}
		return os.WriteFile(path, data, 0o644)
	}
}

// webPage saves the source as a site would serve it: between a banner, a menu
// and a footer.
func webPage(_ builder, page document, path string) error {
	const head = `<header><p>%s</p></header><nav><ul><li><a href="#">Home</a></li><li><a href="#">Report a concern</a></li><li><a href="#">Case reviews</a></li></ul></nav><main>`
	const foot = `</main><footer><p>Accessibility statement</p><p>Cookies</p></footer>`
	body := fmt.Sprintf(head, page.header) + page.body + foot
	return os.WriteFile(path, []byte(page.wrap("", body)), 0o644)
}
