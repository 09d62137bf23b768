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
	for _, name := range strings.Split(o.Opinion.Reason(e, theme, label), ", ") {
		name = e.written(strings.Fields(name))
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
	var out []string
	for i, name := range names {
		held := slices.ContainsFunc(names, func(other string) bool {
			return len(other) > len(name) && strings.Contains(" "+other+" ", " "+name+" ")
		})
		if !held && !slices.Contains(names[:i], name) {
			out = append(out, name)
		}
	}
	return out
}

// written returns the words of the sentence whose keys are those given, one
// after the other, and the keys themselves where there are none.
func (e *Evidence) written(keys []string) string {
	for i := range e.Words {
		if i+len(keys) <= len(e.forms) && slices.Equal(e.Words[i:i+len(keys)], keys) {
			return strings.Join(e.forms[i:i+len(keys)], " ")
		}
	}
	return strings.Join(keys, " ")
}

// hollow reports whether every word of a name is one that tells a reader nothing
// of why it spoke for a theme.
func hollow(name string) bool {
	return !slices.ContainsFunc(strings.Fields(name), func(word string) bool { return !hollowWords[word] })
}

var hollowWords = wordSet(`a an the of to in on at by for from with and or as that this these those there it its his her
	their he she they him them who which was were is are be been had has have`)
