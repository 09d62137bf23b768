package analysis

import (
	"slices"
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

// mostSlips is how many letters of a name may be wrong, missing or too many for
// it still to be near another.
const mostSlips = 2

// NearAreas lists in order the areas of cases that a person may have meant by
// name: one holds the other, or they differ in a few letters.
func NearAreas(name string, cases []corpus.Case) []string {
	var near []string
	said := areaKey(name)
	for _, c := range cases {
		key := areaKey(c.Area)
		if c.Area != "" && (strings.Contains(key, said) || strings.Contains(said, key) || slips(said, key) <= mostSlips) {
			near = append(near, c.Area)
		}
	}
	slices.Sort(near)
	return slices.Compact(near)
}

// slips is how many letters must be put in, left out or changed to make b of a, the
// Levenshtein distance: each row of its table is made of the one before.
func slips(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range from {
		aslant := row[0]
		row[0] = i + 1
		for j := range to {
			cost := aslant
			if from[i] != to[j] {
				cost++
			}
			aslant = row[j+1]
			row[j+1] = min(cost, aslant+1, row[j]+1)
		}
	}
	return row[len(to)]
}
