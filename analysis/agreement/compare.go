package agreement

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thematic/corpus"
)

// Options say how coders are compared.
type Options struct {
	Seed   uint64 // of the draws behind intervals
	Common bool   // compare the reviews that all coders were given, and no others
}

// UnitsError says that coders were given different reviews.
type UnitsError struct {
	Coder   string
	Missing []string // reviews that another coder was given and this one was not
	Common  int      // reviews that all were given
}

// Error names the reviews.
func (e *UnitsError) Error() string {
	lacks := fmt.Sprintf("%s lacks %s that another coder has (%s): compare coders of the same reviews", e.Coder, corpus.Quantity(len(e.Missing), "review"), corpus.Some(e.Missing))
	if e.Common == 0 {
		return lacks + ": none is in all"
	}
	return fmt.Sprintf("%s, or the %d that all have with --common", lacks, e.Common)
}

// comparison is a comparison being made.
type comparison struct {
	coders  []Coder
	reviews []string
	themes  []string
	seed    uint64
	notes   []string
}

// Compare measures how far two or more coders agree. It fails with a
// [*UnitsError] where one was given reviews that another was not, unless
// opts.Common or the other was given a sample on purpose. Themes that one of
// them does not know are left out, and Notes says so.
func Compare(coders []Coder, opts Options) (*Report, error) {
	if len(coders) < 2 {
		return nil, fmt.Errorf("agreement is between two coders or more; there is %d", len(coders))
	}
	c := &comparison{coders: slices.Clone(coders), seed: opts.Seed}
	c.rename()
	if err := c.chooseReviews(opts.Common); err != nil {
		return nil, err
	}
	c.chooseThemes()
	c.noteTasks()
	r := &Report{Reviews: c.reviews, Themes: c.themes, Notes: []string{}, Disagreements: []Disagreement{}, called: make(map[string]string)}
	for _, coder := range c.coders {
		for theme, name := range coder.Names {
			r.called[theme] = cmp.Or(r.called[theme], name)
		}
		p := Party{Name: coder.Name, Reviews: len(coder.Reviews), Decided: coder.Decided, Listed: coder.Listed}
		for _, m := range coder.Marks {
			if m.Marked {
				p.Marks++
			}
		}
		r.Coders = append(r.Coders, p)
	}
	cells := c.asked(c.cells())
	passages, of := c.passages()
	passages = c.asked(passages)
	if of == freely && len(passages) > 0 {
		c.notes = append(c.notes, "passages are told apart by their words: those of one theme in one review are one unit where half of the shorter stands in the other, word for word, also where one coder marked both")
	}
	r.ByReview = c.level(cells, clustered, independent)
	r.ByPassage = c.level(passages, of, of)
	r.Disagreements = append(disagreements("review", cells, c.quotes()), disagreements("passage", passages, nil)...)
	r.Notes = append(r.Notes, c.notes...)
	return r, nil
}

// rename gives the reviews that a coder knows by the name of a file the ids
// that another knows them by.
func (c *comparison) rename() {
	known, byFile := make(map[string]bool), make(map[string]string)
	for _, coder := range c.coders {
		for file, review := range coder.Files {
			byFile[file] = review
			known[review] = true
		}
	}
	name := func(review string) string {
		if other, ok := byFile[review]; ok && !known[review] {
			return other
		}
		return review
	}
	for i, coder := range c.coders {
		renamed := coder
		renamed.Reviews, renamed.Marks, renamed.Cells = nil, slices.Clone(coder.Marks), make(map[Cell]bool)
		for _, review := range coder.Reviews {
			renamed.Reviews = append(renamed.Reviews, name(review))
		}
		renamed.Reviews = sorted(renamed.Reviews)
		for cell, present := range coder.Cells {
			to := Cell{name(cell.Review), cell.Theme}
			renamed.Cells[to] = renamed.Cells[to] || present
		}
		for j := range renamed.Marks {
			renamed.Marks[j].Review = name(renamed.Marks[j].Review)
		}
		c.coders[i] = renamed
	}
}

// chooseReviews settles which reviews are compared: those that all coders were given,
// which are to be all that any of them was unless common.
func (c *comparison) chooseReviews(common bool) error {
	given := c.given()
	if len(given) > 0 {
		var lists [][]string
		for _, coder := range given {
			lists = append(lists, coder.Reviews)
		}
		c.reviews = shared(lists)
	} else { // passages are all there is of each of them
		for _, coder := range c.coders {
			c.reviews = append(c.reviews, coder.Reviews...)
		}
		c.reviews = sorted(c.reviews)
	}
	if !common {
		if err := c.sameReviews(given); err != nil {
			return err
		}
	}
	apart := slices.ContainsFunc(c.coders, func(coder Coder) bool {
		return coder.Task == PassagesAlone && len(coder.Reviews) > 0 && len(without(coder.Reviews, c.reviews)) == len(coder.Reviews)
	})
	if len(c.reviews) == 0 || apart {
		return fmt.Errorf("no review was given to all of %s", c.names())
	}
	return nil
}

