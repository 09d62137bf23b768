package pdf

import (
	"math"
	"slices"

	"github.com/ledongthuc/pdf"
)

// Words under a black box, as of a review made ready to be published, are on no
// page that a person sees, and the file may hold them yet. They are left out where
// it is certain that the box hides them: painted black and whole over them, or under
// words that are black themselves and that nothing lighter parts from it. So are words
// that somebody has marked for removal and that nobody has removed since.

const (
	maxCovers = 500  // black boxes of one page at a time
	broadLine = 5    // points: as broad as letters are high, or nearly
	maxHiding = 2000 // those that hide something, also where something lighter was painted over them since
	hideCost  = 100  // glyphs that are looked through in the time of an operator
	blackest  = 0.2  // of full light: what is no lighter is black
)

// blackInk reports whether the operands of a colour operator name black, in grey, in
// red, green and blue, or in four inks. What one number of another space stands for is
// not known.
func (r *run) blackInk(op string) bool {
	n := len(r.args)
	switch {
	case op == "g", op == "G":
		return isBlack(r.num(0))
	case n == 3:
		return isBlack(r.num(2), r.num(1), r.num(0))
	case n == 4:
		return isBlack(r.num(3), r.num(2), r.num(1), r.num(0))
	}
	return false
}

// isBlack reports whether a colour is black: one number is a grey, three are red,
// green and blue, and four are inks.
func isBlack(colour ...float64) bool {
	switch len(colour) {
	case 1, 3:
		return slices.Max(colour) <= blackest
	case 4:
		return colour[3] >= 1-blackest
	}
	return false
}

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

// veil is what the dictionary of a graphics state says of whether what is painted lets
// through what is below it.
type veil struct {
	alpha pdf.Value // of filled shapes, null where it says nothing
	lines pdf.Value // the same of lines
	blend string    // "" where it says nothing
	mask  pdf.Value // that lets through parts of everything, None for none
	width pdf.Value // of lines
	dash  pdf.Value // of lines: an array of the pattern and where it begins
}

// veilNamed returns the veil that a name stands for in sc, which is read once.
func (sc *scope) veilNamed(name string) veil {
	v, ok := sc.veils[name]
	if !ok {
		dict := sc.resources.Key("ExtGState").Key(name)
		v = veil{dict.Key("ca"), dict.Key("CA"), dict.Key("BM").Name(), dict.Key("SMask"), dict.Key("LW"), dict.Key("D")}
		sc.veils[name] = v
	}
	return v
}

// heed takes in v: what is painted through is no cover.
func (gs *state) heed(v veil) {
	if v.mask.Kind() != pdf.Null {
		gs.masked = v.mask.Kind() != pdf.Name
	}
	if v.width.Kind() != pdf.Null {
		gs.nib.width = v.width.Float64()
	}
	if v.dash.Kind() != pdf.Null {
		gs.nib.dashed = v.dash.Index(0).Len() > 0
	}
	if v.alpha.Kind() != pdf.Null {
		gs.sheer = v.alpha.Float64() < 1
	}
	if v.lines.Kind() != pdf.Null {
		gs.nib.sheer = v.lines.Float64() < 1
	}
	if v.blend != "" {
		gs.darkens = v.blend == "Multiply" || v.blend == "Darken" // black stays so, and covers
		gs.blended = v.blend != "Normal" && v.blend != "Compatible" && !gs.darkens
	}
}

// letsThrough reports whether what is below shows through all that is painted, however
// opaque its colour.
func (gs *state) letsThrough() bool { return gs.blended || gs.masked || gs.grouped }

// clipTo narrows where gs paints to the box of a path, to nowhere that is known where
// the path is no single box.
func (gs *state) clipTo(p *path) {
	var box rect
	if boxes, alone := p.areas(); len(boxes) == 1 && alone && gs.ctm.upright() {
		box = boxes[0]
	}
	if gs.clip != nil {
		box = box.within(*gs.clip)
	}
	gs.clip = &box
}

// cover heeds what a filled path hides of what was drawn before, and what it lays over
// black boxes.
func (r *run) cover() {
	in, gs, p := r.in, &r.gs, &r.path
	boxes, alone := p.areas()
	switch {
	case gs.pale && gs.darkens:
		return
	case gs.pale || gs.sheer || gs.letsThrough():
		in.uncover(boxes, alone)
		return
	}
	in.blacked++
	if !gs.ctm.upright() || !alone || hollow(boxes) {
		if o := p.shape(gs.ctm); o != nil {
			in.hideShape(o, gs.clip)
		}
		return
	}
	for _, b := range boxes {
		if gs.clip != nil {
			b = b.within(*gs.clip)
		}
		if b.width() > thin && b.height() > thin && len(in.covers) < maxCovers {
			in.covers = append(in.covers, b)
			in.hide(hider{b, covered, nil})
		}
	}
}

