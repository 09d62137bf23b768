package workbook

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
)

// passageColumns are the columns of the sheet Passages with their widths: those
// of passages.csv, in the order in which a person reads them, and four in which
// a person answers. What stands behind coder is for programs and not printed.
var passageColumns = []column{
	{"case_id", 20, false}, {"file", 24, false}, {"page", 8, false},
	{"page_label", 8, false}, {"paragraph", 11, false}, {"section", 15, false}, {"theme", 26, false},
	{"label", 14, false}, {"status", 11, false}, {"reason", 30, false}, {"quote", 66, false},
	{columnDecision, 12, false}, {columnMovedTo, 22, false}, {columnComment, 28, false}, {columnCoder, 10, false},
	{"cue", 16, false}, {"rule", 24, false}, {"score", 8, true}, {"start", 9, false}, {"end", 9, false},
	{"theme_id", 24, false}, {columnPassage, 22, false},
}

// The columns in which a person answers.
const (
	columnDecision = "decision"
	columnMovedTo  = "moved_to_theme"
	columnComment  = "comment"
	columnCoder    = "coder"
)

// columnPassage says which passage a row is.
const columnPassage = "passage_id"

// passageColumn returns the letters of a column of the sheet Passages.
func passageColumn(name string) string {
	return letters(1 + slices.IndexFunc(passageColumns, func(c column) bool { return c.name == name }))
}

