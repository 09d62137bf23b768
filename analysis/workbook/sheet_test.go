package workbook

import (
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

func TestLetters(t *testing.T) {
	for column := 1; column <= excelize.MaxColumns; column++ {
		want, err := excelize.ColumnNumberToName(column)
		if got := letters(column); err != nil || got != want {
			t.Fatalf("letters(%d) = %s, want %s", column, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64 // for 1.2 characters each
		want  int
	}{
		{"", 10, 1},
		{"twelve chars", 10, 1},
		{"thirteen char", 10, 2},
		{"one\n\ntwo", 10, 3},
		{"a-very-long-file-name.pdf", 10, 3},
		{"unbreakableunbreakableunbreakable", 10, 3},
		{"äöüäöü äöüäöü", 10, 2},
		{"x", 0, 1},
	} {
		if got := lines(c.text, c.width); got != c.want {
			t.Errorf("lines(%q, %v) = %d, want %d", c.text, c.width, got, c.want)
		}
	}
}

func TestHeightIsBounded(t *testing.T) {
	long := fmt.Sprint(make([]int, 20_000))
	if got := height([]string{"a", long}, []float64{10, 10}); got != highestRow {
		t.Errorf("got %v, want %v", got, highestRow)
	}
	if got, want := height([]string{"a"}, []float64{10}), lineHeight+rowPadding; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// BenchmarkWrite reports time and bytes for workbooks of many passages.
func BenchmarkWrite(b *testing.B) {
	for _, passages := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(passages), func(b *testing.B) {
			r := many(b, passages)
			b.ReportAllocs()
			for b.Loop() {
				data := written(b, r)
				b.ReportMetric(float64(len(data))/1e6, "MB")
			}
		})
	}
}

// many is an invented result of 200 reviews and 33 themes.
func many(b *testing.B, passages int) *analysis.Result {
	in := analysis.Input{}
	for j := range 33 {
		in.Themes = append(in.Themes, analysis.Theme{ID: fmt.Sprintf("theme_%d", j), Label: fmt.Sprintf("Theme number %d", j), Headline: j < 3})
	}
	for i := range 200 {
		file := fmt.Sprintf("review-%03d.pdf", i)
		in.Files = append(in.Files, analysis.File{File: file, Status: corpus.StatusOK})
		in.Cases = append(in.Cases, corpus.Case{ID: file[:10], Area: fmt.Sprint("Area ", i%5), Year: 2006 + i%14, Include: true, Files: []string{file}})
	}
	for k := range passages {
		c := in.Cases[k%200]
		in.Codings = append(in.Codings, corpus.Coding{
			PassageID: fmt.Sprintf("p%06d", k), CaseID: c.ID, File: c.Files[0], Page: k % 60, Section: corpus.SectionAnalysis,
			Theme: in.Themes[k%33].ID, Label: corpus.LabelDeficit, Status: corpus.Counted, Reason: "a deficit in a section of findings",
			Quote: fmt.Sprintf("On the occasion numbered %d nobody asked who else slept in the house, and the explanation given for the second bruise was written down as it came.", k),
			Span:  corpus.Span{Start: k, End: k + 150}, Rule: "theme.1", Cue: "nobody asked", Score: 0.9,
		})
	}
	return analysed(b, in)
}
