package analysis

import "testing"

func TestInChildVoice(t *testing.T) {
	in := quotedInput("The assessment was begun in May and never finished by anybody.")
	in.Themes[0].Short, in.Themes[0].ChildVoice = "Short", "Nobody asked me."
	in.Themes = append(in.Themes, Theme{ID: "u", Label: "Unvoiced"})
	r := analysed(t, in)
	got := r.InChildVoice()
	for _, theme := range []Theme{got.Themes[0], got.Top[0], got.Matrix.Themes[0], got.Prevalence[0].Theme, got.ByArea[0].Prevalence[0].Theme} {
		if theme.Name() != "Nobody asked me" || theme.Label != "Nobody asked me" || theme.ChildVoice != "T" {
			t.Errorf("got %+v", theme)
		}
	}
	if got.Themes[1].Name() != "Unvoiced" {
		t.Errorf("a theme without a voice is called %q", got.Themes[1].Name())
	}
	if got.Prevalence[0].Share != r.Prevalence[0].Share || r.Themes[0].Label != "T" || r.Prevalence[0].Theme.Label != "T" {
		t.Error("the counts or the result it was made from have changed")
	}
}
