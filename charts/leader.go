package charts

import (
	"gonum.org/v1/plot/vg"
)

// leader is a straight line from a text to what it names.
type leader struct{ From, To vg.Point }

// dot is the mark at the end of the line.
func (a leader) dot() vg.Path { return circle(a.To, 1.3) }

// touches says whether any of the line is in a rectangle, by the method of
// Liang and Barsky (1984).
func (a leader) touches(r vg.Rectangle) bool {
	enter, leave := vg.Length(0), vg.Length(1)
	d := a.To.Sub(a.From)
	for _, side := range [...]struct{ speed, room vg.Length }{
		{-d.X, a.From.X - r.Min.X}, {d.X, r.Max.X - a.From.X},
		{-d.Y, a.From.Y - r.Min.Y}, {d.Y, r.Max.Y - a.From.Y},
	} {
		switch {
		case side.speed == 0 && side.room <= 0:
			return false
		case side.speed < 0:
			enter = max(enter, side.room/side.speed)
		case side.speed > 0:
			leave = min(leave, side.room/side.speed)
		}
	}
	return enter < leave
}

// crosses says whether two lines have a point in common.
func (a leader) crosses(b leader) bool {
	side := func(l leader, p vg.Point) vg.Length {
		d, e := l.To.Sub(l.From), p.Sub(l.From)
		return d.X*e.Y - d.Y*e.X
	}
	return side(a, b.From)*side(a, b.To) <= 0 && side(b, a.From)*side(b, a.To) <= 0
}

// touch says whether two rectangles share any area.
func touch(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}
