package pdf

import (
	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// byteEncoding gives the text of each code of a simple font.
type byteEncoding [256]string

// baseEncoding returns the encoding a name stands for. Without a name, a font
// that carries its own glyphs follows the standard encoding, and one taken from
// the reader's machine the Windows one, which is how they are made.
func baseEncoding(name, fontName string, embedded bool) byteEncoding {
	switch {
	case name == "MacRomanEncoding":
		return charmapEncoding(charmap.Macintosh)
	case name == "WinAnsiEncoding":
		return winAnsi()
	case containsAny(fontName, "ZapfDingbats", "Wingdings", "Symbol"):
		return privateEncoding()
	case name == "StandardEncoding" || embedded:
		return standardEncoding()
	}
	return winAnsi()
}

func charmapEncoding(m *charmap.Charmap) byteEncoding {
	var e byteEncoding
	for i := 32; i < 256; i++ {
		if r := m.DecodeByte(byte(i)); r != 0xFFFD && r != 127 {
			e[i] = string(r)
		}
	}
	return e
}

// winAnsi is code page 1252 with a bullet in its empty places, as the PDF
// specification has it.
func winAnsi() byteEncoding {
	e := charmapEncoding(charmap.Windows1252)
	for i := 0x7F; i < 0xA0; i++ {
		if e[i] == "" || e[i] < " " || e[i] >= "\u0080" && e[i] < "\u00a0" {
			e[i] = "•"
		}
	}
	return e
}

// standardEncoding is Adobe's: ASCII with curly quotes, and a sparse upper half.
func standardEncoding() byteEncoding {
	var e byteEncoding
	for i := 32; i < 127; i++ {
		e[i] = string(rune(i))
	}
	e['\''], e['`'] = "’", "‘"
	upper := []struct {
		first int
		chars string // a full stop stands for an empty place
	}{
		{0xA1, "¡¢£⁄¥ƒ§¤'“«‹›\ufb01\ufb02.–†‡·.¶•‚„”»…‰.¿.`´ˆ˜¯˘˙¨.˚¸.˝˛ˇ—"},
		{0xE1, "Æ.ª....ŁØŒº.....æ...ı..łøœß"},
	}
	for _, u := range upper {
		i := u.first
		for _, r := range u.chars {
			if r != '.' {
				e[i] = string(r)
			}
			i++
		}
	}
	return e
}

// privateEncoding puts the codes of a symbol font into the private use area, as
// Word does; cleaning maps what is known there.
func privateEncoding() byteEncoding {
	var e byteEncoding
	for i := 33; i < 256; i++ {
		e[i] = string(rune(0xF000 + i))
	}
	e[' '] = " "
	return e
}

// fontEncoding returns the encoding of a simple font from its dictionary.
func fontEncoding(v pdf.Value, fontName string, embedded bool) byteEncoding {
	enc := v.Key("Encoding")
	if enc.Kind() != pdf.Dict {
		return baseEncoding(enc.Name(), fontName, embedded)
	}
	e := baseEncoding(enc.Key("BaseEncoding").Name(), fontName, embedded)
	diffs := enc.Key("Differences")
	at := 0
	for i := 0; i < diffs.Len() && i < 4096; i++ {
		item := diffs.Index(i)
		switch item.Kind() {
		case pdf.Integer:
			at = int(item.Int64())
		case pdf.Name:
			if at >= 0 && at < 256 {
				e[at] = glyphText(item.Name())
			}
			at++
		}
	}
	return e
}
