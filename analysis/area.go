package analysis

import (
	"strings"

	"thematic/corpus"
)

// SameArea reports whether two names are of one area: they differ in nothing but
// capitals, white space, hyphens and other marks, and "&" for "and".
func SameArea(a, b string) bool { return a == b || areaKey(a) == areaKey(b) }

// areaKey is the same for all spellings of an area: its letters and digits, or
// all of it where it has none.
func areaKey(name string) string {
	if key := letters(strings.ReplaceAll(name, "&", " and ")); key != "" {
		return key
	}
	return name
}

// spellAreas writes each area in every case as most of the cases write it, and
// where as many write it in two ways, in that which comes first: with capitals.
func spellAreas(cases []corpus.Case) {
	times, spelling := map[string]int{}, map[string]string{}
	for _, c := range cases {
		times[c.Area]++
	}
	for _, c := range cases {
		key := areaKey(c.Area)
		if best, met := spelling[key]; !met || times[c.Area] > times[best] || times[c.Area] == times[best] && c.Area < best {
			spelling[key] = c.Area
		}
	}
	for i := range cases {
		cases[i].Area = spelling[areaKey(cases[i].Area)]
	}
}
