package pdf

import (
	"strings"
	"testing"
)

// TestInsets holds that what is set into running text, across the gutter of two columns or
// in the midst of one, is read after the paragraph beside it and heads no section, whenever
// it is drawn, and that the text goes on around it.
func TestInsets(t *testing.T) {
	lines := func(text string, width int) (out []string) {
		for _, w := range strings.Fields(text) {
			if n := len(out); n > 0 && len(out[n-1])+1+len(w) <= width {
				out[n-1] += " " + w
			} else {
				out = append(out, w)
			}
		}
		return out
	}
	const (
		first = "The nurse went to see the boy in his home and was told that he slept, and she did not ask to see where it was that he lay; nor did the man from the housing office, who called in the same week about the damp in both rooms and wrote it down."
		next  = "The school rang about him in the winter and nobody rang back before the holidays, by which time he was no longer on its roll and nobody there could say where it was that he had been taken or who had come for him on that day in spring."
	)
	quote := down("F2", 225, 676, "Nobody asked what", "a day was like for", "the boy at home.")
	narrow := func(at float64, text string, shift float64) string { // the middle lines of a column beside the quotation
		var b strings.Builder
		ls := lines(text, 42)
		for i, l := range append(append(ls[:1:1], lines(strings.Join(ls[1:], " "), 24)[:4]...), lines(text[len(strings.Join(append(ls[:1:1], lines(strings.Join(ls[1:], " "), 24)[:4]...), " "))+1:], 42)...) {
			x := at
			if 1 <= i && i <= 4 {
				x += shift
			}
			b.WriteString(down("F1", x, 700-14*float64(i), l))
		}
		return b.String()
	}
	columns := narrow(50, first, 0) + narrow(300, next, 80)
	across := func() string { // one column, whose lines go on to the right of the box
		var b strings.Builder
		wide := lines(first+" "+next, 100)
		b.WriteString(down("F1", 50, 700, wide[0]))
		words := strings.Join(wide[1:], " ")
		y := 686.0
		for range 4 {
			left := lines(words, 30)[0]
			words = strings.TrimSpace(words[len(left):])
			right := lines(words, 30)[0]
			words = strings.TrimSpace(words[len(right):])
			b.WriteString(at("F1", 11, 50, y, left) + at("F1", 11, 360, y, right))
			y -= 14
		}
		return b.String() + down("F1", 50, y, lines(words, 100)...)
	}()
	two := []string{"paragraph |" + first, "paragraph |" + next, "paragraph |Nobody asked what a day was like for the boy at home."}
	one := []string{"paragraph |" + first + " " + next, "paragraph |Nobody asked what a day was like for the boy at home."}
	for _, tt := range []struct {
		name, content string
		want          []string
	}{
		{"over the gutter, drawn last", columns + quote, two},
		{"over the gutter, drawn first", quote + columns, two},
		{"in one column, drawn last", across + quote, one},
		{"in one column, drawn first", quote + across, one},
	} {
		t.Run(tt.name, func(t *testing.T) { wantOutline(t, readOne(t, tt.content), tt.want...) })
	}
	table := ""
	for i, row := range [][3]string{{"May", "Visit by the nurse", "and the boy was not seen"}, {"June", "Call from the school", "and nobody rang back"},
		{"July", "Visit by the police", "who saw the adults alone"}, {"August", "Call from the aunt", "and it was not passed on"}} {
		table += at("F1", 11, 50, 680-14*float64(i), row[0]) + at("F1", 11, 225, 680-14*float64(i), row[1]) + at("F1", 11, 360, 680-14*float64(i), row[2])
	}
	authors := ""
	for i, x := range []float64{50, 240, 430} {
		authors += down("F1", x, 762, "Ann Other", "University of "+string(rune('A'+i)), "New Zealand", "ann@example.org")
	}
	if text := readOne(t, authors+columns); !strings.Contains(text.Body, "University of B") || strings.Index(text.Body, "University of B") > strings.Index(text.Body, "The nurse") {
		t.Errorf("authors above columns are no longer read there:\n%s", outline(text))
	}
	head := down("F1", 50, 700, "What was done about the boy in that summer, as those who did it have written it down, was this:")
	text := readOne(t, head+table)
	if got := text.Blocks[len(text.Blocks)-1]; got.Kind != "table_row" {
		t.Errorf("a table below text is no longer one:\n%s", outline(text))
	}
}

