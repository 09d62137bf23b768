package analysis

import (
	"fmt"
	"strings"

	"thematic/corpus"
)

// checkedTable says, for each theme and for all of them, how much of what was
// found a person has decided, and how much of what the program proposed stands.
func (r *Result) checkedTable() Table {
	t := Table{Name: "checked", Header: []string{
		"theme_id", "theme", "passages", "passages_decided", "passages_contested", "reviews", "reviews_decided",
		"counted_decided", "counted_stand", "counted_moved", "held_decided", "held_counted", "held_moved", "added",
	}}
	row := func(id, label string, c checking, reviews int) {
		counted, held := c.upheld.Counted, c.upheld.Held
		t.Rows = append(t.Rows, []Value{
			Text(id), Text(label), Number(c.passages), Number(c.decided), Number(c.contested), Number(reviews), Number(c.cells),
			Number(counted.Decided), Number(counted.Counts), Number(counted.Moved),
			Number(held.Decided), Number(held.Counts), Number(held.Moved), Number(c.upheld.Added),
		})
	}
	for j, theme := range r.Themes {
		row(theme.ID, theme.Label, r.checked[j], len(r.Matrix.Cases))
	}
	row("", "all themes", allChecked(r.checked), len(r.Matrix.Cases)*len(r.Themes))
	return t
}

// Upheld is what became of the passages in which the program found that practice
// fell short, or could not tell, once people had decided on them. It has no
// percentages: people choose what they look at, and may leave what they agree with
// as it is.
type Upheld struct {
	Counted Stood `json:"counted"` // of those that the program counted
	Held    Stood `json:"held"`    // of those that it held
	Added   int   `json:"added"`   // people found them, and the program had not
}

// String says it in sentences, and nothing where nobody has decided on any.
func (u Upheld) String() string {
	var said []string
	if n := u.Counted; n.Decided > 0 {
		said = append(said, fmt.Sprintf("Of what the program counted as falling short, people upheld %d of %s%s.", n.Counts, corpus.Quantity(n.Decided, "passage"), n.moved()))
	}
	if n := u.Held; n.Decided > 0 {
		said = append(said, fmt.Sprintf("Of what the program held, people let %d of %s count%s.", n.Counts, corpus.Quantity(n.Decided, "passage"), n.moved()))
	}
	if u.Added > 0 {
		said = append(said, fmt.Sprintf("People added %s that the program had missed.", corpus.Quantity(u.Added, "passage")))
	}
	return strings.Join(said, " ")
}

// Stood is on how many passages people decided, how many of these count under the
// theme for which the program proposed them, and how many under another.
type Stood struct {
	Decided int `json:"decided"`
	Counts  int `json:"counts"`
	Moved   int `json:"moved"`
}

func (s *Stood) add(p *Passage) {
	s.Decided++
	switch {
	case p.Decision.Status != corpus.Counted:
	case p.Theme == p.Proposed.Theme:
		s.Counts++
	default:
		s.Moved++
	}
}

func (s *Stood) join(other Stood) {
	s.Decided += other.Decided
	s.Counts += other.Counts
	s.Moved += other.Moved
}

// moved goes on from what is said of the others.
func (s Stood) moved() string {
	if s.Moved == 0 {
		return ""
	}
	return fmt.Sprintf(", and moved %d to another theme", s.Moved)
}

// add takes in a passage on which a decision holds.
func (u *Upheld) add(p *Passage) {
	switch {
	case p.Rule == RuleAdded:
		if p.Decision.Status == corpus.Counted {
			u.Added++
		}
	case p.Proposed.Status == corpus.Held:
		u.Held.add(p)
	case p.Proposed.Status == corpus.Counted && p.Proposed.Label.MakesPresent():
		u.Counted.add(p)
	}
}

// join adds what became of other passages.
func (u *Upheld) join(other Upheld) {
	u.Counted.join(other.Counted)
	u.Held.join(other.Held)
	u.Added += other.Added
}

// checking is how much of the passages of a theme people have decided, and what
// became of those that the program proposed for it.
type checking struct {
	passages, decided, contested int
	cells                        int // of the matrix, decided
	upheld                       Upheld
}

// cellsChecked takes in which cells of the matrix people have decided.
func cellsChecked(m Matrix, themes []checking) {
	for _, row := range m.Cells {
		for j, c := range row {
			if c.Status.Decided() {
				themes[j].cells++
			}
		}
	}
}

func (c *checking) add(p *Passage) {
	c.passages++
	if p.Decision != nil {
		c.decided++
	}
	if len(p.Contested) > 0 {
		c.contested++
	}
}

// allChecked adds up the themes.
func allChecked(themes []checking) checking {
	var all checking
	for _, c := range themes {
		all.passages += c.passages
		all.decided += c.decided
		all.contested += c.contested
		all.cells += c.cells
		all.upheld.join(c.upheld)
	}
	return all
}
