package charts

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"
)

const ellipsisMark = "…"

// clean makes one line of printable text: white space is folded, control
// characters and broken encoding are left out.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError, unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// names cleans the names of things in a chart and refuses empty ones.
func names(chart, thing string, raw []string) ([]string, error) {
	out := make([]string, len(raw))
	for i, name := range raw {
		if out[i] = clean(name); out[i] == "" {
			return nil, fmt.Errorf("charts: %s: %s %d has no name", chart, thing, i+1)
		}
	}
	return out, nil
}

// wrap breaks text into at most limit lines no wider than width. What does not
// fit is cut and marked with an ellipsis; whole says whether nothing was cut.
func wrap(f face, text string, width vg.Length, limit int) (lines []string, whole bool) {
	words := unbroken(f, text, width)
	for len(words) > 0 && len(lines) < limit {
		var taken string
		taken, words = fillLine(f, words, width)
		lines = append(lines, taken)
	}
	if len(words) == 0 || limit < 1 {
		return lines, len(words) == 0
	}
	last := len(lines) - 1
	lines[last] = shorten(f, lines[last]+" "+strings.Join(words, " "), width)
	return lines, false
}

// unbroken parts text where a line may end: not within a count with its base, the word
// that says of what and a percentage behind it, nor beside "=", where these fit into one.
func unbroken(f face, text string, width vg.Length) (parts []string) {
	before := ""
	for _, word := range strings.Fields(text) {
		if last := len(parts) - 1; belong(before, word) && f.width(parts[last]+" "+word) <= width {
			parts[last] += " " + word
		} else {
			parts = append(parts, word)
		}
		before = word
	}
	return parts
}

// belong reports whether two words, one behind the other, are read as one: "3 of",
// "of 27", "27 reviews", "reviews (11%)", "n =", "= 27".
func belong(before, word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case before == "":
		return false
	case before == "=", word == "=", strings.HasPrefix(word, "(") && strings.Contains(word, "%)"):
		return true
	case before == "of":
		return unicode.IsDigit(first)
	}
	_, err := strconv.Atoi(before)
	return err == nil && unicode.IsLetter(first)
}

// balance wraps as wrap does and then evens out the lengths of the lines,
// without breaking a word for it.
func balance(f face, text string, width vg.Length, limit int) (lines []string, whole bool) {
	lines, whole = wrap(f, text, width, limit)
	if !whole || len(lines) < 2 {
		return lines, whole
	}
	narrow, wide := width/2, width
	for _, word := range unbroken(f, text, width) {
		narrow = max(narrow, min(width, f.width(word)))
	}
	for range 8 {
		mid := (narrow + wide) / 2
		if tried, ok := wrap(f, text, mid, len(lines)); ok {
			lines, wide = tried, mid
		} else {
			narrow = mid
		}
	}
	return lines, true
}

// fillLine takes as many words as fit; a word wider than the line is split.
func fillLine(f face, words []string, width vg.Length) (taken string, rest []string) {
	line := f.further(measured{}, words[0])
	if f.length(line) > width {
		cut := longestPrefix(f, words[0], "", width)
		rest = append([]string{words[0][cut:]}, words[1:]...)
		return words[0][:cut], rest
	}
	n := 1
	for ; n < len(words); n++ {
		line = f.further(f.further(line, " "), words[n])
		if f.length(line) > width {
			break
		}
	}
	return strings.Join(words[:n], " "), words[n:]
}

// shorten cuts text to width and marks the cut.
func shorten(f face, text string, width vg.Length) string {
	if f.width(text) <= width {
		return text
	}
	cut := longestPrefix(f, text, ellipsisMark, width)
	return strings.TrimRight(text[:cut], " ,;:(-–") + ellipsisMark
}

// longestPrefix is the length in bytes of the longest prefix of text that fits
// in width with suffix behind it; at least one character.
func longestPrefix(f face, text, suffix string, width vg.Length) int {
	var ends []int // of the characters
	for i, r := range text {
		ends = append(ends, i+utf8.RuneLen(r))
	}
	wide := sort.Search(len(ends), func(i int) bool { return f.width(text[:ends[i]]+suffix) > width })
	return ends[max(0, wide-1)]
}
