package corpus

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// Applied is what comes of laying a person's edits over the cases proposed now.
type Applied struct {
	Cases []Case // with the edits; Edited names the columns
	// Kept are the rows edited or decided on that fit none of the cases, to be
	// written back; their Edited names the columns too.
	Kept []Case
	// Proposed is what Cases and Kept are without the edits, to tell these by
	// next time. Its Edited names the columns in which a person wrote what is
	// proposed too, and the files where a person put them together.
	Proposed []Case
	// Remarks say what a person wrote that the table does not say any more.
	Remarks []string
}

// Apply lays the edits over the cases proposed now, of which counts says which
// kinds are proposed for counting. Each case keeps the id it had, so that
// decisions on it hold; and where a person gave it another kind, it is that kind
// which says whether it is proposed for counting: proposed is changed so.
func (e *Edits) Apply(proposed []Case, counts func(Kind) bool) Applied {
	led, holds := filesOf(proposed)
	rowOf, caseOf := e.match(len(proposed), led, holds)
	e.keepIDs(proposed, rowOf, caseOf)
	a := Applied{Cases: slices.Clone(proposed), Proposed: proposed}
	for i, r := range rowOf {
		if r >= 0 {
			e.rows[r].propose(&proposed[i], counts)
			a.Cases[i] = e.rows[r].applyTo(proposed[i])
			proposed[i].agree(a.Cases[i])
		}
	}
	a.Remarks = e.remarks(a.Cases, caseOf, led)
	e.keep(&a, caseOf, holds)
	return a
}

// filesOf returns which case each file leads, and which one holds it.
func filesOf(cases []Case) (led, holds map[string]int) {
	led, holds = map[string]int{}, map[string]int{}
	for i, c := range cases {
		led[c.Files[0]] = i
		for _, file := range c.Files {
			holds[file] = i
		}
	}
	return led, holds
}

// match finds the row of each of so many cases and the case of each row, -1 for
// none: first the row whose leading file leads the case; then, of the rows and
// cases left, a row that names any file of the case.
func (e *Edits) match(cases int, led, holds map[string]int) (rowOf, caseOf []int) {
	rowOf, caseOf = slices.Repeat([]int{-1}, cases), slices.Repeat([]int{-1}, len(e.rows))
	find := func(r int, file string, in map[string]int) {
		if i, ok := in[file]; ok && rowOf[i] < 0 && caseOf[r] < 0 {
			rowOf[i], caseOf[r] = r, i
		}
	}
	for r, row := range e.rows {
		find(r, row.leading(), led)
	}
	for r, row := range e.rows {
		for _, file := range row.Files {
			find(r, file, holds)
		}
	}
	return rowOf, caseOf
}

// keepIDs gives each case that was proposed last time the id it had, its row being
// there or not, and each other one an id that no row to be written has.
func (e *Edits) keepIDs(cases []Case, rowOf, caseOf []int) {
	used := map[string]bool{}
	for r, row := range e.rows {
		switch {
		case row.known && caseOf[r] >= 0:
			cases[caseOf[r]].ID = row.before.ID
			used[row.before.ID] = true
		case caseOf[r] < 0 && (row.written() || row.decided):
			used[row.keptID()] = true
		}
	}
	var unnamed []int
	for i, r := range rowOf {
		id := e.unlisted[cases[i].Files[0]]
		switch {
		case r >= 0 && e.rows[r].known:
		case id != "" && !used[id]:
			cases[i].ID, used[id] = id, true
		default:
			unnamed = append(unnamed, i)
		}
	}
	for _, i := range unnamed {
		id, file := cases[i].ID, cases[i].Files[0]
		if used[id] {
			id = slug(strings.TrimSuffix(file, path.Ext(file)))
		}
		cases[i].ID = unused(id, used)
	}
}

// keptID is the id under which a row is kept that fits no case.
func (r editedRow) keptID() string {
	if r.known {
		return r.before.ID
	}
	return r.ID
}

