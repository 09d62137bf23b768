package agreement

import (
	"cmp"
	"fmt"
	"slices"

	"thematic/corpus"
)

// cells returns a unit for every theme in every review that somebody judged.
func (c *comparison) cells() []unit {
	var units []unit
	for _, review := range c.reviews {
		for _, theme := range c.themes {
			u := unit{mark: Mark{Review: review, Theme: theme}, values: make([]int, len(c.coders))}
			judged := 0
			for i, coder := range c.coders {
				present, ok := coder.Cells[Cell{review, theme}]
				u.values[i] = Missing
				if ok || coder.Task == PassagesAlone {
					u.values[i] = mark(present)
					judged++
				}
			}
			if judged > 0 {
				units = append(units, u)
			}
		}
	}
	return units
}

// asked returns, where coders were given a sample or only what they decided is compared,
// the units that one of them judged. The others say nothing of chance.
func (c *comparison) asked(units []unit) []unit {
	if !slices.ContainsFunc(c.coders, Coder.inPart) {
		return units
	}
	return slices.DeleteFunc(units, func(u unit) bool {
		for i, v := range u.values {
			if c.coders[i].inPart() && v != Missing {
				return false
			}
		}
		return true
	})
}

func mark(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// passages returns a unit for every passage and theme, and their design. Where a coder
// chose the passages freely, as in [ChoosePassages] and [PassagesAlone], only those
// that somebody marked are known, and they are known by their words.
func (c *comparison) passages() (units []unit, of design) {
	if slices.ContainsFunc(c.coders, func(coder Coder) bool { return coder.Task != JudgeAll }) {
		units, of = c.chosen(), freely
	} else {
		units, of = c.listed(), clustered
	}
	slices.SortStableFunc(units, func(a, b unit) int {
		return cmp.Or(cmp.Compare(a.mark.Review, b.mark.Review), cmp.Compare(a.mark.File, b.mark.File), cmp.Compare(a.mark.Page, b.mark.Page),
			cmp.Compare(a.mark.Theme, b.mark.Theme), cmp.Compare(a.mark.ID, b.mark.ID), cmp.Compare(a.mark.Quote, b.mark.Quote))
	})
	return units, of
}

// compared reports whether a mark lies within the comparison.
func (c *comparison) compared(m Mark) bool {
	return has(c.reviews, m.Review) && has(c.themes, m.Theme)
}

func (c *comparison) missing() []int {
	return slices.Repeat([]int{Missing}, len(c.coders))
}

// passageKey names a listed passage and a theme.
type passageKey struct{ id, theme string }

// listed returns the passages that the coders were given, by their ids. A
// coder who moved a passage to another theme says no of its theme; the other
// theme is a unit of its own, on which those who left the passage where it was
// say no. What all knew as good practice is no unit: that none marked it is no
// agreement.
func (c *comparison) listed() []unit {
	place := make(map[passageKey]int)
	judged := make([]map[string]bool, len(c.coders)) // ids
	var units []unit
	for i, coder := range c.coders {
		judged[i] = make(map[string]bool)
		for _, m := range coder.Marks {
			if !c.compared(m) {
				continue
			}
			key := passageKey{m.ID, m.Theme}
			at, ok := place[key]
			if !ok {
				at = len(units)
				place[key] = at
				units = append(units, unit{m, c.missing()})
			}
			units[at].values[i] = max(units[at].values[i], mark(m.Marked))
			units[at].mark.Praise = units[at].mark.Praise && m.Praise
			judged[i][m.ID] = true
		}
	}
	all := len(units)
	units = slices.DeleteFunc(units, func(u unit) bool { return u.mark.Praise })
	if praised := all - len(units); praised > 0 {
		c.notes = append(c.notes, fmt.Sprintf("passages known as good practice are left out, since nobody can mark them as lacking: %d", praised))
	}
	for at, u := range units {
		for i, v := range u.values {
			if v == Missing && judged[i][u.mark.ID] {
				units[at].values[i] = 0
			}
		}
	}
	return units
}

// chosen returns the passages that somebody marked; those of one theme and
// review that have enough words in common are one. Who said nothing of a review, or
// found a theme in it and left out the passages that were asked for, has not judged the
// passages of it, unless they are all that is listed.
func (c *comparison) chosen() []unit {
	judged := make([]map[string]bool, len(c.coders))
	for i, coder := range c.coders {
		judged[i] = coder.judged()
		unlisted := slices.DeleteFunc(coder.unlisted(), func(review string) bool { return !has(c.reviews, review) })
		for _, review := range unlisted {
			delete(judged[i], review)
		}
		if n := len(unlisted); n > 0 {
			c.notes = append(c.notes, fmt.Sprintf("%s lists no passage of %s in which it says that a theme is present: no passage of these is compared", coder.Name, corpus.Quantity(n, "review")))
		}
	}
	groups := make(map[Cell]*alike)
	var units []unit
	for i, coder := range c.coders {
		for _, m := range coder.Marks {
			if !m.Marked || !c.compared(m) {
				continue
			}
			key := Cell{m.Review, m.Theme}
			if groups[key] == nil {
				groups[key] = &alike{byRun: make(map[uint64][]int)}
			}
			at := groups[key].place(wordsOf(m.Quote), len(units))
			if at == len(units) {
				units = append(units, unit{m, c.notMarked(m.Review, judged)})
			}
			into := &units[at]
			into.values[i] = 1
			if len(m.Quote) > len(into.mark.Quote) {
				into.mark.Quote = m.Quote
			}
		}
	}
	return units
}

// notMarked are the values of a passage of a review that no coder marked; judged are
// the reviews of which each said something.
func (c *comparison) notMarked(review string, judged []map[string]bool) []int {
	values := make([]int, len(c.coders))
	for i, coder := range c.coders {
		if coder.Task != PassagesAlone && !judged[i][review] {
			values[i] = Missing
		}
	}
	return values
}

// judged are the reviews of which the coder said something.
func (c Coder) judged() map[string]bool {
	reviews := make(map[string]bool)
	for cell := range c.Cells {
		reviews[cell.Review] = true
	}
	for _, m := range c.Marks {
		reviews[m.Review] = true
	}
	return reviews
}

// unlisted are the reviews in which a coder who was asked for passages found a theme and
// listed none, in order.
func (c Coder) unlisted() []string {
	if c.Task != ChoosePassages {
		return nil
	}
	listed := make(map[string]bool)
	for _, m := range c.Marks {
		listed[m.Review] = true
	}
	var reviews []string
	for cell, present := range c.Cells {
		if present && !listed[cell.Review] {
			reviews = append(reviews, cell.Review)
		}
	}
	return sorted(reviews)
}
