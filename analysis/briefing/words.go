package briefing

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/analysis"
	"thematic/corpus"
)

// plural chooses the form of a word that goes with n.
func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// capital begins a sentence.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// small is a number as a sentence has it: in words up to ten.
func small(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < 0 || n >= len(words) {
		return corpus.Digits(n)
	}
	return words[n]
}

// share is an estimate in the middle of a sentence: "85% of the reviews (23 of
// 27; 95% interval 68 to 94%)". Of a single review there is no percentage.
func share(e analysis.Estimate) string {
	if e.Of == 1 {
		return "the one review"
	}
	return fmt.Sprintf("%s of the reviews (%s of %s; 95%% interval %s)", e.Whole(), corpus.Digits(e.Count), corpus.Digits(e.Of), e.Interval(" to "))
}

// noBreak is a space at which no line ends.
const noBreak = "\u00a0"

// shareWords are a count with its base and percentage: "11 of 27 reviews (41%)".
var shareWords = regexp.MustCompile(`(\d+) of (\d+) (\pL+) (\([<>]?\d+%\))`)

// countsWhole is the title of a figure, in which no line ends within a count with its base
// and percentage.
func countsWhole(title string) string {
	return shareWords.ReplaceAllString(title, strings.ReplaceAll("$1 of $2 $3 $4", " ", noBreak))
}

// kindName is what a kind of document is called, in the singular and plural.
func kindName(k corpus.Kind) (one, more string) {
	switch k {
	case corpus.KindReview:
		return "full report", "full reports"
	case corpus.KindSummary:
		return "executive summary", "executive summaries"
	case corpus.KindInspection:
		return "inspection report", "inspection reports"
	case corpus.KindCoroner:
		return "coroner’s report", "coroners’ reports"
	case corpus.KindOther, "":
		return "document of another kind", "documents of other kinds"
	}
	name := strings.ReplaceAll(string(k), "_", " ")
	return name, name + "s"
}
