package analysis

import (
	_ "embed"
	"strings"
	"sync"

	"thematic/corpus"
)

// The lists by which names of people are told from those of institutions, documents,
// places and times: lower-case words, in the singular, and titles as they are written.
var (
	//go:embed words/openers.txt
	openersText string
	//go:embed words/public.txt
	publicText string
	//go:embed words/given.txt
	givenText string
	//go:embed words/titles.txt
	titlesText string

	openers     = wordList(openersText)
	publicWords = wordList(publicText)
	givenNames  = wordList(givenText)
	titles      = strings.Fields(titlesText)
)

// The lists by which quotations are chosen: in the first two a line is a regular
// expression, in either case, that ends where a word does; in the third it is a phrase
// in lower case.
var (
	//go:embed words/leaning.txt
	leaningText string
	//go:embed words/conceding.txt
	concedingText string
	//go:embed words/pointing.txt
	pointingText string

	// leaning begins a sentence whose subject stands before it.
	leaning = wording(`^["'‘“]?`, leaningText)
	// conceding joins to a finding what stands against it: such a sentence illustrates
	// two things at once.
	conceding = wording("", concedingText)
	// pointers are words whose sense stands elsewhere, each with the words that must
	// follow it: "" for none.
	pointers = phraseList(pointingText)
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

// phraseList returns what follows the first word of each line of a text, by that word,
// when it is first asked for.
func phraseList(text string) func() map[string][]string {
	return sync.OnceValue(func() map[string][]string {
		phrases := map[string][]string{}
		for line := range strings.Lines(text) {
			word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
			phrases[word] = append(phrases[word], rest)
		}
		return phrases
	})
}

// wording returns an expression for any of the lines of a text behind what goes before,
// up to the end of a word.
func wording(before, text string) func() *corpus.Expression {
	return corpus.Lazily(`(?i)` + before + `(?:` + strings.ReplaceAll(strings.TrimSpace(text), "\n", "|") + `)\b`)
}
