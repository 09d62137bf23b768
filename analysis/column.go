package analysis

import (
	"fmt"
	"strings"
)

// ColumnType says what the values of a column are.
type ColumnType string

// The types of column. An integer or a number may be missing.
const (
	StringColumn  ColumnType = "string"
	IntegerColumn ColumnType = "integer"
	NumberColumn  ColumnType = "number"
)

// Column describes one column of a table.
type Column struct {
	Name        string
	Type        ColumnType
	Description string
}

// Described is a table with what its columns mean.
type Described struct {
	Table
	Title   string
	Columns []Column // one for each of Header
	Key     []string // names of the columns by which a row is known, none where rows have no key
}

// Missing reports whether v is no value of a column of type t: a number that is
// not known or not defined.
func (t ColumnType) Missing(v Value) bool {
	return t != StringColumn && (v.Kind == UndefinedValue || v.Kind == TextValue && v.Text == "")
}

// Described returns the tables of the result, as [Result.Tables] does, each with
// what its columns mean. It fails where a column has no description or a value of
// another type.
func (r *Result) Described() ([]Described, error) {
	beside, labels := "", r.labels()
	if r.Beside != nil {
		beside = r.Beside.Name + "_"
		for _, t := range r.Beside.Themes {
			labels[t.ID] = t.Label
		}
	}
	var list []Described
	for _, t := range r.Tables() {
		name, isBeside := t.Name, false
		if beside != "" {
			name, isBeside = strings.CutPrefix(t.Name, beside)
		}
		d, err := describe(t, name, labels)
		if err != nil {
			return nil, err
		}
		if isBeside {
			d.Title += ", by the codebook beside the themes"
		}
		list = append(list, d)
	}
	return list, nil
}

// describe describes a table that the dictionary knows by name. Labels are those
// of the themes, which are columns in some tables.
func describe(t Table, name string, labels map[string]string) (Described, error) {
	known, ok := tableWords[name]
	if !ok {
		return Described{}, fmt.Errorf("the table %s is not in the dictionary", t.Name)
	}
	d := Described{Table: t, Title: known.title, Key: known.key}
	for _, heading := range t.Header {
		c, ok := columnWords[name+"."+heading]
		if label, isTheme := labels[heading]; !ok && isTheme && known.theme.Type != "" {
			c, ok = Column{Type: known.theme.Type, Description: label + ": " + known.theme.Description}, true
		}
		if !ok {
			c, ok = columnWords[heading]
		}
		if !ok {
			return Described{}, fmt.Errorf("the column %s of the table %s is not in the dictionary", heading, t.Name)
		}
		c.Name = heading
		d.Columns = append(d.Columns, c)
	}
	return d, d.check()
}

// check reports the first value that is not of the type of its column.
func (d *Described) check() error {
	n := 0
	for row := range d.All() {
		n++
		for j, c := range d.Columns {
			if !c.Type.takes(row[j]) {
				return fmt.Errorf("row %d of the table %s has %q in the column %s, which is %s", n, d.Name, row[j], c.Name, c.Type)
			}
		}
	}
	return nil
}

// takes reports whether v is a value of the type, or missing.
func (t ColumnType) takes(v Value) bool {
	switch {
	case t.Missing(v):
		return true
	case t == IntegerColumn:
		return v.Kind == NumberValue && v.Number == float64(int64(v.Number))
	case t == NumberColumn:
		return v.Kind == NumberValue
	}
	return v.Kind == TextValue
}
