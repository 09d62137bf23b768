package pdf

import (
	"math"
)

// Engine reads the pages of one file in another way than the text layer is read
// here. What it finds goes through the same layout.
type Engine interface {
	// Name is what the pages it reads say they were read by.
	Name() string
	// Pages returns how many pages the file has.
	Pages() (int, error)
	// Page reads a page, the first being 0.
	Page(i int) (Page, error)
}

// Looker is an [Engine] that draws pages, too. In a file of which nothing else is known
// it tells which letters are not to be seen.
type Looker interface {
	Engine
	// Look draws a page, the first being 0, as it is shown. It returns what tells
	// whether all of a box on it is black, in points from the top left corner.
	Look(i int) (black func(x0, y0, x1, y1 float64) bool, err error)
}

// Holder is an [Engine] that knows what else a file holds.
type Holder interface {
	Engine
	// Attached returns the names of the files that are attached to it, and to the pages
	// that were read.
	Attached() []string
}

// Page is what an [Engine] sees on a page. Its coordinates are those of PDF:
// points, y upwards, the page not yet turned.
type Page struct {
	Left, Bottom, Right, Top float64 // the part that is shown
	Turn                     int     // degrees clockwise by which it is shown turned
	Quarters                 int     // of a turn clockwise by which it was turned from how it is shown, to be read
	Label                    string  // its number as the file states it
	Letters                  []Letter
	Lost                     int     // letters whose text is not known
	Pictures                 float64 // area covered by pictures, in square points
	Boxes                    []Box   // of pictures
	Confidence               float64 // of recognised letters, 0 to 100
}

// Box is a part of a page.
type Box struct{ Left, Bottom, Right, Top float64 }

// Letter is a character or a word where it stands on a page.
type Letter struct {
	Text         string
	X, Y         float64 // where its baseline begins
	EndX, EndY   float64 // and where it ends
	Size         float64 // of its font, in points
	Bold, Italic bool
}

// Engines stand behind the text layer, to be asked for what it does not give.
// Each may be nil, and the zero value reads the text layer alone.
type Engines struct {
	// Passwords are tried, after none at all, on a file that is encrypted. Any of
	// them may be the one of a user or of the owner.
	Passwords []string
	// Second reads the text of a file anew: pages that cannot be read, or do
	// not read as words, and files that cannot be opened.
	Second Engine
	// Eye recognises the text of pages that are pictures.
	Eye Engine
}

// sheet makes a page of what an engine saw, without what c hides.
func (p *Page) sheet(index int, name string, c concealments) *sheet {
	box := rectBetween(point{p.Left, p.Bottom}, point{p.Right, p.Top})
	if !box.isPage() {
		box = a4
	}
	m, size := pageSpace(box, p.Turn)
	s := &sheet{index: index, label: clean(p.Label), extent: size, engine: name, confidence: p.Confidence}
	c.hiding = turnedHiders(c.hiding, p.Quarters, s.extent)
	in := &interpreter{page: s.extent, hiding: c.hiding, images: p.Pictures, lost: p.Lost}
	for i := range p.Letters {
		if g, ok := p.Letters[i].glyph(m, s.extent); ok {
			g.hidden = c.of(&g, s.extent)
			in.glyphs = append(in.glyphs, g)
		}
	}
	for _, b := range p.Boxes {
		in.pictures = append(in.pictures, transformed(rect{b.Left, b.Bottom, b.Right, b.Top}, m))
	}
	s.take(in)
	return s
}

// faces are the fonts of letters that only say how heavy and how upright they are.
var faces = [2][2]*font{{{}, {italic: true}}, {{bold: true}, {bold: true, italic: true}}}

// glyph places a letter on a page of the given matrix and size.
func (l *Letter) glyph(m matrix, page extent) (glyph, bool) {
	x, y := m.apply(l.X, l.Y)
	ex, ey := m.apply(l.EndX, l.EndY)
	for _, v := range [...]float64{x, y, ex, ey} {
		if !(math.Abs(v) < 1e6) {
			return glyph{}, false
		}
	}
	if l.Text == "" || !(l.Size > 0.1 && l.Size < 5000) {
		return glyph{}, false
	}
	d := rightward
	if ex != x || ey != y {
		d = directionOf(ex-x, ey-y)
	}
	g := glyph{text: l.Text, size: l.Size, dir: d, font: faces[index(l.Bold)][index(l.Italic)]}
	g.left, g.base = d.turn(page, x, y)
	g.right, _ = d.turn(page, ex, ey)
	g.right = max(g.right, g.left)
	g.next = g.right
	return g, true
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}
