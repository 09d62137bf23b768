package charts

import (
	"fmt"

	"gonum.org/v1/plot/vg"

	"thematic/charts/euler"
)

// honestError is the greatest error, as a share of the whole area, of a diagram
// that is shown as being to scale.
const honestError = 0.01

// Euler draws two or three sets as ellipses in which the area of every region
// is in proportion to its reviews, with the counts in the regions or, where
// these are too small, beside them with a leader. Where no ellipses show the
// numbers as they are, or their labels do not fit, it is the symmetric diagram
// of [Venn], and its subtitle says why. The errors are those of [Venn].
func Euler(data VennData, st Style) (*Figure, error) {
	v, err := newVennChart(data, st)
	if err != nil {
		return nil, err
	}
	c, reason, err := v.toScale()
	if err != nil {
		return nil, err
	}
	if reason == "" {
		f, err := newFigure(st, c.texts(data.Source), v.bodyHeight(), c.draw)
		if err != nil {
			return nil, err
		}
		if err := c.prepare(f); err != nil {
			return nil, err
		}
		if c.prepared {
			return f, nil
		}
		reason = "in this size there is no room for the labels of one that is"
	}
	v.because = ": " + reason
	return newFigure(st, v.texts(data.Source), v.bodyHeight(), v.draw)
}

// eulerChart is a diagram to scale.
type eulerChart struct {
	vennChart
	fit euler.Diagram
	// What is drawn unless the texts of the figure change: the plan for an area.
	prepared bool
	room     vg.Rectangle
	ready    eulerPlan
}

// toScale fits ellipses, or says why that cannot be done.
func (v vennChart) toScale() (c *eulerChart, reason string, err error) {
	c = &eulerChart{vennChart: v}
	counts := make([]float64, len(v.regions))
	for mask, k := range v.regions {
		counts[mask] = float64(k)
	}
	if c.fit, err = euler.Fit(counts, euler.Ellipses); err != nil {
		return c, "", fmt.Errorf("charts: %w", err)
	}
	switch {
	case v.n == v.regions[0]:
		return c, "there is nothing to draw to scale", nil
	case len(c.fit.Missing)+len(c.fit.Spurious) > 0:
		return c, "no ellipses show every combination that occurs and no other", nil
	case c.fit.DiagError > honestError:
		return c, fmt.Sprintf("no ellipses fit these numbers, the best are wrong by up to %.0f%% of the area", 100*c.fit.DiagError), nil
	case c.fit.Torn != nil:
		return c, "ellipses that fit would tear a combination into pieces", nil
	}
	return c, "", nil
}

func (c *eulerChart) texts(source string) texts {
	t := c.vennChart.texts(source)
	wrong := "less than 0.1%"
	if c.fit.DiagError >= 0.0005 {
		wrong = fmt.Sprintf("%.1f%%", 100*c.fit.DiagError)
	}
	t.subtitle = "Reviews by the themes on which practice was found lacking. Areas are in proportion to the numbers (greatest error " +
		wrong + " of the area); a combination not found has none."
	t.alt = c.describe("Diagram of overlapping ellipses, areas in proportion to the numbers,")
	return t
}

// prepare plans a figure as it is; it is not prepared if the labels find no
// places.
func (c *eulerChart) prepare(f *Figure) error {
	faces, err := newTypeface(f.font)
	if err != nil {
		return err
	}
	s := f.sheet(blank{}, faces)
	c.room = c.drawFrame(s, s.frame(f))
	c.ready, c.prepared = c.plan(s, c.room)
	return nil
}

// planFor is the plan for an area, which is the prepared one unless the texts
// of the figure have been changed since.
func (c *eulerChart) planFor(s *sheet, area vg.Rectangle) (eulerPlan, bool) {
	trial := *s
	trial.surface = blank{}
	room := c.drawFrame(&trial, area)
	if c.prepared && room == c.room {
		return c.ready, true
	}
	return c.plan(&trial, room)
}

// draw draws the ellipses. Where the texts of a figure have been made so long
// that the labels no longer fit, it is the symmetric diagram with a note.
func (c *eulerChart) draw(s *sheet, area vg.Rectangle) {
	p, ok := c.planFor(s, area)
	if !ok {
		area.Min.Y = s.footnote("The diagram is not to scale: there is no room for the labels of one that is.",
			area.Min.X, area.Min.Y, area.Max.X-area.Min.X)
		c.vennChart.draw(s, area)
		return
	}
	c.drawFrame(s, area)
	for i, o := range p.shapes {
		if !o.Empty() {
			s.fill(ellipse(o.Ellipse), translucent(c.style.colour(i)))
		}
	}
	for i, o := range p.shapes {
		if !o.Empty() {
			s.stroke(ellipse(o.Ellipse), line{width: 1.2, color: darker(c.style.colour(i)), dash: p.dash(i)})
		}
	}
	for _, k := range p.counts {
		c.writeCount(s, k)
	}
	for i, name := range p.names {
		c.writeCallout(s, name, i)
	}
}

// dash makes an outline that lies on earlier ones show them through.
func (p eulerPlan) dash(i int) []vg.Length {
	for _, o := range p.shapes[:i] {
		if o == p.shapes[i] {
			length := vg.Length(4 + 4*i)
			return []vg.Length{length, length}
		}
	}
	return nil
}

// writeCount writes the number of a region and its percentage, one above the
// other in the region or one beside the other with a leader.
func (c *eulerChart) writeCount(s *sheet, k countPlace) {
	number, share := c.countText(k.mask), c.shareText(k.mask)
	bold, light := lettering{k.size, true, ink}, shareLettering(s, k.size)
	if share == "" {
		s.write(number, vg.Point{X: k.at.X, Y: baseline(k.at.Y, k.size)}, middle, bold)
		return
	}
	if !k.apart {
		s.write(number, vg.Point{X: k.at.X, Y: k.at.Y + stackBaseline(k.size, light.size)}, middle, bold)
		s.write(share, vg.Point{X: k.at.X, Y: k.at.Y + stackBaseline(k.size, light.size) - 0.24*k.size - ascender*light.size}, middle, light)
		return
	}
	y := k.box.Min.Y + descender*k.size
	s.write(number, vg.Point{X: k.box.Min.X, Y: y}, start, bold)
	s.write(share, vg.Point{X: k.box.Max.X, Y: y}, end, light)
	s.lead(k.leader, ink)
}

// shareLettering is that of a percentage beside a number of the given size.
func shareLettering(s *sheet, size vg.Length) lettering {
	return lettering{max(s.scale.label, 0.55*size), false, ink}
}

// stackHeight is the height of a number with a percentage below, and
// stackBaseline the baseline of the number above its middle.
func stackHeight(bold, light vg.Length) vg.Length {
	return ascender*bold + 0.24*bold + (ascender+descender)*light
}

func stackBaseline(bold, light vg.Length) vg.Length {
	return stackHeight(bold, light)/2 - ascender*bold
}

// writeCallout writes the name of set i and its total.
func (c *eulerChart) writeCallout(s *sheet, p namedCallout, i int) {
	place := namePlace{lines: p.lines, x: (p.box.Min.X + p.box.Max.X) / 2, top: p.box.Max.Y, anchor: middle}
	switch {
	case p.box.Max.X < p.target.X:
		place.x, place.anchor = p.box.Max.X, end
	case p.box.Min.X > p.target.X:
		place.x, place.anchor = p.box.Min.X, start
	}
	c.writeName(s, place, i)
	if p.led {
		s.lead(p.leader, darker(c.style.colour(i)))
	}
}
