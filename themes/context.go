package themes

import (
	"slices"
	"strings"
)

// context is what the cues of a sentence say. The reader has one, which the
// next sentence uses again.
type context struct {
	cues     []found
	kinds    uint64  // of the cues, a bit for each
	met      []found // every cue, the hidden ones too
	ends     []found // of the scope of single cues: the words that their until names
	sentence *sentence
	parted   []span // the clauses, once asked for
}

// span is a half-open range of words.
type span struct{ start, end int }

func (a span) overlaps(b span) bool { return a.start < b.end && b.start < a.end }
func (a span) holds(b span) bool    { return a.start <= b.start && b.end <= a.end }

// found is a cue met in a sentence.
type found struct {
	*Cue
	span
}

// axis groups the kinds of cue that speak of the same question. Within an axis
// the longer of two overlapping cues hides the shorter: "should have been"
// hides "should", "no longer" hides "no".
func (k CueKind) axis() int {
	switch k {
	case CueFamily, CueProfessional:
		return 1
	case CueResearch, CueOtherSubject, CueReviewProcess, CueView, CueAdopted, CueApplied, CueLater:
		return 2
	case CueTerminate:
		return 3
	case CueQuestion, CueHypothetical:
		return 4
	case CueJudgement:
		return 5
	case CueConsequence, CueLendDeficit, CueLendGood:
		return 6
	case CueNegator:
		return 7
	case CueContrast:
		return 8
	case CueImproved:
		return 9
	case CueIntended:
		return 10
	case CueReceived:
		return 11
	case CueRefers:
		return 12
	}
	return 0
}

// context finds the cues and clauses of s.
func (r *reader) context(s *sentence) *context {
	c := &r.setting
	c.met, c.ends = c.met[:0], c.ends[:0]
	r.cues.find(s.cueing, func(m match) {
		at := span{m.start, m.end}
		if end := m.program - len(r.coder.cueOf); end >= 0 {
			c.ends = append(c.ends, found{r.coder.endOf[end], at})
			return
		}
		c.met = append(c.met, found{r.coder.cueOf[m.program], at})
	})
	c.cues, c.kinds = mask(c.cues[:0], c.met), 0
	for _, f := range c.cues {
		c.kinds |= 1 << f.Sets
	}
	c.sentence, c.parted = s, c.parted[:0]
	return c
}

// lacks reports whether there is no cue of kind, as of most kinds in most
// sentences.
func (c *context) lacks(kind CueKind) bool { return c.kinds&(1<<kind) == 0 }

// mask appends to out the cues that no longer one of their axis and no pseudo
// cue covers.
func mask(out, cues []found) []found {
	slices.SortStableFunc(cues, longestFirst)
	for _, c := range cues {
		hidden := slices.ContainsFunc(out, func(o found) bool { return o.hides(c) })
		if !hidden {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b found) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return a.end - b.end
	})
	return out
}

// longestFirst compares cues by their length, their place and their names.
func longestFirst(a, b found) int {
	if by := (b.end - b.start) - (a.end - a.start); by != 0 {
		return by
	}
	if a.start != b.start {
		return a.start - b.start
	}
	return strings.Compare(a.ID, b.ID)
}

// hides reports whether f, at least as long as c, leaves c no say.
func (f found) hides(c found) bool {
	if f.Sets == c.Sets {
		return f.span == c.span && f.Direction == c.Direction
	}
	longer := f.end-f.start > c.end-c.start
	return longer && f.overlaps(c.span) && (f.Sets.axis() == c.Sets.axis() || f.Sets == CuePseudo && f.holds(c.span))
}

// first returns the first cue of kind of which is holds.
func (c *context) first(kind CueKind, is func(f found) bool) (found, bool) {
	if c.lacks(kind) {
		return found{}, false
	}
	for _, f := range c.cues {
		if f.Sets == kind && is(f) {
			return f, true
		}
	}
	return found{}, false
}

// nearest returns the cue of kind that reaches h from the least distance.
func (c *context) nearest(kind CueKind, h, clause span) (found, bool) {
	var best found
	if c.lacks(kind) {
		return best, false
	}
	least := 1 << 30
	for _, f := range c.cues {
		if f.Sets != kind || !c.reaches(f, h, clause) {
			continue
		}
		if d := max(h.start-f.end, f.start-h.end, 0); d < least {
			best, least = f, d
		}
	}
	return best, least < 1<<30
}

