package office

import (
	"cmp"
	"encoding/xml"
	"slices"

	"thematic/corpus"
)

// odtBox is a box that is fixed to a page, and the paragraphs in it. A file lists those
// boxes before its text, in no order.
type odtBox struct {
	page       int
	x, y       float64 // of its corner, in centimetres
	paragraphs []*paragraph
}

// fixedBox reads the current shape, which is fixed to a page.
func (o *odt) fixedBox(e xml.StartElement) error {
	box := odtBox{page: number(attr(e, "anchor-page-number"), 1), x: corpus.Centimetres(attr(e, "x")), y: corpus.Centimetres(attr(e, "y"))}
	holder := &paragraph{}
	err := o.inlineElement(e, holder, odtLook{})
	holder.settle(style{}, "", false)
	box.paragraphs = append([]*paragraph{holder}, holder.boxes...)
	holder.boxes = nil
	o.countLeft(holder)
	o.fixed = append(o.fixed, box)
	return err
}

// writeFixed writes the boxes that are fixed to pages as far as a page, which are still
// to be written, as they stand there: row after row, boxes that begin within some lines
// of each other being of one.
func (o *odt) writeFixed(page int) {
	const row = 1.0 // centimetres
	var boxes, later []odtBox
	for _, box := range o.fixed {
		if box.page <= page {
			boxes = append(boxes, box)
		} else {
			later = append(later, box)
		}
	}
	if len(boxes) == 0 {
		return
	}
	o.fixed = later
	slices.SortStableFunc(boxes, func(a, b odtBox) int {
		return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x))
	})
	for start, i := 0, 1; i <= len(boxes); i++ {
		if i == len(boxes) || boxes[i].page != boxes[start].page || boxes[i].y > boxes[start].y+row {
			slices.SortStableFunc(boxes[start:i], func(a, b odtBox) int { return cmp.Compare(a.x, b.x) })
			start = i
		}
	}
	for _, box := range boxes {
		for _, p := range box.paragraphs {
			o.paragraph(p)
		}
	}
}
