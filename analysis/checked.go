package analysis

// checkedTable says, for each theme and for all of them, how much of what was
// found a person has decided.
func (r *Result) checkedTable() Table {
	t := Table{Name: "checked", Header: []string{
		"theme_id", "theme", "passages", "passages_decided", "passages_contested", "reviews", "reviews_decided",
	}}
	type sums struct{ passages, decided, contested, cells int }
	of, all := make(map[string]*sums), &sums{}
	for _, theme := range r.Themes {
		of[theme.ID] = &sums{}
	}
	for _, p := range r.Passages {
		for _, s := range []*sums{of[p.Theme], all} {
			s.passages++
			if p.Decision != nil {
				s.decided++
			}
			if len(p.Contested) > 0 {
				s.contested++
			}
		}
	}
	for _, row := range r.Matrix.Cells {
		for j, c := range row {
			if c.Status.Decided() {
				of[r.Matrix.Themes[j].ID].cells++
				all.cells++
			}
		}
	}
	row := func(id, label string, s *sums, cells int) {
		t.Rows = append(t.Rows, []Value{
			text(id), text(label), number(s.passages), number(s.decided), number(s.contested), number(cells), number(s.cells),
		})
	}
	for _, theme := range r.Themes {
		row(theme.ID, theme.Label, of[theme.ID], len(r.Matrix.Cases))
	}
	row("", "all themes", all, len(r.Matrix.Cases)*len(r.Themes))
	return t
}

// Decided reports whether a person settled the cell.
func (s CellStatus) Decided() bool { return s == CellDecidedPresent || s == CellDecidedAbsent }
