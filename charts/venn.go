package charts

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

// VennData is how often two or three sets meet.
type VennData struct {
	Sets []string // the names of the sets, two or three
	// Regions counts reviews by the sets they are in and no other: index 1 is
	// the first set alone, 2 the second alone, 3 both, 4 the third alone, and
	// so on, one bit a set; index 0 is the reviews outside all sets. The
	// length is 4 for two sets and 8 for three.
	Regions []int
	Source  string // where the reviews come from, without n
}

// Venn draws two or three overlapping circles of equal size, with the number
// and percentage of reviews in every region and outside. It is marked "not to
// scale"; [Euler] draws the same data to scale where it can. It is an error if
// the number of sets or regions is wrong, a count is negative, or a set has no
// name.
func Venn(data VennData, st Style) (*Figure, error) {
	v, err := newVennChart(data, st)
	if err != nil {
		return nil, err
	}
	return newFigure(st, v.texts(data.Source), v.bodyHeight(), v.draw)
}

func newVennChart(data VennData, st Style) (vennChart, error) {
	v := vennChart{regions: slices.Clone(data.Regions), style: st}
	if k := len(data.Sets); k != 2 && k != 3 {
		return v, fmt.Errorf("charts: a Venn diagram has two or three sets, not %d", k)
	}
	if got, want := len(data.Regions), 1<<len(data.Sets); got != want {
		return v, fmt.Errorf("charts: Venn diagram of %d sets: %d regions given, %d needed", len(data.Sets), got, want)
	}
	var err error
	if v.names, err = names("Venn diagram", "set", data.Sets); err != nil {
		return v, err
	}
	for i, count := range data.Regions {
		if count < 0 {
			return v, fmt.Errorf("charts: Venn diagram: region %d has the negative count %d", i, count)
		}
		v.n += count
	}
	return v, nil
}

// vennChart is checked data with its total.
type vennChart struct {
	names   []string
	regions []int
	n       int
	style   Style
	because string // why the diagram is not to scale, if that was wanted
	ranges  *vennRanges
}

// total is the number of reviews in set i, whatever other sets they are in.
func (v vennChart) total(i int) (sum int) {
	if v.ranges != nil {
		return v.ranges.totals[i]
	}
	for mask, count := range v.regions {
		if mask>>i&1 == 1 {
			sum += count
		}
	}
	return sum
}

// all is the name for the whole group of sets: "both themes".
func (v vennChart) all() string {
	if len(v.names) == 2 {
		return "both themes"
	}
	return "all three themes"
}

func (v vennChart) texts(source string) texts {
	number := [...]string{1: "one", 2: "two", 3: "three"}
	together := v.regions[len(v.regions)-1]
	t := texts{
		subtitle: "Reviews by the themes on which practice was found lacking. Symmetric diagram, not to scale" + v.because + ".",
		source:   sourceLine(source, v.n, v.rounding()),
		alt:      v.describe("Venn diagram, not to scale,"),
	}
	switch {
	case v.n == 0:
		t.title = "No reviews to count"
		t.source = sourceLine(source, v.n)
	case v.regions[0] == v.n:
		t.title = fmt.Sprintf("Practice was found lacking on none of the %s themes in %s", number[len(v.names)], anyOf(v.n))
	case together == 0 && v.n == 1:
		found := bits.OnesCount(uint(slices.Index(v.regions, 1)))
		t.title = fmt.Sprintf("Practice was found lacking on %s of the %s themes in the one review", number[found], number[len(v.names)])
	case v.n == 1:
		t.title = fmt.Sprintf("Practice was found lacking on %s in the one review", v.all())
	case together == 0:
		t.title = "In " + noneOf(v.n) + " was practice found lacking on " + v.all()
	default:
		t.title = fmt.Sprintf("Practice was found lacking on %s in %s", v.all(), outOf(together, v.n))
	}
	return t
}

// rounding says what the percentages are, where there are any.
func (v vennChart) rounding() string {
	if v.n < 2 {
		return ""
	}
	return "Percentages are of all reviews and, being rounded, may not sum to 100."
}

