package themes

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"thematic/corpus"
)

// How likely a model must find a coding. By models of one half of the coded texts,
// each tried on the other half, three of four counted deficits are then right in
// inspections and two of three in reviews. With 0.48, 0.50, 0.52 and 0.54 to count by
// its word alone, precision is .755, .759, .764 and .768 in inspections at a recall of
// .513, .508, .505 and .501, and .631, .636, .639 and .643 in the hardest of our reviews
// at .289, .281, .274 and .266. When chanceBoth was chosen 25 of 41 above it were right,
// and 11 of 38 below.
const (
	chanceStands = 0.33 // for what the rules count to go on counting
	chanceCounts = 0.52 // to count by its word alone
	chanceBoth   = 0.6  // for what the rules count to go on counting though the opposite is likelier
	chanceHolds  = 0.3  // to be shown to a person by its word alone
)

// The patterns of a coding that only a model saw. They cover the whole
// sentence, so that every question, condition, piece of advice or other subject in
// the sentence keeps it from counting.
var (
	modelBad  = Pattern{ID: corpus.RuleModel, Kind: PatternDeficit}
	modelGood = Pattern{ID: corpus.RuleModel, Kind: PatternGood}
)

// consult lets the model have its say on s after the rules.
func (r *reader) consult(s *sentence) {
	if r.opinion == nil && r.observe == nil || len(s.tokens) == 0 {
		return
	}
	if s.context == nil {
		s.context = r.context(s)
	}
	if r.observe != nil {
		r.observe(s, r.gather(s))
		return
	}
	if s.verdicts == nil {
		r.verdicts[0], r.verdicts[1] = r.verdicts[1], r.verdicts[0][:0]
		s.verdicts = r.verdicts[0][:0]
	}
	r.views[0], r.views[1], r.views[2] = r.views[2][:0], r.views[0], r.views[1]
	e := r.gather(s)
	views, lacking := r.opinion.Judge(e, r.views[0])
	r.views[0] = views
	r.keep(s, lacking)
	added := false
	for _, view := range r.views[0] {
		theme, ok := r.coder.ids[view.Theme]
		if !ok {
			continue
		}
		if i := placeOf(s.verdicts, theme, view.Label); i >= 0 {
			s.verdicts[i].heed(view, r.findsOpposite(view), func() string { return e.spell(r.opinion.Reason(e, view.Theme, view.Label)) })
			continue
		}
		if v, ok := r.foundAlone(s, e, theme, view); ok {
			s.verdicts, added = append(s.verdicts, v), true
		}
	}
	if added {
		slices.SortStableFunc(s.verdicts, func(a, b verdict) int {
			return cmp.Or(cmp.Compare(a.theme, b.theme), cmp.Compare(a.label, b.label))
		})
		s.verdicts = withoutOvershadowed(s.verdicts)
	}
	r.verdicts[0] = s.verdicts
}

// withoutOvershadowed leaves out of verdicts in their order those that are
// [verdict.overshadowed].
func withoutOvershadowed(verdicts []verdict) []verdict {
	kept := verdicts[:0]
	for i := range verdicts {
		if len(kept) == 0 || !verdicts[i].overshadowed(&kept[len(kept)-1]) {
			kept = append(kept, verdicts[i])
		}
	}
	return kept
}

// placeOf returns where the verdict of a theme and label stands, -1 where it does not.
func placeOf(verdicts []verdict, theme int, label corpus.Label) int {
	for i := range verdicts {
		if v := &verdicts[i]; v.theme == theme && v.label == label {
			return i
		}
	}
	return -1
}

// heed lets a model doubt what the rules count, unless their pattern is certain, and
// settle what they hold only because it is weak. Opposite says that it finds the
// opposite likelier.
func (v *verdict) heed(view View, opposite bool, reason func() string) {
	if !v.silent {
		v.step("model", reason(), corpus.RuleModel, "finds it "+percent(view.Chance)+" likely"+v.asked(opposite))
	}
	switch {
	case v.status == corpus.Counted && v.certain():
	case v.status == corpus.Counted && view.Chance < v.least():
		v.hold(fmt.Sprintf("the model finds it unlikely (%s)", percent(view.Chance)), v.cue, corpus.RuleModel)
	case v.status == corpus.Counted && opposite && view.Chance < chanceBoth:
		v.hold(fmt.Sprintf("the model finds the opposite likelier than this (%s)", percent(view.Chance)), v.cue, corpus.RuleModel)
	case v.status == corpus.Held && v.weak && view.Chance >= chanceCounts:
		words := reason()
		v.settle(corpus.Counted, fmt.Sprintf("a weak pattern, and the model agrees (%s)", percent(view.Chance))+byWords(words), words, corpus.RuleModel)
	case v.status == corpus.Rejected:
		return
	}
	v.score = view.Chance
}

// byWords says what the words behind a model's finding are, which need not stand
// together in the sentence: "" where there are none.
func byWords(words string) string {
	if words == "" {
		return ""
	}
	return ", mostly by these words"
}

