package pdf

import (
	"strings"
	"testing"
)

// small writes lines of notes one below the other, 9 points apart.
func small(x, y float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(at("F1", 7, x, y-9*float64(i), l))
	}
	return b.String()
}

// TestNotesOfColumns has notes at the foot of two columns, the second of which
// begins higher.
func TestNotesOfColumns(t *testing.T) {
	left := down("F1", 50, 350, "The health visitor wrote that", "she was not let into the home", "and told nobody of what she", "had seen at the door, so that", "the school, which had seen the", "same, thought itself alone and")
	right := down("F1", 320, 350, "did not ask what was known to", "the others. This was not seen", "until the review was made by")
	text := readOne(t, left+small(50, 270, "1 The first note, which goes", "on in a second line and has", "the last of its words here.")+
		right+small(320, 285, "2 The other note, which goes", "on in its own column and in", "a third line.", "3 A last note."))
	for _, want := range []string{
		"thought itself alone and did not ask",
		"\nThe first note, which goes on in a second line and has the last of its words here.\n", "\nThe other note, which goes on in its own column and in a third line.\n", "\nA last note.\n",
	} {
		if !strings.Contains(strings.NewReplacer("\n1 ", "\n", "\n2 ", "\n", "\n3 ", "\n").Replace(text.Body), want) {
			t.Errorf("%q is missing in\n%s", want, outline(text))
		}
	}
}

// TestNumberInSmallType has a line of an appendix in small type begin with a number.
// A mark that is raised begins a note also where a full stop ends it.
func TestRaisedMark(t *testing.T) {
	body := down("F1", 72, 700, "Information was held in five places and was brought together by none of those who held it.", "Nobody rang back.")
	mark := at("F1", 4.5, 72, 103, "1.")
	wantOutline(t, readOne(t, body+mark+at("F1", 8, 77, 100, "Names have been changed at the wish of the family.")+at("F1", 8, 72, 90, "They are not told.")),
		"paragraph |Information was held in five places and was brought together by none of those who held it. Nobody rang back.",
		"footnote |¹. Names have been changed at the wish of the family. They are not told.")
}

func TestNumberInSmallType(t *testing.T) {
	b := newBuilder()
	for range 3 {
		b.page(down("F1", 72, 760, strings.Split(strings.Repeat("This line is there to set the size of the text of the body.|", 20), "|")...), "", "")
	}
	b.page(small(72, 300, "The child was seen at home by the social worker, the health visitor and the", "14 others who had been told, and nobody asked her what she wanted to happen next."), "", "")
	text := mustRead(t, b.bytes())
	if want := "health visitor and the 14 others who had been told"; !strings.Contains(text.Body, want) {
		t.Errorf("%q is missing in\n%s", want, text.Body[text.Pages[3].Span.Start:])
	}
}
