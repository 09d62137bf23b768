package themes

import "slices"

// spell gives the reason of an opinion in the words that stand in the sentence,
// and not under the keys by which inflections are one: "described" and not
// "describ". What says nothing by itself is left out where others remain, and so
// is what is part of another.
func (e *Evidence) spell(reason []Words) string {
	telling := slices.ContainsFunc(reason, func(w Words) bool { return !e.hollow(w) })
	var out []byte
	for _, w := range reason {
		if telling && e.hollow(w) || slices.ContainsFunc(reason, func(o Words) bool { return e.partOf(w, o) }) {
			continue
		}
		if len(out) > 0 {
			out = append(out, ", "...)
		}
		for i, form := range e.forms[w.Start:w.End] {
			if i > 0 {
				out = append(out, ' ')
			}
			out = append(out, form.norm...)
		}
	}
	return string(out)
}

// partOf reports whether the words of w stand among those of a longer o.
func (e *Evidence) partOf(w, o Words) bool {
	size := w.End - w.Start
	for at := o.Start; at+size <= o.End && size < o.End-o.Start; at++ {
		if slices.EqualFunc(e.forms[at:at+size], e.forms[w.Start:w.End], func(a, b *entry) bool { return a.norm == b.norm }) {
			return true
		}
	}
	return false
}

// hollow reports whether each of the words tells a reader nothing of why it spoke
// for a theme.
func (e *Evidence) hollow(w Words) bool {
	return !slices.ContainsFunc(e.forms[w.Start:w.End], func(form *entry) bool { return form.traits&isHollow == 0 })
}

var hollowWords = wordSet(`a an the of to in on at by for from with and or as that this these those there it its his her
	their he she they him them who which was were is are be been had has have`)
