package charts

import (
	"errors"
	"fmt"
	"slices"

	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// weight is one font, with what has been looked up in it: a figure measures and
// draws the same letters many times. Lengths are in units of the font.
type weight struct {
	font    *opentype.Font
	em      fixed.Int26_6
	buffer  sfnt.Buffer
	letters map[rune]letter
	kerns   map[uint32]fixed.Int26_6 // of both glyphs
	err     error                    // the first fault met; its letters are empty
}

// letter is the glyph of a character. Its outline has y down and closed contours.
type letter struct {
	glyph   sfnt.GlyphIndex
	advance fixed.Int26_6
	outline sfnt.Segments
}

func newWeight(font *opentype.Font) *weight {
	return &weight{
		font: font, em: fixed.Int26_6(font.UnitsPerEm()),
		letters: map[rune]letter{}, kerns: map[uint32]fixed.Int26_6{},
	}
}

func (w *weight) letter(r rune) letter {
	l, known := w.letters[r]
	if known {
		return l
	}
	l, err := w.load(r)
	if err != nil && w.err == nil {
		w.err = fmt.Errorf("charts: look up %q in the font: %w", r, err)
	}
	w.letters[r] = l
	return l
}

func (w *weight) load(r rune) (l letter, err error) {
	if l.glyph, err = w.font.GlyphIndex(&w.buffer, r); err != nil {
		return letter{}, err
	}
	if l.advance, err = w.font.GlyphAdvance(&w.buffer, l.glyph, w.em, stdfont.HintingNone); err != nil {
		return letter{}, err
	}
	outline, err := w.font.LoadGlyph(&w.buffer, l.glyph, w.em, nil)
	l.outline = slices.Clone(outline) // the buffer is used again
	return l, err
}

// kern is how much further a letter stands from the one before it.
func (w *weight) kern(before, l letter) fixed.Int26_6 {
	pair := uint32(before.glyph)<<16 | uint32(l.glyph)
	kern, known := w.kerns[pair]
	if known {
		return kern
	}
	kern, err := w.font.Kern(&w.buffer, before.glyph, l.glyph, w.em, stdfont.HintingNone)
	if err != nil && !errors.Is(err, sfnt.ErrNotFound) && w.err == nil {
		w.err = fmt.Errorf("charts: look up how letters stand in the font: %w", err)
	}
	w.kerns[pair] = kern
	return kern
}
