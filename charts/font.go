package charts

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"

	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/vg"
)

// Font is a typeface of one's own, as TrueType files. Where Bold is empty
// Regular stands for it.
type Font struct {
	Family        string // as programs know it: letters, digits, spaces and hyphens
	Regular, Bold []byte
}

// Check refuses a font that cannot be drawn with or embedded.
func (f *Font) Check() error {
	if _, err := (Style{FontFamily: f.Family}).fontFamily(); err != nil {
		return err
	}
	for _, data := range [][]byte{f.Regular, f.bold()} {
		if bytes.HasPrefix(data, []byte("OTTO")) {
			return errors.New("it has PostScript outlines: give a TrueType font, whose name ends in .ttf")
		}
		if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) && !bytes.HasPrefix(data, []byte("true")) {
			return errors.New("it is no TrueType font")
		}
		if _, err := opentype.Parse(data); err != nil {
			return fmt.Errorf("it cannot be read: %w", err)
		}
	}
	return nil
}

func (f *Font) bold() []byte {
	if len(f.Bold) == 0 {
		return f.Regular
	}
	return f.Bold
}

// inked is a surface on which what would have the colour of ink has another.
type inked struct {
	surface
	with color.NRGBA
}

func (s inked) colour(c color.NRGBA) color.NRGBA {
	if c == ink {
		return s.with
	}
	return c
}

func (s inked) line(l line) line {
	l.color = s.colour(l.color)
	return l
}

func (s inked) fill(p vg.Path, c color.NRGBA) { s.surface.fill(p, s.colour(c)) }

func (s inked) stroke(p vg.Path, l line) { s.surface.stroke(p, s.line(l)) }

func (s inked) fillEach(shape vg.Path, at []vg.Point, c color.NRGBA) {
	s.surface.fillEach(shape, at, s.colour(c))
}

func (s inked) strokeEach(shape vg.Path, at []vg.Point, l line) {
	s.surface.strokeEach(shape, at, s.line(l))
}

func (s inked) text(t string, at vg.Point, a anchor, f face, c color.NRGBA) {
	s.surface.text(t, at, a, f, s.colour(c))
}
