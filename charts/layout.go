package charts

import (
	"fmt"

	"gonum.org/v1/plot/vg"
)

// Layout is the place of every text in a figure, and of the lines that lead
// from a text to what it names.
type Layout struct {
	Width, Height vg.Length
	Texts         []TextBox
	Leaders       []Leader
}

// Leader is a straight line from a text to what it names.
type Leader struct{ From, To vg.Point }

// TextBox is one line of text and the box around it, from the tails of its
// letters to their tops.
type TextBox struct {
	Text string
	Box  vg.Rectangle
}

// Faults names the texts and leaders that touch each other or leave the figure;
// none is expected.
func (l Layout) Faults() []string {
	var faults []string
	for i, t := range l.Texts {
		if t.Box.Min.X < 0 || t.Box.Min.Y < 0 || t.Box.Max.X > l.Width || t.Box.Max.Y > l.Height {
			faults = append(faults, fmt.Sprintf("%q leaves the frame: %.1f", t.Text, t.Box))
		}
		for _, u := range l.Texts[i+1:] {
			if touch(t.Box, u.Box) {
				faults = append(faults, fmt.Sprintf("%q and %q touch: %.1f and %.1f", t.Text, u.Text, t.Box, u.Box))
			}
		}
	}
	for i, a := range l.Leaders {
		for _, t := range l.Texts {
			if a.touches(t.Box) {
				faults = append(faults, fmt.Sprintf("%q is touched by a leader: %.1f and %.1f", t.Text, t.Box, a))
			}
		}
		for _, b := range l.Leaders[i+1:] {
			if a.crosses(b) {
				faults = append(faults, fmt.Sprintf("two leaders cross: %.1f and %.1f", a, b))
			}
		}
	}
	return faults
}

// touches says whether any of the line is in a rectangle, by the method of
// Liang and Barsky (1984).
func (a Leader) touches(r vg.Rectangle) bool {
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
func (a Leader) crosses(b Leader) bool {
	side := func(l Leader, p vg.Point) vg.Length {
		d, e := l.To.Sub(l.From), p.Sub(l.From)
		return d.X*e.Y - d.Y*e.X
	}
	return side(a, b.From)*side(a, b.To) <= 0 && side(b, a.From)*side(b, a.To) <= 0
}

// touch says whether two rectangles share any area.
func touch(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}
