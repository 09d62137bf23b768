package charts

import (
	"image/color"

	"gonum.org/v1/plot/vg"
)

// Size is the space a figure is made for.
type Size int

// The sizes. Column and Auto figures are as high as their content needs, up to
// the height of a page.
const (
	Auto     Size = iota // what suits the kind of chart, at the width of a page
	FullPage             // A4 portrait within 20 mm margins: 170 x 257 mm
	HalfPage             // the upper or lower half of that: 170 x 125 mm
	Slide                // 16:9, 254 x 142.9 mm, with larger type
	Column               // one of two columns: 82 mm wide
)

// Style says how a figure is drawn. The zero Style is ready to use.
type Style struct {
	Size Size
	// Width is another width than that of the size, in millimetres; 0 for that. Type
	// stays as it is for the size, and so does a height that the size gives.
	Width float64
	// Colours of the first, second and third set or series; an entry with
	// zero alpha means the default: Okabe and Ito's blue, orange and purple.
	Colours [3]color.NRGBA
	// Invented is a sentence that says of the labels of themes that they are nobody's
	// words. It stands with the source and the description of the figure, and labels
	// that a title has between quotation marks stand in square brackets. Empty: the
	// labels are names.
	Invented string
	// Ink is the colour of text and numbers; zero alpha means nearly black.
	Ink color.NRGBA
	// Font is the typeface in all formats; nil means Liberation Sans. In an SVG
	// with real text it is named and not embedded: where it is not installed, other
	// letters are squeezed or stretched to its widths, so that nothing touches.
	Font *Font
}

const (
	pageWidth   = 170 * vg.Millimeter
	pageHeight  = 257 * vg.Millimeter
	halfHeight  = 125 * vg.Millimeter
	columnWidth = 82 * vg.Millimeter
	slideWidth  = 720 * vg.Length(1)
	slideHeight = 405 * vg.Length(1)
)

// dimensions are those of the size, with the width of the style where it has one.
func (st Style) dimensions() (width, height vg.Length) {
	width, height = st.Size.dimensions()
	if st.Width > 0 {
		width = vg.Length(st.Width) * vg.Millimeter
	}
	return width, height
}

// dimensions gives the width of a figure and its height; a height of zero
// means as high as the content needs.
func (z Size) dimensions() (width, height vg.Length) {
	switch z {
	case FullPage:
		return pageWidth, pageHeight
	case HalfPage:
		return pageWidth, halfHeight
	case Slide:
		return slideWidth, slideHeight
	case Column:
		return columnWidth, 0
	}
	return pageWidth, 0
}

// Widths are the least and the greatest [Style.Width] of a size, in millimetres: in less
// its type has no room, and in more a figure is mostly lines between numbers and names.
func (z Size) Widths() (least, most float64) {
	switch z {
	case Column:
		return 70, 110
	case Slide:
		return 200, 400
	}
	return 110, 400
}

// typeScale holds the type sizes of a figure and the padding inside its frame.
type typeScale struct {
	title, subtitle, label, small, least vg.Length
	padding                              vg.Length
	pitch                                vg.Length // least height of a row, in sizes of its label
	spare                                bool      // the height is given: where rows are few, they are larger
}

func (z Size) typeScale() typeScale {
	switch z {
	case Slide:
		return typeScale{title: 20, subtitle: 13, label: 11.5, small: 10, least: 10, padding: 14, pitch: 2.45, spare: true}
	case Column:
		return typeScale{title: 10.5, subtitle: 8, label: 7.5, small: 6.5, least: 6, padding: 4, pitch: 1.3}
	}
	return typeScale{title: 13.5, subtitle: 9.5, label: 8.5, small: 7.5, least: 7, padding: 6, pitch: 1.3, spare: z != Auto}
}

// The palette is that of Okabe and Ito (2008), of which blue, orange and
// purple, laid over each other at alpha .38, stay apart best for readers with
// any kind of colour blindness.
var (
	ink       = color.NRGBA{0x1F, 0x1F, 0x1F, 0xFF} // text and numbers
	grey      = color.NRGBA{0x59, 0x59, 0x59, 0xFF} // secondary text, 7.0:1 on white
	outline   = color.NRGBA{0x80, 0x80, 0x80, 0xFF} // empty marks, 3.9:1
	rule      = color.NRGBA{0xD4, 0xD4, 0xD4, 0xFF} // grid lines
	pale      = color.NRGBA{0xF2, 0xF2, 0xF2, 0xFF} // bands behind rows
	white     = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	okabeIto3 = [3]color.NRGBA{
		{0x00, 0x72, 0xB2, 0xFF},
		{0xE6, 0x9F, 0x00, 0xFF},
		{0xCC, 0x79, 0xA7, 0xFF},
	}
)

// colour gives the i-th colour of the style.
func (st Style) colour(i int) color.NRGBA {
	i %= len(st.Colours)
	if st.Colours[i].A == 0 {
		return okabeIto3[i]
	}
	return st.Colours[i]
}

// Region is the colour of an area of a Venn or Euler diagram that lies in the sets
// whose bits mask has: colours laid over one another on white.
func (st Style) Region(mask int) color.NRGBA {
	mixed := rgb{0xFF, 0xFF, 0xFF}
	for i := range st.Colours {
		if mask>>i&1 == 1 {
			mixed = mix(mixed, translucent(st.colour(i)), sixteen)
		}
	}
	return color.NRGBA{mixed[0], mixed[1], mixed[2], 0xFF}
}

// TextColour is the colour of text and numbers.
func (st Style) TextColour() color.NRGBA {
	if st.Ink.A == 0 {
		return ink
	}
	return st.Ink
}

// translucent gives c the alpha at which three areas can be told apart.
func translucent(c color.NRGBA) color.NRGBA {
	c.A = 0x61 // .38
	return c
}

// darker is c mixed with black, for outlines that keep 3:1 against white.
func darker(c color.NRGBA) color.NRGBA {
	half := func(v uint8) uint8 { return uint8(int(v) * 55 / 100) }
	return color.NRGBA{half(c.R), half(c.G), half(c.B), c.A}
}
