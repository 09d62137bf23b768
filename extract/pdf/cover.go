package pdf

import (
	"slices"
)

// What is painted black covers what was drawn before, and what is drawn on it in black,
// until something lighter is painted there.

const (
	maxCovers = 500 // black boxes of one page at a time
	broadLine = 5   // points: as broad as letters are high, or nearly
	blackest  = 0.2 // of full light: what is no lighter is black
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

// clipTo narrows where gs paints to the box of a path, to nowhere that is known where
// the path is no single box.
func (gs *state) clipTo(p *path) {
	var box rect
	if boxes, alone := p.areas(); len(boxes) == 1 && alone && gs.ctm.upright() {
		box = boxes[0]
	}
	box = box.clipped(gs.clip)
	gs.clip = &box
}

// knownClip is where is painted, nil for everywhere and where it is not known.
func (gs *state) knownClip() *rect {
	if gs.clip != nil && *gs.clip == (rect{}) {
		return nil
	}
	return gs.clip
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
		b = b.clipped(gs.clip)
		if b.width() > thin && b.height() > thin && len(in.covers) < maxCovers {
			in.covers = append(in.covers, b)
			in.hide(hider{b, covered, nil})
		}
	}
}

// coverWithLines heeds what broad black lines hide, as a marker draws them.
func (r *run) coverWithLines() {
	gs, p := &r.gs, &r.path
	half := gs.nib.width * min(length(gs.ctm[0], gs.ctm[1]), length(gs.ctm[2], gs.ctm[3])) / 2
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
			if min(next.width(), next.height()) > 2*slack*half {
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
			in.hide(hider{box.clipped(clip), covered, nil})
		}
		points = points[max(n-1, 1):]
	}
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
	clip := r.gs.knownClip()
	if clip == nil {
		r.in.painted.all, r.in.covers = true, r.in.covers[:0]
		return
	}
	r.in.painted.add(*clip)
	r.in.uncover([]rect{*clip}, true)
}
