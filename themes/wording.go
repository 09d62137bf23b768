package themes

import (
	"slices"
	"strings"

	"thematic/corpus"
)

// spelled gives the reasons of an opinion in the words that stand in the
// sentence, and not under the keys by which inflections are one: "described"
// and not "describ".
type spelled struct{ Opinion }

// Reason implements [Opinion]. A name that says nothing by itself is left out
// where others remain, and so is one that is part of another.
func (o spelled) Reason(e *Evidence, theme string, label corpus.Label) string {
	var names, telling []string
	for name := range strings.SplitSeq(o.Opinion.Reason(e, theme, label), ", ") {
		name = e.written(name)
		names = append(names, name)
		if !hollow(name) {
			telling = append(telling, name)
		}
	}
	if len(telling) > 0 {
		names = telling
	}
	return strings.Join(withoutParts(names), ", ")
}

// withoutParts leaves out every name whose words stand in another one.
func withoutParts(names []string) []string {
	out := make([]string, 0, len(names))
	for i, name := range names {
		held := slices.ContainsFunc(names, func(other string) bool { return len(other) > len(name) && holdsWords(other, name) })
		if !held && !slices.Contains(names[:i], name) {
			out = append(out, name)
		}
	}
	return out
}

// holdsWords reports whether part stands in whole between spaces.
func holdsWords(whole, part string) bool {
	for from := 0; from+len(part) <= len(whole); from++ {
		i := strings.Index(whole[from:], part)
		if i < 0 {
			return false
		}
		from += i
		end := from + len(part)
		if (from == 0 || whole[from-1] == ' ') && (end == len(whole) || whole[end] == ' ') {
			return true
		}
	}
	return false
}

// written returns the words of the sentence whose keys are those of a name, one
// after the other, and the name itself where there are none.
func (e *Evidence) written(name string) string {
	for i := range e.forms {
		if n := e.reads(name, i); n > 0 {
			return strings.Join(e.forms[i:i+n], " ")
		}
	}
	return name
}

// reads returns how many words a name has, 0 where the keys of the words from i
// are not its.
func (e *Evidence) reads(name string, i int) int {
	for n := 1; i < len(e.forms); i, n = i+1, n+1 {
		key, rest, more := strings.Cut(name, " ")
		if e.Words[i] != key {
			return 0
		}
		if !more {
			return n
		}
		name = rest
	}
	return 0
}

// hollow reports whether every word of a name is one that tells a reader nothing
// of why it spoke for a theme.
func hollow(name string) bool {
	for word := range strings.FieldsSeq(name) {
		if !hollowWords[word] {
			return false
		}
	}
	return true
}

var hollowWords = wordSet(`a an the of to in on at by for from with and or as that this these those there it its his her
	their he she they him them who which was were is are be been had has have`)
