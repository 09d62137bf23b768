package themes

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// WordList is a set of a codebook as it is written.
type WordList struct {
	Name  string
	Words []string
}

// WordLists returns the sets that the codebook itself defines, by name.
func (c *Codebook) WordLists() []WordList {
	var lists []WordList
	for _, name := range slices.Sorted(maps.Keys(c.sets)) {
		if s := c.sets[name]; s.own {
			lists = append(lists, WordList{name, s.words})
		}
	}
	return lists
}

// HasOwnContext reports whether the codebook has cues or section rules of its
// own beside the built-in ones.
func (c *Codebook) HasOwnContext() bool { return c.ownContext }

// IsRegex reports whether the text of p is a regular expression.
func (p Pattern) IsRegex() bool { return p.expression != nil }

// CheckPattern reports what is wrong with a pattern, with its place.
func CheckPattern(text string) error {
	_, err := parsePlaced(text)
	return err
}

// parsePlaced reads a pattern that stands alone. The error says at which character of
// it, counted from 1, the mistake is.
func parsePlaced(text string) (node, error) {
	root, err := parsePattern(text)
	var at *patternError
	if errors.As(err, &at) {
		return node{}, fmt.Errorf("pattern %q, character %d: %w", text, at.before+1, err)
	}
	return root, err
}

// Phrases spells p out as plain phrases of words that may end in * or hold ?:
// every alternative, every optional word with and without, sets put in. Words
// stand as they are written, not in all their forms, and a gap stands for no
// word. It is nil where p has more than most phrases or cannot be spelt out.
func (p Pattern) Phrases(most int) []string {
	if p.expression != nil || p.parts != nil {
		return nil
	}
	phrases, ok := p.root.phrases(most)
	if !ok {
		return nil
	}
	slices.Sort(phrases)
	return slices.Compact(phrases)
}

// Narrows reports whether its phrases find less than p: it has a gap.
func (p Pattern) Narrows() bool { return p.root.hasGap() }

// Exact reports whether p has a word that is found in those capital letters alone.
func (p Pattern) Exact() bool { return p.root.hasExact() }

func (n node) hasExact() bool {
	return n.kind == nodeWord && n.lit.form == formExact || slices.ContainsFunc(n.kids, node.hasExact)
}

func (n node) hasGap() bool { return n.kind == nodeGap || slices.ContainsFunc(n.kids, node.hasGap) }

// phrases spells n out; it is false where there would be more than most.
func (n node) phrases(most int) ([]string, bool) {
	switch n.kind {
	case nodeWord:
		return []string{n.lit.written()}, true
	case nodeGap:
		return []string{""}, true
	case nodeOpt:
		with, ok := n.kids[0].phrases(most - 1)
		return append(with, ""), ok
	case nodeAlt:
		var all []string
		for _, k := range n.kids {
			more, ok := k.phrases(most - len(all))
			if all = append(all, more...); !ok || len(all) > most {
				return nil, false
			}
		}
		return all, true
	}
	all := []string{""}
	for _, k := range n.kids {
		next, ok := k.phrases(most)
		if !ok || len(all)*len(next) > most {
			return nil, false
		}
		var longer []string
		for _, head := range all {
			for _, tail := range next {
				longer = append(longer, strings.TrimSpace(head+" "+tail))
			}
		}
		all = longer
	}
	return all, true
}

// written returns the word as a dictionary writes it.
func (l literal) written() string {
	if l.form == formPrefix {
		return l.text + "*"
	}
	return l.text
}
