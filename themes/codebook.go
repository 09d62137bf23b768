package themes

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"thematic/corpus"
)

// Codebook is a set of themes and the rules by which a mention of them counts.
// It comes from [Load] or [Builtin] and is not changed afterwards.
type Codebook struct {
	Name     string
	Version  string
	Language string
	Title    string
	Counts   Counts
	Subject  Subject
	Themes   []Theme
	Context  Context

	file   string
	source []byte    // as it was read
	base   *Codebook // the built-in cues, sets and section rules; nil for themselves
	sets   map[string]*set

	ownContext bool      // it has cues or section rules beside the built-in ones
	remarks    []Problem // on what is worth a look and no mistake
}

// Counts says what a codebook looks for.
type Counts string

// What codebooks look for.
const (
	CountsPractice Counts = "practice" // how people were worked with: a mention counts where it says that practice was lacking
	CountsFactors  Counts = "factors"  // circumstances of the people: a mention counts where the author states it
)

// Subject says of whom the reviews are.
type Subject string

// The subjects.
const (
	SubjectChildren Subject = "children"
	SubjectAdults   Subject = "adults"
)

// Theme is one thing to look for.
type Theme struct {
	ID         string
	Label      string
	Short      string // at most 24 characters
	Headline   bool
	Group      string
	Colour     string // #RRGGBB, "" where the codebook names none
	Definition string
	Include    []string
	Exclude    []string
	Near       []string // ids of themes it is easily mistaken for
	About      string   // AboutChild, or "" for practice of any kind
	ChildVoice string   // the theme as a child would put it
	Patterns   []Pattern
	Tests      []Test
}

// AboutChild marks a theme that is about what was done for the child and not
// for an adult: "he was not seen alone" counts only where he is the child.
const AboutChild = "child"

// PatternKind says what a pattern finds.
type PatternKind string

// The kinds of pattern.
const (
	PatternDeficit PatternKind = "deficit"       // says by itself that practice was lacking
	PatternGood    PatternKind = "good_practice" // says by itself that practice was sound
	PatternTopic   PatternKind = "topic"         // names the subject; a cue must say which way
	PatternFactor  PatternKind = "factor"        // states the factor, in a codebook that counts factors
	PatternUnless  PatternKind = "unless"        // cancels every hit it overlaps
)

// says puts a kind into words for an explanation.
func (k PatternKind) says() string {
	switch k {
	case PatternDeficit:
		return "says by itself that practice was lacking"
	case PatternGood:
		return "says by itself that practice was sound"
	case PatternFactor:
		return "names the factor"
	}
	return "names the theme"
}

// Strength says who has the last word on what a pattern finds.
type Strength string

const (
	StrengthWeak    Strength = "weak"    // a person, or a model that agrees: it is held
	StrengthStrong  Strength = ""        // a model, which may doubt it
	StrengthCertain Strength = "certain" // the rules: no model holds what they count
)

// outranks reports whether s has more of a say than t.
func (s Strength) outranks(t Strength) bool {
	rank := func(s Strength) int {
		return slices.Index([]Strength{StrengthWeak, StrengthStrong, StrengthCertain}, s)
	}
	return rank(s) > rank(t)
}

// Pattern is one entry of a theme in the pattern language.
type Pattern struct {
	ID   string // given, or made of the theme, the kind and the place in its list
	Kind PatternKind
	Text string // as written
	Strength
	Line   int
	Column int

	phrases    []string // of one with near or then, as written
	root       node
	expression *regexp.Regexp // in the place of root
	parts      []node         // in the place of root: of a spread pattern
	ordered    bool           // the parts stand in their order
}

// roots returns the trees of p: one, one for each part, or none.
func (p *Pattern) roots() []*node {
	switch {
	case p.expression != nil:
		return nil
	case p.parts == nil:
		return []*node{&p.root}
	}
	var out []*node
	for i := range p.parts {
		out = append(out, &p.parts[i])
	}
	return out
}

// Test is a sentence kept in the codebook with the verdict it must get.
type Test struct {
	Label  corpus.Label        // LabelNeutral: nothing may count; "" where Status is asked for
	Status corpus.CodingStatus // Held: the passage is held, whichever way it speaks; else ""
	Text   string
	Line   int
	Column int
}

// Cue is a list of words that decide what a mention near them means.
type Cue struct {
	ID        string
	Sets      CueKind
	Words     []string
	Direction Direction
	Within    int      // words between the cue and what it speaks of
	Until     []string // beyond these words the cue has no say

	roots []rooted
	ends  []rooted // of Until
}

// rooted is a parsed pattern and its place in the file.
type rooted struct {
	node
	line, col int
}

// CueKind is what a cue says of the words in its scope.
type CueKind uint8

// The kinds of cue.
const (
	CueDeficit CueKind = iota + 1
	CueGood
	CueNegated // a deficit that is denied
	CueNegator // denies a deficit that follows at once: "did not", "no sign of"
	CueLater   // what has been done since
	CueQuestion
	CueRecommendation
	CueHypothetical
	CuePossible
	CueOtherSubject
	CueReviewProcess
	CueFamily
	CueProfessional
	CueResearch
	CueApplied     // brings a general statement back to this case
	CueView        // what somebody told the review
	CueAdopted     // the author shares a view
	CueContrast    // sets one clause against another
	CueJudgement   // the author's verdict on practice, wherever it stands
	CueConsequence // opens a sentence that says what followed from the one before
	CueLendDeficit // in a heading: what stands in the list under it was lacking
	CueLendGood    // in a heading: what stands in the list under it was sound
	CuePseudo      // masks the cues it covers
	CueTerminate   // ends a clause
	CueImproved    // says that practice got better: praise, where no cue of a deficit has a say
	CueIntended    // says what is meant to be done: nothing to praise yet
	CueReceived    // what somebody was told, got or had, which is for others to do
	CueRefers      // a pronoun that may stand for what the clause before spoke of
)

