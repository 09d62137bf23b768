package workbook

import (
	"cmp"
	"fmt"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
)

// columnChance has how likely a proposed passage is a finding, in per cent. Only those have it.
const columnChance = "chance"

// proposedColumns are those that such a table has beside the ones of missed passages.
var proposedColumns = []string{columnChance, "case_id", "page_label", "paragraph", "section", "heading"}

// mostProposed is how many sentences of a review the workbook proposes.
const mostProposed = 10

// proposedSheet are the columns of the sheet Missed passages where it proposes sentences.
// What a person reads and fills in stands on one screen.
var proposedSheet = []column{
	{"file", 22, false}, {columnPage, 7, false}, {"paragraph", 11, false}, {"heading", 18, false}, {columnBefore, 48, false}, {columnMissed, 54, false},
	{"theme", 30, false}, {"label", 13, false}, {columnComment, 24, false}, {columnCoder, 12, false}, {columnChance, 10, true},
}

// likeliest returns of each review the likeliest of the sentences of [Options.Uncoded], in
// their order, and how many are left out.
func likeliest(list []corpus.Coding) (proposed []corpus.Coding, left int) {
	for len(list) > 0 {
		n := slices.IndexFunc(list, func(c corpus.Coding) bool { return c.CaseID != list[0].CaseID })
		if n < 0 {
			n = len(list)
		}
		review := slices.Clone(list[:n])
		slices.SortStableFunc(review, func(a, b corpus.Coding) int { return cmp.Compare(b.Score, a.Score) })
		review = review[:min(n, mostProposed)]
		slices.SortFunc(review, func(a, b corpus.Coding) int {
			return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Span.Start, b.Span.Start))
		})
		proposed, left, list = append(proposed, review...), left+n-len(review), list[n:]
	}
	return proposed, left
}

// proposal writes the row of a sentence that is proposed.
func (s *sheet) proposal(columns []column, c *corpus.Coding) {
	cells, most, styles := make([]cell, len(columns)), 1, &s.book.styles
	for i, column := range columns {
		switch column.name {
		case "file":
			cells[i] = textCell(c.File, styles.wrap)
		case columnPage:
			cells[i] = cell{value: analysis.Known(c.Page), style: styles.locator}
		case "paragraph":
			cells[i] = textCell(c.Paragraph, styles.locator)
		case "heading":
			cells[i] = textCell(corpus.CleanLine(c.Heading), styles.wrap)
		case columnBefore:
			cells[i] = cell{value: s.around(columnBefore, c), style: styles.quiet}
		case columnMissed:
			cells[i] = textCell(corpus.CleanLine(c.Quote), styles.wrap)
		case columnChance:
			cells[i] = numberCell(corpus.Percent(c.Score), styles.number)
		default:
			cells[i] = textCell("", styles.answer)
		}
		width := column.width
		if column.name == columnBefore {
			width *= fontSize / float64(smallSize)
		}
		most = max(most, lines(cells[i].value.Text, width))
	}
	s.add(rowHeight(most), cells...)
}