// praises returns the cue that speaks of the words of h as of sound practice, or
// as of practice that got better.
func (c *context) praises(h, clause span) (found, bool) {
	if f, ok := c.nearest(CueGood, h, clause); ok {
		return f, true
	}
	return c.nearest(CueImproved, h, clause)
}

// speaks returns the cue of kind inside the words of h or reaching them.
func (c *context) speaks(kind CueKind, h, clause span) (found, bool) {
	if f, ok := c.first(kind, func(f found) bool { return h.holds(f.span) }); ok {
		return f, true
	}
	return c.nearest(kind, h, clause)
}

// contradicts reports whether a cue of a deficit goes on from the word with which the
// condition f begins: "if it had been shared" says that it was not, but "without
// supervision workers may" does not say that there was none.
func (c *context) contradicts(f found) bool {
	_, ok := c.first(CueDeficit, func(o found) bool { return o.overlaps(span{f.start, f.start + 1}) && o.end > f.start+1 })
	return ok
}

// doubts returns the cue inside the words of h by which their deficit only may be
// so: "supervision may have been inadequate".
func (c *context) doubts(h span) (found, bool) {
	return c.first(CuePossible, func(f found) bool { return h.holds(f.span) && c.lacking(f.span) })
}

// lacking reports whether the words of sp hold a deficit or a negation, be its
// cue hidden by a longer one.
func (c *context) lacking(sp span) bool {
	return slices.ContainsFunc(c.met, func(f found) bool {
		return (f.Sets == CueDeficit || f.Sets == CueNegator) && sp.holds(f.span)
	})
}

// any returns the first cue of kind in the words of in.
func (c *context) any(kind CueKind, in span) (found, bool) { return c.about(kind, in, in) }

// begins reports whether a cue of kind begins in the words of in.
func (c *context) begins(kind CueKind, in span) bool {
	_, ok := c.first(kind, func(f found) bool { return f.start >= in.start && f.start < in.end })
	return ok
}

// about returns the first cue of kind in the words of in of which the scope does
// not end before it comes to the words of h.
func (c *context) about(kind CueKind, in, h span) (found, bool) {
	return c.first(kind, func(f found) bool { return in.overlaps(f.span) && !c.ended(f, h) })
}

// denied returns the negator that stands right before the word at i: "did not
// lose sight of", "no sign of any drift".
func (c *context) denied(i int, clause span) (found, bool) {
	return c.first(CueNegator, func(f found) bool {
		return f.end <= i && i-f.end <= f.Within && f.start >= clause.start && !c.ended(f, span{i, i + 1}) &&
			!slices.ContainsFunc(c.sentence.tokens[f.end:i], func(t token) bool { return !carriesDenial[t.norm] })
	})
}

// carriesDenial are the words a denial passes through on its way to a deficit.
var carriesDenial = wordSet(`any a an the such undue real serious significant obvious apparent further this that these
	in of find found see saw identify identified evidence sign been be being show ever simply just`)

// spoils returns the cue of a deficit inside the words of sp, or before them and
// reaching them: "plans are not always robust", "lack of robust plans".
func (c *context) spoils(sp, clause span) (found, bool) {
	return c.first(CueDeficit, func(f found) bool {
		return (f.overlaps(sp) || f.end <= sp.start && c.reaches(f, sp, clause)) && !c.isDenied(f.span)
	})
}

// negates returns the cue of denial that overlaps the words of sp or reaches
// them: "no lack of", "cannot be criticised". One that began in the clause before
// denies nothing here: "no evidence of drift, but neglect was overlooked".
func (c *context) negates(sp, clause span) (found, bool) {
	return c.first(CueNegated, func(f found) bool {
		return (f.start >= clause.start || f.Direction == Whole) && (f.overlaps(sp) || c.reaches(f, sp, clause))
	})
}

// isDenied reports whether a cue of denial covers part of sp: "no failure in".
func (c *context) isDenied(sp span) bool {
	_, ok := c.first(CueNegated, func(f found) bool { return f.overlaps(sp) })
	return ok
}

// marked reports whether the words of sp hold a cue of a deficit or a negation.
func (c *context) marked(sp span) bool {
	return slices.ContainsFunc(c.cues, func(f found) bool {
		return (f.Sets == CueDeficit || f.Sets == CueNegator) && f.overlaps(sp)
	})
}
