package charts

import (
	"errors"
	"fmt"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
)

// typeface is a font in two weights. One goroutine at a time uses it.
type typeface struct {
	regular, bold *weight
}

// liberation is the font where no other is given; its glyphs are as wide as
// those of Arial.
func liberation() *Font {
	return &Font{Family: "Liberation Sans", Regular: liberationsansregular.TTF, Bold: liberationsansbold.TTF}
}

// newTypeface opens a font, Liberation Sans where it is nil.
func newTypeface(f *Font) (typeface, error) {
	if f == nil {
		f = liberation()
	}
	regular, err := opentype.Parse(f.Regular)
	if err != nil {
		return typeface{}, fmt.Errorf("charts: open the font %s: %w", f.Family, err)
	}
	bold, err := opentype.Parse(f.bold())
	if err != nil {
		return typeface{}, fmt.Errorf("charts: open the bold font %s: %w", f.Family, err)
	}
	return typeface{regular: newWeight(regular), bold: newWeight(bold)}, nil
}

// err is what was wrong with the letters that were looked at.
func (t typeface) err() error { return errors.Join(t.regular.err, t.bold.err) }

// plain is the typeface at one size.
func (t typeface) plain(size vg.Length) face { return face{t.regular, size, false} }

// strong is the typeface at one size, in bold.
func (t typeface) strong(size vg.Length) face { return face{t.bold, size, true} }

// face is a font at one size.
type face struct {
	*weight
	size vg.Length
	bold bool
}

// width is how wide a line of text is.
func (f face) width(text string) vg.Length { return f.length(f.further(measured{}, text)) }

// measured is the beginning of a line of text with its width.
type measured struct {
	width fixed.Int26_6
	last  letter // where begun
	begun bool
}

// further measures what comes next on a line.
func (f face) further(m measured, text string) measured {
	for _, r := range text {
		l := f.letter(r)
		if m.begun {
			m.width += f.kern(m.last, l)
		}
		m.width += l.advance
		m.last, m.begun = l, true
	}
	return m
}

// length is how wide what was measured is.
func (f face) length(m measured) vg.Length { return vg.Length(m.width) * f.unit() }

// unit is the length of a unit of the font.
func (f face) unit() vg.Length { return f.size / vg.Length(f.em) }

// Heights of Liberation Sans as parts of its size: of the capitals, of letters
// such as b and l, and of the tails of letters such as p.
const (
	capHeight  = 0.69
	ascender   = 0.73
	descender  = 0.21
	lineHeight = 1.18
)
