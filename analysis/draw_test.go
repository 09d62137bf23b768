package analysis

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

func TestDraw(t *testing.T) {
	r := analysed(t, fixtureInput())
	for _, c := range []struct {
		draw    Draw
		reviews int
		strata  string
		err     string
	}{
		{Draw{N: 2, By: []string{"area"}}, 2, "[{Ambry 2 1} {Corran 2 1}]", ""},
		{Draw{Percent: 50, By: []string{"year"}, Seed: 3}, 2, "[{2012 1 1} {2017 2 1} {unknown year 1 0}]", ""},
		{Draw{N: 4}, 4, "[{ 4 4}]", ""},
		{Draw{N: 3, Passages: true, By: []string{"status"}, Seed: 2}, 0, "[{counted 6 2} {held 1 1} {rejected 1 0}]", ""},
		{Draw{N: 5}, 0, "", "there are 4 to draw from"},
		{Draw{}, 0, "", "the draw is of none of the 4"},
		{Draw{N: 1, By: []string{"theme"}}, 0, "", `cannot be by "theme"`},
		{Draw{N: 1, By: []string{"area", "year", "area"}}, 0, "", `by "area" once`},
	} {
		s, err := r.Draw(c.draw)
		if err != nil {
			if c.err == "" || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%+v: got %v", c.draw, err)
			}
			continue
		}
		if c.err != "" || fmt.Sprint(s.Strata) != c.strata || c.reviews > 0 && len(s.Reviews) != c.reviews || c.draw.Passages && len(s.Passages) != c.draw.N {
			t.Errorf("%+v: got %d reviews, %v", c.draw, len(s.Reviews), s.Strata)
		}
	}
}

// TestDrawOfNothing: where nothing is there, nobody is told to draw fewer.
func TestDrawOfNothing(t *testing.T) {
	r := analysed(t, Input{})
	for want, d := range map[string]Draw{"no review counts": {N: 1}, "no passage was found": {Percent: 10, Passages: true}} {
		if _, err := r.Draw(d); err == nil || err.Error() != "there is nothing to draw from: "+want {
			t.Errorf("%+v: got %v, want %q", d, err, want)
		}
	}
}

// TestDrawOfMoreGroups: where there are more groups than are drawn, the seed
// decides which give one, and not the order of their names.
func TestDrawOfMoreGroups(t *testing.T) {
	r := analysed(t, fixtureInput())
	drawn := make(map[string]bool)
	for seed := range uint64(40) {
		s, err := r.Draw(Draw{N: 1, By: []string{"area", "year", "kind"}, Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Strata) <= 1 {
			t.Fatalf("%d groups", len(s.Strata))
		}
		drawn[s.Reviews[0].ID] = true
	}
	if got, want := len(drawn), len(r.Matrix.Cases); got != want {
		t.Errorf("%d of %d reviews were ever drawn", got, want)
	}
}

// TestShares: each stratum gives the whole part of its share, and the greatest
// remainders the rest, whatever the seed.
func TestShares(t *testing.T) {
	for _, c := range []struct {
		sizes []int // of the strata A, B and so on
		draw  int
		want  string
	}{
		{[]int{5, 3, 2}, 4, "[{A 5 2} {B 3 1} {C 2 1}]"}, // 2, 1.2 and 0.8
		{[]int{7, 3}, 4, "[{A 7 3} {B 3 1}]"},            // 2.8 and 1.2
		{[]int{2, 7, 1}, 3, "[{A 2 1} {B 7 2} {C 1 0}]"}, // 0.6, 2.1 and 0.3
	} {
		var units []lot
		for i, size := range c.sizes {
			for range size {
				units = append(units, lot{fmt.Sprint(len(units)), string(rune('A' + i)), len(units)})
			}
		}
		for seed := range uint64(20) {
			s := &Sample{Draw: Draw{Seed: seed}}
			s.pick(units, c.draw)
			if got := fmt.Sprint(s.Strata); got != c.want {
				t.Errorf("%d of %v, seed %d: got %s, want %s", c.draw, c.sizes, seed, got, c.want)
			}
		}
	}
}

// TestDrawInAStratum: every unit of a stratum can be drawn, whatever its place in the
// order of the tables, on which the draw does not depend.
func TestDrawInAStratum(t *testing.T) {
	met := make(map[int]bool)
	for seed := range uint64(100) {
		var units, turned []lot
		for i := range 5 {
			units, turned = append(units, lot{fmt.Sprint(i), "A", i}), append(turned, lot{fmt.Sprint(4 - i), "A", 4 - i})
		}
		place := (&Sample{Draw: Draw{Seed: seed}}).pick(units, 1)[0]
		if again := (&Sample{Draw: Draw{Seed: seed}}).pick(turned, 1)[0]; again != place {
			t.Errorf("seed %d: got %d, and %d of the same units in another order", seed, place, again)
		}
		met[place] = true
	}
	if len(met) != 5 {
		t.Errorf("of 5 places %d were ever drawn", len(met))
	}
}

// TestGroupsOfPassages: passages are grouped by what they say too, and a sample of them
// has their reviews.
func TestGroupsOfPassages(t *testing.T) {
	r := analysed(t, fixtureInput())
	for by, want := range map[string]string{
		"theme": "[{assessment 4 4} {curiosity 3 3} {voice 1 1}]", "label": "[{deficit 7 7} {good_practice 1 1}]", "kind": "[{review 8 8}]",
	} {
		s, err := r.Draw(Draw{N: 8, Passages: true, By: []string{by}})
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(s.Strata); got != want || len(s.Reviews) != 4 || s.Size() != 8 {
			t.Errorf("by %s: got %s of %d reviews, %d in all, want %s of 4", by, got, len(s.Reviews), s.Size(), want)
		}
	}
}

// TestDrawIsTheSame: the order of the input makes no difference, another seed
// does, and shares add up.
func TestDrawIsTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	differ := false
	for range 60 {
		in := randomInput(random)
		r := analysed(t, in)
		d := Draw{N: 1 + len(r.Matrix.Cases)/2, By: []string{"area", "year"}, Seed: random.Uint64()}
		first, err := r.Draw(d)
		if err != nil {
			continue // too few reviews
		}
		again, err := analysed(t, shuffled(in, random)).Draw(d)
		if err != nil || !reflect.DeepEqual(first, again) {
			t.Fatalf("got %+v and %+v, %v", first, again, err)
		}
		total := 0
		for _, s := range first.Strata {
			total += s.Drawn
			if s.Drawn > s.Of {
				t.Errorf("drew %d of %d", s.Drawn, s.Of)
			}
		}
		if total != d.N || len(first.Reviews) != d.N {
			t.Errorf("drew %d and %d reviews, want %d", total, len(first.Reviews), d.N)
		}
		d.Seed++
		other, _ := r.Draw(d)
		differ = differ || !slices.EqualFunc(first.Reviews, other.Reviews, func(a, b corpus.Case) bool { return a.ID == b.ID })
	}
	if !differ {
		t.Error("the seed makes no difference")
	}
}
