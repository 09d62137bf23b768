package analysis

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestAssociation has the worked case 12, 8, 5, 25.
func TestAssociation(t *testing.T) {
	c := Cooccurrence{Both: 12, OnlyA: 8, OnlyB: 5, Neither: 25}
	phi, _ := c.phi()
	odds, _ := c.oddsRatio()
	if Decimal(phi, true, 4).String() != "0.4481" || odds != 7.5 {
		t.Errorf("got phi %v, odds ratio %v, want 0.4481 and 7.5", phi, odds)
	}
	if square := phi * phi * 50; math.Abs(square-10.0416) > .5e-4 {
		t.Errorf("phi² times n: got %v, want the χ² 10.0416", square)
	}
}

// TestAssociationOfLargeTable has the trial of aspirin against heart attacks (A.
// Agresti, An Introduction to Categorical Data Analysis, 2nd edition, 2007, table 2.3),
// with the values that scipy 1.12 and statsmodels 0.15 give.
func TestAssociationOfLargeTable(t *testing.T) {
	c := Cooccurrence{Both: 189, OnlyA: 10845, OnlyB: 104, Neither: 10933}
	for _, v := range []struct {
		name string
		of   func() (float64, bool)
		want float64
	}{
		{"phi", c.phi, 0.0336650730}, {"odds ratio", c.oddsRatio, 1.8320539419}, {"Jaccard", c.jaccard, 0.0169689352},
		{"expected", c.expected, 146.4800869920}, {"lift", c.lift, 1.2902777700},
	} {
		if got, ok := v.of(); !ok || math.Abs(got-v.want) > .5e-9 {
			t.Errorf("%s: got %.10f, %v, want %.10f", v.name, got, ok, v.want)
		}
	}
}

func TestAssociationUndefined(t *testing.T) {
	for _, c := range []struct {
		pair         Cooccurrence
		phi, odds, p bool // whether defined
		note         string
	}{
		{Cooccurrence{}, false, false, false, "in none"},
		{Cooccurrence{OnlyA: 5, Neither: 5}, false, false, false, "in none"},
		{Cooccurrence{Both: 5, OnlyB: 5}, false, false, false, "in all"},
		{Cooccurrence{Both: 1, OnlyA: 1, OnlyB: 1, Neither: 2}, true, true, false, "too few"},
		{Cooccurrence{Both: 9, OnlyA: 4, Neither: 9}, true, false, true, "no odds ratio"},
		{Cooccurrence{OnlyA: 9, OnlyB: 9}, true, true, true, ""},
	} {
		pair := c.pair
		pair.P = pair.test()
		_, phi := pair.phi()
		_, odds := pair.oddsRatio()
		if phi != c.phi || odds != c.odds || pair.P.Defined != c.p {
			t.Errorf("%+v: phi, odds ratio and p are defined: %v, %v, %v, want %v, %v, %v", c.pair, phi, odds, pair.P.Defined, c.phi, c.odds, c.p)
		}
		if got := pair.note(); got == "" != (c.note == "") || !strings.Contains(got, c.note) {
			t.Errorf("%+v: got the note %q, want %q", c.pair, got, c.note)
		}
	}
}

func TestPairsIdentities(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 20))
	for range 200 {
		m := randomMatrix(random, random.IntN(60), random.IntN(8))
		for _, c := range m.cooccurrences() {
			mirror := Cooccurrence{Both: c.Both, OnlyA: c.OnlyB, OnlyB: c.OnlyA, Neither: c.Neither}
			lift, _ := c.lift()
			phi, _ := c.phi()
			odds, _ := c.oddsRatio()
			mirrorLift, _ := mirror.lift()
			mirrorPhi, _ := mirror.phi()
			mirrorOdds, _ := mirror.oddsRatio()
			if lift != mirrorLift || phi != mirrorPhi || odds != mirrorOdds || math.Abs(mirror.test().Value-c.P.Value) > 1e-12 {
				t.Fatalf("%+v is not symmetric", c)
			}
			if c.Of() != len(m.Cases) || phi < -1-1e-12 || phi > 1+1e-12 || c.P.Value > c.Q.Value || c.Q.Value > 1 {
				t.Fatalf("of %d reviews: %+v, phi %v", len(m.Cases), c, phi)
			}
			if c.P.Defined && phi*(lift-1) < 0 {
				t.Fatalf("%+v: phi %v and lift %v point to different sides", c, phi, lift)
			}
		}
	}
}
