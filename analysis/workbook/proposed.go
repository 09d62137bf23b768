package workbook

import (
	"slices"

	"thematic/analysis"
	"thematic/corpus"
)

// columnChance has how likely a proposed passage is a finding. Only a table of those has it.
const columnChance = "chance"

// proposedColumns are those that such a table has beside the ones of missed passages.
var proposedColumns = []string{columnChance, "case_id", "page_label", "paragraph", "section", "heading"}

// Proposed returns sentences that no theme takes up, their scores the chance that each is a finding, as a table of missed passages, for a
// person to write themes into: [ReadDecisions] brings in the rows that have one.
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

// proposes reports whether a row is one of such a table.
func (a answer) proposes() bool { return a.has(columnChance) }

// unused reports whether a row proposes a passage that the person made nothing of.
func (a answer) unused() bool {
	return a.proposes() && a.get("theme") == "" && a.get("label") == "" && a.get(columnComment) == ""
}
