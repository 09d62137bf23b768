package charts

import (
	"fmt"

	"gonum.org/v1/plot/vg"
)

// Layout is the place of every text in a figure.
type Layout struct {
	Width, Height vg.Length
	Texts         []TextBox
}

// TextBox is one line of text and the box around it, from the tails of its
// letters to their tops.
type TextBox struct {
	Text string
	Box  vg.Rectangle
}

// Faults names the texts that touch each other or leave the figure; none is
// expected.
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
	return faults
}

// touch says whether two rectangles share any area.
func touch(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}
