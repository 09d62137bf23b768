package ocr

import (
	"errors"
	"fmt"
	"image"

	"thematic/corpus"
	"thematic/extract/pdf"
)

// Painter draws the pages of one file.
type Painter interface {
	// Pages returns how many pages the file has.
	Pages() (int, error)
	// Paint draws a page, the first being 0, in grey, at dpi dots an inch or
	// less where that would be too large. It returns the picture, upright, and
	// its dots an inch.
	Paint(page int, dpi float64) (*image.Gray, float64, error)
}

// Eye recognises the pages of one file. It is a [pdf.Engine].
type Eye struct {
	// Looking is called, unless it is nil, before each page, and before a page is
	// looked at again, turned.
	Looking func()

	program Program
	painter Painter
	limits  corpus.Limits
	seen    int     // pages
	usual   float64 // size of most of the text of the page before
	late    bool
}

var _ pdf.Engine = (*Eye)(nil)

// New returns an eye for the pages that painter draws.
func New(program Program, painter Painter, limits corpus.Limits) *Eye {
	return &Eye{program: program, painter: painter, limits: limits}
}

// Name implements [pdf.Engine].
func (e *Eye) Name() string { return "ocr" }

// Pages implements [pdf.Engine].
func (e *Eye) Pages() (int, error) { return e.painter.Pages() }

// Late reports whether the time for a page ran out.
func (e *Eye) Late() bool { return e.late }

// dpi is the resolution Tesseract is made for.
const dpi = 300

// Page implements [pdf.Engine].
func (e *Eye) Page(i int) (pdf.Page, error) {
	if e.seen++; e.seen > e.limits.PagesOCR {
		return pdf.Page{}, fmt.Errorf("only the first %d pages that are pictures are recognised", e.limits.PagesOCR)
	}
	e.looking()
	picture, dots, err := e.painter.Paint(i, dpi)
	if err != nil {
		return pdf.Page{}, err
	}
	if dots <= 0 || picture.Rect.Empty() || picture.Stride != picture.Rect.Dx() {
		return pdf.Page{}, errors.New("the page cannot be drawn")
	}
	best, err := e.read(picture, dots)
	if err != nil {
		return pdf.Page{}, err
	}
	for _, quarters := range best.turns() {
		e.looking()
		again, err := e.read(turned(picture, quarters), dots)
		switch {
		case err != nil && best.sideways():
			return pdf.Page{}, err // its words would be run together
		case err != nil:
			return e.page(best, 72/dots), nil
		}
		if again.weight > best.weight {
			best, best.quarters = again, quarters
		}
		if best.right() {
			break
		}
	}
	return e.page(best, 72/dots), nil
}

func (e *Eye) looking() {
	if e.Looking != nil {
		e.Looking()
	}
}

// read hands a picture to the program.
func (e *Eye) read(picture *image.Gray, dots float64) (seen, error) {
	table, err := e.program.read(picture, dots, e.limits.TimeOCR*4/5)
	if err != nil {
		var fault *corpus.InputError
		e.late = e.late || errors.As(err, &fault) && fault.Late
		return seen{}, err
	}
	s := look(parseTable(string(table)))
	s.size = picture.Rect
	return s, nil
}

// page makes a page of what was seen in a picture whose dots are scale points wide.
func (e *Eye) page(s seen, scale float64) pdf.Page {
	p := pdf.Page{Right: float64(s.size.Dx()) * scale, Top: float64(s.size.Dy()) * scale, Quarters: s.quarters, Confidence: s.mean}
	if len(s.lines) > 0 {
		p.Letters, e.usual = letters(s.lines, scale, p.Top, e.usual)
	}
	return p
}
