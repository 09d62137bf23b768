package corpus

import (
	"regexp"
	"slices"
	"strings"
)

var (
	// noChild is what follows "Child" or "Family" in the names of bodies, laws and
	// headings.
	noChild   = Lazily(`\b(?:Board|Agency|Multi|Executive|Assurance|Commissioner|Service|Social|Act|Protection|Safeguarding|Partnership|Trust|Sexual|Death|Care|Carer|Overview|Report|Practice|Homicide|Composition|Structure|Background|Involvement|Contribution|History|Tree|Member|Situation|Perspective|View|Detail|Court|Support|Exploitation|Criminal|Abuse|Neglect|Health|Healthcare|Serious|Review|School|Primary|Nursery|Hospital|College|Who)s?\b`)
	subjectOf = Lazily(`\b((?:Baby|Child|Children|Young (?:Person|People|Woman|Man)|Family|Families|Adult|Siblings?|Infant|Boy|Girl)\s+(?:[A-Z]{1,3}[0-9]{0,2}\b|["“‘'][^"”’']+["”’']|[A-Z][a-z]+\b)(?:(?:, and|,| and| &) (?:(?:Baby|Child|Young Person) )?[A-Z]{1,3}[0-9]{0,2}\b)*)`)
	// titled is an adult called by a letter, as "Mr A", "Mrs B and Mr C" and "Patient D",
	// and not by the initial of a name.
	titled = Lazily(`\b((?:(?:Mr|Mrs|Ms|Miss)\.?|Patient|Service [Uu]ser|Resident) [A-Z]{1,2}(?:(?: and|,| &) (?:(?:Mr|Mrs|Ms|Miss)\.?|Patient|Service [Uu]ser|Resident) [A-Z]{1,2})*)(?:[’'”":;,)]|$| (?:[(–-]|and\b|[a-z]))`)
	// numbered is a child called by a number, at the end of a line: "Child 1".
	numbered = Lazily(`\b((?:Baby|Child|Young Person|Family) [0-9]{1,2}(?:/[0-9]{1,2})?)$`)
	// lettered is a family called by a letter: "The R Children", "in respect of the R siblings".
	lettered = Lazily(`(?:^|[:–-] |\bthe )(?:The )?([A-Z]{1,2} (?:[Cc]hildren|[Ff]amily|[Ss]iblings|[Tt]wins))$`)
	// chosenName is a name by itself on a line, or before or behind a colon:
	// "Tilly", "Tilly: a serious case review", "Serious Case Review: Tilly (2012)";
	// or it is said whose death it was.
	chosenName = Lazily(`^((?:The )?[A-Z][\p{L}-]*(?: (?:[A-Z][\p{L}-]*|[Cc]hildren|[Tt]wins|[Ff]amily|[Ss]iblings|[Bb]rothers|[Ss]isters)){0,2}` + others + `)$|^([A-Z][\p{L}-]+` + others + `)(?::| [–-]|, who|,? aged) |(?:[:–-]|\bRe|\b(?i:concerning|regarding|relating to|in respect of|known as|called)|\b(?i:deaths?|murders?|homicide|case) of|\b(?:experienced by|provided to)) ([A-Z][\p{L}-]+` + others + `)(?: \(.*\))?(?: Executive Summary|,? (?:in|who|aged) .*|, an? .*| and (?:his|her|their) family)?$`)
	// shortHead is the name of a review in initials, before that of the child.
	shortHead = Lazily(`^(?:` + strings.ToUpper(shortNames()) + `|L?CSPR|SUSR)(?:(?: [Oo]verview)? [Rr]eport)?(?::| [–-]) `)
	// others are those who are named behind the first: " and Kit", ", Kit and Joe".
	others = `(?:(?:, [A-Z][\p{L}-]+)*,? (?:and|&) [A-Z][\p{L}-]+)?`
	// namedFamily is a family called by its name: "the Rowan family".
	namedFamily = Lazily(`\b[Tt]he ([A-Z][\p{L}’'-]+ (?:[Ff]amily|[Cc]hildren|[Ss]iblings|[Tt]wins|[Bb]rothers|[Ss]isters))(?:$|[:,;.)”"]|[’']$| [(–-])`)
	// sortOfFamily is what kind of family or children they are, where no name is.
	sortOfFamily = Lazily(`^(?:Foster|Adoptive|Birth|Extended|Immediate|Whole|Traveller|Gypsy|Roma|Refugee|Migrant|Disabled|Deaf|Older|Younger|Other|Surviving|Two|Three|Four|Five|Six) `)
	// ofSiblings is a name before those who have none: "Tilly and her siblings".
	ofSiblings = Lazily(`(?:^|[:–-] |\b(?:[Rr]eview|[Cc]oncerning|[Rr]egarding|[Rr]elating to|respect of|on) )([A-Z][\p{L}-]+) and (?:(?:his|her|their) )?(?:[a-z-]+ )?(?:[Ff]amily|[Ss]iblings?|[Bb]rothers?|[Ss]isters?|[Tt]wins?)\b`)
	// initialled is a person called by letters alone, of whose death it is said: "the death of L, aged three".
	initialled = Lazily(`\b(?:death|murder|homicide) of ([A-Z]{1,2})(?:$|[,:;(]| [(–-]| aged\b)`)
	// officer is an office in initials, as of one who was killed on duty.
	officer = Lazily(`^(?:PC|DC|PS|DS|DI|GP|HV|SW|MP)$`)
	// reviewed is a name behind the kind of review, where more may follow: "Serious
	// Case Review Tilly", "Serious Case Review on Tilly Born May 2011".
	reviewed   = Lazily(`\b(?:[Rr]eview|SCR|SAR|DHR|CSPR) (?:(?:on|into|about|regarding|concerning|in respect of|relating to) )?([A-Z][\p{L}-]+(?: and [A-Z][\p{L}-]+)?)(?:$|[\s,–-])`)
	quotedName = Lazily(`["“‘']([A-Z](?:[a-z]+|[A-Z]?[0-9]{0,2}))["”’']`)
	// ofBoard is the number of a case among those of a board in a year: "MRSB 2/2016".
	ofBoard    = `[A-Z]{1,6}(?:SB|SCB|SAB) ?\d{1,3}/20\d\d`
	caseNumber = Lazily(`\b(` + ofBoard + `|(?:Case|SCR|L?CSPR|CPR|APR|SUSR|Ref(?:erence)?)(?: (?:[Nn]o\.?|[Nn]umber|[Rr]ef(?:erence)?))?:? ?(?:[A-Z]{1,5}[ /-]?)?\d{1,4}(?:[/-][A-Z0-9]{1,6})*)\b`)
)

