package analysis

import (
	"fmt"
	"slices"
)

// Period is a range of years of publication, both ends included.
type Period struct {
	First int `json:"first"`
	Last  int `json:"last"`
}

// String returns "2006–2012", or "2006" for a single year.
func (p Period) String() string {
	if p.First == p.Last {
		return fmt.Sprint(p.First)
	}
	return fmt.Sprintf("%d–%d", p.First, p.Last)
}

// periodOf returns the name of the period of a year, empty where it is in none
// or not known.
func periodOf(periods []Period, year int) string {
	for _, p := range periods {
		if year != 0 && p.First <= year && year <= p.Last {
			return p.String()
		}
	}
	return ""
}

// checkPeriods requires periods that follow one another without overlap.
func checkPeriods(periods []Period) error {
	for i, p := range periods {
		if p.First <= 0 || p.First > p.Last {
			return fmt.Errorf("the period from %d to %d has no years", p.First, p.Last)
		}
		if i > 0 && p.First <= periods[i-1].Last {
			return fmt.Errorf("the periods %s and %s overlap or are out of order", periods[i-1], p)
		}
	}
	return nil
}

// halves parts the years of the reviews in two, where the numbers of reviews
// before and after differ least; of two such places it takes the earlier. It
// returns one period where all reviews are of one year, and none where no year
// is known.
func (m *Matrix) halves() []Period {
	var years []int
	for _, c := range m.Cases {
		if c.Year != 0 {
			years = append(years, c.Year)
		}
	}
	if len(years) == 0 {
		return nil
	}
	slices.Sort(years)
	split := 0 // how many reviews are of the first period
	for i := 1; i < len(years); i++ {
		if years[i-1] < years[i] && (split == 0 || uneven(i, len(years)) < uneven(split, len(years))) {
			split = i
		}
	}
	last := years[len(years)-1]
	if split == 0 {
		return []Period{{last, last}}
	}
	return []Period{{years[0], years[split-1]}, {years[split], last}}
}

// uneven is how far apart the sizes of two parts of a whole are.
func uneven(part, whole int) int { return max(2*part-whole, whole-2*part) }
