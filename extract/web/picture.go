package web

import (
	"encoding/base64"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"thematic/corpus"
)

// largePictures counts the pictures in n that are so large that they may show text. Of
// one whose size the page does not give, and that lies beside the page, none is known.
func (w *walker) largePictures(n *html.Node) (count int) {
	for c := range n.ChildNodes() {
		switch {
		case w.dropped[c]:
		case c.DataAtom == atom.Img:
			if pictureArea(c) >= corpus.LargePicture {
				count++
			}
		default:
			count += w.largePictures(c)
		}
	}
	return count
}

// pictureArea is the area of an img element in square centimetres, as its style, its
// attributes or the picture itself gives it; 0 where none does.
func pictureArea(n *html.Node) float64 {
	if area := corpus.PictureArea(attribute(n, "style")); area > 0 {
		return area
	}
	width, height := pixels(attribute(n, "width")), pixels(attribute(n, "height"))
	if width > 0 && height > 0 {
		return width * height
	}
	own := embedded(attribute(n, "src"))
	if own.Width <= 0 || own.Height <= 0 {
		return 0
	}
	across, down := corpus.Centimetres("1px")*float64(own.Width), corpus.Centimetres("1px")*float64(own.Height)
	scale := 1.0
	switch {
	case width > 0:
		scale = width / across
	case height > 0:
		scale = height / down
	}
	return across * down * scale * scale
}

// pixels returns the length of an attribute in centimetres.
func pixels(length string) float64 {
	return corpus.Centimetres(strings.TrimSuffix(length, "px") + "px")
}

// embedded returns the size of a picture that an address holds itself, nothing where it
// holds none.
func embedded(address string) (size image.Config) {
	kind, data, ok := strings.Cut(address, ";base64,")
	if !ok {
		return size
	}
	in := base64.NewDecoder(base64.StdEncoding, strings.NewReader(data))
	decoders := map[string]func(io.Reader) (image.Config, error){
		"data:image/png": png.DecodeConfig, "data:image/jpeg": jpeg.DecodeConfig, "data:image/gif": gif.DecodeConfig,
	}
	if decode := decoders[kind]; decode != nil {
		size, _ = decode(in)
	}
	return size
}
