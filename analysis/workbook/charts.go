package workbook

import (
	"bytes"
	"fmt"
	"image/png"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"thematic/corpus"
)

// chartRanges are the rows of the sheet Statistics that charts are drawn from.
type chartRanges struct {
	prevalence int // the first row of a theme
	years      int // the row of years, above the row of all reviews
}

// mostBars is how many themes the chart of prevalence shows.
const mostBars = 20

// The size of the charts in pixels, so that one fits on a page, and of a row of
// the sheet: as it is, and as excelize takes it to be when it looks for the cell
// in which a chart ends.
const (
	chartWidth  = 860
	chartHeight = 670
	rowPixels   = 17
	rowTaken    = 15
)

// charts shows charts that follow the sheet Statistics, and below them the
// pictures, each on a page of its own in print.
func (b *book) charts() error {
	if err := b.setUp(sheetCharts, layout{}); err != nil {
		return err
	}
	// In its own size: where a sheet is fitted to the page, some programs mind no
	// page breaks.
	yes, no, high := true, false, rowPixels/pixelsPerPoint
	if err := b.file.SetSheetProps(sheetCharts, &excelize.SheetPropsOptions{FitToPage: &no, CustomHeight: &yes, DefaultRowHeight: &high}); err != nil {
		return err
	}
	p := &chartPages{book: b, row: 1}
	if n := min(mostBars, len(b.result.Prevalence)); n > 0 && len(b.result.Matrix.Cases) > 0 {
		height := 120 + 26*n
		at := p.place(following, height)
		p.keep(b.file.AddChart(sheetCharts, at, b.prevalenceChart(n, height)))
	}
	if n := len(b.result.ByYear); n > 1 {
		at := p.place(following, 300)
		p.keep(b.file.AddChart(sheetCharts, at, b.yearChart(n)))
	}
	for _, picture := range b.opts.Pictures {
		scale := math.Min(chartWidth/(picture.Width*pixelsPerPoint), chartHeight/(picture.Height*pixelsPerPoint))
		at := p.place("", int(picture.Height*pixelsPerPoint*scale))
		p.keep(b.picture(at, picture, scale))
	}
	return p.err
}

// following stands above a chart whose title does not say it: a copy elsewhere follows nothing.
const following = "This chart follows the sheet Statistics"

// charting says what the chart of prevalence shows of the first n themes.
func (b *book) charting(n int) string {
	themes := "each theme"
	if all := len(b.result.Prevalence); n < all {
		themes = fmt.Sprintf("each of the %d most frequent of %d themes", n, all)
	}
	return fmt.Sprintf("Of %s, how many found practice lacking on %s", corpus.Quantity(len(b.result.Matrix.Cases), "review"), themes)
}

// titled gives a chart its title, which goes with it where it is copied, and the words
// of it that programs read aloud.
func titled(c *excelize.Chart, title string, series []string) *excelize.Chart {
	c.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Family: fontName, Size: fontSize, Bold: true, Color: ink}}}}
	c.Format.AltText = corpus.CleanLine(title + ". As of the run: " + strings.Join(series, "; ") + ".")
	return c
}

// dimension makes a chart as high as a number of pixels.
func dimension(height int) excelize.ChartDimension {
	return excelize.ChartDimension{Width: chartWidth, Height: uint(height * rowTaken / rowPixels)}
}

// chartPages gives each chart a page of its own.
type chartPages struct {
	book *book
	row  int   // that follows on the last chart
	err  error // the first
}

func (p *chartPages) keep(err error) {
	if p.err == nil {
		p.err = err
	}
}

// place begins a page with a title, none where the chart has its own, and
// returns the cell at which a chart of the height in pixels goes.
func (p *chartPages) place(title string, height int) string {
	at := name(1, p.row)
	if p.row > 1 {
		p.keep(p.book.file.InsertPageBreak(sheetCharts, at))
	}
	if title != "" {
		p.keep(p.book.file.SetCellStr(sheetCharts, at, title))
		p.keep(p.book.file.SetCellStyle(sheetCharts, at, at, p.book.styles.section))
		p.keep(p.book.file.SetRowHeight(sheetCharts, p.row, 24))
		p.row++
	}
	at = name(1, p.row)
	p.row += height/rowPixels + 2
	return at
}

// pixelsPerPoint is at 96 pixels to the inch.
const pixelsPerPoint = 96.0 / 72

// picture puts a picture at a cell, in a size that fits on a page.
func (b *book) picture(at string, p Picture, scale float64) error {
	size, err := png.DecodeConfig(bytes.NewReader(p.PNG))
	if err != nil {
		return fmt.Errorf("picture %q: %w", p.Title, err)
	}
	scale *= p.Width * pixelsPerPoint / float64(size.Width)
	return b.file.AddPictureFromBytes(sheetCharts, at, &excelize.Picture{
		Extension: ".png", File: p.PNG,
		Format: &excelize.GraphicOptions{AltText: p.Alt, ScaleX: scale, ScaleY: scale, Positioning: "oneCell"},
	})
}

// axisFont is dark: the usual grey is hard to read.
func axisFont() excelize.Font { return excelize.Font{Family: fontName, Size: smallSize, Color: ink} }

// prevalenceChart has a bar for each of the first n themes.
func (b *book) prevalenceChart(n, height int) *excelize.Chart {
	first, last := b.charted.prevalence, b.charted.prevalence+n-1
	top, zero := float64(max(1, len(b.result.Matrix.Cases))), 0.0
	var numbers []string
	for _, p := range b.result.Prevalence[:n] {
		numbers = append(numbers, fmt.Sprintf("%s %d", p.Theme.Label, p.Share.Count))
	}
	return titled(&excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Name:       fmt.Sprintf("%s!$B$%d", sheetStatistics, first-1),
			Categories: fmt.Sprintf("%s!$A$%d:$A$%d", sheetStatistics, first, last),
			Values:     fmt.Sprintf("%s!$B$%d:$B$%d", sheetStatistics, first, last),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{blue}},
		}},
		Dimension: dimension(height),
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: axisFont()},
		YAxis:     excelize.ChartAxis{Minimum: &zero, Maximum: &top, Font: axisFont()},
		GapWidth:  gap(50),
	}, b.charting(n), numbers)
}

// yearChart has a column for each year.
func (b *book) yearChart(n int) *excelize.Chart {
	row, zero := b.charted.years, 0.0
	var numbers []string
	for _, g := range b.result.ByYear {
		numbers = append(numbers, fmt.Sprintf("%s %d", yearName(g.Year), g.Reviews))
	}
	return titled(&excelize.Chart{
		Type: excelize.Col,
		Series: []excelize.ChartSeries{{
			Name:       fmt.Sprintf("%s!$A$%d", sheetStatistics, row+1),
			Categories: fmt.Sprintf("%s!$B$%d:$%s$%[2]d", sheetStatistics, row, columnLetters(1+n)),
			Values:     fmt.Sprintf("%s!$B$%d:$%s$%[2]d", sheetStatistics, row+1, columnLetters(1+n)),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{blue}},
		}},
		Dimension: dimension(300),
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		XAxis:     excelize.ChartAxis{Font: axisFont()},
		YAxis:     excelize.ChartAxis{Minimum: &zero, MajorUnit: 1, Font: axisFont()},
		GapWidth:  gap(60),
	}, "Reviews by year of publication", numbers)
}

// yearName is a year as the sheet heads its column.
func yearName(year int) string {
	if year == 0 {
		return notKnown
	}
	return strconv.Itoa(year)
}

func gap(percent uint) *uint { return &percent }