// leastRecurrences is how often a chosen name stands in a review at the least, and
// leastBehind one that stands behind the kind of review in its title.
const (
	leastRecurrences = 6
	leastBehind      = 3
)

// referenceOf reads the number of the case from the cover.
func referenceOf(f front) Fact { return firstMatch(front{f.cover(), f.text}, caseNumber(), 1) }

// Children returns what the front of a review calls those whom it is about, all of
// them and each: "Child A and Baby B", "Child A", "Baby B"; "Baby Kit", "Kit".
// It is nil where the front does not name them. The sections of t must be there.
func (t *Text) Children() []string {
	subject := readFirstPage(t).subject().Value
	if subject == "" {
		return nil
	}
	return append([]string{subject}, each(subject)...)
}

// each returns those whom a subject names, one by one: "Child D" and "Child E" for
// "Children D and E", "Kit" for "Baby Kit", and none for "R Children" and "Child 2".
func each(subject string) []string {
	var names []string
	role := ""
	for _, word := range nameWord().FindAllString(subject, -1) {
		switch one := oneOf[word]; {
		case one != "":
			role = one + " "
		case !initials().MatchString(word) && !roleWord().MatchString(word):
			names = append(names, word)
		case role != "" && !roleWord().MatchString(word):
			names = append(names, role+word)
		}
	}
	return names
}

