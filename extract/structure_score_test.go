package extract

import (
	"fmt"
	"strings"
	"unicode"

	"thematic/corpus"
)

// element is one part of a report as its reader sees it, in the truth or as
// found.
type element struct {
	role   role
	page   int    // 0 where the truth does not say
	key    string // of its words: see keyOf
	kind   corpus.SectionKind
	level  int    // of a heading: 1 the highest, 0 a title, unjudged
	parent string // key of the heading that it stands under, "" for none
}

// unjudged is the level of a heading that readers may see either way.
const unjudged = -1

// role is what an element is.
type role string

const (
	roleHeading   role = "heading"
	roleFurniture role = "furniture"
	roleContents  role = "contents"
	roleBullet    role = "bullet"
	roleRow       role = "table_row"
	roleNumbered  role = "numbered"
	roleFootnote  role = "footnote"
	roleWhole     role = "whole"    // a paragraph or list item from its first letter to its last
	roleCrossing  role = "crossing" // where a page begins within a paragraph or list item
)

// openingLetters is how much of a list item, paragraph or footnote is compared.
const openingLetters = 24

// normal reduces text to its letters, in lower case, and its digits.
func normal(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || r >= '0' && r <= '9' {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// keyOf is what elements of a role are compared by.
func keyOf(r role, number, text string) string {
	key := []rune(normal(text))
	switch r {
	case roleHeading:
		return normal(number) + string(key)
	case roleContents:
		return strings.TrimRight(string(key), "0123456789")
	case roleFootnote:
		key = []rune(strings.TrimLeft(string(key), "0123456789"))
	case roleFurniture, roleRow, roleWhole:
		return string(key)
	}
	key = key[:min(len(key), openingLetters)]
	if r == roleNumbered {
		return normal(number) + " " + string(key)
	}
	return string(key)
}

// elementsOf lists what was found in a text.
func elementsOf(text *corpus.Text, pages bool) []element {
	var list []element
	add := func(e element, page int) {
		if pages {
			e.page = page
		}
		list = append(list, e)
	}
	for i, b := range text.Blocks {
		page, _ := text.PageAt(b.Span.Start)
		words := text.Slice(b.Span)
		if r, ok := blockRole(b); ok {
			e := element{role: r, key: keyOf(r, b.Number, words)}
			if r == roleHeading {
				e.kind, e.parent = text.SectionOf(b).Kind, parentOf(text, i)
			}
			add(e, page.Number)
		}
		if !pages && (b.Kind == corpus.BlockParagraph || b.Kind == corpus.BlockBullet) {
			add(element{role: roleWhole, key: keyOf(roleWhole, "", words)}, page.Number)
		}
	}
	for i, p := range text.Pages {
		if pages && i > 0 && crosses(text, p) {
			list = append(list, element{role: roleCrossing, page: p.Number, key: keyOf(roleCrossing, "", text.Slice(p.Span))})
		}
		for _, f := range p.Furniture {
			if key := normal(f); key != "" {
				list = append(list, element{role: roleFurniture, page: p.Number, key: key})
			}
		}
	}
	return list
}

// crosses reports whether a page begins within a block.
func crosses(text *corpus.Text, p corpus.Page) bool {
	for _, b := range text.Blocks {
		if b.Span.Start < p.Span.Start && p.Span.Start < b.Span.End {
			return true
		}
	}
	return false
}

func blockRole(b corpus.Block) (role, bool) {
	switch b.Kind {
	case corpus.BlockHeading:
		return roleHeading, true
	case corpus.BlockContents:
		return roleContents, true
	case corpus.BlockBullet:
		return roleBullet, true
	case corpus.BlockTableRow:
		return roleRow, true
	case corpus.BlockFootnote:
		return roleFootnote, true
	}
	return roleNumbered, b.Number != ""
}

// parentOf is the key of the heading whose section holds that of the heading in
// block i.
func parentOf(text *corpus.Text, i int) string {
	b := text.Blocks[i]
	if b.Section < 0 {
		return ""
	}
	s := text.Sections[b.Section]
	if s.Span.Start != b.Span.Start || s.Parent < 0 {
		return ""
	}
	start := text.Sections[s.Parent].Span.Start
	for _, o := range text.Blocks {
		if o.Span.Start == start && o.Kind == corpus.BlockHeading {
			return keyOf(roleHeading, o.Number, text.Slice(o.Span))
		}
	}
	return ""
}

// setParents gives the headings of a truth, in their order, their parents.
func setParents(truth []element) {
	var open []element
	for i := range truth {
		e := &truth[i]
		if e.role != roleHeading || e.level == unjudged {
			continue
		}
		for len(open) > 0 && open[len(open)-1].level >= e.level {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			e.parent = open[len(open)-1].key
		}
		if e.level > 0 {
			open = append(open, *e)
		}
	}
}

// tally counts what agrees with the truth.
type tally struct{ right, found, truth int }

func (t tally) precision() float64 { return part(t.right, t.found) }
func (t tally) recall() float64    { return part(t.right, t.truth) }

func part(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// measures are what is counted, in the order in which it is shown.
var measures = []string{"headings", "heading levels", "section kinds", "glossaries, references", "furniture", "contents entries", "list items", "table rows", "numbered paragraphs", "footnotes", "whole paragraphs", "paragraphs over pages"}

var measureOf = map[role]string{
	roleHeading: "headings", roleFurniture: "furniture", roleContents: "contents entries", roleBullet: "list items",
	roleRow: "table rows", roleNumbered: "numbered paragraphs", roleFootnote: "footnotes",
	roleWhole: "whole paragraphs", roleCrossing: "paragraphs over pages",
}

// score is a tally for every measure.
type score map[string]tally

// add compares what was found in one file with its truth, and says what differs.
func (s score) add(found, truth []element) (misses []string) {
	titles := map[string]bool{}
	waiting := map[string][]element{}
	id := func(e element) string { return fmt.Sprint(e.role, " ", e.page, " ", e.key) }
	for _, e := range truth {
		waiting[id(e)] = append(waiting[id(e)], e)
		s.count(e, 0, 0, 1)
		titles[e.key] = titles[e.key] || e.role == roleHeading && e.level == 0
	}
	for _, e := range found {
		queue := waiting[id(e)]
		if len(queue) == 0 {
			s.count(e, 0, 1, 0)
			misses = append(misses, "wrong: "+id(e)+" "+string(e.kind))
			continue
		}
		want := queue[0]
		waiting[id(e)] = queue[1:]
		s[measureOf[e.role]] = s[measureOf[e.role]].plus(1, 1, 0)
		if e.role == roleHeading {
			if titles[e.parent] {
				e.parent = ""
			}
			misses = append(misses, s.heading(e, want)...)
		}
	}
	for _, e := range truth {
		for range waiting[id(e)] {
			misses = append(misses, "missed: "+id(e))
		}
		waiting[id(e)] = nil
	}
	return misses
}

// heading compares the level and the kind of section of a heading that was found.
func (s score) heading(e, want element) (misses []string) {
	if want.level > 0 {
		right := 0
		if e.parent == want.parent {
			right = 1
		} else {
			misses = append(misses, fmt.Sprintf("level: %s under %q, want %q", e.key, e.parent, want.parent))
		}
		s["heading levels"] = s["heading levels"].plus(right, 1, 0)
	}
	if want.kind != "" {
		right, found := 0, 1
		if e.kind == want.kind {
			right = 1
		} else {
			misses = append(misses, fmt.Sprintf("kind: %s is %s, want %s", e.key, e.kind, want.kind))
		}
		if e.kind == corpus.SectionUnknown {
			found = 0
		}
		s["section kinds"] = s["section kinds"].plus(right, found, 0)
		s["glossaries, references"] = s["glossaries, references"].plus(apart(want)*right, apart(e), 0)
	}
	return misses
}

// apart is 1 for a heading whose section is no text of the report's own.
func apart(e element) int {
	switch e.kind {
	case corpus.SectionContents, corpus.SectionGlossary, corpus.SectionReferences:
		return 1
	}
	return 0
}

// count adds an element of the truth, or one that was found and should not be.
func (s score) count(e element, right, found, truth int) {
	s[measureOf[e.role]] = s[measureOf[e.role]].plus(right, found, truth)
	if e.role != roleHeading {
		return
	}
	if found > 0 || e.level > 0 {
		s["heading levels"] = s["heading levels"].plus(right, found, truth)
	}
	if e.kind != "" && e.kind != corpus.SectionUnknown {
		s["section kinds"] = s["section kinds"].plus(right, found, truth)
		s["glossaries, references"] = s["glossaries, references"].plus(0, apart(e)*found, apart(e)*truth)
	}
}

func (t tally) plus(right, found, truth int) tally {
	return tally{t.right + right, t.found + found, t.truth + truth}
}
