package analysis

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"thematic/corpus"
)

// Draw says what a second coder is to be given: a number of the included
// reviews, or of their passages, drawn at random and in proportion from every
// group that is alike in By.
type Draw struct {
	Passages bool     // passages and not reviews
	By       []string // of [Draw.Groupings]
	N        int      // how many; where 0, Percent of all
	Percent  float64
	Seed     uint64
}

// Groupings are what the units can be grouped by: passages by more than reviews.
func (d Draw) Groupings() []string {
	by := []string{"area", "year", "kind"}
	if d.Passages {
		by = append(by, "theme", "status", "label")
	}
	return by
}

// Sample is what was drawn, in the order of the tables.
type Sample struct {
	Draw
	Of       int // from how many
	Reviews  []corpus.Case
	Passages []Passage // of a draw of passages
	Strata   []Stratum
}

// Size is how many units were drawn.
func (s *Sample) Size() int {
	if s.Draw.Passages {
		return len(s.Passages)
	}
	return len(s.Reviews)
}

// Stratum is a group that was drawn from.
type Stratum struct {
	Name      string // "Ambry, 2014"
	Of, Drawn int
}

// drawStream is the second half of the state of the generator, so that a seed
// is one number.
const drawStream = 0x64726177

// lot is a unit that can be drawn, by its place in the order of the tables.
type lot struct {
	id, stratum string
	place       int
}

// Draw draws a sample. The same result and draw give the same sample. It fails
// where the draw asks for nothing, for more than there is, for a group that is not
// known, or for one twice.
func (r *Result) Draw(d Draw) (*Sample, error) {
	known := d.Groupings()
	for i, by := range d.By {
		if !slices.Contains(known, by) {
			return nil, fmt.Errorf("a draw cannot be by %q%s", by, corpus.Instead(by, known))
		}
		if slices.Contains(d.By[:i], by) {
			return nil, fmt.Errorf("a draw is by %q once: name it once", by)
		}
	}
	units, nothing := r.units(d), "no review counts"
	if d.Passages {
		nothing = "no passage was found"
	}
	size := d.N
	if size == 0 {
		size = int(d.Percent*float64(len(units))/100 + 0.5)
	}
	switch {
	case len(units) == 0:
		return nil, errors.New("there is nothing to draw from: " + nothing)
	case size < 1:
		return nil, fmt.Errorf("the draw is of none of the %d that there are: draw more", len(units))
	case size > len(units):
		return nil, fmt.Errorf("the draw is of %d, and there are %d to draw from: draw fewer", size, len(units))
	}
	s := &Sample{Draw: d, Of: len(units)}
	places := s.pick(units, size)
	reviews := make(map[string]bool)
	if d.Passages {
		s.Passages = r.passagesAt(places)
		for _, p := range s.Passages {
			reviews[p.CaseID] = true
		}
	} else {
		for _, place := range places {
			reviews[r.Matrix.Cases[place].ID] = true
		}
	}
	for _, c := range r.Matrix.Cases {
		if reviews[c.ID] {
			s.Reviews = append(s.Reviews, c)
		}
	}
	return s, nil
}

// units lists what can be drawn.
func (r *Result) units(d Draw) []lot {
	var units []lot
	cases := make(map[string]corpus.Case)
	for i, c := range r.Matrix.Cases {
		cases[c.ID] = c
		if !d.Passages {
			units = append(units, lot{c.ID, stratumOf(d.By, c, nil), i})
		}
	}
	if !d.Passages {
		return units
	}
	i := 0
	for p := range r.Passages.All() {
		if c, included := cases[p.CaseID]; included {
			units = append(units, lot{p.PassageID, stratumOf(d.By, c, p), i})
		}
		i++
	}
	return units
}

// passagesAt returns the passages at places, which ascend.
func (r *Result) passagesAt(places []int) []Passage {
	var list []Passage
	i := 0
	for p := range r.Passages.All() {
		if len(list) < len(places) && places[len(list)] == i {
			list = append(list, p.Alone())
		}
		i++
	}
	return list
}

func stratumOf(by []string, c corpus.Case, p *Passage) string {
	names := make([]string, len(by))
	for i, key := range by {
		switch key {
		case "area":
			names[i] = cmp.Or(c.Area, "unknown area")
		case "year":
			names[i] = "unknown year"
			if c.Year != 0 {
				names[i] = fmt.Sprint(c.Year)
			}
		case "kind":
			names[i] = string(c.Kind)
		case "theme":
			names[i] = p.Theme
		case "status":
			names[i] = string(p.Status)
		case "label":
			names[i] = string(p.Label)
		}
	}
	return strings.Join(names, ", ")
}

// pick draws from every stratum its share, rounded so that the shares add up to
// size: the strata with the greatest remainders get the rest, and of those with
// equal ones such as the seed decides. It returns the places drawn, in order.
func (s *Sample) pick(units []lot, size int) []int {
	groups := make(map[string][]lot)
	for _, u := range units {
		groups[u.stratum] = append(groups[u.stratum], u)
	}
	left := size
	for name, group := range groups {
		share := size * len(group) / len(units)
		s.Strata = append(s.Strata, Stratum{name, len(group), share})
		left -= share
	}
	remainder := func(t Stratum) int { return size*t.Of - t.Drawn*len(units) }
	byName := func(a, b Stratum) int { return cmp.Compare(a.Name, b.Name) }
	slices.SortFunc(s.Strata, byName)
	random := rand.New(rand.NewPCG(s.Seed, drawStream))
	random.Shuffle(len(s.Strata), func(i, j int) { s.Strata[i], s.Strata[j] = s.Strata[j], s.Strata[i] })
	slices.SortStableFunc(s.Strata, func(a, b Stratum) int { return cmp.Compare(remainder(b), remainder(a)) })
	for i := range left {
		s.Strata[i].Drawn++
	}
	slices.SortFunc(s.Strata, byName)
	var places []int
	for _, t := range s.Strata {
		group := groups[t.Name]
		slices.SortFunc(group, func(a, b lot) int { return cmp.Compare(a.id, b.id) })
		random.Shuffle(len(group), func(i, j int) { group[i], group[j] = group[j], group[i] })
		for _, u := range group[:t.Drawn] {
			places = append(places, u.place)
		}
	}
	slices.Sort(places)
	return places
}
