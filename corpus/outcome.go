package corpus

import (
	"regexp"
	"slices"
	"strings"
)

var (
	deathVerb = Lazily(`\b(?:died|drowned|passed away|(?:was|were) pronounced (?:dead|deceased)|(?:was|were) fatally \w+|(?:was|were|been) (?:\w+ly )?(?:killed|murdered|stabbed to death|found dead)|(?:took|taken) (?:his|her|their) own li(?:fe|ves)|lost (?:his|her|their) li(?:fe|ves))\b`)
	harmWord  = Lazily(`\b(?:survived|injur(?:y|ies|ed)|fractur\w+|broken|burn(?:s|ed|t)?|scald\w*|beaten|bruis\w+|bleeding|stabbed|harm|harmed|neglected|neglect|underweight|malnourished|abused|exploited|pressure sores|overdose|hurt|intensive care|kilograms|disability|lasting)\b`)
	// harmVerb is what happened to a child that came to harm.
	harmVerb = Lazily(`\b(?:(?:was|were|being) (?:himself |herself |themselves )?(?:\w+ly )?(?:admitted|taken|brought|rushed|found|discovered|injured|harmed|stabbed|scalded|burned|burnt|hurt|abused|exploited|assaulted|shot|attacked|poisoned)|harmed (?:herself|himself|themselves)|(?:had )?suffered|sustained|brought (?:him|her|the baby|the child) to)\b|\b(?:survived|recovered|been (?:\w+ly )?(?:harmed|injured|neglected|abused|beaten))\b`)
	// lasting is harm that has no day.
	lasting = []string{"abused", "exploited", "neglected"}
	// broughtIn is said of a child whom somebody else brings to hospital.
	broughtIn = Lazily(`^brought (?:him|her|the baby|the child)\b`)
	relation  = `mother|father|parents?|brother|sister|siblings?|partner|step\w+|half-\w+|grand\w+|uncle|aunt|cousin|wife|husband|friend|carers?|nurse|visitor|worker|teacher|officer|doctor|man|woman|lodger`
	// agent is whoever a verb may be said of.
	agent    = `\b(?:` + relation + `)\b|\b(?:Ms|Mr|Mrs|Miss|Dr)\.? [A-Z]\w*|\b(?:he|she|they|He|She|They|who|himself|herself)\b|\b(?:the|this|The|This|These|these|both|Both|two|All three) (?:\w+ )?(?:boy|girl|baby|child|children|infant|teenager|twins|boys|girls|sisters|brothers|young (?:person|people|women|woman))\b|\ba (?:\w+ )?(?:boy|girl|baby) (?:of|aged)\b`
	pronoun  = Lazily(`^(?:he|she|they|He|She|They|who|himself|herself)$`)
	relative = Lazily(`^(?:` + relation + `|(?:Ms|Mr|Mrs|Miss|Dr)\b.*)$`)
	denied   = Lazily(`\b(?:[Nn]o child|not|never|nearly|almost|[Ww]hether|[Ww]hen(?:ever)? a child|[Ii]f|would|could|might|may|risk of|thought)\b[^,;]*$`)
)

// persons tells of whom a verb is said.
type persons struct {
	agent  func() *Expression // the names of the child or children, and everybody else
	death  expression         // the death of the child, as a noun
	injury expression         // its injury
}

func personsFor(names []string) persons {
	alternatives := make([]string, len(names))
	for i, name := range names {
		alternatives[i] = regexp.QuoteMeta(name)
	}
	child := `\b(?:` + strings.Join(alternatives, "|") + `)\b`
	if len(names) == 0 {
		child = `\bthe child\b`
	}
	return persons{
		agent:  Lazily(child + `(?:['’]s)?|` + agent),
		death:  Lazily(`\bthe death of ` + child + `(?:[^'’\w]|$)|` + child + `['’]s death\b`),
		injury: Lazily(child + `['’]s injur(?:y|ies)\b`),
	}
}

// saidOfChild reports whether the last agent of before is the child: named, or
// meant by a pronoun or by words such as "the baby". earlier are the sentences
// before it, the nearest first, in which a pronoun may have its name.
func (p persons) saidOfChild(before string, earlier []string) bool {
	agents := p.agent().FindAllString(before, -1)
	for _, agent := range slices.Backward(agents) {
		if !pronoun().MatchString(agent) {
			return p.isChild(agent)
		}
	}
	for _, sentence := range earlier {
		if first := p.agent().FindString(sentence); agents != nil && first != "" && !pronoun().MatchString(first) {
			return p.isChild(first)
		}
	}
	return false
}

// isChild reports whether an agent is the child, and not somebody of its.
func (p persons) isChild(agent string) bool {
	if agent == "" || relative().MatchString(agent) || pronoun().MatchString(agent) {
		return false
	}
	return !strings.HasSuffix(agent, "’s") && !strings.HasSuffix(agent, "'s")
}

