package pdf

import (
	"fmt"
	"testing"
)

// spread writes each letter of text by itself, some points apart.
func spread(font string, size, x, y, apart float64, text string) string {
	t := typesetter{size: size}
	out := ""
	for _, r := range text {
		if r != ' ' {
			out += at(font, size, x, y, string(r))
		}
		x += t.width(string(r)) + apart
	}
	return out
}

// kerned writes text letter by letter, the letters in turn a little closer and a little
// further apart, with a blank for each space.
func kerned(font string, size, x, y, apart float64, text string) string {
	t := typesetter{size: size}
	out := ""
	for i, r := range text {
		out += at(font, size, x, y, string(r))
		x += t.width(string(r)) + apart + 0.02*size*float64(1-2*(i%2))
	}
	return out
}

func TestLetterspacing(t *testing.T) {
	body := down("F1", 72, 680, "Nobody saw the child alone on any of the visits that were made to the home, and", "nobody asked her.")
	tests := []struct{ name, head, want string }{
		{"typed", at("F2", 12, 72, 700, "F I N D I N G S"), "heading |FINDINGS"},
		{"typed, two words", at("F2", 12, 72, 700, "K E Y   F I N D I N G S"), "heading |KEY FINDINGS"},
		{"with a number", at("F2", 12, 72, 700, "2. F I N D I N G S"), "heading 2|FINDINGS"},
		{"letter by letter", spread("F2", 12, 72, 700, 4, "KEY FINDINGS"), "heading |KEY FINDINGS"},
		{"kerned", kerned("F2", 12, 72, 700, 0.15*12, "TERMS OF REFERENCE"), "heading |TERMS OF REFERENCE"},
		{"few letters", at("F2", 12, 72, 700, "A B C"), "heading |A B C"},
		{"a text with letters", at("F2", 12, 72, 700, "Options A B C D E"), "heading |Options A B C D E"},
		{"cells", spread("F2", 12, 72, 700, 40, "YNYNY"), "heading |Y N Y N Y"},
	}
	for _, test := range tests {
		text := readOne(t, test.head+body)
		first := text.Blocks[0]
		if got := fmt.Sprintf("%s %s|%s", first.Kind, first.Number, text.Slice(first.Span)); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
