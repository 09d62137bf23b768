package themes

// scoped reports whether cues of the kind speak of some words of a sentence and
// not of others.
func (k CueKind) scoped() bool {
	switch k {
	case CueLater, CueResearch, CueOtherSubject, CueReviewProcess, CueView:
		return true
	}
	return k.Reaches()
}

// Reaches reports whether cues of the kind speak of the words up to so many away,
// on the side that their direction names. The others speak of all of their sentence
// or clause, whatever their direction and distance.
func (k CueKind) Reaches() bool {
	switch k {
	case CueDeficit, CueGood, CueNegated, CueNegator, CueQuestion, CueRecommendation, CueHypothetical, CuePossible, CueImproved, CueIntended:
		return true
	}
	return false
}

func scopedKinds() []string {
	var names []string
	for i, name := range cueKinds {
		if CueKind(i).scoped() {
			names = append(names, name)
		}
	}
	return names
}

// reaches reports whether the cue speaks of the words of h, and its scope does
// not end before it comes to them.
func (c *context) reaches(f found, h, clause span) bool {
	return f.reaches(h, clause) && !c.ended(f, h)
}

// reaches reports whether the words of h are in the direction and within the
// distance of the cue.
func (f found) reaches(h, clause span) bool {
	if h.holds(f.span) || f.Direction != Whole && !clause.holds(f.span) && !f.overlaps(h) {
		return false
	}
	if f.overlaps(h) || f.Direction == Whole {
		return true
	}
	before, after := h.start-f.end, f.start-h.end
	switch f.Direction {
	case Forward:
		return before >= 0 && before <= f.Within
	case Backward:
		return after >= 0 && after <= f.Within
	}
	return before >= 0 && before <= f.Within || after >= 0 && after <= f.Within
}

// ended reports whether words that end the scope of the cue stand between it and
// the words of h.
func (c *context) ended(f found, h span) bool {
	for _, e := range c.ends {
		if e.Cue == f.Cue && f.between(h).holds(e.span) {
			return true
		}
	}
	return false
}

// between returns the words between the cue and those of h, none where the two
// overlap.
func (f found) between(h span) span {
	if f.end <= h.start {
		return span{f.end, h.start}
	}
	return span{h.end, f.start}
}

// endings notes each cue of which the scope ends before it comes to the hit.
func (v *verdict) endings(s *sentence) {
	for _, e := range s.context.ends {
		var ended found // of several, such as "lack" and "lack of", the last
		for _, f := range s.context.cues {
			if e.Cue == f.Cue && f.between(v.span()).holds(e.span) {
				ended = f
			}
		}
		if ended.Cue != nil {
			v.step("until", s.phrase(e.span), e.ID, "the cue '"+s.phrase(ended.span)+"' has no say beyond")
		}
	}
}
