package agreement

import (
	"hash/fnv"
	"io"
	"slices"
	"strings"
	"unicode"
)

// wordsOf returns the words of a quotation in lower case.
func wordsOf(quote string) []string {
	return strings.FieldsFunc(strings.ToLower(quote), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// sameWords reports whether two quotations are of one passage: they have a run
// of words in common that is half of the shorter one, and not fewer than four
// words or all of it.
func sameWords(a, b []string) bool {
	shorter := min(len(a), len(b))
	return shorter > 0 && commonRun(a, b) >= max((shorter+1)/2, min(shortestRun, shorter))
}

// shortestRun is how many words in a row make two longer quotations one.
const shortestRun = 4

// commonRun returns the length of the longest run of words that both have.
func commonRun(a, b []string) int {
	longest := 0
	ends := make([]int, len(b)+1) // of runs that end at each word of b and the last of a
	for _, word := range a {
		for j := len(b); j > 0; j-- {
			if b[j-1] != word {
				ends[j] = 0
				continue
			}
			ends[j] = ends[j-1] + 1
			longest = max(longest, ends[j])
		}
	}
	return longest
}

// alike parts the quotations of one theme and review by passage.
type alike struct {
	passages []quoted
	byRun    map[uint64][]int // passages by each run of words of the shortest length
	short    []int            // passages with a quotation too short for such a run
}

// quoted is a passage with the words of each of its quotations.
type quoted struct {
	words [][]string
	place int
}

// place takes in a quotation and returns the place of its passage, of several
// the first; next where it is of none so far.
func (a *alike) place(words []string, next int) int {
	runs := runsOf(words)
	at := len(a.passages)
	for _, i := range a.candidates(runs) {
		if slices.ContainsFunc(a.passages[i].words, func(w []string) bool { return sameWords(w, words) }) {
			at = i
			break
		}
	}
	if at == len(a.passages) {
		a.passages = append(a.passages, quoted{place: next})
	}
	passage := &a.passages[at]
	passage.words = append(passage.words, words)
	if len(runs) == 0 {
		a.short = append(a.short, at)
	}
	for _, run := range runs {
		a.byRun[run] = append(a.byRun[run], at)
	}
	return passage.place
}

// candidates returns, in order, the passages that may be that of a quotation
// with such runs: two quotations that are long enough have one in common where
// they are of one passage.
func (a *alike) candidates(runs []uint64) []int {
	var list []int
	if len(runs) == 0 {
		for i := range a.passages {
			list = append(list, i)
		}
		return list
	}
	for _, run := range runs {
		list = append(list, a.byRun[run]...)
	}
	return sorted(append(list, a.short...))
}

// runsOf returns a number for each run of words of the shortest length that
// makes two quotations one. Different runs may, rarely, have the same.
func runsOf(words []string) []uint64 {
	var runs []uint64
	for i := 0; i+shortestRun <= len(words); i++ {
		h := fnv.New64a()
		for _, word := range words[i : i+shortestRun] {
			io.WriteString(h, word+" ")
		}
		runs = append(runs, h.Sum64())
	}
	return runs
}
