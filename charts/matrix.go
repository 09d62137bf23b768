package charts

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
)

// MatrixData is which themes are found in which review.
type MatrixData struct {
	Themes  []string       // in any order; drawn with the most frequent first
	Reviews []MatrixReview // in any order; drawn by area, year and name, or by year first where the areas are too many to be named
	Cells   [][]MatrixCell // Cells[t][r] is theme t in review r
	Source  string         // where the reviews come from, without n
}

// MatrixReview is one column of the picture.
type MatrixReview struct {
	Name string // used for the order alone
	Area string // empty: not known
	Year int    // 0: not known
}

// MatrixCell is what is known of a theme in a review.
type MatrixCell int

// The cells. Held passages wait for a person to decide.
const (
	NotFound MatrixCell = iota
	Found
	Held
)

// MatrixPicture draws themes as rows and reviews as columns, with a filled cell
// where a theme is found, so that what goes together, and where and when, can
// be seen at a glance. It is an error if the cells are not one for each theme
// and review, a theme has no label, or a cell has an unknown value.
func MatrixPicture(data MatrixData, st Style) (*Figure, error) {
	c := matrixChart{style: st}
	if len(data.Cells) != len(data.Themes) {
		return nil, fmt.Errorf("charts: matrix: %d rows for %s", len(data.Cells), plural(len(data.Themes), "theme"))
	}
	for r, review := range data.Reviews {
		review.Area = clean(review.Area)
		if review.Area == "" {
			review.Area = unknownArea
		}
		c.columns = append(c.columns, matrixColumn{review, r})
	}
	if err := c.settle(); err != nil {
		return nil, err
	}
	for t, label := range data.Themes {
		row := matrixRow{ranked: ranked{label: clean(label)}}
		if row.label == "" {
			return nil, fmt.Errorf("charts: matrix: theme %d has no label", t+1)
		}
		if len(data.Cells[t]) != len(data.Reviews) {
			return nil, fmt.Errorf("charts: matrix: %s: %d cells for %s", quoted(row.label), len(data.Cells[t]), reviews(len(data.Reviews)))
		}
		for _, column := range c.columns {
			cell := data.Cells[t][column.index]
			if cell < NotFound || cell > Held {
				return nil, fmt.Errorf("charts: matrix: %s: a cell has the unknown value %d", quoted(row.label), cell)
			}
			if cell == Found {
				row.count++
			}
			c.held = c.held || cell == Held
			row.cells = append(row.cells, cell)
		}
		c.rows = append(c.rows, row)
	}
	slices.SortStableFunc(c.rows, func(a, b matrixRow) int { return cmp.Compare(b.count, a.count) })
	return newFigure(st, c.texts(data.Source), st.rowsHeight(len(c.rows), 8)+c.noteAllowance(), c.draw)
}

// noteAllowance is about the height of the note that names the areas, where it
// is needed: letters are half as wide as they are high.
func (c matrixChart) noteAllowance() vg.Length {
	if c.byYear {
		return 0
	}
	width, _ := c.style.dimensions()
	sc := c.style.Size.typeScale()
	letter := 0.5 * sc.small
	for _, a := range c.groups() {
		share := vg.Length(a.to-a.from) / vg.Length(len(c.columns))
		if vg.Length(len(areaText(a)))*letter > 0.4*width*share && a.to-a.from < len(c.columns) {
			lines := min(noteLines, 1+vg.Length(len(c.areaNote()))*letter/width)
			return (lines*lineHeight + noteGap) * sc.small
		}
	}
	return 0
}

// What stands for the area and the year of a review of which they are not known.
const (
	unknownArea = "Unknown area"
	unknownYear = "Unknown year"
)

// matrixChart is checked and sorted data.
type matrixChart struct {
	rows    []matrixRow
	columns []matrixColumn
	held    bool
	byYear  bool // the areas are too many to be named
	style   Style
}

type matrixRow struct {
	ranked
	cells []MatrixCell // in the order of the columns
}

type matrixColumn struct {
	MatrixReview
	index int // in the data
}

