package charts

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// pictureDPI makes pictures to compare: small, and every letter still there.
const pictureDPI = 48

// visible is the difference, by CIE 1976, at which two colours beside one another
// look different at once. Two ways to smooth the edge of a line stay below it.
const visible = 12

// TestPictures compares a PNG of each kind of chart with the one looked at before,
// as an eye would: it may differ in bytes and in how edges are smoothed, and in
// nothing that shows.
func TestPictures(t *testing.T) {
	for _, name := range []string{
		"venn3", "ranges3", "euler3", "bars33", "pictorial33", "upset5", "cooccurrence14", "trend3", "dumbbell33", "matrix33", "circumstances",
	} {
		got := pictureOf(t, figureNamed(t, name))
		path := filepath.Join("testdata", name+".png")
		if *update {
			writePicture(t, path, got)
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if got.Bounds() != want.Bounds() {
			t.Errorf("%s: got %v, want %v", name, got.Bounds(), want.Bounds())
			continue
		}
		if most, at := perceived(got, want); most > visible {
			t.Errorf("%s differs visibly from what is drawn now (%.0f at %v); look at both, then run go test -update", path, most, at)
		}
	}
}

// TestPerceived: another number is seen, and another shade is not.
func TestPerceived(t *testing.T) {
	data := fictionVenn()
	one := pictureOf(t, figureCase{"one", func() (*Figure, error) { return Venn(data, Style{}) }})
	shade := Style{Ink: ink}
	shade.Ink.B += 6
	if most, _ := perceived(one, pictureOf(t, figureCase{"shade", func() (*Figure, error) { return Venn(data, shade) }})); most == 0 || most > visible {
		t.Errorf("another shade of the ink: got a difference of %.1f, want one below %d", most, visible)
	}
	data.Regions = append([]int{}, data.Regions...)
	data.Regions[1], data.Regions[2] = data.Regions[2], data.Regions[1] // the totals differ too, by a digit
	if most, _ := perceived(one, pictureOf(t, figureCase{"other", func() (*Figure, error) { return Venn(data, Style{}) }})); most <= visible {
		t.Errorf("other numbers: got a difference of %.1f, want one above %d", most, visible)
	}
}

// figureNamed is one of the figures with golden files.
func figureNamed(t testing.TB, name string) figureCase {
	t.Helper()
	for _, c := range fictionFigures() {
		if c.name == name {
			return c
		}
	}
	t.Fatalf("no figure is called %q", name)
	return figureCase{}
}

func pictureOf(t *testing.T, c figureCase) image.Image {
	t.Helper()
	var out bytes.Buffer
	if err := c.figure(t).WritePNG(&out, pictureDPI); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func writePicture(t *testing.T, path string, img image.Image) {
	t.Helper()
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// perceived is the greatest difference in colour between two pictures of one size,
// each seen from so far that three by three dots are one.
func perceived(a, b image.Image) (most float64, at image.Point) {
	eye := visions()[0]
	bounds := a.Bounds()
	for y := bounds.Min.Y + 1; y < bounds.Max.Y-1; y++ {
		for x := bounds.Min.X + 1; x < bounds.Max.X-1; x++ {
			p, q := blurred(a, x, y), blurred(b, x, y)
			if p == q {
				continue
			}
			if d := difference(eye.sees(p), eye.sees(q)); d > most {
				most, at = d, image.Pt(x, y)
			}
		}
	}
	return most, at
}

// blurred is the mean colour of a dot and those around it, with parts from 0 to 1.
func blurred(img image.Image, x, y int) (c [3]float64) {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			r, g, b, _ := img.At(x+dx, y+dy).RGBA()
			for i, v := range [3]uint32{r, g, b} {
				c[i] += float64(v) / 0xFFFF / 9
			}
		}
	}
	return c
}
