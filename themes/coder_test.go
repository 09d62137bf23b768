package themes

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"thematic/corpus"
)

const small = `
codebook: small
themes:
  - id: assessment
    label: Assessment
    patterns:
      deficit: ["risk* (was|were) not (assess*|analys*)", "assessment was superficial"]
      topic: ["[core|initial|risk] assessment*"]
      good_practice: ["(thorough|robust) assessment*"]
      unless: ["assessment of (his|her) own health"]
  - id: sharing
    label: Sharing
    patterns:
      deficit: ["information was not shared", {near: ["not told", "@agency"], within: 6}]
      topic: ["information sharing", "share* <2> information", {pattern: "consent", strength: weak}]
`

func newSmall(t testing.TB) *Coder {
	t.Helper()
	return coderOf(t, small)
}

// coderOf returns the coder of a codebook in YAML.
func coderOf(t testing.TB, source string) *Coder {
	t.Helper()
	cb, err := Load("x.yaml", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewCoder(cb, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// verdictOf returns "status label" of a theme in a sentence, "" where it has no hit.
func verdictOf(c *Coder, text, theme string, kind corpus.SectionKind) string {
	best := ""
	for _, coding := range c.Code(Passage(text, kind)) {
		if coding.Theme != theme {
			continue
		}
		got := string(coding.Status) + " " + string(coding.Label)
		if coding.Status == corpus.Counted {
			return got
		}
		if best == "" {
			best = got
		}
	}
	return best
}

func TestVerdicts(t *testing.T) {
	c := newSmall(t)
	cases := []struct{ text, theme, want string }{
		{"No core assessment was completed.", "assessment", "counted deficit"},
		{"The risks were not analysed.", "assessment", "counted deficit"},
		{"Information was not shared with the school.", "sharing", "counted deficit"},
		{"The school was not told of the arrest.", "sharing", "counted deficit"},
		{"The midwife's assessment was thorough and timely.", "assessment", "counted good_practice"},
		{"A robust assessment followed.", "assessment", "counted good_practice"},
		{"There was no lack of information sharing.", "sharing", "rejected neutral"},
		{"The assessment was completed on 4 May.", "assessment", "rejected neutral"},
		{"Was it that the assessment was superficial?", "assessment", "rejected deficit"},
		{"To what extent was there a lack of information sharing?", "sharing", "rejected deficit"},
		{"The Board should ensure that there is no lack of core assessments.", "assessment", "rejected neutral"},
		{"Poor assessments should be returned to their authors.", "assessment", "counted deficit"},
		{"Agencies should share information without delay.", "sharing", "held good_practice"},
		{"The core assessment should have been updated.", "assessment", "counted deficit"},
		{"Research shows that a lack of information sharing is common.", "sharing", "rejected deficit"},
		{"Mother did not share information about her partner.", "sharing", "rejected deficit"},
		{"The social worker did not share information with the nursery.", "sharing", "counted deficit"},
		{"He did not want an assessment of his own health.", "assessment", ""},
		{"Nobody asked for consent.", "sharing", "held deficit"},
		{"Assessments were timely, but they were not updated.", "assessment", "counted deficit"},
		{"If information was not shared, children would be at risk.", "sharing", "rejected deficit"},
		{"A core assessment had been completed by the team.", "assessment", "rejected neutral"},
		{"There is insufficient rigour in risk assessments.", "assessment", "counted deficit"},
		{"It was wrong to close the case when the assessment was superficial.", "assessment", "counted deficit"},
		{"We do not find that the assessment was superficial.", "assessment", "rejected neutral"},
		{"Recommendation 3: a robust assessment of every unborn child.", "assessment", "held good_practice"},
		{"Finding 2: the assessment was superficial.", "assessment", "counted deficit"},
		{"It cannot be said that information was not shared.", "sharing", "rejected neutral"},
		{"There was no evidence of a thorough assessment.", "assessment", "counted deficit"},
		{"There was no evidence of any assessment by the midwife.", "assessment", "counted deficit"},
		{"There was no evidence that any assessment was poor.", "assessment", "rejected neutral"},
		{"Staff should have a core assessment to hand.", "assessment", "rejected neutral"},
		{"The child was seen and the core assessment was not updated.", "assessment", "counted deficit"},
		{"Risk assessments are used for children who are not in school.", "assessment", "rejected neutral"},
		{"Leaders tackle delays, and risk assessments are mostly timely.", "assessment", "counted good_practice"},
		{"Risk assessments that are late will always fail the child.", "assessment", "rejected deficit"},
		{"The parents' risks were not assessed by anyone.", "assessment", "counted deficit"},
		{"The panel was disappointed that this review lacked a core assessment.", "assessment", "rejected deficit"},
		{"A thorough assessment is never a reason to close a case.", "assessment", "rejected deficit"},
		{"Where an assessment is not completed, there is a risk that harm goes on.", "assessment", "rejected deficit"},
		{"Where an assessment is not made, the next worker starts from nothing.", "assessment", "rejected deficit"},
		{"Where the family lived was unknown, and the core assessment was not completed.", "assessment", "counted deficit"},
		{"The entry reads \"he shouted .... and no core assessment was made\".", "assessment", "counted deficit"},
		{"No core assessment was made .......... 12", "assessment", "rejected deficit"},
	}
	for _, tt := range cases {
		if got := verdictOf(c, tt.text, tt.theme, corpus.SectionUnknown); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestPraiseAndDeficitOfTheSameWords(t *testing.T) {
	cases := []struct {
		text string
		want []string
	}{
		{"A thorough assessment was not made by the team.", []string{"deficit"}},
		{"The assessment was completed without meeting Mr K.", []string{"deficit"}},
		{"The social worker's assessment was thorough, but the risks to the baby were never assessed.", []string{"deficit", "good_practice"}},
	}
	c := practice(t)
	for _, tt := range cases {
		var got []string
		for _, coding := range c.Code(Passage(tt.text, corpus.SectionFindings)) {
			if coding.Theme == "assessment_risk" && coding.Status == corpus.Counted {
				got = append(got, string(coding.Label))
			}
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q: got %v, want %v", tt.text, got, tt.want)
		}
	}
}

func TestReasonsQuoteTheWordsWithTheirCue(t *testing.T) {
	cases := []struct{ text, want string }{
		{"No core assessment was completed.", "says that practice was lacking: 'No core assessment'"},
		{"No member of the team began a core assessment.", "says that practice was lacking: 'No ... core assessment'"},
		{"The core assessment of the twins was poor.", "says that practice was lacking: 'core assessment ... was poor'"},
		{"The assessment was superficial.", "says that practice was lacking: 'assessment was superficial'"},
	}
	c := newSmall(t)
	for _, tt := range cases {
		got := c.Code(Passage(tt.text, corpus.SectionFindings))
		if len(got) != 1 || got[0].Reason != tt.want {
			t.Errorf("%q: got %+v, want the reason %q", tt.text, got, tt.want)
		}
	}
}

func TestADenialReachesWhatSpoilsPraise(t *testing.T) {
	c := practice(t)
	for _, tt := range []struct{ text, theme, want string }{
		{"It cannot be said that the girl's voice was not heard.", "lived_experience", "rejected neutral"},
		{"Her voice was not heard.", "lived_experience", "counted deficit"},
	} {
		if got := verdictOf(c, tt.text, tt.theme, corpus.SectionAnalysis); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestReasonsNameWhoAndWhat(t *testing.T) {
	c := newSmall(t)
	for _, tt := range []struct{ text, want string }{
		{"Ms Q did not share information with the clinic.", "about the family: 'Ms Q'"},
		{"Information was not shared. As a result the clinic had to guess.", "says what followed from the sentence before: 'As a result'"},
	} {
		got := c.Code(Passage(tt.text, corpus.SectionAnalysis))
		if len(got) == 0 || got[len(got)-1].Reason != tt.want {
			t.Errorf("%q: got %+v, want the reason %q", tt.text, got, tt.want)
		}
	}
}

func TestSectionsHaveTheirSay(t *testing.T) {
	c := newSmall(t)
	const fact = "No core assessment was completed."
	cases := []struct {
		kind corpus.SectionKind
		text string
		want string
	}{
		{corpus.SectionFindings, fact, "counted deficit"},
		{corpus.SectionTermsOfRef, fact, "rejected deficit"},
		{corpus.SectionGlossary, fact, "rejected deficit"},
		{corpus.SectionChronology, fact, "held deficit"},
		{corpus.SectionChronology, "A core assessment should have been completed.", "counted deficit"},
		{corpus.SectionChronology, "The risks were not assessed.", "counted deficit"},
		{corpus.SectionRecommendations, fact, "held deficit"},
		{corpus.SectionStrengths, fact, "held deficit"},
		{corpus.SectionStrengths, "The visits were prompt, although no core assessment was completed.", "counted deficit"},
		{corpus.SectionLessons, "A core assessment is not a substitute for a visit.", "held deficit"},
	}
	for _, tt := range cases {
		if got := verdictOf(c, tt.text, "assessment", tt.kind); got != tt.want {
			t.Errorf("%s: %q: got %q, want %q", tt.kind, tt.text, got, tt.want)
		}
	}
}

func TestHeadingsLendTheirPolarity(t *testing.T) {
	c := newSmall(t)
	b := corpus.NewBuilder(corpus.DefaultLimits())
	b.BeginPage(corpus.Page{})
	b.Append(corpus.Block{Kind: corpus.BlockHeading, Level: 1}, "Areas for improvement")
	b.Append(corpus.Block{Kind: corpus.BlockBullet}, "The quality of core assessments")
	b.Append(corpus.Block{Kind: corpus.BlockHeading, Level: 1}, "Other matters")
	b.Append(corpus.Block{Kind: corpus.BlockBullet}, "The number of core assessments")
	got := c.Code(&corpus.Document{Text: b.Finish()})
	if len(got) != 2 || got[0].Label != corpus.LabelDeficit || got[0].Status != corpus.Counted || got[1].Label != corpus.LabelNeutral {
		t.Errorf("got %+v, want a counted deficit and a bare mention", got)
	}
}

func TestTheReasonNamesTheHeadingThatLends(t *testing.T) {
	doc := Passage("The risk assessment is in wide use, but thin.", corpus.SectionImprovement)
	doc.Text.Blocks[0].Kind = corpus.BlockBullet
	top := doc.Text.Sections[0]
	top.Title = "Areas for improvement"
	below := top
	below.Title, below.Parent = "Missing children", 0
	doc.Text.Sections, doc.Text.Blocks[0].Section = []corpus.Section{top, below}, 1
	got := newSmall(t).Code(doc)
	if len(got) != 1 || got[0].Cue != top.Title || got[0].Heading != below.Title {
		t.Errorf("got %+v, want one coding below %q that %q lends to", got, below.Title, top.Title)
	}
}

func TestConsequenceCarriesTheThemeBefore(t *testing.T) {
	c := newSmall(t)
	doc := Passage("Information was not shared. This meant that the school was left to guess.", corpus.SectionFindings)
	got := c.Code(doc)
	if len(got) != 2 || got[1].Theme != "sharing" || got[1].Status != corpus.Counted {
		t.Errorf("got %+v, want the theme in both sentences", got)
	}
}

func TestCodingsPointIntoTheText(t *testing.T) {
	c := newSmall(t)
	doc := Passage("Visits were made. The children’s risks were not analysed. No core assessment was made.", corpus.SectionFindings)
	seen := map[string]bool{}
	for _, coding := range c.Code(doc) {
		if got := doc.Text.Slice(coding.Span); got != coding.Quote || got == "" {
			t.Errorf("span gives %q, quote is %q", got, coding.Quote)
		}
		if coding.Match.Start < coding.Span.Start || coding.Match.End > coding.Span.End || coding.Match.Len() <= 0 {
			t.Errorf("match %v lies outside the passage %v", coding.Match, coding.Span)
		}
		if coding.Reason == "" || coding.Rule == "" || coding.PassageID == "" || seen[coding.PassageID] {
			t.Errorf("incomplete or repeated: %+v", coding)
		}
		seen[coding.PassageID] = true
	}
	if len(seen) != 2 {
		t.Errorf("got %d codings, want 2", len(seen))
	}
}

func TestPassageIDSurvivesSpacingAndNumbersRepeats(t *testing.T) {
	c := newSmall(t)
	a := c.Code(Passage("No core assessment was made.", corpus.SectionFindings))
	b := c.Code(Passage("No  core assessment, was made!  No core assessment was made.", corpus.SectionFindings))
	if a[0].PassageID != b[0].PassageID {
		t.Errorf("got %s and %s, want one name", a[0].PassageID, b[0].PassageID)
	}
	if want := a[0].PassageID + "-2"; b[1].PassageID != want {
		t.Errorf("got %s, want %s", b[1].PassageID, want)
	}
}

func TestCodeIsTheSameFromManyGoroutines(t *testing.T) {
	c := newSmall(t)
	doc := Passage(strings.Repeat("Mother failed to attend. No core assessment was made. Information was not shared. ", 50), corpus.SectionFindings)
	want := c.Code(doc)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := c.Code(doc); !reflect.DeepEqual(got, want) {
				t.Error("got other codings from another goroutine")
			}
		})
	}
	wg.Wait()
}

func TestExplainGivesTheChain(t *testing.T) {
	c := newSmall(t)
	got := c.Explain(Passage("No core assessment was made.", corpus.SectionFindings))
	if len(got) != 1 {
		t.Fatalf("got %d explanations, want 1", len(got))
	}
	var questions []string
	for _, s := range got[0].Steps {
		questions = append(questions, s.Question)
	}
	if want := []string{"pattern", "scope", "valence", "section"}; !reflect.DeepEqual(questions, want) {
		t.Errorf("got steps %v, want %v", questions, want)
	}
	if want := c.Code(Passage("No core assessment was made.", corpus.SectionFindings)); !reflect.DeepEqual(got[0].Coding, want[0]) {
		t.Errorf("got %+v, want %+v", got[0].Coding, want[0])
	}
}

// TestBadInputIsBounded meets text that no person wrote. It ends, and quickly,
// because a sentence is cut and work on one is bounded.
func TestBadInputIsBounded(t *testing.T) {
	c := newSmall(t)
	for name, text := range map[string]string{
		"100,000 words":  strings.Repeat("information was not shared with the agency and ", 12_500),
		"no space":       strings.Repeat("assessment,", 50_000),
		"dots":           "The assessment " + strings.Repeat(".", 20_000) + " was late.",
		"spaced dots":    strings.Repeat(". ", 20_000),
		"invalid UTF-8":  strings.Repeat("assess\xffment \xc3\x28 was not \xf0\x28\x8c\xbc done. ", 2_000),
		"initials":       strings.Repeat("A. B. C. ", 20_000),
		"one long word":  strings.Repeat("x", 1_000_000),
		"quotes":         strings.Repeat("\"", 20_000),
		"NUL":            "No\x00core assessment\x00was made.",
		"many negations": strings.Repeat("not no never lack of ", 10_000) + "assessment",
	} {
		doc := &corpus.Document{Text: corpus.Text{
			Body:   text + "\n",
			Blocks: []corpus.Block{{Kind: corpus.BlockParagraph, Span: corpus.Span{End: len(text)}, Section: -1}},
		}}
		for _, coding := range c.Code(doc) {
			if coding.Span.End > len(text) || coding.Span.Len() > maxSentenceBytes+maxStops {
				t.Fatalf("%s: passage %v of %d bytes", name, coding.Span, len(text))
			}
		}
	}
}

func TestLoadRefusesAHugeCodebook(t *testing.T) {
	_, err := Load("big.yaml", []byte(strings.Repeat("# padding\n", 1<<20)))
	if err == nil || !strings.Contains(err.Error(), "larger than 4 MB") {
		t.Errorf("got %v, want the limit named", err)
	}
}

func TestSetsOfSetsDoNotExplode(t *testing.T) {
	var b strings.Builder
	b.WriteString("codebook: x\nsets:\n  s0: [a1, b1, c1, d1, e1, f1, g1, h1, i1, j1]\n")
	for i := 1; i < 12; i++ {
		prev := "\"@s" + string(rune('0'+i-1)) + "\""
		if i > 10 {
			break
		}
		b.WriteString("  s" + string(rune('0'+i)) + ": [" + strings.TrimSuffix(strings.Repeat(prev+", ", 10), ", ") + "]\n")
	}
	b.WriteString("themes:\n  - {id: a, label: A, patterns: {topic: [\"@s9 x1\"]}}\n")
	_, err := Load("x.yaml", []byte(b.String()))
	if err == nil || !strings.Contains(err.Error(), "grows to more than") {
		t.Errorf("got %v, want the set refused", err)
	}
}

// faultsOf runs the tests that stand in a codebook and returns those that fail.
func faultsOf(t *testing.T, cb *Codebook) Problems {
	t.Helper()
	results, err := cb.RunTests()
	if err != nil {
		t.Fatal(err)
	}
	return cb.Faults(results)
}

func TestBuiltinCodebooksPassTheirOwnTests(t *testing.T) {
	for _, name := range BuiltinNames() {
		cb, err := Builtin(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if faults := faultsOf(t, cb); faults != nil {
			t.Error(faults)
		}
	}
}
