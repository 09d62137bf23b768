package workbook

import (
	"thematic/analysis"
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
			cell{number(p.Share.Count), b.styles.number, ""}, cell{number(p.Share.Of), b.styles.number, ""},
			cell{percent, b.styles.decimal, ""}, cell{low, b.styles.decimal, ""}, cell{high, b.styles.decimal, ""},
			cell{number(p.WithHeld), b.styles.number, ""},
		)
	}
	s.skip(2)
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
	for i, c := range m.Cases {
		cells := b.four(c.Title, c.ID, c.Area, "", b.styles.text)
		if c.Year != 0 {
			cells[3] = numberCell(float64(c.Year), b.styles.locator)
		}
		for _, c := range m.Cells[i] {
			cells = append(cells, b.matrixCell(c))
		}
		s.add(0, cells...)
	}
}

var besidePassageColumns = []column{
	{"case_id", 20, false}, {"file", 24, false}, {"page", 8, false}, {"page_label", 8, false}, {"paragraph", 11, false},
	{"section", 15, false}, {"theme", 30, false}, {"status", 11, false}, {"reason", 36, false}, {"quote", 80, false},
	{columnDecision, 12, false}, {columnComment, 28, false}, {columnCoder, 10, false},
	{"rule", 24, false}, {"theme_id", 24, false}, {columnPassage, 22, false},
}

// besidePassages writes the passages behind the circumstances. A person decides
// on them as on the others.
func (b *book) besidePassages() error {
	table := b.tables[b.result.Beside.Name+"_passages"]
	widths := widthsOf(besidePassageColumns)
	s, err := b.open(sheetBesidePassages, layout{widths: widths, freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	s.filtered(besidePassageColumns, len(table.Rows))
	for i, row := range table.Rows {
		values := make(map[string]analysis.Value, len(row))
		for j, v := range row {
			values[table.Header[j]] = v
		}
		if d := b.result.Beside.Passages[i].Decision; d != nil {
			values[columnDecision] = analysis.Value{Text: string(d.Status)}
			values[columnComment] = analysis.Value{Text: d.Comment}
			values[columnCoder] = analysis.Value{Text: d.Coder}
		}
		cells, texts := make([]cell, len(besidePassageColumns)), make([]string, len(besidePassageColumns))
		for j, c := range besidePassageColumns {
			if cells[j] = b.passageCell(c.name, values); cells[j].style == b.styles.wrap {
				texts[j] = values[c.name].Text
			}
		}
		s.passageLink(&cells[2], b.result.Beside.Passages[i])
		s.add(height(texts, widths), cells...)
	}
	return s.close()
}
