package workbook

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/analysis/agreement"
	"thematic/corpus"
)

// layout is how a sheet is set up before its first row.
type layout struct {
	widths     []float64 // of the columns, in characters
	freezeRows int       // rows that stay in view and are repeated in print
	freezeCols int       // columns that do
	notes      int       // of these rows, how many on top are printed once
}

// sheet is one sheet that is written from the top down. The first error stays
// and is returned by close.
type sheet struct {
	book  *book
	name  string
	row   int // the row written last
	wide  int // columns of the widest row
	band  int // columns that headings reach over at least: a text in the last one may run on
	xml   rowXML
	last  []filledCell // in each column
	quiet bool         // nobody answers in it
	err   error
	// A table that goes over a page has its headings on the next one too, where no rows of
	// the sheet are repeated in print: again writes them, nil where it does not go on.
	again func()
	room  float64 // of a page, in points
	used  float64 // of that, since a page was begun
}

// filledCell is a cell with its content as it was written: the next one in its column
// is often the same.
type filledCell struct {
	cell
	content rowXML
}

// open starts a sheet.
func (b *book) open(name string, l layout) (*sheet, error) {
	if err := b.setUp(name, l); err != nil {
		return nil, err
	}
	s := &sheet{book: b, name: name, quiet: slices.Contains(quietSheets, name), room: pageRoom(l)}
	if s.quiet {
		b.sums[name] = 0
	}
	for i, width := range l.widths {
		s.keep(b.file.SetColWidth(name, columnLetters(i+1), columnLetters(i+1), width))
	}
	if l.freezeRows > 0 || l.freezeCols > 0 {
		s.keep(b.file.SetPanes(name, panes(l)))
	}
	b.rows[b.paths[name]] = b.press.open()
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

// setUp makes the sheet print on A4 landscape, as wide as one page or, where that would
// be small, as several.
func (b *book) setUp(name string, l layout) error {
	no := false
	a4, landscape, wide, high := 9, "landscape", pagesAcross(l.widths), 0
	margin, foot := 0.4, 0.2
	if err := b.fitToPage(name); err != nil {
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
	if err := b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{ScaleWithDoc: &no, OddFooter: "&L&9&A&R&9Page &P of &N"}); err != nil {
		return err
	}
	return b.printTitles(name, l)
}

// pageWidth is how wide a page of A4 landscape is, in characters of a column, and
// smallest the part of their size to which letters are made smaller at most.
const (
	pageWidth = 145
	smallest  = .5
)

// pagesAcross is how many pages the columns of a sheet are printed on.
func pagesAcross(widths []float64) int {
	all := 0.0
	for _, w := range widths {
		all += w
	}
	return max(1, int(math.Ceil(all*smallest/pageWidth)))
}

// pageHigh is how high a page of A4 landscape is between its margins, in points.
const pageHigh = 535

// pageRoom is how many points of rows a page takes at least, as small as the columns make
// them.
func pageRoom(l layout) float64 {
	across, all := pagesAcross(l.widths), 0.0
	for i, w := range l.widths {
		if all += w; i < l.freezeCols {
			all += w * float64(across-1) // which stand on every page
		}
	}
	return pageHigh * max(1, all/float64(across*pageWidth))
}

// printTitles repeats the headings, and what says which row it is, on every page.
func (b *book) printTitles(sheet string, l layout) error {
	var titles []string
	if l.freezeCols > 0 {
		titles = append(titles, fmt.Sprintf("'%s'!$A:$%s", sheet, columnLetters(l.freezeCols)))
	}
	if l.freezeRows > 0 {
		titles = append(titles, fmt.Sprintf("'%s'!$%d:$%d", sheet, l.notes+1, l.freezeRows))
	}
	if titles == nil {
		return nil
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: strings.Join(titles, ",")})
}

// fitToPage makes a sheet print as wide as the page.
func (b *book) fitToPage(sheet string) error {
	yes := true
	return b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes})
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
	s.write(height, false, cells)
}

// addWrapped writes a row of texts that are wrapped to the widths of their columns.
func (s *sheet) addWrapped(texts []string, widths []float64) {
	cells := make([]cell, len(texts))
	for i, text := range texts {
		cells[i] = textCell(text, s.book.styles.wrap)
	}
	s.add(height(texts, widths), cells...)
}

// addHidden writes a row that is not shown.
func (s *sheet) addHidden(cells ...cell) {
	s.row++
	s.write(0, true, cells)
}

// skip leaves n rows empty.
func (s *sheet) skip(n int) {
	s.row += n
	s.used += float64(n) * rowHeight(1)
}

// fits reports whether rows of a height go on the page that was begun.
func (s *sheet) fits(height float64) bool { return s.used+height <= s.room }

// goOn begins a page with the headings of the table, where a row of the height given does
// not go on the page that was begun.
func (s *sheet) goOn(height float64) {
	if !s.fits(max(height, rowHeight(1))) {
		s.breakPage()
		s.again()
	}
}

func (s *sheet) write(height float64, hidden bool, cells []cell) {
	s.wide = max(s.wide, len(cells))
	s.used += max(height, rowHeight(1))
	s.xml = s.xml[:0].open(s.row, height, hidden)
	s.last = append(s.last, make([]filledCell, s.wide-len(s.last))...)
	for i, c := range cells {
		s.xml = append(s.xml.cell(i+1, s.row), s.content(c, i+1)...)
	}
	s.xml = s.xml.close()
	s.book.press.add(s.xml)
	if !s.quiet {
		return
	}
	for _, c := range cells {
		text, _ := clean(c.value.Text)
		s.book.sums[s.name] += textSum(text)
	}
}

