package analysis

import (
	"slices"
	"strings"

	"thematic/corpus"
)

// SameArea reports whether two names are of one area: they differ in nothing but
// capitals, white space, hyphens and other marks, and "&" for "and".
func SameArea(a, b string) bool { return a == b || areaKey(a) == areaKey(b) }

// UnknownAreas is how reviews whose area is not known are spoken of among those of areas:
// "an unknown area (1)".
func UnknownAreas(reviews int) string {
	if reviews == 1 {
		return "an unknown area (1)"
	}
	return "unknown areas (" + corpus.Digits(reviews) + ")"
}

// areaKey is the same for all spellings of an area: its letters and digits, or
// all of it where it has none.
func areaKey(name string) string {
	if key := letters(strings.ReplaceAll(name, "&", " and ")); key != "" {
		return key
	}
	return name
}

// spellAlike writes the area of each case, and what it says in each column that a
// person added, as most of the cases write it, and where as many write it in two
// ways, in that which comes first: with capitals.
func spellAlike(cases []corpus.Case) {
	areas := commonSpelling(cases, areaKey, func(c corpus.Case) string { return c.Area })
	added := map[string]func(string) string{}
	for _, name := range corpus.AddedColumns(cases) {
		added[name] = commonSpelling(cases, wordKey, func(c corpus.Case) string { return c.Added(name) })
	}
	for i := range cases {
		c := &cases[i]
		c.Area, c.Columns = areas(c.Area), slices.Clone(c.Columns)
		for j := range c.Columns {
			c.Columns[j].Value = added[c.Columns[j].Name](c.Columns[j].Value)
		}
	}
}

// wordKey is the same for words that differ in nothing but capitals and white space.
func wordKey(words string) string { return strings.ToLower(strings.Join(strings.Fields(words), " ")) }

// commonSpelling returns what gives a value the commonest spelling that the cases
// have of its key.
func commonSpelling(cases []corpus.Case, key func(string) string, value func(corpus.Case) string) func(string) string {
	times, spelling := map[string]int{}, map[string]string{}
	for _, c := range cases {
		times[value(c)]++
	}
	for v, n := range times {
		k := key(v)
		if best, met := spelling[k]; !met || n > times[best] || n == times[best] && v < best {
			spelling[k] = v
		}
	}
	return func(v string) string { return spelling[key(v)] }
}
