package office

import (
	"bytes"
	"io"
)

// rtfColourTable is the table of colours, as far as white words ask for it.
type rtfColourTable struct {
	whites map[int]bool // by their number
	colour int          // the number of the one that is read
	full   int          // of its three parts are at their most
}

// The most that a part of a colour has, and the parts.
const (
	rtfFull  = 255
	rtfParts = 3
)

// colourWord takes a word in the table of colours.
func (r *rtf) colourWord(token rtfToken) {
	switch token.word {
	case "red", "green", "blue":
		if token.number == rtfFull {
			r.full++
		}
	}
}

// endColour ends a colour of the table.
func (r *rtf) endColour() {
	if r.full == rtfParts {
		if r.whites == nil {
			r.whites = map[int]bool{}
		}
		r.whites[r.colour] = true
	}
	r.colour, r.full = r.colour+1, 0
}

// isWhite reports whether the current text is white, with nothing but white paper
// behind it.
func (r *rtf) isWhite() bool {
	g := r.group()
	return g.white && !g.painted && !g.paragraph.painted && !g.inTable && len(r.flows) == 1 && r.bare()
}

// rtfDrawn are the words of what may be behind the text: the background of pages, and
// shapes.
var rtfDrawn = [...]string{`\background`, `\shp`, `\do\`, `\do `}

// rtfPaints reports whether something may be drawn behind the text of a file.
func rtfPaints(in io.ReaderAt, size int64) bool {
	const longest = 16 // bytes, at least those of a word
	data := make([]byte, 64<<10)
	for at := int64(0); at < size; at += int64(len(data) - longest) {
		n, err := in.ReadAt(data, at)
		for _, word := range rtfDrawn {
			if bytes.Contains(data[:n], []byte(word)) {
				return true
			}
		}
		if err != nil && err != io.EOF {
			return true
		}
	}
	return false
}
