package pdf

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"thematic/corpus"
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

// leastConfidence is the confidence below which recognised text is not used.
const leastConfidence = 50

// readAll reads a file that cannot be opened here, for the reason given.
func (e Engines) readAll(reason error, limits corpus.Limits) (corpus.Text, error) {
	if e.Second == nil {
		return corpus.Text{}, plain(reason)
	}
	n, err := e.Second.Pages()
	if err != nil || n < 1 {
		return corpus.Text{}, plain(reason)
	}
	doc := &document{pages: readSheets(e.Second, min(n, limits.Pages))}
	e.finish(doc.pages)
	text, err := doc.laidOut(limits.TextBytes)
	if err != nil {
		return corpus.Text{}, err
	}
	if !errors.Is(reason, errEncrypted) {
		text.Warnings = append(text.Warnings, fmt.Sprintf("pages may be missing: %v", plain(reason)))
	}
	if n > limits.Pages {
		text.Warnings = append(text.Warnings, cutWarning(limits))
	}
	return text, nil
}

func cutWarning(limits corpus.Limits) string {
	return fmt.Sprintf("only the first %d pages were read", limits.Pages)
}

// readSheets reads the first n pages of a file of which no black boxes are known, without
// the letters that are not to be seen if engine can tell.
func readSheets(engine Engine, n int) []*sheet {
	sheets := make([]*sheet, n)
	for i := range sheets {
		page, err := engine.Page(i)
		if err != nil {
			sheets[i] = unread(engine, i, err)
			continue
		}
		sheets[i] = page.sheet(i, engine.Name(), concealments{})
		looker, ok := engine.(Looker)
		if !ok || len(sheets[i].lines) == 0 {
			continue
		}
		if black, err := looker.Look(i); err == nil {
			sheets[i] = page.sheet(i, engine.Name(), concealments{black: black})
		} else {
			sheets[i].lines = nil
			sheets[i].fail("it cannot be drawn, to see whether anything on it is hidden: " + err.Error())
		}
	}
	return sheets
}

// concealments are what is known of what is not to be seen on a page: where it is
// hidden, or where it is drawn black all over, nil for nowhere.
type concealments struct {
	hiding []hider
	boxed  []boxedGlyph // where something is hidden: what the text layer knows to be shown over it, or not
	black  func(x0, y0, x1, y1 float64) bool
	looks  int // at boxed, so far
}

// maxLooks is how often a page is looked through for what is shown over boxes: a page of
// ten thousand letters, every one of them in a box, takes as many.
const maxLooks = 100_000_000

// of says how g is hidden on a page of the given size.
func (c *concealments) of(g *glyph, page extent) concealment {
	if at := slices.IndexFunc(c.hiding, func(h hider) bool { return h.hides(g, page) }); at >= 0 {
		return c.overBox(g, c.hiding[at].how)
	}
	if c.black == nil || g.dir == slanted || strings.IndexFunc(g.text, isWordRune) < 0 {
		return visible
	}
	box := g.dir.back().turnRule(g.dir.turned(page), rect{g.left, g.base - 0.5*g.size, g.right, g.base})
	if c.black(box.x0, box.y0, box.x1, box.y1) {
		return covered
	}
	return visible
}

// overBox says how g is hidden that lies where something is, in the way how: not at all
// where it was written over that, and nothing stands there below. It stays hidden where
// there is too much to look at.
func (c *concealments) overBox(g *glyph, how concealment) concealment {
	const near = 0.1 // ems
	if c.looks += len(c.boxed); c.looks > maxLooks {
		return how
	}
	shown := false
	for i := range c.boxed {
		o := &c.boxed[i]
		if o.dir != g.dir || math.Abs(float64(o.left)-g.left) > near*g.size || math.Abs(float64(o.base)-g.base) > near*g.size {
			continue
		}
		if o.hidden != visible {
			return how
		}
		shown = true
	}
	if shown {
		return visible
	}
	return how
}

// readSheet reads a page with an engine, without what c hides.
func readSheet(engine Engine, i int, c concealments) *sheet {
	page, err := engine.Page(i)
	if err != nil {
		return unread(engine, i, err)
	}
	return page.sheet(i, engine.Name(), c)
}

// unread is a page that an engine could not read.
func unread(engine Engine, i int, err error) *sheet {
	s := &sheet{index: i, extent: a4.size(), engine: engine.Name()}
	s.state, s.reason = corpus.PageFailed, err.Error()
	return s
}

// mend reads again, with the engines of e, the pages of d that need it.
func (e Engines) mend(d *document, limits corpus.Limits) {
	if e.Second != nil {
		e.readAgain(d, limits)
	}
	e.finish(d.pages)
}

