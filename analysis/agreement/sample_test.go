package agreement

import (
	"fmt"
	"math"
	"testing"
)

// TestSampleAlone compares a program that judged 100 passages with a person who was
// given a few of them. The figures are those of the passages in the sample, computed
// by hand: chance of Fleiss is the sum of the squared shares of the ratings, that of
// AC1 is 2p(1-p) of two categories.
func TestSampleAlone(t *testing.T) {
	const others = 95
	for _, c := range []struct {
		name                       string
		program, person            string // what they say of the passages sampled
		marked, fleiss, ac1, cohen float64
	}{
		// p = .1; (.8-.82)/.18, (.8-.18)/.82; Cohen: chance 1*.8, (.8-.8)/.2
		{"one of five", "00000", "00010", 0.1, -1.0 / 9, 0.62 / 0.82, 0},
		// p = .5: (0-.5)/.5
		{"a single one, apart", "1", "0", 0.5, -1, -1, 0},
		// p = 5/8; po = .75; fleiss chance 34/64, ac1 chance 30/64; Cohen: .5*.75+.5*.25 = .5
		{"one of four", "1100", "1110", 0.625, (0.75 - 34.0/64) / (30.0 / 64), (0.75 - 30.0/64) / (34.0 / 64), 0.5},
	} {
		program := Coder{Name: "program", Reviews: []string{"r"}, Themes: []string{"risk"}}
		person := Coder{Name: "person", Reviews: []string{"r"}, Themes: []string{"risk"}, Sample: true, OnlyDecided: true}
		add := func(coder *Coder, id int, yes bool) {
			coder.Marks = append(coder.Marks, Mark{ID: fmt.Sprint(id), Review: "r", Theme: "risk", Quote: fmt.Sprint("words ", id), Marked: yes})
		}
		for i := range c.program {
			add(&program, i, c.program[i] == '1')
			add(&person, i, c.person[i] == '1')
		}
		for i := range others { // that the person was not given
			add(&program, 1000+i, i%3 > 0)
		}
		r, err := Compare([]Coder{program, person}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range []Line{r.ByPassage.Overall, r.ByPassage.Themes[0]} {
			if share, _ := line.Prevalence(); line.Units != len(c.program) || math.Abs(share-c.marked) > 1e-12 {
				t.Errorf("%s: %d units, %v of them marked, want %d and %v", c.name, line.Units, share, len(c.program), c.marked)
			}
			for _, f := range line.Figures {
				want, is := map[Measure]float64{MeasureFleiss: c.fleiss, MeasureAC1: c.ac1, MeasureCohen: c.cohen}[f.Name]
				if is && (math.Abs(f.Value-want) > 1e-12 || f.Interval != "" && f.Low < least) {
					t.Errorf("%s: %s is %+v, want %v", c.name, f.Name, f.Coefficient, want)
				}
			}
		}
	}
}

// TestPraiseIsNoUnit: what all knew as good practice nobody can mark, and so nobody
// agrees on it; who was given it without its label, in a blind sample, can.
func TestPraiseIsNoUnit(t *testing.T) {
	coder := func(name, marks string, praise bool) Coder {
		c := Coder{Name: name, Reviews: []string{"r"}, Themes: []string{"risk"}}
		for i, m := range marks {
			c.Marks = append(c.Marks, Mark{ID: fmt.Sprint(i), Review: "r", Theme: "risk", Marked: m == '1', Praise: praise && i > 3})
		}
		return c
	}
	blind := coder("blind", "110011", false)
	blind.Sample = true
	for _, tt := range []struct {
		coders []Coder
		units  int
		cohen  float64
	}{
		{[]Coder{coder("a", "110000", true), coder("b", "100100", true)}, 4, 0}, // po = .5, chance .5
		{[]Coder{coder("a", "110000", true), blind}, 6, 0.4},                    // po = 4/6, chance (2*4+4*2)/36
	} {
		r, err := Compare(tt.coders, Options{})
		if err != nil {
			t.Fatal(err)
		}
		l := r.ByPassage.Overall
		if got := l.Figures[2]; l.Units != tt.units || got.Name != MeasureCohen || math.Abs(got.Value-tt.cohen) > 1e-12 {
			t.Errorf("got %d units and %+v, want %d and %v", l.Units, got, tt.units, tt.cohen)
		}
	}
}

// TestSampleOfReviewsAlone: themes of reviews that a person left blank in a sample say
// nothing of chance either.
func TestSampleOfReviewsAlone(t *testing.T) {
	program := matrixCoder(t, "program", "case_id,risk,voice\nr1,0,1\nr2,0,1\nr3,0,1\nr4,0,1\n")
	person := matrixCoder(t, "person", "case_id,risk,voice\nr1,0,\nr2,1,\nr3,0,\nr4,0,\n")
	person.Sample = true
	r, err := Compare([]Coder{program, person}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	l := r.ByReview.Overall // p = 1/8; po = .75; chance 50/64
	if want := (0.75 - 50.0/64) / (14.0 / 64); l.Units != 4 || l.Judged[0] != 4 || math.Abs(l.Figures[3].Value-want) > 1e-12 {
		t.Errorf("got %+v, want the kappa of Fleiss %v of 4 units", l, want)
	}
}

// TestDecidedAlone: where only what one decided is compared, what the other said of
// the rest says nothing, and the share of marks is that of the units compared.
func TestDecidedAlone(t *testing.T) {
	whole := Coder{Name: "whole", Reviews: []string{"r"}, Themes: []string{"a", "b", "c", "d", "e"}, Cells: map[Cell]bool{}}
	for i, theme := range whole.Themes {
		whole.Cells[Cell{"r", theme}] = i < 2
	}
	some := Coder{
		Name: "some", Reviews: whole.Reviews, Themes: whole.Themes, OnlyDecided: true,
		Cells: map[Cell]bool{{"r", "a"}: true, {"r", "b"}: false},
	}
	report, err := Compare([]Coder{whole, some}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	overall := report.ByReview.Overall
	if share, ok := overall.Prevalence(); !ok || share != 0.75 || overall.Units != 2 || overall.Judged[0] != 2 {
		t.Errorf("got %g, %v of %+v, want 3 marks of 4 on 2 units", share, ok, overall)
	}
}
