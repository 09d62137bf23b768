package analysis

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkStatistics is everything that is computed from the matrix, for 500
// reviews and 33 themes.
func BenchmarkStatistics(b *testing.B) {
	m := randomMatrix(rand.New(rand.NewPCG(1, 1)), 500, 33)
	for _, c := range []struct {
		name string
		run  func()
	}{
		{"pairs", func() { m.cooccurrences() }},
		{"comparisons", func() { m.comparisons() }},
		{"trends", func() { m.trends(yearScale) }},
		{"combinations", func() { m.combinations() }},
		{"order", func() { m.themeOrder() }},
		{"robustness", func() { m.robustness(newSoleKeys(500*33), newSoleKeys(500*33), 0) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.run()
			}
		})
	}
}
