package themes

import (
	"slices"
	"strings"
)

// clauses returns the clauses as spans of words; they cover the sentence.
func (c *context) clauses() []span {
	if len(c.parted) == 0 {
		c.parted = clauses(c.parted, c.sentence, c.cues)
	}
	return c.parted
}

// openers begin a clause that ends at the next comma.
var openers = wordSet(`because as since although though while whilst when where if despite without unless whereas given once until`)

// clauses appends to out the clauses of a sentence, parted at terminators
// ("but", "although", "which meant"), at semicolons and dashes, and after an
// opening clause ("Although ..., "). The cues are in the order of their words.
func clauses(out []span, s *sentence, cues []found) []span {
	n := len(s.tokens)
	opening := n > 0 && openers[s.tokens[0].norm]
	from := 0
	for i := 1; i < n; i++ {
		begins := false
		for ; len(cues) > 0 && cues[0].start <= i; cues = cues[1:] {
			begins = begins || cues[0].start == i && cues[0].Sets == CueTerminate
		}
		gap := s.text[s.tokens[i-1].end:max(s.tokens[i].start, s.tokens[i-1].end)]
		comma := opening && i > 3 && strings.IndexByte(gap, ',') >= 0
		if comma {
			opening = false
		}
		if begins || comma || breaksClause(gap) && !s.labels(i) || s.forms[i].traits&isAnd != 0 && s.joinsClauses(from, i) {
			out = append(out, span{from, i})
			from = i
		}
	}
	return append(out, span{from, n})
}

// breaksClause reports whether what stands between two words parts clauses.
func breaksClause(gap string) bool {
	if len(gap) < 2 || gap == ", " {
		return false
	}
	return strings.ContainsAny(gap, ";:") || strings.Contains(gap, "–") || strings.Contains(gap, " - ") || strings.Contains(gap, "—")
}

// labels reports whether the words before the i-th are the label of what
// follows: "Recommendation 3:".
func (s *sentence) labels(i int) bool {
	return i == 1 || i <= 3 && s.tokens[i-1].norm[0] <= '9'
}

// joinsClauses reports whether the "and" at i begins a clause with a subject of
// its own: there is a verb between from and i, and after it a noun and a verb.
func (s *sentence) joinsClauses(from, i int) bool {
	verb := slices.ContainsFunc(s.forms[from:i], func(e *entry) bool { return e.traits&isAuxiliary != 0 })
	if !verb || i+2 >= len(s.tokens) || s.forms[i+1].traits&isAuxiliary != 0 || adverbs[s.tokens[i+1].norm] || participle(s.tokens[i+1].norm) {
		return false
	}
	for j := i + 2; j < len(s.tokens) && j <= i+6; j++ {
		switch w := s.tokens[j].norm; {
		case s.forms[j].traits&isAuxiliary != 0:
			return true
		case w == "that", w == "which", w == "who", w == "to":
			return false
		}
	}
	return false
}

var auxiliaries = wordSet(`is are was were has have had do does did will would can could should must may might`)

// clause returns the clause in which the words of h begin.
func (c *context) clause(h span) span {
	for _, cl := range c.clauses() {
		if h.start < cl.end {
			return span{cl.start, max(cl.end, h.end)}
		}
	}
	return h
}

// next returns the clause after the one in which h begins.
func (c *context) next(h span) (span, bool) {
	for i, cl := range c.clauses() {
		if h.start < cl.end {
			if i+1 == len(c.parted) {
				return span{}, false
			}
			return c.parted[i+1], h.end <= cl.end
		}
	}
	return span{}, false
}

// leads returns where the clause of h begins to speak of its subject. Where the
// two clauses are set against each other, that is after words of praise that have
// h for their object: "there had been some improvement in supervision, but it".
func (c *context) leads(h, next span) int {
	clause := c.clause(h)
	if good, ok := c.praises(h, clause); ok && good.end <= h.start && (c.turns(clause) || c.turns(next)) {
		return good.end
	}
	return clause.start
}

// turns reports whether a clause opens by turning round: "but", "although".
func (c *context) turns(clause span) bool {
	f, ok := c.any(CueContrast, span{clause.start, clause.start + 1})
	return ok && f.start == clause.start
}

// leastSide is of how many words a side of a sentence is at least.
const leastSide = 4

// turn returns where the second side of a sentence that turns round begins: "a, but
// b", "while a, b". It is 0 where it does not, or where a side says next to nothing.
func (c *context) turn() int {
	if c.lacks(CueContrast) {
		return 0
	}
	all := c.clauses()
	for i, clause := range all {
		at := clause.start
		if i == 0 && len(all) > 1 {
			at = all[1].start
		}
		if c.turns(clause) && at >= leastSide && len(c.sentence.tokens)-at >= leastSide && !c.corrects(clause) {
			return at
		}
	}
	return 0
}

// corrects reports whether a clause that turns round puts right what was denied just
// before: "what was lacking was not concern but a proper assessment".
func (c *context) corrects(clause span) bool {
	return slices.ContainsFunc(c.cues, func(f found) bool {
		return f.Sets == CueNegator && f.end < clause.start && clause.start-f.end < leastSide
	})
}

// runsOn reports whether the words of h run on into a clause that turns round, or is
// turned round to, and says something else: what there is besides, "supervision was
// thorough, but there was a lack", what somebody got, "missed, even though they had
// received no letter", or anything with a subject of its own behind praise, "prompt, but
// the report".
func (c *context) runsOn(h hit) bool {
	if c.lacks(CueContrast) {
		return false
	}
	for i, clause := range c.clauses() {
		if clause.start <= h.start || clause.start+1 >= h.end {
			continue
		}
		opens := clause.start
		turns := c.turns(clause)
		if turns {
			opens++
			if c.sentence.forms[opens].traits&isArticle != 0 && (h.pattern.Kind == PatternGood || c.leaves(h, i)) {
				return true
			}
		}
		there := c.sentence.tokens[opens].norm == "there" && opens+1 < clause.end && c.sentence.forms[opens+1].traits&isAuxiliary != 0
		if !there && !(c.sentence.pronounOpens(clause) && c.sentence.receives(span{clause.start, h.end})) {
			continue
		}
		if before := c.parted[i-1]; turns || c.turns(before) && c.sentence.hasVerb(before) {
			return true
		}
	}
	return false
}

// leaves reports whether what h begins with is praised and the clause of the number
// given, in which h ends, has another subject: "the assessment was thorough, but the
// father was not included".
func (c *context) leaves(h hit, clause int) bool {
	from := c.parted[clause].start
	if _, praised := c.speaks(CueGood, span{h.start, from}, c.parted[clause-1]); !praised {
		return false
	}
	begins := *c.sentence.forms[h.start].key
	return !slices.ContainsFunc(c.sentence.forms[from:h.end], func(e *entry) bool { return *e.key == begins })
}

// answered returns the cue of praise in what a clause leads to that opens a sentence
// with "when" or "where" and tells of no event: "when a plan is not kept to, workers
// act quickly".
func (c *context) answered(clause span) (found, bool) {
	s := c.sentence
	if clause.start != 0 || s.tokens[0].norm != "when" && s.tokens[0].norm != "where" {
		return found{}, false
	}
	next, ok := c.next(clause)
	if !ok || slices.ContainsFunc(s.forms[:clause.end], func(e *entry) bool { return e.traits&isPast != 0 }) {
		return found{}, false
	}
	if _, ok := c.first(CueDeficit, func(f found) bool { return f.start >= next.start && !c.isDenied(f.span) }); ok {
		return found{}, false
	}
	return c.any(CueGood, next)
}
