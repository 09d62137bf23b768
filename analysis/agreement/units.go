package agreement

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
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
				if ok || coder.Free {
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

func mark(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// passages returns a unit for every passage and theme, and reports whether a
// coder chose the passages freely: then only those that somebody marked are
// known, and they are known by their words.
func (c *comparison) passages() (units []unit, freely bool) {
	for _, coder := range c.coders {
		freely = freely || coder.Chosen
	}
	same := c.listed
	if freely {
		same = c.chosen
	}
	units = same()
	slices.SortStableFunc(units, func(a, b unit) int {
		return cmp.Or(cmp.Compare(a.mark.Review, b.mark.Review), cmp.Compare(a.mark.File, b.mark.File), cmp.Compare(a.mark.Page, b.mark.Page),
			cmp.Compare(a.mark.Theme, b.mark.Theme), cmp.Compare(a.mark.ID, b.mark.ID), cmp.Compare(a.mark.Quote, b.mark.Quote))
	})
	return units, freely
}

// compared reports whether a mark lies within the comparison.
func (c *comparison) compared(m Mark) bool {
	return slices.Contains(c.reviews, m.Review) && slices.Contains(c.themes, m.Theme)
}

func (c *comparison) missing() []int {
	return slices.Repeat([]int{Missing}, len(c.coders))
}

// passageKey names a listed passage and a theme.
type passageKey struct{ id, theme string }

// listed returns the passages that the coders were given, by their ids. A
// coder who moved a passage to another theme says no of its theme; the other
// theme is a unit of its own, on which those who left the passage where it was
// say no.
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
			judged[i][m.ID] = true
		}
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
// review that have enough words in common are one.
func (c *comparison) chosen() []unit {
	type kept struct {
		unit
		words [][]string
	}
	groups := make(map[Cell][]*kept)
	var order []*kept
	for i, coder := range c.coders {
		for _, m := range coder.Marks {
			if !m.Marked || !c.compared(m) {
				continue
			}
			key, words := Cell{m.Review, m.Theme}, wordsOf(m.Quote)
			var into *kept
			for _, k := range groups[key] {
				if slices.ContainsFunc(k.words, func(w []string) bool { return sameWords(w, words) }) {
					into = k
					break
				}
			}
			if into == nil {
				into = &kept{unit: unit{m, slices.Repeat([]int{0}, len(c.coders))}}
				groups[key], order = append(groups[key], into), append(order, into)
			}
			into.words = append(into.words, words)
			into.values[i] = 1
			if len(m.Quote) > len(into.mark.Quote) {
				into.mark.Quote = m.Quote
			}
		}
	}
	units := make([]unit, len(order))
	for i, k := range order {
		units[i] = k.unit
	}
	return units
}

// wordsOf returns the words of a quotation in lower case.
func wordsOf(quote string) []string {
	return strings.FieldsFunc(strings.ToLower(quote), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// sameWords reports whether two quotations are of one passage: they have a run
// of words in common that is half of the shorter one, and not fewer than four
// words or all of it.
func sameWords(a, b []string) bool {
	shorter := min(len(a), len(b))
	return shorter > 0 && commonRun(a, b) >= max((shorter+1)/2, min(4, shorter))
}

// commonRun returns the length of the longest run of words that both have.
func commonRun(a, b []string) int {
	longest := 0
	ends := make([]int, len(b)+1) // of runs that end at each word of b and the last of a
	for _, word := range a {
		for j := len(b); j > 0; j-- {
			if b[j-1] != word {
				ends[j] = 0
				continue
			}
			ends[j] = ends[j-1] + 1
			longest = max(longest, ends[j])
		}
	}
	return longest
}
