package themes

import (
	"slices"
	"strings"
)

// familyActor returns the cue of the family member of whom the lacking is said: "Mother
// failed to attend", but not "mother was not asked", "mother's account was
// accepted" or "the worker did not ask mother".
func (s *sentence) familyActor(h hit, clause span) (found, bool) {
	if f, ok := s.actsByItself(h); ok {
		return f, true
	}
	if f, ok := s.elided(h); ok {
		return f, true
	}
	if h.pattern == &modelBad {
		return s.familyAlone()
	}
	from := h.start
	if f, ok := s.context.nearest(CueDeficit, h.span(), clause); ok && f.start < from && h.pattern.Kind == PatternTopic {
		from = f.start
	}
	actor, ok := s.lastActor(span{clause.start, max(from, clause.start)})
	if !ok || actor.Sets != CueFamily {
		return found{}, false
	}
	if from-actor.end > 4 || s.receives(span{actor.end, min(h.end, len(s.tokens))}) || s.passive(span{actor.end, min(h.end+2, len(s.tokens))}) {
		return found{}, false
	}
	if !s.verbFollows(actor.end) {
		return found{}, false
	}
	for actor.end < from && isUpper(s.text[s.tokens[actor.end].start]) {
		actor.end++ // the name: "Mr Q"
	}
	return actor, true
}

// actsByItself returns a cue of the family that holds what it did not do, as "the
// child did not disclose" does, and of which h takes up some words.
func (s *sentence) actsByItself(h hit) (found, bool) {
	return s.context.first(CueFamily, func(f found) bool { return s.context.lacking(f.span) && f.overlaps(h.span()) })
}

// familyAlone returns the cue of the family member of whom the whole sentence speaks: its
// subject acts, it does not turn round, and no professional is named: "the parents did
// not engage with the programme".
func (s *sentence) familyAlone() (found, bool) {
	c := s.context
	if c.lacks(CueFamily) || !c.lacks(CueProfessional) || !c.lacks(CueContrast) {
		return found{}, false
	}
	f, _ := c.first(CueFamily, func(found) bool { return true })
	if f.start > mostOpening || s.governed(f.start) || s.possessive(f.end-1) {
		return found{}, false
	}
	if rest := (span{f.end, len(s.tokens)}); s.passive(rest) || s.receives(rest) || !s.verbFollows(f.end) {
		return found{}, false
	}
	return f, true
}

// elided returns the family member who did not do what h says, where its clause
// turns round and has no subject of its own and none but the family is that of the
// clause before: "father knew of the injuries but did not ring the police".
func (s *sentence) elided(h hit) (found, bool) {
	clause := s.context.clause(span{h.end - 1, h.end})
	if clause.start == 0 || !s.context.turns(clause) {
		return found{}, false
	}
	if said := (span{clause.start, h.end}); s.passive(said) || s.receives(said) {
		return found{}, false
	}
	before := s.context.clause(span{clause.start - 1, clause.start})
	if s.goesOnPassive(before, clause) {
		return found{}, false
	}
	named := func(kind CueKind, f found) bool {
		return f.Sets == kind && before.holds(f.span) && !s.governed(f.start) && !s.possessive(f.end-1)
	}
	ofFamily := func(f found) bool { return named(CueFamily, f) }
	if !slices.ContainsFunc(s.context.cues, ofFamily) || !s.verbFollows(clause.start+1) {
		return found{}, false // before parts of speech are asked for, which takes long
	}
	var subject found
	for _, f := range s.context.cues {
		switch {
		case named(CueProfessional, f) && s.verbFollows(f.end):
			return found{}, false
		case subject.Cue == nil && ofFamily(f) && s.verbFollows(f.end):
			subject = f
		}
	}
	return subject, subject.Cue != nil
}

// goesOnPassive reports whether a clause that turns round takes the verb of a passive
// over with its subject: "the father was known but never assessed".
func (s *sentence) goesOnPassive(before, clause span) bool {
	for i := clause.start + 1; i < clause.end; i++ {
		switch w := s.tokens[i].norm; {
		case adverbs[w], strings.HasSuffix(w, "ly"):
		case w != "failed" && participle(w):
			return slices.ContainsFunc(s.tokens[before.start:before.end], func(t token) bool { return beForms[t.norm] })
		default:
			return false
		}
	}
	return false
}

