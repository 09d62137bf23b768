package ocr

import (
	"fmt"
	"image"
	"slices"
	"testing"
)

func TestTurned(t *testing.T) {
	picture := image.NewGray(image.Rect(0, 0, 3, 2))
	copy(picture.Pix, []byte{1, 2, 3, 4, 5, 6})
	for _, tt := range []struct {
		quarters, width int
		want            []byte
	}{
		{0, 3, []byte{1, 2, 3, 4, 5, 6}},
		{1, 2, []byte{4, 1, 5, 2, 6, 3}},
		{2, 3, []byte{6, 5, 4, 3, 2, 1}},
		{3, 2, []byte{3, 6, 2, 5, 1, 4}},
	} {
		got := turned(picture, tt.quarters)
		if got.Rect.Dx() != tt.width || !slices.Equal(got.Pix, tt.want) {
			t.Errorf("%d quarters: got %d wide, %v; want %d, %v", tt.quarters, got.Rect.Dx(), got.Pix, tt.width, tt.want)
		}
	}
}

func TestTurns(t *testing.T) {
	wide := word{text: "plan", right: 60, bottom: 20}
	tall := word{text: "plan", right: 20, bottom: 60}
	short := word{text: "of", right: 10, bottom: 20}
	for _, tt := range []struct {
		name       string
		of         word
		words      int
		confidence float64
		want       []int
		right      bool
	}{
		{"upright", wide, 20, 95, nil, true},
		{"pale", wide, 20, 70, nil, false},
		{"upside down", wide, 20, 58, []int{2}, false},
		{"down", tall, 20, 95, []int{3, 1}, false},
		{"up", tall, 20, 57, []int{1, 3}, false},
		{"too few words", tall, 9, 95, nil, false},
		{"short words are taller than wide", short, 40, 95, nil, false},
	} {
		line := make([]word, tt.words)
		for i := range line {
			line[i] = tt.of
			line[i].confidence = tt.confidence
		}
		s := look([][]word{line})
		if got := s.turns(); !slices.Equal(got, tt.want) || s.right() != tt.right {
			t.Errorf("%s: got %v, right %t; want %v, %t", tt.name, got, s.right(), tt.want, tt.right)
		}
	}
	if got := fmt.Sprint(look(nil)); got != fmt.Sprint(seen{}) {
		t.Errorf("nothing: got %s", got)
	}
}
