package themes

import (
	"cmp"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"thematic/corpus"
)

func (l *loader) readContext(n ast.Node) {
	l.fields(n, "context", map[string]func(ast.Node){
		"cues":     l.readCues,
		"sections": l.readSections,
	})
}

// readCues adds cues; one with the id of a built-in cue takes its place.
func (l *loader) readCues(n ast.Node) {
	seen := map[string]bool{}
	for _, e := range l.list(n, "cues") {
		c := l.readCue(e)
		if seen[c.ID] && c.ID != "" {
			l.fail(e, "the cue id %q stands twice: keep one", c.ID)
		}
		seen[c.ID] = true
		if i := slices.IndexFunc(l.cb.Context.Cues, func(o Cue) bool { return o.ID == c.ID }); i >= 0 {
			l.cb.Context.Cues[i] = c
		} else {
			l.cb.Context.Cues = append(l.cb.Context.Cues, c)
		}
	}
}

func (l *loader) readCue(n ast.Node) Cue {
	c := Cue{Within: 8}
	var kind, direction string
	var words, until []ast.Node
	seen := l.fields(n, "cue", map[string]func(ast.Node){
		"id":        l.into(&c.ID, "id"),
		"sets":      l.into(&kind, "sets"),
		"direction": l.into(&direction, "direction"),
		"within": func(n ast.Node) {
			c.Within = l.number(n, "within of a cue (for all of it write direction: sentence)", 1, 40)
		},
		"words": func(n ast.Node) {
			if words = l.list(n, "words"); len(words) == 0 && isList(n) {
				l.fail(n, "the cue has no words: add them or remove the cue")
			}
		},
		"until": func(n ast.Node) { until = l.list(n, "until") },
	})
	if !isMapping(n) {
		return c // which has been reported
	}
	if !ValidID(c.ID) {
		l.fail(n, "the cue wants an id of lower-case letters, digits and _: got %q", c.ID)
	}
	var known bool
	if c.Sets, known = cueKind(kind); !known {
		l.fail(cmp.Or(seen["sets"], n), "the cue %q sets %q, which is no kind of cue%s", c.ID, kind, corpus.Instead(kind, cueKinds[1:]))
	}
	if i := slices.Index(directions[:], cmp.Or(direction, "both")); i >= 0 {
		c.Direction = Direction(i)
	} else {
		l.fail(seen["direction"], "direction is forward, backward, both or sentence: got %q", direction)
	}
	c.Words, c.roots = l.phrases(words, "words")
	if seen["words"] == nil {
		l.fail(n, "the cue %q has no words: add them or remove the cue", c.ID)
	}
	for _, key := range []string{"direction", "within"} {
		if at := seen[key]; at != nil && known && !c.Sets.Reaches() {
			l.remark(at, "%s of the cue %q changes nothing: a cue that sets %s has neither direction nor distance", key, c.ID, c.Sets)
		}
	}
	c.Until, c.ends = l.phrases(until, "until")
	switch at := seen["until"]; {
	case at != nil && len(until) == 0:
		l.fail(at, "until has no words: add them or remove it")
	case at != nil && known && !c.Sets.scoped():
		l.fail(at, "until has no meaning for a cue that sets %s: it goes with %s", c.Sets, nameList(scopedKinds()))
	}
	return c
}

// phrases reads patterns that stand in a list.
func (l *loader) phrases(list []ast.Node, what string) (texts []string, roots []rooted) {
	for _, e := range list {
		text := l.text(e, what)
		texts = append(texts, text)
		roots = append(roots, l.rooted(e, text))
	}
	return texts, roots
}

// readSections reads "kind: counts" or "kind: {treat: held, reason: ..., lends: deficit}".
func (l *loader) readSections(n ast.Node) {
	seen := map[corpus.SectionKind]bool{}
	for _, mv := range l.mapping(n, "sections") {
		kind := corpus.SectionKind(scalar(mv.Key))
		if seen[kind] {
			l.fail(mv.Key, "the section %q stands twice: keep one", kind)
		}
		seen[kind] = true
		if !slices.Contains(corpus.SectionKinds, kind) {
			l.fail(mv.Key, "%q is not a kind of section%s", kind, corpus.Instead(string(kind), corpus.SectionKinds))
			continue
		}
		l.cb.Context.Sections[kind] = l.readSection(mv.Value, kind)
	}
}

func (l *loader) readSection(n ast.Node, kind corpus.SectionKind) SectionRule {
	var treat, lends, label string
	var r SectionRule
	var unless []string
	if isMapping(n) {
		l.fields(n, "section rule", map[string]func(ast.Node){
			"treat":  l.into(&treat, "treat"),
			"reason": l.into(&r.Reason, "reason"),
			"lends":  l.into(&lends, "lends"),
			"unless": l.intoList(&unless, "unless"),
			"label":  l.into(&label, "label"),
			"past":   func(n ast.Node) { r.Past = l.yes(n, "past") },
			"stated": func(n ast.Node) { r.Stated = l.yes(n, "stated") },
		})
	} else {
		treat = l.text(n, "a section rule")
	}
	r.Treat, r.Lends, r.Label = Treatment(treat), corpus.Label(lends), corpus.Label(label)
	if !slices.Contains([]Treatment{TreatCounts, TreatHeld, TreatNever}, r.Treat) {
		l.fail(n, "the section %q is counts, held or never: got %q", kind, treat)
	}
	for _, u := range unless {
		kind, known := cueKind(u)
		if r.Unless = append(r.Unless, kind); !known {
			l.fail(n, "unless %q is no kind of cue%s", u, corpus.Instead(u, cueKinds[1:]))
		}
	}
	if r.Lends != "" && r.Lends != corpus.LabelDeficit && r.Lends != corpus.LabelGoodPractice {
		l.fail(n, "a section lends deficit or good_practice: got %q", lends)
	}
	if r.Label != "" && !slices.Contains([]corpus.Label{corpus.LabelDeficit, corpus.LabelGoodPractice, corpus.LabelFactor}, r.Label) {
		l.fail(n, "the label of a section is deficit, good_practice or factor: got %q", label)
	}
	return r
}
