package charts

import (
	"image/color"
	"math"
	"math/bits"
	"testing"
)

// vision simulates how a reader sees colours: a matrix on linear RGB. Those of
// missing cones are of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
// physiologically-based model for simulation of color vision deficiency", IEEE
// Transactions on Visualization and Computer Graphics 15 (2009), severity 1.
type vision struct {
	name   string
	matrix [3][3]float64
	// The least differences that are allowed, by CIE 1976: between regions of the
	// Venn diagram that touch, and between any two.
	touching, any float64
}

func visions() []vision {
	return []vision{
		{"normal", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, 11.5, 11.5},
		{"protanopia", [3][3]float64{
			{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}, 8.5, 8.5},
		{"deuteranopia", [3][3]float64{
			{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}, 6.5, 5.5},
		{"tritanopia", [3][3]float64{
			{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}, 12.5, 7.5},
	}
}

// sees is a colour, with parts from 0 to 1, as the reader sees it, in CIELAB
// under D65.
func (v vision) sees(c [3]float64) (lab [3]float64) {
	var seen [3]float64
	for i, row := range v.matrix {
		for j, k := range row {
			seen[i] += k * linear(c[j])
		}
		seen[i] = max(0, min(1, seen[i]))
	}
	f := func(x, y, z, white float64) float64 {
		t := (x*seen[0] + y*seen[1] + z*seen[2]) / white
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f(0.4124564, 0.3575761, 0.1804375, 0.95047)
	y := f(0.2126729, 0.7151522, 0.0721750, 1)
	z := f(0.0193339, 0.1191920, 0.9503041, 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// linear undoes the gamma of sRGB.
func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func over(ground [3]float64, c color.NRGBA) [3]float64 {
	alpha := float64(c.A) / 0xFF
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		ground[i] = (1-alpha)*ground[i] + alpha*float64(v)/0xFF
	}
	return ground
}

// regionColours are those of the eight areas of a Venn diagram of three sets.
func regionColours(st Style) (colours [8][3]float64) {
	for mask := range colours {
		colours[mask] = [3]float64{1, 1, 1}
		for i := range 3 {
			if mask>>i&1 == 1 {
				colours[mask] = over(colours[mask], translucent(st.colour(i)))
			}
		}
	}
	return colours
}

func difference(a, b [3]float64) float64 {
	return math.Sqrt(math.Pow(a[0]-b[0], 2) + math.Pow(a[1]-b[1], 2) + math.Pow(a[2]-b[2], 2))
}

// TestColourBlindness: with any kind of colour vision the regions of a Venn
// diagram can be told apart. With -v it prints the least differences.
func TestColourBlindness(t *testing.T) {
	for _, v := range visions() {
		touching, least := math.Inf(1), math.Inf(1)
		colours := regionColours(Style{})
		for a := range colours {
			for b := range a {
				d := difference(v.sees(colours[a]), v.sees(colours[b]))
				least = min(least, d)
				if bits.OnesCount(uint(a^b)) == 1 { // an outline parts them
					touching = min(touching, d)
				}
			}
		}
		t.Logf("%-13s touching %.1f, any %.1f", v.name, touching, least)
		if touching < v.touching || least < v.any {
			t.Errorf("%s: least difference %.2f between regions that touch and %.2f between any, want %.1f and %.1f",
				v.name, touching, least, v.touching, v.any)
		}
	}
}

// luminance is the relative luminance of WCAG 2.
func luminance(c [3]float64) float64 {
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}

func contrast(a, b [3]float64) float64 {
	high, low := max(luminance(a), luminance(b)), min(luminance(a), luminance(b))
	return (high + 0.05) / (low + 0.05)
}

// TestContrast: numbers are read on every region, outlines are seen on white,
// and so are the names of sets, which have the colour of their outline.
func TestContrast(t *testing.T) {
	solid := func(c color.NRGBA) [3]float64 { return over([3]float64{}, c) }
	for mask, c := range regionColours(Style{}) {
		if got := contrast(solid(ink), c); got < 6.8 {
			t.Errorf("ink on region %b: %.1f to 1, want 6.8", mask, got)
		}
	}
	for i := range 3 {
		if got := contrast(solid(darker(Style{}.colour(i))), [3]float64{1, 1, 1}); got < 4.5 {
			t.Errorf("outline and name of set %d on white: %.1f to 1, want 4.5", i+1, got)
		}
	}
	if got := contrast(solid(outline), [3]float64{1, 1, 1}); got < 3 {
		t.Errorf("empty marks on white: %.1f to 1, want 3", got)
	}
	for k := range 11 {
		if got := contrast(solid(ink), solid(ramp(k, 10))); got < 4.5 {
			t.Errorf("ink on step %d of the ramp: %.1f to 1, want 4.5", k, got)
		}
	}
}

// TestMatrixCells: a held cell differs from a found one for every reader, in
// colour as well as in height.
func TestMatrixCells(t *testing.T) {
	for _, v := range visions() {
		found, held := over([3]float64{}, Style{}.colour(0)), over([3]float64{}, Style{}.colour(1))
		if d := difference(v.sees(found), v.sees(held)); d < 25 {
			t.Errorf("%s: found and held cells differ by %.1f, want 25", v.name, d)
		}
	}
}
