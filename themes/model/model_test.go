package model_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/themes"
	"thematic/themes/model"
)

func practice(t testing.TB) (*themes.Codebook, *themes.Coder) {
	t.Helper()
	return rulesOf(t, "practice")
}

// rulesOf returns a built-in codebook, and its rules ready to judge.
func rulesOf(t testing.TB, name string) (*themes.Codebook, *themes.Coder) {
	t.Helper()
	codebook, err := themes.Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	coder, err := themes.NewCoder(codebook, nil)
	if err != nil {
		t.Fatal(err)
	}
	return codebook, coder
}

// small is a training set of a few invented sentences, said in several texts.
func small(t testing.TB, coder *themes.Coder) []*model.Text {
	t.Helper()
	var texts []*model.Text
	for i := range 9 {
		list, err := model.Examples("example", coder, fmt.Appendf(nil, `record_keeping|The visit of day %d was written down by nobody.
thresholds|The contact of day %d was closed at once.
+record_keeping|The visit of day %d was written down in full.
-|The worker Sarah called on day %d and Sarah was at home.
`, i, i, i, i))
		if err != nil {
			t.Fatal(err)
		}
		for j, text := range list {
			text.Name = fmt.Sprintf("%d %d", i, j)
		}
		texts = append(texts, list...)
	}
	return texts
}

func train(t testing.TB, texts []*model.Text) *model.Model {
	t.Helper()
	m, err := model.Train([]string{"record_keeping", "thresholds"}, texts)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// evidence is what the rules show of one sentence.
func evidence(coder *themes.Coder, sentence string, f func(*themes.Evidence)) {
	coder.Evidence(themes.Passage(sentence, corpus.SectionFindings), func(_ corpus.Span, e *themes.Evidence) { f(e) })
}

func TestTrainLearns(t *testing.T) {
	_, coder := practice(t)
	m := train(t, small(t, coder))
	for _, test := range []struct {
		sentence string
		deficit  bool
		theme    int
	}{
		{"The call was written down by nobody.", true, 0},
		{"The contact was closed at once.", true, 1},
		{"The call was written down in full.", false, 0},
	} {
		evidence(coder, test.sentence, func(e *themes.Evidence) {
			deficit, good, about := m.Score(e)
			if got := deficit > good; got != test.deficit {
				t.Errorf("%q: deficit %.2f, good %.2f, want deficit %v", test.sentence, deficit, good, test.deficit)
			}
			if got := slices.Index(about, slices.Max(about)); got != test.theme {
				t.Errorf("%q: got theme %d of %.2f, want %d", test.sentence, got, about, test.theme)
			}
		})
	}
}

func TestTrainIsTheSameInAnyOrder(t *testing.T) {
	_, coder := practice(t)
	texts := small(t, coder)
	want := train(t, texts).Append(nil)
	slices.Reverse(texts)
	if got := train(t, texts).Append(nil); !bytes.Equal(got, want) {
		t.Error("the same texts in another order make another model")
	}
}

func TestModelHoldsNoName(t *testing.T) {
	_, coder := practice(t)
	file := string(train(t, small(t, coder)).Append(nil))
	if !strings.Contains(file, "\nwnobody\n") {
		t.Error("a word of every text is not in the model")
	}
	for _, name := range []string{"\nwsarah\n", "\nssarah\n"} {
		if strings.Contains(file, name) {
			t.Errorf("the model holds the name %q", name)
		}
	}
}

func TestTrainOnNothing(t *testing.T) {
	if _, err := model.Train([]string{"thresholds"}, nil); err == nil {
		t.Error("a model was made of no text")
	}
}

// TestDigestIsOfAllThatIsLearntFrom: texts that give another model have another digest.
func TestDigestIsOfAllThatIsLearntFrom(t *testing.T) {
	_, coder := practice(t)
	met := map[string]string{}
	for name, change := range map[string]func(*model.Text){
		"nothing":            func(*model.Text) {},
		"the name":           func(text *model.Text) { text.Name += "x" },
		"a review":           func(text *model.Text) { text.Story = !text.Story },
		"alone":              func(text *model.Text) { text.Alone = !text.Alone },
		"tuned":              func(text *model.Text) { text.Tuned = !text.Tuned },
		"foreign":            func(text *model.Text) { text.Foreign = !text.Foreign },
		"the weights":        func(text *model.Text) { text.Weights.Other++ },
		"that of the themes": func(text *model.Text) { text.ThemeWeight++ },
		"the codes": func(text *model.Text) {
			text.Code("was written", model.Code{Theme: "thresholds", Label: corpus.LabelDeficit})
		},
	} {
		texts := small(t, coder)
		change(texts[0])
		digest := model.Digest(texts)
		if other, known := met[digest]; known {
			t.Errorf("with a change of %s the digest is that with a change of %s", name, other)
		}
		met[digest] = name
	}
}

func TestCodeNeedsTheQuotation(t *testing.T) {
	_, coder := practice(t)
	text := model.NewText("one", coder, themes.Passage("It was late. Nobody asked why.", corpus.SectionFindings))
	code := model.Code{Theme: "professional_curiosity", Label: corpus.LabelDeficit}
	if text.Code("everybody asked", code) || text.Code("", code) {
		t.Error("a quotation that is not there was found")
	}
	if !text.Code("nobody  asked, why", code) {
		t.Error("a quotation was not found")
	}
	if got := len(text.Sentences[0].Codes); got != 0 {
		t.Errorf("the first sentence has %d codes, want 0", got)
	}
	if got := text.Sentences[1].Codes; !slices.Equal(got, []model.Code{code}) {
		t.Errorf("the second sentence has the codes %v, want %v", got, code)
	}
}

func TestExamplesGiveTheirCodes(t *testing.T) {
	_, coder := practice(t)
	bad, good := corpus.LabelDeficit, corpus.LabelGoodPractice
	list, err := model.Examples("example", coder, []byte(`# said of nothing
thresholds,record_keeping|It was closed at once.
+thresholds,record_keeping|It was taken up at once.
thresholds;+record_keeping|It was written down and closed.
+record_keeping;thresholds|It was written down and closed.
-|It was late.
`))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]model.Code{
		{{"thresholds", bad}, {"record_keeping", bad}},
		{{"thresholds", good}, {"record_keeping", good}},
		{{"thresholds", bad}, {"record_keeping", good}},
		{{"record_keeping", good}, {"thresholds", bad}},
		nil,
	}
	for i, text := range list {
		if got := text.Sentences[0].Codes; !slices.Equal(got, want[i]) {
			t.Errorf("%s has the codes %v, want %v", text.Name, got, want[i])
		}
	}
	if len(list) != len(want) {
		t.Errorf("%d examples, want %d", len(list), len(want))
	}
	if _, err := model.Examples("example", coder, []byte("It was late.")); err == nil {
		t.Error("a line without a bar was read")
	}
}