// missedNotes say at the head of the sheet what it is for, and what is proposed in it.
func (b *book) missedNotes() []Fact {
	notes := []Fact{{"For passages that the program missed.", "Write in which file they stand, their words as they stand there, and the theme; and the page, where the words stand several times. The import finds them in the file, and says so where it does not. Those that were brought in before stand on the sheet " + sheetPassages + ": their rule is added."}}
	switch {
	case b.result.Model == "":
		return append(notes, Fact{"Nothing is proposed here,", "since the rules alone judged. 'thematic uncoded' lists sentences that a model finds likely to be findings and that no theme takes up."})
	case len(b.proposed) == 0:
		return slices.Concat(notes, b.dismissed(), []Fact{{"Nothing is proposed here:", "no sentence that no theme takes up is likely enough to be a finding, by the model."}})
	}
	rest := "None is left out."
	if b.leftOut > 0 {
		rest = fmt.Sprintf("%s: 'thematic uncoded' prints all of them.", leftOut(b.leftOut))
	}
	return slices.Concat(notes, []Fact{
		{"Proposed, not coded:", fmt.Sprintf("%s in %d of %s that no theme takes up. They count nothing. A model finds it likely that they find practice lacking (Chance, in per cent); it has learnt from texts that language models coded, not people. Choose a theme for a sentence that belongs to one, and "+wordNoTheme+", the last of the list, for one that you have read and that speaks of none: it is not proposed again. For a second theme, copy the row to below the last. A row that is left empty is passed over, and proposed again by the next run.", corpus.Quantity(len(b.proposed), "sentence"), reviewsOf(b.proposed), corpus.Quantity(len(b.result.Matrix.Cases), "review"))},
		{fmt.Sprintf("At most %d of a review,", mostProposed), "the likeliest, in the order of the text. " + rest},
	}, b.dismissed())
}

// dismissed says how many sentences are not proposed because of a person's word.
func (b *book) dismissed() []Fact {
	n := b.result.Tally.Dismissed
	if n == 0 {
		return nil
	}
	return []Fact{{"Not proposed again:", corpus.Quantity(n, "sentence") + " in which somebody found no theme. 'thematic decisions list' has them, and 'thematic decisions undo' takes one back."}}
}

// missedSheet says what the sheet holds.
func (b *book) missedSheet() string {
	const says = "For passages that the program missed. "
	if len(b.proposed) > 0 {
		return says + fmt.Sprintf("It proposes %s that a model finds likely and that no theme takes up: these are not coded, and count nothing until you choose a theme. Choose "+wordNoTheme+" for one that speaks of no theme, and it is not proposed again. Below is room for your own.", corpus.Quantity(len(b.proposed), "sentence"))
	}
	return says + "Give the file, the words as they stand there, the theme, and the page where the words stand several times."
}

// leftOut says how many sentences are left out.
func leftOut(n int) string {
	if n == 1 {
		return "1 sentence more is left out"
	}
	return corpus.Digits(n) + " sentences more are left out"
}

// reviewsOf is in how many reviews sentences stand, which come review by review.
func reviewsOf(list []corpus.Coding) int {
	n := 0
	for i, c := range list {
		if i == 0 || c.CaseID != list[i-1].CaseID {
			n++
		}
	}
	return n
}

// Proposed returns sentences that no theme takes up, their scores the chance that each is
// a finding, as a table of missed passages, for a person to write themes into:
// [ReadDecisions] brings in the rows that have one.
func Proposed(list []corpus.Coding) analysis.Table {
	t := analysis.Table{Name: "uncoded", Header: slices.Concat(columnNames(missedColumns), proposedColumns)}
	text, empty := analysis.Text[string], analysis.Text("")
	for _, u := range list {
		t.Rows = append(t.Rows, []analysis.Value{
			text(u.File), analysis.Known(u.Page), text(corpus.CleanLine(u.Quote)), empty, empty, empty, empty, analysis.Number(corpus.Percent(u.Score)),
			text(u.CaseID), text(u.PageLabel), text(u.Paragraph), text(string(u.Section)), text(corpus.CleanLine(u.Heading)),
		})
	}
	return t
}

// proposes reports whether a row is one that the program wrote, and not a person: something
// stands in one of the columns that only proposals have, of which some may be gone.
func (a answer) proposes() bool {
	return slices.ContainsFunc(onlyProposed, func(column string) bool { return a.get(column) != "" })
}

// onlyProposed are the columns of proposals in which nobody answers.
var onlyProposed = append([]string{columnBefore}, proposedColumns...)

// unused reports whether a row proposes a passage that the person made nothing of.
func (a answer) unused() bool {
	return a.proposes() && a.get("theme") == "" && a.get("label") == "" && a.get(columnComment) == ""
}