// settle sorts the reviews by area, or by year where the areas are too many to be
// named in a note.
func (c *matrixChart) settle() error {
	c.order()
	faces, err := newTypeface(c.style.Font)
	if err != nil {
		return err
	}
	width, _ := c.style.dimensions()
	sc := c.style.Size.typeScale()
	if _, whole := wrap(faces.plain(sc.small), c.areaNote(), width-2*sc.padding, noteLines); !whole && len(c.groups()) > 1 {
		c.byYear = true
		c.order()
	}
	return nil
}

// order sorts the reviews by area and year, or by year and area, what is not known
// last, and by name.
func (c *matrixChart) order() {
	slices.SortStableFunc(c.columns, func(a, b matrixColumn) int {
		area := cmp.Or(cmp.Compare(last(a.Area == unknownArea), last(b.Area == unknownArea)), cmp.Compare(a.Area, b.Area))
		year := cmp.Or(cmp.Compare(last(a.Year == 0), last(b.Year == 0)), cmp.Compare(a.Year, b.Year))
		name := cmp.Compare(a.Name, b.Name)
		if c.byYear {
			return cmp.Or(year, area, name)
		}
		return cmp.Or(area, year, name)
	})
}

// span is a run of columns that have something in common.
type span struct {
	name     string
	from, to int // to is the first column after it
}

func (c matrixChart) spans(name func(matrixColumn) string) (all []span) {
	for i, column := range c.columns {
		if last := len(all) - 1; last >= 0 && all[last].name == name(column) {
			all[last].to++
		} else {
			all = append(all, span{name(column), i, i + 1})
		}
	}
	return all
}

// groups are the runs of columns of one area, or of one year.
func (c matrixChart) groups() []span {
	return c.spans(func(m matrixColumn) string {
		switch {
		case !c.byYear:
			return m.Area
		case m.Year == 0:
			return unknownYear
		}
		return fmt.Sprint(m.Year)
	})
}

func (c matrixChart) texts(source string) texts {
	n, m := len(c.columns), len(c.rows)
	by := "area and year"
	if c.byYear {
		by = "year, as there are too many areas to be named"
	}
	t := texts{
		subtitle: "Every column is a review, in order of " + by + "; every row a theme, most frequent first. Filled: practice was found lacking.",
		source:   sourceLine(source, n),
		alt:      c.describe(),
	}
	perReview := make([]int, n)
	for _, row := range c.rows {
		for r, cell := range row.cells {
			if cell == Found {
				perReview[r]++
			}
		}
	}
	slices.Sort(perReview)
	switch {
	case n == 0 || m == 0:
		t.title = practiceWords.title(nil, n)
	case m == 1:
		t.title = practiceWords.title([]ranked{c.rows[0].ranked}, n)
	case n == 1:
		t.title = fmt.Sprintf("In the one review practice was found lacking on %d of the %s", perReview[0], plural(m, "theme"))
	case perReview[0] == perReview[n-1]:
		t.title = fmt.Sprintf("In each of the %s practice was found lacking on %d of the %s", reviews(n), perReview[0], plural(m, "theme"))
	default:
		t.title = fmt.Sprintf("In the %s practice was found lacking on %d to %d of the %s; in half of them on %d or more",
			reviews(n), perReview[0], perReview[n-1], plural(m, "theme"), perReview[n/2])
	}
	return t
}

// describe gives the reviews of each area, or year, and the total of each theme; which
// review has which theme belongs in a table beside the picture.
func (c matrixChart) describe() string {
	by := " By area: "
	if c.byYear {
		by = " By year: "
	}
	var groups, themes []string
	for _, g := range c.groups() {
		groups = append(groups, fmt.Sprintf("%s %d", g.name, g.to-g.from))
	}
	for _, row := range c.rows {
		themes = append(themes, fmt.Sprintf("%s %d", row.label, row.count))
	}
	return fmt.Sprintf("Picture of %s in %s.", plural(len(c.rows), "theme"), reviews(len(c.columns))) +
		listed(by, groups) + listed(" By theme: ", themes)
}
