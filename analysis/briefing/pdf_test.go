package briefing

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"
)

// pdfPages returns the text of every page by pdftotext, with single spaces.
func pdfPages(t *testing.T, file string) []string {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	out, err := exec.Command(program, "-raw", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	for i := range pages {
		pages[i] = strings.Join(strings.Fields(pages[i]), " ")
	}
	return pages
}

// saved writes a PDF into a folder of the test.
func saved(t *testing.T, b *Briefing) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "briefing.pdf")
	data := written(t, func(w *bytes.Buffer) error { return b.PDF(w) })
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// outline returns the titles of an outline, each with its level.
func outline(o pdf.Outline, level int) []string {
	var titles []string
	for _, child := range o.Child {
		titles = append(titles, fmt.Sprintf("%d %s", level, child.Title))
		titles = append(titles, outline(child, level+1)...)
	}
	return titles
}

func TestPDFStructure(t *testing.T) {
	b := New(smallResult(t), options())
	data := written(t, func(w *bytes.Buffer) error { return b.PDF(w) })
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := r.NumPage(), 5; got != want {
		t.Errorf("got %d pages, want %d", got, want)
	}
	if got, want := r.Trailer().Key("Root").Key("Lang").Text(), "en-GB"; got != want {
		t.Errorf("language: got %q, want %q", got, want)
	}
	if got, want := r.Trailer().Key("Info").Key("Title").Text(), "Learning from reviews"; got != want {
		t.Errorf("title: got %q, want %q", got, want)
	}
	got := strings.Join(outline(r.Outline(), 1), "\n")
	want := "1 Learning from reviews\n2 Background\n2 What was read\n2 How a theme was found\n2 Limits\n2 Findings\n" +
		"2 Other themes, most frequent first\n2 Every theme\n2 How to check\n2 Appendix: every theme in numbers\n2 Appendix: groups of reviews beside one another"
	if got != want {
		t.Errorf("outline: got\n%s\nwant\n%s", got, want)
	}
}

func TestPDFSaysEverything(t *testing.T) {
	b := New(smallResult(t), options())
	pages := pdfPages(t, saved(t, b))
	for i, page := range b.Pages {
		if !strings.Contains(pages[i], fmt.Sprintf("Page %d of %d", i+1, len(pages))) {
			t.Errorf("page %d has no number", i+1)
		}
		for _, block := range page {
			texts := append([]Line{block.Text, {Text: block.Table.Caption}, {Text: block.Figure.Title}}, block.Items...)
			for _, row := range block.Table.Rows {
				texts = append(texts, Line{Text: row[0]})
			}
			for _, l := range texts {
				if want := strings.TrimSpace(l.Lead + " " + l.Text); !strings.Contains(pages[i], want) {
					t.Errorf("page %d does not say %q", i+1, want)
				}
			}
		}
	}
}

var wordBox = regexp.MustCompile(`<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>`)

// TestPDFKeepsToThePage holds that no word leaves the margins, whatever it is.
func TestPDFKeepsToThePage(t *testing.T) {
	file := saved(t, spoilt(t))
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	out, err := exec.Command(program, "-bbox", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	words := wordBox.FindAllStringSubmatch(string(out), -1)
	if len(words) < 1000 {
		t.Errorf("got %d words; the long texts are gone", len(words))
	}
	for _, word := range words {
		var box [4]float64
		for i := range box {
			if box[i], err = strconv.ParseFloat(word[i+1], 64); err != nil {
				t.Fatal(err)
			}
		}
		if box[0] < marginSide-1 || box[2] > paperWidth-marginSide+1 || box[1] < marginTop-5 || box[3] > footerBaseline+5 {
			t.Errorf("%.40q stands at %v", word[5], box)
		}
	}
}

// TestFiguresFit holds that a page of the briefing is one sheet, however high
// its figure.
func TestFiguresFit(t *testing.T) {
	r := newFiction(27, "t0", "t1", "t2").result(t)
	for _, height := range []float64{100, FigureHeight, 728, 2000} {
		o := options()
		o.Figures[0] = drawn("pictorial", FigureWidth, height)
		o.Figures = append(o.Figures, drawn("dumbbell", FigureWidth, height)) // over the note at the end
		data := written(t, func(w *bytes.Buffer) error { return New(r, o).PDF(w) })
		got, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		if got.NumPage() != 5 {
			t.Errorf("a chart %.0f points high: got %d pages, want 5", height, got.NumPage())
		}
	}
	p := newPress(Look{})
	if got := p.settings(New(r, Options{Figures: []Figure{drawn("pictorial", FigureWidth, FigureHeight)}}))[2].scale; got != 1 {
		t.Errorf("a chart of the size promised is drawn at %.2f of it", got)
	}
}

// TestFewLinesMakeNoSheet holds that a page of the briefing goes on below one
// that ends with a few lines on a second sheet, where it fits there, and else
// begins its own.
func TestFewLinesMakeNoSheet(t *testing.T) {
	for _, tt := range []struct {
		over   int // bullets on page 1, beside what is there
		height float64
		sheets int
		on     bool
	}{
		{0, 354, 5, false}, {16, 354, 5, true}, {16, 700, 6, false}, {40, 354, 6, false},
	} {
		o := options()
		o.Figures[1] = drawn("venn", 482, tt.height)
		b := New(newFiction(27, "t0", "t1", "t2").result(t), o)
		last := &b.Pages[0][len(b.Pages[0])-1]
		for range tt.over {
			last.Items = append(last.Items, Line{Text: "One limit more"})
		}
		if got := newPress(Look{}).settings(b)[1].on; got != tt.on {
			t.Errorf("%+v: the findings go on: %v", tt, got)
		}
		data := written(t, func(w *bytes.Buffer) error { return b.PDF(w) })
		r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		if got := r.NumPage(); got != tt.sheets {
			t.Errorf("%+v: got %d sheets", tt, got)
		}
		page := written(t, func(w *bytes.Buffer) error { return b.HTML(w) })
		word := written(t, func(w *bytes.Buffer) error { return b.DOCX(w) })
		if got := bytes.Contains(page, []byte(`<section class="on">`)); got != tt.on {
			t.Errorf("%+v: in HTML the findings go on: %v", tt, got)
		}
		parts, _ := opened(t, word)
		if got := strings.Count(parts["word/document.xml"], "<w:pageBreakBefore/>") < len(b.Pages)-1; got != tt.on {
			t.Errorf("%+v: in DOCX the findings go on: %v", tt, got)
		}
	}
}

func TestWrap(t *testing.T) {
	p := newPress(Look{})
	tests := []struct {
		lead, text string
		width      float64
		want       []string
	}{
		{"", "", 100, nil},
		{"", "one two", 100, []string{"one two"}},
		{"one", "two", 100, []string{"one two"}},
		{"", "one two three", 45, []string{"one two", "three"}},
		{"", "unbreakableword", 40, []string{"unbreak", "ablewor", "d"}},
		{"", "x", 1, []string{"x"}},
	}
	for _, tt := range tests {
		var got []string
		for _, line := range p.wrap(bodyStyle, Line{Lead: tt.lead, Text: tt.text}, tt.width) {
			s := ""
			for _, r := range line {
				s += r.text
			}
			got = append(got, s)
		}
		if strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("%q %q in %.0f points: got %q, want %q", tt.lead, tt.text, tt.width, got, tt.want)
		}
	}
}