// nib is what lines are drawn with.
type nib struct {
	width  float64 // in the units of the user's space
	pale   bool    // its colour is not black
	sheer  bool    // it lets through what is below
	dashed bool
}

// coverWithLines heeds what broad black lines hide, as a marker draws them.
func (r *run) coverWithLines() {
	gs, p := &r.gs, &r.path
	half := gs.nib.width * math.Min(length(gs.ctm[0], gs.ctm[1]), length(gs.ctm[2], gs.ctm[3])) / 2
	if 2*half < broadLine || gs.nib.pale || gs.nib.sheer || gs.nib.dashed || gs.letsThrough() {
		return
	}
	r.in.blacked++
	for _, l := range p.lines {
		r.in.hideStroke([]point{{l.x0, l.y0}, {l.x1, l.y1}}, half, gs.clip)
	}
	o := p.shape(gs.ctm)
	for i := 1; p.sloped && len(p.curves) == 0 && o != nil && i < len(o.points); i++ {
		if a, b := o.points[i-1], o.points[i]; near(a, b) == [2]bool{} {
			r.in.hideShape(quadAround(a, b, half), gs.clip)
		}
	}
}

// hideStroke leaves out what a line through points hides that reaches half to both
// sides, painted within clip, nil for everywhere: as far as it runs level or upright it
// is a box, and else each stroke of it is one that lies aslant.
func (in *interpreter) hideStroke(points []point, half float64, clip *rect) {
	const slack = 0.25 // of half: how far a part may be out of true
	for len(points) > 1 {
		box, n := points[0].box(), 1
		for ; n < len(points); n++ {
			next := box.around(points[n].box())
			if math.Min(next.width(), next.height()) > 2*slack*half {
				break
			}
			box = next
		}
		if in.ops > in.src.limits.OperatorsPage {
			return
		}
		if n == 1 {
			in.hideShape(quadAround(points[0], points[1], half), clip)
		}
		if n > 1 {
			if box.vertical() {
				box.x0, box.x1 = box.x1-half, box.x0+half
			} else {
				box.y0, box.y1 = box.y1-half, box.y0+half
			}
			if clip != nil {
				box = box.within(*clip)
			}
			in.hide(hider{box, covered, nil})
		}
		points = points[max(n-1, 1):]
	}
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

// lies reports whether h lies over g, and counts what a look at a shape takes.
func (in *interpreter) lies(h hider, g *glyph) bool {
	if h.shape != nil && h.rect.hides(g, in.page) {
		in.ops += 1 + tests*len(h.shape.points)/hideCost
	}
	return h.hides(g, in.page)
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

// hollow reports whether a part of a path made of boxes may be left out when it is
// filled, as in a frame that is one box in another: where boxes meet.
func hollow(boxes []rect) bool {
	if len(boxes) > maxCovers {
		return true
	}
	for i, b := range boxes {
		if slices.ContainsFunc(boxes[:i], b.meets) {
			return true
		}
	}
	return false
}

// uncover forgets the black boxes over which something lighter is painted: those
// that boxes touch, and all where these are not its whole shape.
func (in *interpreter) uncover(boxes []rect, whole bool) {
	in.covers = slices.DeleteFunc(in.covers, func(c rect) bool {
		return !whole || slices.ContainsFunc(boxes, c.meets)
	})
}

// unitBox is the box around the unit square, which an image fills.
func (r *run) unitBox() rect { return transformed(rect{0, 0, 1, 1}, r.gs.ctm) }

// uncoverClip forgets the black boxes where is painted.
func (r *run) uncoverClip() {
	if r.in.painted.all = r.in.painted.all || r.gs.clip == nil || *r.gs.clip == (rect{}); !r.in.painted.all {
		r.in.painted.add(*r.gs.clip, nil)
	}
	if clip := r.gs.clip; clip == nil || *clip == (rect{}) { // everywhere, or it is not known where
		r.in.covers = r.in.covers[:0]
		return
	}
	r.in.uncover([]rect{*r.gs.clip}, true)
}

// hides reports whether r lies over the middle and the height of g, on a page of the
// given size.
func (r rect) hides(g *glyph, page extent) bool {
	switch g.dir {
	case rightward:
	case slanted:
		return false
	default:
		r = g.dir.turnRule(page, r)
	}
	x, low, high := (g.left+g.right)/2, g.base, g.base-0.5*g.size
	return r.x0 <= x && x <= r.x1 && r.y0 <= high && low <= r.y1
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
