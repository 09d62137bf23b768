package analysis

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thematic/corpus"
)

// Band is a range of numbers, both ends included.
type Band struct{ First, Last float64 }

// String returns "2006–2012", "-5 to 0" where an end has a sign, or "2006" for a
// single number.
func (b Band) String() string {
	switch {
	case b.First == b.Last:
		return shortest(b.First)
	case b.First < 0 || b.Last < 0:
		return shortest(b.First) + " to " + shortest(b.Last)
	}
	return shortest(b.First) + "–" + shortest(b.Last)
}

// ParseBand reads a range as [Band.String] writes it, or with a hyphen between
// its ends. It fails for what is none.
func ParseBand(s string) (Band, error) {
	first := strings.NewReplacer("–", "-", " to ", "-").Replace(strings.TrimSpace(s))
	last := first
	if at := strings.Index(first[min(1, len(first)):], "-"); at >= 0 { // behind a sign
		first, last = first[:at+1], first[at+2:]
	}
	low, isLow := numberIn(first)
	high, isHigh := numberIn(last)
	if !isLow || !isHigh {
		return Band{}, fmt.Errorf("%q is not a range of numbers, such as 0-4", s)
	}
	return Band{low, high}, nil
}

func shortest(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// checkBands requires several bands that follow one another without overlap.
func checkBands(bands []Band) error {
	if len(bands) == 1 {
		return fmt.Errorf("the range %s has no other to be compared with: give two or more, such as 0-4,5-17", bands[0])
	}
	for i, b := range bands {
		if b.First > b.Last {
			return fmt.Errorf("the range from %s to %s holds nothing", shortest(b.First), shortest(b.Last))
		}
		if i > 0 && b.First <= bands[i-1].Last {
			return fmt.Errorf("the ranges %s and %s overlap or are out of order", bands[i-1], b)
		}
	}
	return nil
}

// halves parts numbers in ascending order in two bands, where their sizes
// differ least; of two such places it takes the lower. It returns one band where
// all numbers are the same, and none where there are none.
func halves(values []float64) []Band {
	if len(values) == 0 {
		return nil
	}
	split := 0 // how many numbers are in the first band
	for i := 1; i < len(values); i++ {
		if values[i-1] < values[i] && (split == 0 || uneven(i, len(values)) < uneven(split, len(values))) {
			split = i
		}
	}
	last := values[len(values)-1]
	if split == 0 {
		return []Band{{last, last}}
	}
	return []Band{{values[0], values[split-1]}, {values[split], last}}
}

// uneven is how far apart the sizes of two parts of a whole are.
func uneven(part, whole int) int { return max(2*part-whole, whole-2*part) }

// compareBands sets the reviews in each band of a scale beside one another.
func (m *Matrix) compareBands(by string, bands []Band, s scale) Comparison {
	names := make([]string, len(bands))
	for i, b := range bands {
		names[i] = b.String()
	}
	return m.compare(by, names, func(c corpus.Case) string {
		v, known := s.of(c)
		i := slices.IndexFunc(bands, func(b Band) bool { return known && b.First <= v && v <= b.Last })
		if i < 0 {
			return ""
		}
		return names[i]
	})
}
