package pdf

import (
	"slices"
	"testing"

	"thematic/corpus"
)

// TestLargePictures tells of pictures so large that they may show words, and of none that
// is small, lies behind text or comes back on further pages.
func TestLargePictures(t *testing.T) {
	const (
		large  = "q 400 0 0 250 72 300 cm /Im Do Q "
		upper  = "q 400 0 0 125 72 425 cm /Im Do Q "
		lower  = "q 400 0 0 125 72 300 cm /Im Do Q "
		small  = "q 90 0 0 60 72 500 cm /Im Do Q "
		behind = "q 595 0 0 842 0 0 cm /Im Do Q "
	)
	said := at("F1", 11, 72, 700, showsText)
	body := said + at("F1", 11, 72, 680, "Nobody asked why.") + at("F1", 11, 72, 660, "Nobody wrote it down.")
	one := []string{"page 1: " + corpus.LargePictures(1)}
	tests := []struct {
		name  string
		pages []string
		want  []string
	}{
		{"a table put in as a picture", []string{said + large, said}, one},
		{"in stripes", []string{said + upper + lower}, one},
		{"from below", []string{said + lower + upper}, one},
		{"on two pages", []string{said + large, said + large}, []string{"page 1: " + corpus.LargePictures(1), "page 2: " + corpus.LargePictures(1)}},
		{"a logo", []string{said + small}, nil},
		{"cropped to a small part", []string{said + "q 72 300 90 60 re W n " + large + "Q"}, nil},
		{"behind the text", []string{behind + body}, nil},
		{"of each page", []string{said + large, said + large, said + large}, nil},
		{"a scan, which is told of itself", []string{behind, said}, nil},
	}
	for _, test := range tests {
		b := newBuilder()
		image := b.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x")
		for _, content := range test.pages {
			b.page(content, "", "/XObject << /Im "+itoa(image)+" 0 R >>")
		}
		if got := mustRead(t, b.bytes()).Warnings; !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
