package corpus

import (
	"fmt"
	"strconv"
	"strings"
)

// LargePicture is the area, in square centimetres, from which a picture is taken for one
// that may hold text, as a scanned page or a table does: a logo or a signature is smaller.
const LargePicture = 100

// Centimetres returns a length of a style ("16.5cm", "6.5in", "170mm", "480pt", "640px"),
// 0 where it is none of these.
func Centimetres(length string) float64 {
	length = strings.ToLower(strings.TrimSpace(length))
	for _, unit := range [...]struct {
		name string
		size float64
	}{{"cm", 1}, {"mm", 0.1}, {"in", 2.54}, {"pt", 2.54 / 72}, {"px", 2.54 / 96}} {
		if number, ok := strings.CutSuffix(length, unit.name); ok {
			if n, err := strconv.ParseFloat(strings.TrimSpace(number), 64); err == nil && n > 0 {
				return n * unit.size
			}
		}
	}
	return 0
}

// PictureArea returns the area, in square centimetres, that declarations of a style give by
// width and height, 0 where they do not.
func PictureArea(declarations string) float64 {
	var width, height float64
	for declaration := range strings.SplitSeq(declarations, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "width":
			width = Centimetres(value)
		case "height":
			height = Centimetres(value)
		}
	}
	return width * height
}

// LargePictures is the warning that so many pictures are so large that they may show
// text, as a table or a page put in as a picture does.
func LargePictures(n int) string {
	return fmt.Sprintf("large pictures, of which words were not read if they show any: %d", n)
}
