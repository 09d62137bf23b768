package pdf

import (
	"math"
	"slices"
	"strings"
)

// Words under a black box, as of a review made ready to be published, are on no
// page that a person sees, and the file may hold them yet. They are left out where
// it is certain that the box hides them: painted black and whole over them, or under
// words that are black themselves and that nothing lighter parts from it. So are words
// that somebody has marked for removal and that nobody has removed since.

const (
	maxHiding = 2000 // boxes of one page that hide something, also where something lighter was painted over them since
	hideCost  = 100  // glyphs that are looked through in the time of an operator
)

// concealment is why a glyph is left out.
type concealment uint8

const (
	visible concealment = iota
	covered             // a black box hides it
	marked              // it is marked for removal
	blanked             // it is white on white paper
)

// hider is a box that hides something, or the box around another shape that does.
type hider struct {
	rect
	how   concealment
	shape *contour // nil for a box
}

// hides reports whether r lies over the middle and the height of g, on a page of the
// given size.
func (r rect) hides(g *glyph, page extent) bool {
	switch g.dir {
	case rightward:
	case slanted:
		return false
	default:
		r = g.dir.turnRect(page, r)
	}
	x, low, high := (g.left+g.right)/2, g.base, g.base-0.5*g.size
	return r.x0 <= x && x <= r.x1 && r.y0 <= high && low <= r.y1
}

// hides reports whether h lies over g, on a page of the given size: a box over its middle
// and its height, another shape over all of it.
func (h hider) hides(g *glyph, page extent) bool {
	if over := h.rect.hides(g, page); !over || h.shape == nil {
		return over
	}
	inset := 0.1 * (g.right - g.left)
	box := g.dir.onPage(page, rect{g.left + inset, g.base - 0.5*g.size, g.right - inset, g.base})
	return h.rect.around(box) == h.rect && h.shape.within(box)
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
	box := g.dir.onPage(page, rect{g.left, g.base - 0.5*g.size, g.right, g.base})
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

// turnedHiders are boxes of a page where they lie when it is turned clockwise by so many
// quarters, and is of the given size then.
func turnedHiders(hiding []hider, quarters int, page extent) []hider {
	lain := direction(quarters % 4)
	out := slices.Clone(hiding)
	for i := range out {
		out[i].rect = lain.onPage(page, out[i].rect)
		out[i].shape = out[i].shape.onPage(lain, page)
	}
	return out
}

// hide leaves out what was drawn before where h lies.
func (in *interpreter) hide(h hider) {
	if len(in.hiding) >= maxHiding {
		return
	}
	in.ops += 1 + (len(in.glyphs)+len(in.unknown))/hideCost
	hides := false
	for i := range in.unknown {
		if g := &in.unknown[i]; in.lies(h, g) {
			g.hidden, hides = max(g.hidden, h.how), true
		}
	}
	for i := range in.glyphs {
		if g := &in.glyphs[i]; in.lies(h, g) {
			g.hidden = max(g.hidden, h.how)
			hides = hides || !g.blank()
		}
	}
	if hides || h.how == marked { // what is marked may be in a picture
		in.hiding = append(in.hiding, h)
	}
}

// hidden says how a black box hides g, which is about to be drawn. A blank makes of the
// box none that hides something.
func (in *interpreter) hidden(g *glyph, blank bool) concealment {
	i := slices.IndexFunc(in.covers, func(b rect) bool { return b.hides(g, in.page) })
	if i < 0 {
		return visible
	}
	if h := (hider{in.covers[i], covered, nil}); !blank && !slices.Contains(in.hiding, h) {
		in.hiding = append(in.hiding, h)
	}
	return covered
}

// lies reports whether h lies over g, and counts what a look at a shape takes.
func (in *interpreter) lies(h hider, g *glyph) bool {
	if h.shape != nil && h.rect.hides(g, in.page) {
		in.ops += 1 + tests*len(h.shape.points)/hideCost
	}
	return h.hides(g, in.page)
}

// boxedGlyph is a glyph that lies where something is hidden. It is small: those of all
// pages are kept until the second engine has read.
type boxedGlyph struct {
	left, base float32
	dir        direction
	hidden     concealment
}

// boxed returns the glyphs that lie where something is hidden, if any of them is shown.
func (in *interpreter) boxed() []boxedGlyph {
	var out []boxedGlyph
	shown := false
	for _, glyphs := range [...][]glyph{in.glyphs, in.unknown} {
		for i := range glyphs {
			g := &glyphs[i]
			if !g.blank() && slices.ContainsFunc(in.hiding, func(h hider) bool { return in.lies(h, g) }) {
				shown = shown || g.hidden == visible
				out = append(out, boxedGlyph{float32(g.left), float32(g.base), g.dir, g.hidden})
			}
		}
	}
	if !shown {
		return nil
	}
	return slices.Clone(out) // without room to grow
}

// splitHidden returns the glyphs that are shown, and how many words of the others are
// hidden in each way.
func splitHidden(glyphs []glyph) (seen []glyph, hidden [blanked + 1]int) {
	if !slices.ContainsFunc(glyphs, func(g glyph) bool { return g.hidden != visible }) {
		return glyphs, hidden
	}
	var under [len(hidden)][]glyph
	for _, g := range glyphs {
		under[g.hidden] = append(under[g.hidden], g)
	}
	for how := covered; how <= blanked; how++ {
		hidden[how] = len(words(under[how]))
	}
	return under[visible], hidden
}