// propose decides anew whether a case is proposed for counting where a person
// gave it another kind.
func (r editedRow) propose(c *Case, counts func(Kind) bool) {
	if r.Kind == "" || !slices.Contains(r.changed(), columnKind) {
		return
	}
	edited := *c
	edited.Kind = r.Kind
	edited.count(counts, "so says the kind in cases.csv")
	c.Include, c.Note = edited.Include, edited.Note
}

// applyTo returns c with the cells that a person wrote. The files are not among
// them: [Group] has put them together already. Columns that a person added are
// taken as they are.
func (r editedRow) applyTo(c Case) Case {
	c.Edited = slices.Clone(c.Edited)
	for _, column := range r.changed() {
		switch column {
		case columnTitle:
			c.Title = r.Title
		case ColumnArea:
			c.Area = r.Area
		case ColumnYear:
			c.Year = r.Year
		case columnKind:
			c.Kind = r.Kind
		case ColumnInclude:
			c.Include = r.Include
		case columnNote:
			c.Note = r.Note
		default:
			continue
		}
		c.Edited = append(c.Edited, column)
	}
	c.Columns = r.Columns
	return c
}

// agree notes in a proposal the columns in which a person wrote the same.
func (c *Case) agree(edited Case) {
	for _, column := range edited.Edited {
		if !slices.Contains(c.Edited, column) && cellOf(*c, column) == cellOf(edited, column) {
			c.Edited = append(slices.Clip(c.Edited), column)
		}
	}
}

// keep keeps the edited rows that fit no case, without the files that one holds by
// now, and those of reviews decided on that have files left to be known by: what was
// decided on others fits no review, and the analysis says so.
func (e *Edits) keep(a *Applied, caseOf []int, holds map[string]int) {
	elsewhere := func(file string) bool { _, held := holds[file]; return held }
	for r, row := range e.rows {
		if caseOf[r] >= 0 || !row.written() && !row.decided {
			continue
		}
		kept, before := row.Case, row.before
		kept.ID, kept.Edited = row.keptID(), row.changed()
		kept.Files = slices.DeleteFunc(slices.Clone(row.Files), elsewhere)
		if len(kept.Files) == 0 && !row.written() {
			continue
		}
		if !row.known {
			before = kept // a row that a person added
		}
		a.Kept = append(a.Kept, kept)
		if kept.ID == "" || slices.ContainsFunc(a.Proposed, func(c Case) bool { return c.ID == kept.ID }) {
			continue
		}
		if before.Files = kept.Files; row.grouped() && !slices.Contains(before.Edited, columnFiles) {
			before.Edited = append(slices.Clone(before.Edited), columnFiles)
		}
		a.Proposed = append(a.Proposed, before)
	}
}

// remarks tell of ids that a person wrote, and of rows that a person took out.
func (e *Edits) remarks(cases []Case, caseOf []int, led map[string]int) []string {
	var remarks, renamed, back []string
	for r, row := range e.rows {
		if i := caseOf[r]; i >= 0 && row.ID != "" && row.ID != cases[i].ID {
			renamed = append(renamed, fmt.Sprintf("%s is written as %s", row.ID, cases[i].ID))
		}
	}
	for _, c := range e.takenOut {
		if len(c.Files) == 0 {
			continue
		}
		if _, leads := led[c.Files[0]]; leads {
			back = append(back, c.ID)
		}
	}
	if len(renamed) > 0 {
		remarks = append(remarks, "the case_id in cases.csv is made by the program, which knows a review by it: "+strings.Join(renamed, ", ")+"; a column of your own can hold another name")
	}
	if len(back) > 0 {
		remarks = append(remarks, "rows taken out of cases.csv are back, since their files are in the folder: "+strings.Join(back, ", ")+"; to leave a review out, write no under include")
	}
	return remarks
}
