package charts

import (
	"fmt"
	"image/color"
	"io"

	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/vg"

	"thematic/charts/tagged"
)

// WritePDF writes the figure as a PDF of one page of its size, with embedded
// fonts, and with its title and alternative text as title and subject. It is tagged as
// a figure with its alternative text.
func (f *Figure) WritePDF(w io.Writer) error {
	doc := tagged.New(float64(f.Width), float64(f.Height))
	doc.SetTitle(tagged.BMP(f.name()), true)
	doc.SetSubject(tagged.BMP(f.Alt), true)
	family := f.addFonts(doc.Fpdf)
	doc.AddPage()
	figure := doc.Begin("Figure")
	figure.Alt, figure.Box = f.Alt, [4]float64{0, 0, float64(f.Width), float64(f.Height)}
	doc.Content()
	if err := f.paint(&pdfSurface{doc: doc.Fpdf, height: f.Height, family: family}); err != nil {
		return err
	}
	doc.End()
	if err := doc.Save(w); err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	return nil
}

const pdfFont = "sans"

// PlacePDF draws the figure on the current page of a document in points, with
// its upper left corner at x and y from that of the page, and made to be of the
// given width. It adds its font to the document, Liberation Sans as "sans"
// unless there is such a font, and leaves the document without a font set.
func (f *Figure) PlacePDF(doc *fpdf.Fpdf, x, y, width float64) error {
	family := f.addFonts(doc)
	scale := width / float64(f.Width)
	_, page := doc.GetPageSize()
	doc.TransformBegin()
	doc.Transform(fpdf.TransformMatrix{A: scale, D: scale, E: x, F: page - y - scale*page})
	err := f.paint(&pdfSurface{doc: doc, height: f.Height, family: family})
	doc.TransformEnd()
	// The page has again the font, colour and opacity from before, which doc does
	// not know.
	doc.SetFillColor(0xff, 0xff, 0xff)
	doc.SetFont(family, "", 1)
	doc.SetAlpha(1, "Normal")
	return err
}

// addFonts adds the font of the figure to a document and returns its name there.
func (f *Figure) addFonts(doc *fpdf.Fpdf) string {
	family, own := pdfFont, f.font
	if own == nil {
		own = liberation()
	} else {
		family = "own"
	}
	doc.AddUTF8FontFromBytes(family, "", own.Regular)
	doc.AddUTF8FontFromBytes(family, "B", own.bold())
	return family
}

// pdfSurface draws on a page; errors stay in doc until it is written.
type pdfSurface struct {
	doc    *fpdf.Fpdf
	height vg.Length
	family string
}

func (s *pdfSurface) fillEach(shape vg.Path, at []vg.Point, c color.NRGBA) {
	s.doc.SetFillColor(int(c.R), int(c.G), int(c.B))
	s.doc.SetAlpha(float64(c.A)/0xFF, "Normal")
	s.path(each(shape, at))
	s.doc.DrawPath("F")
}

func (s *pdfSurface) strokeEach(shape vg.Path, at []vg.Point, l line) {
	s.doc.SetDrawColor(int(l.color.R), int(l.color.G), int(l.color.B))
	s.doc.SetAlpha(float64(l.color.A)/0xFF, "Normal")
	s.doc.SetLineWidth(float64(l.width))
	dash := make([]float64, len(l.dash))
	for i, d := range l.dash {
		dash[i] = float64(d)
	}
	s.doc.SetDashPattern(dash, 0)
	s.path(each(shape, at))
	s.doc.DrawPath("D")
}

func (s *pdfSurface) text(t string, at vg.Point, a anchor, f face, c color.NRGBA) {
	weight := ""
	if f.bold {
		weight = "B"
	}
	t = tagged.BMP(t)
	s.doc.SetFont(s.family, weight, float64(f.size))
	s.doc.SetTextColor(int(c.R), int(c.G), int(c.B))
	s.doc.SetAlpha(float64(c.A)/0xFF, "Normal")
	left := at.X + a.offset(vg.Length(s.doc.GetStringWidth(t)))
	s.doc.Text(float64(left), float64(s.height-at.Y), t)
}

func (s *pdfSurface) path(p vg.Path) {
	at := func(pt vg.Point) (x, y float64) { return float64(pt.X), float64(s.height - pt.Y) }
	for _, c := range p {
		x, y := at(c.Pos)
		switch c.Type {
		case vg.MoveComp:
			s.doc.MoveTo(x, y)
		case vg.LineComp:
			s.doc.LineTo(x, y)
		case vg.CurveComp:
			x0, y0 := at(c.Control[0])
			x1, y1 := at(c.Control[1])
			s.doc.CurveBezierCubicTo(x0, y0, x1, y1, x, y)
		case vg.CloseComp:
			s.doc.ClosePath()
		}
	}
}
