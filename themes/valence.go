package themes

import (
	"strings"

	"thematic/corpus"
)

// Scores: how sure a rule is, before the section has its say.
const (
	scorePattern = 0.9
	scoreCue     = 0.7
	scoreLent    = 0.6
	scoreHedged  = 0.5
)

// valence decides whether the hit speaks of practice that was lacking, sound,
// or neither.
func (v *verdict) valence(s *sentence, clause span) {
	c, sp, kind := s.context, v.span(), v.pattern.Kind
	bad, isBad := c.nearest(CueDeficit, sp, clause)
	good, isGood := c.praises(sp, clause)
	if answer, ok := c.answered(clause); ok && (kind == PatternDeficit || c.lacking(clause)) {
		v.neutral("says what sound practice answers", s.phrase(answer.span), answer.ID)
		return
	}
	if neg, ok := v.denial(s, clause, bad, isBad); ok {
		v.deny(s, neg)
		if isGood {
			v.cued(s, corpus.LabelGoodPractice, "says that practice was sound", good)
		}
		return
	}
	praised := !isBad && (kind == PatternGood || isGood && (kind != PatternDeficit || !c.marked(sp)))
	switch {
	case praised && s.wishes():
		_, words := s.lent()
		v.speak(corpus.LabelDeficit, scoreLent, "stands under the heading", words, "heading")
	case praised && kind == PatternDeficit:
		v.neutral("the words around it speak of sound practice", s.phrase(good.span), good.ID)
	case kind == PatternDeficit:
		v.speak(corpus.LabelDeficit, scorePattern, "says that practice was lacking", s.phrase(sp), v.pattern.ID)
	case kind == PatternGood:
		if no, ok := c.spoils(sp, clause); ok {
			if neg, ok := c.negates(no.span, clause); ok {
				v.deny(s, neg)
				return
			}
			v.cued(s, corpus.LabelDeficit, "denies good practice", no)
			return
		}
		v.speak(corpus.LabelGoodPractice, scorePattern, "says that practice was sound", s.phrase(sp), v.pattern.ID)
	case isBad:
		v.cued(s, corpus.LabelDeficit, "says that practice was lacking", bad)
	case isGood:
		v.cued(s, corpus.LabelGoodPractice, "says that practice was sound", good)
	case s.asks():
		v.neutral("asks a question", "?", "question_mark")
	default:
		if label, words := s.lent(); label != "" {
			v.speak(label, scoreLent, "stands under the heading", words, "heading")
			return
		}
		v.neutral("names the theme and says neither that practice was lacking nor that it was sound", "", "")
		v.swallowed(s)
	}
}

// swallowed notes the cue of a deficit that stands within the words of the hit, as in a
// gap of its pattern, where it has no say.
func (v *verdict) swallowed(s *sentence) {
	if f, ok := s.context.first(CueDeficit, func(f found) bool { return v.span().holds(f.span) }); ok {
		v.step("within", s.phrase(f.span), f.ID, "a cue has no say within the words of the pattern: a pattern of deficit that holds it counts by itself")
	}
}

// wishes reports whether s stands where a deficit is lent and has no verb, so that
// its good words praise nothing but name what there should be: "The timely access
// to early help" under "What needs to improve".
func (s *sentence) wishes() bool {
	if label, _ := s.lent(); label != corpus.LabelDeficit {
		return false
	}
	clause := s.context.clauses()[0].end
	for _, form := range s.forms[:clause] {
		if form.traits&isFinite != 0 {
			return false // before the tagger is asked, which takes long
		}
	}
	for i, tag := range s.tags()[:clause] {
		switch tag {
		case "VB":
			if i > 1 && strings.HasSuffix(s.tokens[i-1].norm, "ly") && s.tokens[i-2].norm != "to" {
				return false // "agencies effectively identify", not "to effectively identify"
			}
		case "VBZ", "VBP", "VBD", "MD":
			return false
		}
	}
	return true
}

// denial returns the cue by which the sentence denies the deficit: a cue that
// reaches it ("no lack of", "cannot be criticised"), or a negation right before
// the words that state it ("did not lose sight of").
func (v *verdict) denial(s *sentence, clause span, bad found, isBad bool) (found, bool) {
	c, sp := s.context, v.span()
	if v.pattern.Kind == PatternGood || v.pattern.Kind == PatternTopic && !isBad {
		return found{}, false
	}
	if f, ok := c.negates(sp, clause); ok {
		return f, true
	}
	from := sp.start
	if v.pattern.Kind == PatternTopic {
		from = bad.start
	}
	if f, ok := c.denied(from, clause); ok {
		f.end = from + 1
		return f, true
	}
	return found{}, false
}

// deny keeps a deficit from counting because the cue neg denies it.
func (v *verdict) deny(s *sentence, neg found) {
	v.denied = true
	v.neutral("the deficit is denied", s.together(neg.span, v.span()), neg.ID)
	v.cue = s.phrase(neg.span)
}

func (v *verdict) speak(label corpus.Label, score float64, reason, words, rule string) {
	v.label, v.score, v.cue = label, score, words
	v.reason, v.words = reason, words
	v.step("valence", words, rule, reason)
}

// cued lets a cue say which way the hit speaks, and quotes both in the reason.
func (v *verdict) cued(s *sentence, label corpus.Label, reason string, f found) {
	v.speak(label, scoreCue, reason, s.together(f.span, v.span()), f.ID)
	v.cue = s.phrase(f.span)
}

func (v *verdict) neutral(reason, words, rule string) {
	v.label, v.cue, v.reason, v.words = corpus.LabelNeutral, words, reason, words
	v.step("valence", words, rule, reason)
}

// lead is what a heading, or a line that ends in a colon, lends to the list
// under it.
type lead struct {
	label  corpus.Label
	words  string
	inList bool // the line before was a lead-in: it holds for the list only
}

// after returns the lead that holds for the block that follows b.
func (l lead) after(b *corpus.Block, body string, r *reader) lead {
	switch {
	case b.Kind == corpus.BlockHeading:
		return r.leadOf(body)
	case b.Kind == corpus.BlockParagraph && len(body) > 0 && body[len(body)-1] == ':':
		if in := r.leadOf(body); in.label != "" {
			in.inList = true
			return in
		}
	case b.Kind == corpus.BlockParagraph && l.inList:
		return lead{}
	}
	return l
}

// leadOf reads the polarity of a heading or lead-in from its cues.
func (r *reader) leadOf(body string) lead {
	s := &sentence{text: body, span: corpus.Span{Start: 0, End: len(body)}}
	if len(body) > 400 {
		return lead{}
	}
	r.tokenise(s)
	c := r.context(s)
	if f, ok := c.any(CueLendDeficit, s.whole()); ok {
		return lead{label: corpus.LabelDeficit, words: s.phrase(f.span)}
	}
	if f, ok := c.any(CueLendGood, s.whole()); ok {
		return lead{label: corpus.LabelGoodPractice, words: s.phrase(f.span)}
	}
	return lead{}
}

// lent returns the polarity that a bare topic in s takes from above it, and the
// words that lend it.
func (s *sentence) lent() (corpus.Label, string) {
	if f, ok := s.context.any(CueLendDeficit, span{0, 1}); ok && f.start == 0 {
		return corpus.LabelDeficit, s.phrase(f.span)
	}
	listed := s.block.Kind == corpus.BlockBullet && s.first
	switch {
	case s.rule.Lends != "" && (listed || s.rule.Lends == corpus.LabelGoodPractice && s.past()):
		return s.rule.Lends, s.opening
	case listed:
		return s.lead.label, s.lead.words
	}
	return "", ""
}
