package briefing

import (
	"fmt"

	"thematic/corpus"
)

// circumstances says what stands beside the themes, which is on pages of its own:
// no figure of practice is made of it.
func (w *writer) circumstances() []Block {
	b := w.result.Beside
	if b == nil || w.reviews() == 0 {
		return nil
	}
	absent := 0
	for _, p := range b.Prevalence {
		if p.WithHeld == 0 {
			absent++
		}
	}
	text := "What the reviews say of the people and of the world around them is counted here, apart from practice, and is part of no other " +
		"figure of this briefing. That a circumstance was found does not mean that anybody was at fault."
	if absent > 0 {
		text += fmt.Sprintf(" Of the %s of the codebook, %s found in no review, which does not mean that %s not there.",
			corpus.Quantity(len(b.Themes), "circumstance"), plural(absent, "one was", small(absent)+" were"), plural(absent, "it was", "they were"))
	}
	return []Block{paragraph(text)}
}

// circumstancesTable has every circumstance that a review states, as [writer.table] has themes.
func (w *writer) circumstancesTable() []Block {
	b := w.result.Beside
	if b == nil || w.reviews() == 0 {
		return nil
	}
	table := Table{
		Caption: fmt.Sprintf("Apart from practice: reviews that state each circumstance, of %s", corpus.Digits(w.reviews())),
		Header:  []string{"Circumstance", "Reviews", "Percent", "95% interval", "With held"},
		Numbers: []bool{false, true, true, true, true},
	}
	for _, p := range b.Prevalence {
		if p.WithHeld > 0 {
			table.Rows = append(table.Rows, []string{
				p.Theme.Label, corpus.Digits(p.Share.Count), p.Share.Whole(), p.Share.Interval("–"), corpus.Digits(p.WithHeld),
			})
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	if w.reviews() == 1 {
		table = table.without(2, 4)
	}
	return []Block{{Kind: TableBlock, Table: table}}
}

// besideTitle is what the circumstances are called.
func (w *writer) besideTitle() string {
	if w.result.Beside == nil {
		return ""
	}
	return w.result.Beside.Title
}
