package corpus

import "testing"

func TestAreasHaveOneSpelling(t *testing.T) {
	for in, want := range map[string]string{
		"Richmond Upon Thames":                   "Richmond upon Thames",
		"Richmond upon Thames":                   "Richmond upon Thames",
		"London Borough of Richmond Upon Thames": "Richmond upon Thames",
		"Kingston Upon Hull":                     "Kingston upon Hull",
		"The Isle Of Wight":                      "Isle of Wight",
		"Stoke-On-Trent City":                    "Stoke-on-Trent",
		"Bath And North East Somerset":           "Bath and North East Somerset",
		"Onslow":                                 "Onslow",
		"East Ontario":                           "East Ontario",
		"Of":                                     "Of",
		"Marlmouth, City of":                     "Marlmouth",
		"Fenn and Ambry, Royal Borough of":       "Fenn and Ambry",
	} {
		if got := trimArea(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
