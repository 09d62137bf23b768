package pdf

import (
	"fmt"
	"strings"
	"testing"
)

func TestLetterhead(t *testing.T) {
	letter := down("F1", 72, 600, "Dear partners,", "This letter says what was found at the visit in May, and what", "is to be done about it.")
	head := func(lines ...string) string {
		var b strings.Builder
		for i, l := range lines {
			b.WriteString(at("F1", 7, 72, 780-9*float64(i), l))
		}
		return b.String()
	}
	tests := []struct {
		name, content string
		want          int // lines set apart
	}{
		{"address", head("The Office", "1 High Street", "T 0300 555 0199", "post@office.example"), 4},
		{"small type far down", head("1 High Street", "T 0300 555 0199", "post@office.example") + at("F1", 7, 72, 740, "What this is") + at("F1", 7, 72, 610, "The child was not seen."), 3},
		{"small text of its own", head("A child was seen by nobody in the", "weeks before, which is told below.", "T 0300 555 0199", "post@office.example"), 0},
		{"address beside the contacts", head("The Office", "1 High Street", "M1 9ZZ") + at("F1", 7, 170, 771.5, "T 0300 555 0199") + at("F1", 7, 170, 762.5, "post@office.example"), 5},
		{"small title", head("A small title", "and one line below it"), 0},
		{"address in the size of the letter", down("F1", 72, 780, "1 High Street", "T 0300 555 0199", "post@office.example"), 0},
	}
	for _, tt := range tests {
		text := readOne(t, tt.content+letter)
		if got := len(text.Pages[0].Furniture); got != tt.want {
			t.Errorf("%s: got %d lines set apart, want %d: %q", tt.name, got, tt.want, text.Pages[0].Furniture)
		}
	}
}

func TestSmallHeadings(t *testing.T) {
	prose := []string{"The panel met four times and read the records of every agency that", "knew the family, and two of its members spoke with the mother."}
	big := func(y float64) string { return at("F1", 13, 72, y, prose[0]) + at("F1", 13, 72, y-16, prose[1]) }
	tests := []struct {
		name, content, want string
	}{
		{"above the text", at("F2", 11.5, 72, 720, "Who writes it?"), "heading"},
		{"caption", at("F2", 11.5, 72, 720, "Figure 2: visits by month"), "paragraph"},
		{"set in from the text", at("F2", 11.5, 150, 720, "By the panel"), "paragraph"},
		{"too small", at("F2", 9, 72, 720, "Published in May"), "paragraph"},
	}
	for _, tt := range tests {
		text := readOne(t, big(780)+tt.content+big(700)+big(640))
		if got := string(text.Blocks[1].Kind); got != tt.want {
			t.Errorf("%s: got %s, want %s\n%s", tt.name, got, tt.want, outline(text))
		}
	}
}

