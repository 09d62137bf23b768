package charts

import (
	"image"
	"image/color"
	"testing"
)

// TestPalettedKeepsWhatIsSeen has an image of more shades of grey, and of blue,
// than a palette holds, large fields that differ by one, and a small red mark.
func TestPalettedKeepsWhatIsSeen(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for y := range 64 {
		for x := range 64 {
			c := color.RGBA{255, 255, 255, 255}
			switch {
			case x == 5 && y == 1:
				c = color.RGBA{200, 20, 10, 255}
			case y < 8:
				v := uint8(x/2 + 32*y)
				c = color.RGBA{v, v, v, 255}
				if x%2 == 0 {
					c.B = 255
				}
			case y < 16:
				c = color.RGBA{0, 90, 180, 255}
			case y < 24:
				c = color.RGBA{0, 90, 181, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	got := paletted(img)
	for y := range 64 {
		for x := range 64 {
			most := 24 // what a shade may be off
			if y >= 8 {
				most = 0
			}
			a, b := got.At(x, y).(color.RGBA), img.RGBAAt(x, y)
			for _, off := range []int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B)} {
				if off > most || off < -most {
					t.Fatalf("at %d, %d: got %v, want about %v", x, y, a, b)
				}
			}
		}
	}
}