// TestInsetsAtOneSide holds the same of what is set into one side of a text: where a
// sentence of it goes over from beside that to below it, or that is framed.
func TestInsetsAtOneSide(t *testing.T) {
	head := at("F2", 14, 72, 760, "Findings") + down("F1", 72, 735, "The review was asked for by the partnership in the summer, and it heard from all who knew the boy.")
	beside := []string{"Nobody saw the boy alone on any of the visits", "that were made to the home in that year, and", "what he said of the dark room was never put", "in writing by those who heard"}
	over := down("F1", 72, 710, append(beside, "it, so that nobody who read the notes later could know what those who wrote them knew of him.")...)
	ended := down("F1", 72, 710, append(beside[:3:3], "in writing by anybody.")...)
	foot := down("F1", 72, 630, "Information was held in five places and was brought together by none of those who held it there.")
	quote := down("F2", 350, 706, "He asked to be heard,", "and nobody came", "to hear him.")
	frame := "0.9 g 340 660 200 62 re f 0 g "
	said, told := strings.Join(beside, " "), "heading |Findings"
	asked, kept := "paragraph |The review was asked for by the partnership in the summer, and it heard from all who knew the boy.", "paragraph |Information was held in five places and was brought together by none of those who held it there."
	for _, tt := range []struct{ name, content, paragraph string }{
		{"a sentence goes over, drawn first", quote + head + over + foot, said + " it, so that nobody who read the notes later could know what those who wrote them knew of him."},
		{"a sentence goes over, drawn last", head + over + foot + quote, said + " it, so that nobody who read the notes later could know what those who wrote them knew of him."},
		{"framed, drawn first", frame + quote + head + ended + foot, strings.Join(beside[:3], " ") + " in writing by anybody."},
		{"framed, drawn last", head + ended + foot + frame + quote, strings.Join(beside[:3], " ") + " in writing by anybody."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			wantOutline(t, readOne(t, tt.content), told, asked, "paragraph |"+tt.paragraph, "paragraph |He asked to be heard, and nobody came to hear him.", kept)
		})
	}
}

// TestInsetsAtFoot holds the same of what stands beside the end of a text, whose sentence
// comes from above it, and looks otherwise.
func TestInsetsAtFoot(t *testing.T) {
	wide := []string{"Nobody saw the boy alone on any of the visits that were made to the home in that year, and what he", "said of the dark room was never put in writing by any of those who heard it, so that nobody who then"}
	beside := []string{"read the notes later could know what those who", "wrote them knew of him, nor what it was that", "he had asked of them in the days before the", "end of that summer."}
	text := at("F2", 14, 72, 760, "Findings") + down("F1", 72, 710, append(wide, beside...)...)
	after := down("F1", 72, 590, "Information was held in five places and was brought together by none of those who held it there.")
	quote := at("F2", 16, 350, 676, "He asked to be heard,") + at("F2", 16, 350, 656, "and nobody came") + at("F2", 16, 350, 636, "to hear him")
	wantOutline(t, readOne(t, text+after+quote), "heading |Findings", "paragraph |"+strings.Join(append(wide, beside...), " "),
		"paragraph |He asked to be heard, and nobody came to hear him", "paragraph |Information was held in five places and was brought together by none of those who held it there.")
}

