package charts

import (
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"

	"golang.org/x/image/vector"
)

// A bitmap is a picture of few colours. A dot holds the number of its colour.
// Where a shape covers a dot in part, the dot has the mix of both colours, which
// is a colour like others; so that these stay few, parts are rounded to sixteenths.
type bitmap struct {
	width, height int
	dots          []uint16 // row by row, from the top
	colours       []rgb
	numbers       map[rgb]uint16
	paints        map[color.NRGBA]*paint
	shapes        vector.Rasterizer
	mask          []uint8
}

// sixteen is the whole of a dot, in the parts that are told apart.
const sixteen = 16

// mostDrawn is how many colours there can be while a picture is drawn.
const mostDrawn = 1 << 16

// mostMask is how many dots are worked out at a time.
const mostMask = 1 << 20

// newBitmap returns a picture of one colour.
func newBitmap(width, height int, background rgb) *bitmap {
	return &bitmap{
		width: width, height: height, dots: make([]uint16, width*height),
		colours: []rgb{background}, numbers: map[rgb]uint16{background: 0}, paints: map[color.NRGBA]*paint{},
	}
}

// outliner draws a shape with a rasterizer whose first dot is at left and top.
type outliner func(r *vector.Rasterizer, left, top int)

// fill paints the shape that outline draws, which lies in area, with a colour.
func (b *bitmap) fill(outline outliner, area image.Rectangle, c color.NRGBA) {
	area = area.Intersect(image.Rect(0, 0, b.width, b.height))
	if area.Empty() {
		return
	}
	p := b.paint(c)
	width, rows := area.Dx(), max(1, mostMask/area.Dx())
	for top := area.Min.Y; top < area.Max.Y; top += rows {
		height := min(rows, area.Max.Y-top)
		b.shapes.Reset(width, height)
		b.shapes.DrawOp = draw.Src
		outline(&b.shapes, area.Min.X, top)
		b.mask = slices.Grow(b.mask[:0], width*height)[:width*height]
		b.shapes.Draw(&image.Alpha{Pix: b.mask, Stride: width, Rect: image.Rect(0, 0, width, height)},
			image.Rect(0, 0, width, height), image.Opaque, image.Point{})
		for y := range height {
			at := (top+y)*b.width + area.Min.X
			b.lay(p, b.dots[at:at+width], b.mask[y*width:(y+1)*width])
		}
	}
}

// fillBox paints an upright rectangle, given in dots from the upper left corner.
func (b *bitmap) fillBox(left, top, right, bottom float64, c color.NRGBA) {
	area := image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right)), int(math.Ceil(bottom)))
	area = area.Intersect(image.Rect(0, 0, b.width, b.height))
	if area.Empty() {
		return
	}
	// inside is how much of the dots from n to n+1 lies between two sides.
	inside := func(n int, from, to float64) float64 { return min(float64(n+1), to) - max(float64(n), from) }
	p := b.paint(c)
	b.mask = slices.Grow(b.mask[:0], area.Dx())[:area.Dx()]
	laid := -1.0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		if share := inside(y, top, bottom); share != laid {
			for x := range b.mask {
				b.mask[x] = uint8(math.Round(0xff * share * inside(area.Min.X+x, left, right)))
			}
			laid = share
		}
		at := y*b.width + area.Min.X
		b.lay(p, b.dots[at:at+area.Dx()], b.mask)
	}
}

// lay paints the dots of a row, each as far as mask says.
func (b *bitmap) lay(p *paint, row []uint16, mask []uint8) {
	for from := 0; from < len(row); {
		to := from + alike(mask[from:])
		if part := (int(mask[from])*sixteen + 127) / 255; part > 0 {
			b.layRun(p, row[from:to], part)
		}
		from = to
	}
}

// layRun paints the same part of every dot of a run.
func (b *bitmap) layRun(p *paint, run []uint16, part int) {
	under := run[0]
	mixed := b.mixed(p, under, part)
	if part == sixteen && p.colour.A == 0xff {
		run[0] = mixed
		for n := 1; n < len(run); n *= 2 {
			copy(run[n:], run[:n])
		}
		return
	}
	for i, n := range run {
		if n != under {
			under, mixed = n, b.mixed(p, n, part)
		}
		run[i] = mixed
	}
}

// alike is how many bytes at the beginning of mask are as the first.
func alike(mask []uint8) int {
	first, n := mask[0], 1
	eight := uint64(first) * 0x0101010101010101
	for n+8 <= len(mask) && binary.LittleEndian.Uint64(mask[n:]) == eight {
		n += 8
	}
	for n < len(mask) && mask[n] == first {
		n++
	}
	return n
}

// paint is what a colour looks like over others. Over has, by the number of the
// colour below and the part that is covered, the number of the mix and one,
// and 0 where that is not known yet.
type paint struct {
	colour color.NRGBA
	over   [][sixteen + 1]uint32
}

func (b *bitmap) paint(c color.NRGBA) *paint {
	p := b.paints[c]
	if p == nil {
		p = &paint{colour: c}
		b.paints[c] = p
	}
	return p
}

// mixed is the number of the colour of a dot that had the colour under, with
// part of it painted over.
func (b *bitmap) mixed(p *paint, under uint16, part int) uint16 {
	if int(under) >= len(p.over) {
		p.over = append(p.over, make([][sixteen + 1]uint32, len(b.colours)-len(p.over))...)
	}
	known := &p.over[under][part]
	if *known == 0 {
		*known = uint32(b.number(mix(b.colours[under], p.colour, part))) + 1
	}
	return uint16(*known - 1)
}

// mix is under with part of a dot, in sixteenths, painted over.
func mix(under rgb, over color.NRGBA, part int) rgb {
	const whole = sixteen * 0xff
	share := part * int(over.A)
	for i, c := range [3]uint8{over.R, over.G, over.B} {
		under[i] = uint8((int(under[i])*(whole-share) + int(c)*share + whole/2) / whole)
	}
	return under
}

// number is the number of a colour, or of the likest where there are too many.
func (b *bitmap) number(c rgb) uint16 {
	n, ok := b.numbers[c]
	switch {
	case ok:
	case len(b.colours) == mostDrawn:
		n = uint16(likest(b.colours, c))
	default:
		n = uint16(len(b.colours))
		b.colours = append(b.colours, c)
		b.numbers[c] = n
	}
	return n
}
