package charts

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"io"
	"math"

	"github.com/klauspost/compress/zlib"
	"golang.org/x/image/vector"
	"gonum.org/v1/plot/vg"
)

// The resolutions a PNG may have, in dots per inch.
const (
	leastDPI = 36
	mostDPI  = 1200
)

// WritePNG writes the figure as an image of dpi dots per inch on white. The
// file states its resolution, so that it is placed at its true size, and holds
// the title and the alternative text.
func (f *Figure) WritePNG(w io.Writer, dpi int) error {
	if dpi < leastDPI || dpi > mostDPI {
		return fmt.Errorf("charts: a PNG of %d dots per inch is not possible: give %d to %d", dpi, leastDPI, mostDPI)
	}
	surface := newPNGSurface(f, vg.Length(dpi)/72)
	if err := f.paint(surface); err != nil {
		return err
	}
	kept, index := surface.reduced()
	dots, err := surface.compressed(index)
	if err != nil {
		return fmt.Errorf("charts: encode PNG: %w", err)
	}
	out := []byte("\x89PNG\r\n\x1a\n")
	out = appendChunk(out, "IHDR", surface.header())
	out = appendChunk(out, "pHYs", resolution(dpi))
	out = appendChunk(out, "iTXt", internationalText("Title", f.name()))
	out = appendChunk(out, "iTXt", internationalText("Description", f.Alt))
	out = appendChunk(out, "PLTE", palette(kept))
	out = appendChunk(out, "IDAT", dots)
	out = appendChunk(out, "IEND", nil)
	if _, err := w.Write(out); err != nil {
		return fmt.Errorf("charts: write PNG: %w", err)
	}
	return nil
}

// header is the content of an IHDR chunk: size, eight bits a dot, with a palette.
func (b *bitmap) header() []byte {
	data := binary.BigEndian.AppendUint32(nil, uint32(b.width))
	data = binary.BigEndian.AppendUint32(data, uint32(b.height))
	return append(data, 8, 3, 0, 0, 0)
}

// palette is the content of a PLTE chunk.
func palette(colours []rgb) (data []byte) {
	for _, c := range colours {
		data = append(data, c[:]...)
	}
	return data
}

// compressed is the content of an IDAT chunk: every row as its filter, which is
// none, and the number of each dot's colour in the palette.
func (b *bitmap) compressed(index []uint8) ([]byte, error) {
	var data bytes.Buffer
	z, err := zlib.NewWriterLevel(&data, zlib.BestSpeed)
	if err != nil {
		return nil, err
	}
	row := make([]byte, 1+b.width)
	for at := 0; at < len(b.dots); at += b.width {
		for i, n := range b.dots[at : at+b.width] {
			row[1+i] = index[n]
		}
		if _, err := z.Write(row); err != nil {
			return nil, err
		}
	}
	err = z.Close()
	return data.Bytes(), err
}

// resolution is the content of a pHYs chunk: dots per metre, twice, and the unit.
func resolution(dpi int) []byte {
	perMetre := uint32(math.Round(float64(dpi) / 0.0254))
	data := binary.BigEndian.AppendUint32(nil, perMetre)
	data = binary.BigEndian.AppendUint32(data, perMetre)
	return append(data, 1)
}

// internationalText is the content of an uncompressed iTXt chunk in English.
func internationalText(keyword, text string) []byte {
	data := append([]byte(keyword), 0, 0, 0)
	data = append(data, "en-GB\x00\x00"...)
	return append(data, text...)
}

// appendChunk frames data as a PNG chunk.
func appendChunk(out []byte, kind string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	from := len(out)
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}

// pngSurface draws on a bitmap.
type pngSurface struct {
	*bitmap
	height vg.Length // of the figure, in points
	scale  vg.Length // dots in a point
	line   vg.Path   // of the text drawn last, whose room is used again
}

func newPNGSurface(f *Figure, scale vg.Length) *pngSurface {
	dots := func(v vg.Length) int { return int(math.Round(float64(v * scale))) }
	return &pngSurface{bitmap: newBitmap(dots(f.Width), dots(f.Height), rgb{0xff, 0xff, 0xff}), height: f.Height, scale: scale}
}

