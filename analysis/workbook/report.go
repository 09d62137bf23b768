package workbook

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
)

// WriteTables writes a workbook with a sheet for each table, named after it.
func WriteTables(w io.Writer, tables []analysis.Table) error {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = heading(t.Name)
	}
	file := excelize.NewFile()
	defer file.Close()
	b, err := newBook(file, &analysis.Result{}, Options{}, names)
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	var fills []func() error
	for i, t := range tables {
		fills = append(fills, func() error { return b.tableSheet(names[i], t, fitted(t)) })
	}
	if err := b.write(w, fills); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

// fitted returns the columns of a table, as wide as what stands in them.
func fitted(t analysis.Table) []column {
	columns := make([]column, len(t.Header))
	for j, head := range t.Header {
		columns[j] = column{head, 14, false}
		for row := range t.All() {
			switch n := len(row[j].Text); {
			case row[j].Kind != analysis.TextValue:
				columns[j].number = true
			case n > 40:
				columns[j].width = 80
			default:
				columns[j].width = max(columns[j].width, float64(n))
			}
		}
	}
	return columns
}
