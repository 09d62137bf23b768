package themes

import (
	"cmp"
	"slices"
	"strings"

	"thematic/corpus"
)

// verdict is what the coder decided on one theme in one sentence.
type verdict struct {
	theme  int
	about  string // of the theme
	label  corpus.Label
	status corpus.CodingStatus
	reason string
	cue    string
	score  float64
	hit    hit
	steps  []Step
	silent bool // keep no steps
	weak   bool // held for no other reason than that its pattern is weak
	denied bool // the sentence denies the deficit
}

// Step is one link in the chain that led to a verdict.
type Step struct {
	Question string // what was asked: pattern, scope, until, valence, section, decision
	Words    string // the words that answered it, "" where none did
	Rule     string // id of the pattern or cue, or kind of section
	Answer   string // in words a person understands
}

// decide judges every hit and keeps one verdict for each theme and label.
// inherits says that s carries on the deficits of the sentence before.
func (r *reader) decide(s *sentence, hits []hit, inherits bool) []verdict {
	r.verdicts[0], r.verdicts[1] = r.verdicts[1], r.verdicts[0]
	all := r.verdicts[0][:0]
	for _, h := range hits {
		if s.context.runsOn(h) {
			continue
		}
		v := r.judge(s, h)
		all = append(all, v)
		if v.label != corpus.LabelDeficit && h.pattern.Kind == PatternTopic {
			all = append(all, r.carried(s, h)...)
		}
	}
	if inherits {
		all = append(all, inherited(s, all)...)
	}
	all = withoutContradicted(s, all)
	slices.SortStableFunc(all, func(a, b verdict) int {
		if a.theme != b.theme {
			return a.theme - b.theme
		}
		return cmp.Or(cmp.Compare(a.label, b.label), cmp.Compare(rank(b.status), rank(a.status)), cmp.Compare(b.score, a.score))
	})
	all = slices.CompactFunc(all, func(a, b verdict) bool { return a.theme == b.theme && a.label == b.label })
	all = withoutOvershadowed(all)
	r.verdicts[0] = all
	return all
}

func rank(s corpus.CodingStatus) int {
	switch s {
	case corpus.Counted:
		return 2
	case corpus.Held:
		return 1
	}
	return 0
}

// withoutContradicted leaves out praise whose words a counted deficit of the same
// theme takes up in the same clause: "the assessment was completed without
// meeting him".
func withoutContradicted(s *sentence, all []verdict) []verdict {
	return slices.DeleteFunc(all, func(good verdict) bool {
		return good.label == corpus.LabelGoodPractice && slices.ContainsFunc(all, func(bad verdict) bool {
			return bad.theme == good.theme && bad.countedDeficit() && bad.hit.span().overlaps(good.hit.span()) &&
				s.context.clause(bad.hit.span()).start == s.context.clause(good.hit.span()).start
		})
	})
}

// withoutOvershadowed leaves out each bare mention beside a verdict that says more.
func withoutOvershadowed(all []verdict) []verdict {
	for i := range all {
		if all[i].label == corpus.LabelNeutral {
			return slices.DeleteFunc(all, func(v verdict) bool { return overshadowed(v, all) })
		}
	}
	return all
}

// overshadowed reports whether a bare mention stands beside a verdict that says
// more of the same theme.
func overshadowed(v verdict, all []verdict) bool {
	return v.label == corpus.LabelNeutral && slices.ContainsFunc(all, func(o verdict) bool {
		return o.theme == v.theme && o.label != corpus.LabelNeutral
	})
}

// judge asks of one hit: which way does it speak, is it asserted, of whom, and
// where in the report. The first answer that rules it out ends the questions.
func (r *reader) judge(s *sentence, h hit) verdict {
	v := verdict{theme: h.theme, about: r.coder.codebook.Themes[h.theme].About, hit: h, status: corpus.Counted, silent: !r.explain}
	if r.explain {
		v.step("pattern", s.phrase(h.span()), h.pattern.ID, h.pattern.Kind.says())
	}
	clause := s.context.clause(h.span())
	v.scope(s, clause)
	if h.pattern.Kind == PatternFactor {
		v.factor(s, clause)
		return v
	}
	if v.valence(s, clause); v.label == corpus.LabelNeutral {
		v.status, v.score = corpus.Rejected, 0
		return v
	}
	v.weigh(s, clause)
	return v
}

