package ocr

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/extract/pdf"
)

// Parts of the size of common book and office faces, in ems.
const (
	capHeight = 0.72
	xHeight   = 0.52
	descent   = 0.21
)

// tall and deep are the characters that reach above the small letters and below
// the baseline.
const (
	tall = "bdfhklt0123456789!?()[]{}/&%\"'‘’“”ijABCDEFGHIJKLMNOPQRSTUVWXYZ£$"
	deep = "gjpqy,;()[]{}/Q"
)

// measures returns the size of the type of a word and the height of its
// baseline, as its box and its characters tell.
func (w *word) measures() (size, base float64) {
	above, below := xHeight, 0.0
	if strings.ContainsAny(w.text, tall) {
		above = capHeight
	}
	if strings.ContainsAny(w.text, deep) {
		below = descent
	}
	size = (w.bottom - w.top) / (above + below)
	return size, w.bottom - below*size
}

// tilt is the slope of the lines of a page, down to the right positive: the
// median over the lines long enough to tell.
func tilt(lines [][]word) float64 {
	var slopes []float64
	for _, words := range lines {
		if len(words) < 5 {
			continue
		}
		var x, y, xx, xy float64
		n := float64(len(words))
		for i := range words {
			_, base := words[i].measures()
			middle := (words[i].left + words[i].right) / 2
			x, y, xx, xy = x+middle, y+base, xx+middle*middle, xy+middle*base
		}
		if spread := n*xx - x*x; spread > 0 {
			slopes = append(slopes, (n*xy-x*y)/spread)
		}
	}
	if len(slopes) == 0 {
		return 0
	}
	return math.Max(-0.2, math.Min(0.2, median(slopes)))
}

func median(values []float64) float64 {
	sort.Float64s(values)
	return values[len(values)/2]
}

// letters places the words of a page, set straight, on a page of the given
// height; scale is points per pixel. Lines of nearly the usual size get it.
func letters(lines [][]word, scale, height, usual float64) (out []pdf.Letter, size float64) {
	slope := tilt(lines)
	sizes := make([]float64, len(lines))
	bases := make([]float64, len(lines))
	byLength := map[float64]int{}
	for i, words := range lines {
		var ss, bs []float64
		for j := range words {
			s, b := words[j].measures()
			ss = append(ss, s)
			bs = append(bs, b-slope*(words[j].left+words[j].right)/2)
		}
		sizes[i], bases[i] = median(ss)*scale, median(bs)
		byLength[math.Round(2*sizes[i])/2] += len(words)
	}
	size = commonest(byLength)
	if math.Abs(size-usual) < 0.1*usual {
		size = usual
	}
	for i, words := range lines {
		s := sizes[i]
		if math.Abs(s-size) < 0.18*size {
			s = size
		}
		setBullet(words)
		for j := range words {
			out = append(out, words[j].letters(slope, bases[i], scale, height, s)...)
		}
	}
	return out, size
}

// setBullet gives a line back the bullet before it, where the program took that
// for a sign of its size and height: a small letter by itself before a capital.
func setBullet(words []word) {
	if len(words) < 2 || words[0].text != "e" && words[0].text != "¢" && words[0].text != "«" {
		return
	}
	if first, _ := utf8.DecodeRuneInString(words[1].text); unicode.IsUpper(first) {
		words[0].text = "•"
	}
}

// letters are the word and the space behind it. Turning the page back moves a
// word sideways by its height on the page.
func (w *word) letters(slope, base, scale, height, size float64) []pdf.Letter {
	shift := slope * base
	y := height - base*scale
	left, right := (w.left+shift)*scale, (w.right+shift)*scale
	return []pdf.Letter{
		{Text: w.text, X: left, Y: y, EndX: right, EndY: y, Size: size},
		{Text: " ", X: right, Y: y, EndX: right, EndY: y, Size: size},
	}
}

// commonest returns the key with the highest count, the smaller one of two.
func commonest(counts map[float64]int) float64 {
	best, n := 0.0, -1
	for k, c := range counts {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}
