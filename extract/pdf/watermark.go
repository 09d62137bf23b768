package pdf

import (
	"math"
	"slices"
)

// A watermark is written in large type across the text of the pages: DRAFT,
// CONFIDENTIAL. It is no heading, and belongs to the pages as a running header does.

const (
	watermarkSize = 1.5 // of most of the text of the page: no watermark is set smaller
	leastMarked   = 3   // pages it is on, or both of a file of two
)

// stamp is what may be a watermark: slanted lines are all one, since they come in
// pieces; others are known by their words and their place.
type stamp struct {
	text       string
	left, base float64
}

// setWatermarksApart moves watermarks from the lines of every page.
func (d *document) setWatermarksApart() {
	stamps := make([]map[*line]stamp, len(d.pages))
	pages := map[stamp]int{} // by how many have it
	for i, s := range d.pages {
		stamps[i] = s.stamps()
		met := map[stamp]bool{}
		for _, st := range stamps[i] {
			met[st] = true
		}
		for st := range met {
			pages[st]++
		}
	}
	for i, s := range d.pages {
		out := map[*line]bool{}
		for l, st := range stamps[i] {
			out[l] = pages[st] >= min(leastMarked, max(2, len(d.pages)))
		}
		s.setApart(out)
	}
}

// stamps returns the lines of a page that may be watermarks.
func (s *sheet) stamps() map[*line]stamp {
	out := map[*line]stamp{}
	if len(s.lines) > maxColumnPage {
		return out
	}
	body := pageBody(s.lines)
	for _, l := range s.lines {
		switch {
		case l.size < watermarkSize*body:
		case l.dir() == slanted:
			out[l] = stamp{}
		case slices.ContainsFunc(s.lines, l.isAcross):
			out[l] = stamp{l.text(), math.Round(l.left), math.Round(l.base)}
		}
	}
	return out
}

// isAcross reports whether o, in smaller type, is written where l is.
func (l *line) isAcross(o *line) bool {
	return o.size < l.size && o.dir() == l.dir() && l.inColumn(o) && o.base > l.top() && o.base < l.base
}
