package workbook

import (
	"thematic/corpus"
)

// The sheets of what stands beside the themes. They are there only where
// something does.
const (
	sheetBeside         = "Circumstances"
	sheetBesidePassages = "Circumstances - passages"
)

const besideNote = "Circumstances of the people, from a second codebook. They are shown apart and never counted as practice; nothing on the other sheets is made of them."

var besideColumns = []column{
	{"theme", labelWidth, false}, {"group", 24, false}, {"reviews", numberWidth, true}, {"of", numberWidth, true}, {"percent", numberWidth, true},
	{"low", numberWidth, true}, {"high", numberWidth, true}, {"with_held", numberWidth, true},
}

// beside writes how many reviews state each circumstance, and which.
func (b *book) beside() error {
	widths := widthsOf(besideColumns)
	for len(widths) < 4+len(b.result.Beside.Themes) {
		widths = append(widths, themeWidth)
	}
	s, err := b.open(sheetBeside, layout{widths: widths, freezeCols: 1})
	if err != nil {
		return err
	}
	s.section(b.result.Beside.Title, besideNote)
	s.filtered(besideColumns, len(b.result.Beside.Prevalence))
	for _, p := range b.result.Beside.Prevalence {
		percent, low, high := p.Share.Rounded()
		s.add(0,
			textCell(p.Theme.Label, b.styles.text), textCell(p.Theme.Group, b.styles.text),
			numberCell(p.Share.Count, b.styles.number), numberCell(p.Share.Of, b.styles.number),
			cell{value: percent, style: b.styles.decimal}, cell{value: low, style: b.styles.decimal}, cell{value: high, style: b.styles.decimal},
			numberCell(p.WithHeld, b.styles.number),
		)
	}
	s.skip(2)
	s.breakPage() // its headings are high, and would part from their title
	b.besideMatrix(s)
	return s.close()
}

// besideMatrix writes which review states which circumstance.
func (b *book) besideMatrix(s *sheet) {
	s.section("Which review states what", "1 where the review states it, 0 where nothing was found, which does not mean that it was not there.")
	heads := b.four("Title", "Case id", "Area", "Year", b.styles.heading)
	for _, t := range b.result.Beside.Themes {
		heads = append(heads, textCell(t.Name(), b.styles.headingUp))
	}
	s.add(150, heads...)
	m := b.result.Beside.Matrix
	if len(m.Cases) > 0 {
		s.keep(b.onesAndZeros(sheetBeside, name(columnYear+1, s.row+1)+":"+name(columnYear+len(m.Themes), s.row+len(m.Cases))))
	}
	for i, c := range m.Cases {
		cells := b.four(c.Title, c.ID, c.Area, "", b.styles.wrap)
		if c.Year != 0 {
			cells[3] = numberCell(c.Year, b.styles.locator)
		}
		for _, c := range m.Cells[i] {
			cells = append(cells, b.matrixCell(c))
		}
		s.add(height([]string{c.Title, c.ID, c.Area}, widthsOf(besideColumns)), cells...)
	}
}

// besidePassageColumns are columns of the sheet Passages, some of them wider.
var besidePassageColumns = []struct {
	name  string
	width float64 // 0 for that of the sheet Passages
}{
	{"case_id", 0}, {corpus.ColumnArea, 0}, {corpus.ColumnYear, 0}, {columnPage, 0}, {"theme", 30}, {"status", 0}, {"reason", 36}, {columnQuote, 80},
	{columnDecision, 0}, {columnComment, 0}, {columnCoder, 0}, {"file", 0}, {"page_label", 0}, {"paragraph", 0}, {"section", 0},
	{"rule", 0}, {"theme_id", 0}, {columnPassage, 0}, {columnWritten, 0},
}

// besidePassages writes the passages behind the circumstances. A person decides
// on them as on the others.
func (b *book) besidePassages() error {
	var columns []passageColumn
	for _, c := range besidePassageColumns {
		column := passageColumns[passagePlace(c.name)]
		if c.width > 0 {
			column.width = c.width
		}
		columns = append(columns, column)
	}
	widths := widthsOf(plain(columns))
	s, err := b.open(sheetBesidePassages, layout{widths: widths, freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	s.filtered(plain(columns), b.result.Beside.Passages.Len())
	s.passages(columns, b.result.Beside.Passages)
	return s.close()
}