// outcomeOf reads whether the child died or was seriously harmed, and when. A
// death that is stated of the child anywhere in the opening comes before harm.
func outcomeOf(t *Text, opening []statement, names []string) (outcome, date Fact) {
	p := personsFor(names)
	for i := range opening {
		for _, e := range p.events(opening, i, deathVerb, p.death) {
			if outcome.Value == "" {
				outcome = e.fact(t, OutcomeDied)
			}
			if date = dateOf(t, e.statement, e.words); date.Value != "" {
				return outcome, date
			}
		}
	}
	if outcome.Value != "" {
		return outcome, Fact{}
	}
	return harmOf(t, opening, p)
}

// harmOf looks for harm to the child: what happened, with a word for the harm
// in the same sentence or the one after it.
func harmOf(t *Text, opening []statement, p persons) (outcome, date Fact) {
	for i, s := range opening {
		named := harmWord().MatchString(s.text) ||
			i+1 < len(opening) && opening[i+1].block == s.block && harmWord().MatchString(opening[i+1].text)
		if !named {
			continue
		}
		events := p.events(opening, i, harmVerb, p.injury)
		if len(events) == 0 {
			continue
		}
		e := events[0]
		if !e.noun {
			date = dateOf(t, s, e.words)
		}
		if date.Value == "" && !hasAny(s.text[e.words[0]:e.words[1]], lasting) {
			date = dateBefore(t, opening, i)
		}
		return e.fact(t, OutcomeHarmed), date
	}
	return Fact{}, Fact{}
}

// event is something that the opening says happened to the child.
type event struct {
	statement
	words []int // where they begin and end in it
	noun  bool  // "the death of", and no verb
}

// fact is the event as a fact, with its words as evidence.
func (e event) fact(t *Text, value string) Fact {
	return Fact{value, t.evidence(e.part(e.words[0], e.words[1]))}
}

// events returns what the i-th sentence of the opening says of the child, by verb
// or by noun, and does not deny.
func (p persons) events(opening []statement, i int, verb, noun expression) []event {
	s := opening[i]
	if s.kind == BlockHeading || s.kind == BlockTableRow || s.kind == BlockBullet {
		return nil
	}
	return slices.DeleteFunc(eventsIn(s, verb, noun), func(e event) bool {
		before := s.text[:e.words[0]]
		ofChild := e.noun || broughtIn().MatchString(s.text[e.words[0]:e.words[1]]) || p.saidOfChild(before, earlierIn(opening, i))
		return !ofChild || denied().MatchString(before)
	})
}

// eventsIn returns the verbs of s and, after them, its first noun.
func eventsIn(s statement, verb, noun expression) []event {
	var list []event
	for _, words := range verb().FindAllStringSubmatchIndex(s.text, -1) {
		list = append(list, event{s, words, false})
	}
	if words := noun().FindStringIndex(s.text); words != nil {
		list = append(list, event{s, words, true})
	}
	return list
}

// earlierIn returns the sentences before the i-th in its block, the nearest
// first.
func earlierIn(opening []statement, i int) []string {
	var list []string
	for k := i - 1; k >= 0 && opening[k].block == opening[i].block; k-- {
		list = append(list, opening[k].text)
	}
	return list
}

// notWhen stands between a verb and a date that is not its own.
var notWhen = Lazily(`\b(?:born|convicted|pleaded|guilty|sentenced|arrested|charged|moved|until|since|later)\b|[;:]`)

// dateOf returns the date on which the sentence s says that verb happened: the
// first behind it, or the last before it, with "on" or "in" and no other deed
// between.
func dateOf(t *Text, s statement, verb []int) Fact {
	var found foundDate
	for _, d := range s.dates {
		if d.month == 0 && d.season == "" {
			continue
		}
		switch {
		case d.span.Start >= verb[1]:
			between := s.text[verb[1]:d.span.Start]
			if len(between) <= 130 && inClause().MatchString(between) && !notWhen().MatchString(between) {
				return s.dated(t, d)
			}
		case inClause().MatchString(s.text[:d.span.Start]) && !notWhen().MatchString(s.text[max(0, d.span.Start-12):verb[0]]):
			found = d
		}
	}
	if found.year == 0 {
		return Fact{}
	}
	return s.dated(t, found)
}

// dateBefore returns the date of what led to the i-th statement, where the
// sentence before it in its block tells that: "On 6 April 2014 …", "… when in
// January 2006 an ambulance was called".
func dateBefore(t *Text, opening []statement, i int) Fact {
	if i == 0 || opening[i-1].block != opening[i].block {
		return Fact{}
	}
	s := opening[i-1]
	if notWhen().MatchString(s.text) || !scene().MatchString(s.text) {
		return Fact{}
	}
	for _, d := range s.dates {
		if d.month > 0 && inClause().MatchString(s.text[:d.span.Start]) {
			return s.dated(t, d)
		}
	}
	return Fact{}
}

// scene is how a sentence sets a scene.
var scene = Lazily(`^(?:On|In|At) |\bwhen\b`)

// inClause is the beginning of a clause that ends in a date: "in", "on a
// Sunday evening in", "in the spring of".
var inClause = Lazily(`(?i)\b(?:on|in|during)\b[^.;]{0,40}$`)
