package charts

import (
	"fmt"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// typeface is a font in two weights.
type typeface struct {
	regular, bold *opentype.Font
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
	return typeface{regular: regular, bold: bold}, nil
}

// face is the typeface at one size and weight.
func (t typeface) face(size vg.Length, bold bool) font.Face {
	f := font.Face{Font: font.Font{Typeface: "Liberation", Variant: "Sans", Size: size}, Face: t.regular}
	if bold {
		f.Font.Weight, f.Face = stdfont.WeightBold, t.bold
	}
	return f
}

// isBold says whether a face made here is the bold one.
func isBold(f font.Face) bool { return f.Font.Weight == stdfont.WeightBold }

// Heights of Liberation Sans as parts of its size: of the capitals, of letters
// such as b and l, and of the tails of letters such as p.
const (
	capHeight  = 0.69
	ascender   = 0.73
	descender  = 0.21
	lineHeight = 1.18
)
