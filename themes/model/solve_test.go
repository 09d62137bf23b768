package model

import "testing"

// TestSolveTrustsRareFeatures: a rare feature that always goes with an output gets
// more weight by rarity than where every weight costs the same, and a common one
// less.
func TestSolveTrustsRareFeatures(t *testing.T) {
	solve := func(byRarity bool) table {
		p := problem{outputs: 1, features: 2, penalty: 1, byRarity: byRarity}
		for i := range 100 {
			values, targets := []value{}, []int{}
			if i%2 == 0 {
				values = append(values, value{0, 1})
			}
			if i < 4 {
				values = append(values, value{1, 1})
			}
			if i < 60 {
				targets = append(targets, 0)
			}
			p.add(1, targets, values)
		}
		weights, err := p.solve()
		if err != nil {
			t.Fatal(err)
		}
		return weights
	}
	same, rare := solve(false), solve(true)
	if got, least := rare.speaks(1, 0), same.speaks(1, 0); got <= least {
		t.Errorf("a rare feature has the weight %.3f by rarity and %.3f without: want more", got, least)
	}
}
