package charts

import (
	"math"
	"strings"

	"gonum.org/v1/plot/vg"

	"thematic/charts/euler"
)

// eulerPlan is where ellipses, counts and names stand on the page.
type eulerPlan struct {
	shapes ovals // in points
	counts []countPlace
	names  []namedCallout
	cost   vg.Length
}

// countPlace is where the count of a region stands: around at, or apart from
// the region with a leader.
type countPlace struct {
	callout
	mask  int
	at    vg.Point
	size  vg.Length // of the number
	apart bool
}

// namedCallout is where the name of a set stands.
type namedCallout struct {
	callout
	lines []string
}

// Least and greatest size of a number, in sizes of the label.
const (
	leastCount = 1.25
	mostCount  = 3.2
)

// layoutNeeds is what every trial of a plan starts from.
type layoutNeeds struct {
	rooms []regionRoom
	forms [][]nameForm // of each name
}

// plan finds a place for everything: the ellipses as large as leaves room for
// their labels beside them.
func (c *eulerChart) plan(s *sheet, area vg.Rectangle) (best eulerPlan, ok bool) {
	best.cost = vg.Length(math.Inf(1))
	needs := layoutNeeds{rooms: c.rooms(s, onPage(c.fit.Ellipses, area, 1, 0))}
	for i := range c.names {
		needs.forms = append(needs.forms, c.nameForms(s, i, area.Max.X-area.Min.X))
	}
	height := area.Max.Y - area.Min.Y
	after := 0
	for share := vg.Length(1); share > 0.35 && after < 7; share *= 0.93 {
		if ok {
			after++
		}
		for _, lift := range []vg.Length{0, 0.3 * (1 - share) * height} {
			p, fits := c.planAt(s, area, share, lift, needs)
			p.cost += 1.6 * (1 - share) * height
			if fits && p.cost < best.cost {
				best, ok = p, true
			}
		}
	}
	return best, ok
}

// planAt is the plan in which the ellipses take a given share of the area and
// stand above its middle by lift.
func (c *eulerChart) planAt(s *sheet, area vg.Rectangle, share, lift vg.Length, needs layoutNeeds) (p eulerPlan, ok bool) {
	p.shapes = onPage(c.fit.Ellipses, area, share, lift)
	b := &board{frame: area, shapes: p.shapes, gap: 0.6 * s.scale.label}
	p.counts = c.placeCounts(s, area, share, lift, needs.rooms)
	for _, k := range p.counts {
		if !k.apart {
			b.boxes = append(b.boxes, k.box)
		}
	}
	for i := range p.counts {
		k := &p.counts[i]
		if !k.apart {
			continue
		}
		if k.callout, ok = c.placeApart(s, b, *k); !ok {
			return p, false
		}
		b.take(k.callout)
		p.cost += k.cost
	}
	for i := range c.names {
		name, ok := c.placeName(b, i, 1.7*s.scale.label, needs.forms[i])
		if !ok {
			return p, false
		}
		b.take(name.callout)
		p.names = append(p.names, name)
		p.cost += name.cost
	}
	return p, true
}

// onPage moves ellipses into an area, of which they take the given share in
// height or width, above its middle by lift.
func onPage(shapes []euler.Ellipse, area vg.Rectangle, share, lift vg.Length) ovals {
	left, bottom, right, top := euler.Bounds(shapes)
	width, height := float64(area.Max.X-area.Min.X), float64(area.Max.Y-area.Min.Y)
	scale := float64(share) * min(width/(right-left), height/(top-bottom))
	x := float64(area.Min.X+area.Max.X)/2 - scale*(left+right)/2
	y := float64(lift+(area.Min.Y+area.Max.Y)/2) - scale*(bottom+top)/2
	moved := make(ovals, len(shapes))
	for i, e := range shapes {
		if !e.Empty() {
			moved[i] = newOval(euler.Ellipse{X: x + scale*e.X, Y: y + scale*e.Y, A: scale * e.A, B: scale * e.B, Phi: e.Phi})
		}
	}
	return moved
}

// regionRoom is the roomiest place in a region, and how much larger than the
// least size its count may be there, where the ellipses take all of the area.
type regionRoom struct {
	mask int
	at   vg.Point
	room vg.Length
}

