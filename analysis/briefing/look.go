package briefing

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"image/color"
	"strings"
)

// Look is how a document looks. The zero Look is the usual one; so is each
// field that is empty, or a colour whose alpha is zero.
type Look struct {
	Ink, Accent color.NRGBA    // of text, and of titles and headings
	Colours     [3]color.NRGBA // that Office offers for charts
	Family      string         // of the font, as programs know it
	// Regular and Bold are its TrueType files, for PDF and HTML.
	Regular, Bold []byte
}

// of is what a colour of the styles is in this look.
func (l Look) of(c colour) colour {
	switch {
	case c == ink && l.Ink.A != 0:
		return colourOf(l.Ink)
	case c == accent && l.Accent.A != 0:
		return colourOf(l.Accent)
	}
	return c
}

func colourOf(c color.NRGBA) colour { return colour{int(c.R), int(c.G), int(c.B)} }

// styled puts the look into a part of a document of Office that holds styles
// alone, in which the usual font and colours stand for it.
func (l Look) styled(part string) string {
	pairs := []string{ink.hex(), l.of(ink).hex(), accent.hex(), l.of(accent).hex()}
	for i, usual := range []string{"0072B2", "E69F00", "CC79A7"} {
		if c := l.Colours[i]; c.A != 0 {
			pairs = append(pairs, usual, colourOf(c).hex())
		}
	}
	if l.Family != "" {
		pairs = append(pairs, `"Arial"`, `"`+attribute(l.Family)+`"`)
	}
	return strings.NewReplacer(pairs...).Replace(part)
}

// css embeds the font in a page and puts it before the usual ones.
func (l Look) css() template.CSS {
	var s strings.Builder
	for _, face := range []struct {
		weight string
		data   []byte
	}{{"400", l.Regular}, {"700", l.Bold}} {
		if len(face.data) > 0 && l.Family != "" {
			fmt.Fprintf(&s, "@font-face { font-family: \"%s\"; font-weight: %s; src: url(data:font/ttf;base64,%s) }\n",
				cssName(l.Family), face.weight, base64.StdEncoding.EncodeToString(face.data))
		}
	}
	if l.Family != "" {
		fmt.Fprintf(&s, "body { font-family: \"%s\", \"Liberation Sans\", Arial, Helvetica, sans-serif }\n", cssName(l.Family))
	}
	return template.CSS(s.String())
}

// cssName leaves of the name of a font what cannot end a text in CSS.
func cssName(family string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"'\\<>&;{}\n\r", r) {
			return -1
		}
		return r
	}, family)
}
