package themes

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"thematic/corpus"
)

// Edit is how one codebook differs from another by patterns of themes alone. What was
// found by the one in a document in which none of those patterns finds anything is what
// the other finds: hits are all that patterns give to a verdict, and a pattern finds the
// same beside whatever others.
type Edit struct {
	changed *Coder // of the patterns that only one of the two has; nil for none
	renamed map[rule]string
}

// rule names a pattern: ids are given within a theme.
type rule struct{ theme, id string }

// EditOf returns how after differs from before, and false where they differ otherwise
// than by patterns, or may.
func EditOf(before, after *Codebook) (*Edit, bool) {
	e := &Edit{renamed: map[rule]string{}}
	if before.Hash() == after.Hash() {
		return e, true
	}
	if before.ownContext || after.ownContext || before.Counts != after.Counts || len(before.Themes) != len(after.Themes) ||
		!reflect.DeepEqual(before.WordLists(), after.WordLists()) {
		return nil, false
	}
	var changed []Pattern
	for i := range before.Themes {
		b, a := &before.Themes[i], &after.Themes[i]
		if b.ID != a.ID || b.About != a.About {
			return nil, false
		}
		changed = append(changed, e.theme(b, a)...)
	}
	if len(changed) > 0 {
		changed, err := NewCoder(&Codebook{Themes: []Theme{{ID: "changed", Patterns: changed}}}, nil)
		if err != nil {
			return nil, false
		}
		e.changed = changed
	}
	return e, true
}

// theme returns the patterns between those with which both editions of a theme begin and
// those with which both end, and notes which of these have another id than before. So
// those that are left stand in the order in which they stood.
func (e *Edit) theme(before, after *Theme) (changed []Pattern) {
	b, a := before.Patterns, after.Patterns
	same := func(p, q *Pattern) bool {
		if p.form() != q.form() || p.ID != q.ID && (p.ID == corpus.RuleModel || q.ID == corpus.RuleModel) {
			return false
		}
		if p.ID != q.ID {
			e.renamed[rule{before.ID, p.ID}] = q.ID
		}
		return true
	}
	for len(b) > 0 && len(a) > 0 && same(&b[0], &a[0]) {
		b, a = b[1:], a[1:]
	}
	for len(b) > 0 && len(a) > 0 && same(&b[len(b)-1], &a[len(a)-1]) {
		b, a = b[:len(b)-1], a[:len(a)-1]
	}
	return slices.Concat(b, a)
}

// patternForm is what a pattern finds, and as what, where sets are the same.
type patternForm struct {
	kind     PatternKind
	text     string
	phrases  string // each in quotes: the text does not tell where one ends
	strength Strength
	regex    bool
}

func (p *Pattern) form() patternForm {
	f := patternForm{kind: p.Kind, text: p.Text, strength: p.Strength, regex: p.expression != nil}
	if p.phrases != nil {
		f.phrases = fmt.Sprintf("%q", p.phrases)
	}
	return f
}

// None reports whether no pattern differs.
func (e *Edit) None() bool { return e.changed == nil }

// Touches reports whether one of the patterns that differ, or a part of one, finds
// anything in a document of that body (see [corpus.Text]): only then may what is found
// there differ. It is safe for concurrent use.
func (e *Edit) Touches(body string) bool {
	if e.None() {
		return false
	}
	r := e.changed.readers.Get().(*reader)
	defer e.changed.readers.Put(r)
	r.begin(nil)
	start := 0
	for block := range strings.Lines(body) { // each ends with its line
		r.spans = appendSentences(r.spans[:0], strings.TrimSuffix(block, "\n"))
		for _, span := range r.spans {
			s := &r.sentence
			*s = sentence{text: body, span: corpus.Span{Start: start + span.Start, End: start + span.End}}
			if r.tokenise(s); e.finds(r, s) {
				return true
			}
		}
		start += len(block)
	}
	return false
}

// finds reports whether one of the patterns that differ finds anything in a sentence
// whose words r has read.
func (e *Edit) finds(r *reader, s *sentence) bool {
	found := false
	r.themes.find(s.words, func(match) { found = true })
	text := s.text[s.span.Start:s.span.End]
	return found || slices.ContainsFunc(e.changed.expressions, func(o owner) bool { return o.pattern.expression.MatchString(text) })
}

// Carry makes codings that were found in a document which e does not touch what they are
// after it: the ids of their patterns may be others.
func (e *Edit) Carry(codings []corpus.Coding) {
	for i := range codings {
		c := &codings[i]
		if id, other := e.renamed[rule{c.Theme, c.Rule}]; other {
			c.Rule = id
		}
	}
}
