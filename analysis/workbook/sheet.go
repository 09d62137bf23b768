package workbook

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

// layout is how a sheet is set up before its first row.
type layout struct {
	widths     []float64 // of the columns, in characters
	freezeRows int       // rows that stay in view and are repeated in print
	freezeCols int
}

// sheet is one sheet that is written from the top down. The first error stays
// and is returned by close.
type sheet struct {
	book *book
	name string
	out  *excelize.StreamWriter
	row  int // the row written last
	err  error

	values []interface{} // of the row being written
}

// cell is one value with its style. A cell with a formula has the value that
// the formula gives.
type cell struct {
	value   analysis.Value
	style   int
	formula string
	bold    corpus.Span // of the text
}

func textCell(text string, style int) cell {
	return cell{value: analysis.Value{Text: text}, style: style}
}

func numberCell(n float64, style int) cell {
	return cell{value: analysis.Value{Kind: analysis.NumberValue, Number: n}, style: style}
}

// formulaCell has a formula, none where it is empty, and the value it gives.
func formulaCell(value analysis.Value, style int, formula string) cell {
	return cell{value: value, style: style, formula: formula}
}

// open starts a sheet.
func (b *book) open(name string, l layout) (*sheet, error) {
	if err := b.setUp(name, l); err != nil {
		return nil, err
	}
	out, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	s := &sheet{book: b, name: name, out: out}
	// The library puts each new column before the others, and Excel wants
	// them in order.
	for i, width := range slices.Backward(l.widths) {
		s.keep(out.SetColWidth(i+1, i+1, width))
	}
	if l.freezeRows > 0 || l.freezeCols > 0 {
		s.keep(out.SetPanes(panes(l)))
	}
	return s, s.err
}

// panes freezes the rows and columns of l.
func panes(l layout) *excelize.Panes {
	p := &excelize.Panes{
		Freeze: true, XSplit: l.freezeCols, YSplit: l.freezeRows,
		TopLeftCell: name(l.freezeCols+1, l.freezeRows+1),
	}
	switch {
	case l.freezeCols == 0:
		p.ActivePane = "bottomLeft"
	case l.freezeRows == 0:
		p.ActivePane = "topRight"
	default:
		p.ActivePane = "bottomRight"
	}
	p.Selection = []excelize.Selection{{SQRef: p.TopLeftCell, ActiveCell: p.TopLeftCell, Pane: p.ActivePane}}
	return p
}

// setUp makes the sheet print on A4 landscape, as wide as the page.
func (b *book) setUp(name string, l layout) error {
	yes, no := true, false
	a4, landscape, wide, high := 9, "landscape", 1, 0
	margin, foot := 0.5, 0.3
	if err := b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	if err := b.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &no}); err != nil {
		return err
	}
	if err := b.file.SetPageLayout(name, &excelize.PageLayoutOptions{
		Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high,
	}); err != nil {
		return err
	}
	if err := b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: &margin, Right: &margin, Top: &margin, Bottom: &margin, Footer: &foot,
	}); err != nil {
		return err
	}
	if err := b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&RPage &P of &N"}); err != nil {
		return err
	}
	if l.freezeRows == 0 {
		return nil
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: name, RefersTo: fmt.Sprintf("'%s'!$1:$%d", name, l.freezeRows),
	})
}

// keep remembers the first error.
func (s *sheet) keep(err error) {
	if s.err == nil {
		s.err = err
	}
}

// add writes a row of the height given in points, 0 for the usual one.
func (s *sheet) add(height float64, cells ...cell) {
	s.row++
	s.addWith(excelize.RowOpts{Height: height}, cells)
}

// skip leaves n rows empty.
func (s *sheet) skip(n int) { s.row += n }

func (s *sheet) addWith(opts excelize.RowOpts, cells []cell) {
	s.values = s.values[:0]
	for i, c := range cells {
		s.values = append(s.values, s.value(c, i+1))
	}
	s.keep(s.out.SetRow(name(1, s.row), s.values, opts))
}

// value returns the cell as it is written, its text cleaned.
func (s *sheet) value(c cell, column int) excelize.Cell {
	written := excelize.Cell{StyleID: c.style, Formula: c.formula}
	switch {
	case c.value.Kind == analysis.NumberValue:
		written.Value = c.value.Number
	case c.value.Kind == analysis.UndefinedValue:
		written.Value = c.value.String()
	case c.value.Text != "":
		text, did := clean(c.value.Text)
		for _, what := range did {
			s.book.changes = append(s.book.changes, change{s.name, name(column, s.row), what})
		}
		written.Value = text
		if c.bold.Len() > 0 && len(did) == 0 && !escapeLike.MatchString(text) {
			written.Value = s.book.emphasised(text, c.bold)
		}
	}
	return written
}