var (
	// oneOf says what one of several is called, and who is called so alone.
	oneOf = map[string]string{
		"Child": "Child", "Children": "Child", "Baby": "Baby", "Young": "Young Person", "Adult": "Adult",
		"Family": "Family", "Families": "Family", "Sibling": "Sibling", "Siblings": "Sibling", "Infant": "Infant", "Boy": "Boy", "Girl": "Girl",
		"Mr": "Mr", "Mrs": "Mrs", "Ms": "Ms", "Miss": "Miss", "Patient": "Patient", "Resident": "Resident",
	}
	initials = Lazily(`^[A-Z]{1,3}[0-9]{0,2}$`)
)

// subjectFact finds whom a review is about: a letter ("Child K"), or a name that
// was chosen for the child, which then stands in the text again and again.
func subjectFact(f front, title Fact) Fact {
	for _, pattern := range []expression{subjectOf, numbered, titled, quotedName} {
		if name := childIn(pattern, title.Value); name != "" {
			return Fact{name, title.Evidence}
		}
		for _, b := range f.cover() {
			if name := childIn(pattern, f.text.Slice(b.Span)); name != "" {
				return Fact{name, f.evidence(b)}
			}
		}
	}
	for _, b := range f.cover() {
		line := f.text.Slice(b.Span)
		for _, pattern := range []expression{lettered, initialled} {
			if m := pattern().FindStringSubmatchIndex(line); m != nil && !officer().MatchString(line[m[2]:m[3]]) {
				return Fact{line[m[2]:m[3]], f.evidence(b)}
			}
		}
		if name := f.chosen(line); name != "" {
			return Fact{name, f.evidence(b)}
		}
	}
	return Fact{}
}

// chosen returns the name that line consists of or ends in, or that stands in it
// behind the kind of review, where the text goes on to speak of it as of a person.
func (f front) chosen(line string) string {
	behind := leastRecurrences
	if folded := lowerASCII(line); sureName().MatchString(folded) || anyName().MatchString(folded) {
		behind = leastBehind
	}
	if m := chosenName().FindStringSubmatch(line[len(shortHead().FindString(line)):]); m != nil {
		if name := m[1] + m[2]; f.isSubject(name, leastRecurrences) {
			return name
		}
		if name := m[3]; f.isSubject(name, behind) {
			return name
		}
	}
	for _, pattern := range []expression{namedFamily, ofSiblings} {
		if m := pattern().FindStringSubmatchIndex(line); m != nil {
			name := line[m[2]:m[3]]
			if f.isSubject(name, behind) && !sortOfFamily().MatchString(name) && !f.isPlace(severalNamed().ReplaceAllString(name, "")) {
				return name
			}
		}
	}
	if m := reviewed().FindStringSubmatch(line); m != nil && f.isSubject(m[1], behind) {
		return m[1]
	}
	return ""
}

// isSubject reports whether a name, or each of several, stands in the text so often at the
// least and is a person.
func (f front) isSubject(name string, least int) bool {
	if name == "" || noChild().MatchString(name) {
		return false
	}
	for _, one := range betweenNames().Split(name, -1) {
		if !f.recurs(severalNamed().ReplaceAllString(strings.TrimPrefix(one, "The "), ""), least) || !f.isPerson(one) {
			return false
		}
	}
	return true
}

// recurs reports whether a name stands in the text so often at the least.
func (f front) recurs(name string, least int) bool { return strings.Count(f.text.Body, name) >= least }

// betweenNames is what stands between the names of several.
var betweenNames = Lazily(`,? (?:and|&) |, `)

// severalNamed is how the name of more than one child ends.
var severalNamed = Lazily(`(?i) (?:children|twins|family|siblings|brothers|sisters)$`)