// cueKinds are the kinds of cue as a codebook names them; the first is none.
var cueKinds = [...]string{
	CueDeficit:        "deficit",
	CueGood:           "good_practice",
	CueNegated:        "negated",
	CueNegator:        "negator",
	CueLater:          "later",
	CueQuestion:       "question",
	CueRecommendation: "recommendation",
	CueHypothetical:   "hypothetical",
	CuePossible:       "possible",
	CueOtherSubject:   "other_subject",
	CueReviewProcess:  "review_process",
	CueFamily:         "family",
	CueProfessional:   "professional",
	CueResearch:       "research",
	CueApplied:        "applied",
	CueView:           "view",
	CueAdopted:        "adopted",
	CueContrast:       "contrast",
	CueJudgement:      "judgement",
	CueConsequence:    "consequence",
	CueLendDeficit:    "lend_deficit",
	CueLendGood:       "lend_good",
	CuePseudo:         "pseudo",
	CueTerminate:      "terminate",
	CueImproved:       "improved",
	CueIntended:       "intended",
	CueReceived:       "received",
	CueRefers:         "refers",
}

// cueKind returns the kind of a name, and false where there is none.
func cueKind(name string) (CueKind, bool) {
	i := slices.Index(cueKinds[1:], name)
	return CueKind(i + 1), i >= 0
}

// String returns the kind as a codebook names it.
func (k CueKind) String() string { return cueKinds[k] }

// Direction is the side of a cue on which it works.
type Direction uint8

// The directions of a cue.
const (
	Both Direction = iota
	Forward
	Backward
	Whole // every word of the sentence, whatever the clause and distance
)

// directions are those of a cue as a codebook names them.
var directions = [...]string{Both: "both", Forward: "forward", Backward: "backward", Whole: "sentence"}

// String returns the direction as a codebook names it.
func (d Direction) String() string { return directions[d] }

// SectionRule says how a mention in one kind of section counts.
type SectionRule struct {
	Treat  Treatment
	Reason string       // in words a person understands
	Lends  corpus.Label // the polarity the section lends to bare topics in its lists, "" for none
	Unless []CueKind    // a sentence with such a cue counts all the same
	Past   bool         // counts only what is said in the past tense; the rest is held
	Stated bool         // counts what a strong pattern says by itself to be lacking; the rest is held
	Label  corpus.Label // the rule is for this label only, "" for all
}

// Treatment is what a section does to a passage that would count by itself.
type Treatment string

// The treatments.
const (
	TreatCounts Treatment = "counts"
	TreatHeld   Treatment = "held"  // unless the sentence itself judges
	TreatNever  Treatment = "never" // seen, listed, not counted
)

// Context is the part of a codebook that themes share.
type Context struct {
	Cues     []Cue
	Sections map[corpus.SectionKind]SectionRule
}

// set is a reusable word list.
type set struct {
	words     []string
	roots     []rooted
	entries   []node // of the roots, the sets they use put in; every use shares them
	line, col int
	own       bool // of this codebook, and not from the built-in context
	used      bool // by a pattern, a cue or another set
}

// Problem is one mistake in a codebook, or one of its tests that fails.
type Problem struct {
	File    string
	Line    int
	Column  int
	Message string
}

// String gives file:line:column: message.
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Problems are all the mistakes of one codebook, in the order of the file.
type Problems []Problem

// Error lists the mistakes, one to a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

func (ps Problems) sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

//go:embed codebooks/*.yaml
var builtin embed.FS

const contextName = "context"

// Builtin returns a codebook that comes with the program. The error names the
// ones there are.
func Builtin(name string) (*Codebook, error) {
	data, err := builtin.ReadFile("codebooks/" + name + ".yaml")
	if err != nil || name == contextName {
		return nil, fmt.Errorf("no built-in codebook %q: there is %s", name, strings.Join(BuiltinNames(), ", "))
	}
	return Load("builtin:"+name, data)
}

// BuiltinNames lists the codebooks that come with the program.
func BuiltinNames() []string {
	files, _ := fs.Glob(builtin, "codebooks/*.yaml")
	var names []string
	for _, f := range files {
		n := strings.TrimSuffix(strings.TrimPrefix(f, "codebooks/"), ".yaml")
		if n != contextName {
			names = append(names, n)
		}
	}
	return names
}

// OfPractice refuses a codebook of anything but practice.
func (c *Codebook) OfPractice() error {
	if c.Counts != CountsPractice {
		return fmt.Errorf("the codebook %s counts %s, which are never counted as practice", c.Name, c.Counts)
	}
	return nil
}

// Theme returns the theme with the given id, and false where there is none.
func (c *Codebook) Theme(id string) (Theme, bool) {
	for _, t := range c.Themes {
		if t.ID == id {
			return t, true
		}
	}
	return Theme{}, false
}
