package themes

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"thematic/corpus"
)

// furniture rejects what is no sentence of the report: contents entries,
// headings that do not assert, running lines.
func (v *verdict) furniture(s *sentence) bool {
	text := s.text[s.span.Start:s.span.End]
	switch {
	case s.block.Kind == corpus.BlockContents || s.leadsToPage():
		return v.reject("a line of the contents page", "", string(s.block.Kind))
	case strings.Contains(text, "Page ") && pageLine(text):
		return v.reject("a running header or footer", "", string(s.block.Kind))
	case s.block.Kind == corpus.BlockHeading && !s.headingAsserts():
		return v.reject("a heading that asserts nothing", "", string(s.block.Kind))
	case s.title():
		return v.reject("a heading that asserts nothing", "", "title")
	case s.defines():
		return v.reject("defines a term", "", "definition")
	}
	return false
}

// headingAsserts reports whether a heading states a finding: it is long enough,
// has a verb, and is not a noun clause such as "What was not known".
func (s *sentence) headingAsserts() bool {
	const least = 7 // words
	if len(s.tokens) < least || !s.hasFiniteVerb() {
		return false
	}
	switch s.tokens[0].norm {
	case "what", "why", "how", "when", "where", "who", "whether", "questions":
		return false
	}
	return true
}

// title reports whether s stands alone, short and without verb or stop: a
// heading that the layout did not show.
func (s *sentence) title() bool {
	return s.block.Kind == corpus.BlockParagraph && s.span == s.block.Span && len(s.tokens) <= 5 &&
		!strings.ContainsAny(s.text[s.span.End-1:s.span.End], ".!?;:") && !s.hasFiniteVerb() && !s.past()
}

// defines reports whether s is an entry of a glossary: a term, a colon, and words
// without a verb that states anything.
func (s *sentence) defines() bool {
	text := s.text[s.span.Start:s.span.End]
	colon := strings.IndexByte(text, ':')
	if colon < 0 || colon > 60 || s.hasFiniteVerb() || s.past() {
		return false
	}
	for i, t := range s.tokens {
		if t.start-s.span.Start > colon {
			return i > 0 && i <= 6
		}
		if findingWords[t.norm] || t.norm[0] <= '9' {
			return false
		}
	}
	return false
}

// findingWords stand before the colon of a finding and not of a definition.
var findingWords = wordSet(`finding findings learning lesson lessons theme issue issues concern concerns key
	area areas gap gaps weakness weaknesses risk include includes including are were missing`)

// leadsToPage reports whether dots lead from s to the number of a page, within it
// or right after it.
func (s *sentence) leadsToPage() bool {
	if text := s.text[s.span.Start:s.span.End]; !strings.Contains(text, "....") && !strings.Contains(text, "……") {
		return false
	}
	const number = 8 // bytes a page number and the space before it may take
	return leaders.MatchString(s.text[s.span.Start:max(s.span.End, min(s.block.Span.End, s.span.End+number))])
}

// leaders are dots that lead to a number at the end of a line.
var leaders = regexp.MustCompile(`(\.{4,}|…{2,})[.… ]*\d{1,4}\s*($|\n)`)

// pageLine reports whether text ends in "Page 3" or "Page 3 of 9".
func pageLine(text string) bool {
	_, rest, _ := strings.Cut(text, "Page ")
	rest = strings.ReplaceAll(strings.TrimSpace(rest), "of", "")
	return rest != "" && strings.Trim(rest, "0123456789 ") == ""
}

// hasFiniteVerb guesses whether s is a sentence and not a title.
func (s *sentence) hasFiniteVerb() bool {
	return slices.ContainsFunc(s.forms, func(e *entry) bool { return e.traits&isFinite != 0 })
}

var finiteVerbs = wordSet(`is are was were has have had did does do can could failed led meant leads means`)

// assertion rejects or holds what the author does not say: questions,
// suppositions, advice, praise of what is yet to be done.
func (v *verdict) assertion(s *sentence, clause span) bool {
	c, sp := s.context, v.span()
	if s.asks() {
		return v.reject("asks a question", "?", "question_mark")
	}
	if f, ok := c.nearest(CueQuestion, sp, clause); ok && !v.statedBefore(s, f, clause) {
		return v.reject("asks a question", s.phrase(f.span), f.ID)
	}
	if f, ok := v.supposed(s, clause); ok && !c.contradicts(f) {
		return v.reject("supposes and does not state", s.phrase(f.span), f.ID)
	}
	if f, ok := c.speaks(CueRecommendation, sp, clause); ok && !v.statedBefore(s, f, clause) {
		return v.hold("advises and states no finding", s.phrase(f.span), f.ID)
	}
	if f, ok := c.speaks(CueIntended, sp, clause); ok && v.label == corpus.LabelGoodPractice {
		return v.hold("says what is meant to be done, not what is", s.phrase(f.span), f.ID)
	}
	if f, ok := v.doubted(s, clause); ok {
		return v.hold("says only that it may be so", s.phrase(f.span), f.ID)
	}
	return false
}

