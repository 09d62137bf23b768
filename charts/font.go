package charts

import (
	"bytes"
	"errors"
	"fmt"

	"golang.org/x/image/font/opentype"
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