// finish judges what was read, and has the eye read what is not text, or not
// what the page shows.
func (e Engines) finish(pages []*sheet) {
	for i, s := range pages {
		if s.state == corpus.PageRead && s.unreadable() {
			s.state, s.reason = corpus.PageFailed, "its text does not read as words: its fonts do not say which characters they show"
		}
		if e.Eye != nil && (s.state == corpus.PageNeedsOCR || s.state == corpus.PageFailed && len(s.lines) > 0) {
			pages[i] = s.recognised(e.Eye)
		}
	}
}

// readAgain puts what the second engine reads in place of what reads worse. An
// engine that sees another number of pages has its way only where there would
// be no text at all, and none that is hidden.
func (e Engines) readAgain(d *document, limits corpus.Limits) {
	empty := !hasText(d.pages)
	var again []int
	for i, s := range d.pages {
		if empty && s.hidden[blanked] == 0 || s.doubtful() {
			again = append(again, i)
		}
	}
	if len(again) == 0 {
		return
	}
	n, err := e.Second.Pages()
	if err != nil {
		return
	}
	if n = min(n, limits.Pages); n != len(d.pages) {
		if sheets := readSheets(e.Second, n); empty && hasText(sheets) && !slices.ContainsFunc(d.pages, func(s *sheet) bool { return len(s.hiding) > 0 }) {
			d.pages = sheets
		}
		return
	}
	for _, i := range again {
		if s := readSheet(e.Second, i, concealments{hiding: d.pages[i].hiding, boxed: d.pages[i].boxed}); s.readsBetter(d.pages[i]) {
			if s.label == "" {
				s.label = d.pages[i].label
			}
			if s.turn == d.pages[i].turn {
				s.rules = d.pages[i].rules
			}
			s.damage = d.pages[i].damage
			s.keepHidden(d.pages[i])
			s.comments = d.pages[i].comments
			d.pages[i] = s
		}
	}
}

// keepHidden has s count what was hidden on old, which is the same page, but for white
// words, which another engine reads.
func (s *sheet) keepHidden(old *sheet) {
	for how, n := range old.hidden[:blanked] {
		s.hidden[how] = max(s.hidden[how], n)
	}
}

func hasText(pages []*sheet) bool {
	for _, s := range pages {
		if len(s.lines) > 0 {
			return true
		}
	}
	return false
}

// recognised returns the page as the eye sees it, and s where that is of no use.
// A picture in which the eye sees no word, or none but those written over it, shows
// none of its own. The eye sees nothing below black boxes, and what is marked for
// removal.
func (s *sheet) recognised(eye Engine) *sheet {
	seen := readSheet(eye, s.index, concealments{hiding: slices.DeleteFunc(slices.Clone(s.hiding), func(h hider) bool { return h.how == covered })})
	switch {
	case seen.state == corpus.PageFailed && s.state == corpus.PageNeedsOCR:
		s.reason = seen.reason
		return s
	case s.state == corpus.PageNeedsOCR && len(s.lines) > 0 && seen.quality.words <= s.quality.words:
		s.state, s.wordless = corpus.PageRead, true // there are no more words in the picture than those over it
		return s
	case seen.state == corpus.PageRead && seen.confidence < leastConfidence:
		s.confidence = seen.confidence
		if s.state == corpus.PageNeedsOCR {
			s.reason = fmt.Sprintf("its text is recognised with a confidence of no more than %.0f%%", seen.confidence)
		}
		return s
	case seen.state != corpus.PageRead && s.state == corpus.PageFailed:
		if seen.state == corpus.PageFailed {
			s.reason += ", and " + seen.reason
		}
		return s
	}
	if seen.label == "" {
		seen.label = s.label
	}
	seen.damage, seen.comments = s.damage, s.comments
	seen.keepHidden(s)
	return seen
}

// sheet makes a page of what an engine saw, without what c hides.
func (p *Page) sheet(index int, name string, c concealments) *sheet {
	box := rectBetween(point{p.Left, p.Bottom}, point{p.Right, p.Top})
	if !box.isPage() {
		box = a4
	}
	turn := (p.Turn%360 + 360) % 360
	s := &sheet{index: index, label: clean(p.Label), extent: box.size(), engine: name, confidence: p.Confidence}
	if turn == 90 || turn == 270 {
		s.extent = extent{s.height, s.width}
	}
	m := pageMatrix(box, turn)
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

// turnedHiders are boxes of a page where they lie when it is turned clockwise by so many
// quarters, and is of the given size then.
func turnedHiders(hiding []hider, quarters int, page extent) []hider {
	lain := [...]direction{rightward, upward, leftward, downward}[quarters%4] // text that reads from left to right then
	out := slices.Clone(hiding)
	for i := range out {
		out[i].rect = lain.turnRule(lain.turned(page), out[i].rect)
		out[i].shape = out[i].shape.turned(lain, lain.turned(page))
	}
	return out
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
	g.right = math.Max(g.right, g.left)
	g.next = g.right
	return g, true
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}