// supposed returns the cue by which the hit is only imagined. Of one that speaks of its
// whole sentence the words of a pattern may be a part: "without supervision workers may".
func (v *verdict) supposed(s *sentence, clause span) (found, bool) {
	c, sp := s.context, v.span()
	if f, ok := c.nearest(CueHypothetical, sp, clause); ok || c.lacks(CueHypothetical) || v.alone() {
		return f, ok
	}
	return c.first(CueHypothetical, func(f found) bool { return f.Direction == Whole && sp.holds(f.span) })
}

// alone reports whether only a model found the hit.
func (v *verdict) alone() bool { return v.pattern == &modelBad || v.pattern == &modelGood }

// doubted returns the cue that leaves the hit no more than possible. What was
// stated before it stands: "the lack of a plan may have added to the harm".
func (v *verdict) doubted(s *sentence, clause span) (found, bool) {
	sp := v.span()
	if f, ok := s.context.doubts(sp); ok {
		return f, true
	}
	f, ok := s.context.nearest(CuePossible, sp, clause)
	return f, ok && (f.overlaps(sp) || !v.statedBefore(s, f, clause))
}

// asks reports whether s ends in a question mark.
func (s *sentence) asks() bool {
	return strings.HasSuffix(strings.TrimRight(s.text[s.span.Start:s.span.End], "\"'’”) "), "?")
}

// statedBefore reports whether the deficit was stated before the cue f, which
// then speaks of a part of it: "it was unclear whether the policy should be
// applied". Words of a deficit that hold f may state it behind f too.
func (v *verdict) statedBefore(s *sentence, f found, clause span) bool {
	if v.label != corpus.LabelDeficit {
		return false
	}
	sp := v.span()
	if v.pattern.Kind == PatternDeficit && sp.start < f.start && s.context.states(sp, f.span) {
		return true
	}
	bad, ok := s.context.nearest(CueDeficit, sp, clause)
	return ok && bad.start < f.start
}

// states reports whether the words of sp hold a deficit or a negation that is no
// part of what is advised in the words of f: not the next word or the one after
// that, as in "must never be used", and not in a clause about people or a condition,
// as in "a baby who is not mobile must be seen".
func (c *context) states(sp, f span) bool {
	return slices.ContainsFunc(c.cues, func(m found) bool {
		if m.Sets != CueDeficit && m.Sets != CueNegator || !m.overlaps(sp) {
			return false
		}
		opens := c.clause(m.span).start
		return m.start < f.start || m.start >= f.end+2 && (opens == 0 || !conditions[c.sentence.tokens[opens].norm])
	})
}

var conditions = wordSet(`who whose when where if unless`)

// subject rejects what is not about the professionals of this case.
func (v *verdict) subject(s *sentence, clause span) bool {
	c, whole, sp := s.context, s.whole(), v.span()
	_, adopted := c.any(CueAdopted, whole)
	if f, ok := c.about(CueReviewProcess, whole, sp); ok && !adopted {
		return v.reject("about the review itself", s.phrase(f.span), f.ID)
	}
	_, applied := c.any(CueApplied, whole)
	if f, ok := c.about(CueLater, clause, sp); ok && !applied {
		return v.reject("about what has been done since", s.phrase(f.span), f.ID)
	}
	for _, kind := range []CueKind{CueResearch, CueOtherSubject} {
		if f, ok := c.about(kind, whole, sp); ok && !applied {
			return v.reject("about other cases or in general", s.phrase(f.span), f.ID)
		}
	}
	if v.label == corpus.LabelDeficit {
		if who, ok := s.familyActor(v.hit, clause); ok {
			return v.reject("about the family", s.phrase(who.span), who.ID)
		}
	}
	if f, ok := c.about(CueView, whole, sp); ok && !adopted {
		return v.hold("somebody's view, which the author does not adopt here", s.phrase(f.span), f.ID)
	}
	return false
}

// place lets the section of the report have its say.
func (v *verdict) place(s *sentence) bool {
	rule := s.rule
	treat, reason := rule.Treat, cmp.Or(rule.Reason, "the section does not count by itself")
	stated := v.pattern.Kind == PatternDeficit && v.pattern.Strength != StrengthWeak
	if rule.Label != "" && rule.Label != v.label || rule.Past && s.past() || rule.Stated && stated {
		treat = TreatCounts
	}
	v.step("section", "", string(s.kind), string(treat))
	if treat == TreatCounts {
		return false
	}
	if f, ok := s.excepted(); ok {
		v.step("section", s.phrase(f.span), f.ID, "the sentence itself judges")
		return false
	}
	if treat == TreatNever {
		return v.reject(reason, "", string(s.kind))
	}
	return v.hold(reason, "", string(s.kind))
}

// past reports whether s holds a verb in the past tense.
func (s *sentence) past() bool {
	for i, e := range s.forms {
		if e.traits&isPast != 0 || e.traits&endsInEd != 0 && i > 0 && s.forms[i-1].traits&(isAuxiliary|isArticle) == 0 {
			return true
		}
	}
	return false
}

var pastForms = wordSet(`was were had did could been led meant took made gave saw knew told said found felt became left held kept went`)

// excepted returns the cue by which a sentence counts although its section does
// not.
func (s *sentence) excepted() (found, bool) {
	for _, kind := range s.rule.Unless {
		if f, ok := s.context.any(kind, s.whole()); ok {
			return f, true
		}
	}
	return found{}, false
}
