package model

import "testing"

// TestCalibrationOfThemes gives two themes the same looks, of which readers coded four
// of five at the one and one of five at the other.
func TestCalibrationOfThemes(t *testing.T) {
	m := &Model{Themes: []string{"often", "seldom"}}
	m.index()
	k := look{product: 0.5, rival: 0.1}
	var seen []outcome
	for i := range 1000 {
		for theme, coded := range []bool{i%5 != 0, i%5 == 0} {
			seen = append(seen, outcome{look: k, theme: theme, coded: coded, weight: 1})
		}
	}
	m.calibrate(seen)
	for theme, want := range []float64{0.8, 0.2} {
		if got := m.weigh(0, theme, k); got < want-0.03 || got > want+0.03 {
			t.Errorf("a look at %s is %.2f likely, and %.2f of them were coded", m.Themes[theme], got, want)
		}
	}
}
