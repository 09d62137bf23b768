package office

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// listLevel is how one level of a list is numbered.
type listLevel struct {
	format string // decimal, lowerLetter, bullet, none ...
	text   string // "%1.%2": the numbers of the levels above and its own
	start  int
	digits bool // the numbers of all levels are written in digits
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

// counting returns where a numbering stands, nil where there is none of that id.
func (c *counters) counting(id string) []int {
	levels, counts := c.levels[id], c.counts[id]
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
// anew. It returns the number as it is printed, without the full stop, or that
// the item has a bullet; ok is false for a numbering or level that is not known.
func (c *counters) advance(id string, level int) (label string, bullet, ok bool) {
	counts := c.counting(id)
	if counts == nil || level >= levelsMost {
		return "", false, false
	}
	levels := c.levels[id]
	counts[level]++
	for i := level + 1; i < levelsMost; i++ {
		counts[i] = levels[i].start - 1
	}
	label, bullet = labelOf(levels, counts, level)
	return label, bullet, true
}

// lists are the lists of a Word document.
type lists struct {
	counters
	abstract map[string]string // list id -> id of its definition
}

// levelsMost is the number of levels a list has in Word.
const levelsMost = 9

// readLists reads word/numbering.xml. Without the part, or after a fault in it,
// list items have no numbers.
func readLists(c *container) *lists {
	const part = "word/numbering.xml"
	l := &lists{newCounters(), map[string]string{}}
	t := newTokens(c.readOptional(part), part, c.limits)
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch {
		case isWord(e, "abstractNum"):
			levels := make([]listLevel, levelsMost)
			err := readLevels(t, levels)
			l.levels[attr(e, "abstractNumId")] = levels
			return err
		case isWord(e, "num"):
			return l.readList(t, attr(e, "numId"))
		}
		return t.each(visit)
	}
	// The lists before a fault are kept.
	_ = t.each(visit)
	return l
}

// readList reads the current w:num. One that says itself how it is numbered
// counts by itself.
func (l *lists) readList(t *tokens, id string) error {
	abstract := ""
	var own []listLevel
	err := t.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNumId":
			abstract = attr(e, "val")
		case "lvlOverride":
			if own == nil {
				own = make([]listLevel, levelsMost)
				copy(own, l.levels[abstract])
			}
			return readOverride(t, number(attr(e, "ilvl"), levelsMost), own)
		}
		return t.skip()
	})
	if own != nil {
		abstract += "/" + id
		l.levels[abstract] = own
	}
	l.abstract[id] = abstract
	return err
}

// readOverride reads the current w:lvlOverride.
func readOverride(t *tokens, level int, levels []listLevel) error {
	return t.each(func(e xml.StartElement) error {
		switch {
		case isWord(e, "startOverride") && level < levelsMost:
			levels[level].start = number(attr(e, "val"), 1)
		case isWord(e, "lvl") && level < levelsMost:
			return readLevel(t, &levels[level])
		}
		return t.skip()
	})
}

// readLevels reads the levels of the current w:abstractNum.
func readLevels(t *tokens, levels []listLevel) error {
	return t.each(func(e xml.StartElement) error {
		level := number(attr(e, "ilvl"), levelsMost)
		if !isWord(e, "lvl") || level >= levelsMost {
			return t.skip()
		}
		return readLevel(t, &levels[level])
	})
}

// readLevel reads the current w:lvl.
func readLevel(t *tokens, v *listLevel) error {
	*v = listLevel{start: 1}
	return t.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "start":
			v.start = number(attr(e, "val"), 1)
		case "numFmt":
			v.format = attr(e, "val")
		case "lvlText":
			v.text = attr(e, "val")
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
	label, bullet, ok := l.counters.advance(l.abstract[list.id], list.level)
	return label, bullet || !ok
}

// labelOf writes where the counting stands as the label of an item at level, or
// says that it has a bullet.
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
	return strings.Trim(label, "()[]. "), false
}

// numeral writes n in a number format of Word. A format that reports do not
// use is written in digits.
func numeral(n int, format string) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	switch format {
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
