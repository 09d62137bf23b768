package corpus

import (
	"slices"
	"strings"
)

// isStory reports whether body tells what was, as a review does, and not what
// is done in general or will be done: was, were, had and did make up two words
// in a hundred at the least, and are three times as many as will, shall, must
// and should. In the reviews measured it is four to seven in a hundred,
// and eight times as many.
func isStory(body string) bool {
	words, past, other := 0, 0, 0
	for word := range strings.FieldsSeq(body) {
		words++
		switch strings.Trim(word, ".,;:()") {
		case "was", "were", "had", "did":
			past++
		case "will", "shall", "must", "should":
			other++
		}
	}
	return past*50 >= words && past >= 3*other
}

// anatomy are the sections that a report on one case is made of.
var anatomy = []SectionKind{
	SectionTermsOfRef, SectionMethod, SectionFamily, SectionChronology, SectionAppraisal,
	SectionAnalysis, SectionFindings, SectionLessons, SectionConclusion, SectionRecommendations,
	SectionFamilyViews, SectionStrengths, SectionImprovement,
}

// anatomyOf returns those that t has.
func anatomyOf(t *Text) []SectionKind {
	var parts []SectionKind
	for _, kind := range anatomy {
		if slices.ContainsFunc(t.Sections, func(s Section) bool { return s.Kind == kind }) {
			parts = append(parts, kind)
		}
	}
	return parts
}

func sectionList(kinds []SectionKind) string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = strings.ReplaceAll(string(k), "_", " ")
	}
	return "sections for " + strings.Join(names, ", ")
}