// passages writes one row for each passage.
func (b *book) passages() error {
	table := b.tables["passages"]
	widths := widthsOf(passageColumns)
	s, err := b.open(sheetPassages, layout{widths: widths, freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	if err := b.passageAnswers(len(table.Rows)); err != nil {
		return err
	}
	s.filtered(passageColumns, len(table.Rows))
	for i, row := range table.Rows {
		values := make(map[string]analysis.Value, len(row))
		for j, v := range row {
			values[table.Header[j]] = v
		}
		if d := b.result.Passages[i].Decision; d != nil {
			values[columnDecision] = analysis.Value{Text: string(d.Status)}
			values[columnComment] = analysis.Value{Text: d.Comment}
			values[columnCoder] = analysis.Value{Text: d.Coder}
			if d.MovedTo != "" {
				values[columnMovedTo] = analysis.Value{Text: b.result.Passages[i].ThemeLabel}
			}
		}
		cells, texts := make([]cell, len(passageColumns)), make([]string, len(passageColumns))
		for j, c := range passageColumns {
			cells[j] = b.passageCell(c.name, values)
			if cells[j].style == b.styles.wrap || cells[j].style == b.styles.answer {
				texts[j] = values[c.name].Text
			}
		}
		s.passageLink(&cells[2], b.result.Passages[i])
		s.add(height(texts, widths), cells...)
	}
	return s.close()
}

// passageCell returns the value of a column with the style of that column.
func (b *book) passageCell(column string, values map[string]analysis.Value) cell {
	c := cell{value: values[column], style: b.styles.wrap}
	switch column {
	case "page", "page_label", "paragraph", "start", "end":
		c.style = b.styles.locator
	case "score":
		c.style = b.styles.score
	case columnDecision, columnMovedTo, columnComment, columnCoder:
		c.style = b.styles.answer
	case "cue", "rule", "theme_id", columnPassage:
		c.style = b.styles.text
	}
	return c
}

// longestLink is how many characters Excel takes for an address in a formula.
const longestLink = 255

// passageLink makes a page number a link to that page.
func (s *sheet) passageLink(c *cell, p analysis.Passage) {
	if s.book.opts.BasePath == "" {
		return
	}
	address := pageAddress(s.book.opts.BasePath, p.File, p.Page)
	if len(address) > longestLink {
		s.book.changes = append(s.book.changes, change{s.name, name(3, s.row+1), "the page is not linked: its address is longer than a spreadsheet takes"})
		return
	}
	c.style = s.book.styles.link
	c.formula = fmt.Sprintf(`HYPERLINK("%s",%d)`, address, p.Page)
}

// pageAddress returns the address of a page of a file below base. What could
// end a text in a formula is escaped.
func pageAddress(base, file string, page int) string {
	address := strings.ReplaceAll(strings.TrimSuffix(base, "/"), `"`, "%22") + "/" + (&url.URL{Path: file}).EscapedPath()
	if page > 0 && strings.EqualFold(path.Ext(file), ".pdf") {
		address += fmt.Sprintf("#page=%d", page)
	}
	return address
}

// passageAnswers sets up what the sheet does by itself: the lists of answers,
// the colours of the statuses, the part that is printed.
func (b *book) passageAnswers(rows int) error {
	if rows == 0 {
		return nil
	}
	last := rows + 1
	if err := b.answerLists(last); err != nil {
		return err
	}
	if err := b.statusFills(sheetPassages, passageColumn("status"), last, []fill{{"counted", paleBlue}, {"held", paleOrange}, {"rejected", paleGrey}}); err != nil {
		return err
	}
	grey, err := b.conditional(faint, "", false)
	if err != nil {
		return err
	}
	decision := passageColumn(columnDecision)
	rejected := fmt.Sprintf(`OR($%s2="rejected",AND($%[1]s2="",$%s2="rejected"))`, decision, passageColumn("status"))
	if err := b.file.SetConditionalFormat(sheetPassages, fmt.Sprintf("A2:%s%d", passageColumn("quote"), last), []excelize.ConditionalFormatOptions{
		{Type: "formula", Criteria: rejected, Format: grey},
	}); err != nil {
		return err
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: sheetPassages, RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", sheetPassages, passageColumn(columnCoder), last),
	})
}

// answerLists puts drop-downs on the decision and on the theme to which a
// passage is moved, which is chosen from the sheet Codebook.
func (b *book) answerLists(last int) error {
	decision, theme := excelize.NewDataValidation(true), excelize.NewDataValidation(true)
	decision.SetSqref(fmt.Sprintf("%s2:%[1]s%d", passageColumn(columnDecision), last))
	theme.SetSqref(fmt.Sprintf("%s2:%[1]s%d", passageColumn(columnMovedTo), last))
	if err := decision.SetDropList([]string{"counted", "held", "rejected"}); err != nil {
		return err
	}
	decision.SetInput("Your decision", "counted, held or rejected. Leave it empty to accept the status.")
	decision.SetError(excelize.DataValidationErrorStyleStop, "Not a decision", "Choose counted, held or rejected, or leave the cell empty.")
	theme.SetSqrefDropList(fmt.Sprintf("%s!$B$2:$B$%d", sheetCodebook, 1+len(b.result.Themes)))
	theme.SetInput("Another theme", "Choose the theme of which the passage speaks instead. It counts there.")
	theme.SetError(excelize.DataValidationErrorStyleStop, "Not a theme", "Choose a theme of the list, or leave the cell empty.")
	if err := b.file.AddDataValidation(sheetPassages, decision); err != nil {
		return err
	}
	return b.file.AddDataValidation(sheetPassages, theme)
}

// fill is the colour of a cell that holds a text.
type fill struct{ text, colour string }

// statusFills colours the cells of a column, down to the last row, by what
// stands in them.
func (b *book) statusFills(sheet, column string, last int, fills []fill) error {
	var formats []excelize.ConditionalFormatOptions
	for _, f := range fills {
		id, err := b.conditional(ink, f.colour, false)
		if err != nil {
			return err
		}
		formats = append(formats, excelize.ConditionalFormatOptions{
			Type: "cell", Criteria: "==", Value: `"` + f.text + `"`, Format: id,
		})
	}
	return b.file.SetConditionalFormat(sheet, fmt.Sprintf("%s2:%[1]s%d", column, max(last, 2)), formats)
}
