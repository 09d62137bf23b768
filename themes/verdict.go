package themes

import (
	"cmp"
	"slices"
	"strings"

	"thematic/corpus"
)

// verdict is what the coder decided on one theme in one sentence.
type verdict struct {
	hit
	label  corpus.Label
	status corpus.CodingStatus
	reason string
	words  string // that decided, which stand behind the reason
	cue    string
	score  float64
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

// decide judges every hit and keeps one verdict for each theme and label, of a theme
// without a bare mention beside what says more. Inherits says that s carries on
// the deficits of the sentence before.
func (r *reader) decide(s *sentence, hits []hit, inherits bool) []verdict {
	r.judged = r.judged[:0]
	for _, h := range hits {
		if s.context.runsOn(h) {
			continue
		}
		v := r.judge(s, h)
		if v.label != corpus.LabelDeficit && h.pattern.Kind == PatternTopic {
			r.carried(s, h)
		}
	}
	if inherits && !haveDeficit(r.judged) {
		r.inherited(s)
	}
	r.verdicts[0], r.verdicts[1] = r.verdicts[1], r.verdicts[0]
	kept, order := r.verdicts[0][:0], r.inOrder(s)
	for i, v := range order {
		if i > 0 && (v.overshadowed(order[i-1]) || v.theme == order[i-1].theme && v.label == order[i-1].label) {
			continue
		}
		kept = append(kept, *v)
	}
	r.verdicts[0] = kept
	return kept
}

// overshadowed reports whether v is a bare mention behind a verdict that says more of
// the same theme, beside which it is left out.
func (v *verdict) overshadowed(before *verdict) bool {
	return v.label == corpus.LabelNeutral && v.theme == before.theme
}

// inOrder returns what was judged, but for what is contradicted, by theme and label,
// a bare mention last and of each label what counts first, by a certain pattern before
// others, and then what is surest. Places are sorted, since verdicts are large.
func (r *reader) inOrder(s *sentence) []*verdict {
	r.order = r.order[:0]
	for i := range r.judged {
		if v := &r.judged[i]; !contradicted(s, v, r.judged) {
			r.order = append(r.order, v)
		}
	}
	slices.SortStableFunc(r.order, func(a, b *verdict) int {
		if a.theme != b.theme {
			return a.theme - b.theme
		}
		return cmp.Or(cmp.Compare(a.label, b.label), cmp.Compare(rank(b.status), rank(a.status)), cmp.Compare(certainty(b), certainty(a)), cmp.Compare(b.score, a.score))
	})
	return r.order
}

// certain reports whether a certain pattern found v.
func (v *verdict) certain() bool { return v.pattern.Strength == StrengthCertain }

// certainty orders what certain patterns found before the rest.
func certainty(v *verdict) int {
	if v.certain() {
		return 1
	}
	return 0
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

// contradicted reports whether a verdict is praise whose words a counted deficit of
// the same theme takes up in the same clause: "the assessment was completed without
// meeting him".
func contradicted(s *sentence, good *verdict, all []verdict) bool {
	if good.label != corpus.LabelGoodPractice {
		return false
	}
	for i := range all {
		if bad := &all[i]; bad.theme == good.theme && bad.countedDeficit() && bad.span().overlaps(good.span()) &&
			s.context.clause(bad.span()).start == s.context.clause(good.span()).start {
			return true
		}
	}
	return false
}

// open begins the verdict on a hit. It may move when the next one is begun.
func (r *reader) open(h hit) *verdict {
	r.judged = append(r.judged, verdict{hit: h, status: corpus.Counted, silent: !r.explain})
	return &r.judged[len(r.judged)-1]
}

// judge asks of one hit: which way does it speak, is it asserted, of whom, and
// where in the report. The first answer that rules it out ends the questions.
func (r *reader) judge(s *sentence, h hit) *verdict {
	v := r.open(h)
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
	ruled := v.furniture(s) || v.assertion(s, clause) || v.subject(s, clause) || v.antecedent(s) || v.place(s)
	if !ruled && v.pattern.Strength == StrengthWeak {
		v.weak = v.hold("a weak pattern: a person decides", "", v.pattern.ID)
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
func (r *reader) carried(s *sentence, h hit) {
	next, ok := s.context.next(h.span())
	if !ok || h.start-s.context.leads(h.span(), next) > mostLead {
		return
	}
	from, ok := next.start, s.pronounOpens(next) || s.verbOpens(next)
	if !ok {
		from, ok = s.resumes(h.span(), next)
	}
	if !ok {
		return
	}
	f, ok := s.context.deficitFrom(from, next)
	if !ok {
		return
	}
	v := r.open(h)
	v.scope(s, next)
	v.cued(s, corpus.LabelDeficit, "says that practice was lacking", f)
	v.score = scoreHedged
	v.weigh(s, next)
}

// deficitFrom returns the first cue of a deficit in a clause that begins with one of
// its words or soon after it.
func (c *context) deficitFrom(word int, clause span) (found, bool) {
	return c.first(CueDeficit, func(f found) bool {
		return clause.holds(f.span) && f.start >= word && f.start-word <= mostToCue
	})
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
	if clause == s.whole() {
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
	v.status, v.reason, v.words = status, reason, words
	v.step("decision", words, rule, reason)
	return true
}

// says is the reason with the words that decided.
func (v *verdict) says() string {
	if v.words == "" {
		return v.reason
	}
	return v.reason + ": '" + v.words + "'"
}

func (v *verdict) reject(reason, words, rule string) bool {
	return v.settle(corpus.Rejected, reason, words, rule)
}

func (v *verdict) hold(reason, words, rule string) bool {
	return v.settle(corpus.Held, reason, words, rule)
}

// inherited gives a sentence that says what followed ("This meant that ...") and
// has no deficit of its own the leading deficit of the sentence before.
func (r *reader) inherited(s *sentence) {
	var lead *verdict
	for i := range s.prior {
		if p := &s.prior[i]; p.countedDeficit() && (lead == nil || p.score > lead.score) {
			lead = p
		}
	}
	f, _ := s.context.any(CueConsequence, span{0, 1})
	v := r.open(hit{lead.owner, f.start, f.end})
	v.speak(lead.label, lead.score*0.8, "says what followed from the sentence before", s.phrase(f.span), f.ID)
}

// inherits reports whether s carries on the deficits of the sentence before.
func (r *reader) inherits(s *sentence) bool {
	if s.first && s.block.Kind == corpus.BlockBullet || !haveDeficit(s.prior) {
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

func (v *verdict) countedDeficit() bool {
	return v.label == corpus.LabelDeficit && v.status == corpus.Counted
}

// haveDeficit reports whether one of the verdicts is a counted deficit.
func haveDeficit(verdicts []verdict) bool {
	for i := range verdicts {
		if verdicts[i].countedDeficit() {
			return true
		}
	}
	return false
}
