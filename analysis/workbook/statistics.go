package workbook

import (
	"fmt"

	"thematic/analysis"
)

// percentValue returns the percentage of e as the tables have it.
func percentValue(e analysis.Estimate) analysis.Value {
	percent, _, _ := e.Rounded()
	return percent
}

// The widths on the sheets Statistics and Overlaps.
const (
	labelWidth  = 62
	numberWidth = 10
)

// headLines is more than the lines of the headings of a table, with filter buttons.
const headLines = 5

var prevalenceColumns = []column{
	{"theme", labelWidth, false}, {"reviews", numberWidth, true}, {"of", numberWidth, true}, {"percent", numberWidth, true},
	{"low", numberWidth, true}, {"high", numberWidth, true}, {"with_held", numberWidth, true}, {"good_practice_reviews", numberWidth, true},
	{"passages", numberWidth, true}, {"sections", numberWidth, false},
}

// statistics writes prevalence, areas and years, all of it as formulas over
// the matrix, except for what comes from the passages.
func (b *book) statistics() error {
	widths := widthsOf(prevalenceColumns)
	for len(widths) <= max(2*min(areasAcross, len(b.result.ByArea)), len(b.result.ByYear)) {
		widths = append(widths, numberWidth)
	}
	s, err := b.open(sheetStatistics, layout{widths: widths, freezeCols: 1})
	if err != nil {
		return err
	}
	s.band = len(widths)
	b.prevalence(s)
	s.breakPage()
	b.byArea(s)
	s.breakPage()
	b.byYear(s)
	return s.close()
}

// prevalence writes the table of that name. One that takes several pages in print has its
// headings on each of them, and no filter, which would take these for themes.
func (b *book) prevalence(s *sheet) {
	const title = "In how many reviews practice was found lacking on each theme"
	s.section(title,
		"Percent of all included reviews, with the 95% interval of Wilson (1927). Formulas over the sheet Matrix; "+
			"With held, Good practice reviews, Passages and Sections are as of the run, and follow no change in this workbook.")
	s.again = func() {
		s.continued(title)
		s.headings(prevalenceColumns)
	}
	if n := len(b.result.Prevalence); s.fits(float64(n+headLines) * rowHeight(1)) {
		s.filtered(prevalenceColumns, n)
	} else {
		s.headings(prevalenceColumns)
	}
	b.charted.prevalence = s.row + 1
	for _, p := range b.result.Prevalence {
		s.goOn(0)
		row := s.row + 1
		count, of := name(2, row), name(3, row)
		percent, low, high := p.Share.Rounded()
		s.add(0,
			textCell(p.Theme.Label, b.styles.text),
			formulaCell(analysis.Number(p.Share.Count), b.styles.number, "COUNTIF("+b.grid.theme(p.Theme.ID)+",1)"),
			formulaCell(analysis.Number(p.Share.Of), b.styles.number, b.grid.reviews()),
			formulaCell(percent, b.styles.decimal, percentOf(count, of)),
			formulaCell(low, b.styles.decimal, wilson(count, of, "-")),
			formulaCell(high, b.styles.decimal, wilson(count, of, "+")),
			numberCell(p.WithHeld, b.styles.number),
			numberCell(p.GoodPractice, b.styles.number),
			numberCell(p.Passages, b.styles.number),
			textCell(p.SectionList(), b.styles.text),
		)
	}
	s.skip(2)
}

// notKnown heads the group of reviews without an area or year.
const notKnown = "not known"

// inArea is the formula for the reviews of an area, whose name stands in the
// cell named, and of those with a theme. Names are compared exactly: a count by
// criteria takes capitals for small letters and a * for anything.
func (b *book) inArea(known bool, at, theme string) string {
	areas := b.grid.column(columnArea)
	test := "EXACT(" + areas + "," + at + ")"
	if !known {
		test = "(" + areas + `="")*(` + b.grid.column(columnCase) + `<>"")`
	}
	if theme == "" {
		return "SUMPRODUCT(1*" + test + ")"
	}
	return "SUMPRODUCT(" + test + "*(" + b.grid.theme(theme) + "=1))"
}

