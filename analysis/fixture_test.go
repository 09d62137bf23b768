package analysis

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"thematic/corpus"
)

// fixtureInput is four invented reviews from two areas and one leaflet.
//
//	          assessment  curiosity  voice
//	C1 Ambry  counted     counted    absent
//	C2 Ambry  held        absent     counted
//	C3 Corran counted     rejected   decided present
//	C4 Corran absent      good only  absent
func fixtureInput() Input {
	themes := []Theme{
		{ID: "assessment", Label: "Poor or absent assessment", Headline: true},
		{ID: "curiosity", Label: "Lack of professional curiosity", Headline: true},
		{ID: "voice", Label: "Voice of the child"},
	}
	cases := []corpus.Case{
		{ID: "C4", Title: "Child Wren", Area: "Corran", Year: 2017, Kind: corpus.KindReview, Include: true, Files: []string{"d.html"}},
		{ID: "C1", Title: "Child Robin", Area: "Ambry", Year: 2012, Kind: corpus.KindReview, Include: true, Files: []string{"a.pdf", "a-summary.pdf"}},
		{ID: "C2", Title: "=Family, \"Lark\"", Area: "Ambry", Year: 2017, Kind: corpus.KindReview, Include: true, Files: []string{"b.docx"}},
		{ID: "C3", Title: "Baby Finch", Area: "Corran", Kind: corpus.KindReview, Include: true, Files: []string{"c.pdf"}},
		{ID: "C5", Title: "What is a review?", Kind: corpus.KindLeaflet, Files: []string{"leaflet.pdf"}, Note: "a leaflet"},
	}
	var files []File
	for i, name := range []string{"leaflet.pdf", "a.pdf", "a-summary.pdf", "b.docx", "c.pdf", "d.html"} {
		files = append(files, File{
			File: name, ID: corpus.ID(strings.Repeat(fmt.Sprint(i), 64)), Kind: corpus.KindReview,
			Status: corpus.StatusOK, Engine: "test", Pages: 10 + i, Words: 4000 + i,
		})
	}
	files = append(files, File{File: "broken.pdf", ID: "ff", Status: corpus.StatusFailed, Reason: "the file ends in the middle of a page"})
	present := true
	return Input{
		Themes: themes, Cases: cases, Files: files, Codings: fixtureCodings(),
		Decisions: []corpus.Decision{
			{PassageID: "p5", Status: corpus.Counted, Coder: "MN", Time: "2026-01-01T10:00:00Z"},
			{PassageID: "gone", Status: corpus.Counted, Coder: "MN", Time: "2026-01-01T10:00:00Z"},
			{PassageID: "p5", Status: corpus.Rejected, Coder: "KL", Settles: true, Comment: "about another family", Time: "2026-01-02T10:00:00Z"},
			{CaseID: "C3", Theme: "voice", Present: &present, Coder: "KL", Time: "2026-01-03T10:00:00Z"},
		},
		Source: "four invented reviews",
	}
}

func fixtureCodings() []corpus.Coding {
	list := []corpus.Coding{
		{CaseID: "C1", File: "a.pdf", Theme: "assessment", Status: corpus.Counted, Quote: "Risk was never assessed."},
		{CaseID: "C1", File: "a-summary.pdf", Theme: "assessment", Status: corpus.Counted, Quote: "No assessment was made."},
		{CaseID: "C1", File: "a.pdf", Theme: "curiosity", Status: corpus.Counted, Quote: "- nobody asked who lived there"},
		{CaseID: "C2", File: "b.docx", Theme: "assessment", Status: corpus.Held, Reason: "a recommendation", Quote: "Assessments should be \"whole\", not partial."},
		{CaseID: "C3", File: "c.pdf", Theme: "curiosity", Status: corpus.Held, Reason: "a view of the family", Quote: "They believed whatever he said."},
		{CaseID: "C2", File: "b.docx", Theme: "voice", Status: corpus.Counted, Quote: "She was not seen alone."},
		{CaseID: "C3", File: "c.pdf", Theme: "assessment", Status: corpus.Counted, Quote: "The assessment stopped at the door."},
		{CaseID: "C4", File: "d.html", Theme: "curiosity", Status: corpus.Counted, Label: corpus.LabelGoodPractice, Quote: "The midwife kept asking."},
		{CaseID: "C5", File: "leaflet.pdf", Theme: "voice", Status: corpus.Counted, Quote: "Children are often not heard."},
	}
	for i := range list {
		c := &list[i]
		c.PassageID = fmt.Sprintf("p%d", i+1)
		c.Page, c.Section, c.Rule, c.Cue, c.Score = i+1, corpus.SectionFindings, c.Theme+".1", "never", 0.9
		c.Span = corpus.Span{Start: 100 * i, End: 100*i + len(c.Quote)}
		if c.Label == "" {
			c.Label = corpus.LabelDeficit
		}
	}
	return list
}

// randomInput is an input of random size whose numbers have no pattern.
func randomInput(r *rand.Rand) Input {
	in := Input{}
	for j := range r.IntN(7) {
		in.Themes = append(in.Themes, Theme{ID: fmt.Sprintf("t%d", j), Label: fmt.Sprintf("Theme %d", j), Headline: r.IntN(2) == 0})
	}
	cells := [][]string{{"", "high", "low", "medium"}, {"", "0", "1.5", "30", "-2"}, {"yes"}}[r.IntN(3)]
	for i := range r.IntN(40) {
		name := fmt.Sprintf("f%02d", i)
		in.Files = append(in.Files, File{File: name, ID: corpus.ID(name), Status: corpus.StatusOK})
		in.Cases = append(in.Cases, corpus.Case{
			ID: fmt.Sprintf("c%02d", i), Area: []string{"", "North", "South"}[r.IntN(3)],
			Year: []int{0, 2010, 2011}[r.IntN(3)], Include: r.IntN(5) > 0, Files: []string{name},
			Columns: []corpus.Column{{Name: "Added", Value: cells[r.IntN(len(cells))]}},
		})
	}
	if len(in.Themes) == 0 || len(in.Cases) == 0 {
		return in
	}
	statuses := corpus.CodingStatuses
	labels := []corpus.Label{corpus.LabelDeficit, corpus.LabelGoodPractice, corpus.LabelNeutral}
	for i := range r.IntN(200) {
		c := in.Cases[r.IntN(len(in.Cases))]
		in.Codings = append(in.Codings, corpus.Coding{
			PassageID: fmt.Sprintf("p%d", i), CaseID: c.ID, File: c.Files[0],
			Theme:  in.Themes[r.IntN(len(in.Themes))].ID,
			Status: statuses[r.IntN(3)], Label: labels[r.IntN(3)],
			Span: corpus.Span{Start: r.IntN(9), End: 10},
		})
	}
	return in
}

// shuffled returns in with its unordered lists in another order.
func shuffled(in Input, r *rand.Rand) Input {
	in.Cases, in.Files, in.Codings = slices.Clone(in.Cases), slices.Clone(in.Files), slices.Clone(in.Codings)
	r.Shuffle(len(in.Cases), func(i, j int) { in.Cases[i], in.Cases[j] = in.Cases[j], in.Cases[i] })
	r.Shuffle(len(in.Files), func(i, j int) { in.Files[i], in.Files[j] = in.Files[j], in.Files[i] })
	r.Shuffle(len(in.Codings), func(i, j int) { in.Codings[i], in.Codings[j] = in.Codings[j], in.Codings[i] })
	return in
}
