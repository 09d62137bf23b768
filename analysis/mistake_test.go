package analysis

import (
	"strings"
	"testing"

	"thematic/corpus"
)

func TestMistakes(t *testing.T) {
	texts := map[string]string{
		"D1": "Nobody asked. Risk was not assessed. She was not seen.\n\nThe plan drifted.",
		"D2": "All was well. No plan was made.",
	}
	row := func(doc, theme, quote, note string) Coded {
		return Coded{Doc: doc, Theme: theme, Label: corpus.LabelDeficit, Quote: quote, Note: note}
	}
	first := []Coded{row("D1", "risk", "Risk was not assessed", ""), row("D1", "curiosity", "Nobody asked", ""), row("D1", "voice", "not seen", ""), row("D2", "plan", "No plan", "")}
	second := []Coded{row("D1", "voice", "She was not", ""), row("D1", "plan", "The plan drifted.", "")}
	tool := []Coded{
		row("D1", "risk", "not assessed", "right"), row("D1", "voice", "Nobody asked.", "because asked"),
		row("D2", "voice", "All was well", "because well"), row("D2", "other", "All was well", "not scored"),
	}
	aside := []Coded{row("D1", "plan", "The plan drifted", "held: in the lessons")}
	mistakes := Mistakes(texts, tool, aside, [][]Coded{first, second}, corpus.LabelDeficit)
	want := strings.Join([]string{
		"kind\tdoc_id\ttheme_id\tlabel\tcoders\tother_themes\tsaid\tquote",
		"miss\tD1\tcuriosity\tdeficit\t1\tvoice\t\tNobody asked",
		"miss\tD1\tplan\tdeficit\t2\t\theld: in the lessons\tThe plan drifted.",
		"miss\tD1\tvoice\tdeficit\t1 2\t\t\tnot seen",
		"false_alarm\tD1\tvoice\tdeficit\t\tcuriosity\tbecause asked\tNobody asked.",
		"miss\tD2\tplan\tdeficit\t1\t\t\tNo plan",
		"false_alarm\tD2\tvoice\tdeficit\t\t\tbecause well\tAll was well",
		"",
	}, "\n")
	if got := string(MistakesTSV(mistakes)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var b strings.Builder
	if err := WriteConfusions(&b, Confusions(mistakes)); err != nil || !strings.Contains(b.String(), "curiosity                  voice                             1") {
		t.Errorf("got %v\n%s", err, b.String())
	}
}

// TestMistakesFollowTheFigures holds the list to the figures: what is not missed
// was found, and what is no false alarm was right.
func TestMistakesFollowTheFigures(t *testing.T) {
	texts := map[string]string{"D": "A one. B two. C three. D four. E five."}
	row := func(quote string) Coded {
		return Coded{Doc: "D", Theme: "t", Label: corpus.LabelDeficit, Quote: quote}
	}
	gold, tool := []Coded{row("one"), row("two"), row("three")}, []Coded{row("two"), row("four")}
	e, err := Evaluate(texts, tool, [][]Coded{gold}, corpus.LabelDeficit)
	if err != nil {
		t.Fatal(err)
	}
	missed, alarms := 0, 0
	for _, m := range Mistakes(texts, tool, nil, [][]Coded{gold}, corpus.LabelDeficit) {
		if m.Missed {
			missed++
		} else {
			alarms++
		}
	}
	recall, precision := 1-float64(missed)/3, 1-float64(alarms)/2
	if got := e.Scores[0].Passages; got.Recall-recall > 1e-9 || recall-got.Recall > 1e-9 || got.Precision != precision {
		t.Errorf("got recall %v and precision %v, the list gives %v and %v", got.Recall, got.Precision, recall, precision)
	}
}
