package analysis

import (
	"fmt"
	"strings"
	"testing"
)

// everyRegion lists all sets of regions by trying all counts.
func everyRegion(p Published) (all PossibleRegions) {
	for a := range p.Reviews + 1 {
		for b := range p.Reviews + 1 {
			for c := range p.Reviews + 1 {
				t := p.Together
				r := [8]int{0, p.Sets[0] - t - a - b, p.Sets[1] - t - a - c, a, p.Sets[2] - t - b - c, b, c, t}
				r[0] = p.Reviews
				for _, count := range r[1:] {
					r[0] -= count
				}
				fits := true
				for _, count := range r {
					fits = fits && count >= 0
				}
				if fits {
					if all.Solutions == 0 {
						all.Low, all.High = r, r
					}
					for i, count := range r {
						all.Low[i], all.High[i] = min(all.Low[i], count), max(all.High[i], count)
					}
					all.Solutions++
				}
			}
		}
	}
	return all
}

// TestPublishedBriefing is what a briefing on 27 reviews published: poor
// assessment in 23, the lived experience of the child missing in 17, lack of
// curiosity in 17, and all three in 11.
func TestPublishedBriefing(t *testing.T) {
	got, err := Published{Reviews: 27, Sets: [3]int{23, 17, 17}, Together: 11}.Regions()
	if err != nil {
		t.Fatal(err)
	}
	want := PossibleRegions{
		Solutions: 35,
		Low:       [8]int{0, 0, 0, 2, 0, 2, 0, 11},
		High:      [8]int{4, 8, 4, 6, 4, 6, 4, 11},
	}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestPublishedRegions(t *testing.T) {
	for _, c := range []struct {
		p         Published
		solutions int
	}{
		{Published{}, 1},
		{Published{Reviews: 5}, 1},
		{Published{Reviews: 5, Sets: [3]int{5, 5, 5}, Together: 5}, 1},
		{Published{Reviews: 1, Sets: [3]int{1, 1, 1}, Together: 1}, 1},
		{Published{Reviews: 2, Sets: [3]int{1, 1, 0}}, 2},
		{Published{Reviews: 1, Sets: [3]int{1, 1, 1}}, 0},
		{Published{Reviews: 10, Sets: [3]int{9, 9, 9}, Together: 0}, 0},
	} {
		got, err := c.p.Regions()
		if err != nil {
			t.Fatal(err)
		}
		if got.Solutions != c.solutions {
			t.Errorf("%+v: %d solutions, want %d", c.p, got.Solutions, c.solutions)
		}
	}
}

// TestPublishedAgainstEveryRegion compares with the list of all, for all counts
// of up to six reviews.
func TestPublishedAgainstEveryRegion(t *testing.T) {
	for n := range 7 {
		for code := range (n + 1) * (n + 1) * (n + 1) {
			sets := [3]int{code % (n + 1), code / (n + 1) % (n + 1), code / (n + 1) / (n + 1)}
			for together := range min(sets[0], sets[1], sets[2]) + 1 {
				p := Published{Reviews: n, Sets: sets, Together: together}
				got, err := p.Regions()
				if err != nil {
					t.Fatal(err)
				}
				if want := everyRegion(p); got != want {
					t.Fatalf("%+v: got %+v, want %+v", p, got, want)
				}
			}
		}
	}
}

func TestPublishedErrors(t *testing.T) {
	for _, c := range []struct {
		p    Published
		want string
	}{
		{Published{Reviews: -1}, "cannot be negative"},
		{Published{Reviews: 1, Together: -1}, "cannot be negative"},
		{Published{Reviews: 5001}, "more than the 5000"},
		{Published{Reviews: 5, Names: [3]string{"A", "B", "C"}, Sets: [3]int{6, 1, 1}}, `6 reviews with "A": the number must lie between the 0 with all three and all 5`},
		{Published{Reviews: 5, Names: [3]string{"A", "B", "C"}, Sets: [3]int{5, 1, 1}, Together: 2}, `1 review with "B"`},
	} {
		if _, err := c.p.Regions(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: got error %v, want one with %q", c.p, err, c.want)
		}
	}
}

// TestMostPublished: as many reviews as can be tried are.
func TestMostPublished(t *testing.T) {
	if got, err := (Published{Reviews: maxPublished}).Regions(); err != nil || got.Solutions != 1 || got.Low[0] != maxPublished {
		t.Errorf("got %+v and %v, want the one solution in which all have none", got, err)
	}
}

// What a briefing states of three themes leaves the regions open.
func ExamplePublished_Regions() {
	possible, err := Published{Reviews: 27, Sets: [3]int{23, 17, 17}, Together: 11}.Regions()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(possible.Solutions, "sets of regions fit")
	fmt.Printf("the first theme alone: %d to %d reviews\n", possible.Low[1], possible.High[1])
	// Output:
	// 35 sets of regions fit
	// the first theme alone: 0 to 8 reviews
}
