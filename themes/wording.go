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

// Reason implements [Opinion]. Words that say nothing by themselves are left out
// where others remain.
func (o spelled) Reason(e *Evidence, theme string, label corpus.Label) string {
	names := strings.Split(o.Opinion.Reason(e, theme, label), ", ")
	for i, name := range names {
		names[i] = e.written(strings.Fields(name))
	}
	if telling := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return hollow[name] }); len(telling) > 0 {
		names = telling
	}
	return strings.Join(names, ", ")
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

// hollow are words that tell a reader nothing of why they spoke for a theme.
var hollow = wordSet(`a an the of to in on at by for from with and or as that this these those there it its his her
	their he she they him them who which was were is are be been had has have`)