// describe says every number of the diagram, of the given kind, in words.
func (v vennChart) describe(kind string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s of %d themes in %s. In all: ", kind, len(v.names), reviews(v.n))
	for i, name := range v.names {
		fmt.Fprintf(&b, "%s %d; ", name, v.total(i))
	}
	fmt.Fprintf(&b, "by combination of these %d: ", len(v.names))
	for size := 1; size <= len(v.names); size++ {
		for mask := 1; mask < len(v.regions); mask++ {
			if bits.OnesCount(uint(mask)) != size {
				continue
			}
			var in []string
			for i, name := range v.names {
				if mask>>i&1 == 1 {
					in = append(in, name)
				}
			}
			only := ""
			if size < len(v.names) {
				only = " only"
			}
			fmt.Fprintf(&b, "%s%s %s; ", list(in), only, v.countText(mask))
		}
	}
	fmt.Fprintf(&b, "none of them %s.", v.countText(0))
	return b.String()
}

// draw places the circles and writes the numbers.
func (v vennChart) draw(s *sheet, area vg.Rectangle) {
	g := placeVenn(s, v.names, v.drawFrame(s, area))
	for i, c := range g.centres {
		s.fill(circle(c, g.radius), translucent(v.style.colour(i)))
	}
	for i, c := range g.centres {
		s.stroke(circle(c, g.radius), line{width: 1.2, color: darker(v.style.colour(i))})
	}
	for mask := 1; mask < len(v.regions); mask++ {
		v.writeRegion(s, g, mask)
	}
	for i, p := range g.names {
		v.writeName(s, p, i)
	}
}

// drawFrame draws the frame and what is outside all sets, and returns the room
// for the sets.
func (v vennChart) drawFrame(s *sheet, area vg.Rectangle) vg.Rectangle {
	s.stroke(area.Path(), line{width: 0.6, color: rule})
	inner := grown(area, -s.scale.label)
	inner.Min.Y = v.writeOutside(s, inner)
	return inner
}

// writeOutside writes the reviews in no set, at the lower left, and returns
// the height above.
func (v vennChart) writeOutside(s *sheet, area vg.Rectangle) vg.Length {
	what := "None of the three: "
	if len(v.names) == 2 {
		what = "Neither of the two: "
	}
	number := v.countText(0)
	bold := lettering{s.scale.label * 1.15, true, ink}
	at := area.Min
	at.Y += descender * bold.size
	s.write(strings.TrimSpace(what), at, start, s.label())
	at.X += s.measure(what, s.label())
	s.write(number, at, start, bold)
	if v.n > 1 {
		at.X += s.measure(number+" ", bold)
		s.write("("+v.shareText(0)+")", at, start, s.label())
	}
	return at.Y + 1.4*s.scale.label
}

// writeRegion writes a count and, below it, its percentage, in the size that
// fits the smallest region: a larger number must not look like more.
func (v vennChart) writeRegion(s *sheet, g vennGeometry, mask int) {
	at, room := g.region(mask), g.leastRoom()
	bold := lettering{min(max(1.6*s.scale.label, 0.36*room), 0.62*room), true, ink}
	number := v.countText(mask)
	if v.ranges != nil {
		bold.size *= min(1, 1.6*room/v.widest(s, bold))
	}
	if v.n < 2 {
		s.write(number, vg.Point{X: at.X, Y: baseline(at.Y, bold.size)}, middle, bold)
		return
	}
	light := lettering{max(min(max(s.scale.label, 0.24*room), 0.44*room), 5), false, ink}
	s.write(number, vg.Point{X: at.X, Y: at.Y + 0.12*bold.size}, middle, bold)
	if v.ranges != nil {
		light.size = min(light.size, max(5, 0.7*bold.size))
	}
	s.write(v.shareText(mask), vg.Point{X: at.X, Y: at.Y - 0.12*bold.size - ascender*light.size - 0.5}, middle, light)
}

// writeName writes the name of set i and its total at its place.
func (v vennChart) writeName(s *sheet, p namePlace, i int) {
	bold := lettering{s.scale.label, true, darker(v.style.colour(i))}
	bottom := s.lines(p.lines, p.x, p.top, p.anchor, bold)
	s.lines([]string{v.totalText(i)}, p.x, bottom-nameGap*s.scale.label, p.anchor, s.label())
}

func (v vennChart) totalText(i int) string {
	return fmt.Sprintf("%d in all%s", v.total(i), bracketed(v.total(i), v.n))
}
