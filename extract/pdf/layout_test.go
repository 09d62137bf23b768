package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

func TestParagraphs(t *testing.T) {
	long := []string{
		"Information was held in five places and was brought together by none of those who held it",
		"there and nobody rang the school back before the holidays by which time the boy was no longer",
		"on its roll and nobody knew where he was",
	}
	tests := []struct {
		name    string
		content string
		want    []string
	}{
		{"lines of one paragraph, then the next", down("F1", 72, 700,
			"The social worker visited the family at home in May and again in", "June, and spoke with both parents.") +
			down("F1", 72, 660, "Nobody spoke with the child."),
			[]string{"paragraph |The social worker visited the family at home in May and again in June, and spoke with both parents.", "paragraph |Nobody spoke with the child."}},
		{"numbered paragraphs", down("F1", 72, 700, "4.1", "4.2") + down("F1", 110, 700, "The first paragraph of the section.", "The second paragraph of the section."),
			[]string{"paragraph 4.1|The first paragraph of the section.", "paragraph 4.2|The second paragraph of the section."}},
		{"a number that only begins a line", down("F1", 72, 700,
			"The conference, which should have been held within 15 days of that, took place after", "74. In the meantime nobody visited."),
			[]string{"paragraph |The conference, which should have been held within 15 days of that, took place after 74. In the meantime nobody visited."}},
		{"bullets with hanging lines", down("F1", 72, 700, "The panel asked:") + down("F1", 90, 686, "\x95", "", "\x95") + down("F1", 104, 686,
			"whether the child was seen alone at any of the", "visits that were made;", "who held the plan."),
			[]string{"paragraph |The panel asked:", "bullet |whether the child was seen alone at any of the visits that were made;", "bullet |who held the plan."}},
		{"lettered items", down("F1", 90, 700, "(a) the first thing;", "(b) the second thing."),
			[]string{"bullet a|the first thing;", "bullet b|the second thing."}},
		{"bullets in an empty place of the encoding", down("F1", 72, 700, "The panel asked:", "\x7f  Was the child seen?", "\x7f  Who held the plan?"),
			[]string{"paragraph |The panel asked:", "bullet |Was the child seen?", "bullet |Who held the plan?"}},
		{"bullets right before their words", down("F1", 72, 700, "The panel asked:", "\x95Was the child seen?", "\x95Who held the plan?"),
			[]string{"paragraph |The panel asked:", "bullet |Was the child seen?", "bullet |Who held the plan?"}},
		{"letters in letters", down("F1", 72, 700, "The review asks:") + down("F1", 90, 686, "a. how risk was assessed, and:") + down("F1", 108, 672, "i. what was asked;", "ii. what was known to others, and was:") +
			down("F1", 126, 644, "A. asked for;", "B. shared; and", "C. thought about.") + down("F1", 90, 602, "b. whether the child was seen."),
			[]string{"paragraph |The review asks:", "bullet a|how risk was assessed, and:", "bullet i|what was asked;", "bullet ii|what was known to others, and was:",
				"bullet A|asked for;", "bullet B|shared; and", "bullet C|thought about.", "bullet b|whether the child was seen."}},
		{"letters within a sentence", down("F1", 72, 700, "\x95 There were two reasons for this, of which the panel heard at length: (i) one;", "  (ii) the other, of which nobody had said anything."),
			[]string{"bullet |There were two reasons for this, of which the panel heard at length: (i) one; (ii) the other, of which nobody had said anything."}},
		{"an initial", down("F1", 72, 700, "Those who came to the meeting were these.", "A. Marl, who led it", "B. Fenn, a nurse"),
			[]string{"paragraph |Those who came to the meeting were these. A. Marl, who led it B. Fenn, a nurse"}},
		{"an initial below a colon", down("F1", 72, 700, "Those who came to the meeting were these:", "A. Marl, who led it", "B. Fenn (nurse)") + down("F1", 72, 640, "The panel met four times and read what there was in the notes of the day, which", "was less than it had hoped."),
			[]string{"paragraph |Those who came to the meeting were these:", "paragraph |A. Marl, who led it", "paragraph |B. Fenn (nurse)", "paragraph |The panel met four times and read what there was in the notes of the day, which was less than it had hoped."}},
		{"a full line before a bullet right before its word", down("F1", 72, 700, "The panel asked:", "\x95whether the child was seen by the nurse", "\x95who held the plan"),
			[]string{"paragraph |The panel asked:", "bullet |whether the child was seen by the nurse", "bullet |who held the plan"}},
		{"a number left alone on a line", down("F1", 72, 700, "The panel looked at what had been done for young people from the age of 18 to", "25.") + down("F1", 72, 640, "It met twice."),
			[]string{"paragraph |The panel looked at what had been done for young people from the age of 18 to 25.", "paragraph |It met twice."}},
		{"a numbered heading, underlined", down("F1", 72, 700, "5.2") + down("F1", 110, 700, "Bruising") + "110 698 m 152 698 l S " + down("F1", 72, 680, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"heading 5.2|Bruising", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"drawn bullets", "93 703 m 93 704.4 91.4 706 90 706 c 88.6 706 87 704.4 87 703 c 87 701.6 88.6 700 90 700 c 91.4 700 93 701.6 93 703 c f " + at("F1", 11, 104, 700, "A dot is drawn before this."),
			[]string{"bullet |A dot is drawn before this."}},
		{"headings", at("F2", 16, 72, 760, "3. Findings") + at("F2", 11, 72, 720, "Lived experience") + down("F1", 72, 700, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"heading 3|Findings", "heading |Lived experience", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"headings that begin with a number", at("F2", 16, 72, 760, "7 Minute Briefing") + at("F2", 11, 72, 735, "1 March to 8 April") + at("F2", 11, 72, 715, "2 Method") + down("F1", 72, 700, "No one asked what a day was like for the child, or", "who else slept in the house.") +
			at("F2", 11, 72, 660, "3 Findings") + down("F1", 72, 640, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"heading |7 Minute Briefing", "heading |1 March to 8 April", "heading 2|Method", "paragraph |No one asked what a day was like for the child, or who else slept in the house.",
				"heading 3|Findings", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"a quotation set large", at("F1", 18, 72, 760, "\x93Nobody asked who slept there.\x94") + down("F1", 72, 720, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"paragraph |“Nobody asked who slept there.”", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"what somebody said, set large", at("F2", 18, 72, 760, "Nobody asked me what a day was like until") + at("F2", 18, 72, 738, "it was far too late") + down("F1", 72, 700, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"paragraph |Nobody asked me what a day was like until it was far too late", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"what several said, set large", at("F2", 18, 72, 760, "We told them again and again that") + at("F2", 18, 72, 738, "nobody had seen our boy") + down("F1", 72, 700, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"paragraph |We told them again and again that nobody had seen our boy", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"a sentence of several, set large and bold", at("F2", 18, 72, 760, "Staff told us that they did not") + at("F2", 18, 72, 738, "feel able to ask more.") + down("F1", 72, 700, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"paragraph |Staff told us that they did not feel able to ask more.", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"a paragraph set large", at("F1", 18, 72, 760, long[0]) + at("F1", 18, 72, 738, long[1]) + at("F1", 18, 72, 716, long[2]) + down("F1", 72, 690, slices.Concat(long, long, long)...),
			[]string{"paragraph |" + strings.Join(long, " "), "paragraph |" + strings.Join(slices.Concat(long, long, long), " ")}},
		{"a heading numbered as the parts below it are", at("F2", 16, 72, 760, "7 Findings") + down("F1", 72, 735, "7.1 The nurse went to see the boy in his home.") + down("F1", 72, 710, "7.2 She was told that he slept."),
			[]string{"heading 7|Findings", "paragraph 7.1|The nurse went to see the boy in his home.", "paragraph 7.2|She was told that he slept."}},
		{"a heading in the first person plural", at("F1", 18, 72, 760, "Our response to the concerns") + at("F1", 18, 72, 738, "that the school had raised") + down("F1", 72, 700, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"heading |Our response to the concerns that the school had raised", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"a heading with the letter I", at("F1", 18, 72, 760, "The voice of Child I in the work of the") + at("F1", 18, 72, 738, "school and the nurse") + down("F1", 72, 700, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"heading |The voice of Child I in the work of the school and the nurse", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"a finding, counted", at("F1", 18, 72, 760, "Finding 3. We do not ask often enough") + at("F1", 18, 72, 738, "who lives in a home.") + down("F1", 72, 700, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"heading |Finding 3. We do not ask often enough who lives in a home.", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"a sentence set large", at("F1", 18, 72, 760, "The three contacts were never") + at("F1", 18, 72, 738, "put side by side.") + down("F1", 72, 700, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"paragraph |The three contacts were never put side by side.", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"a heading that asks", at("F1", 18, 72, 760, "What did the family tell us of how we") + at("F1", 18, 72, 738, "worked with them") + down("F1", 72, 700, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"heading |What did the family tell us of how we worked with them", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"a heading in quotation marks", at("F1", 18, 72, 760, "\x93Why did nobody ask?\x94") + down("F1", 72, 720, "No one asked what a day was like for the child, or", "who else slept in the house."),
			[]string{"heading |“Why did nobody ask?”", "paragraph |No one asked what a day was like for the child, or who else slept in the house."}},
		{"contents", at("F2", 14, 72, 760, "Contents") + down("F1", 72, 730, "Introduction ............................. 3", "Findings and what can be learned . . . . . . . 12") +
			at("F1", 11, 72, 690, "Glossary") + at("F1", 11, 400, 690, "20"),
			[]string{"heading |Contents", "contents |Introduction 3", "contents |Findings and what can be learned 12", "contents |Glossary 20"}},
		{"ruled table", "50 600 m 400 600 l 50 640 m 400 640 l 50 680 m 400 680 l 50 600 m 50 680 l 150 600 m 150 680 l 400 600 m 400 680 l S " +
			at("F2", 11, 55, 665, "Date") + at("F2", 11, 155, 665, "Event") + at("F1", 11, 55, 625, "12 May") + at("F1", 11, 155, 625, "The case was closed") + at("F1", 11, 155, 611, "without a visit."),
			[]string{"table_row |Date\tEvent", "table_row |12 May\tThe case was closed without a visit."}},
		{"table without rules", rows(700, [][2]string{{"Date", "Event"}, {"12 May", "Referral made"}, {"3 June", "Visit"}, {"4 July", "Case closed"}}),
			[]string{"table_row |Date\tEvent", "table_row |12 May\tReferral made", "table_row |3 June\tVisit", "table_row |4 July\tCase closed"}},
		{"headings in the margin", at("F2", 11, 50, 700, "First contact") + numberedText(700, "1.1", "1.2") +
			at("F2", 11, 50, 600, "What the") + at("F2", 11, 50, 586, "panel found") + numberedText(600, "1.3", "1.4") +
			at("F2", 11, 50, 500, "Learning") + numberedText(500, "1.5"),
			[]string{"heading |First contact", besideText("1.1"), besideText("1.2"), "heading |What the panel found", besideText("1.3"), besideText("1.4"),
				"heading |Learning", besideText("1.5")}},
		{"a year that ends a heading in the margin", at("F2", 11, 50, 700, "The visit of") + at("F2", 11, 50, 686, "2012") + numberedText(700, "1.1", "1.2", "1.3"),
			[]string{"heading |The visit of 2012", besideText("1.1"), besideText("1.2"), besideText("1.3")}},
		{"headings in the margin of text without numbers", unnumberedText(760) + unnumberedText(700) + unnumberedText(640) + at("F2", 10, 50, 700, "What the") + at("F2", 10, 50, 688, "panel found"),
			[]string{besideText(""), "heading |What the panel found", besideText(""), besideText("")}},
		{"a heading over a table without rules", at("F2", 14, 72, 722, "The family") + rows(700, [][2]string{{"Person", "Who it is"}, {"AB", "The child"}, {"CD", "His mother"}, {"EF", "His aunt"}}),
			[]string{"heading |The family", "table_row |Person\tWho it is", "table_row |AB\tThe child", "table_row |CD\tHis mother", "table_row |EF\tHis aunt"}},
		{"columns of uneven paragraphs", down("F1", 50, 700, "The nurse went to see", "the boy in his home and", "was told that he slept.", "She did not ask to see", "where it was that he", "lay, and she went away.") +
			at("F2", 11, 50, 600, "The school") + down("F1", 50, 586, "The school rang about", "him in the same week,", "and nobody rang back", "before the holidays.") +
			down("F1", 320, 697, "Plans were made when", "the month was over and", "they were never looked", "at by anybody who had", "been at the meeting of", "all those who knew him", "and of his aunt.") +
			down("F1", 320, 586, "Then it was forgotten", "until the next winter", "had come and gone."),
			[]string{"paragraph |The nurse went to see the boy in his home and was told that he slept. She did not ask to see where it was that he lay, and she went away.", "heading |The school",
				"paragraph |The school rang about him in the same week, and nobody rang back before the holidays.",
				"paragraph |Plans were made when the month was over and they were never looked at by anybody who had been at the meeting of all those who knew him and of his aunt.",
				"paragraph |Then it was forgotten until the next winter had come and gone."}},
		{"columns below a line over both", at("F1", 11, 50, 740, "This review was written for the Board by somebody who had not known the family before.") +
			down("F1", 50, 700, "The nurse went to see the boy at home", "in May and found that he was not there.", "Grandparents had taken him to the sea,", "which nobody had been told before then", "and nobody thought of asking about it.") +
			down("F1", 320, 700, "before the summer came, and it seemed", "to all of them that he was well and that", "somebody else would have gone to see", "what was the matter with him and with", "his mother, who had not been well."),
			[]string{"paragraph |This review was written for the Board by somebody who had not known the family before.",
				"paragraph |The nurse went to see the boy at home in May and found that he was not there. Grandparents had taken him to the sea, which nobody had been told before then and nobody thought of asking about it.",
				"paragraph |before the summer came, and it seemed to all of them that he was well and that somebody else would have gone to see what was the matter with him and with his mother, who had not been well."}},
		{"numbers that count on under headings", down("F1", 72, 760, "This line begins at the margin of the page.") + counted(730, "One", 1, 2) + counted(640, "Two", 3, 4) + counted(550, "Three", 5, 6) + counted(460, "Four", 1, 2),
			[]string{"paragraph |This line begins at the margin of the page.", "heading |Part One", countedText("paragraph", 1), countedText("paragraph", 2), "heading |Part Two", countedText("paragraph", 3), countedText("paragraph", 4),
				"heading |Part Three", countedText("paragraph", 5), countedText("paragraph", 6), "heading |Part Four", countedText("bullet", 1), countedText("bullet", 2)}},
		{"paragraphs told by where their first lines begin", at("F1", 11, 96, 700, "The panel had asked for the notes of the visit that was made") +
			down("F1", 72, 686, "Information was held in five places and was brought together by", "Ana Marl, who left it with the nurse and with the school on Monday.") +
			at("F1", 11, 96, 658, "Mrs Fenn was told of it by the aunt, who had rung the home,") + down("F1", 72, 644, "and did not write it down."),
			[]string{"paragraph |The panel had asked for the notes of the visit that was made Information was held in five places and was brought together by Ana Marl, who left it with the nurse and with the school on Monday.",
				"paragraph |Mrs Fenn was told of it by the aunt, who had rung the home, and did not write it down."}},
		{"smaller type right below a paragraph", down("F1", 72, 700, "Information was held in five places and was brought together by none of those who held it", "there and nobody rang the school back before the holidays by which time the boy was no longer") +
			at("F1", 8, 72, 674, "drawn up from the notes of the school"),
			[]string{"paragraph |Information was held in five places and was brought together by none of those who held it there and nobody rang the school back before the holidays by which time the boy was no longer",
				"paragraph |drawn up from the notes of the school"}},
		{"short headlines over columns", at("F2", 11, 50, 730, "Health") +
			down("F1", 50, 710, "The nurse went to see", "the boy in his home and", "was told that he slept", "there, but did not ask to", "see where it was that he") +
			down("F1", 320, 710, "lay before she went. It", "was a month before she", "came again, and by then", "his aunt had taken him", "to the sea for a while.") +
			at("F2", 11, 50, 630, "Schools") +
			down("F1", 50, 610, "A teacher rang the home", "about him in that week,", "and nobody rang back to", "say that he was not ill", "or where it was that he") +
			down("F1", 320, 610, "had gone. The head then", "wrote to his mother and", "waited for her to answer", "until the school closed", "for the summer."),
			[]string{"heading |Health", "paragraph |The nurse went to see the boy in his home and was told that he slept there, but did not ask to see where it was that he lay before she went. It was a month before she came again, and by then his aunt had taken him to the sea for a while.",
				"heading |Schools", "paragraph |A teacher rang the home about him in that week, and nobody rang back to say that he was not ill or where it was that he had gone. The head then wrote to his mother and waited for her to answer until the school closed for the summer."}},
		{"two columns, between which was drawn what stands below them", down("F1", 50, 700, "The nurse went to see the boy at home", "in May and found that he was not there.", "His aunt had taken him to the sea, which", "had been told to none of those who saw", "him, though all of them would") +
			down("F1", 50, 600, "Nobody put together what was known of him in five places, and it was brought no further in that year.") +
			down("F1", 320, 700, "have wished to know it. Before the", "summer came it seemed to all that he", "was well and that somebody else would", "have gone to see what was the matter", "with his mother, who had been ill."),
			[]string{"paragraph |The nurse went to see the boy at home in May and found that he was not there. His aunt had taken him to the sea, which had been told to none of those who saw him, though all of them would have wished to know it. " +
				"Before the summer came it seemed to all that he was well and that somebody else would have gone to see what was the matter with his mother, who had been ill.",
				"paragraph |Nobody put together what was known of him in five places, and it was brought no further in that year."}},
		{"numbers in a table", rows(700, [][2]string{{"Health", "1.1 See the child"}, {"Police", "1.2 Go upstairs"}, {"School", "1.3 Ring the home"}}),
			[]string{"table_row |Health\t1.1 See the child", "table_row |Police\t1.2 Go upstairs", "table_row |School\t1.3 Ring the home"}},
		{"two columns", down("F1", 72, 700, "The left column is read", "to its end before any", "of the right one, which", "begins at the head.") + down("F1", 320, 694, "Then comes the right", "column, whose lines lie", "between those of the", "left one."),
			[]string{"paragraph |The left column is read to its end before any of the right one, which begins at the head.", "paragraph |Then comes the right column, whose lines lie between those of the left one."}},
		{"drawn late", down("F1", 72, 686, "then this.") + at("F1", 11, 72, 740, "First this,"),
			[]string{"paragraph |First this,", "paragraph |then this."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wantOutline(t, readOne(t, test.content), test.want...)
		})
	}
}

// numberedText writes numbered paragraphs of two lines from y, to the right of a
// margin; besideText is one of them in an outline.
func numberedText(y float64, numbers ...string) string {
	var b strings.Builder
	for i, n := range numbers {
		b.WriteString(at("F1", 11, 170, y-40*float64(i), n) + down("F1", 200, y-40*float64(i), "The nurse wrote down what the mother said, and not what she", "had seen in the house."))
	}
	return b.String()
}

func besideText(number string) string {
	return "paragraph " + number + "|The nurse wrote down what the mother said, and not what she had seen in the house."
}

// unnumberedText writes a paragraph from y as numberedText does, without its number.
func unnumberedText(y float64) string {
	return down("F1", 170, y, "The nurse wrote down what the", "mother said, and not what she had", "seen in the house.")
}

// counted writes a heading and items with the numbers from first to last, set in
// from the margin; countedText is one of them in an outline.
func counted(y float64, name string, first, last int) string {
	s := at("F2", 11, 72, y, "Part "+name)
	for n := first; n <= last; n++ {
		y -= 20
		s += at("F1", 11, 110, y, fmt.Sprintf("%d.", n)) + at("F1", 11, 135, y, "The nurse wrote down what the mother said.")
	}
	return s
}

func countedText(kind string, n int) string {
	return fmt.Sprintf("%s %d|The nurse wrote down what the mother said.", kind, n)
}

func rows(y float64, cells [][2]string) string {
	var b strings.Builder
	for i, c := range cells {
		b.WriteString(at("F1", 11, 72, y-14*float64(i), c[0]) + at("F1", 11, 200, y-14*float64(i), c[1]))
	}
	return b.String()
}

func TestParagraphGoesOverThePage(t *testing.T) {
	b := newBuilder()
	head := func(n int) string {
		return at("F1", 8, 72, 810, "Serious Case Review: Child X") + at("F1", 8, 290, 30, fmt.Sprintf("Page %d of 3", n))
	}
	long := "This line is there to show how far the lines of the page go to the right."
	b.page(head(1)+down("F1", 72, 760, long, long, "The panel found that the assessment, which was the second of that year, did")+
		at("F1", 7, 72, 100, "1 Working Together to Safeguard Children."), "", "")
	b.page(head(2)+down("F1", 72, 760, "not ask about the men in the household."), "", "")
	b.page(head(3)+down("F1", 72, 760, "A third page."), "", "")
	text := mustRead(t, b.bytes())
	want := "The panel found that the assessment, which was the second of that year, did not ask about the men in the household."
	at := strings.Index(text.Body, want)
	if at < 0 {
		t.Fatalf("the paragraph is not whole:\n%s", text.Body)
	}
	over := at + strings.Index(want, "not ask")
	if got := text.Pages[1].Span.Start; got != over {
		t.Errorf("page 2 begins at %d, want %d", got, over)
	}
	if i := strings.Index(text.Body, "Working Together"); i < 0 || !text.Pages[0].Span.Contains(i) {
		t.Errorf("the footnote is not on page 1:\n%s", text.Body)
	}
	for i, p := range text.Pages {
		if want := fmt.Sprint(i + 1); p.Label != want || len(p.Furniture) != 2 {
			t.Errorf("page %d: label %q, furniture %q", i+1, p.Label, p.Furniture)
		}
	}
}

func TestFurnitureLeavesContent(t *testing.T) {
	b := newBuilder()
	heads := []string{"Introduction", "Findings", "Lessons"}
	for i, h := range heads {
		note := at("F1", 8, 72, 60, fmt.Sprintf("%d See paragraph %d.", i+1, 7*i+4))
		b.page(at("F2", 14, 72, 780, h)+at("F1", 11, 72, 740, "Text under a heading, long enough to set the size of the body.")+note+at("F1", 9, 500, 30, fmt.Sprint(i+1)), "", "")
	}
	text := mustRead(t, b.bytes())
	for i, h := range heads {
		if !strings.Contains(text.Body, h) || strings.Count(text.Body, "See paragraph") != len(heads) || len(text.Pages[i].Furniture) != 1 {
			t.Errorf("page %d: body %q, furniture %q", i+1, text.Body, text.Pages[i].Furniture)
		}
	}
}

// TestPageNumbers has them on some pages alone, each in a place of its own, beside
// numbers that count nothing.
func TestPageNumbers(t *testing.T) {
	tests := []struct {
		name    string
		numbers []string // of the pages, "" for none
		want    []string // labels
	}{
		{"a file of one page", []string{"7"}, []string{"7"}},
		{"two of five pages", []string{"", "2", "", "4", ""}, []string{"", "2", "", "4", ""}},
		{"a number that counts with no other", []string{"", "12", "", "5", ""}, []string{"", "", "", "", ""}},
	}
	for _, test := range tests {
		b := newBuilder()
		for i, n := range test.numbers {
			foot := ""
			if n != "" {
				foot = at("F1", 9, 290, 30+10*float64(i), n)
			}
			b.page(down("F1", 72, 700, "Nobody asked what a day was like for the child, or who slept there.")+foot, "", "")
		}
		text := mustRead(t, b.bytes())
		for i, p := range text.Pages {
			if p.Label != test.want[i] || len(p.Furniture) != min(len(p.Label), 1) {
				t.Errorf("%s: page %d has the label %q and furniture %q, want %q", test.name, i+1, p.Label, p.Furniture, test.want[i])
			}
		}
	}
}

// TestNotesThatEndAlike has notes whose last lines are the same on every page.
func TestNotesThatEndAlike(t *testing.T) {
	b := newBuilder()
	for i := range 4 {
		note := small(72, 60, fmt.Sprintf("%d See paragraph %d of the review that was made for the partners of", i+1, 7*i+4), "the Board, which has since been written anew.")
		b.page(down("F1", 72, 740, fmt.Sprintf("Visit %d was made late, by somebody who had not met the child before.", i+1))+note+at("F1", 9, 500, 30, fmt.Sprint(i+1)), "", "")
	}
	text := mustRead(t, b.bytes())
	if got := strings.Count(text.Body, "partners of the Board, which has since been written anew."); got != 4 {
		t.Errorf("got %d notes whole, want 4:\n%s", got, outline(text))
	}
	b = newBuilder()
	for i, of := range []string{"Youth", "the Sea", "Health", "Work"} { // where the line before is ended
		b.page(down("F1", 72, 740, fmt.Sprintf("Visit %d was made late, by somebody who had not met the child before.", i+1))+
			small(72, 60, fmt.Sprintf("%d Ministry of %s, Working as one.", 7*i+4, of), "www.example.org/as-one"), "", "")
	}
	text = mustRead(t, b.bytes())
	if got := strings.Count(text.Body, "Working as one. www.example.org/as-one"); got != 4 {
		t.Errorf("got %d notes with an address whole, want 4:\n%s", got, outline(text))
	}
}

// TestFootersLikeNotes has running lines below one that begins with the number of the
// page, and below notes that stand on some pages alone.
func TestFootersLikeNotes(t *testing.T) {
	const name = "Serious case review of Child W, June 2012"
	for _, tt := range []struct {
		about string
		foot  func(page int) string
		want  int // running lines of a page without a note
	}{
		{"a line of two", func(page int) string {
			return small(72, 40, fmt.Sprintf("%d Ambry Safeguarding Children Board", page), name)
		}, 2},
		{"a line below some notes", func(page int) string {
			if page%2 == 0 {
				return small(72, 40, name)
			}
			return small(72, 49, fmt.Sprintf("%d Interview with worker %d on the ward", page, page+7), name)
		}, 1},
	} {
		b := newBuilder()
		for page := 1; page <= 6; page++ {
			b.page(down("F1", 72, 600, fmt.Sprintf("Visit %d was made late, by somebody who had not met the child before.", page))+tt.foot(page), "", "")
		}
		text := mustRead(t, b.bytes())
		if strings.Contains(text.Body, name) || len(text.Pages[1].Furniture) != tt.want {
			t.Errorf("%s: got furniture %q, and in the text\n%s", tt.about, text.Pages[1].Furniture, outline(text))
		}
	}
}

// TestStruckWords holds that words which are struck through are left out, and that
// this is said.
func TestStruckWords(t *testing.T) {
	ts := typesetter{size: 11}
	content := at("F1", 11, 72, 700, "She was never seen at home by the nurse.")
	x := 72 + ts.width("She was ")
	text := readOne(t, content+fmt.Sprintf("%.2f 703.1 m %.2f 703.1 l S", x, x+ts.width("never ")))
	if want := "She was seen at home by the nurse.\n"; text.Body != want {
		t.Errorf("got %q, want %q", text.Body, want)
	}
	if want := []string{"page 1: words that are struck through were left out: 1"}; !slices.Equal(text.Warnings, want) {
		t.Errorf("got warnings %q, want %q", text.Warnings, want)
	}
	raised := at("F1", 11, 72, 700, "She was seen") + at("F1", 7, 72+ts.width("She was seen"), 704, "12") + at("F1", 11, 200, 686, "and so was he.")
	x = 72 + ts.width("She was seen")
	under := fmt.Sprintf("%.2f 703.1 m %.2f 703.1 l S", x, x+ts.width("12")*7/11)
	if text := readOne(t, raised+under); !strings.HasPrefix(text.Body, "She was seen¹²") {
		t.Errorf("a line under the mark of a note: got %q", text.Body)
	}
	through := "50 703.1 m 400 703.1 l S" // from nowhere to nowhere
	if text := readOne(t, content+through); text.Body != "She was never seen at home by the nurse.\n" || len(text.Warnings) > 0 {
		t.Errorf("a rule over the line: got %q, warnings %q", text.Body, text.Warnings)
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"e\u0301", "é"}, {"\ufb01nal o\ufb03ce", "final office"}, {"a\u00a0b\u2003c", "a b c"}, {"a\x00b\u200bc\x07", "abc"},
		{"\uf0b7 item", "• item"}, {"\ue123x\ufffd", "x"}, {" two  spaces ", "two spaces"},
	}
	for _, test := range tests {
		if got := clean(test.in); got != test.want {
			t.Errorf("%q: got %q, want %q", test.in, got, test.want)
		}
	}
}

// TestFictionalReviews holds the reader to the structure of files whose source
// is known: their headings and list items, of which none may be lost.
func TestFictionalReviews(t *testing.T) {
	const dir = "../../../shared/gold/scr/"
	tests := []struct {
		file  string
		kinds map[corpus.BlockKind]int
		first string // heading after the title
	}{
		{"S01.pdf", map[corpus.BlockKind]int{corpus.BlockBullet: 17, corpus.BlockTableRow: 19, corpus.BlockContents: 13}, "Introduction"},
		{"S22.pdf", map[corpus.BlockKind]int{corpus.BlockFootnote: 1}, "Introduction"},
	}
	for _, test := range tests {
		if !exists(dir + test.file) {
			t.Skip("../shared/gold/scr is missing")
		}
		text := readFile(t, dir+test.file)
		got := map[corpus.BlockKind]int{}
		found := false
		for _, b := range text.Blocks {
			got[b.Kind]++
			found = found || b.Kind == corpus.BlockHeading && text.Slice(b.Span) == test.first
		}
		for k, want := range test.kinds {
			if got[k] != want {
				t.Errorf("%s: %d blocks %s, want %d", test.file, got[k], k, want)
			}
		}
		if !found {
			t.Errorf("%s: no heading %q", test.file, test.first)
		}
	}
}

// TestCoveredWords holds that words under a black box are left out, and that one may
// be seen where that is not certain.
func TestCoveredWords(t *testing.T) {
	ts := typesetter{size: 11}
	words := at("F1", 11, 72, 700, "He told Daniel that she knew.")
	x := 72 + ts.width("He told ")
	box := fmt.Sprintf("%.2f 697 %.2f 12 re", x, ts.width("Daniel"))
	lines := fmt.Sprintf("%[1]f 697 m %[1]f 709 l %[2]f 709 l %[2]f 697 l", x, x+ts.width("Daniel"))
	stroke := fmt.Sprintf("20 w %.2f 708 m %.2f 708 l S", x, x+ts.width("Daniel"))
	across, middle := ts.width("Daniel")/2+2.5, x+ts.width("Daniel")/2
	circle := fmt.Sprintf("%.2[1]f 703 m %.2[1]f %.2[3]f %.2[2]f %.2[3]f %.2[2]f 703 c %.2[2]f %.2[4]f %.2[1]f %.2[4]f %.2[1]f 703 c", middle-across, middle+across, 703+1.333*across, 703-1.333*across)
	letters := "" // a stem in each
	for i := range len("Daniel") {
		left := x + ts.width("Daniel"[:i])
		letters += fmt.Sprintf("%.2f 700 m %.2f 700 l %.2f 708 l %.2f 708 l %.2f 704 l f ", left, left+3, left+3.2, left, left)
	}
	bay := func(top float64) string { // behind a sloped line a curve so wide that a chord of it is above Daniel where it is below
		left, side := middle-900, top+210.94
		return fmt.Sprintf("%.2f %.2f m %.2f %.2f l %.2f %.2f %.2f %.2f %.2f %.2f c", left-50, side+60, left, side, left+800, side-300, left+1600, side-300, left+2400, side)
	}
	const image = "BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI"
	const whole, rest = "He told Daniel that she knew.\n", "He told that she knew.\n"
	for _, c := range []struct{ name, content, want string }{
		{"over the words", words + "0 g " + box + " f", rest},
		{"in the colour that pages begin with", words + box + " f*", rest},
		{"filled and drawn", words + "0 0 0 rg 0 0 0 RG " + box + " B", rest},
		{"in four inks", words + "0 0 0 1 k " + box + " f", rest},
		{"under black words", box + " f " + words, rest},
		{"clipped to the page", "0 0 595 842 re W n " + words + box + " f", rest},
		{"white", words + "1 g " + box + " f", whole},
		{"yellow", words + "1 1 0 rg " + box + " f", whole},
		{"under white words", box + " f 1 g " + words, whole},
		{"under black words on white", "50 600 500 200 re f 1 g 51 601 498 198 re f 0 g " + words, whole},
		{"clipped away", "q 0 0 50 50 re W n " + words + box + " f Q", whole},
		{"clipped to a shape", "q 0 0 m 600 0 l 0 900 l h W n " + words + box + " f Q", whole},
		{"only drawn around", words + box + " S", whole},
		{"a frame", "50 600 500 200 re 52 602 496 196 re f* " + words, whole},
		{"a frame with a shape cut out", "50 600 500 200 re 52 602 m 548 602 l 548 798 l 52 798 l h f* " + words, whole},
		{"under black words on a white diamond", "50 600 500 200 re f 1 g 300 400 m 1000 703 l 300 1000 l -400 703 l h f 0 g " + words, whole},
		{"drawn with lines", words + lines + " h f", rest},
		{"drawn with lines and not closed", words + lines + " f", rest},
		{"drawn with lines to where they began", words + lines + fmt.Sprintf(" %.2f 697 l f", x), rest},
		{"drawn with lines, not all of them level or upright", words + fmt.Sprintf("%.2f 697 m %.2f 702 l 300 740 l 72 740 l h f", x, x), whole},
		{"clipped to lines", "0 0 m 595 0 l 595 842 l 0 842 l h W n " + words + box + " f", rest},
		{"a frame of lines", "50 600 m 50 800 l 550 800 l 550 600 l h 52 602 496 196 re f* " + words, whole},
		{"under black words on white lines", "50 600 500 200 re f 1 g 51 601 m 51 799 l 549 799 l 549 601 l f 0 g " + words, whole},
		{"under black words on an image", box + " f q 500 0 0 200 50 600 cm " + image + " Q " + words, whole},
		{"under black words beside an image", box + " f q 500 0 0 200 50 50 cm " + image + " Q " + words, rest},
		{"over words on an image", "q 500 0 0 200 50 600 cm " + image + " Q " + words + box + " f", rest},
		{"under an image", words + box + " f q 500 0 0 200 50 600 cm " + image + " Q ", rest},
		{"under black words on a shading", box + " f q 0 500 300 300 re W n /S1 sh Q " + words, whole},
		{"under black words beside a shading", box + " f q 0 100 300 300 re W n /S1 sh Q " + words, rest},
		{"boxes apart", words + box + " 50 50 10 10 re f", rest},
		{"with a broad line", words + stroke, rest},
		{"with a broad line clipped away", "q 0 0 50 50 re W n " + words + stroke + " Q", whole},
		{"with a broad line clipped to a shape", "q 0 0 m 600 0 l 0 900 l h W n " + words + stroke + " Q", whole},
		{"with a line as thin as it is drawn flat", words + fmt.Sprintf("q 20 0 0 1 0 0 cm 1 w %.2f 708 m %.2f 708 l S Q", x/20, (x+ts.width("Daniel"))/20), whole},
		{"with a line made thin", words + fmt.Sprintf("20 w /Thin gs %.2f 708 m %.2f 708 l S", x, x+ts.width("Daniel")), whole},
		{"with a line made of dashes", words + fmt.Sprintf("20 w /Dashed gs %.2f 708 m %.2f 708 l S", x, x+ts.width("Daniel")), whole},
		{"as the shadow of a box", "q /Shadow gs " + box + " f Q " + words, whole},
		{"over the words through a mask", words + "q /Shadow gs " + box + " f Q", whole},
		{"over the words through no mask", words + "q /Shadow gs /Sharp gs " + box + " f Q", rest},
		{"in a group that lets through", words + "q /Faint gs /Group Do Q", whole},
		{"in a group", words + "/Group Do", rest},
		{"under black words on a shading in a shape", box + " f q 0 500 m 300 500 l 300 800 l 0 900 l h W n /S1 sh Q " + words, whole},
		{"with a circle", words + circle + " f", rest},
		{"with a white circle", words + "1 g " + circle + " f", whole},
		{"with a circle clipped away", "q 0 0 50 50 re W n " + words + circle + " f Q", whole},
		{"only drawn around with a circle", words + circle + " S", whole},
		{"with a ring", words + circle + fmt.Sprintf(" %.2f 690 m %.2f 690 l %.2f 720 l %.2f 720 l f*", x-2, x+ts.width("Daniel")+2, x+ts.width("Daniel")+2, x-2), whole},
		{"with a box drawn aslant", words + fmt.Sprintf("q .9962 .0872 -.0872 .9962 %.2f 694 cm -4 0 %.2f 16 re f Q", x, ts.width("Daniel")+6), rest},
		{"with a sloped marker", words + fmt.Sprintf("18 w %.2f 701 m %.2f 705 l S", x-2, x+ts.width("Daniel")+2), rest},
		{"with a sloped line that leaves its edges", words + fmt.Sprintf("6 w %.2f 700 m %.2f 706 l S", x-6, x+ts.width("Daniel")+6), whole},
		{"with a triangle that leaves some of it", words + fmt.Sprintf("%.2f 690 m %.2f 690 l %.2f 712 l f", x-4, x+ts.width("Daniel")+4, x+4), whole},
		{"in the bay of a shape", words + bay(697.5) + " 3000 0 l -3000 0 l f", whole},
		{"beside a broad curve", words + "16 w " + bay(691) + " S", whole},
		{"between two triangles from one point", words + fmt.Sprintf("%.2f 600 m %.2f 720 l %.2f 720 l h %.2f 720 l %.2f 720 l f", middle, x-10, x-4, x+ts.width("Daniel")+4, x+ts.width("Daniel")+10), whole},
		{"with letters drawn as shapes", words + letters, whole},
		{"only a line", words + fmt.Sprintf("%.2f 698 %.2f 1 re f", x, ts.width("Daniel")), whole},
	} {
		b := newBuilder()
		group := b.stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> /Resources << /ExtGState << /Opaque << /ca 1 >> >> >>", "/Opaque gs 0 g "+box+" f")
		b.page(c.content, "", fmt.Sprintf(`/XObject << /Group %d 0 R >> /ExtGState << /Thin << /LW 0.5 >> /Dashed << /D [[3 3] 0] >>
			/Shadow << /SMask << /S /Luminosity >> >> /Sharp << /SMask /None >> /Faint << /ca .3 >> >>`, group))
		text := mustRead(t, b.bytes())
		if text.Body != c.want {
			t.Errorf("%s: got %q, want %q", c.name, text.Body, c.want)
		}
		if warned := slices.Contains(text.Warnings, "page 1: "+corpus.CoveredWords(1)); warned != (c.want == rest) {
			t.Errorf("%s: got warnings %q", c.name, text.Warnings)
		}
	}
}

// TestShapesTakeTime ends a page on which large shapes of many sides lie over many letters,
// as it ends one of too many operators.
func TestShapesTakeTime(t *testing.T) {
	content := down("F1", 72, 700, "The child was seen.") + down("F1", 72, 300, "The plan was made.")
	shape := "-900 500 m "
	for i := range 190 {
		shape += fmt.Sprintf("%d 500 l ", i)
	}
	content += strings.Repeat(shape+"900 500 l 900 900 l -900 905 l f ", 100)
	b := newBuilder()
	b.page(content, "", "")
	data, limits := b.bytes(), corpus.DefaultLimits()
	limits.OperatorsPage = 45_000 // of which 39,000 draw the shapes and go around them
	text, err := Engines{}.Read(bytes.NewReader(data), int64(len(data)), limits)
	if want := "page 1: the page draws more than is read"; err != nil || !slices.Contains(text.Warnings, want) {
		t.Errorf("got %q, %v, want %q", text.Warnings, err, want)
	}
}

// TestBoxesThatWereTyped keeps in the text what says whether something holds, and no
// other bullet.
func TestBoxesThatWereTyped(t *testing.T) {
	b := newBuilder()
	signs := b.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [1 /uni2610 /uni2611 /uni2612 /uni2713 /uniF0FE /uni2717] >> >>")
	b.fonts += fmt.Sprintf(" /F9 %d 0 R", signs)
	content := ""
	for i, line := range []string{"The child was seen", "Nobody asked the child", "A plan was made", "The plan was shared", "The father was asked", "The school knew"} {
		y := 700 - 20*float64(i)
		content += at("F9", 11, 72, y, string(rune(i+1))) + at("F1", 11, 90, y, line)
	}
	b.page(content, "", "")
	wantOutline(t, mustRead(t, b.bytes()), "bullet |☐ The child was seen", "bullet |☑ Nobody asked the child", "bullet |☒ A plan was made",
		"bullet |The plan was shared", "bullet |☑ The father was asked", "bullet |✗ The school knew")
}
