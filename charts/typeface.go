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

// typeface is Liberation Sans, whose glyphs are as wide as those of Arial.
type typeface struct {
	regular, bold *opentype.Font
}

func newTypeface() (typeface, error) {
	regular, err := opentype.Parse(liberationsansregular.TTF)
	if err != nil {
		return typeface{}, fmt.Errorf("charts: parse Liberation Sans: %w", err)
	}
	bold, err := opentype.Parse(liberationsansbold.TTF)
	if err != nil {
		return typeface{}, fmt.Errorf("charts: parse Liberation Sans Bold: %w", err)
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
