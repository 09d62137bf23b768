package themes

import (
	"slices"
	"strings"
)

// An index holds many patterns, each filed under its rarest required words, so
// that a finder tries at a word of the text only those filed under it of which
// other words stand where they must. What is filed under a word is looked up
// once for each form that it is written in.
type index struct {
	programs []program
	code     code      // of the programs
	members  [][]int32 // literal -> classes that hold it
	lits     [][]int   // class -> its literals
	filed    []posting // all postings, those of one class after those of another
	files    []stretch // class -> its postings in filed

	literals   []literal
	lemmaLits  map[string]int
	prefixLits map[string]int
	exactLits  map[string]int
	globs      []glob
}

// program is one compiled pattern.
type program struct {
	root  *step
	ops   stretch
	first int32 // the class of the words a match can begin with
}

// posting files a program under its anchor, one of the words that every match
// holds, with words that must stand beside it, so that most patterns are given up
// at a glance.
type posting struct {
	program     int32
	beside      [2]probe
	least, most int8 // words before the anchor
	whole       int8 // words of a match that is sure where they stand, else 0
}

// probe is a class of which a word must stand in a window, counted in words from
// another one. It is none where its window is empty.
type probe struct {
	class     int32
	low, high int8
}

var nothingBeside = [2]probe{{low: 1}, {low: 1}}

func (p probe) width() int { return int(p.high) - int(p.low) + 1 }

type glob struct {
	text string
	lit  int
}

// match is where a pattern matched: words from start up to end.
type match struct {
	program    int
	start, end int
}

// classesOf returns the classes that hold one of lits, each once.
func (x *index) classesOf(lits []int) []int32 {
	var out []int32
	for _, id := range lits {
		out = append(out, x.members[id]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// literalsOf returns the literals that a form matches.
func (x *index) literalsOf(surface, norm string) []int {
	out := x.stems(norm)
	if id, ok := x.exactLits[surface]; ok {
		out = append(out, id)
	}
	for _, g := range x.globs {
		if globMatch(g.text, norm) {
			out = append(out, g.lit)
		}
	}
	return out
}

// longestPrefix is how many bytes of a word are looked up as a prefix.
const longestPrefix = 39

// stems returns the literals that are the lemma or a prefix of a word in lower
// case.
func (x *index) stems(norm string) []int {
	var out []int
	add := func(table map[string]int, key string) {
		if id, ok := table[key]; ok {
			out = append(out, id)
		}
	}
	first, second := lemmas(norm)
	add(x.lemmaLits, first)
	add(x.lemmaLits, second)
	for i := minPrefix; i <= min(len(norm), longestPrefix); i++ {
		add(x.prefixLits, norm[:i])
	}
	return out
}

// globMatch compares word with a pattern in which ? is any one letter and a
// final * any rest.
func globMatch(pattern, word string) bool {
	rest, open := strings.CutSuffix(pattern, "*")
	p, w := []rune(rest), []rune(word)
	if len(w) < len(p) || !open && len(w) > len(p) {
		return false
	}
	for i, r := range p {
		if r != '?' && r != w[i] {
			return false
		}
	}
	return true
}
