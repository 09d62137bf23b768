package themes

import (
	"fmt"

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
	c, sp := s.context, v.hit.span()
	if neg, ok := c.nearest(CueNegated, sp, clause); ok && v.hit.pattern.Kind != PatternGood {
		v.neutral("the deficit is denied", s.phrase(neg.span), neg.ID)
		return
	}
	bad, isBad := c.nearest(CueDeficit, sp, clause)
	from := sp.start
	if v.hit.pattern.Kind != PatternDeficit && isBad {
		from = bad.start
	}
	if v.hit.pattern.Kind == PatternDeficit || isBad {
		if neg, ok := c.denied(s, from); ok {
			v.neutral("the deficit is denied", s.phrase(span{neg.start, from + 1}), neg.ID)
			return
		}
	}
	good, isGood := c.nearest(CueGood, sp, clause)
	switch {
	case v.hit.pattern.Kind == PatternDeficit:
		v.speak(corpus.LabelDeficit, scorePattern, "says that practice was lacking", s.phrase(sp), v.hit.pattern.ID)
	case v.hit.pattern.Kind == PatternGood && isBad && (bad.end <= sp.start || bad.overlaps(sp)):
		v.speak(corpus.LabelDeficit, scoreCue, "denies good practice", s.phrase(bad.span), bad.ID)
	case v.hit.pattern.Kind == PatternGood:
		v.speak(corpus.LabelGoodPractice, scorePattern, "says that practice was sound", s.phrase(sp), v.hit.pattern.ID)
	case isBad:
		v.speak(corpus.LabelDeficit, scoreCue, "says that practice was lacking", s.phrase(bad.span), bad.ID)
	case isGood:
		v.speak(corpus.LabelGoodPractice, scoreCue, "says that practice was sound", s.phrase(good.span), good.ID)
	case s.lent() != "":
		v.speak(s.lent(), scoreLent, fmt.Sprintf("stands under %q", s.lead.words), s.lead.words, "heading")
	default:
		v.neutral("names the theme and says neither that practice was lacking nor that it was sound", "", "")
	}
}

func (v *verdict) speak(label corpus.Label, score float64, reason, words, rule string) {
	v.label, v.score, v.cue = label, score, words
	v.reason = fmt.Sprintf("%s: '%s'", reason, words)
	v.step("valence", words, rule, reason)
}

func (v *verdict) neutral(reason, words, rule string) {
	v.label, v.cue, v.reason = corpus.LabelNeutral, words, reason
	if words != "" {
		v.reason = fmt.Sprintf("%s: '%s'", reason, words)
	}
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
		return r.leadOf(body, false)
	case b.Kind == corpus.BlockParagraph && len(body) > 0 && body[len(body)-1] == ':':
		if in := r.leadOf(body, true); in.label != "" {
			return in
		}
	case b.Kind == corpus.BlockParagraph && l.inList:
		return lead{}
	}
	return l
}

// leadOf reads the polarity of a heading or lead-in from its cues.
func (r *reader) leadOf(body string, inList bool) lead {
	s := &sentence{text: body, span: corpus.Span{Start: 0, End: len(body)}}
	if len(body) > 400 {
		return lead{}
	}
	r.tokenise(s)
	c := r.context(s)
	whole := span{0, len(s.tokens)}
	if f, ok := c.any(CueLendDeficit, whole); ok {
		return lead{corpus.LabelDeficit, s.phrase(f.span), inList}
	}
	if f, ok := c.any(CueLendGood, whole); ok {
		return lead{corpus.LabelGoodPractice, s.phrase(f.span), inList}
	}
	return lead{}
}

// lent returns the polarity that a bare topic in s takes from above it.
func (s *sentence) lent() corpus.Label {
	if s.block.Kind != corpus.BlockBullet || !s.first {
		return ""
	}
	if s.rule.Lends != "" {
		return s.rule.Lends
	}
	return s.lead.label
}
