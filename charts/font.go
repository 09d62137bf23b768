package charts

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/bidi"
)

// Font is a typeface of one's own, as TrueType files. Where Bold is empty
// Regular stands for it.
type Font struct {
	Family        string // as programs know it: letters, digits, spaces and hyphens
	Regular, Bold []byte
}

// Check refuses a font that cannot be drawn with or embedded.
func (f *Font) Check() error {
	if err := f.checkFamily(); err != nil {
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

// Unshown returns the letters of a text, each once, that PNG, PDF and outlined SVG
// cannot show in a font, Liberation Sans where it is nil: lacking has no glyph
// in it, and leftward is written from right to left, where figures are drawn
// letter by letter from left to right.
func (f *Font) Unshown(text string) (lacking, leftward string, err error) {
	if f == nil {
		f = liberation()
	}
	font, err := opentype.Parse(f.Regular)
	if err != nil {
		return "", "", fmt.Errorf("charts: open the font %s: %w", f.Family, err)
	}
	var buffer sfnt.Buffer
	for _, r := range text {
		if !unicode.IsGraphic(r) || strings.ContainsRune(lacking+leftward, r) {
			continue
		}
		glyph, err := font.GlyphIndex(&buffer, r)
		if err != nil {
			return "", "", fmt.Errorf("charts: look up %q in the font: %w", r, err)
		}
		properties, _ := bidi.LookupRune(r)
		switch class := properties.Class(); {
		case class == bidi.R || class == bidi.AL:
			leftward += string(r)
		case glyph == 0:
			lacking += string(r)
		}
	}
	return lacking, leftward, nil
}

// checkFamily refuses the name of a family that cannot stand in an SVG.
func (f *Font) checkFamily() error {
	for _, r := range f.Family {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' && r != '-' {
			return fmt.Errorf("charts: the font family %q has the character %q", f.Family, r)
		}
	}
	return nil
}

// family is the name of the family, "" of no font.
func (f *Font) family() string {
	if f == nil {
		return ""
	}
	return strings.TrimSpace(f.Family)
}

func (f *Font) bold() []byte {
	if len(f.Bold) == 0 {
		return f.Regular
	}
	return f.Bold
}
