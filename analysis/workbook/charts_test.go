package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

// TestChartsKeepToTheirPages: a chart ends above the page break that begins the
// next, and bears its title and, for programs that read aloud, its numbers; the first says
// of how many reviews it is and how many of the themes it leaves out.
func TestChartsKeepToTheirPages(t *testing.T) {
	in := analysis.Input{Source: "Invented reviews.", Cases: fixture(t).Cases, Files: fixture(t).Files}
	for i := range mostBars + 5 {
		in.Themes = append(in.Themes, analysis.Theme{ID: fmt.Sprintf("theme_%d", i), Label: fmt.Sprintf("Theme %d", i)})
	}
	data := written(t, analysed(t, in))
	var drawing struct {
		Anchors []struct {
			From  int `xml:"from>row"`
			To    int `xml:"to>row"`
			Named struct {
				Alt string `xml:"descr,attr"`
			} `xml:"graphicFrame>nvGraphicFramePr>cNvPr"`
		} `xml:"twoCellAnchor"`
	}
	readPart(t, data, "xl/drawings/drawing1.xml", &drawing)
	if len(drawing.Anchors) != 2 {
		t.Fatalf("got %d charts, want 2", len(drawing.Anchors))
	}
	if end, next := drawing.Anchors[0].To, drawing.Anchors[1].From-1; end >= next {
		t.Errorf("the first chart ends in row %d, and the heading of the second is row %d", end+1, next+1)
	}
	titles := [...]string{"Of 6 reviews, how many found practice lacking on each of the 20 most frequent of 25 themes", "Reviews by year of publication"}
	alts := [...]string{". As of the run: Theme 0 0; Theme 1 0; ", ". As of the run: "}
	for i, a := range drawing.Anchors {
		var chart struct {
			Title string `xml:"chart>title>tx>rich>p>r>t"`
		}
		readPart(t, data, fmt.Sprintf("xl/charts/chart%d.xml", i+1), &chart)
		if chart.Title != titles[i] || !strings.HasPrefix(a.Named.Alt, titles[i]+alts[i]) {
			t.Errorf("chart %d: got the title %q and the words %q, want %q and behind it %q", i+1, chart.Title, a.Named.Alt, titles[i], alts[i])
		}
		if got := (a.To - a.From) * rowPixels; got > chartHeight {
			t.Errorf("chart %d is %d pixels high, and a page %d", i+1, got, chartHeight)
		}
	}
	p := &chartPages{book: &book{file: excelize.NewFile()}, row: 1}
	if p.place("", chartHeight); float64(p.row-1)*rowPixels/pixelsPerPoint > pageHigh {
		t.Errorf("the highest chart and what parts it from the next take %d rows, more than a page: one without anything follows", p.row-1)
	}
}

// TestChartingOneReview: of a single review the title speaks of one.
func TestChartingOneReview(t *testing.T) {
	r := &analysis.Result{Matrix: analysis.Matrix{Cases: make([]corpus.Case, 1)}, Prevalence: make([]analysis.Prevalence, 2)}
	b := &book{result: r}
	if got, want := b.charting(2), "Of 1 review, how many found practice lacking on each theme"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// readPart reads one part of an office document.
func readPart(t *testing.T, data []byte, name string, to any) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer part.Close()
	if err := xml.NewDecoder(part).Decode(to); err != nil {
		t.Fatal(err)
	}
}
