package analysis

import (
	_ "embed"
	"strings"
	"sync"
)

// The lists by which names of people are told from those of institutions, documents,
// places and times: lower-case words, in the singular.
var (
	//go:embed words/openers.txt
	openersText string
	//go:embed words/public.txt
	publicText string
	//go:embed words/given.txt
	givenText string

	openers     = wordList(openersText)
	publicWords = wordList(publicText)
	givenNames  = wordList(givenText)
)

// wordList returns the words of a text when they are first asked for.
func wordList(text string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		words := map[string]bool{}
		for word := range strings.FieldsSeq(text) {
			words[word] = true
		}
		return words
	})
}
