package corpus

import "fmt"

// The sentences for [Builder.Warn] that readers of several formats say.

// DeletedWords is the warning that so many words were left out because a tracked change
// deleted them.
func DeletedWords(n int) string {
	return fmt.Sprintf("words that a tracked change deleted were left out: %d", n)
}

// CoveredWords is the warning that so many words were left out because a black box
// hides them.
func CoveredWords(n int) string {
	return fmt.Sprintf("words that a black box hides were left out, and the file still holds them: %d", n)
}

// MarkedWords is the warning that so many words were left out because somebody marked
// them for removal, which was not carried out.
func MarkedWords(n int) string {
	return fmt.Sprintf("words that are marked for removal and were not removed were left out, and the file still holds them: %d", n)
}

// HiddenWords is the warning that so many words were left out because the file has them
// hidden, so that they are neither shown nor printed.
func HiddenWords(n int) string {
	return fmt.Sprintf("words that are hidden were left out, and the file still holds them: %d", n)
}

// Comments is the warning that so many comments were not read.
func Comments(n int) string {
	return fmt.Sprintf("comments on the text, which are no part of it, were not read: %d", n)
}

// StruckWords is the warning that so many words were left out because they are struck
// through.
func StruckWords(n int) string {
	return fmt.Sprintf("words that are struck through were left out: %d", n)
}
