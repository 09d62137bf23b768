package workbook

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"thematic/corpus"
)

// asWritten is the end of the name of the column that keeps what the workbook
// said in another one when it was written, so that what a person changed is known
// however old the workbook is.
const asWritten = "_as_written"

// Of a passage, which may be one of a hundred thousand, one column keeps several,
// parted by writtenSeparator; the last may have that in it.
var writtenTogether = []string{"label", "status", "theme"}

const writtenSeparator = " | "

// Stray is what a person wrote where nothing is read.
type Stray struct {
	Column string   // its heading
	Places []string // rows, or the cells of the sheet Matrix
	// Own says that the column is the person's, and not one of the program's in
	// which a cell was changed.
	Own bool
	// Lacking says that the table has no column headed Decision: this may be it.
	Lacking bool
	// Meant are the headings of columns for answers that the table lacks, and which
	// are nearly those of this one.
	Meant []string
}

// strays collects what is found of them, in the order of the rows.
type strays struct {
	list    []Stray
	reviews map[string]answer // rows of reviews, by their ids
}

// besides returns strays for the rows given.
func besides(answers []answer) strays {
	s := strays{reviews: make(map[string]answer)}
	for _, a := range answers {
		if a.table == reviewRows && a.has("case_id") {
			s.reviews[a.get("case_id")] = a
		}
	}
	return s
}

// add notes a place in a column.
func (s *strays) add(column, place string, own bool) {
	at := s.at(column, own)
	if at < 0 {
		at = len(s.list)
		s.list = append(s.list, Stray{Column: column, Own: own})
	}
	s.list[at].Places = append(s.list[at].Places, place)
}

// at is where a column stands in the list, -1 where it is not.
func (s *strays) at(column string, own bool) int {
	return slices.IndexFunc(s.list, func(t Stray) bool { return t.Column == column && t.Own == own })
}

// of notes what stands beside the answers of a row.
func (s *strays) of(a answer) {
	for _, g := range a.head.guarded {
		if a.cell(g.at) != a.asWritten(g) {
			s.add(g.name, a.place, false)
		}
	}
	if review, ok := s.reviews[a.get("case_id")]; ok && a.table == passageRows {
		for _, column := range []string{corpus.ColumnArea, corpus.ColumnYear} { // which stand here too, to be filtered by
			if written := column + asWritten; a.has(column) && review.has(written) && caseValue(column, a.get(column)) != caseValue(column, review.get(written)) {
				s.add(heading(column)+" of a passage", a.place, false)
			}
		}
	}
	for _, c := range a.head.own {
		if a.cell(c.at) != "" {
			s.add(c.name, a.place, true)
			stray := &s.list[s.at(c.name, true)]
			for _, meant := range a.meant(c) {
				if !slices.Contains(stray.Meant, meant) {
					stray.Meant = append(stray.Meant, meant)
				}
			}
			if !a.has(columnDecision) && (a.table == passageRows || a.table == cellRows) && len(stray.Meant) == 0 {
				stray.Lacking = true
			}
		}
	}
	for at := range a.cells {
		if a.cell(at) != "" && (at >= len(a.head.headings) || strings.TrimSpace(a.head.headings[at]) == "") {
			s.add("column "+columnLetters(at+1), a.place, true)
		}
	}
}

// meant are the headings that the table of an answer lacks and that a column of the
// person's may be meant to have: nearly its own or, where whether a review counts
// stands nowhere, that one where it says yes or no.
func (a answer) meant(c headColumn) []string {
	near := corpus.Near(c.name, a.lacking())
	said := caseValue(corpus.ColumnInclude, a.cell(c.at))
	if len(near) == 0 && a.table == reviewRows && !a.has(corpus.ColumnInclude) && (said == "yes" || said == "no") {
		return []string{heading(corpus.ColumnInclude)}
	}
	return near
}

// lacking are the headings of the columns for answers that the table of an answer
// might have and has not.
func (a answer) lacking() []string {
	var list []string
	for _, column := range answerColumns[a.table] {
		if !a.has(column) {
			list = append(list, heading(column))
		}
	}
	return list
}

// asWritten returns what the program wrote in a column.
func (a answer) asWritten(g headColumn) string {
	text := a.cell(g.written)
	if g.part < 0 {
		return text
	}
	parts := strings.SplitN(text, strings.TrimSpace(writtenSeparator), len(writtenTogether))
	if g.part >= len(parts) {
		return ""
	}
	return strings.TrimSpace(parts[g.part])
}

// with returns what was found, and the cells of the sheet Matrix given.
func (s *strays) with(matrix []string) []Stray {
	if len(matrix) > 0 {
		s.list = append(s.list, Stray{Column: sheetMatrix, Places: matrix})
	}
	return s.list
}

// matrixStrays returns the cells of the sheet Matrix that a person wrote over:
// those without a formula, where others have one.
func matrixStrays(file *excelize.File) ([]string, error) {
	rows, err := file.GetRows(sheetMatrix)
	var missing excelize.ErrSheetNotExist
	if errors.As(err, &missing) {
		return nil, nil
	}
	if err != nil || len(rows) <= rowHeadings {
		return nil, err
	}
	cells := 0
	for i, row := range rows {
		if i < rowHeadings || len(row) < columnYear || row[0] == "" {
			rows[i] = nil // of no review
		}
		cells += max(0, len(rows[i])-columnYear)
	}
	if !mayBeLive(cells, 0) {
		return nil, nil
	}
	var bare []string
	live := false
	for i, row := range rows {
		for j := columnYear; j < len(row); j++ {
			formula, err := file.GetCellFormula(sheetMatrix, name(j+1, i+1))
			if err != nil {
				return nil, fmt.Errorf("sheet %s: %w", sheetMatrix, err)
			}
			if live = live || formula != ""; formula == "" {
				bare = append(bare, name(j+1, i+1))
			}
		}
	}
	if !live {
		return nil, nil
	}
	return bare, nil
}
