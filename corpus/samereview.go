package corpus

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// sameReview says what two documents have in common that are about the same
// review: the child or the number of the case, and the board or, where one of them names
// none, another fact that tells cases apart. It returns "" where they have not.
func sameReview(a, b *Document) string {
	for _, name := range namingFacts {
		value, board := named(a, name), boardKey(a)
		if value == "" || value != named(b, name) {
			continue
		}
		if other := boardKey(b); board == "" || other == "" {
			if fact := sharedFact(a, b); fact != "" {
				return fmt.Sprintf("both name %s and the same %s, %s", a.Facts.Value(name), strings.ReplaceAll(string(fact), "_", " "), a.Facts.Value(fact))
			}
		} else if board == other {
			return fmt.Sprintf("both name %s and %s", a.Facts.Value(name), ofBoth(a, b))
		}
	}
	return ""
}

// tellingFacts are those of which one and the name of the child tell one review from
// another.
var tellingFacts = []FactName{FactHarmed, FactAuthors, FactFrom, FactTo, FactDecided, FactCompleted, FactPublished}

// sharedFact is the first of tellingFacts that two documents state alike, "" for none and
// where what they say of the case differs. A date is given to the month at the least, and
// an author, who may have written of a Child A for two boards, in the same year.
func sharedFact(a, b *Document) FactName {
	if differ(a, b, FactHarmed) || differ(a, b, FactFrom) || differ(a, b, FactTo) {
		return ""
	}
	for _, name := range tellingFacts {
		value := a.Facts.Value(name)
		if value == "" || value != b.Facts.Value(name) {
			continue
		}
		if name == FactAuthors && a.Facts.Value(FactYear) != b.Facts.Value(FactYear) {
			continue
		}
		if d, ok := parseDate(value); !ok || d.month > 0 {
			return name
		}
	}
	return ""
}

// differ reports whether two documents state two dates, neither of which is the other with
// the day or the month left out.
func differ(a, b *Document, name FactName) bool {
	x, y := a.Facts.Value(name), b.Facts.Value(name)
	return !strings.HasPrefix(x, y) && !strings.HasPrefix(y, x)
}

// ofBoth says which board two documents name, or else of which place they are.
func ofBoth(a, b *Document) string {
	board := a.Facts.Value(FactBoard)
	if letters(board) == letters(b.Facts.Value(FactBoard)) {
		return board
	}
	return "are of " + placeNamed(a)
}

// namingFacts are the facts either of which, with the board, names a review.
var namingFacts = []FactName{FactSubject, FactReference}

// named is the same for two documents of one review, as of "Children F and G" and
// "Child F and Child G"; "" for one that does not say which review it is of.
func named(d *Document, name FactName) string {
	value := strings.TrimPrefix(d.Facts.Value(name), "The ")
	if names := each(value); name == FactSubject && names != nil {
		slices.Sort(names)
		value = strings.Join(names, " and ")
	}
	value = letters(value)
	if !d.Kind.OfOneCase() || value == "" {
		return ""
	}
	return string(name) + " " + value
}

// boardKey is the same for all names of the board of a place, which is "Fenn LSCB" on one
// cover, "Fenn Safeguarding Children Board" on another, and not named on a third. That for
// adults is another board.
func boardKey(d *Document) string {
	board, place := d.Facts.Value(FactBoard), placeNamed(d)
	switch {
	case place == "":
		return letters(board)
	case hasAny(board, []string{"Adult", "SAB"}) && !hasAny(board, []string{"Child", "Young"}):
		return nameKey(place) + " adults"
	}
	return nameKey(place)
}

// placeNamed is the place in the name of the board, or else the area of the document.
func placeNamed(d *Document) string {
	return cmp.Or(placeOf(d.Facts.Value(FactBoard)), d.Facts.Value(FactArea))
}

// anyBoard is in place of the board in a key of a document that names one, and noBoard of
// one that names none.
const anyBoard, noBoard = "*", ""

// reviewKeys name the review of a document, one key for each of boards.
func reviewKeys(d *Document, boards ...string) []string {
	var keys []string
	for _, name := range namingFacts {
		if value := named(d, name); value != "" {
			for _, board := range boards {
				keys = append(keys, value+" of "+board)
			}
		}
	}
	return keys
}