func TestBuiltin(t *testing.T) {
	codebook, coder := practice(t)
	m := model.Builtin("practice")
	for _, id := range m.Themes {
		if _, ok := codebook.Theme(id); !ok {
			t.Errorf("the codebook has no theme %q", id)
		}
	}
	evidence(coder, "Nobody wrote down what she had said.", func(e *themes.Evidence) {
		if got := m.Reason(e, "record_keeping", corpus.LabelDeficit); len(got) == 0 {
			t.Error("no word speaks for the theme")
		}
	})
	with, err := themes.NewCoder(codebook, m)
	if err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{
		"Did anyone write down what the child had said?",
		"Agencies should make sure that the child's words are written down.",
		"Research shows that what children say is often not written down.",
	} {
		for _, c := range with.Code(themes.Passage(never, corpus.SectionUnknown)) {
			if c.Status == corpus.Counted {
				t.Errorf("%q counts for %s: %s", never, c.Theme, c.Reason)
			}
		}
	}
}

func TestSentencesBeforeLend(t *testing.T) {
	_, coder := practice(t)
	m := model.Builtin("practice")
	chance := func(e *themes.Evidence) float64 {
		views, _ := m.Judge(e, nil)
		for _, v := range views {
			if v.Theme == "record_keeping" && v.Label == corpus.LabelDeficit {
				return v.Chance
			}
		}
		return 0
	}
	evidence(coder, "Nobody wrote down what she had said.", func(e *themes.Evidence) {
		alone := chance(e)
		e.Recent[1] = []themes.View{{Theme: "record_keeping", Label: corpus.LabelDeficit, Lends: 0.9}}
		if got := chance(e); got <= alone {
			t.Errorf("after a sentence on the theme the chance is %.2f, and %.2f without: want it greater", got, alone)
		}
		e.Recent[1] = []themes.View{{Theme: "record_keeping", Label: corpus.LabelGoodPractice, Lends: 0.9}}
		if got := chance(e); got != alone {
			t.Errorf("after praise on the theme the chance is %.2f, want %.2f as without", got, alone)
		}
	})
}

// setAgainst praises one thing and finds another lacking.
const setAgainst = "Information was shared promptly and fully by all agencies, but nobody had ever spoken to the boy about how he lived."

