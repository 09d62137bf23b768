package charts

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// percent is k of n in whole per cent; few is never 0% and nearly all is never
// 100%. Of nothing there is no percentage.
func percent(k, n int) string {
	switch {
	case n == 0:
		return "n/a"
	case k > 0 && 200*k < n:
		return "<1%"
	case k < n && 200*(n-k) <= n:
		return ">99%"
	}
	return fmt.Sprintf("%d%%", (200*k+n)/(2*n))
}

// reviews is a number of reviews in words: "1 review", "27 reviews".
func reviews(n int) string { return plural(n, "review") }

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// bracketed is the percentage behind a count, " (41%)". Of a single review it says
// nothing that the count does not, and of none there is no percentage: then nothing.
func bracketed(k, n int) string {
	if n < 2 {
		return ""
	}
	return " (" + percent(k, n) + ")"
}

// outOf is a count with its base and percentage: "11 of 27 reviews (41%)".
func outOf(k, n int) string { return fmt.Sprintf("%d of %s%s", k, reviews(n), bracketed(k, n)) }

// anyOf names all reviews after a negation: "any of the 27 reviews".
func anyOf(n int) string {
	if n == 1 {
		return "the one review"
	}
	return fmt.Sprintf("any of the %s", reviews(n))
}

// noneOf names all reviews at the head of a denial: "no review of 27".
func noneOf(n int) string {
	if n == 2 {
		return "neither of the 2 reviews"
	}
	return fmt.Sprintf("no review of %d", n)
}

// sourceLine joins where the numbers come from, n, and remarks into sentences.
func sourceLine(source string, n int, remarks ...string) string {
	return sourced(source, append([]string{fmt.Sprintf("n = %s.", reviews(n))}, remarks...)...)
}

// sourced puts where the numbers come from before sentences.
func sourced(source string, sentences ...string) string {
	parts := []string{}
	if source = strings.TrimRight(clean(source), "."); source != "" {
		parts = append(parts, "Source: "+source+".")
	}
	for _, s := range sentences {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

// capital begins a sentence.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// list joins words as in "a, b and c".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// listed is a sentence that lists items behind what they are, "" where there are none.
func listed(what string, items []string) string {
	if len(items) == 0 {
		return ""
	}
	return what + strings.Join(items, "; ") + "."
}

// quoted puts a label between quotation marks.
func quoted(label string) string { return "“" + label + "”" }