// content returns what is written of the cell of a column behind its name.
func (s *sheet) content(c cell, column int) rowXML {
	last := &s.last[column-1]
	if c == last.cell && len(last.content) > 0 {
		return last.content
	}
	noted := len(s.book.changes)
	last.cell, last.content = c, last.content[:0].content(s.cleaned(c, column), &s.book.styles)
	if len(s.book.changes) > noted {
		last.cell = cell{style: -1} // so that what is changed of the next is noted, too
	}
	return last.content
}

// cleaned returns the cell of a column as it can be written, and notes what had
// to be changed of its text.
func (s *sheet) cleaned(c cell, column int) cell {
	if c.value.Kind == analysis.UndefinedValue {
		c.value = analysis.Text(c.value.String())
	}
	if n := c.value.Number; math.IsNaN(n) || math.IsInf(n, 0) {
		s.keep(fmt.Errorf("cell %s: %v is no number that a workbook can hold", name(column, s.row), n))
	}
	cleaned, did := clean(c.value.Text)
	for _, what := range did {
		s.book.changes = append(s.book.changes, change{s.name, name(column, s.row), what})
	}
	c.value.Text = cleaned
	if len(did) > 0 || escapeLike(cleaned) < len(cleaned) { // programs read escapes in parts of a text in several ways
		c.bold = corpus.Span{}
	}
	return c
}

// breakPage lets the next row begin a page in print.
func (s *sheet) breakPage() {
	s.keep(s.book.file.InsertPageBreak(s.name, name(1, s.row+1)))
	s.used = 0
}

// merge makes one cell of those from the one named to the other.
func (s *sheet) merge(from, to string) { s.keep(s.book.file.MergeCell(s.name, from, to)) }

// column is one column of a table on a sheet.
type column struct {
	name   string
	width  float64
	number bool // its values stand to the right
}

// placeOf returns the place of a column, from 0.
func placeOf(columns []column, name string) int {
	return slices.IndexFunc(columns, func(c column) bool { return c.name == name })
}

// lettersOf returns the letters of a column.
func lettersOf(columns []column, name string) string {
	return columnLetters(1 + placeOf(columns, name))
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
	for len(cells) < s.band {
		cells = append(cells, textCell("", s.book.styles.heading))
	}
	s.add(height(texts, widthsOf(columns))+rowPadding+room, cells...)
}

// filter puts filter buttons on the row written last, over a number of columns
// and the rows below it.
func (s *sheet) filter(columns, rows int) {
	s.keep(s.book.file.AutoFilter(s.name, name(1, s.row)+":"+name(columns, s.row+max(rows, 1)), nil))
	s.keep(s.book.fitToPage(s.name)) // the library forgets it with a filter
}

// close ends the sheet.
func (s *sheet) close() error {
	if s.row > 0 {
		s.keep(s.book.file.SetSheetDimension(s.name, "A1:"+name(max(s.wide, 1), s.row)))
	}
	if s.err != nil {
		return fmt.Errorf("sheet %s: %w", s.name, s.err)
	}
	s.book.press.close()
	return nil
}

// heading turns the name of a column into words: "theme_id" is "Theme id". Those of
// coefficients go by their letters and names.
func heading(column string) string {
	switch column {
	case string(agreement.MeasureAC1):
		return "AC1"
	case string(agreement.MeasureBrennan):
		return "Brennan-Prediger"
	}
	words := strings.ReplaceAll(column, "_", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

// name returns the name of a cell, "A1" for column 1 and row 1. Both are within
// the limits of a sheet.
func name(column, row int) string {
	return columnLetters(column) + fmt.Sprint(row)
}

// columnLetters returns the letters of a column, from 1.
func columnLetters(column int) string {
	var s [14]byte // as many as any number has
	at := len(s)
	for ; column > 0; column = (column - 1) / 26 {
		at--
		s[at] = byte('A' + (column-1)%26)
	}
	return string(s[at:])
}

// The height of lines and rows, in points.
const (
	lineHeight    = 12.75
	rowPadding    = 3
	highestRow    = 409
	fullLineShare = 1.2 // characters of a line for each unit of column width
	indent        = 1   // of a text in its cell, in the same units
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
	limit := max(1, int((width-indent)*fullLineShare))
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

// title writes the title of a part of the sheet.
func (s *sheet) title(text string) { s.add(24, textCell(text, s.book.styles.section)) }

// continued writes the title of a part of the sheet that goes on on another page.
func (s *sheet) continued(title string) { s.title(title + ", continued") }

// section writes a title and a line that explains it.
func (s *sheet) section(title, note string) {
	s.title(title)
	s.add(18, textCell(note, s.book.styles.note))
}

// note writes a text that begins in bold over the columns of some widths.
func (s *sheet) note(n Fact, widths []float64) {
	cells, all := make([]cell, len(widths)), 0.0
	for i, w := range widths {
		cells[i], all = textCell("", s.book.styles.wrap), all+w
	}
	cells[0] = textCell(n.Name+" "+n.Value, s.book.styles.wrap)
	cells[0].bold = corpus.Span{End: len(n.Name)}
	s.add(height([]string{cells[0].value.Text}, []float64{all}), cells...)
	s.merge(name(1, s.row), name(len(cells), s.row))
}

// printArea leaves the columns behind one, and the rows behind the last, out of print.
func (b *book) printArea(sheet string, columns []column, column string, last int) error {
	printed := columns[:1+placeOf(columns, column)]
	wide := pagesAcross(widthsOf(printed))
	if err := b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{FitToWidth: &wide}); err != nil {
		return err
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: sheet, RefersTo: fmt.Sprintf("'%s'!$A$1:$%s$%d", sheet, columnLetters(len(printed)), last),
	})
}