// weigh asks of a hit that speaks one way whether it is asserted, of whom, and
// where in the report.
func (v *verdict) weigh(s *sentence, clause span) {
	ruled := v.furniture(s, clause) || v.assertion(s, clause) || v.subject(s, clause) || v.antecedent(s, clause) || v.place(s, clause)
	if !ruled && v.hit.pattern.Weak {
		v.weak = v.hold("a weak pattern: a person decides", "", v.hit.pattern.ID)
	}
	switch v.status {
	case corpus.Rejected:
		v.score = 0
	case corpus.Held:
		v.score /= 2
	}
}

// The most tokens of clauses that go on about a topic: from where its own begins to
// speak of it to the topic, from where the next goes on to the cue, within the
// opening of the next, and of a clause that stands between noun and verb.
const (
	mostLead     = 4
	mostToCue    = 6
	mostOpening  = 3
	mostRelative = 14
)

// carried judges a topic by the clause after its own, where that goes on about it:
// "assessments are timely, but they are not updated", "supervision had improved
// but remained irregular", "planning for children who are at risk is undermined".
func (r *reader) carried(s *sentence, h hit) []verdict {
	next, ok := s.context.next(h.span())
	if !ok || h.start-s.context.leads(h.span(), next) > mostLead {
		return nil
	}
	from, ok := next.start, s.pronounOpens(next) || s.verbOpens(next)
	if !ok {
		from, ok = s.resumes(h.span(), next)
	}
	if !ok {
		return nil
	}
	f, ok := s.context.deficitFrom(from, next)
	if !ok {
		return nil
	}
	v := verdict{theme: h.theme, about: r.coder.codebook.Themes[h.theme].About, hit: h, status: corpus.Counted, silent: !r.explain}
	v.scope(s, next)
	v.cued(s, corpus.LabelDeficit, "says that practice was lacking", f)
	v.score = scoreHedged
	v.weigh(s, next)
	return []verdict{v}
}

// deficitFrom returns the first cue of a deficit in a clause that begins with one of
// its words or soon after it.
func (c *context) deficitFrom(word int, clause span) (found, bool) {
	if c.lacks(CueDeficit) {
		return found{}, false
	}
	for _, f := range c.cues {
		if f.Sets == CueDeficit && clause.holds(f.span) && f.start >= word && f.start-word <= mostToCue {
			return f, true
		}
	}
	return found{}, false
}

// pronounOpens reports whether a clause has a pronoun for its subject.
func (s *sentence) pronounOpens(clause span) bool {
	return s.context.begins(CueRefers, span{clause.start, min(clause.end, clause.start+mostOpening)})
}

// verbOpens reports whether a clause that turns round has no subject of its own:
// after "but" and adverbs comes a verb.
func (s *sentence) verbOpens(clause span) bool {
	if !s.context.turns(clause) {
		return false
	}
	for i := clause.start + 1; i < clause.end && i <= clause.start+mostOpening; i++ {
		switch w := s.tokens[i].norm; {
		case s.forms[i].traits&isAuxiliary != 0, remains[w]:
			return true
		case !adverbs[w] && !asides[w]:
			return false
		}
	}
	return false
}

// Words that the part of a sentence behind "but" opens with: verbs that are no
// auxiliaries, and what may stand before one beside [adverbs].
var (
	remains = wordSet(`remain remains remained`)
	asides  = wordSet(`overall however`)
)

// resumes returns the verb of the clause of h, where that has none before next, a
// clause about some people that opens with "who".
func (s *sentence) resumes(h, next span) (verb int, ok bool) {
	if s.tokens[next.start].norm != "who" {
		return 0, false
	}
	before, from, to := span{s.context.clause(h).start, next.start}, next.start+2, min(next.end, next.start+mostRelative+1)
	speaks := false // a word that may be the verb
	for i := from; i < to && !speaks; i++ {
		_, lacks := s.context.deficitFrom(i, next)
		speaks = lacks && s.forms[i].traits&isAuxiliary != 0
	}
	if !speaks || s.hasVerb(before) {
		return 0, false
	}
	for i := from; i < to; i++ {
		if s.forms[i].traits&isAuxiliary != 0 && strings.HasPrefix(s.tags()[i-1], "N") && s.hasVerb(span{next.start, i}) {
			return i, true
		}
	}
	return 0, false
}

