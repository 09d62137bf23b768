package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// TestPromisedHeadings reads headings that are set as the text is, and are known
// for headings by the bookmarks or the contents page.
func TestPromisedHeadings(t *testing.T) {
	prose := func(y float64) string {
		return down("F1", 72, y, "The panel met four times and read the records of every agency that", "knew the family, and two of its members spoke with the mother.")
	}
	const first, second = "What the panel was asked to do", "2. What it found"
	body := prose(780) + at("F1", 11, 72, 730, first) + prose(700) + at("F1", 11, 72, 650, second) + prose(620) + prose(570)
	contents := at("F2", 14, 72, 780, "Contents") + down("F1", 72, 740, first+" ........ 2", second+" ......... 2")
	tests := []struct {
		name      string
		pages     []string
		bookmarks []string
		want      int // headings among the two
	}{
		{"neither", []string{body}, nil, 0},
		{"bookmarks", []string{body}, []string{first, strings.ToUpper(second)}, 2},
		{"bookmarks of something else", []string{body}, []string{"Cover", "The panel"}, 0},
		{"contents page", []string{contents, body}, nil, 2},
	}
	for _, tt := range tests {
		b := newBuilder()
		for _, page := range tt.pages {
			b.page(page, "", "")
		}
		b.bookmark(tt.bookmarks)
		text := mustRead(t, b.bytes())
		got := 0
		for _, x := range text.Blocks {
			if title := text.Slice(x.Span); x.Kind == "heading" && (title == first || strings.HasSuffix(second, title)) {
				got++
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %d headings, want %d:\n%s", tt.name, got, tt.want, outline(text))
		}
	}
}

// TestBookmarksInACircle reads bookmarks that name one another.
func TestBookmarksInACircle(t *testing.T) {
	b := newBuilder()
	b.page(down("F1", 72, 780, "The panel met four times."), "", "")
	n := len(b.objects) + 1
	b.add(fmt.Sprintf("<< /Title (One) /First %d 0 R /Next %d 0 R >>", n, n))
	b.catalog = fmt.Sprintf("/Outlines << /First %d 0 R >>", n)
	mustRead(t, b.bytes())
}

// bookmark gives the file bookmarks, each below the one before.
func (b *builder) bookmark(titles []string) {
	below := ""
	for i := len(titles) - 1; i >= 0; i-- {
		n := b.add(fmt.Sprintf("<< /Title (%s) %s >>", titles[i], below))
		below = fmt.Sprintf("/First %d 0 R", n)
	}
	if below != "" {
		b.catalog = "/Outlines << " + below + " >>"
	}
}