// TestInsetOfOneColumn holds that what is set into one of two columns is read in that one.
func TestInsetOfOneColumn(t *testing.T) {
	left := []string{"Nobody saw the boy alone on any of the visits in", "that year, and what he said of the dark", "room was not put in", "writing by those who", "had heard it, so that", "nobody who read the notes could know of it at", "all."}
	right := []string{"The school rang about him in the winter and", "nobody rang back before the holidays, by", "which time he was off its roll, and there was", "nobody there who could say where he had", "been taken or who had come for him on that", "day, and to those who asked that was told by", "none."}
	quote := down("F2", 190, 672, "He asked to be", "heard and was", "not.")
	wantOutline(t, readOne(t, down("F1", 50, 700, left...)+down("F1", 330, 700, right...)+quote),
		"paragraph |"+strings.Join(left, " "), "paragraph |He asked to be heard and was not.", "paragraph |"+strings.Join(right, " "))
}

// TestInsetWithName holds that a quotation in a box is no heading of the name below it.
func TestInsetWithName(t *testing.T) {
	beside := []string{"Nobody saw the boy alone on any of the visits", "that were made to the home in that year, and", "what he said of the dark room was never put", "in writing by anybody."}
	box := "0.9 g 330 655 250 70 re f 0 g " + at("F2", 13, 335, 706, "They never asked him") + at("F2", 13, 335, 691, "what he wanted.") + at("F1", 11, 335, 672, "Grandmother")
	over := down("F1", 72, 740, "The review was asked for by the partnership in the summer, and it heard from all who knew the boy.")
	foot := down("F1", 72, 630, "Information was held in five places and was brought together by none of those who held it there.")
	wantOutline(t, readOne(t, over+down("F1", 72, 710, beside...)+foot+box),
		"paragraph |The review was asked for by the partnership in the summer, and it heard from all who knew the boy.", "paragraph |"+strings.Join(beside, " "),
		"paragraph |They never asked him what he wanted.", "paragraph |Grandmother", "paragraph |Information was held in five places and was brought together by none of those who held it there.")
}

// TestInsetBesideHeading holds that a box beside a heading is set into the text below it,
// which hangs below its number.
func TestInsetBesideHeading(t *testing.T) {
	box := "0.9 g 330 640 210 90 re f 0 g " + at("F2", 11, 335, 715, "Key facts") + down("F1", 335, 699, "Eleven calls were made in the", "fifteen months, from four of", "the services that knew him.")
	text := at("F2", 14, 72, 715, "Findings") + at("F1", 11, 72, 690, "3.1") + down("F1", 106, 690, "Nobody saw the boy alone on any of the",
		"visits that were made to the home in that", "year, and what he said of the dark room", "was never put in writing by those who had", "heard it of him, so that nobody knew of it in the spring that followed.")
	wantOutline(t, readOne(t, box+text), "heading |Findings",
		"paragraph 3.1|Nobody saw the boy alone on any of the visits that were made to the home in that year, and what he said of the dark room was never put in writing by those who had heard it of him, so that nobody knew of it in the spring that followed.",
		"heading |Key facts", "paragraph |Eleven calls were made in the fifteen months, from four of the services that knew him.")
}

// TestInsetsOfTwoPages holds that a quotation is no heading of the one on the next page,
// which stands before a sentence that the page does not end.
func TestInsetsOfTwoPages(t *testing.T) {
	beside := []string{"Nobody saw the boy alone on any of the visits", "that were made to the home in that year, and", "what he said of the dark room was never put"}
	page := func(last string, quote ...string) string {
		return down("F1", 72, 710, append(beside[:3:3], last)...) +
			down("F1", 72, 654, "by all of those who could have done so in that year, as they told the review when it asked them for it"+strings.Repeat(".", index(strings.HasSuffix(last, "then")))) +
			"0.9 g 330 660 250 64 re f 0 g " + at("F2", 13, 335, 706, quote[0]) + at("F2", 13, 335, 691, quote[1])
	}
	b := newBuilder()
	b.page(page("in writing then", "They never asked him", "what he wanted"), "", "")
	b.page(page("in writing", "No one called him", "by his name"), "", "")
	told, left := strings.Join(beside, " ")+" in writing", " by all of those who could have done so in that year, as they told the review when it asked them for it"
	wantOutline(t, mustRead(t, b.bytes()), "paragraph |"+told+" then"+left+".",
		"paragraph |They never asked him what he wanted", "paragraph |No one called him by his name", "paragraph |"+told+left)
}

