package office

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// odtLists are the lists of an OpenDocument text by the name of their style.
type odtLists struct {
	counters
	styles map[string]string // of the lists that others may continue, by their id
}

// outlineList is the name of the numbering of headings that are in no list. No
// style can have it.
const outlineList = "\x00outline"

// style reads the current text:list-style or text:outline-style.
func (l *odtLists) style(t *tokens, e xml.StartElement) error {
	name := attr(e, "name")
	if e.Name.Local == "outline-style" {
		name = outlineList
	}
	levels := make([]listLevel, levelsMost)
	l.levels[name] = levels
	return t.each(func(e xml.StartElement) error {
		level := number(attr(e, "level"), 0)
		if level >= 1 && level <= levelsMost {
			levels[level-1] = odtLevel(e, level)
		}
		return t.skip()
	})
}

// odtFormats are the number formats of ODF as Word names them.
var odtFormats = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

// odtLevel reads how the items of a level, from 1, are numbered.
func odtLevel(e xml.StartElement, level int) listLevel {
	if !strings.HasSuffix(e.Name.Local, "-number") && e.Name.Local != "outline-level-style" {
		return listLevel{format: "bullet", text: "•", start: 1, within: level - 1}
	}
	format := odtFormats[attr(e, "num-format")]
	switch said := attr(e, "num-format"); {
	case strings.HasPrefix(said, "01"):
		format = "decimalZero"
	case format == "" && said != "":
		format = "decimal" // one that reports do not use
	}
	l := listLevel{format: format, start: number(attr(e, "start-value"), 1), within: level - 1}
	shown := min(max(number(attr(e, "display-levels"), 1), 1), level)
	var numbers []string
	for i := level - shown + 1; i <= level; i++ {
		numbers = append(numbers, fmt.Sprintf("%%%d", i))
	}
	l.text = attr(e, "num-prefix") + strings.Join(numbers, ".") + attr(e, "num-suffix")
	return l
}

// restart has a list count anew.
func (l *odtLists) restart(name string) { delete(l.counts, name) }

// goOn has a list of a style count on from the one with an id, together with it, whatever
// the style of that.
func (l *odtLists) goOn(name, id string) {
	if counts := l.counts[l.styles[id]]; counts != nil {
		l.counts[name] = counts
	}
}

// set has the next item at a level, from 0, have the number n.
func (l *odtLists) set(name string, level, n int) {
	if counts := l.counting(name, l.levels[name]); counts != nil && level < levelsMost {
		counts[level] = n - 1
	}
}

// advance counts one more item of a list at a level from 0. It returns its
// number, or that it has a bullet, as an item of an unknown list has.
func (l *odtLists) advance(name string, level int) (label string, bullet bool) {
	label, bullet, ok := l.counters.advance(name, l.levels[name], level)
	return label, bullet || !ok && name != outlineList
}
