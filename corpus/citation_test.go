package corpus

import "testing"

func TestCitation(t *testing.T) {
	for _, tt := range []struct {
		coding Coding
		want   string
	}{
		{Coding{Page: 31}, "p. 31"},
		{Coding{Page: 31, PageLabel: "31"}, "p. 31"},
		{Coding{Page: 31, PageLabel: "29", Paragraph: "4.12"}, "para 4.12, p. 31 (printed 29)"},
		{Coding{Page: 4, PageLabel: "iv"}, "p. 4 (printed iv)"},
		{Coding{Page: 31, Paragraph: "4.12(a)"}, "para 4.12(a), p. 31"},
		{Coding{Page: 31, Heading: "Analysis"}, "p. 31"},
		{Coding{Paragraph: "4.12", Heading: "Analysis"}, "para 4.12"},
		{Coding{Heading: "Analysis"}, "under “Analysis”"},
		{Coding{}, "no page"},
	} {
		if got := tt.coding.Citation(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// TestCitedPage: a page is cited where the file says where it ends.
func TestCitedPage(t *testing.T) {
	words := Block{Kind: BlockParagraph, Span: Span{Start: 0, End: 5}}
	laidOut := words
	laidOut.Box = Box{Left: 72, Right: 90}
	one := Page{Number: 1, Label: "i", Span: Span{Start: 0, End: 6}}
	for _, tt := range []struct {
		name string
		text Text
		want int
	}{
		{"one page, as of a text file", Text{Pages: []Page{one}, Blocks: []Block{words}}, 0},
		{"one page that is laid out", Text{Pages: []Page{one}, Blocks: []Block{laidOut}}, 1},
		{"a page break", Text{Pages: []Page{one, {Number: 2, Span: Span{Start: 6, End: 6}}}, Blocks: []Block{words}}, 1},
	} {
		tt.text.Body = "Words\n"
		if got := tt.text.CitedPage(0); got.Number != tt.want || tt.want == 0 && got.Label != "" {
			t.Errorf("%s: got %+v, want the page %d", tt.name, got, tt.want)
		}
		if page, ok := tt.text.PageAt(0); !ok || page.Number != 1 {
			t.Errorf("%s: it does not lie on page 1", tt.name)
		}
	}
}

func TestParagraph(t *testing.T) {
	blocks := []struct {
		kind         BlockKind
		number, want string
	}{
		{BlockBullet, "1", "1"},
		{BlockHeading, "4", "4"},
		{BlockParagraph, "4.12", "4.12"},
		{BlockBullet, "a", "4.12(a)"},
		{BlockFootnote, "", ""},
		{BlockBullet, "", "4.12"},
		{BlockParagraph, "", ""},
		{BlockBullet, "b", "b"},
	}
	b := NewBuilder(DefaultLimits())
	b.BeginPage(Page{})
	for _, x := range blocks {
		b.Append(Block{Kind: x.kind, Number: x.number}, "Some words.")
	}
	text := b.Finish()
	for i, x := range blocks {
		if got := text.Paragraph(text.Blocks[i]); got != x.want {
			t.Errorf("block %d: got %q, want %q", i, got, x.want)
		}
	}
}
