package pdf

import (
	"math"
	"slices"

	"github.com/ledongthuc/pdf"

	"thematic/corpus"
)

// Words in a picture are not read where the page has text of its own. That is told of
// pictures so large that they may show a page or a table, and stand by themselves.

const (
	largePicture = corpus.LargePicture * (72 / 2.54) * (72 / 2.54) // in square points
	maxPictures  = 500                                             // of one page
	mostOver     = 2                                               // lines over a picture that is no background
	mostPages    = 2                                               // on which a picture is at one place and no decoration
)

// picture notes an image that is drawn. Of one cut into stripes the parts are joined.
func (r *run) picture() {
	in, box := r.in, r.unitBox()
	in.uncover([]rect{box}, true)
	in.images += r.gs.ctm.area()
	box = box.clipped(r.gs.knownClip()) // of one that is cropped, what is seen
	in.painted.add(box)
	if n := len(in.pictures); n > 0 && in.pictures[n-1].goesOn(box) {
		last := &in.pictures[n-1]
		last.y0, last.y1 = min(last.y0, box.y0), max(last.y1, box.y1)
	} else if n < maxPictures {
		in.pictures = append(in.pictures, box)
	}
}

// overlay heeds an image that lies over what is drawn so far of a page: programs that
// recognise text leave it unseen below the picture, too.
func (r *run) overlay(v pdf.Value) {
	in, gs := r.in, &r.gs
	large := r.unitBox().area() > pictured*in.page.width*in.page.height
	if !large || len(in.glyphs) == 0 || gs.sheer || gs.letsThrough() || gs.darkens {
		return
	}
	if seeThrough := v.Key("ImageMask").Bool() || !v.Key("SMask").IsNull() || !v.Key("Mask").IsNull(); !seeThrough {
		in.below = len(in.glyphs)
	}
}

// goesOn reports whether o is the next stripe of r, above or below it.
func (r rect) goesOn(o rect) bool {
	const near = 1
	return math.Abs(r.x0-o.x0) < near && math.Abs(r.x1-o.x1) < near && (math.Abs(r.y1-o.y0) < near || math.Abs(r.y0-o.y1) < near)
}

// setPictures keeps the large pictures of a page that no text is written over.
func (s *sheet) setPictures(pictures []rect) {
	page := rect{0, 0, s.seen().width, s.seen().height}
	for _, p := range pictures {
		p = p.within(page)
		if p.area() < largePicture {
			continue
		}
		over := 0
		for _, l := range s.lines {
			if x, y := (l.left+l.right)/2, (l.base+l.top())/2; x > p.x0 && x < p.x1 && y > p.y0 && y < p.y1 {
				over++
			}
		}
		if over <= mostOver {
			s.pictures = append(s.pictures, rect{math.Round(p.x0), math.Round(p.y0), math.Round(p.x1), math.Round(p.y1)})
		}
	}
}

// largePictures counts, page by page, the pictures of pages that were read which may
// show words.
func (d *document) largePictures() []int {
	at := map[rect]int{}
	for _, s := range d.pages {
		for i, p := range s.pictures {
			if !slices.Contains(s.pictures[:i], p) {
				at[p]++
			}
		}
	}
	counts := make([]int, len(d.pages))
	for i, s := range d.pages {
		if s.wordless {
			counts[i] = 1
			continue
		}
		for _, p := range s.pictures {
			if s.state == corpus.PageRead && at[p] <= mostPages {
				counts[i]++
			}
		}
	}
	return counts
}
