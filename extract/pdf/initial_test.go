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
		{"A", []string{"strategy meeting was not held", "and nobody asked why that", "had been so."}, "A strategy meeting was not held and nobody asked why that had been so."},
		{"A", []string{"ssessments were not made", "and nobody asked why that", "had been so."}, "Assessments were not made and nobody asked why that had been so."},
		{"A", []string{"gencies did not meet, though", "each of the agencies knew that", "they should."}, "Agencies did not meet, though each of the agencies knew that they should."},
		{"I", []string{"did not share what I knew", "with anybody else, and nobody", "asked me."}, "I did not share what I knew with anybody else, and nobody asked me."},
		{"I", []string{"n this case nobody asked", "what had happened before, or", "what might."}, "In this case nobody asked what had happened before, or what might."},
		{"I", []string{"am glad to present what was", "done for the boy by all who", "knew him."}, "I am glad to present what was done for the boy by all who knew him."},
		{"A", []string{"child is seen where a", "child is heard, and nobody", "had asked her."}, "A child is seen where a child is heard, and nobody had asked her."},
	} {
		// The letter stands on the base of the third line.
		beside := map[string]float64{"I": 88, "A": 106, "T": 106}[test.letter]
		text := readOne(t, at("F2", 14, 72, 720, "Findings")+at("F1", 42, 72, 662, test.letter)+down("F1", beside, 690, test.lines...))
		if want := "heading |Findings\nparagraph |" + test.want + "\n"; strings.ReplaceAll(outline(text), "  ", " ") != want {
			t.Errorf("got\n%s, want\n%s", outline(text), want)
		}
	}
	alone := readOne(t, at("F1", 42, 72, 662, "T")+down("F1", 72, 600, "The child was not seen alone.", "Nobody asked."))
	if got := alone.Blocks[0].Kind; got != "paragraph" {
		t.Errorf("a letter alone: got a %s", got)
	}
}
