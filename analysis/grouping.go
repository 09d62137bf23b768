package analysis

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"thematic/corpus"
)

// Grouping says how reviews are parted into groups by a column of cases.csv.
type Grouping struct {
	// Column is one of [Matrix.Columns], in capitals or small letters.
	Column string
	// Bands part a column of numbers, or of dates by their years. Where there are
	// none, it is parted in two halves.
	Bands []Band
	// Order has values of the column in the order they are to have; reviews with
	// others are left out. It makes words an order, for a trend, and outranks the
	// order that numbers have.
	Order []string
}

// NotThereError says that cases.csv has no such column, or a column no such value.
type NotThereError struct{ Reason string }

// Error says what is not there, and what is.
func (e *NotThereError) Error() string { return e.Reason }

// mostGroups is the number of different words above which a column that a person
// added holds remarks and no groups.
const mostGroups = 12

// caseColumns are the columns of cases.csv by which reviews can be grouped, with
// what a review says in them.
var caseColumns = []struct {
	name string
	cell func(corpus.Case) string
}{
	{"area", func(c corpus.Case) string { return c.Area }},
	{"year", func(c corpus.Case) string { return Known(c.Year).String() }},
	{"kind", func(c corpus.Case) string { return string(c.Kind) }},
	{"title", func(c corpus.Case) string { return c.Title }},
	{"files", func(c corpus.Case) string { return strings.Join(c.Files, listSeparator) }},
	{"note", func(c corpus.Case) string { return c.Note }},
}

// Columns names the columns of cases.csv by which reviews can be grouped: its
// own first, then those that people added.
func (m *Matrix) Columns() []string {
	var names []string
	for _, c := range caseColumns {
		names = append(names, c.name)
	}
	return append(names, corpus.AddedColumns(m.Cases)...)
}

// column finds a column of [Matrix.Columns], and what a review says in it. A period
// is one of years.
func (m *Matrix) column(name string) (exact string, cell func(corpus.Case) string, err error) {
	for _, c := range caseColumns {
		if strings.EqualFold(c.name, name) {
			return c.name, c.cell, nil
		}
	}
	for _, added := range corpus.AddedColumns(m.Cases) {
		if strings.EqualFold(added, name) {
			return added, func(c corpus.Case) string { return c.Added(added) }, nil
		}
	}
	if strings.EqualFold(name, "period") {
		return m.column("year")
	}
	return "", nil, &NotThereError{fmt.Sprintf("reviews cannot be grouped by %q", name) + corpus.Instead(name, m.Columns())}
}

// CompareBy sets the groups that a column makes beside one another. A column in
// which every review that says something says a number, or a date, which stands
// for its year, is parted in bands, those that say "n/a", "unknown" and the like left
// out, and the trend is over all the numbers, those in no band included; of any other
// column each value is a group, and there is a trend where an order of them is given.
// Reviews that say nothing are left out. It fails for bands of what is no number, and
// where reviews are not in two groups at least or every review is one of its own; and
// with a [*NotThereError] for a column that is not there and an order of values that
// do not occur.
func (m *Matrix) CompareBy(g Grouping) (Comparison, error) {
	name, cell, err := m.column(g.Column)
	if err != nil {
		return Comparison{}, err
	}
	values := known(m.Cases, cell)
	if len(values) < 2 {
		return Comparison{}, fmt.Errorf("there is nothing to compare: %s", alike(name, values))
	}
	s, odd := scaleOf(cell, values)
	switch {
	case len(g.Bands) > 0 && len(g.Order) > 0:
		return Comparison{}, errors.New("give either ranges of numbers or the order of values, not both")
	case len(g.Bands) > 0 && odd != "":
		return Comparison{}, fmt.Errorf("the column %q holds no numbers that could be parted in ranges, but %q", name, odd)
	case len(g.Order) > 0:
		return m.compareOrdered(name, cell, values, g.Order)
	case odd == "":
		return m.compareNumbers(name, s, g.Bands)
	case len(values) > 2 && len(values) == m.saying(cell):
		err := fmt.Errorf("there is nothing to compare: no two reviews say the same in the column %q", name)
		if mostlyNumbers(values) {
			err = fmt.Errorf("%w, and it is not taken for numbers, since one says %q", err, odd)
		}
		return Comparison{}, err
	}
	c := m.compare(name, values, cell)
	if mostlyNumbers(values) {
		c.NoNumber = odd
	}
	return c, nil
}

// mostlyNumbers reports whether more than half of the values that say something are
// numbers.
func mostlyNumbers(values []string) bool {
	n, said := 0, withoutUnknown(values)
	for _, v := range said {
		if _, ok := numberIn(v); ok {
			n++
		}
	}
	return 2*n > len(said)
}

// alike says of a column with fewer than two values what it holds.
func alike(column string, values []string) string {
	if len(values) == 0 {
		return fmt.Sprintf("no review says anything in the column %q", column)
	}
	return fmt.Sprintf("all reviews that say anything in the column %q say %q", column, values[0])
}

// saying is the number of reviews that say something.
func (m *Matrix) saying(cell func(corpus.Case) string) (n int) {
	for _, c := range m.Cases {
		if cell(c) != "" {
			n++
		}
	}
	return n
}

// withoutUnknown leaves out of values those that say that one is not known.
func withoutUnknown(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), corpus.SaysUnknown)
}

