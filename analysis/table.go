package analysis

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strconv"

	"thematic/corpus"
)

// Value is one cell of a table: a text, a number, or a number that is
// undefined.
type Value struct {
	Kind     ValueKind
	Decimals uint8   // to which the number is rounded, or would be; 0 of a whole one
	Text     string  // of a text
	Number   float64 // of a number
}

// ValueKind says what a [Value] holds.
type ValueKind uint8

// The kinds of value.
const (
	TextValue ValueKind = iota
	NumberValue
	UndefinedValue // shown as n/a
)

// undefined is how a number that cannot be computed is shown.
const undefined = "n/a"

// String returns the value as it is read: a number in the shortest decimal
// form, never with an exponent.
func (v Value) String() string {
	switch v.Kind {
	case NumberValue:
		return strconv.FormatFloat(v.Number, 'f', -1, 64)
	case UndefinedValue:
		return undefined
	}
	return v.Text
}

// Text is the value of a text.
func Text[T ~string](s T) Value { return Value{Text: string(s)} }

// Number is the value of a whole number.
func Number(n int) Value { return Value{Kind: NumberValue, Number: float64(n)} }

// Known returns a year, a page or the like, or nothing where it is 0, not known.
func Known(n int) Value {
	if n == 0 {
		return Value{}
	}
	return Number(n)
}

// Decimal is the value of x with the number of decimals given, halves away from zero,
// or of a number that is undefined.
func Decimal(x float64, defined bool, decimals uint8) Value {
	if !defined {
		return Value{Kind: UndefinedValue, Decimals: decimals}
	}
	scale := math.Pow10(int(decimals))
	return Value{Kind: NumberValue, Decimals: decimals, Number: math.Round(x*scale) / scale}
}

// Table is a rectangle of values under a header.
type Table struct {
	Name   string // of the file, without ".csv"
	Header []string
	Rows   [][]Value
	// made are the rows, as many as madeRows, of a table that is too large to be held
	// beside what it is made of; they stand in place of Rows, and each holds until
	// the next.
	made     iter.Seq[[]Value]
	madeRows int
}

// Len is how many rows there are.
func (t Table) Len() int {
	if t.made != nil {
		return t.madeRows
	}
	return len(t.Rows)
}

// All returns the rows in order. What it yields may be overwritten by the next.
func (t Table) All() iter.Seq[[]Value] {
	if t.made != nil {
		return t.made
	}
	return slices.Values(t.Rows)
}

// WriteCSV writes the table as UTF-8 with LF line ends, quoted by RFC 4180. A
// text that a spreadsheet would take for a formula gets an apostrophe in front
// (see [corpus.Guard]); a number stands as it is. It fails where there are not as
// many rows as [Table.Len] says.
func (t Table) WriteCSV(w io.Writer) error {
	if err := t.writeCSV(csv.NewWriter(w)); err != nil {
		return fmt.Errorf("table %s: %w", t.Name, err)
	}
	return nil
}

func (t Table) writeCSV(out *csv.Writer) error {
	record := make([]string, len(t.Header))
	for j, name := range t.Header {
		record[j] = corpus.Guard(name)
	}
	if err := out.Write(record); err != nil {
		return err
	}
	n := 0
	for row := range t.All() {
		if n++; len(row) != len(t.Header) {
			return fmt.Errorf("row %d has %d cells under %d headings", n, len(row), len(t.Header))
		}
		for j, v := range row {
			record[j] = v.String()
			if v.Kind == TextValue {
				record[j] = corpus.Guard(v.Text)
			}
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	if n != t.Len() {
		return fmt.Errorf("%d rows were made, and %d counted", n, t.Len())
	}
	out.Flush()
	return out.Error()
}