// hasVerb reports whether one of the words of in is a finite verb. Parts of speech
// are asked for only where no word is known to be one, since that takes long.
func (s *sentence) hasVerb(in span) bool {
	if slices.ContainsFunc(s.forms[in.start:in.end], func(e *entry) bool { return e.traits&(isAuxiliary|isPast) != 0 }) {
		return true
	}
	return slices.ContainsFunc(s.tags()[in.start:in.end], func(tag string) bool {
		return tag == "VBZ" || tag == "VBP" || tag == "VBD" || tag == "MD"
	})
}

func (h hit) span() span { return span{h.start, h.end} }

// scope notes the words in which a cue must stand to speak of the hit.
func (v *verdict) scope(s *sentence, clause span) {
	words, answer := s.phrase(clause), "the clause"
	if clause.start == 0 && clause.end == len(s.tokens) {
		words, answer = "", "the whole sentence"
	}
	v.step("scope", words, "", answer)
	if !v.silent {
		v.endings(s)
	}
}

func (v *verdict) step(question, words, rule, answer string) {
	if v.silent {
		return
	}
	v.steps = append(v.steps, Step{question, words, rule, answer})
}

func (v *verdict) settle(status corpus.CodingStatus, reason, words, rule string) bool {
	v.status, v.reason = status, reason
	if words != "" {
		v.reason = quoting(reason, words)
	}
	v.step("decision", words, rule, reason)
	return true
}

// quoting adds the words that decided to a reason.
func quoting(reason, words string) string { return reason + ": '" + words + "'" }

func (v *verdict) reject(reason, words, rule string) bool {
	return v.settle(corpus.Rejected, reason, words, rule)
}

func (v *verdict) hold(reason, words, rule string) bool {
	return v.settle(corpus.Held, reason, words, rule)
}

// inherited gives a sentence that says what followed ("This meant that ...") and
// has no deficit of its own the leading deficit of the sentence before.
func inherited(s *sentence, own []verdict) []verdict {
	if slices.ContainsFunc(own, verdict.countedDeficit) {
		return nil
	}
	var lead verdict
	for _, p := range s.prior {
		if p.countedDeficit() && p.score > lead.score {
			lead = p
		}
	}
	f, _ := s.context.any(CueConsequence, span{0, 1})
	const reason = "says what followed from the sentence before"
	v := verdict{
		theme: lead.theme, label: lead.label, status: corpus.Counted, score: lead.score * 0.8, cue: s.phrase(f.span),
		hit:    hit{lead.theme, lead.hit.pattern, lead.hit.place, f.start, f.end},
		reason: quoting(reason, s.phrase(f.span)), silent: lead.silent,
	}
	v.step("valence", v.cue, f.ID, reason)
	return []verdict{v}
}

// inherits reports whether s carries on the deficits of the sentence before.
func (r *reader) inherits(s *sentence) bool {
	if s.first && s.block.Kind == corpus.BlockBullet || !slices.ContainsFunc(s.prior, verdict.countedDeficit) {
		return false
	}
	if !r.opensAsConsequence(s) {
		return false
	}
	if s.context == nil {
		s.context = r.context(s)
	}
	_, ok := s.context.any(CueConsequence, span{0, 1})
	return ok
}

// opensAsConsequence reports whether a cue of a consequence stands at the
// beginning of s, be it hidden by another.
func (r *reader) opensAsConsequence(s *sentence) bool {
	return slices.ContainsFunc(r.coder.consequences, func(program int) bool {
		return r.cues.matchAt(&r.coder.cues.programs[program], s.cueing, 0) > 0
	})
}

func (v verdict) countedDeficit() bool {
	return v.label == corpus.LabelDeficit && v.status == corpus.Counted
}