// TestSidesAreToldApart: each theme has the label of its own side.
func TestSidesAreToldApart(t *testing.T) {
	_, coder := practice(t)
	m := model.Builtin("practice")
	evidence(coder, setAgainst, func(e *themes.Evidence) {
		if e.Turn == 0 || e.Words[e.Turn] != "but" {
			t.Fatalf("the second side begins at word %d", e.Turn)
		}
		chance := map[model.Code]float64{}
		views, _ := m.Judge(e, nil)
		for _, v := range views {
			chance[model.Code{Theme: v.Theme, Label: v.Label}] = v.Chance
		}
		for theme, label := range map[string]corpus.Label{
			"information_sharing": corpus.LabelGoodPractice,
			"lived_experience":    corpus.LabelDeficit,
		} {
			other := corpus.LabelDeficit
			if label == other {
				other = corpus.LabelGoodPractice
			}
			if got, not := chance[model.Code{Theme: theme, Label: label}], chance[model.Code{Theme: theme, Label: other}]; got < 3*not || got < 0.3 {
				t.Errorf("%s: %.2f %s and %.2f %s", theme, got, label, not, other)
			}
		}
	})
}

func TestACorrectionHasNoSides(t *testing.T) {
	_, coder := practice(t)
	evidence(coder, "What was lacking was not concern but one proper assessment that drew all of it together.", func(e *themes.Evidence) {
		if e.Turn != 0 {
			t.Errorf("a second side begins at %q", e.Words[e.Turn])
		}
	})
}

// TestReasonIsOfItsSide: no word of the other side is named for a finding.
func TestReasonIsOfItsSide(t *testing.T) {
	_, coder := practice(t)
	m := model.Builtin("practice")
	evidence(coder, "Supervision was regular and thorough, but the boy was hardly ever asked how he lived at home.", func(e *themes.Evidence) {
		for code, after := range map[model.Code]bool{
			{Theme: "supervision_oversight", Label: corpus.LabelGoodPractice}: false,
			{Theme: "lived_experience", Label: corpus.LabelDeficit}:           true,
		} {
			reason := m.Reason(e, code.Theme, code.Label)
			for _, words := range reason {
				if (words.Start >= e.Turn) != after {
					t.Errorf("%v: %q stands on the other side", code, e.Words[words.Start:words.End])
				}
			}
			if len(reason) == 0 {
				t.Errorf("%v: no words are named", code)
			}
		}
	})
}

func TestJudgeAllocatesNothing(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates")
	}
	_, coder := practice(t)
	m := model.Builtin("practice")
	for _, sentence := range []string{
		"The referral was not followed up and nobody wrote down why the case was closed.",
		setAgainst,
	} {
		evidence(coder, sentence, func(e *themes.Evidence) {
			views, _ := m.Judge(e, nil)
			if got := testing.AllocsPerRun(100, func() { views, _ = m.Judge(e, views[:0]) }); got > 0 {
				t.Errorf("judging %q takes %v allocations, want 0", sentence, got)
			}
		})
	}
}

// coefficients are as many zeros as the calibrations of a model have numbers.
func coefficients(themes int) string { return strings.Repeat("0 ", 4*(9+themes)) }

func TestLoadRefuses(t *testing.T) {
	_, coder := practice(t)
	good := train(t, small(t, coder)).Append(nil)
	for name, data := range map[string][]byte{
		"nothing":    nil,
		"other file": []byte("%PDF-1.4\n"),
		"cut":        good[:len(good)-1],
		"longer":     append(slices.Clone(good), 0),
		"no themes":  []byte("thematic model 6\nx\n\n" + coefficients(0) + "\n0 0\n"),
		"too large":  []byte("thematic model 6\nx\na\n" + coefficients(1) + "\n999999999 999999999\n"),
		"no family":  []byte("thematic model 6\nx\na\n" + coefficients(1) + "\n1 0\n\xa5a\n" + strings.Repeat("\x00", 54)),
		"no number":  []byte("thematic model 6\nx\na\n" + coefficients(1) + "\nNaN 0\n"),
	} {
		if _, err := model.Load(data); err == nil {
			t.Errorf("%s: loaded", name)
		}
	}
}

func FuzzLoad(f *testing.F) {
	_, coder := practice(f)
	f.Add(train(f, small(f, coder)).Append(nil))
	f.Add([]byte("thematic model 6\nx\na b\n" + coefficients(2) + "\n1 0\nwa\n"))
	var words themes.Evidence
	evidence(coder, "The visit was written down by nobody.", func(e *themes.Evidence) {
		words = *e
		words.Words, words.Named = slices.Clone(e.Words), slices.Clone(e.Named)
		words.Cues, words.Rulings, words.Before = nil, nil, nil
	})
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := model.Load(data)
		if err != nil {
			return
		}
		views, _ := m.Judge(&words, nil)
		for _, v := range views {
			if !(v.Chance >= 0 && v.Chance <= 1) {
				t.Errorf("the chance of %s is %v", v.Theme, v.Chance)
			}
		}
		again, err := model.Load(m.Append(nil))
		if err != nil {
			t.Fatalf("a model that was loaded cannot be loaded again: %v", err)
		}
		if got, want := again.Append(nil), m.Append(nil); !bytes.Equal(got, want) {
			t.Error("a model changes when it is written and read")
		}
	})
}
