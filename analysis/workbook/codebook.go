package workbook

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
)

// columnShort heads the short label of a theme, by which charts and the matrix name
// it.
const columnShort = "short"

var themeColumns = []column{
	{"theme_id", 23, false}, {"theme", 34, false}, {columnShort, 22, false}, {"group", 18, false}, {"headline", 10, false},
	{"definition", 42, false}, {"include", 46, false}, {"exclude", 36, false}, {"near", 30, false}, {"child_voice", 32, false},
}

// codebook explains each theme.
func (b *book) codebook() error {
	columns := themeColumns
	if !slices.ContainsFunc(b.result.Themes, func(t analysis.Theme) bool { return t.ChildVoice != "" }) {
		columns = columns[:len(columns)-1]
	}
	widths := widthsOf(columns)
	s, err := b.open(sheetCodebook, layout{widths: widths, freezeRows: 1, freezeCols: 2})
	if err != nil {
		return err
	}
	s.filtered(columns, len(b.result.Themes))
	labels := make(map[string]string)
	for _, t := range b.result.Themes {
		labels[t.ID] = t.Label
	}
	for _, t := range b.result.Themes {
		texts := themeTexts(t, labels)[:len(columns)]
		cells := make([]cell, len(texts))
		for i, text := range texts {
			cells[i] = textCell(text, b.styles.wrap)
		}
		cells[1].style = b.styles.label
		s.add(height(texts, widths), cells...)
	}
	if len(b.proposed) > 0 { // the drop-down of themes there ends with it
		s.addWrapped([]string{"", wordNoTheme, "", "", "", "No theme: for a sentence that the sheet " + sheetMissed + " proposes and that speaks of none."}, widths)
	}
	return s.close()
}

// themeTexts returns what is said of a theme, column by column.
func themeTexts(t analysis.Theme, labels map[string]string) []string {
	headline := ""
	if t.Headline {
		headline = "yes"
	}
	near := make([]string, len(t.Near))
	for i, id := range t.Near {
		near[i] = id
		if label, ok := labels[id]; ok {
			near[i] = label
		}
	}
	return []string{
		t.ID, t.Label, t.Short, t.Group, headline, t.Definition,
		bullets(t.Include), bullets(t.Exclude), bullets(near), t.ChildVoice,
	}
}

// listedThemes reads what the themes of a workbook are called from its sheet
// Codebook; none where that is gone.
func listedThemes(file *excelize.File) ([]analysis.Theme, error) {
	if at, err := file.GetSheetIndex(sheetCodebook); err != nil || at < 0 {
		return nil, err
	}
	rows, err := file.GetRows(sheetCodebook)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	h := &head{columns: headings(rows[0])}
	var themes []analysis.Theme
	for _, cells := range rows[1:] {
		a := answer{head: h, cells: cells}
		if id := a.get("theme_id"); id != "" {
			themes = append(themes, analysis.Theme{ID: id, Label: a.get("theme"), Short: a.get(columnShort), ChildVoice: a.get("child_voice")})
		}
	}
	return themes, nil
}

// bullets puts each item on a line of its own.
func bullets(items []string) string {
	if len(items) == 0 {
		return ""
	}
	return "• " + strings.Join(items, "\n• ")
}
