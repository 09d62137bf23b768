package ocr

import (
	"image"
	"unicode/utf8"
)

// A page scanned sideways or upside down is recognised all the same, but with words
// run together or guessed: it is known by the shape of its words and by how unsure
// the program is of them. Upright text of six scans was seen with a confidence of 93
// to 96, and with one of 58 upside down.
const (
	leastTelling = 10 // words, below which a page says nothing about how it lies
	leastSure    = 65 // mean confidence, below which a page may stand on its head
	sure         = 80 // mean confidence of a page that lies right
)

// seen is what the program saw of a page.
type seen struct {
	lines  [][]word
	words  int     // of three characters and more, which tell how they lie
	tall   int     // of these, those taller than wide
	mean   float64 // confidence of all words, 0 to 100
	weight float64 // sum of the confidence of what lies as a line of text does

	size     image.Rectangle // of the picture
	quarters int             // of a turn clockwise, after which this was seen
}

func look(lines [][]word) seen {
	s := seen{lines: lines}
	var sum float64
	n := 0
	for _, words := range lines {
		for i := range words {
			w := &words[i]
			n++
			sum += w.confidence
			if utf8.RuneCountInString(w.text) < 3 {
				continue
			}
			s.words++
			if w.bottom-w.top > w.right-w.left {
				s.tall++
			} else {
				s.weight += w.confidence
			}
		}
	}
	if n > 0 {
		s.mean = sum / float64(n)
	}
	return s
}

// turns are the quarters of a turn clockwise after which the page may be read
// better, the likeliest first; none where it lies right.
func (s seen) turns() []int {
	switch {
	case s.words < leastTelling:
		return nil
	case s.sideways() && s.mean >= sure:
		return []int{3, 1} // the program reads lines that run down, not lines that run up
	case s.sideways():
		return []int{1, 3}
	case s.mean < leastSure:
		return []int{2}
	}
	return nil
}

// sideways reports whether most words run up or down.
func (s seen) sideways() bool { return 2*s.tall > s.words }

// right reports whether the page certainly lies right.
func (s seen) right() bool { return s.words >= leastTelling && !s.sideways() && s.mean >= sure }

// turned is a picture turned clockwise by so many quarters.
func turned(from *image.Gray, quarters int) *image.Gray {
	w, h := from.Rect.Dx(), from.Rect.Dy()
	to := image.NewGray(image.Rect(0, 0, w, h))
	if quarters%2 == 1 {
		to = image.NewGray(image.Rect(0, 0, h, w))
	}
	for y := range h {
		row := from.Pix[y*from.Stride:][:w]
		for x, v := range row {
			switch quarters {
			case 1:
				to.Pix[x*to.Stride+h-1-y] = v
			case 2:
				to.Pix[(h-1-y)*to.Stride+w-1-x] = v
			case 3:
				to.Pix[(w-1-x)*to.Stride+y] = v
			default:
				to.Pix[y*to.Stride+x] = v
			}
		}
	}
	return to
}
