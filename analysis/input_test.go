package analysis

import (
	"slices"
	"testing"
)

func TestThemeIDs(t *testing.T) {
	themes := []Theme{
		{ID: "voice", Label: "The child's voice", Short: "Not heard", ChildVoice: "Nobody asked. Why?"},
		{ID: "drift", Label: "Drift, and delay"},
		{ID: "risk", Label: "Assessment of risk", Short: "Same"},
		{ID: "plan", Label: "Same"},
		{ID: "fathers", Label: "Fathers not seen", Short: "fathers not seen"}, // one name twice
		{ID: "same_day", Label: "Risk"},                                       // the id of another
		{ID: "re_view"}, {ID: "review"},                                       // the same letters
	}
	for _, c := range []struct {
		names, want []string
		wrong       string
	}{
		{nil, nil, ""},
		{[]string{"risk", "voice"}, []string{"risk", "voice"}, ""},
		{[]string{"the child’s voice", "DRIFT and delay"}, []string{"voice", "drift"}, ""},
		{[]string{"not heard", "plan", "Same day"}, []string{"voice", "plan", "same_day"}, ""},
		{[]string{"nobody asked, why"}, []string{"voice"}, ""},
		{[]string{"Risk"}, []string{"risk"}, ""},
		{[]string{"Fathers not seen"}, []string{"fathers"}, ""},
		{[]string{"re_view", "review"}, []string{"re_view", "review"}, ""},
		{[]string{"voice", "Not heard"}, nil, `theme "voice" is named twice`},
		{[]string{"Same"}, nil, `the codebook has no theme "Same": did you mean risk or plan?`},
		{[]string{"heard"}, nil, `the codebook has no theme "heard": did you mean voice?`},
		{[]string{""}, nil, `the codebook has no theme "": choose from voice, drift, risk, plan, fathers, same_day, re_view, review`},
	} {
		got, err := ThemeIDs(c.names, themes)
		wrong := ""
		if err != nil {
			wrong = err.Error()
		}
		if !slices.Equal(got, c.want) || wrong != c.wrong {
			t.Errorf("%q: got %q, %q; want %q, %q", c.names, got, wrong, c.want, c.wrong)
		}
	}
}
