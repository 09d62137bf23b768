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
		fills = append(fills, func() error { return b.tableSheet(names[i], t) })
	}
	if err := b.write(w, fills); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

// tableSheet writes one table with filter buttons.
func (b *book) tableSheet(name string, t analysis.Table) error {
	columns := make([]column, len(t.Header))
	for j, head := range t.Header {
		columns[j] = column{head, 14, false}
		for _, row := range t.Rows {
			if row[j].Kind == analysis.TextValue && len(row[j].Text) > 40 {
				columns[j].width = 80
			} else if row[j].Kind == analysis.TextValue {
				columns[j].width = max(columns[j].width, float64(len(row[j].Text)))
			}
		}
	}
	widths := widthsOf(columns)
	s, err := b.open(name, layout{widths: widths, freezeRows: 1})
	if err != nil {
		return err
	}
	s.filtered(columns, len(t.Rows))
	for _, row := range t.Rows {
		cells, texts := make([]cell, len(row)), make([]string, len(row))
		for j, v := range row {
			cells[j], texts[j] = cell{value: v, style: b.styles.wrap}, v.Text
			if v.Kind != analysis.TextValue {
				cells[j].style = b.styles.general
			}
		}
		s.add(height(texts, widths), cells...)
	}
	return s.close()
}
