package model

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTablesAddWhatTheirWeightsSay adds random rows of two tables, apart and side by
// side, and the same weights one by one.
func TestTablesAddWhatTheirWeightsSay(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, outputs := range [][2]int{{1, 1}, {5, 33}, {8, 16}, {5, maxThemes}} {
		const features = 40
		var weights [2][]int8
		var apart, beside [2]table
		for i, n := range outputs {
			for range features * n {
				weights[i] = append(weights[i], int8(r.IntN(256)-128))
			}
			ones := slices.Repeat([]float32{1}, n)
			apart[i], beside[i] = newTable(weights[i], ones, make([]float32, n)), newTable(weights[i], ones, make([]float32, n))
		}
		interleave(&beside[0], &beside[1])
		var values []value
		for range 700 { // more than are added at once
			values = append(values, value{int32(r.IntN(features)), 2})
		}
		values = append(values, value{3, 0.5})
		for i, n := range outputs {
			want := make([]float32, n)
			for _, v := range values {
				for k := range want {
					want[k] += v.weight * float32(weights[i][int(v.id)*n+k])
				}
			}
			for _, tab := range []*table{&apart[i], &beside[i]} {
				sums := tab.sums()
				tab.start(sums)
				tab.add(sums, values)
				if tab.finish(sums); !slices.Equal(sums, want) {
					t.Errorf("%d outputs beside %d: got %v, want %v", n, outputs[1-i], sums, want)
				}
				if tab.features() != features {
					t.Errorf("%d features, want %d", tab.features(), features)
				}
			}
		}
	}
}
