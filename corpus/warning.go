package corpus

import "fmt"

// The sentences for [Builder.Warn] that readers of several formats say.

// leftOut is the warning that so many words were left out, and what is the matter with
// them.
func leftOut(what string, n int) string {
	return fmt.Sprintf("words that %s were left out: %d", what, n)
}

// leftOutAndHeld is [leftOut] of words that anybody can still find in the file, which
// its author may not know.
func leftOutAndHeld(what string, n int) string {
	return fmt.Sprintf("words that %s were left out, and the file still holds them: %d", what, n)
}

// DeletedWords is the warning that so many words were left out because a tracked change
// deleted them.
func DeletedWords(n int) string { return leftOut("a tracked change deleted", n) }

// StruckWords is the warning that so many words were left out because they are struck
// through.
func StruckWords(n int) string { return leftOut("are struck through", n) }

// CoveredWords is the warning that so many words were left out because a black box
// hides them.
func CoveredWords(n int) string { return leftOutAndHeld("a black box hides", n) }

// MarkedWords is the warning that so many words were left out because somebody marked
// them for removal, which was not carried out.
func MarkedWords(n int) string {
	return leftOutAndHeld("are marked for removal and were not removed", n)
}

// HiddenWords is the warning that so many words were left out because the file has them
// hidden, so that they are neither shown nor printed.
func HiddenWords(n int) string { return leftOutAndHeld("are hidden", n) }

// Comments is the warning that so many comments were not read.
func Comments(n int) string {
	return fmt.Sprintf("comments on the text, which are no part of it, were not read: %d", n)
}
