package plain

import (
	"fmt"
	"strings"
	"testing"

	"thematic/corpus"
)

func read(t testing.TB, text string) corpus.Text {
	t.Helper()
	got, err := Read(strings.NewReader(text), int64(len(text)), corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if err := got.Validate(); err != nil {
		t.Error(err)
	}
	return got
}

// outline writes a text as one line per block: page, kind, level, number, text.
func outline(text corpus.Text) string {
	var b strings.Builder
	for _, block := range text.Blocks {
		page, _ := text.PageAt(block.Span.Start)
		fmt.Fprintf(&b, "%d %s", page.Number, block.Kind)
		if block.Level > 0 {
			fmt.Fprintf(&b, "%d", block.Level)
		}
		if block.Number != "" {
			fmt.Fprintf(&b, " [%s]", block.Number)
		}
		fmt.Fprintf(&b, ": %s\n", text.Slice(block.Span))
	}
	return b.String()
}

// prose is a wrapped paragraph, so that a text around a short case has a width.
const prose = `The health visitor saw the family on nine occasions between the birth and the
move, and on each of them she wrote down what the mother said and not what she
herself had seen in the house. Nobody in her team asked about the difference, and
the record that went to the next area was no better than the one that was kept.`

const proseJoined = "The health visitor saw the family on nine occasions between the birth and the move, and on each of them she wrote down what the mother said and not what she herself had seen in the house. Nobody in her team asked about the difference, and the record that went to the next area was no better than the one that was kept."

func TestReadWrapped(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"paragraphs", prose + "\n\n" + prose, "1 paragraph: " + proseJoined + "\n1 paragraph: " + proseJoined + "\n"},
		{"line ends", strings.ReplaceAll(prose, "\n", "\r\n"), "1 paragraph: " + proseJoined + "\n"},
		{"old line ends", strings.ReplaceAll(prose, "\n", "\r"), "1 paragraph: " + proseJoined + "\n"},
		{"short line", prose + "\n\nThe plan ended.\nIt was not missed.",
			"1 paragraph: " + proseJoined + "\n1 paragraph: The plan ended.\n1 paragraph: It was not missed.\n"},
		{"headings", "3. Method\n" + prose + "\n\nThe family\n" + prose + "\n\nCONCERNS\n" + prose,
			"1 heading1 [3]: Method\n1 paragraph: " + proseJoined + "\n1 heading2: The family\n1 paragraph: " + proseJoined +
				"\n1 heading1: CONCERNS\n1 paragraph: " + proseJoined + "\n"},
		{"bullets", prose + "\n\nThe panel saw:\n• that the plan of the core group\n  was late\n  o and thin\n- that no one knew\n\uf0b7 the risk",
			"1 paragraph: " + proseJoined + "\n1 paragraph: The panel saw:\n1 bullet1: that the plan of the core group was late\n" +
				"1 bullet2: and thin\n1 bullet1: that no one knew\n1 bullet1: the risk\n"},
		{"numbers", "2.1 " + prose + "\n\n2.2\n\n" + prose + "\n\n(a) first\n(b) second",
			"1 paragraph [2.1]: " + proseJoined + "\n1 paragraph [2.2]: " + proseJoined + "\n1 bullet1 [a]: first\n1 bullet1 [b]: second\n"},
		{"over the page", prose + "\nShe was asked to see the children again before the end of the month and did\n\f" +
			"not go. The visit was made in June by a worker who had not met them before now.",
			"1 paragraph: " + proseJoined + " She was asked to see the children again before the end of the month and did not go." +
				" The visit was made in June by a worker who had not met them before now.\n"},
		{"hyphens", strings.Replace(prose, "on each of them", "on each of them at multi-\nagency meetings", 1) + " The multi-agency team met.",
			"1 paragraph: " + strings.Replace(proseJoined, "on each of them", "on each of them at multi-agency meetings", 1) + " The multi-agency team met.\n"},
		{"hyphens typed", strings.Replace(prose, "on each of them", "on each of them at single-\nagency meetings", 1),
			"1 paragraph: " + strings.Replace(proseJoined, "on each of them", "on each of them at single-agency meetings", 1) + "\n"},
		{"hyphens of breaks", "The team met in the spring and again in the summer of that year, and these mee-\n" +
			"tings were short. Nobody wrote down what was said at the meetings, and an assess-\n" +
			"ment of the risk to the children of the family was never made by anyone there.",
			"1 paragraph: The team met in the spring and again in the summer of that year, and these meetings were short. " +
				"Nobody wrote down what was said at the meetings, and an assessment of the risk to the children of the family was never made by anyone there.\n"},
		{"contents", "Contents\nThe family ....... 3\nLessons\n\n4\n\nThe family\nMT\n27\n\n" + prose + "\n\nLessons\n" + prose,
			"1 heading1: Contents\n1 contents: The family ....... 3\n1 contents: Lessons 4\n1 heading1: The family\n1 paragraph: MT\n" +
				"1 paragraph: 27\n1 paragraph: " + proseJoined + "\n1 heading1: Lessons\n1 paragraph: " + proseJoined + "\n"},
		{"markdown", "## Findings\n" + prose, "1 heading2: Findings\n1 paragraph: " + proseJoined + "\n"},
		{"statement", prose + "\n\nFinding 2: When a family moves over the boundary its plan ends before the next\none begins, and nobody sees that\n\n" + prose,
			"1 paragraph: " + proseJoined + "\n1 heading1: Finding 2: When a family moves over the boundary its plan ends before the next one begins, " +
				"and nobody sees that\n1 paragraph: " + proseJoined + "\n"},
		{"capitals above letters", prose + "\n\nCONCERNS\na. No one asked.\n\nb. No one wrote it down.",
			"1 paragraph: " + proseJoined + "\n1 heading1: CONCERNS\n1 bullet1 [a]: No one asked.\n1 bullet1 [b]: No one wrote it down.\n"},
		{"letters behind a number that no heading has", prose + "\n\n1a Heart failure\n\n" + prose,
			"1 paragraph: " + proseJoined + "\n1 paragraph: 1a Heart failure\n1 paragraph: " + proseJoined + "\n"},
		{"a numbered heading above a table", "1 Visits\n" + prose + "\n\n2 Letters\n" + prose + "\n\n3 The family\nPerson\nAge\nTom\n9\n\n" + prose,
			"1 heading1 [1]: Visits\n1 paragraph: " + proseJoined + "\n1 heading1 [2]: Letters\n1 paragraph: " + proseJoined +
				"\n1 heading1 [3]: The family\n1 paragraph: Person\n1 paragraph: Age\n1 paragraph: Tom\n1 paragraph: 9\n1 paragraph: " + proseJoined + "\n"},
		{"letters behind the number of a heading", "1 Visits\n" + prose + "\n\n1a Letters\n\n" + prose,
			"1 heading1 [1]: Visits\n1 paragraph: " + proseJoined + "\n1 heading1 [1a]: Letters\n1 paragraph: " + proseJoined + "\n"},
	}
	for _, tt := range tests {
		if got := outline(read(t, tt.text)); got != tt.want {
			t.Errorf("%s: got\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestReadNumbersAmongRunningLines reads pages on which the number of a paragraph
// comes between the running lines, as it does where it stands in the margin.
func TestReadNumbersAmongRunningLines(t *testing.T) {
	var text, want string
	for i, who := range []string{"A midwife", "The teacher", "Her doctor", "Nobody"} {
		number, label := "", ""
		if i == 1 {
			number, label = "3.2\n\n", " [3.2]"
		}
		text += fmt.Sprintf("\fFenn Board\n\n%sReview of Child L\n\n%s had the first word. %s\n\n%s said so.\n\n%d\n", number, who, prose, who, i+1)
		want += fmt.Sprintf("%d paragraph%s: %s had the first word. %s\n%d paragraph: %s said so.\n", i+1, label, who, proseJoined, i+1, who)
	}
	text = text[len("\f"):]
	if got := outline(read(t, text)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestReadSpacedOut reads texts that have a blank line after every line.
func TestReadSpacedOut(t *testing.T) {
	spaced := strings.ReplaceAll(prose, "\n", "\n\n")
	whole := strings.TrimSpace(strings.Repeat("The plan was made in time and nobody read it. ", 3))
	listed := []string{
		"whether the plan was written in time and read by each of those who had to act on it",
		"whether the boy was asked about his days at home by anyone who came to visit him there",
		"how far the nurse knew what the police knew of the nights on which they had been called",
		"whether the school told the doctor of the bruises which the teacher had seen and noted",
		"how far the managers asked why the visits ended and what had been done to begin again",
		"whether the uncle was known to the services who were at work with the rest of his kin",
		"the extent to which the faith of the family was understood by those who worked with it",
	}
	tests := []struct{ name, text, want string }{
		{"sentences go on", "2. The family\n\nThe plan ended.\n\n" + spaced + "\n\nContact\n\n" + spaced,
			"1 heading1 [2]: The family\n1 paragraph: The plan ended.\n1 paragraph: " + proseJoined + "\n1 heading2: Contact\n1 paragraph: " + proseJoined + "\n"},
		{"two blank lines part", spaced + "\n\n\n" + spaced + "\n\n" + spaced, "1 paragraph: " + proseJoined + "\n1 paragraph: " + proseJoined + " " + proseJoined + "\n"},
		{"bullets and numbers", "2.1 " + spaced + "\n\n2.2 " + spaced + "\n\n• that no one knew\n\n• that it was late",
			"1 paragraph [2.1]: " + proseJoined + "\n1 paragraph [2.2]: " + proseJoined + "\n1 bullet1: that no one knew\n1 bullet1: that it was late\n"},
		{"a list of items", strings.Join(listed, "\n\n"), "1 paragraph: " + strings.Join(listed, "\n1 paragraph: ") + "\n"},
		{"one line a paragraph", whole + "\n\n" + whole + "\n\n" + whole, strings.Repeat("1 paragraph: "+whole+"\n", 3)},
		{"one of many paragraphs", prose + "\n\n" + prose + "\n\nshe said\n\nand went", "1 paragraph: " + proseJoined + "\n1 paragraph: " + proseJoined + "\n1 paragraph: she said\n1 paragraph: and went\n"},
	}
	for _, tt := range tests {
		if got := outline(read(t, tt.text)); got != tt.want {
			t.Errorf("%s: got\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestReadUnwrapped(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("The plan was made in time and nobody read it. ", 5))
	got := outline(read(t, "Findings\n"+long+"\n"+long+"\n\nWhat happens next?\n\n"+long))
	want := "1 heading2: Findings\n1 paragraph: " + long + "\n1 paragraph: " + long + "\n1 heading2: What happens next?\n1 paragraph: " + long + "\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestReadSetsFurnitureApart(t *testing.T) {
	bodies := []string{"She was seen.", "Nobody asked him.", "The plan was late.", "It was not read.", "They met in May."}
	var text strings.Builder
	for i := range 5 {
		fmt.Fprintf(&text, "The Board\n\nReview of Child Q, part %d\n\n%d\n\n%s\n\nPage %d of 5\n\n%d\n\f", i+1, 7+2*i, bodies[i], i+1, i+3)
	}
	got := read(t, text.String())
	if len(got.Pages) != 5 {
		t.Fatalf("got %d pages, want 5", len(got.Pages))
	}
	for i, p := range got.Pages {
		want := fmt.Sprintf("The Board|Review of Child Q, part %d|Page %d of 5|%d", i+1, i+1, i+3)
		if got := strings.Join(p.Furniture, "|"); got != want {
			t.Errorf("page %d: got %q, want %q", p.Number, got, want)
		}
	}
	if strings.Contains(got.Body, "Board") || strings.Contains(got.Body, "Page") {
		t.Errorf("got furniture in the text: %q", got.Body)
	}
}

func TestReadPages(t *testing.T) {
	got := read(t, "one.\n\f\ntwo.\f\fthree.\n\f")
	var states []string
	for _, p := range got.Pages {
		states = append(states, fmt.Sprintf("%d %s %q", p.Number, p.State, got.Slice(p.Span)))
	}
	want := `1 read "one.\n"|2 read "two.\n"|3 blank ""|4 read "three.\n"`
	if got := strings.Join(states, "|"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(prose + "\n\f" + prose))
	f.Add([]byte("Contents\nA 1\nB\n2\n\f• \n2.\nx-\ny"))
	f.Add([]byte("\xff\xfea\x00\n\x00"))
	f.Add([]byte("Finding 1: a\nb\n\fo c\n(a) d"))
	f.Add([]byte("A\nB\na\nPage 2\nB\nb\nPage 3\nB\nc\nPage 4\nB\nd"))
	f.Add([]byte("B\n1 | Page\n1.\na\nB\n2 | Page\nb\nB\n3 | Page\nc"))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := corpus.DefaultLimits()
		limits.TextBytes, limits.Pages = 400, 4
		text, err := Read(strings.NewReader(string(data)), int64(len(data)), limits)
		if err != nil {
			return
		}
		if err := text.Validate(); err != nil {
			t.Error(err)
		}
		if len(text.Body) > limits.TextBytes || len(text.Pages) > limits.Pages {
			t.Errorf("%d bytes on %d pages", len(text.Body), len(text.Pages))
		}
	})
}
