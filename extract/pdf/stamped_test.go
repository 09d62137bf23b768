package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestStampedScans reads pages that are pictures as such, though a marking or a number
// was stamped on them, and pages whose text stands on a picture as text.
func TestStampedScans(t *testing.T) {
	header, number := at("F1", 9, 60, 812, "OFFICIAL - SENSITIVE"), at("F1", 9, 280, 25, "Page 1 of 3")
	across := "BT /F1 60 Tf .7 .7 -.7 .7 150 250 Tm (COPY) Tj ET"
	side := "BT /F1 7 Tf 0 1 -1 0 14 200 Tm (Downloaded on 3 May 2019) Tj ET"
	tests := []struct{ name, content, want string }{
		{"a marking and a number", header + " " + number, "needs_ocr"},
		{"written across", across, "needs_ocr"},
		{"along the side", side, "needs_ocr"},
		{"text", header + " " + at("F1", 11, 72, 500, showsText), "read"},
		{"a title", at("F2", 28, 72, 770, "Child Marl"), "read"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := onPicture(test.content)
			if got := string(mustRead(t, data).Pages[0].State); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if got := string(mustRead(t, onPage(test.content)).Pages[0].State); got != "read" {
				t.Errorf("without a picture: %s", got)
			}
		})
	}
	eyes := []struct {
		name, line, want string
	}{
		{"more words", "No visit was made in the weeks before, and nobody asked why.", "typist: No visit was made in the weeks before, and nobody asked why.\n"},
		{"the same words", "OFFICIAL - SENSITIVE", "text layer: OFFICIAL - SENSITIVE\n"},
		{"none", "", "text layer: OFFICIAL - SENSITIVE\n"},
	}
	for _, test := range eyes {
		t.Run(test.name, func(t *testing.T) {
			data := onPicture(header)
			eye := &typist{pages: 1, line: test.line, confidence: 90}
			text, err := Engines{Eye: eye}.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			check(t, text)
			if told := slices.Contains(text.Warnings, "page 1: "+corpus.LargePictures(1)); told == (test.name == "more words") {
				t.Errorf("warnings %q", text.Warnings)
			}
			if got := text.Pages[0].Engine + ": " + text.Body; got != test.want || text.Pages[0].State != corpus.PageRead {
				t.Errorf("got %q, %s, want %q", got, text.Pages[0].State, test.want)
			}
		})
	}
}

// TestTextLayer tells text that a program left unseen over the picture of a page from
// what is written there, and from unseen text on a page without a picture.
func TestTextLayer(t *testing.T) {
	shown := at("F1", 11, 72, 500, showsText)
	tests := []struct {
		name string
		data []byte
		want bool
	}{
		{"unseen over a picture", onPicture("3 Tr " + shown), true},
		{"for clipping alone", onPicture("7 Tr " + shown), true},
		{"with a number stamped on it", onPicture("3 Tr " + shown + "0 Tr " + at("F1", 9, 280, 25, "Page 1 of 3")), true},
		{"written over a picture", onPicture(shown), false},
		{"an unseen mark beside it", onPicture("q 3 Tr " + at("F1", 9, 280, 25, "1") + "Q " + shown), false},
		{"without a picture", onPage("3 Tr " + shown), false},
		{"below a picture", withPicture(shown+showsPicture, ""), true},
		{"below a picture that is seen through", withPicture(shown+showsPicture, "/SMask << >>"), false},
		{"a header below a picture", withPicture(at("F1", 9, 60, 812, "Marl")+showsPicture+" "+shown, ""), false},
	}
	for _, test := range tests {
		page := mustRead(t, test.data).Pages[0]
		if page.TextLayer != test.want || page.State != corpus.PageRead {
			t.Errorf("%s: got a text layer %t, %s", test.name, page.TextLayer, page.State)
		}
	}
}

// withPicture is a page of content that draws a picture itself, of which image is said.
func withPicture(content, image string) []byte {
	b := newBuilder()
	n := b.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "+image, "x")
	b.page(content, "", "/XObject << /Im "+itoa(n)+" 0 R >>")
	return b.bytes()
}

func onPage(content string) []byte {
	b := newBuilder()
	b.page(content, "", "")
	return b.bytes()
}

// onPicture is a page of content over a picture that fills it.
func onPicture(content string) []byte {
	return withPicture(strings.Join([]string{showsPicture, content}, " "), "")
}