func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' }

// verbFollows reports whether the word at i, past adverbs, is a finite verb that
// makes the noun before it a subject: "mother failed", but not "family concerns"
// or "father, and". Where it is no auxiliary the part of speech decides.
func (s *sentence) verbFollows(i int) bool {
	for ; i < len(s.tokens); i++ {
		if strings.ContainsAny(s.text[s.tokens[i-1].end:max(s.tokens[i].start, s.tokens[i-1].end)], ",;:(") {
			return false
		}
		if isUpper(s.text[s.tokens[i].start]) {
			continue // a name: "Mr Q"
		}
		if s.forms[i].traits&(isAuxiliary|isPast) != 0 {
			return true
		}
		switch s.tags()[i] {
		case "VBD", "VBZ", "VBP", "VB", "MD", "VBN":
			return true
		case "RB", "":
			continue
		}
		return false
	}
	return false
}

// receives reports whether the words of in speak of what somebody was told, got or
// had ("had no assessment"), which is for others to do.
func (s *sentence) receives(in span) bool {
	return s.context.begins(CueReceived, in)
}

// prepositions take a noun out of the running for subject.
var prepositions = wordSet(`by of to with from for about on between in at around against towards behind
	concerning regarding involving including than via and ask asked asking tell told see seen saw`)

// lastActor returns the last person or agency in the words of in that can be
// the subject of what follows.
func (s *sentence) lastActor(in span) (found, bool) {
	var best found
	ok := false
	for _, f := range s.context.cues {
		if f.Sets != CueFamily && f.Sets != CueProfessional || f.start < in.start || f.end > in.end {
			continue
		}
		if s.governed(f.start) || s.possessive(f.end-1) {
			continue
		}
		best, ok = f, true
	}
	return best, ok
}

// governed reports whether a preposition or an object verb stands before the
// noun at i, with at most an article and two words between.
func (s *sentence) governed(i int) bool {
	for j := i - 1; j >= 0 && i-j <= 3; j-- {
		w := s.tokens[j].norm
		if prepositions[w] || strings.HasSuffix(w, "ing") {
			return true
		}
		if !articles[w] && i-j > 1 {
			return false
		}
	}
	return false
}

var articles = wordSet(`the a an his her their this that both either each young`)

// possessive reports whether the word at i owns what follows it.
func (s *sentence) possessive(i int) bool {
	t := s.tokens[i]
	text := strings.ReplaceAll(s.text[t.start:t.end], "’", "'")
	if strings.HasSuffix(text, "'s") {
		return true
	}
	after := s.text[t.end:s.span.End]
	return strings.HasSuffix(text, "s") && (strings.HasPrefix(after, "'") || strings.HasPrefix(after, "’"))
}

// passive reports whether a form of be with a participle stands in the words of in.
func (s *sentence) passive(in span) bool {
	for i := in.start; i < in.end; i++ {
		if !beForms[s.tokens[i].norm] {
			continue
		}
		for j := i + 1; j < len(s.tokens) && j <= i+4; j++ {
			if participle(s.tokens[j].norm) {
				return true
			}
			if !adverbs[s.tokens[j].norm] && len(s.tokens[j].norm) > 3 && s.tokens[j].norm[len(s.tokens[j].norm)-2:] != "ly" {
				break
			}
		}
	}
	return false
}

var (
	beForms = wordSet(`is are was were been being be`)
	adverbs = wordSet(`not never always ever been being also still so too all only even well yet then often sometimes therefore`)
)

// participle reports whether w looks like a past participle.
func participle(w string) bool {
	if irregularParticiples[w] {
		return true
	}
	return len(w) > 4 && w[len(w)-2:] == "ed"
}

var irregularParticiples = wordSet(`seen taken given made held told heard known understood found shown written
	brought done undertaken sought kept left sent met put set spoken drawn built borne chosen said read led
	overseen foreseen withdrawn begun thought felt dealt caught taught lost hidden driven broken`)
