package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// Instead says what to write for a name that is none of names, to be put behind the
// words that say so: which were probably meant, or else all there are. It takes
// what [Near] does.
func Instead[S ~string](said string, names []S, also ...[]string) string {
	return InsteadOf(Near(said, names, also...), names)
}

// InsteadOf says the same where it is known which were probably meant.
func InsteadOf[S ~string](meant, names []S) string {
	if len(meant) > 0 {
		return ": did you mean " + join(meant, " or ") + "?"
	}
	return ": choose from " + join(names, ", ")
}

func join[S ~string](names []S, separator string) string {
	var all []string
	for _, name := range names {
		all = append(all, string(name))
	}
	return strings.Join(all, separator)
}

// Near lists which of names a person may have meant by what was said, in their
// order. Each list of also has other words for the names, in the same order. Meant
// are those that are the same but for capitals, spaces and marks; else those that
// share most words with it, two at least; else those that hold it, are held by it
// or differ from it in one or two letters.
func Near[S ~string](said string, names []S, also ...[]string) []S {
	var near []S
	best := 1
	for i, name := range names {
		likeness := alike(said, string(name))
		for _, other := range also {
			likeness = max(likeness, alike(said, other[i]))
		}
		if likeness > best {
			near, best = nil, likeness
		}
		if likeness == best {
			near = append(near, name)
		}
	}
	return near
}

const (
	// fewestHeld is how many letters a name has for another that holds it to be like it.
	fewestHeld = 4
	// mostSlips is how many letters of a name may be wrong, missing or too many for
	// it still to be like another.
	mostSlips = 2
)

// alike is how much two names are alike: 0 for not at all, 1 where one holds the other
// or they differ in a few letters, the number of words they share where that is
// greater, and more than any of these where they are the same.
func alike(a, b string) int {
	x, y := nameKey(a), nameKey(b)
	switch words := sharedWords(a, b); {
	case x == "" || y == "":
		return 0
	case x == y:
		return len(x) + 1
	case words > 1:
		return words
	case holds(x, y) || holds(y, x) || slips(x, y) <= min(mostSlips, len(x)/2):
		return 1
	}
	return 0
}

// nameKey is the same for all spellings of a name: its letters and digits.
func nameKey(name string) string { return letters(strings.ReplaceAll(name, "&", " and ")) }

func holds(name, part string) bool { return len(part) >= fewestHeld && strings.Contains(name, part) }

// sharedWords is how many different words of more than three letters two names share.
func sharedWords(a, b string) int {
	words := longWords(b)
	return len(slices.DeleteFunc(longWords(a), func(w string) bool { return !slices.Contains(words, w) }))
}

// longWords are the different words of a text that have more than three letters.
func longWords(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	slices.Sort(words)
	return slices.DeleteFunc(slices.Compact(words), func(w string) bool { return len(w) <= 3 })
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