// TestColumnsAreNoInsets holds that columns below a line over both, whose sentence seems to
// go on in the second, are read one after the other.
func TestColumnsAreNoInsets(t *testing.T) {
	left := []string{"The nurse went to see the boy at home", "in May and found that he was not there.", "His aunt had taken him to the sea, and", "that had been told to none of those who", "asked for him."}
	right := []string{"before the summer came, and it seemed", "to all of them that he was well and that", "somebody else would have gone to see", "what was the matter with him and with", "his mother, who had not been well."}
	const over = "Figure 2: the visits of that year, as they were told by those who made them and those who"
	columns := down("F1", 50, 696, left...) + down("F1", 320, 696, right...)
	boxes := "0.9 g 44 632 230 76 re f 314 632 230 76 re f 0 g "
	for name, content := range map[string]string{"bare": columns + at("F1", 11, 50, 716, over), "in boxes": boxes + columns + at("F1", 11, 50, 716, over+".")} {
		t.Run(name, func(t *testing.T) {
			wantOutline(t, readOne(t, content), "paragraph |"+over+strings.Repeat(".", index(name != "bare")),
				"paragraph |"+strings.Join(left, " "), "paragraph |"+strings.Join(right, " "))
		})
	}
}

// A box beside a text stands after the paragraph beside it, whenever it is drawn.
func TestBoxBesideText(t *testing.T) {
	head := at("F2", 14, 72, 760, "Introduction") + down("F1", 72, 740,
		"The review was asked for by the partnership in the summer, and it heard from all who knew the", "family.") +
		at("F2", 14, 72, 700, "Findings")
	text := down("F1", 72, 680,
		"Nobody saw the child alone on any of the visits that", "were made to the home in the first year, and what", "she said of the dark room was never",
		"written down by those who heard it, as the school", "had asked of them when they came to speak to the", "head teacher about the days on which the child") +
		down("F1", 72, 596, "was away, so that nobody who read the notes could know what those who wrote them knew.") +
		down("F1", 72, 570, "Information was held in five places and was brought together in none of them.")
	foot := at("F2", 14, 72, 540, "Recommendations") + down("F1", 72, 520,
		"The partnership should see to it that each child is seen alone by somebody whom the", "child knows.")
	box := down("F1", 390, 680, "What can be learnt here is that", "practitioners need the time to", "speak with a child alone, and", "the courage to write down what", "the child said in her own words", "for others to read.")
	for name, content := range map[string]string{
		"first": box + head + text + foot, "before its text": head + box + text + foot, "last": head + text + foot + box,
	} {
		t.Run(name, func(t *testing.T) {
			wantOutline(t, readOne(t, content),
				"heading |Introduction", "paragraph |The review was asked for by the partnership in the summer, and it heard from all who knew the family.",
				"heading |Findings",
				"paragraph |Nobody saw the child alone on any of the visits that were made to the home in the first year, and what she said of the dark room was never written down by those who heard it, as the school had asked of them when they came to speak to the head teacher about the days on which the child was away, so that nobody who read the notes could know what those who wrote them knew.",
				"paragraph |What can be learnt here is that practitioners need the time to speak with a child alone, and the courage to write down what the child said in her own words for others to read.",
				"paragraph |Information was held in five places and was brought together in none of them.",
				"heading |Recommendations", "paragraph |The partnership should see to it that each child is seen alone by somebody whom the child knows.")
		})
	}
}
