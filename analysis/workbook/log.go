package workbook

import (
	"fmt"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// The tables of the sheet Log, which share its columns.
var (
	balanceColumns = []column{{"what", 44, false}, {"number", 26, true}, {"made_up_of", 80, false}}
	orphanColumns  = []column{{"decision", 44, false}, {"by", 26, false}, {"why", 80, false}}
	privacyColumns = []column{{"passage", 44, false}, {"could_be", 26, false}, {"quote", 80, false}}
	changeColumns  = []column{{"sheet", 44, false}, {"cell", 26, false}, {"what", 80, false}}
)

// logSheet writes what must not be passed over in silence: whether the counts
// balance, decisions that could not be applied, passages that could identify
// somebody, texts that were changed.
func (b *book) logSheet() error {
	s, err := b.open(sheetLog, layout{widths: widthsOf(changeColumns)})
	if err != nil {
		return err
	}
	b.balance(s)
	b.orphans(s)
	b.conflicts(s)
	b.identifying(s)
	s.title("Texts changed to fit into a cell")
	if len(b.changes) == 0 {
		s.add(0, textCell("None.", b.styles.text))
		return s.close()
	}
	s.headings(changeColumns)
	for _, c := range b.changes {
		s.add(0, textCell(c.sheet, b.styles.text), textCell(c.cell, b.styles.text), textCell(c.what, b.styles.text))
	}
	return s.close()
}

// balance shows that nothing was lost: the parts of files, reviews and
// passages add up.
func (b *book) balance(s *sheet) {
	t := b.result.Tally
	s.title("Balance")
	s.headings(balanceColumns)
	files, passages := "", ""
	for _, status := range corpus.Statuses {
		files = join(files, string(status), t.Statuses[status])
	}
	for _, status := range corpus.CodingStatuses {
		passages = join(passages, string(status), t.Codings[status])
	}
	for _, row := range []struct {
		what  string
		n     int
		parts string
	}{
		{"Files met", t.Files, files},
		{"Reviews", t.Cases, fmt.Sprintf("%d included, %d not included", t.Included, t.Cases-t.Included)},
		{"Passages", t.Passages, passages},
		{"Passages decided by a person", t.DecidedPassages, ""},
		{"Cells of the matrix decided by a person", t.DecidedCells, ""},
		{"Sentences in which a person found no theme", t.Dismissed, ""},
		{"Decided differently by several people, and not settled", t.Conflicts, ""},
	} {
		s.add(0, textCell(row.what, b.styles.text), numberCell(row.n, b.styles.number), textCell(row.parts, b.styles.text))
	}
	s.skip(1)
}

// join adds a part to a list of parts.
func join(list, what string, n int) string {
	if list != "" {
		list += ", "
	}
	return list + fmt.Sprintf("%d %s", n, what)
}

// orphans lists the decisions that were not applied.
func (b *book) orphans(s *sheet) {
	s.title("Decisions that could not be applied")
	if len(b.result.Orphans) == 0 {
		s.add(0, textCell("None.", b.styles.text))
		s.skip(1)
		return
	}
	s.headings(orphanColumns)
	for _, o := range b.result.Orphans {
		d := o.Decision
		s.addWrapped([]string{spoken(d), d.Coder + ", " + d.Time, o.Reason}, widthsOf(orphanColumns))
	}
	s.skip(1)
}

// spoken says in a line what a decision speaks of and what it says.
func spoken(d corpus.Decision) string {
	switch {
	case d.Change != nil:
		return fmt.Sprintf("review %s: %s", d.CaseID, d.Verdict())
	case d.NoTheme:
		return fmt.Sprintf("sentence of %s: %s. %s", d.File, d.Verdict(), d.Quote)
	case d.PassageID == "":
		return fmt.Sprintf("review %s, theme %s: %s", d.CaseID, d.Theme, d.Verdict())
	}
	return fmt.Sprintf("passage %s of %s, theme %s: %s. %s", d.PassageID, d.File, d.Theme, d.Verdict(), d.Quote)
}

// conflicts lists what several people have decided differently.
func (b *book) conflicts(s *sheet) {
	if len(b.result.Conflicts) == 0 {
		return
	}
	s.title("Decided differently by several people, and not settled")
	s.headings(orphanColumns)
	for _, c := range b.result.Conflicts {
		for _, d := range c.Voices {
			s.addWrapped([]string{spoken(d), d.Coder + ", " + d.Time, d.Comment}, widthsOf(orphanColumns))
		}
	}
	s.skip(1)
}

// identifying lists passages that could identify somebody: no briefing quotes
// them.
func (b *book) identifying(s *sheet) {
	s.title("Passages that could identify somebody: look before you quote them")
	none := true
	quote, kinds := "", []string(nil)
	for p := range b.result.Passages.All() {
		if p.Quote != quote { // the passages of one sentence follow one another
			quote, kinds = p.Quote, analysis.Identifying(p.Quote)
		}
		if len(kinds) == 0 {
			continue
		}
		if none {
			s.headings(privacyColumns)
			none = false
		}
		s.addWrapped([]string{fmt.Sprintf("%s, %s of %s", p.PassageID, p.Citation(), p.File), strings.Join(kinds, ", "), p.Quote}, widthsOf(privacyColumns))
	}
	if none {
		s.add(0, textCell("None.", b.styles.text))
	}
	s.skip(1)
}
