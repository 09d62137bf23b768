package themes

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Idle lists what could be taken out of the codebook without a change to what
// it finds: patterns whose every match holds a match of another pattern of the
// theme that does the same, or of one that cancels it, sets that nothing uses, and
// directions and distances of cues whose kind has none; and with these what else is
// worth a look, such as two themes of one label. Patterns of very many
// readings, or among very many of the same words, are not looked into, so that what
// is listed is idle and the list may be short.
func (c *Codebook) Idle() []Problem {
	out := Problems(slices.Clone(c.remarks))
	for i := range c.Themes {
		out = append(out, c.idlePatterns(&c.Themes[i])...)
	}
	for _, name := range slices.Sorted(maps.Keys(c.sets)) {
		if s := c.sets[name]; s.own && !s.used {
			out = append(out, Problem{c.file, s.line, s.col, fmt.Sprintf("nothing uses the set %q", name)})
		}
	}
	out.sort()
	return out
}

func (c *Codebook) idlePatterns(t *Theme) []Problem {
	x := newIndexer()
	var of []*Pattern // of the programs
	for i := range t.Patterns {
		if p := &t.Patterns[i]; p.expression == nil && p.parts == nil {
			x.add(p.root)
			of = append(of, p)
		}
	}
	cover := newCover(x.seal())
	var out []Problem
	for program, p := range of {
		for _, other := range cover.of(program) {
			if other == program {
				continue
			}
			if message := idleBeside(p, of[other], other < program || !slices.Contains(cover.of(other), program)); message != "" {
				out = append(out, Problem{c.file, p.Line, p.Column, message})
				break
			}
		}
	}
	return out
}

// idleBeside says why p, whose every match holds one of other, changes nothing;
// it is "" where it does. Of two that hold each other only the later is idle.
func idleBeside(p, other *Pattern, later bool) string {
	switch {
	case p.Kind == PatternUnless && other.Kind == PatternUnless && later, p.Kind == other.Kind && p.Strength == other.Strength && later,
		p.Kind == other.Kind && other.outranks(p.Strength):
		return fmt.Sprintf("pattern %q is idle: %q on line %d finds whatever it finds", p.Text, other.Text, other.Line)
	case p.Kind != PatternUnless && other.Kind == PatternUnless:
		return fmt.Sprintf("pattern %q is idle: the unless %q on line %d cancels whatever it finds", p.Text, other.Text, other.Line)
	}
	return ""
}

// cover finds out which patterns of an index match within every match of
// another. The rows of the finder are used again for each pattern, since all
// together they would grow with the square of the number of patterns.
type cover struct {
	index   *index
	finder  *finder
	rows    []int32           // of the finder, empty
	words   map[int32]standIn // by class, for the pattern that is looked at
	classes map[int32][]int32 // by class: those that hold whatever it matches
	known   map[*step][]int
}

// standIn is a word that stands for whatever a class matches.
type standIn struct {
	word
	classes []int32
}

func newCover(x *index) *cover {
	return &cover{index: x, finder: newFinder(x), words: map[int32]standIn{}, classes: map[int32][]int32{}, known: map[*step][]int{}}
}

// maxReadings bounds how many ways a pattern may be read before it is left
// alone, and maxHolders how many classes may hold a word of it, and how many
// patterns be filed under them, before the word is taken for one that nothing
// matches.
const (
	maxReadings = 400
	maxHolders  = 1000
)

// of returns the programs that match within whatever program matches, itself
// among them.
func (c *cover) of(program int) []int {
	root := c.index.programs[program].root
	common, known := c.known[root]
	if !known {
		common = c.common(c.readings(root))
		c.known[root] = common
		c.forget()
	}
	return common
}

// common returns the programs that match in each of the readings.
func (c *cover) common(readings [][]word) []int {
	var common []int
	for i, reading := range readings {
		var met []int
		c.finder.find(reading, func(m match) { met = append(met, m.program) })
		slices.Sort(met)
		met = slices.Compact(met)
		if i == 0 {
			common = met
			continue
		}
		common = slices.DeleteFunc(common, func(p int) bool { return !slices.Contains(met, p) })
	}
	return common
}

