package briefing

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"

	"codeberg.org/go-pdf/fpdf"
)

// place puts a PNG on the sheet at the height reached.
func (p *press) place(name string, picture []byte, x, w, h float64) {
	picture, err := p.distinct(picture)
	if err != nil {
		p.doc.SetError(fmt.Errorf("the PNG of figure %s: %w", name, err))
		return
	}
	options := fpdf.ImageOptions{ImageType: "PNG"}
	p.doc.RegisterImageOptionsReader(name, options, bytes.NewReader(picture))
	p.doc.ImageOptions(name, x, p.y, w, h, false, options, 0, "")
}

// distinct returns the picture with a width that no other has, adding white
// columns where it must: fpdf sorts pictures by their width alone, and leaves
// those of one width in the order of a map.
func (p *press) distinct(picture []byte) ([]byte, error) {
	config, err := png.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		return nil, err
	}
	width := config.Width
	for p.widths[width] {
		width++
	}
	p.widths[width] = true
	if width == config.Width {
		return picture, nil
	}
	narrow, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil, err
	}
	wide := image.NewRGBA(image.Rect(0, 0, width, config.Height))
	draw.Draw(wide, wide.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(wide, wide.Rect, narrow, narrow.Bounds().Min, draw.Over)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&out, wide); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
