package briefing

import (
	"fmt"

	"thematic/corpus"
)

// isNoReview reports whether a document of kind k is known to be none of the reviews
// that look at one case.
func isNoReview(k corpus.Kind) bool { return k != "" && !k.OfOneCase() }

// ofAnArea reports whether a document of kind k is about something else than one
// case, as far as is known: a coroner’s report is about one death.
func ofAnArea(k corpus.Kind) bool { return isNoReview(k) && k != corpus.KindCoroner }

// noReview reports whether documents are counted, and none is a review of a case.
func (w *writer) noReview() bool { return w.reviews() > 0 && w.countOf(isNoReview) == w.reviews() }

// documents is what is counted, by its kinds: “case reviews and inspection reports”.
func (w *writer) documents() string {
	var kinds []string
	if !w.noReview() {
		kinds = append(kinds, "case reviews")
	}
	for _, k := range corpus.Kinds {
		if isNoReview(k) && w.countOf(func(other corpus.Kind) bool { return other == k }) > 0 {
			_, more := kindName(k)
			kinds = append(kinds, more)
		}
	}
	return corpus.All(kinds)
}

// purpose says what reviews are for, and what comes of reading many; and what is
// counted as a review without being one.
func (w *writer) purpose() string {
	recur := ""
	if w.reviews() != 1 {
		recur = " Read side by side, reviews show which weaknesses in practice recur."
	}
	others := corpus.All(kindsOf(w.result.Matrix.Cases, isNoReview))
	if w.noReview() {
		return fmt.Sprintf("This briefing counts %s, and no case review. Where it says “review”, it means such a document.%s", others, recur)
	}
	text := "When " + w.subject().one + " has died or been seriously harmed, and abuse or neglect is known or suspected, a review looks at how " +
		"agencies worked together, so that they can learn from it. Each review is about one case"
	if others != "" {
		text += "; but counted among them, and called reviews here, are documents that are no such reviews: " + others
	}
	return text + "." + recur
}

// about is what a passage must be about to count.
func (w *writer) about() string {
	switch n := w.countOf(ofAnArea); n {
	case 0:
		return "this case"
	case w.reviews():
		return "the practice that was looked at"
	}
	return "this case, or the practice that was looked at"
}

// where is where what the one review counted shows has happened.
func (w *writer) where() string {
	if w.countOf(ofAnArea) > 0 {
		return "one place"
	}
	return "one case"
}

// standsFor says for what the documents counted do not stand.
func (w *writer) standsFor() []string {
	inspections := w.countOf(func(k corpus.Kind) bool { return k == corpus.KindInspection })
	var items []string
	if inspections < w.reviews() {
		items = append(items, "Reviews are about the gravest cases. They do not show how services work for most "+w.subject().everyone+".")
	}
	if inspections > 0 {
		items = append(items, "Inspection reports are about the services of an area as inspectors found them at one time. They do not show what happened in any one case.")
	}
	return items
}
