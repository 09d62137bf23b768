package charts

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
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
	canvas := vgimg.NewWith(vgimg.UseWH(f.Width, f.Height), vgimg.UseDPI(dpi), vgimg.UseBackgroundColor(color.White))
	if _, err := f.paint(pngSurface{canvas}); err != nil {
		return err
	}
	picture, ok := canvas.Image().(*image.RGBA)
	if !ok {
		return fmt.Errorf("charts: encode PNG: the canvas is %T", canvas.Image())
	}
	var raw bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&raw, paletted(picture)); err != nil {
		return fmt.Errorf("charts: encode PNG: %w", err)
	}
	const header = 8 + 12 + 13 // signature, and the IHDR chunk with its frame
	out := append([]byte(nil), raw.Bytes()[:header]...)
	out = appendChunk(out, "pHYs", resolution(dpi))
	out = appendChunk(out, "iTXt", internationalText("Title", f.name()))
	out = appendChunk(out, "iTXt", internationalText("Description", f.Alt))
	out = append(out, raw.Bytes()[header:]...)
	if _, err := w.Write(out); err != nil {
		return fmt.Errorf("charts: write PNG: %w", err)
	}
	return nil
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

// pngSurface draws on gonum's image canvas.
type pngSurface struct {
	canvas *vgimg.Canvas
}

func (s pngSurface) fill(p vg.Path, c color.NRGBA) {
	s.canvas.SetColor(c)
	s.canvas.Fill(p)
}

func (s pngSurface) stroke(p vg.Path, l line) {
	s.canvas.SetColor(l.color)
	s.canvas.SetLineWidth(l.width)
	s.canvas.SetLineDash(l.dash, 0)
	s.canvas.Stroke(p)
}

func (s pngSurface) fillEach(shape vg.Path, at []vg.Point, c color.NRGBA) { s.fill(each(shape, at), c) }

func (s pngSurface) strokeEach(shape vg.Path, at []vg.Point, l line) { s.stroke(each(shape, at), l) }

func (s pngSurface) text(t string, at vg.Point, a anchor, f font.Face, c color.NRGBA) {
	s.canvas.SetColor(c)
	s.canvas.FillString(f, vg.Point{X: at.X + a.offset(f.Width(t)), Y: at.Y}, t)
}
