package themes

import (
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// certain is an opinion that has the same views on every sentence.
type certain []View

func (certain) Name() string        { return "certain" }
func (certain) Number(string) int32 { return 0 }
func (c certain) Judge(_ *Evidence, views []View) ([]View, float64) {
	return append(views, c...), 0
}
func (certain) Reason(*Evidence, string, corpus.Label) []Words { return nil }

// TestExplainSaysWhatWasAsked: beside the chance stands the one from which the verdict
// would be another.
func TestExplainSaysWhatWasAsked(t *testing.T) {
	view := func(label corpus.Label, chance float64) View {
		return View{Theme: "professional_curiosity", Label: label, Chance: chance}
	}
	for _, c := range []struct {
		sentence string
		views    certain
		want     string
	}{
		{"There was a lack of professional curiosity.", certain{view(corpus.LabelDeficit, 0.39)}, "finds it 39% likely (it counts from 33%)"},
		{"Practitioners did not show professional curiosity.", certain{view(corpus.LabelDeficit, 0.39)}, "finds it 39% likely (it counts from 52%)"},
		{
			"There was a lack of professional curiosity.", certain{view(corpus.LabelDeficit, 0.39), view(corpus.LabelGoodPractice, 0.5)},
			"finds it 39% likely and the opposite likelier (it counts from 60%)",
		},
	} {
		coder, err := NewCoder(practice(t).codebook, c.views)
		if err != nil {
			t.Fatal(err)
		}
		var answers []string
		for _, e := range coder.Explain(Passage(c.sentence, corpus.SectionFindings)) {
			for _, s := range e.Steps {
				answers = append(answers, s.Answer)
			}
		}
		if !slices.Contains(answers, c.want) {
			t.Errorf("%s: got %q, want %q among them", c.sentence, answers, c.want)
		}
	}
}

// TestCertainPattern: what the rules count by a certain pattern no model holds, and it is
// named where another finds the same; what the rules do not count stays as it is.
func TestCertainPattern(t *testing.T) {
	const book = `codebook: x
themes:
  - id: net
    label: Net
    patterns: {deficit: ["fell through the net", {pattern: "through the net", strength: certain, id: sure}, "was out of sight"]}
`
	view := func(label corpus.Label, chance float64) View { return View{Theme: "net", Label: label, Chance: chance} }
	for _, views := range []certain{
		{view(corpus.LabelDeficit, 0.02)},
		{view(corpus.LabelDeficit, 0.4), view(corpus.LabelGoodPractice, 0.5)},
	} {
		coder := coderOf(t, book)
		coder.opinion = views
		for sentence, want := range map[string]string{
			"She fell through the net.":                 "counted sure",
			"She was out of sight.":                     "held net.deficit.3",
			"She was out of sight and fell through it.": "held net.deficit.3",
			"Did she fall through the net?":             "rejected sure",
			"Perhaps she fell through the net.":         "held sure",
			"She was out of sight, through the net.":    "counted sure",
		} {
			got := ""
			for _, c := range coder.Code(Passage(sentence, corpus.SectionFindings)) {
				if c.Label == corpus.LabelDeficit {
					got = string(c.Status) + " " + c.Rule
				}
			}
			if got != want {
				t.Errorf("%s: got %q, want %q", sentence, got, want)
			}
		}
	}
}

// TestConsult holds what a model may count by its word alone, and what it
// may doubt that the rules count.
func TestConsult(t *testing.T) {
	const curiosity = "professional_curiosity"
	deficit := func(chance float64) View {
		return View{Theme: curiosity, Label: corpus.LabelDeficit, Chance: chance}
	}
	praise := func(chance float64) View {
		return View{Theme: curiosity, Label: corpus.LabelGoodPractice, Chance: chance}
	}
	for _, c := range []struct {
		sentence string
		views    certain
		status   corpus.CodingStatus
		reason   string
	}{
		{"The kettle was on the hob.", certain{deficit(0.9)}, corpus.Counted, "practice was lacking (90%)"},
		{"The kettle was on the hob.", certain{deficit(0.4)}, corpus.Held, "(40%), too unlikely to count by its word alone (52%)"},
		{"The kettle was on the hob.", certain{deficit(0.479)}, corpus.Held, "(47%), too unlikely"},
		{"The kettle was on the hob.", certain{deficit(0.6), praise(0.7)}, corpus.Held, "the opposite is found too"},
		{"There was good professional curiosity, but the kettle was hot.", certain{deficit(0.52)}, corpus.Counted, "practice was lacking (52%)"},
		{"There was good professional curiosity, but the kettle was hot.", certain{deficit(0.51)}, corpus.Held, "too unlikely to count"},
		{"There was good professional curiosity, but the kettle was hot.", certain{deficit(0.8), praise(0.9)}, corpus.Held, "the opposite is found too"},
		{"There was no delay at the door.", certain{deficit(0.9)}, corpus.Held, "the sentence denies a deficit: 'no delay'"},
		{"There was no delay at the door, but the bedroom was overlooked.", certain{deficit(0.9)}, corpus.Counted, "(90%)"},
		{"There was no delay at the door, but they stood where they were.", certain{deficit(0.9)}, corpus.Counted, "(90%)"},
		{"The kettle should be kept from a baby who is not yet mobile.", certain{deficit(0.9)}, corpus.Held, "advises and states no finding: 'should'"},
		{"The kettle should be seen to, and no one saw to it.", certain{deficit(0.9)}, corpus.Counted, "(90%)"},
		{"The kettle was not seen to, as it should be.", certain{deficit(0.9)}, corpus.Counted, "(90%)"},
		{"The kettle was moved to reduce delay.", certain{deficit(0.9)}, corpus.Counted, "(90%)"},
		{"There was a lack of professional curiosity.", certain{deficit(0.9)}, corpus.Counted, "lack of"},
		{"There was a lack of professional curiosity.", certain{deficit(0.2)}, corpus.Held, "unlikely (20%)"},
		{"Supervision was reflective, but there was a lack of professional curiosity.", certain{deficit(0.32)}, corpus.Held, "unlikely (32%)"},
		{"There was a lack of professional curiosity.", certain{deficit(0.5), praise(0.7)}, corpus.Held, "the opposite likelier than this (50%)"},
		{"There was a lack of professional curiosity.", certain{deficit(0.8), praise(0.9)}, corpus.Counted, "lack of"},
		{"Practitioners did not show professional curiosity.", certain{deficit(0.52)}, corpus.Counted, "denies good practice"},
		{"Practitioners did not show professional curiosity.", certain{deficit(0.51)}, corpus.Held, "unlikely (51%)"},
	} {
		coder, err := NewCoder(practice(t).codebook, c.views)
		if err != nil {
			t.Fatal(err)
		}
		met := false
		for _, got := range coder.Code(Passage(c.sentence, corpus.SectionAnalysis)) {
			if got.Theme != curiosity || got.Label != corpus.LabelDeficit {
				continue
			}
			met = true
			if got.Status != c.status || !strings.Contains(got.Reason, c.reason) {
				t.Errorf("%q: got %s, %q, want %s, %q", c.sentence, got.Status, got.Reason, c.status, c.reason)
			}
		}
		if !met {
			t.Errorf("%q: not coded", c.sentence)
		}
	}
}

// TestConsultOnTheFamily holds that what only a model finds does not count where the
// sentence speaks of what somebody of the family did.
func TestConsultOnTheFamily(t *testing.T) {
	view := View{Theme: "professional_curiosity", Label: corpus.LabelDeficit, Chance: 0.9}
	coder, err := NewCoder(practice(t).codebook, certain{view})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"The mother did not put the kettle away.":                             false,
		"The parents refused to fill the kettle.":                             false,
		"The mother was not asked about the kettle.":                          true,
		"The mother had no kettle.":                                           true,
		"The mother's kettle stood on the hob.":                               true,
		"The mother showed the health visitor the kettle.":                    true,
		"The mother put the kettle away, but that was not noticed until May.": true,
		"The kettle was put away by the mother.":                              true,
	} {
		if got := counted(coder, text, corpus.LabelDeficit) != ""; got != want {
			t.Errorf("%q: counted is %t, want %t", text, got, want)
		}
	}
}

// telling is an opinion with views that rest on two words.
type telling struct{ certain }

func (telling) Reason(*Evidence, string, corpus.Label) []Words { return []Words{{1, 2}, {4, 6}} }

// TestReasonSaysWhatTheWordsAre holds that the words behind what a model finds are
// told as that, and not as a quotation.
func TestReasonSaysWhatTheWordsAre(t *testing.T) {
	for views, want := range map[*certain]string{
		{{Theme: "professional_curiosity", Label: corpus.LabelDeficit, Chance: 0.9}}: "practice was lacking (90%), mostly by these words: 'kettle, the hob'",
		{{Theme: "professional_curiosity", Label: corpus.LabelDeficit, Chance: 0.4}}: "(40%), too unlikely to count by its word alone (52%)",
	} {
		coder, err := NewCoder(practice(t).codebook, telling{*views})
		if err != nil {
			t.Fatal(err)
		}
		got := coder.Code(Passage("The kettle was on the hob.", corpus.SectionAnalysis))
		if len(got) != 1 || !strings.HasSuffix(got[0].Reason, want) {
			t.Errorf("got %+v, want the reason %q", got, want)
		}
	}
}
