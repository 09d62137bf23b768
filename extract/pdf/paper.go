package pdf

import (
	"cmp"
	"slices"

	"github.com/ledongthuc/pdf"
)

// White words on white paper are seen by nobody, and the file gives them away to whoever
// copies its text. They are left out where it is certain that nothing is painted behind
// them, before or after they were written.

const (
	maxPainted = 2000       // shapes and pictures of one page
	maxBehind  = 10_000_000 // looks for what is behind white letters, of one page
)

// painted is where something other than white is painted on a page, letters apart.
type painted struct {
	places []rect
	all    bool // it is not known where
}

// add takes in a box.
func (p *painted) add(box rect) {
	if p.all = p.all || len(p.places) >= maxPainted; !p.all && box != (rect{}) {
		p.places = append(p.places, box)
	}
}

// paint notes where the path is painted, filled or with lines along it.
func (r *run) paint(filled, lined bool) {
	in, gs, outline := r.in, &r.gs, r.path.outline
	switch {
	case !filled && !lined || len(outline) == 0:
		return
	case len(outline) > maxOutline:
		in.painted.all = true
		return
	}
	box := nowhere
	for _, p := range outline {
		box = box.around(gs.ctm.point(p).box())
	}
	half := 0.5
	if lined {
		half += gs.nib.width * max(length(gs.ctm[0], gs.ctm[1]), length(gs.ctm[2], gs.ctm[3])) / 2
	}
	in.painted.add(box.grown(half).clipped(gs.knownClip()))
}

// whiteInk reports whether the operands of a colour operator name the white of paper.
func (r *run) whiteInk(op string) bool {
	n := len(r.args)
	if n == 0 || r.args[n-1].kind != kindNumber || !r.gs.plain {
		return false
	}
	isAll := func(x float64) bool {
		return !slices.ContainsFunc(r.args, func(a token) bool { return a.num != x })
	}
	return op == "g" && isAll(1) || n == 3 && isAll(1) || n == 4 && isAll(0)
}

// isWhite reports whether what is filled is white, whatever is below.
func (gs *state) isWhite() bool { return gs.white && !gs.letsThrough() }

// isPlain reports whether colours of the space of that name are red, green and blue, or
// four inks: in others the same numbers may be dark.
func (sc *scope) isPlain(name string) bool {
	switch name {
	case "DeviceRGB", "DeviceCMYK":
		return true
	}
	plain, ok := sc.plain[name]
	if !ok {
		space := sc.resources.Key("ColorSpace").Key(name)
		switch cmp.Or(space.Name(), space.Index(0).Name()) {
		case "DeviceRGB", "DeviceCMYK", "CalRGB":
			plain = true
		case "ICCBased":
			plain = space.Index(1).Key("Alternate").Kind() != pdf.Array
		}
		sc.plain[name] = plain
	}
	return plain
}

// blank leaves out the runs of white glyphs behind none of which something is painted.
// Where something on the page was not read, none is.
func (in *interpreter) blank() {
	if in.fault != "" || in.painted.all || !slices.ContainsFunc(in.glyphs, func(g glyph) bool { return g.white }) {
		return
	}
	behind := in.behind()
	for i, looks := 0, 0; i < len(in.glyphs); {
		end := i + 1
		for end < len(in.glyphs) && in.glyphs[end].white == in.glyphs[i].white && in.glyphs[end].continues(&in.glyphs[end-1]) {
			end++
		}
		run := in.glyphs[i:end]
		i = end
		if !run[0].white || run[0].dir == slanted || !slices.ContainsFunc(run, func(g glyph) bool { return !g.blank() }) {
			continue
		}
		if looks += len(behind) + len(run)*len(in.painted.places); looks > maxBehind {
			return
		}
		if in.isOnPaint(run, behind) {
			continue
		}
		for j := range run {
			if run[j].hidden == visible {
				run[j].hidden = blanked
			}
		}
	}
}

// behind returns where on the page letters stand that are not white: white ones may stand
// on them, as a number does on a large dot.
func (in *interpreter) behind() []rect {
	var out []rect
	for _, glyphs := range [...][]glyph{in.glyphs, in.unknown} {
		for i := range glyphs {
			if g := &glyphs[i]; !g.white && !g.blank() {
				out = append(out, g.dir.onPage(in.page, g.box()))
			}
		}
	}
	return out
}

// isOnPaint reports whether something is painted where a glyph of run stands, or a letter.
func (in *interpreter) isOnPaint(run []glyph, behind []rect) bool {
	around := run[0].dir.onPage(in.page, run[0].box())
	for i := range run {
		box := run[i].dir.onPage(in.page, run[i].box())
		if slices.ContainsFunc(in.painted.places, box.meets) {
			return true
		}
		around = around.around(box)
	}
	return slices.ContainsFunc(behind, func(letter rect) bool {
		return letter.meets(around) && slices.ContainsFunc(run, func(g glyph) bool {
			return letter.meets(g.dir.onPage(in.page, g.middle()))
		})
	})
}

// box is where g stands, in its own direction, with room around it.
func (g *glyph) box() rect {
	return rect{g.left - 0.1*g.size, g.base - g.size, max(g.right, g.left+0.1*g.size), g.base + 0.3*g.size}
}

// middle is the middle of g.
func (g *glyph) middle() rect {
	x, y := (g.left+g.right)/2, g.base-0.35*g.size
	return rect{x - 0.05*g.size, y - 0.05*g.size, x + 0.05*g.size, y + 0.05*g.size}
}