// given returns the coders whose lists of reviews decide which are compared: of a
// sample, those who were given it. A coder whose passages are all there is was given
// every review, since one without a passage is not named.
func (c *comparison) given() []Coder {
	sample := slices.ContainsFunc(c.coders, func(coder Coder) bool { return coder.Sample })
	return slices.DeleteFunc(slices.Clone(c.coders), func(coder Coder) bool {
		return coder.Task == PassagesAlone || sample && !coder.Sample
	})
}

// sameReviews refuses coders of whom one was given a review that another was not.
func (c *comparison) sameReviews(given []Coder) error {
	for _, coder := range given {
		for _, other := range given {
			if missing := without(other.Reviews, coder.Reviews); len(missing) > 0 {
				return &UnitsError{coder.Name, missing, len(c.reviews)}
			}
		}
	}
	return c.inside()
}

// inside refuses a coder who lacks a review of the comparison or, where passages are
// all there is of the coder, has one outside it.
func (c *comparison) inside() error {
	for _, coder := range c.coders {
		if missing := without(c.reviews, coder.Reviews); coder.Task != PassagesAlone && len(missing) > 0 {
			return &UnitsError{coder.Name, missing, len(c.reviews) - len(missing)}
		}
		if outside := without(coder.Reviews, c.reviews); coder.Task == PassagesAlone && len(outside) > 0 {
			return &UnitsError{c.others(coder.Name), outside, len(coder.Reviews) - len(outside)}
		}
	}
	return nil
}

// chooseThemes keeps the themes that all know. One who chose the passages, or
// was given a sample, knows every theme.
func (c *comparison) chooseThemes() {
	var domains [][]string
	var every []string
	for _, coder := range c.coders {
		every = append(every, coder.Themes...)
		if coder.Task != PassagesAlone && !coder.Sample {
			domains = append(domains, sorted(coder.Themes))
		}
	}
	c.themes = sorted(every)
	if len(domains) > 0 {
		c.themes = shared(domains)
	}
	if left := without(sorted(every), c.themes); len(left) > 0 {
		c.notes = append(c.notes, "left out are the themes that one of the coders does not have: "+strings.Join(left, ", "))
	}
}

// noteTasks notes of each coder what the reader has to know of what is compared.
func (c *comparison) noteTasks() {
	for _, coder := range c.coders {
		switch {
		case coder.Task == PassagesAlone:
			c.notes = append(c.notes, coder.Name+" lists the passages marked and nothing else: a theme without one counts as absent")
		case coder.Listed > 0 && coder.Decided < coder.Listed:
			rest := "where nobody did, what the program said is compared"
			switch {
			case coder.Sample:
				rest = "the others, empty or held, are not compared"
			case coder.OnlyDecided:
				rest = "the others are not compared"
			}
			c.notes = append(c.notes, fmt.Sprintf("in %s a person decided %s of %s; %s", coder.Name, corpus.Digits(coder.Decided), corpus.Quantity(coder.Listed, "passage"), rest))
		case len(coder.judged()) == 0:
			c.notes = append(c.notes, "nothing is filled in yet in "+coder.Name)
		}
	}
}

// shared returns what all lists, each of them in order, have.
func shared(lists [][]string) []string {
	common := slices.Clone(lists[0])
	for _, list := range lists[1:] {
		common = slices.DeleteFunc(common, func(s string) bool { return !has(list, s) })
	}
	return common
}

// without returns what is in list and not in other, both of them in order.
func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return has(other, s) })
}

// has reports whether s is in a list that is in order.
func has(list []string, s string) bool {
	_, found := slices.BinarySearch(list, s)
	return found
}

func (c *comparison) names() string {
	var list []string
	for _, coder := range c.coders {
		list = append(list, coder.Name)
	}
	return strings.Join(list, ", ")
}

// others names all coders but one.
func (c *comparison) others(name string) string {
	var list []string
	for _, coder := range c.coders {
		if coder.Name != name {
			list = append(list, coder.Name)
		}
	}
	return strings.Join(list, " and ")
}

// level measures units over all themes, for each theme, and for each pair of
// coders; all of them are of one design, those of a theme of another.
func (c *comparison) level(units []unit, all, ofTheme design) Level {
	level := Level{Overall: c.line("all themes", units, all), Themes: []Line{}, Pairs: []Line{}}
	of := make(map[string][]unit)
	for _, u := range units {
		of[u.mark.Theme] = append(of[u.mark.Theme], u)
	}
	for _, theme := range c.themes {
		level.Themes = append(level.Themes, c.line(theme, of[theme], ofTheme))
	}
	if len(c.coders) < 3 {
		return level
	}
	for i, a := range c.coders {
		for j := i + 1; j < len(c.coders); j++ {
			pair := &comparison{coders: []Coder{a, c.coders[j]}, seed: c.seed}
			var both []unit
			for _, u := range units {
				both = append(both, unit{u.mark, []int{u.values[i], u.values[j]}})
			}
			level.Pairs = append(level.Pairs, pair.line(a.Name+" and "+c.coders[j].Name, both, all))
		}
	}
	return level
}