// escapeLike is text that a spreadsheet takes for an escape of the file format.
// The library sees to that, but not where the text is in parts.
var escapeLike = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// emphasised returns a text with a part of it in bold.
func (b *book) emphasised(text string, bold corpus.Span) []excelize.RichTextRun {
	var runs []excelize.RichTextRun
	for _, part := range []struct {
		text string
		bold bool
	}{{text[:bold.Start], false}, {text[bold.Start:bold.End], true}, {text[bold.End:], false}} {
		if part.text != "" {
			run := excelize.RichTextRun{Text: part.text, Font: b.styles.runPlain}
			if part.bold {
				run.Font = b.styles.runBold
			}
			runs = append(runs, run)
		}
	}
	return runs
}

// column is one column of a table on a sheet.
type column struct {
	name   string
	width  float64
	number bool // its values stand to the right
}

func widthsOf(columns []column) []float64 {
	widths := make([]float64, len(columns))
	for i, c := range columns {
		widths[i] = c.width
	}
	return widths
}

// headings writes the names of columns as a person reads them.
func (s *sheet) headings(columns []column) { s.headingsWith(columns, 0) }

// filtered writes headings with filter buttons below them, for a number of
// rows to come.
func (s *sheet) filtered(columns []column, rows int) {
	s.headingsWith(columns, lineHeight)
	s.filter(len(columns), rows)
}

func (s *sheet) headingsWith(columns []column, room float64) {
	cells, texts := make([]cell, len(columns)), make([]string, len(columns))
	for i, c := range columns {
		texts[i] = heading(c.name)
		cells[i] = textCell(texts[i], s.book.styles.heading)
		if c.number {
			cells[i].style = s.book.styles.headingNumber
		}
	}
	s.add(height(texts, widthsOf(columns))+rowPadding+room, cells...)
}

// filter puts filter buttons on the row written last, over a number of columns
// and the rows below it.
func (s *sheet) filter(columns, rows int) {
	s.keep(s.book.file.AutoFilter(s.name, name(1, s.row)+":"+name(columns, s.row+max(rows, 1)), nil))
}

// close ends the sheet.
func (s *sheet) close() error {
	if s.err != nil {
		return fmt.Errorf("sheet %s: %w", s.name, s.err)
	}
	return s.out.Flush()
}

// heading turns the name of a column into words: "theme_id" is "Theme id".
func heading(column string) string {
	words := strings.ReplaceAll(column, "_", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

// name returns the name of a cell, "A1" for column 1 and row 1. Both are within
// the limits of a sheet.
func name(column, row int) string {
	return letters(column) + fmt.Sprint(row)
}

// letters returns the letters of a column, from 1.
func letters(column int) string {
	s := ""
	for ; column > 0; column = (column - 1) / 26 {
		s = string(rune('A'+(column-1)%26)) + s
	}
	return s
}

// The height of lines and rows, in points.
const (
	lineHeight    = 12.75
	rowPadding    = 3
	highestRow    = 409
	fullLineShare = 1.2 // characters of a line for each unit of column width
)

// height returns the height of a row in which each text is wrapped to the
// column of the width beside it.
func height(texts []string, widths []float64) float64 {
	most := 1
	for i, text := range texts {
		most = max(most, lines(text, widths[i]))
	}
	return rowHeight(most)
}

// rowHeight returns the height of a row of a number of lines.
func rowHeight(lines int) float64 {
	return math.Min(float64(lines)*lineHeight+rowPadding, highestRow)
}

// lines returns how many lines a text takes in a column, breaking after spaces
// and hyphens.
func lines(text string, width float64) int {
	limit := max(1, int(width*fullLineShare))
	if len(text) <= limit && strings.IndexByte(text, '\n') < 0 {
		return 1
	}
	total, used, piece, spaces := 1, 0, 0, 0 // spaces end the piece
	end := func() {
		if used > 0 && used+piece > limit {
			total++
			used = 0
		}
		used += piece + spaces
		if used > limit {
			total += (used - 1) / limit
			used = (used-1)%limit + 1
		}
		piece, spaces = 0, 0
	}
	for _, r := range text {
		if spaces > 0 && r != ' ' {
			end()
		}
		switch r {
		case '\n':
			end()
			total++
			used = 0
		case ' ':
			spaces++
		case '-':
			piece++
			end()
		default:
			piece++
		}
	}
	end()
	return total
}
