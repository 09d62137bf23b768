package pdfium

import (
	"errors"
	"image"
	"math"
)

// maxDots is the most pixels of a drawn page: an A3 sheet at 300 dots an inch.
const maxDots = 18_000_000

// Values of fpdfview.h.
const (
	grayBitmap = 1
	withNotes  = 0x01 // draw annotations
	inGray     = 0x08
	white      = 0xffffffff
)

const (
	lookDPI  = 150
	darkness = 0.2 * 255 // of the lightest black
	telling  = 6         // dots: the sides of a box that is seen well
)

// Look implements [pdf.Looker].
func (f *File) Look(i int) (black func(x0, y0, x1, y1 float64) bool, err error) {
	picture, dots, err := f.Paint(i, lookDPI)
	if err != nil {
		return nil, err
	}
	return func(x0, y0, x1, y1 float64) bool {
		x0, y0, x1, y1 = x0*dots/72, y0*dots/72, x1*dots/72, y1*dots/72
		if box := inner(x0, y0, x1, y1); box.Dx() >= telling && box.Dy() >= telling {
			return isDark(picture, box.Intersect(picture.Rect))
		}
		// A stem may fill all of a few dots: those at the sides count, too.
		return isDark(picture, image.Rect(int(x0), int(y0), int(math.Ceil(x1)), int(math.Ceil(y1))).Intersect(picture.Rect))
	}, nil
}

// inner are the dots that lie wholly within a box.
func inner(x0, y0, x1, y1 float64) image.Rectangle {
	return image.Rectangle{image.Pt(int(math.Ceil(x0)), int(math.Ceil(y0))), image.Pt(int(x1), int(y1))}
}

// isDark reports whether all dots of a box are black, of which it has any.
func isDark(picture *image.Gray, box image.Rectangle) bool {
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if picture.GrayAt(x, y).Y > darkness {
				return false
			}
		}
	}
	return !box.Empty()
}

// Paint draws a page, the first being 0, in grey and upright as it is shown, at
// dpi dots an inch, or at fewer where the picture would pass 18 megapixels. It
// returns the picture and its dots an inch.
func (f *File) Paint(i int, dpi float64) (*image.Gray, float64, error) {
	var picture *image.Gray
	err := f.withPage(i, func(page uint64) {
		width, height := f.extent(page)
		dpi = math.Min(dpi, 72*math.Sqrt(maxDots/(width*height)))
		picture = f.draw(page, int(width*dpi/72), int(height*dpi/72))
	})
	return picture, dpi, err
}

// extent is the size of a page in points, as it is shown.
func (f *File) extent(page uint64) (width, height float64) {
	width = float64(math.Float32frombits(uint32(f.in.call("FPDF_GetPageWidthF", page))))
	height = float64(math.Float32frombits(uint32(f.in.call("FPDF_GetPageHeightF", page))))
	if !(width >= 1 && height >= 1 && width < 1e5 && height < 1e5) {
		f.in.fail(errors.New("the page has no sensible size"))
		return 1, 1
	}
	return width, height
}

// draw draws a page into a picture of the given size in pixels, nil where it cannot.
func (f *File) draw(page uint64, width, height int) *image.Gray {
	w, h := uint64(max(width, 1)), uint64(max(height, 1))
	bitmap := f.in.call("FPDFBitmap_CreateEx", w, h, grayBitmap, 0, 0)
	if uint32(bitmap) == 0 {
		f.in.fail(errors.New("there is not enough memory to draw the page"))
	}
	f.in.call("FPDFBitmap_FillRect", bitmap, 0, 0, w, h, white)
	f.in.call("FPDF_RenderPageBitmap", bitmap, page, 0, 0, w, h, 0, withNotes|inGray)
	stride := f.in.number("FPDFBitmap_GetStride", bitmap)
	buffer := f.in.call("FPDFBitmap_GetBuffer", bitmap)
	dots := f.in.memory(uint32(buffer), uint32(stride)*uint32(h))
	if stride < int(w) {
		f.in.fail(errBroken)
	}
	if f.in.err != nil {
		return nil
	}
	picture := image.NewGray(image.Rect(0, 0, int(w), int(h)))
	for y := range int(h) {
		copy(picture.Pix[y*picture.Stride:], dots[y*stride:y*stride+int(w)])
	}
	f.in.call("FPDFBitmap_Destroy", bitmap)
	return picture
}