// ofPeople is what is said behind a name of people alone.
var ofPeople = strings.Join([]string{
	` was (?:born|killed|hurt|injured|examined|brought|admitted|discharged|diagnosed|found dead|aged|\d{1,2})\b`,
	` was an? (?:[a-z0-9-]+ ){0,3}(?:baby|boy|girl|child|toddler|teenager|man|woman|person)\b`,
	` (?:(?:had )?(?:died|lived)|cried)\b`,
	`,(?: aged)? \d{1,2},`,
	`['’]s? (?:own )?(?:mother|father|brother|sister|sibling|birth|death|life)\b`,
}, "|")

var (
	// placeBefore is what stands before a place and not before a person, and placeBehind
	// what is said of places alone where else a person would be meant.
	placeBefore = Lazily(`\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Aa]cross|[Ww]ithin|[Aa]round|(?:[Rr]esidents|[Pp]eople|[Pp]atients|[Cc]hildren|[Bb]eds) of) (?:the )?$`)
	placeBehind = Lazily(`^(?:[.,]\d|%| (?:rates?|expectancy|miles?|kilometres|beds|residents|places|per cent|in every|into special measures)\b)`)
)

// isPerson reports whether the text says of name what is said of people alone, and
// not of the place, the service or the matter that was reviewed.
func (f front) isPerson(name string) bool {
	if severalNamed().MatchString(name) {
		return true
	}
	said := regexp.MustCompile(`\b` + regexp.QuoteMeta(name) + `(?:` + ofPeople + `)`)
	return slices.ContainsFunc(said.FindAllStringIndex(f.text.Body, -1), func(at []int) bool {
		before, behind := f.text.Body[max(0, at[0]-besideName):at[0]], f.text.Body[at[1]:min(len(f.text.Body), at[1]+besideName)]
		ofPlace := !strings.ContainsAny(f.text.Body[at[0]:at[1]], "'’") && placeBefore().MatchString(before)
		return !ofPlace && !placeBehind().MatchString(behind)
	})
}

// besideName is how many bytes before a name, and behind what is said of it, are looked at.
const besideName = 24

// childIn returns the first match of pattern in line that is a child and not a body
// or a law with "Child" in its name.
func childIn(pattern expression, line string) string {
	for _, m := range pattern().FindAllStringSubmatchIndex(line, -1) {
		if name := line[m[2]:m[3]]; !noChild().MatchString(name) {
			return name
		}
	}
	return ""
}

var (
	nameWord = Lazily(`\b(?:[A-Z]{1,3}[0-9]{0,2}|[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b`)
	roleWord = Lazily(`^(?:Baby|Child|Children|Young|Person|People|Woman|Man|Infant|Boy|Girl|Family|Families|Siblings?|Brothers|Sisters|Mrs?|Ms|Miss|Patient|Resident|Service|User|The|Twins|Case|SCR|CSPR|Ref)$`)
	// subjectRow is what a table of the family says of the child.
	subjectRow = Lazily(`(?i)^(?:subject\b.*|the (?:subject|child)\b.*|–|-|twins?(?: sons?| daughters?)?|)$`)
)

// namesOf returns what the child or children are called in the text: the
// subject, each name or letter in it, and the names that the table of the
// family gives to the child the review is about.
func namesOf(t *Text, subject string) []string {
	var names []string
	add := func(name string) {
		if name = strings.Trim(name, `"“”‘’' `); name != "" {
			names = append(names, name)
		}
	}
	add(subject)
	for _, word := range nameWord().FindAllString(subject, -1) {
		if !roleWord().MatchString(word) {
			add(word)
		}
	}
	for _, b := range t.Blocks {
		cells := strings.Split(t.Slice(b.Span), "\t")
		if len(cells) < 2 || t.SectionOf(b).Kind != SectionFamily || !subjectRow().MatchString(strings.TrimSpace(cells[1])) {
			continue
		}
		for _, name := range strings.Split(cells[0], ", ") {
			if nameWord().FindString(name) != "" {
				add(name)
			}
		}
	}
	return names
}
