package analysis

import (
	"fmt"

	"thematic/corpus"
)

// Published is what a paper states of three themes and no more: the number of
// reviews, the reviews with each theme, and those with all three.
type Published struct {
	Reviews  int       // n
	Names    [3]string // of the themes, for messages
	Sets     [3]int    // reviews with each theme
	Together int       // reviews with all three
}

// maxPublished is the most reviews whose regions are counted; the work grows
// with their square.
const maxPublished = 5000

// PossibleRegions is what published counts allow the regions to be. A region is
// numbered by a bit for each theme: 1 is the first alone, 2 the second alone, 3
// the first two without the third, and so on to 7, all three; 0 is none.
type PossibleRegions struct {
	Solutions int // sets of eight region counts that fit
	// Low and High are the least and the greatest count of each region over all
	// solutions; meaningless where there are none.
	Low, High [8]int
}

// Regions counts every set of region counts that fits what was published.
//
// With a, b and c the reviews that have the first two, the first and third, and
// the last two themes and not the remaining one, t all three and S the sets,
// the regions of one theme alone are S1-t-a-b, S2-t-a-c and S3-t-b-c, and none
// is n less all others. A set of regions fits if none of the eight is negative;
// all a and b are tried, and for each the c that fit are a range.
//
// It fails if a count is negative or above n, the triple is above a set, or n is
// above 5000. No solution is not an error: the counts contradict each other, as
// where a misprint makes the three sets together too large for n.
func (p Published) Regions() (PossibleRegions, error) {
	if err := p.check(); err != nil {
		return PossibleRegions{}, err
	}
	var possible PossibleRegions
	// What is left of each set beside the triple.
	x, y, z := p.Sets[0]-p.Together, p.Sets[1]-p.Together, p.Sets[2]-p.Together
	for a := 0; a <= min(x, y); a++ {
		for b := 0; b <= min(x-a, z); b++ {
			// none = n - t - (x+y+z) + a + b + c is not negative from here on.
			low := max(0, p.Together+x+y+z-a-b-p.Reviews)
			high := min(y-a, z-b)
			if low > high {
				continue
			}
			with := func(c int) [8]int {
				return [8]int{p.Reviews - p.Together - x - y - z + a + b + c, x - a - b, y - a - c, a, z - b - c, b, c, p.Together}
			}
			if possible.Solutions == 0 {
				possible.Low, possible.High = with(low), with(low)
			}
			possible.include(with(low))
			possible.include(with(high))
			possible.Solutions += high - low + 1
		}
	}
	return possible, nil
}

// include widens the ranges to hold a solution. Between the ends of a range of
// c every region changes one way, so that the ends are enough.
func (p *PossibleRegions) include(regions [8]int) {
	for i, count := range regions {
		p.Low[i], p.High[i] = min(p.Low[i], count), max(p.High[i], count)
	}
}

func (p Published) check() error {
	if p.Reviews < 0 || p.Together < 0 {
		return fmt.Errorf("published counts: %d reviews and %d with all three: a count cannot be negative", p.Reviews, p.Together)
	}
	if p.Reviews > maxPublished {
		return fmt.Errorf("published counts: %d reviews are more than the %d that can be tried", p.Reviews, maxPublished)
	}
	for i, set := range p.Sets {
		if set < p.Together || set > p.Reviews {
			return fmt.Errorf("published counts: %s with %q: the number must lie between the %d with all three and all %d",
				corpus.Quantity(set, "review"), p.Names[i], p.Together, p.Reviews)
		}
	}
	return nil
}