// scaleOf orders reviews by the numbers that a column holds, or by the years of its
// dates. Where it holds neither alone, besides values that say that one is not known, odd is
// the first value that is no number.
func scaleOf(cell func(corpus.Case) string, values []string) (s scale, odd string) {
	said := withoutUnknown(values)
	if len(said) < 2 {
		said = values
	}
	for _, kind := range []struct {
		noun string
		read func(string) (float64, bool)
	}{{"value", numberIn}, {"year", yearIn}} {
		i := slices.IndexFunc(said, func(v string) bool { _, ok := kind.read(v); return !ok })
		if i < 0 {
			return scale{kind.noun, func(c corpus.Case) (float64, bool) { return kind.read(cell(c)) }}, ""
		}
		odd = cmp.Or(odd, said[i])
	}
	return scale{}, odd
}

// compareNumbers compares the bands of a column of numbers, or of years.
func (m *Matrix) compareNumbers(name string, s scale, bands []Band) (Comparison, error) {
	if name == "year" {
		s = yearScale
	}
	if err := checkBands(bands); err != nil {
		return Comparison{}, err
	}
	values := s.values(m.Cases)
	given := len(bands) > 0
	if !given {
		bands = halves(values)
	}
	c := m.compareBands(name, bands, s)
	switch least, most := shortest(values[0]), shortest(values[len(values)-1]); {
	case c.peopled() > 1:
		c.Trends = m.trends(s)
		return c, nil
	case given:
		return Comparison{}, fmt.Errorf("there is nothing to compare: the column %q goes from %s to %s, and not two of the ranges have reviews in them", name, least, most)
	default:
		return Comparison{}, fmt.Errorf("there is nothing to compare: the column %q has one %s alone, %s", name, s.noun, least)
	}
}

// compareOrdered compares values in the order given, of which the first stands
// for 1 in the trend, the second for 2, and so on.
func (m *Matrix) compareOrdered(name string, cell func(corpus.Case) string, values, order []string) (Comparison, error) {
	for i, v := range order {
		if !slices.Contains(values, v) {
			return Comparison{}, &NotThereError{fmt.Sprintf("no review says %q in the column %q", v, name) + corpus.Instead(v, values)}
		}
		if slices.Contains(order[:i], v) {
			return Comparison{}, fmt.Errorf("the value %q stands twice in the order", v)
		}
	}
	if len(order) < 2 {
		return Comparison{}, fmt.Errorf("an order has two values at least, and this one has %q alone", order[0])
	}
	c := m.compare(name, order, cell)
	c.Trends = m.trends(scale{noun: "value", of: func(review corpus.Case) (float64, bool) {
		i := slices.Index(order, cell(review))
		return float64(i + 1), i >= 0
	}})
	return c, nil
}

// numberIn reads a cell as a number, with a point before its decimals.
func numberIn(cell string) (float64, bool) {
	x, err := strconv.ParseFloat(cell, 64)
	return x, err == nil && !math.IsNaN(x) && !math.IsInf(x, 0)
}

// dateForms are the ways in which spreadsheet programs and people write dates. Which
// of two numbers is the month makes no difference to the year.
var dateForms = [...]string{
	"2006-01-02", "2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01", "2006",
	"2/1/2006", "1/2/2006", "2.1.2006", "2-1-2006", "1/2006", "2/1/2006 15:04",
	"2 January 2006", "2 Jan 2006", "January 2006", "Jan 2006", "2-Jan-2006", "2-Jan-06", "Jan-06",
}

// yearIn reads the year of a cell that holds a date.
func yearIn(cell string) (float64, bool) {
	for _, form := range dateForms {
		if t, err := time.Parse(form, cell); err == nil {
			return float64(t.Year()), true
		}
	}
	return 0, false
}

// addedComparisons are those by each column that a person added: of words where
// there are not more than [mostGroups] different ones, and of numbers.
func (m *Matrix) addedComparisons() []Comparison {
	var list []Comparison
	for _, name := range corpus.AddedColumns(m.Cases) {
		c, err := m.CompareBy(Grouping{Column: name})
		if err == nil && len(c.Groups) <= mostGroups {
			list = append(list, c)
		}
	}
	return list
}

// ColumnsTable has one row for each contrast of comparisons by columns of
// cases.csv, with the trend of its theme over the values of the column.
func (r *Result) ColumnsTable(list []Comparison) Table {
	t := Table{Name: "compare_columns", Header: slices.Concat([]string{"column"}, contrastHeader, []string{
		"points_per_unit", "trend_z", "trend_p", "trend_q", "trend_tests", "trend_note",
	})}
	labels := r.labels()
	for _, c := range list {
		tests := tested(c.Trends, func(t Trend) Statistic { return t.P })
		trends := make(map[string]Trend, len(c.Trends))
		for _, trend := range c.Trends {
			trends[trend.Theme] = trend
		}
		for _, k := range c.Contrasts {
			trend, ordered := trends[k.Theme]
			note := notes(trend.P.Reason, trend.Warning)
			if !ordered {
				note = "no trend: the values have no order"
			}
			t.Rows = append(t.Rows, slices.Concat([]Value{Text(c.By)}, k.values(labels, c.Tests), []Value{
				trend.Slope.rounded(2), trend.Z.rounded(3), trend.P.probability(), trend.Q.probability(), Number(tests), Text(note),
			}))
		}
	}
	return t
}
