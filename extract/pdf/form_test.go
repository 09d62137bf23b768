package pdf

import (
	"fmt"
	"testing"
)

// form draws a table of two columns, one row to every two texts.
func form(cells ...string) string {
	content, y := "", 740.0
	for i := 0; i < len(cells); i += 2 {
		bottom := y - 64
		content += fmt.Sprintf("60 %g 30 64 re S 90 %g 440 64 re S ", bottom, bottom) +
			at("F1", 11, 66, y-16, cells[i]) + at("F2", 11, 96, y-14, cells[i+1]) +
			down("F1", 96, y-30, "During the inquest the evidence gave rise to concern about what was known of the child", "and what was done about it.", "Nobody was told.")
		y = bottom
	}
	return content
}

// A form with numbered rows is a running text with headings; a table is none.
func TestForm(t *testing.T) {
	const text = "During the inquest the evidence gave rise to concern about what was known of the child and what was done about it."
	wantOutline(t, readOne(t, form("4", "Circumstances of the death", "5", "The matters of concern")),
		"heading 4|Circumstances of the death", "paragraph |"+text, "paragraph |Nobody was told.",
		"heading 5|The matters of concern", "paragraph |"+text, "paragraph |Nobody was told.")
	wantOutline(t, readOne(t, form("Who", "The health visitor", "Why", "Visits")),
		"table_row |Who\tThe health visitor "+text+" Nobody was told.", "table_row |Why\tVisits "+text+" Nobody was told.")
}
