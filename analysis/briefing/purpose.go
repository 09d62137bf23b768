package briefing

import (
	"fmt"

	"thematic/corpus"
)

// number is how many of the reviews counted are of a kind that is asked for.
func (w *writer) number(asked func(corpus.Kind) bool) int {
	n := 0
	for _, c := range w.result.Matrix.Cases {
		if asked(c.Kind) {
			n++
		}
	}
	return n
}

// otherwise reports whether a document of kind k is about something else than one
// case, such as the services of an area.
func otherwise(k corpus.Kind) bool { return !k.OfOneCase() }

// noCase reports whether documents are counted, and none is a review of one case.
func (w *writer) noCase() bool { return w.reviews() > 0 && w.number(otherwise) == w.reviews() }

// purpose says what reviews are for, and what comes of reading many; and what is
// counted as a review without being one of one case.
func (w *writer) purpose() string {
	const recur = "Read side by side, reviews show which weaknesses in practice recur."
	others := list(w.kindsOf(otherwise))
	if w.noCase() {
		return fmt.Sprintf("This briefing counts %s, and no review of one case. Where it says “review”, it means such a document. %s", others, recur)
	}
	text := "When " + w.subject().one + " has died or been seriously harmed, and abuse or neglect is known or suspected, a review looks at how " +
		"agencies worked together, so that they can learn from it. Each review is about one case"
	if others != "" {
		text += "; but counted among them, and called reviews here, are documents that are not: " + others
	}
	return text + ". " + recur
}

// about is what a passage must be about to count.
func (w *writer) about() string {
	switch n := w.number(otherwise); n {
	case 0:
		return "this case"
	case w.reviews():
		return "the practice that was looked at"
	}
	return "this case, or the practice that was looked at"
}

// placed is where what one review shows has happened.
func (w *writer) placed() string {
	if w.noCase() {
		return "one place"
	}
	return "one case"
}

// reach says for what the documents counted do not stand.
func (w *writer) reach() []string {
	inspections := w.number(func(k corpus.Kind) bool { return k == corpus.KindInspection })
	var items []string
	if inspections < w.reviews() {
		items = append(items, "Reviews are about the gravest cases. They do not show how services work for most "+w.subject().everyone+".")
	}
	if inspections > 0 {
		items = append(items, "Inspection reports are about the services of an area as inspectors found them at one time. They do not show what happened in any one case.")
	}
	return items
}
