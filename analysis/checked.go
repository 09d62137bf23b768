package analysis

// checkedTable says, for each theme and for all of them, how much of what was
// found a person has decided.
func (r *Result) checkedTable() Table {
	t := Table{Name: "checked", Header: []string{
		"theme_id", "theme", "passages", "passages_decided", "passages_contested", "reviews", "reviews_decided",
	}}
	cells := make([]int, len(r.Themes))
	for _, row := range r.Matrix.Cells {
		for j, c := range row {
			if c.Status.Decided() {
				cells[j]++
			}
		}
	}
	var all checking
	decided := 0
	row := func(id, label string, c checking, reviews, decided int) {
		t.Rows = append(t.Rows, []Value{
			Text(id), Text(label), Number(c.passages), Number(c.decided), Number(c.contested), Number(reviews), Number(decided),
		})
	}
	for j, theme := range r.Themes {
		c := r.checked[j]
		row(theme.ID, theme.Label, c, len(r.Matrix.Cases), cells[j])
		all.passages, all.decided, all.contested, decided = all.passages+c.passages, all.decided+c.decided, all.contested+c.contested, decided+cells[j]
	}
	row("", "all themes", all, len(r.Matrix.Cases)*len(r.Themes), decided)
	return t
}

// checking is how much of the passages of a theme people have decided.
type checking struct{ passages, decided, contested int }

func (c *checking) add(p *Passage) {
	c.passages++
	if p.Decision != nil {
		c.decided++
	}
	if len(p.Contested) > 0 {
		c.contested++
	}
}
