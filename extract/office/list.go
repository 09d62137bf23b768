package office

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// listLevel is how one level of a list is numbered.
type listLevel struct {
	format string // decimal, lowerLetter, bullet, none ...
	text   string // "%1.%2": the numbers of the levels above and its own
	start  int
	digits bool // the numbers of all levels are written in digits
	// within is how many of the levels above have it begin anew when they count: all of
	// them, or the highest ones, or none.
	within int
	style  string // whose paragraphs stand at this level
}

// counters are the numberings of a document by their id, and where the counting
// of each stands.
type counters struct {
	levels map[string][]listLevel
	counts map[string][]int
}

func newCounters() counters {
	return counters{levels: map[string][]listLevel{}, counts: map[string][]int{}}
}

// counting returns where a numbering of these levels stands, nil where it has none.
func (c *counters) counting(id string, levels []listLevel) []int {
	counts := c.counts[id]
	if counts == nil && levels != nil {
		counts = make([]int, levelsMost)
		for i := range counts {
			counts[i] = levels[i].start - 1
		}
		c.counts[id] = counts
	}
	return counts
}

// advance counts one more item at a level from 0, of which those below it begin
// anew. It returns the number as it is printed, or that the item has a bullet; ok is false for a numbering or level that is not known.
func (c *counters) advance(id string, levels []listLevel, level int) (label string, bullet, ok bool) {
	counts := c.counting(id, levels)
	if counts == nil || levels == nil || level >= levelsMost {
		return "", false, false
	}
	counts[level]++
	for i := level + 1; i < levelsMost; i++ {
		if level < levels[i].within {
			counts[i] = levels[i].start - 1
		}
	}
	label, bullet = labelOf(levels, counts, level)
	return label, bullet, true
}

// lists are the lists of a Word document.
type lists struct {
	counters
	abstract map[string]string      // list id -> id of its definition, with which it counts
	own      map[string][]listLevel // levels of lists that say themselves how they are numbered
	starts   map[string]map[int]int // list id -> level -> number at which its first item begins anew
	named    map[string]string      // style of lists -> id of the definition that it names
	links    map[string]string      // id of a definition -> the style of lists that stands for it
}

// levelsMost is the number of levels a list has in Word.
const levelsMost = 9

// readLists reads word/numbering.xml. Without the part, or after a fault in it,
// list items have no numbers.
func readLists(c *container) *lists {
	l := &lists{newCounters(), map[string]string{}, map[string][]listLevel{}, map[string]map[int]int{}, map[string]string{}, map[string]string{}}
	t := c.optional("word/numbering.xml")
	// The lists before a fault are kept.
	_ = t.walk(func(e xml.StartElement) (bool, error) {
		switch {
		case isWord(e, "abstractNum"):
			return true, l.readDefinition(t, attr(e, "abstractNumId"))
		case isWord(e, "num"):
			return true, l.readList(t, attr(e, "numId"))
		}
		return false, nil
	})
	return l
}

// readDefinition reads the current w:abstractNum.
func (l *lists) readDefinition(t *tokens, id string) error {
	levels := make([]listLevel, levelsMost)
	l.levels[id] = levels
	return t.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "styleLink":
			l.named[attr(e, "val")] = id
		case "numStyleLink":
			l.links[id] = attr(e, "val")
		case "lvl":
			if level := number(attr(e, "ilvl"), levelsMost); level < levelsMost {
				return readLevel(t, &levels[level], level)
			}
		}
		return t.skip()
	})
}

// readList reads the current w:num. Lists of one definition count on from each other,
// also those that say themselves how they are numbered.
func (l *lists) readList(t *tokens, id string) error {
	return t.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNumId":
			abstract := attr(e, "val")
			if linked, ok := l.named[l.links[abstract]]; ok {
				abstract = linked
			}
			l.abstract[id] = abstract
		case "lvlOverride":
			if l.own[id] == nil {
				l.own[id], l.starts[id] = make([]listLevel, levelsMost), map[int]int{}
				copy(l.own[id], l.levels[l.abstract[id]])
			}
			return l.readOverride(t, number(attr(e, "ilvl"), levelsMost), id)
		}
		return t.skip()
	})
}

