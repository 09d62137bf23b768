package corpus

import "testing"

func TestLetterspacedText(t *testing.T) {
	tests := []struct {
		kind       BlockKind
		text, want string
	}{
		{BlockHeading, "F I N D I N G S", "FINDINGS"},
		{BlockParagraph, "K E Y   F i n d i n g s", "KEY Findings"},
		{BlockHeading, "3. L E S S O N S", "LESSONS"},
		{BlockHeading, "A B C D", "A B C D"},
		{BlockParagraph, "I saw A and B", "I saw A and B"},
		{BlockTableRow, "Y\tN\tY\tN\tY", "Y\tN\tY\tN\tY"},
	}
	for _, test := range tests {
		b := NewBuilder(DefaultLimits())
		b.Append(Block{Kind: test.kind}, test.text)
		if text := b.Finish(); text.Slice(text.Blocks[0].Span) != test.want {
			t.Errorf("%q: got %q, want %q", test.text, text.Slice(text.Blocks[0].Span), test.want)
		}
	}
}
