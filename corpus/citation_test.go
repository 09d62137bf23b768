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
	} {
		if got := tt.coding.Citation(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
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