// readings lists every run of words that s matches, a gap as words that nothing
// matches; it is empty where there are too many.
func (c *cover) readings(s *step) [][]word {
	switch s.kind {
	case nodeWord:
		return [][]word{{c.wordOf(s.class)}}
	case nodeGap:
		out := [][]word{nil}
		for i := int8(0); i < s.gap; i++ {
			out = append(out, append(slices.Clone(out[i]), word{}))
		}
		return out
	case nodeOpt:
		if inner := c.readings(s.kids[0]); len(inner) > 0 {
			return append([][]word{nil}, inner...)
		}
		return nil
	case nodeAlt:
		var out [][]word
		for _, k := range s.kids {
			inner := c.readings(k)
			if out = append(out, inner...); len(inner) == 0 || len(out) > maxReadings {
				return nil
			}
		}
		return out
	}
	out := [][]word{nil}
	for _, k := range s.kids {
		inner := c.readings(k)
		if len(out)*len(inner) > maxReadings {
			return nil
		}
		var longer [][]word
		for _, head := range out {
			for _, tail := range inner {
				longer = append(longer, slices.Concat(head, tail))
			}
		}
		out = longer
	}
	return out
}

// wordOf returns a word that stands for any of the literals of a class: it is in
// those classes that hold whatever any of them matches.
func (c *cover) wordOf(class int32) word {
	if w, ok := c.words[class]; ok {
		return w.word
	}
	if len(c.rows) == 0 {
		c.rows = append(c.rows, c.finder.row())
	}
	row := c.rows[len(c.rows)-1]
	c.rows = c.rows[:len(c.rows)-1]
	classes := c.holding(class)
	w := standIn{c.finder.fill(row, classes), classes}
	c.words[class] = w
	return w.word
}

// forget empties the rows of the words that stand for the classes of a pattern.
func (c *cover) forget() {
	for _, w := range c.words {
		for _, class := range w.classes {
			c.finder.rows[w.row+class>>6] = 0
		}
		c.rows = append(c.rows, w.row)
	}
	clear(c.words)
	c.finder.slips = c.finder.slips[:0]
}

// holding returns the classes that hold whatever class matches, none where
// there are too many.
func (c *cover) holding(class int32) []int32 {
	if known, ok := c.classes[class]; ok {
		return known
	}
	x := c.index
	count := map[int32]int{}
	for _, l := range x.lits[class] {
		for _, other := range c.holders(l) {
			count[other]++
		}
	}
	maps.DeleteFunc(count, func(_ int32, n int) bool { return n < len(x.lits[class]) })
	classes, filed := slices.Sorted(maps.Keys(count)), int32(0)
	for _, other := range classes {
		filed += x.files[other].to - x.files[other].from
	}
	if filed > maxHolders {
		classes = nil
	}
	c.classes[class] = classes
	return classes
}

// holders lists the classes that hold whatever the literal matches, none where
// there are too many.
func (c *cover) holders(lit int) []int32 {
	x := c.index
	l := x.literals[lit]
	classes := slices.Clone(x.members[lit])
	for _, other := range x.stems(normalWord(l.text)) {
		if len(classes) > maxHolders {
			return nil
		}
		if other != lit && x.literals[other].holds(l) {
			classes = append(classes, x.members[other]...)
		}
	}
	slices.Sort(classes)
	return slices.Compact(classes)
}

// holds reports whether l matches every word that m matches.
func (l literal) holds(m literal) bool {
	switch {
	case l.form == m.form && l.text == m.text:
		return true
	case l.form == formPrefix && m.form == formPrefix:
		return strings.HasPrefix(m.text, l.text)
	case l.form == formLemma && m.form == formExact:
		first, second := lemmas(normalWord(m.text))
		return l.text == first || l.text == second
	case l.form == formPrefix && m.form == formExact:
		return strings.HasPrefix(normalWord(m.text), l.text)
	case l.form == formPrefix && m.form == formLemma:
		last := m.text[len(m.text)-1] // which an ending may change
		return strings.HasPrefix(m.text, l.text) && (len(l.text) < len(m.text) || last != 'e' && last != 'y') && !outside(l.text, m.text)
	}
	return false
}

// outside reports whether an irregular form of the word of key begins otherwise
// than with prefix.
func outside(prefix, key string) bool {
	for form, keys := range irregular {
		if (keys[0] == key || keys[1] == key) && !strings.HasPrefix(form, prefix) {
			return true
		}
	}
	return false
}