func (s *pngSurface) strokeEach(shape vg.Path, at []vg.Point, l line) {
	s.fillEach(stroked(shape, l, tolerance/s.scale), at, l.color)
}

// tolerance is by how many dots a line may be away from its curve.
const tolerance = 0.1

func (s *pngSurface) fillEach(shape vg.Path, at []vg.Point, c color.NRGBA) {
	r, upright := rectangle(shape)
	for _, pt := range at {
		placed := placedPath{shape, vg.Point{X: pt.X * s.scale, Y: (s.height - pt.Y) * s.scale}, s.scale}
		if upright {
			least, most := placed.dot(r.Min), placed.dot(r.Max)
			s.bitmap.fillBox(float64(least.X), float64(most.Y), float64(most.X), float64(least.Y), c)
			continue
		}
		s.bitmap.fill(placed.outline, placed.extent(), c)
	}
}

// rectangle reports whether p is an upright rectangle, and which.
func rectangle(p vg.Path) (r vg.Rectangle, ok bool) {
	if len(p) != 5 || p[4].Type != vg.CloseComp {
		return r, false
	}
	for _, c := range p[1:4] {
		if c.Type != vg.LineComp {
			return r, false
		}
	}
	a, b, c, d := p[0].Pos, p[1].Pos, p[2].Pos, p[3].Pos
	ok = a.X == b.X && b.Y == c.Y && c.X == d.X && d.Y == a.Y || a.Y == b.Y && b.X == c.X && c.Y == d.Y && d.X == a.X
	return box(min(a.X, c.X), min(a.Y, c.Y), max(a.X, c.X), max(a.Y, c.Y)), ok
}

func (s *pngSurface) text(t string, at vg.Point, a anchor, f face, c color.NRGBA) {
	s.line = appendGlyphs(s.line[:0], f, t, vg.Point{X: a.offset(f.width(t))})
	s.fillEach(s.line, []vg.Point{at}, c)
}

// placedPath is a path on a bitmap, whose origin lies at a dot.
type placedPath struct {
	path   vg.Path
	origin vg.Point // in dots, from the top
	scale  vg.Length
}

func (p placedPath) dot(pt vg.Point) vg.Point {
	return vg.Point{X: p.origin.X + pt.X*p.scale, Y: p.origin.Y - pt.Y*p.scale}
}

// extent is a rectangle of dots around the path.
func (p placedPath) extent() image.Rectangle {
	least := vg.Point{X: vg.Length(math.Inf(1)), Y: vg.Length(math.Inf(1))}
	most := least.Scale(-1)
	add := func(pt vg.Point) {
		at := p.dot(pt)
		least = vg.Point{X: min(least.X, at.X), Y: min(least.Y, at.Y)}
		most = vg.Point{X: max(most.X, at.X), Y: max(most.Y, at.Y)}
	}
	for _, c := range p.path {
		for _, control := range c.Control {
			add(control)
		}
		if c.Type != vg.CloseComp {
			add(c.Pos)
		}
	}
	if least.X > most.X {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(float64(least.X))), int(math.Floor(float64(least.Y))),
		int(math.Ceil(float64(most.X))), int(math.Ceil(float64(most.Y))))
}

// outline is an [outliner].
func (p placedPath) outline(r *vector.Rasterizer, left, top int) {
	from := vg.Point{X: vg.Length(left), Y: vg.Length(top)}
	at := func(pt vg.Point) (x, y float32) {
		pt = p.dot(pt).Sub(from)
		return float32(pt.X), float32(pt.Y)
	}
	for _, c := range p.path {
		x, y := at(c.Pos)
		switch c.Type {
		case vg.MoveComp:
			r.MoveTo(x, y)
		case vg.LineComp:
			r.LineTo(x, y)
		case vg.CurveComp:
			x0, y0 := at(c.Control[0])
			x1, y1 := at(c.Control[1])
			r.CubeTo(x0, y0, x1, y1, x, y)
		case vg.CloseComp:
			r.ClosePath()
		}
	}
}