// rooms are those of all regions that have reviews.
func (c *eulerChart) rooms(s *sheet, shapes ovals) (all []regionRoom) {
	for mask := 1; mask < len(c.regions); mask++ {
		if c.regions[mask] > 0 {
			width, height := c.countExtent(s, mask, leastCount*s.scale.label)
			pad := 0.6 * s.scale.label
			at, room := shapes.roomiest(mask, width+pad, height+pad)
			all = append(all, regionRoom{mask, at, room})
		}
	}
	return all
}

// countExtent is the width and height of a count in its region.
func (c *eulerChart) countExtent(s *sheet, mask int, size vg.Length) (width, height vg.Length) {
	number, share := c.countText(mask), c.shareText(mask)
	light := shareLettering(s, size)
	width = max(s.measure(number, lettering{size, true, ink}), s.measure(share, light))
	return width, stackHeight(size, light.size)
}

// placeCounts puts the counts in the regions that have room for them, in one
// size, since a larger number must not look like more; the others are still to
// be placed.
func (c *eulerChart) placeCounts(s *sheet, area vg.Rectangle, share, lift vg.Length, rooms []regionRoom) (counts []countPlace) {
	room := vg.Length(mostCount) / leastCount
	for _, r := range rooms {
		if r.room*share >= 1 {
			room = min(room, r.room*share)
		}
	}
	size := leastCount * s.scale.label * room
	mid := vg.Point{X: (area.Min.X + area.Max.X) / 2, Y: (area.Min.Y + area.Max.Y) / 2}
	for _, r := range rooms {
		k := countPlace{mask: r.mask, at: mid.Add(r.at.Sub(mid).Scale(share)), size: size}
		k.at.Y += lift
		if k.apart = r.room*share < 1; k.apart {
			k.size = leastCount * s.scale.label
		} else {
			width, height := c.countExtent(s, r.mask, size)
			k.box = around(k.at, width, height)
		}
		counts = append(counts, k)
	}
	return counts
}

// placeApart finds a place for a count beside its region.
func (c *eulerChart) placeApart(s *sheet, b *board, k countPlace) (callout, bool) {
	number, share := c.countText(k.mask), c.shareText(k.mask)
	return b.find(wish{
		width:   s.measure(number+" ", lettering{k.size, true, ink}) + s.measure(share, shareLettering(s, k.size)),
		height:  (ascender + descender) * k.size,
		targets: []vg.Point{k.at},
		near:    2 * s.scale.label,
		lead:    always,
	})
}

// nameForm is a name wrapped, and its extent with the total below.
type nameForm struct {
	lines         []string
	width, height vg.Length
}

// nameForms are those of the name of set i: few long lines, or more that are
// shorter.
func (c *eulerChart) nameForms(s *sheet, i int, width vg.Length) (forms []nameForm) {
	widest := s.widestWord(c.names[i])
	for _, form := range []struct {
		width vg.Length
		lines int
	}{{0.55, 3}, {0.36, 4}, {0.24, 6}} {
		p := s.namePlace(c.names[i], max(form.width*width, min(widest, 0.5*width)), form.lines, middle)
		f := nameForm{p.lines, s.measure(c.totalText(i), s.label()), s.nameHeight(p)}
		for _, text := range p.lines {
			f.width = max(f.width, s.measure(text, lettering{s.scale.label, true, ink}))
		}
		if len(forms) == 0 || len(f.lines) != len(forms[len(forms)-1].lines) {
			forms = append(forms, f)
		}
	}
	return forms
}

// placeName is the cheapest place of the name of set i in any of its forms. The
// name of an empty set stands in the lower right corner.
func (c *eulerChart) placeName(b *board, i int, near vg.Length, forms []nameForm) (best namedCallout, ok bool) {
	best.cost = vg.Length(math.Inf(1))
	w := wish{near: near}
	if b.shapes[i].Empty() {
		w.lead, w.targets = never, []vg.Point{{X: b.frame.Max.X, Y: b.frame.Min.Y}}
	} else {
		var covered bool
		if w.targets, covered = b.shapes.exposed(i); covered {
			w.lead = always
		}
		w.from, w.away = b.shapes.outward(w.targets)
	}
	for _, form := range forms {
		w.width, w.height = form.width, form.height
		if found, fits := b.find(w); fits && found.cost < best.cost {
			best, ok = namedCallout{found, form.lines}, true
		}
	}
	return best, ok
}

// widestWord is the width of the widest word of a name.
func (s *sheet) widestWord(name string) (widest vg.Length) {
	for _, word := range strings.Fields(name) {
		widest = max(widest, s.measure(word, lettering{s.scale.label, true, ink}))
	}
	return widest + 0.5
}
