package charts

import (
	"fmt"
)

// ranked is a theme and the reviews it is found in.
type ranked struct {
	label string
	count int
}

// rankWords are the words in which a ranking is spoken of.
type rankWords struct{ before, noun, none, found string }

var (
	practiceWords     = rankWords{"", "theme", "Practice was found lacking on no theme", "practice found lacking"}
	circumstanceWords = rankWords{"Apart from practice, ", "circumstance", "No circumstance was found", "stated"}
)

// title states what a ranking of themes shows; they come most frequent first.
func (w rankWords) title(all []ranked, n int) string {
	switch {
	case n == 0:
		return "No reviews to count"
	case len(all) == 0:
		return fmt.Sprintf("No %ss to count in %s", w.noun, reviews(n))
	case all[0].count == 0:
		return w.none + " in " + anyOf(n)
	}
	tied := 1
	for tied < len(all) && all[tied].count == all[0].count {
		tied++
	}
	who, each := quoted(all[0].label), ""
	switch {
	case tied == 2:
		who, each = who+" and "+quoted(all[1].label), " each"
	case tied > 2 && n == 1:
		who = fmt.Sprintf("%d of %s", tied, plural(len(all), w.noun))
	case tied > 2:
		who, each = fmt.Sprintf("%d %ss lead", tied, w.noun), " each"
	}
	if n == 1 { // nothing leads and no share says anything
		return fmt.Sprintf("%s%s: %s in the one review", w.before, who, w.found)
	}
	return fmt.Sprintf("%s%s: %s in %s%s", w.before, who, w.found, outOf(all[0].count, n), each)
}

// empty says why there is nothing to draw: "" where there is something.
func (w rankWords) empty(rows, n int) string {
	if n == 0 {
		return "There are no reviews, so nothing could be counted."
	}
	if rows == 0 {
		return fmt.Sprintf("No %ss were given.", w.noun)
	}
	return ""
}

// leftOut is the note about rows that do not fit.
func (w rankWords) leftOut(shown, all int) string {
	return fmt.Sprintf("The %d most frequent of %s are shown; the others do not fit in this size.", shown, plural(all, w.noun))
}

// leftOutOf is the same about rows of which counts has the numbers, the
// greatest first: it says how many of the others might as well be shown.
func (w rankWords) leftOutOf(counts []int) func(shown, all int) string {
	return func(shown, all int) string {
		return w.leftOut(shown, all) + alsoAs(counts, shown)
	}
}

// alsoAs says how many of the counts that are not shown, which come greatest
// first, are as great as the last shown: "" for none.
func alsoAs(counts []int, shown int) string {
	tied := 0
	for shown+tied < len(counts) && counts[shown+tied] == counts[shown-1] {
		tied++
	}
	switch tied {
	case 0:
		return ""
	case 1:
		return " One left out is as frequent as the last shown."
	}
	return fmt.Sprintf(" %d left out are as frequent as the last shown.", tied)
}

// last orders what has a property behind what has it not.
func last(has bool) int {
	if has {
		return 1
	}
	return 0
}

// labels are the names of a ranking.
func labels(themes []ranked) []string {
	list := make([]string, len(themes))
	for i, t := range themes {
		list[i] = t.label
	}
	return list
}

// counts are the numbers of a ranking.
func counts(themes []ranked) []int {
	list := make([]int, len(themes))
	for i, t := range themes {
		list[i] = t.count
	}
	return list
}
