package briefing

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// labels are names of themes of different shapes.
var labels = []string{
	"Poor or absent assessment", "Lack of professional curiosity", "Information sharing",
	"Thresholds not understood or applied", "Neglect not recognised; drift and delay",
	"Think family (adult and children's services not joined up)",
}

// fiction is what invented reviews are made of.
type fiction struct{ analysis.Input }

// newFiction holds n invented reviews of two areas. Theme j stands in every
// review whose number is a multiple of j+1; the second review has a held
// passage and one of praise besides.
func newFiction(n int, headlines ...string) *fiction {
	f := &fiction{analysis.Input{Source: "invented reviews"}}
	for j, label := range labels {
		t := analysis.Theme{ID: fmt.Sprintf("t%d", j), Label: label}
		t.Headline = slices.Contains(headlines, t.ID)
		f.Themes = append(f.Themes, t)
	}
	for i := range n {
		kind := corpus.KindReview
		if i%3 == 2 {
			kind = corpus.KindSummary
		}
		f.add(corpus.Case{
			ID: fmt.Sprintf("c%03d", i), Title: "Child " + string(rune('A'+i%26)), Kind: kind, Include: true,
			Area: []string{"Ambry", "Corran"}[i%2], Year: 2008 + i%5,
		})
		for j := range labels {
			if i%(j+1) == 0 {
				f.say(i, j, corpus.Counted, corpus.LabelDeficit)
			}
		}
	}
	if n > 1 {
		f.say(1, 1, corpus.Held, corpus.LabelDeficit)
		f.say(1, 0, corpus.Counted, corpus.LabelGoodPractice)
	}
	return f
}

// add adds a case of one file.
func (f *fiction) add(c corpus.Case) {
	c.Files = []string{c.ID + ".pdf"}
	f.Cases = append(f.Cases, c)
	f.meet(c.Files[0], corpus.StatusOK)
}

// meet adds a file.
func (f *fiction) meet(name string, status corpus.Status) {
	f.Files = append(f.Files, analysis.File{File: name, ID: corpus.ID(name), Status: status})
}

// say adds a passage of a review on a theme, by their numbers.
func (f *fiction) say(review, theme int, status corpus.CodingStatus, label corpus.Label) {
	c := f.Cases[review]
	n := len(f.Codings)
	f.Codings = append(f.Codings, corpus.Coding{
		PassageID: fmt.Sprintf("p%d", n), CaseID: c.ID, File: c.Files[0], Theme: f.Themes[theme].ID,
		Status: status, Label: label, Reason: "a test", Span: corpus.Span{Start: n, End: n + 1},
	})
}

// result is everything counted.
func (f *fiction) result(t testing.TB) *analysis.Result {
	t.Helper()
	r, err := analysis.Analyse(f.Input)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// smallResult is that of the golden file: nine reviews, and what is met beside
// reviews.
func smallResult(t testing.TB) *analysis.Result {
	f := newFiction(9, "t0", "t1", "t2")
	f.add(corpus.Case{ID: "x1", Title: "What is a review?", Kind: corpus.KindLeaflet})
	f.add(corpus.Case{ID: "x2", Title: "Child Z", Kind: corpus.KindReview})
	f.meet("scan.pdf", corpus.StatusNeedsOCR)
	f.meet("copy.pdf", corpus.StatusDuplicate)
	f.meet("copy2.pdf", corpus.StatusDuplicate)
	present := true
	at := "2026-01-01T10:00:00Z"
	f.Decisions = []corpus.Decision{
		{PassageID: "p0", Status: corpus.Rejected, Coder: "KL", Time: at},
		{CaseID: "c001", Theme: "t3", Present: &present, Coder: "KL", Time: at},
		{PassageID: "gone", Status: corpus.Rejected, Coder: "KL", Time: at},
	}
	return f.result(t)
}

// drawn is a figure of the size given, in points.
func drawn(name string, width, height float64) Figure {
	picture := image.NewGray(image.Rect(0, 0, int(width), int(height)))
	for i := range picture.Pix {
		picture.Pix[i] = 0xdd
	}
	for x := range int(width) {
		picture.SetGray(x, x*int(height)/int(width), color.Gray{})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		panic(err)
	}
	return Figure{
		Name: name, Title: "Title of " + name, Alt: "What " + name + " shows: a < b & c.", Width: width, Height: height, PNG: b.Bytes(),
		SVG: fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 100 100" role="img">`+
			`<title>%s</title><path d="M0 0l100 100" stroke="black"/></svg>`, width, height, name),
	}
}

// options are those of the tests.
func options() Options {
	return Options{
		Title: "Learning from reviews", Tool: "thematic 1.2.3", Codebook: "practice 1.0.0 (abcdef)",
		Figures: []Figure{drawn("pictorial", 482, 720), drawn("venn", 482, 354)},
	}
}

// hostile is a text that means something to every format.
const hostile = "<script>alert(1)</script>\"'&]]>{{.Title}}\x00\x1b\u202e%s \U0001F600\ufffe"

// spoilt is a briefing whose every text from outside is hostile or too long.
func spoilt(t testing.TB) *Briefing {
	f := newFiction(4)
	long := strings.Repeat("W", 9000)
	for j := range f.Themes {
		f.Themes[j].Label = hostile + fmt.Sprint(j)
	}
	f.Themes[3].Label = long
	f.Themes[4].Label = strings.Repeat("many words ", 600)
	for i := range f.Cases {
		f.Cases[i].Title, f.Cases[i].Area = hostile, hostile
	}
	f.add(corpus.Case{ID: "x1", Title: long, Kind: "<b>kind</b>"})
	o := Options{Title: hostile + long, Tool: hostile, Codebook: hostile, Figures: []Figure{drawn("venn", 5000, 300), drawn("pictorial", 100, 9000)}}
	for i := range o.Figures {
		o.Figures[i].Title, o.Figures[i].Alt = hostile, hostile
	}
	return New(f.result(t), o)
}
