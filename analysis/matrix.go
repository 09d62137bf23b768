package analysis

import "thematic/corpus"

// CellStatus says why a theme is or is not present in a review.
type CellStatus string

// The statuses of a cell. The decided ones are a person's and outrank the rest.
const (
	CellCounted        CellStatus = "counted" // at least one counted deficit passage
	CellHeld           CellStatus = "held"    // none counted, at least one deficit passage held
	CellAbsent         CellStatus = "absent"  // nothing found; never "practice was good"
	CellDecidedPresent CellStatus = "decided_present"
	CellDecidedAbsent  CellStatus = "decided_absent"
)

// Present reports whether a cell of this status is 1 in the matrix.
func (s CellStatus) Present() bool { return s == CellCounted || s == CellDecidedPresent }

// Cell is one theme in one review.
type Cell struct {
	Status       CellStatus `json:"status"`
	Counted      int        `json:"counted"`       // counted deficit passages
	Held         int        `json:"held"`          // held deficit passages
	GoodPractice int        `json:"good_practice"` // counted good practice passages
	// Decision is a person's on the cell, nil where there is none.
	Decision *corpus.Decision `json:"decision,omitempty"`
}

// withHeld reports whether the theme would be present if every held passage
// were counted.
func (c Cell) withHeld() bool {
	return c.Status.Present() || c.Status == CellHeld
}

// Matrix is the table of included reviews and themes: Cells[i][j] is theme
// Themes[j] in review Cases[i].
type Matrix struct {
	Cases  []corpus.Case `json:"cases"`
	Themes []Theme       `json:"themes"`
	Cells  [][]Cell      `json:"cells"`
}

// newMatrix returns the matrix of the included cases with the counts of their
// cells, and with the decisions of people on them.
func newMatrix(cases []corpus.Case, themes []Theme, counts [][]Cell, decided said) Matrix {
	m := Matrix{Cases: cases, Themes: themes, Cells: counts}
	for i, c := range m.Cases {
		for j, t := range themes {
			d, ok := decided[thing{caseID: c.ID, theme: t.ID}].Settled()
			m.Cells[i][j].settle(d, ok)
		}
	}
	return m
}

// includedCases returns the cases that count.
func includedCases(cases []corpus.Case) []corpus.Case {
	included := []corpus.Case{}
	for _, c := range cases {
		if c.Include {
			included = append(included, c)
		}
	}
	return included
}

// add counts one passage.
func (c *Cell) add(p *Passage) {
	switch {
	case p.Status == corpus.Counted && p.Label.MakesPresent():
		c.Counted++
	case p.Status == corpus.Held && p.Label.MakesPresent():
		c.Held++
	case p.Status == corpus.Counted && p.Label == corpus.LabelGoodPractice:
		c.GoodPractice++
	}
}

// settle sets the status from the counts and a person's decision, if any.
func (c *Cell) settle(d corpus.Decision, decided bool) {
	if decided {
		c.Decision = &d
	}
	switch {
	case decided && *d.Present:
		c.Status = CellDecidedPresent
	case decided:
		c.Status = CellDecidedAbsent
	case c.Counted > 0:
		c.Status = CellCounted
	case c.Held > 0:
		c.Status = CellHeld
	default:
		c.Status = CellAbsent
	}
}

// Decided reports whether a person settled the cell.
func (s CellStatus) Decided() bool { return s == CellDecidedPresent || s == CellDecidedAbsent }

// matrixTable has 1 where the theme is present and 0 where it is not.
func (r *Result) matrixTable() Table {
	return r.cells("matrix", func(c Cell) Value {
		if c.Status.Present() {
			return Number(1)
		}
		return Number(0)
	})
}

func (r *Result) statusTable() Table {
	return r.cells("status", func(c Cell) Value { return Text(c.Status) })
}

// cells lays out the matrix with one value for each cell.
func (r *Result) cells(name string, value func(Cell) Value) Table {
	t := Table{Name: name, Header: append([]string{"case_id", "area", "year"}, themeIDs(r.Matrix.Themes)...)}
	reviews := func(yield func(int) bool) {
		for i := range r.Matrix.Cases {
			if !yield(i) {
				return
			}
		}
	}
	return rowsOf(t, reviews, len(r.Matrix.Cases), func(row []Value, i int) []Value {
		c := r.Matrix.Cases[i]
		row = append(row, Text(c.ID), Text(c.Area), Known(c.Year))
		for _, cell := range r.Matrix.Cells[i] {
			row = append(row, value(cell))
		}
		return row
	})
}