// asked says from what chance on v counts, as [verdict.heed] has it, "" where no chance
// would change what v is.
func (v *verdict) asked(opposite bool) string {
	switch {
	case v.status == corpus.Counted && v.certain():
		return " (as a certain pattern it counts all the same)"
	case v.status == corpus.Counted && opposite:
		return " and the opposite likelier (it counts from " + percent(chanceBoth) + ")"
	case v.status == corpus.Counted:
		return " (it counts from " + percent(v.least()) + ")"
	case v.status == corpus.Held && v.weak:
		return " (as a weak pattern it counts from " + percent(chanceCounts) + ")"
	}
	return ""
}

// least returns how likely a model must find what the rules count, for it to stand.
// That a pattern of praise is denied says less than a deficit in words of its own: when
// chanceCounts was 0.48, 12 of 54 such deficits below it were right, and one in two of all
// others.
func (v *verdict) least() float64 {
	if v.label == corpus.LabelDeficit && v.pattern.Kind == PatternGood {
		return chanceCounts
	}
	return chanceStands
}

// foundAlone judges a theme that the model finds in s and the rules do not. A denial
// that they did find stands.
func (r *reader) foundAlone(s *sentence, e *Evidence, theme int, view View) (verdict, bool) {
	denied := slices.ContainsFunc(s.verdicts, func(v verdict) bool { return v.theme == theme && v.denied })
	if view.Chance < chanceHolds || denied {
		return verdict{}, false
	}
	pattern, says := &modelBad, "the model finds that practice was lacking"
	if view.Label == corpus.LabelGoodPractice {
		pattern, says = &modelGood, "the model finds that practice was sound"
	}
	own := &owner{theme: theme, about: r.coder.codebook.Themes[theme].About, pattern: pattern}
	v := s.foundWhole(own, view.Label, view.Chance, !r.explain)
	if v.status == corpus.Rejected {
		return verdict{}, false
	}
	kept, words := v.reason, v.words
	says += " (" + percent(view.Chance) + ")"
	told := e.spell(r.opinion.Reason(e, view.Theme, view.Label))
	v.speak(view.Label, v.score, says+byWords(told), told, pattern.ID)
	switch {
	case v.status == corpus.Held:
		v.reason, v.words = kept, words
	case view.Chance < chanceCounts:
		v.hold(fmt.Sprintf("%s, too unlikely to count by its word alone (%s)", says, percent(chanceCounts)), "", pattern.ID)
	case r.opposed(s, theme, view):
		v.hold("the model finds so, but the opposite is found too", "", pattern.ID)
	case view.Label == corpus.LabelDeficit:
		if denial, ok := s.context.onlyDenies(); ok {
			v.hold("the model finds so, but the sentence denies a deficit", s.phrase(denial.span), denial.ID)
		}
	}
	return v, true
}

// foundWhole is the verdict of the questions, but for which way it speaks, on a hit that
// is all of s, with so sure a label.
func (s *sentence) foundWhole(own *owner, label corpus.Label, score float64, silent bool) verdict {
	whole := s.whole()
	v := verdict{hit: hit{own, whole.start, whole.end}, label: label, status: corpus.Counted, score: score, silent: silent}
	v.weigh(s, whole)
	return v
}

// onlyDenies returns a cue that denies a deficit, where each clause has such a cue
// and no other cue speaks of a deficit. To say what should be prevented ("to
// reduce delay") denies nothing.
func (c *context) onlyDenies() (denial found, ok bool) {
	if _, ok := c.first(CueDeficit, func(f found) bool { return !c.isDenied(f.span) }); ok {
		return found{}, false
	}
	for i, clause := range c.clauses() {
		f, denies := c.any(CueNegated, clause)
		if !denies || f.start > 0 && c.sentence.tokens[f.start-1].norm == "to" {
			return found{}, false
		}
		if i == 0 {
			denial = f
		}
	}
	return denial, true
}

// percent prints a chance as [corpus.Percent] has it.
func percent(chance float64) string { return strconv.Itoa(corpus.Percent(chance)) + "%" }

// opposed reports whether the other label of a theme speaks against what the model
// finds in s: it finds that likelier, or the rules count a deficit where it finds
// praise. Of 86 deficits so found beside praise that the rules count, in coded texts that
// a model was not trained on, 67 are right; praise beside a deficit 4 times in 7.
func (r *reader) opposed(s *sentence, theme int, view View) bool {
	return r.findsOpposite(view) || view.Label == corpus.LabelGoodPractice && slices.ContainsFunc(s.verdicts, func(v verdict) bool {
		return v.theme == theme && v.label == corpus.LabelDeficit && v.status == corpus.Counted
	})
}

// findsOpposite reports whether the model finds the other label of the
// theme of view likelier.
func (r *reader) findsOpposite(view View) bool {
	return slices.ContainsFunc(r.views[0], func(o View) bool {
		return o.Theme == view.Theme && o.Label != view.Label && o.Chance > view.Chance
	})
}
