package themes

import "thematic/corpus"

// factor judges a hit of a codebook that counts factors. To name a factor is to
// state it, without a cue of which way it speaks, unless the sentence denies it;
// whether it is asserted, of whom, and where in the report is asked as ever.
func (v *verdict) factor(s *sentence, clause span) {
	sp := v.span()
	v.speak(corpus.LabelFactor, scorePattern, "states the factor", s.phrase(sp), v.pattern.ID)
	if f, ok := s.context.denies(sp, clause); ok {
		v.denied = true
		v.reject("the factor is denied", s.together(f.span, sp), f.ID)
		v.score = 0
		return
	}
	v.weigh(s, clause)
}

// denies returns the cue by which a sentence denies the words of sp: one that
// reaches them or stands among them ("no history of"), or a negation right before them ("never").
func (c *context) denies(sp, clause span) (found, bool) {
	if f, ok := c.first(CueNegated, func(f found) bool { return f.overlaps(sp) || c.reaches(f, sp, clause) }); ok {
		return f, true
	}
	return c.denied(sp.start, clause)
}

// checkKinds reports patterns and tests of a kind that the codebook does not
// count: factors in one about practice, practice in one about factors.
func (l *loader) checkKinds(t *Theme) {
	factors, use := l.cb.Counts == CountsFactors, practiceKinds
	if factors {
		use = factorKinds
	}
	for _, p := range t.Patterns {
		if p.Kind != PatternUnless && (p.Kind == PatternFactor) != factors {
			l.failAt(p.Line, p.Column, "a codebook that counts %s has no %s patterns: use %s", l.cb.Counts, p.Kind, use.patterns)
		}
	}
	for _, test := range t.Tests {
		if test.Status == "" && test.Label != corpus.LabelNeutral && (test.Label == corpus.LabelFactor) != factors {
			l.failAt(test.Line, test.Column, "a codebook that counts %s has no %s tests: use %s", l.cb.Counts, test.Label, use.tests)
		}
	}
}

// kindNames are the kinds of pattern and of test that a codebook has, for a message.
type kindNames struct{ patterns, tests string }

var (
	practiceKinds = kindNames{"deficit, topic, good_practice and unless", "deficit, good_practice, held and none"}
	factorKinds   = kindNames{"factor and unless", "factor, held and none"}
)
