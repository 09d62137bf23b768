package pdf

import "slices"

// White words on white paper are seen by nobody, and the file gives them away to whoever
// copies its text. They are left out where it is certain that nothing is painted behind
// them, before or after they were written.

const (
	maxPainted = 2000       // shapes and pictures of one page
	maxBehind  = 10_000_000 // looks for what is behind a white letter, of one page
)

// painted is where something other than white is painted on a page, letters apart.
type painted struct {
	places []rule
	all    bool // it is not known where
}

// add takes in a box, of which what lies in clip is painted; nil is everywhere.
func (p *painted) add(box rule, clip *rule) {
	if clip != nil && *clip != (rule{}) {
		box = box.within(*clip)
	}
	if p.all = p.all || len(p.places) >= maxPainted; !p.all && box != (rule{}) {
		p.places = append(p.places, box)
	}
}

// paint notes where the path is painted, as lines too by the given operator.
func (p *path) paint(r *run, op string) {
	in, gs := r.in, &r.gs
	filled, lined := op != "S" && op != "s" && !gs.white, op[0] != 'f' && op[0] != 'F'
	switch {
	case !filled && !lined || len(p.outline) == 0:
		return
	case len(p.outline) > maxOutline:
		in.painted.all = true
		return
	}
	x, y := gs.ctm.apply(p.outline[0][0], p.outline[0][1])
	box := rule{x, y, x, y}
	for _, q := range p.outline[1:] {
		x, y := gs.ctm.apply(q[0], q[1])
		box = box.around(rule{x, y, x, y})
	}
	half := 0.5
	if lined {
		half += gs.nib.width * max(length(gs.ctm[0], gs.ctm[1]), length(gs.ctm[2], gs.ctm[3])) / 2
	}
	in.painted.add(rule{box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half}, gs.clip)
}

// whiteInk reports whether the operands of a colour operator name the white of paper.
func (r *run) whiteInk(op string) bool {
	n := len(r.args)
	if n == 0 || r.args[n-1].kind != kindNumber {
		return false
	}
	isAll := func(x float64) bool {
		return !slices.ContainsFunc(r.args, func(a token) bool { return a.num != x })
	}
	return op == "g" && isAll(1) || n == 3 && isAll(1) || n == 4 && isAll(0)
}

// blank leaves out the runs of white glyphs behind none of which something is painted.
// Where something on the page was not read, none is.
func (in *interpreter) blank() {
	white := 0
	for i := range in.glyphs {
		white += index(in.glyphs[i].white)
	}
	if white == 0 || in.fault != "" || in.painted.all || white*len(in.painted.places) > maxBehind {
		return
	}
	for i := 0; i < len(in.glyphs); {
		end := i + 1
		for end < len(in.glyphs) && in.glyphs[end].white == in.glyphs[i].white && in.glyphs[end].continues(&in.glyphs[end-1]) {
			end++
		}
		if run := in.glyphs[i:end]; run[0].white && run[0].dir != slanted && !slices.ContainsFunc(run, in.isOnPaint) {
			for j := range run {
				if run[j].hidden == visible {
					run[j].hidden = blanked
				}
			}
		}
		i = end
	}
}

// isOnPaint reports whether something is painted where g stands.
func (in *interpreter) isOnPaint(g glyph) bool {
	return slices.ContainsFunc(in.painted.places, in.boxOf(&g).meets)
}

// boxOf is where g stands on the page.
func (in *interpreter) boxOf(g *glyph) rule {
	return g.dir.back().turnRule(g.dir.turned(in.page), rule{g.left - 0.1*g.size, g.base - g.size, max(g.right, g.left+0.1*g.size), g.base + 0.3*g.size})
}
