package pdf

import (
	"strings"
	"testing"
)

func TestInitial(t *testing.T) {
	for _, test := range []struct {
		letter string
		lines  []string
		want   string
	}{
		{"T", []string{"he child was not seen alone,", "and nobody asked her what", "she wanted to happen."}, "The child was not seen alone, and nobody asked her what she wanted to happen."},
		{"A", []string{"ll who knew the child say", "that she was quiet, and that", "nobody asked her why."}, "All who knew the child say that she was quiet, and that nobody asked her why."},
		{"A", []string{"child is seen where a", "child is heard, and nobody", "had asked her."}, "A child is seen where a child is heard, and nobody had asked her."},
	} {
		// The letter stands on the base of the third line.
		text := readOne(t, at("F2", 14, 72, 720, "Findings")+at("F1", 42, 72, 662, test.letter)+down("F1", 106, 690, test.lines...))
		if want := "heading |Findings\nparagraph |" + test.want + "\n"; strings.ReplaceAll(outline(text), "  ", " ") != want {
			t.Errorf("got\n%s, want\n%s", outline(text), want)
		}
	}
	alone := readOne(t, at("F1", 42, 72, 662, "T")+down("F1", 72, 600, "The child was not seen alone.", "Nobody asked."))
	if got := alone.Blocks[0].Kind; got != "paragraph" {
		t.Errorf("a letter alone: got a %s", got)
	}
}
