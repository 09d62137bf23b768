package charts

import (
	"image/color"
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
)

// drawn is a picture of 100 points in square, of two dots a point.
func drawn(draw func(*sheet)) *pngSurface {
	s := newPNGSurface(&Figure{Width: 100, Height: 100}, 2)
	draw(&sheet{surface: s})
	return s
}

// darkness is how many points are black, in part or whole.
func (b *bitmap) darkness() (sum float64) {
	for _, n := range b.dots {
		sum += 1 - float64(b.colours[n][0])/0xff
	}
	return sum / 4
}

// at is the red of the dot that holds a point.
func (s *pngSurface) at(x, y vg.Length) uint8 {
	return s.colours[s.dots[int((s.height-y)*s.scale)*s.width+int(x*s.scale)]][0]
}

func TestBitmapCoversAreas(t *testing.T) {
	black := color.NRGBA{A: 0xff}
	ring := circle(vg.Point{X: 50, Y: 50}, 30)
	square := box(10.3, 20.2, 60.8, 70.9).Path()
	var slanted vg.Path
	slanted.Move(vg.Point{X: 10, Y: 10})
	slanted.Line(vg.Point{X: 40, Y: 50})
	for name, c := range map[string]struct {
		draw func(*sheet)
		want float64
	}{
		"disc":         {func(s *sheet) { s.fill(ring, black) }, math.Pi * 30 * 30},
		"ring":         {func(s *sheet) { s.stroke(ring, line{width: 2, color: black}) }, 2 * math.Pi * 30 * 2},
		"dashed ring":  {func(s *sheet) { s.stroke(ring, line{2, black, []vg.Length{math.Pi, math.Pi}}) }, 2 * math.Pi * 30},
		"square":       {func(s *sheet) { s.fill(square, black) }, 50.5 * 50.7},
		"its half":     {func(s *sheet) { s.fill(square, color.NRGBA{A: 0x80}) }, 50.5 * 50.7 * 0x80 / 0xff},
		"its frame":    {func(s *sheet) { s.stroke(square, line{width: 3, color: black}) }, 53.5*53.7 - 47.5*47.7},
		"slanted line": {func(s *sheet) { s.stroke(slanted, line{width: 1.5, color: black}) }, 50 * 1.5},
		"dashed line":  {func(s *sheet) { s.stroke(slanted, line{1.5, black, []vg.Length{8, 4}}) }, 34 * 1.5},
		"three discs": {func(s *sheet) {
			s.fillEach(circle(vg.Point{}, 5), []vg.Point{{X: 10, Y: 10}, {X: 50, Y: 80}, {X: 100, Y: 50}}, black)
		}, 2.5 * math.Pi * 25},
		"beyond": {func(s *sheet) { s.fill(box(-50, -50, 150, 150).Path(), black) }, 100 * 100},
	} {
		if got := drawn(c.draw).darkness(); math.Abs(got-c.want) > 0.02*c.want {
			t.Errorf("%s: %.2f points are black, want %.2f", name, got, c.want)
		}
	}
}

// TestStrokedCorners looks at the corners of a frame, which are sharp, and at
// one so narrow that it is cut off.
func TestStrokedCorners(t *testing.T) {
	l := line{width: 10, color: color.NRGBA{A: 0xff}}
	frame := drawn(func(s *sheet) { s.stroke(box(20, 20, 60, 60).Path(), l) })
	for _, p := range [][2]vg.Length{{15.2, 15.2}, {64.7, 15.2}, {15.2, 64.7}, {64.7, 64.7}} {
		if got := frame.at(p[0], p[1]); got != 0 {
			t.Errorf("the corner at %v has %d, want black", p, got)
		}
	}
	var narrow vg.Path
	narrow.Move(vg.Point{X: 20, Y: 48})
	narrow.Line(vg.Point{X: 70, Y: 50})
	narrow.Line(vg.Point{X: 20, Y: 52})
	if got := drawn(func(s *sheet) { s.stroke(narrow, l) }).at(76, 50); got != 0xff {
		t.Errorf("a narrow corner reaches beyond its cut: %d", got)
	}
}

// TestBitmapOfTooManyColours draws more colours than are told apart.
func TestBitmapOfTooManyColours(t *testing.T) {
	b := newBitmap(1, 1, rgb{})
	for n := range mostDrawn + 2 {
		c := rgb{uint8(n >> 12), uint8(n >> 6 << 2), uint8(n << 2)}
		got := b.colours[b.number(c)]
		if off := math.Abs(float64(got[0])-float64(c[0])) + math.Abs(float64(got[1])-float64(c[1])) + math.Abs(float64(got[2])-float64(c[2])); off > 16 {
			t.Fatalf("colour %d is %v, want about %v", n, got, c)
		}
	}
}
