package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
)

var regionColumns = []column{
	{"themes", labelWidth, false}, {"exclusive", numberWidth, true}, {"inclusive", numberWidth, true},
	{"of", numberWidth, true}, {"percent", numberWidth, true}, {"cases", themeWidth, false},
}

// spreadColumns is how many columns the list of cases is spread over.
const spreadColumns = 19

// overlaps writes the regions of the top themes and the pairs of all themes.
func (b *book) overlaps() error {
	widths := widthsOf(regionColumns)
	for len(widths) < max(1+len(b.result.Themes), len(regionColumns)-1+spreadColumns) {
		widths = append(widths, themeWidth)
	}
	s, err := b.open(sheetOverlaps, layout{widths: widths, freezeCols: 1})
	if err != nil {
		return err
	}
	b.regions(s)
	b.pairs(s)
	return s.close()
}

// regions writes the table of overlaps.
func (b *book) regions(s *sheet) {
	labels := make([]string, len(b.result.Top))
	for i, t := range b.result.Top {
		labels[i] = t.Label
	}
	s.section("Overlaps of the leading themes: "+strings.Join(labels, "; "),
		"Exclusive: exactly these of the leading themes. Inclusive: these and perhaps others of them. Percent and cases are those of the exclusive count, so they add up to all reviews (percentages may not sum to 100 when rounded).")
	s.headings(regionColumns)
	s.spread()
	rows := b.tables["overlaps"].Rows
	for i, region := range b.result.Regions {
		row := rows[i]
		exclusive, of := name(2, s.row+1), name(4, s.row+1)
		cases := row[5].Text
		s.add(height([]string{b.regionLabel(region), cases}, []float64{labelWidth, themeWidth * spreadColumns}),
			textCell(b.regionLabel(region), b.styles.wrap),
			formulaCell(row[1], b.styles.number, b.regionCount(region, true)),
			formulaCell(row[2], b.styles.number, b.regionCount(region, false)),
			formulaCell(row[3], b.styles.number, b.grid.reviews()),
			formulaCell(row[4], b.styles.decimal, percentOf(exclusive, of)),
			textCell(cases, b.styles.wrap),
		)
		s.spread()
	}
	s.skip(2)
}

// spread merges the cells of the last row for the list of cases.
func (s *sheet) spread() {
	first := len(regionColumns)
	s.merge(name(first, s.row), name(first+spreadColumns-1, s.row))
}

// regionLabel names the themes of a region.
func (b *book) regionLabel(r analysis.Region) string {
	if len(r.Themes) == 0 {
		return "none of them"
	}
	var labels []string
	for _, t := range b.result.Top {
		if slices.Contains(r.Themes, t.ID) {
			labels = append(labels, t.Label)
		}
	}
	return strings.Join(labels, " + ")
}

// regionCount is the formula for the reviews of a region.
func (b *book) regionCount(r analysis.Region, exclusive bool) string {
	tests := b.grid.column(columnCase) + `,"<>"`
	for _, t := range b.result.Top {
		switch {
		case slices.Contains(r.Themes, t.ID):
			tests += "," + b.grid.theme(t.ID) + ",1"
		case exclusive:
			tests += "," + b.grid.theme(t.ID) + `,"<>1"`
		}
	}
	return "COUNTIFS(" + tests + ")"
}

// pairs writes a square of how many reviews show two themes, with the reviews
// of one theme on its diagonal.
func (b *book) pairs(s *sheet) {
	const title, headed = "Two themes in the same review", 150
	themes := b.result.Themes
	if !s.fits(float64(len(themes)+headLines)*rowHeight(1) + headed) {
		s.breakPage()
	}
	s.section(title,
		"Reviews that show both themes; on the diagonal, reviews that show the theme. cooccurrence.csv has what chance would give, the Jaccard index and the lift of each pair.")
	heads := []cell{textCell("Theme", b.styles.heading)}
	for _, t := range themes {
		heads = append(heads, textCell(t.Name(), b.styles.headingUp))
	}
	s.add(headed, heads...)
	s.again = func() {
		s.continued(title)
		s.add(headed, heads...)
	}
	first := s.row + 1
	both := b.pairCounts()
	for j, t := range themes {
		s.goOn(0)
		cells := []cell{textCell(t.Label, b.styles.text)}
		for k, u := range themes {
			formula := fmt.Sprintf("COUNTIFS(%s,1,%s,1)", b.grid.theme(t.ID), b.grid.theme(u.ID))
			cells = append(cells, formulaCell(analysis.Number(both[j][k]), b.styles.present, formula))
		}
		s.add(0, cells...)
	}
	if len(themes) > 0 {
		s.keep(b.file.SetConditionalFormat(s.name, name(2, first)+":"+name(1+len(themes), s.row), []excelize.ConditionalFormatOptions{{
			Type: "2_color_scale", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "max",
			MinColor: "#" + white, MaxColor: "#F2A65A",
		}}))
	}
}

// pairCounts returns how many reviews show both of two themes, by their places
// in the codebook.
func (b *book) pairCounts() [][]int {
	place := make(map[string]int)
	for j, t := range b.result.Themes {
		place[t.ID] = j
	}
	both := make([][]int, len(place))
	for j := range both {
		both[j] = make([]int, len(place))
	}
	for _, c := range b.result.Pairs {
		j, k := place[c.A], place[c.B]
		both[j][k], both[k][j] = c.Both, c.Both
	}
	for id, share := range b.shares() {
		both[place[id]][place[id]] = share.Count
	}
	return both
}
