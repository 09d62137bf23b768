package workbook

import (
	"slices"
	"strings"

	"thematic/analysis"
)

var themeColumns = []column{
	{"theme_id", 23, false}, {"theme", 34, false}, {"group", 18, false}, {"headline", 10, false},
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
		t.ID, t.Label, t.Group, headline, t.Definition,
		bullets(t.Include), bullets(t.Exclude), bullets(near), t.ChildVoice,
	}
}

// bullets puts each item on a line of its own.
func bullets(items []string) string {
	if len(items) == 0 {
		return ""
	}
	return "• " + strings.Join(items, "\n• ")
}
