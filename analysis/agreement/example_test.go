package agreement_test

import (
	"fmt"

	"thematic/analysis/agreement"
)

// grants are fifty proposals that two readers accepted (1) or not (0).
func grants() agreement.Ratings {
	r := agreement.Ratings{Categories: 2}
	for _, cell := range []struct{ first, second, n int }{{1, 1, 20}, {1, 0, 5}, {0, 1, 10}, {0, 0, 15}} {
		for range cell.n {
			r.Values = append(r.Values, []int{cell.first, cell.second})
		}
	}
	return r
}

func ExamplePercent() {
	c := agreement.Percent(grants())
	fmt.Printf("%.2f (%.2f to %.2f)\n", c.Value, c.Low, c.High)
	// Output: 0.70 (0.56 to 0.81)
}

func ExampleCohen() {
	c := agreement.Cohen(grants())
	fmt.Printf("%.2f (%.2f to %.2f)\n", c.Value, c.Low, c.High)
	// Output: 0.40 (0.15 to 0.65)
}

func ExampleFleiss() {
	c := agreement.Fleiss(grants())
	fmt.Printf("%.4f\n", c.Value)
	// Output: 0.3939
}

// A theme that is rare: the coders agree on 118 of 125 reviews, and kappa is
// below 0.
func ExampleAC1() {
	r := agreement.Ratings{Categories: 2}
	for _, cell := range []struct{ first, second, n int }{{0, 0, 118}, {0, 1, 5}, {1, 0, 2}} {
		for range cell.n {
			r.Values = append(r.Values, []int{cell.first, cell.second})
		}
	}
	fmt.Printf("kappa %.4f, AC1 %.4f\n", agreement.Cohen(r).Value, agreement.AC1(r).Value)
	// Output: kappa -0.0234, AC1 0.9408
}

// Ten units and two coders: Do is 4 of 10, De 84 of 190.
func ExampleAlpha() {
	first, second := []int{0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, []int{1, 1, 1, 0, 0, 1, 0, 0, 0, 0}
	r := agreement.Ratings{Categories: 2}
	for u := range first {
		r.Values = append(r.Values, []int{first[u], second[u]})
	}
	fmt.Printf("%.4f\n", agreement.Alpha(r).Value)
	// Output: 0.0952
}

func ExampleBrennanPrediger() {
	fmt.Printf("%.2f\n", agreement.BrennanPrediger(grants()).Value) // (0.7 - 0.5) / 0.5
	// Output: 0.40
}

func ExamplePositive() {
	fmt.Printf("%.4f\n", agreement.Positive(grants()).Value) // 40 of 55
	// Output: 0.7273
}