// readOverride reads the current w:lvlOverride of a list.
func (l *lists) readOverride(t *tokens, level int, id string) error {
	return t.each(func(e xml.StartElement) error {
		switch {
		case isWord(e, "startOverride") && level < levelsMost:
			start := number(attr(e, "val"), 1)
			l.own[id][level].start, l.starts[id][level] = start, start
		case isWord(e, "lvl") && level < levelsMost:
			return readLevel(t, &l.own[id][level], level)
		}
		return t.skip()
	})
}

// readLevel reads the current w:lvl, of a level from 0.
func readLevel(t *tokens, v *listLevel, level int) error {
	*v = listLevel{start: 1, within: level}
	return t.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "start":
			v.start = number(attr(e, "val"), 1)
		case "numFmt":
			v.format = attr(e, "val")
		case "lvlText":
			v.text = attr(e, "val")
		case "lvlRestart":
			v.within = number(attr(e, "val"), level)
		case "pStyle":
			v.style = attr(e, "val")
		case "isLgl":
			v.digits = isOn(e)
		}
		return t.skip()
	})
}

// advance counts one more item of a list. A paragraph in no list has neither a
// number nor a bullet, and an item of an unknown list a bullet.
func (l *lists) advance(list numbering) (label string, bullet bool) {
	if l == nil || list.id == "" || list.id == "0" {
		return "", false
	}
	abstract := l.abstract[list.id]
	levels := l.levelsOf(list.id)
	if start, ok := l.starts[list.id][list.level]; ok {
		if counts := l.counting(abstract, levels); counts != nil {
			counts[list.level] = start - 1
		}
		delete(l.starts[list.id], list.level)
	}
	label, bullet, ok := l.counters.advance(abstract, levels, list.level)
	return label, bullet || !ok
}

// levelsOf returns the levels of a list, nil for one that is not known.
func (l *lists) levelsOf(id string) []listLevel {
	if own := l.own[id]; own != nil {
		return own
	}
	return l.levels[l.abstract[id]]
}

// levelOf returns the level of a list at which paragraphs of a style stand, the given one
// where the list does not say.
func (l *lists) levelOf(list numbering, style string) int {
	if i := slices.IndexFunc(l.levelsOf(list.id), func(v listLevel) bool { return v.style == style }); i >= 0 {
		return i
	}
	return list.level
}

// labelOf writes where the counting stands as the label of an item at level, as it is
// printed, or says that it has a bullet.
func labelOf(levels []listLevel, counts []int, level int) (label string, bullet bool) {
	l := levels[level]
	if l.format == "bullet" || l.format == "none" || l.format == "" || l.text == "" {
		return "", l.format == "bullet"
	}
	label = l.text
	for i := range levelsMost {
		format := levels[i].format
		if l.digits {
			format = "decimal"
		}
		label = strings.ReplaceAll(label, "%"+strconv.Itoa(i+1), numeral(max(counts[i], levels[i].start), format))
	}
	return label, false
}

// hasWord reports whether a label says more than a number: "Recommendation 4".
func hasWord(label string) bool {
	isOther := func(r rune) bool { return !unicode.IsLetter(r) }
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(label), isOther), func(word string) bool {
		return len(word) > 2 && strings.Trim(word, "ivxlcdm") != "" && strings.Trim(word, word[:1]) != ""
	})
}

// numeral writes n in a number format of Word. A format that reports do not
// use is written in digits.
func numeral(n int, format string) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	switch format {
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	case "lowerLetter", "upperLetter":
		letter := string(rune('a' + (n-1)%26))
		letters := strings.Repeat(letter, min((n-1)/26+1, 9))
		if format == "upperLetter" {
			return strings.ToUpper(letters)
		}
		return letters
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	}
	return strconv.Itoa(n)
}

// roman writes n, below 4000, in Roman numerals.
func roman(n int) string {
	if n >= 4000 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}
