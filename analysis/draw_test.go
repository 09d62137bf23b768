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