// inYear is the same for a year; those whose year is not known are all but
// those that have one.
func (b *book) inYear(known bool, at, theme string) string {
	tests := b.grid.column(columnCase) + `,"<>"`
	if theme != "" {
		tests += "," + b.grid.theme(theme) + ",1"
	}
	years := b.grid.column(columnYear)
	if !known {
		return "COUNTIFS(" + tests + ")-COUNTIFS(" + tests + "," + years + `,">0")`
	}
	return "COUNTIFS(" + tests + "," + years + "," + at + ")"
}

// areasAcross is how many areas stand beside one another; more are written
// below, so that a page is not wider than can be read.
const areasAcross = 7

// byArea writes, for each theme, reviews and percentage in each area.
func (b *book) byArea(s *sheet) {
	s.section("By area", "Reviews with the theme in each area, and their percentage of the reviews in that area.")
	for i := 0; i < len(b.result.ByArea); i += areasAcross {
		if i > 0 {
			s.breakPage()
		}
		b.areas(s, b.result.ByArea[i:min(i+areasAcross, len(b.result.ByArea))])
	}
}

// areas writes the table of some areas.
func (b *book) areas(s *sheet, groups []analysis.Group) {
	names := []cell{textCell("", b.styles.heading)}
	heads := []cell{textCell("Theme", b.styles.heading)}
	totals := []cell{textCell("All reviews", b.styles.totalLabel)}
	nameRow, totalRow := s.row+1, s.row+3
	for i, g := range groups {
		area := g.Area
		if area == "" {
			area = notKnown
		}
		names = append(names, textCell(area, b.styles.heading), textCell("", b.styles.heading))
		heads = append(heads, textCell("Reviews", b.styles.headingNumber), textCell("Percent", b.styles.headingNumber))
		total := b.inArea(g.Area != "", fmt.Sprintf("%s$%d", columnLetters(2+2*i), nameRow), "")
		totals = append(totals, formulaCell(analysis.Number(g.Reviews), b.styles.totalNumber, total), textCell("", b.styles.totalNumber))
	}
	headed := func() {
		for i := range groups {
			s.merge(name(2+2*i, s.row+1), name(3+2*i, s.row+1))
		}
		s.add(30, names...)
		s.add(18, heads...)
	}
	headed()
	s.again = func() {
		s.continued("By area")
		headed()
	}
	s.add(0, totals...)
	for j, t := range b.result.Themes {
		s.goOn(0)
		cells := []cell{textCell(t.Label, b.styles.text)}
		for i, g := range groups {
			at := columnLetters(2 + 2*i)
			share := g.Prevalence[j].Share
			cells = append(cells,
				formulaCell(analysis.Number(share.Count), b.styles.number, b.inArea(g.Area != "", fmt.Sprintf("%s$%d", at, nameRow), t.ID)),
				formulaCell(percentValue(share), b.styles.decimal, percentOf(fmt.Sprintf("%s%d", at, s.row+1), fmt.Sprintf("%s$%d", at, totalRow))))
		}
		s.add(0, cells...)
	}
	s.skip(2)
}

// byYear writes, for each theme, the reviews of each year. One year has few
// reviews, so there are no percentages; by_year.csv has them.
func (b *book) byYear(s *sheet) {
	s.section("By year of publication", "Reviews with the theme in each year.")
	heads := []cell{textCell("Theme", b.styles.heading)}
	totals := []cell{textCell("All reviews", b.styles.totalLabel)}
	headRow := s.row + 1
	for i, g := range b.result.ByYear {
		head := numberCell(g.Year, b.styles.headingNumber)
		if g.Year == 0 {
			head = textCell(notKnown, b.styles.headingNumber)
		}
		heads = append(heads, head)
		total := b.inYear(g.Year != 0, fmt.Sprintf("%s$%d", columnLetters(2+i), headRow), "")
		totals = append(totals, formulaCell(analysis.Number(g.Reviews), b.styles.totalNumber, total))
	}
	s.add(18, heads...)
	s.add(0, totals...)
	b.charted.years = headRow
	s.again = func() {
		s.continued("By year of publication")
		s.add(18, heads...)
	}
	for j, t := range b.result.Themes {
		s.goOn(0)
		cells := []cell{textCell(t.Label, b.styles.text)}
		for i, g := range b.result.ByYear {
			count := b.inYear(g.Year != 0, fmt.Sprintf("%s$%d", columnLetters(2+i), headRow), t.ID)
			cells = append(cells, formulaCell(analysis.Number(g.Prevalence[j].Share.Count), b.styles.number, count))
		}
		s.add(0, cells...)
	}
}
