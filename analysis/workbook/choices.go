package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// choices puts a drop-down with a few words on a column, from the second row
// to the last.
func (b *book) choices(sheet, column string, last int, words []string, help string) error {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cellsOf(column, 2, last))
	if err := v.SetDropList(words); err != nil {
		return err
	}
	said := strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
	v.SetInput("Your decision", said+". "+help)
	v.SetError(excelize.DataValidationErrorStyleStop, "Not one of the choices", "Choose "+said+", or leave the cell empty.")
	return b.file.AddDataValidation(sheet, v)
}

// cellsOf names the cells of a column from one row to another.
func cellsOf(column string, first, last int) string {
	return fmt.Sprintf("%[1]s%[2]d:%[1]s%[3]d", column, first, last)
}

// list puts a drop-down on cells, whose choices stand elsewhere in the workbook.
func (b *book) list(sheet, cells, choices, title, help string) error {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells)
	v.SetSqrefDropList(choices)
	v.SetInput(title, help)
	v.SetError(excelize.DataValidationErrorStyleStop, "Not one of the choices", "Choose one of the list, or leave the cell empty.")
	return b.file.AddDataValidation(sheet, v)
}
