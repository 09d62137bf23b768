package workbook

import (
	"bytes"
	"fmt"
	"image/png"

	"github.com/xuri/excelize/v2"
)

// chartRanges are the rows of the sheet Statistics that charts are drawn from.
type chartRanges struct {
	prevalence int // the first row of a theme
	years      int // the row of years, above the row of all reviews
}

// mostBars is how many themes the chart of prevalence shows.
const mostBars = 20

// The size of the charts in pixels, and of a row of the sheet.
const (
	chartWidth = 860
	rowPixels  = 17
)

// charts shows charts that follow the sheet Statistics, and below them the
// pictures.
func (b *book) charts() error {
	if err := b.setUp(sheetCharts, layout{}); err != nil {
		return err
	}
	row := 1
	next := func(title string, height int) (string, error) {
		at := name(1, row)
		if err := b.file.SetCellStr(sheetCharts, at, title); err != nil {
			return "", err
		}
		if err := b.file.SetCellStyle(sheetCharts, at, at, b.styles.section); err != nil {
			return "", err
		}
		if err := b.file.SetRowHeight(sheetCharts, row, 24); err != nil {
			return "", err
		}
		row += 2 + height/rowPixels + 2
		return name(1, row-height/rowPixels-3), nil
	}
	if n := min(mostBars, len(b.result.Prevalence)); n > 0 && len(b.result.Matrix.Cases) > 0 {
		height := 90 + 26*n
		at, err := next("How many reviews show each theme (follows the sheet Statistics)", height)
		if err == nil {
			err = b.file.AddChart(sheetCharts, at, b.prevalenceChart(n, height))
		}
		if err != nil {
			return err
		}
	}
	if n := len(b.result.ByYear); n > 1 {
		at, err := next("Reviews by year of publication (follows the sheet Statistics)", 300)
		if err == nil {
			err = b.file.AddChart(sheetCharts, at, b.yearChart(n))
		}
		if err != nil {
			return err
		}
	}
	for _, p := range b.opts.Pictures {
		scale := chartWidth / (p.Width * pixelsPerPoint)
		at, err := next(p.Title, int(p.Height*pixelsPerPoint*scale))
		if err == nil {
			err = b.picture(at, p, scale)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// pixelsPerPoint is at 96 pixels to the inch.
const pixelsPerPoint = 96.0 / 72

// picture puts a picture at a cell, as wide as the charts.
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
	return &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Name:       fmt.Sprintf("%s!$B$%d", sheetStatistics, first-1),
			Categories: fmt.Sprintf("%s!$A$%d:$A$%d", sheetStatistics, first, last),
			Values:     fmt.Sprintf("%s!$B$%d:$B$%d", sheetStatistics, first, last),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{blue}},
		}},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: uint(height)},
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: axisFont()},
		YAxis:     excelize.ChartAxis{Minimum: &zero, Maximum: &top, Font: axisFont()},
		GapWidth:  gap(50),
	}
}

// yearChart has a column for each year.
func (b *book) yearChart(n int) *excelize.Chart {
	row, zero := b.charted.years, 0.0
	return &excelize.Chart{
		Type: excelize.Col,
		Series: []excelize.ChartSeries{{
			Name:       fmt.Sprintf("%s!$A$%d", sheetStatistics, row+1),
			Categories: fmt.Sprintf("%s!$B$%d:$%s$%[2]d", sheetStatistics, row, letters(1+n)),
			Values:     fmt.Sprintf("%s!$B$%d:$%s$%[2]d", sheetStatistics, row+1, letters(1+n)),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{blue}},
		}},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: 300},
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		XAxis:     excelize.ChartAxis{Font: axisFont()},
		YAxis:     excelize.ChartAxis{Minimum: &zero, MajorUnit: 1, Font: axisFont()},
		GapWidth:  gap(60),
	}
}

func gap(percent uint) *uint { return &percent }