// TestStylesOfHeadings reads headings that neither size nor weight tells from
// the text, of two styles, of which the second stands within the first.
func TestStylesOfHeadings(t *testing.T) {
	prose := func(y float64) string {
		return down("F1", 72, y, "The panel met four times and read the records of every agency that", "knew the family, and two of its members spoke with the mother.")
	}
	blue := func(y float64, text string) string { return "0 0 1 rg " + at("F1", 11, 72, y, text) + "0 g " }
	under := func(y float64, text string, width float64) string {
		return at("F1", 11, 72, y, text) + fmt.Sprintf("72 %g m %g %g l S ", y-1.5, 72+width, y-1.5)
	}
	b := newBuilder()
	b.page(blue(780, "What happened")+prose(760)+blue(700, "The family")+prose(680)+blue(620, "Analysis"), "", "")
	b.page(under(780, "Seeing the child", 83)+prose(760)+under(700, "Missed visits", 64)+prose(680)+
		under(620, "Supervision", 59)+prose(600)+blue(540, "Lessons")+prose(520), "", "")
	text := mustRead(t, b.bytes())
	var got []string
	for _, x := range text.Blocks {
		if x.Kind == "heading" {
			got = append(got, fmt.Sprint(x.Level, " ", text.Slice(x.Span)))
		}
	}
	want := "1 What happened, 1 The family, 1 Analysis, 2 Seeing the child, 2 Missed visits, 2 Supervision, 1 Lessons"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

func TestTableThatEndsInNumbers(t *testing.T) {
	row := func(y float64, cells ...string) string {
		var b strings.Builder
		for i, c := range cells {
			b.WriteString(at("F1", 11, 72+110*float64(i), y, c))
		}
		return b.String()
	}
	wantOutline(t, readOne(t, row(700, "Person", "Relationship", "Age in May")+row(680, "MA", "Mother", "18")+row(660, "FA", "Father", "27")+row(640, "Child A", "Subject", "4 months")),
		"table_row |Person\tRelationship\tAge in May", "table_row |MA\tMother\t18", "table_row |FA\tFather\t27", "table_row |Child A\tSubject\t4 months")
}

func TestNumbersOfLetteredParts(t *testing.T) {
	content := at("F2", 14, 72, 780, "Part A. Why this review") + down("F1", 72, 750, "A.1", "", "", "A.2") +
		down("F1", 110, 750, "The Board decided in May that the criteria were met and that", "a review should be held.", "", "The first meeting was in June.")
	wantOutline(t, readOne(t, content), "heading |Part A. Why this review",
		"paragraph A.1|The Board decided in May that the criteria were met and that a review should be held.",
		"paragraph A.2|The first meeting was in June.")
	// A road or a form at the head of a line is no number.
	wantOutline(t, readOne(t, down("F1", 72, 750, "They were stopped by the police on the road to the north, the", "A1 that is, and taken home.")),
		"paragraph |They were stopped by the police on the road to the north, the A1 that is, and taken home.")
}

// TestNumberedParagraphGoesOverThePage reads a numbered paragraph that is parted
// by a footnote, a running footer and a running header, after a full stop.
func TestNumberedParagraphGoesOverThePage(t *testing.T) {
	b := newBuilder()
	edges := func(n int) string {
		return at("F1", 8, 72, 810, "Serious Case Review: Child X") + at("F1", 8, 290, 30, fmt.Sprintf("Page %d of 3", n))
	}
	long := "This line is there to show how far the lines of the page go to the"
	b.page(edges(1)+at("F1", 11, 72, 760, "4.11")+down("F1", 110, 760, long, "right.")+
		at("F1", 11, 72, 720, "4.12")+down("F1", 110, 720, long, "right, and this that a paragraph may be parted where a sentence ends.")+
		at("F1", 7, 72, 90, "1 A note at the foot of the page."), "", "")
	b.page(edges(2)+down("F1", 110, 760, "The second sentence of it stands on the next page, where the number of", "the paragraph is not said again.")+
		at("F1", 11, 72, 720, "4.13")+at("F1", 11, 110, 720, "The next."), "", "")
	b.page(edges(3)+down("F1", 72, 760, "A third page."), "", "")
	text := mustRead(t, b.bytes())
	for _, x := range text.Blocks {
		if x.Number != "4.12" {
			continue
		}
		if s := text.Slice(x.Span); !strings.HasSuffix(s, "not said again.") || text.Pages[1].Span.Start <= x.Span.Start || text.Pages[1].Span.Start >= x.Span.End {
			t.Errorf("the paragraph is %q, page 2 begins at %d", s, text.Pages[1].Span.Start-x.Span.Start)
		}
		return
	}
	t.Errorf("there is no paragraph 4.12:\n%s", outline(text))
}

// TestTableBesideText reads a column to its end before the table beside it.
func TestTableBesideText(t *testing.T) {
	table := "330 600 m 530 600 l 330 640 m 530 640 l 330 680 m 530 680 l 330 600 m 330 680 l 430 600 m 430 680 l 530 600 m 530 680 l S " +
		at("F2", 11, 335, 665, "Person") + at("F2", 11, 435, 665, "Note") + at("F1", 11, 335, 625, "Ms O") + at("F1", 11, 435, 625, "Mother")
	content := down("F1", 72, 720, "The column on the left was", "drawn first.") + down("F1", 72, 650, "It goes on below the head of", "the table.") +
		down("F1", 72, 590, "It ends below its foot.") + table
	wantOutline(t, readOne(t, content), "paragraph |The column on the left was drawn first.", "paragraph |It goes on below the head of the table.",
		"paragraph |It ends below its foot.", "table_row |Person\tNote", "table_row |Ms O\tMother")
}

func TestDashes(t *testing.T) {
	wantOutline(t, readOne(t, down("F1", 72, 700, "The panel asked:", "- whether the child was seen;", "- who held the plan.")+
		down("F1", 72, 640, "The household was known to three services and to a school which met", "- for once - in the spring, to no end.")),
		"paragraph |The panel asked:", "bullet |whether the child was seen;", "bullet |who held the plan.",
		"paragraph |The household was known to three services and to a school which met - for once - in the spring, to no end.")
}
