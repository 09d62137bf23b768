package analysis

import (
	"slices"
	"strings"
)

// InChildVoice returns the result with every theme called by what a child might
// say of it, as the codebook has it, and its label in the place of that. The full
// stop at the end is left out. The counts are the same. A theme without such words
// keeps its label. Comparisons, trends and passages are left as they are.
func (r *Result) InChildVoice() *Result {
	voiced := *r
	voiced.Themes, voiced.Top, voiced.Matrix.Themes = inChildVoice(r.Themes), inChildVoice(r.Top), inChildVoice(r.Matrix.Themes)
	voiced.Prevalence = prevalenceInChildVoice(r.Prevalence)
	voiced.ByArea, voiced.ByYear = groupsInChildVoice(r.ByArea), groupsInChildVoice(r.ByYear)
	return &voiced
}

func (t Theme) inChildVoice() Theme {
	if t.ChildVoice != "" {
		t.Label, t.Short, t.ChildVoice = strings.TrimSuffix(t.ChildVoice, "."), "", t.Label
	}
	return t
}

func inChildVoice(themes []Theme) []Theme {
	list := slices.Clone(themes)
	for i, t := range list {
		list[i] = t.inChildVoice()
	}
	return list
}

func prevalenceInChildVoice(prevalence []Prevalence) []Prevalence {
	list := slices.Clone(prevalence)
	for i, p := range list {
		list[i].Theme = p.Theme.inChildVoice()
	}
	return list
}

func groupsInChildVoice(groups []Group) []Group {
	list := slices.Clone(groups)
	for i, g := range list {
		list[i].Prevalence = prevalenceInChildVoice(g.Prevalence)
	}
	return list
}
