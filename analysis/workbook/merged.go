package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"

	"github.com/xuri/excelize/v2"
)

// mergedCell is one that is merged with a cell above, and so holds nothing itself.
type mergedCell struct {
	column string
	with   string // the place of the row that holds what both show
}

// lost says which cell of an answer, but in some columns, is merged with one above, "" where
// none is.
func (a answer) lost(but ...string) string {
	for _, m := range a.merged {
		if !slices.Contains(but, m.column) {
			return fmt.Sprintf("its cell under %s is merged with that of %s, for which alone it counts: part them, and write into each what you decide", heading(m.column), m.with)
		}
	}
	return ""
}

// noteMerged notes of the rows of a sheet which of their cells for answers are merged with
// one above that is not empty.
func (a *answers) noteMerged(file *excelize.File, sheet string) error {
	ranges, err := file.GetMergeCells(sheet, true)
	if err != nil {
		return err
	}
	rows, last := make(map[int]*answer, len(a.list)), 0
	for i := range a.list {
		last = a.list[i].row
		rows[last] = &a.list[i]
	}
	columns := make(map[int]string)
	for _, column := range answerColumns[a.table] {
		if i, ok := a.head.columns[column]; ok {
			columns[i] = column
		}
	}
	for _, r := range ranges {
		left, top, startErr := excelize.CellNameToCoordinates(r.GetStartAxis())
		_, bottom, endErr := excelize.CellNameToCoordinates(r.GetEndAxis())
		if err := errors.Join(startErr, endErr); err != nil {
			return err
		}
		first, column := rows[top], columns[left-1]
		if first == nil || column == "" || first.get(column) == "" {
			continue
		}
		for row := top + 1; row <= min(bottom, last); row++ {
			if below := rows[row]; below != nil {
				below.merged = append(below.merged, mergedCell{column, first.place})
			}
		}
	}
	return nil
}

// mostMerged is how many ranges of merged cells a sheet may have: the library holds each
// against all others.
const mostMerged = 10_000

// mergedRows finds, in a part of a workbook that is written to it, cells that are merged
// over several rows (ECMA-376, part 1, 18.3.1.54), as the program merges none.
type mergedRows struct {
	found  bool
	ranges int    // of merged cells, also of one row
	rest   []byte // what was written last, in which one may begin
}

// mergedRange is what an element has that merges cells, at most mergedLength bytes.
var mergedRange = regexp.MustCompile(`mergeCell ref="[A-Z]+([0-9]+):[A-Z]+([0-9]+)"`)

const mergedLength = len(`mergeCell ref="XFD1048576:XFD1048576"`)

// Write looks through what comes next.
func (m *mergedRows) Write(p []byte) (int, error) {
	m.rest = append(m.rest, p...)
	end := max(0, len(m.rest)-mergedLength)
	for _, at := range mergedRange.FindAllSubmatchIndex(m.rest, -1) {
		m.found = m.found || !bytes.Equal(m.rest[at[2]:at[3]], m.rest[at[4]:at[5]])
		m.ranges++
		end = max(end, at[1])
	}
	m.rest = append(m.rest[:0], m.rest[end:]...)
	return len(p), nil
}
