package agreement

import (
	"cmp"
	"strings"

	"thematic/analysis"
	"thematic/themes"
	"thematic/themes/refi"
)

// FromProject returns the coder of a project of another program: a person who
// chose the passages. A file is a review, or part of the case that it belongs
// to. Codes are themes by their ids, which the descriptions of our codebooks
// carry, or by the labels of the codebook, as [analysis.NamesOf] has them; others
// keep their names. Only codings of the user are taken, or of all where user is "",
// and only those of the sense.
func FromProject(name string, p *refi.Project, codebook *themes.Codebook, user string, sense refi.Sense) Coder {
	c := Coder{Name: name, Task: PassagesAlone, Cells: make(map[Cell]bool), Names: make(map[string]string)}
	for _, t := range codebook.Themes {
		c.Names[t.ID] = cmp.Or(t.Short, t.Label)
	}
	reviewOf := make(map[string]string)
	for _, known := range p.Cases {
		for _, source := range known.Sources {
			if reviewOf[source] == "" {
				reviewOf[source] = known.ID
			}
		}
	}
	theme := themeNames(p.Themes, codebook)
	for _, t := range p.Themes {
		c.Themes = append(c.Themes, theme[t.ID])
	}
	for _, s := range p.Sources {
		review := stem(s.Name)
		if known := reviewOf[s.Name]; known != "" {
			review = known
		}
		c.Reviews = append(c.Reviews, review)
		taken := func(coding refi.Coding) bool {
			return coding.Sense == sense && (user == "" || coding.Coder == user)
		}
		for _, coding := range s.Whole {
			if taken(coding) {
				c.Cells[Cell{review, theme[coding.Theme]}] = true
			}
		}
		for _, sel := range s.Selections {
			quote := s.Text[sel.Span.Start:sel.Span.End]
			if len(quote) > longestQuote {
				quote = strings.ToValidUTF8(quote[:longestQuote], "")
			}
			for _, coding := range sel.Codings {
				if taken(coding) {
					c.add(Mark{Review: review, File: s.Name, Page: sel.Page, Theme: theme[coding.Theme], Quote: quote, Marked: true})
				}
			}
		}
	}
	c.Files = ByName(reviewOf)
	c.Reviews, c.Themes = sorted(c.Reviews), sorted(c.Themes)
	return c
}

// add takes in a passage that was marked.
func (c *Coder) add(m Mark) {
	c.Cells[Cell{m.Review, m.Theme}] = true
	if m.Quote != "" {
		c.Marks = append(c.Marks, m)
	}
}

// longestQuote is how many bytes of a passage are compared with others: far more
// than a paragraph has.
const longestQuote = 8000

// themeNames says what each theme of a project is called in the codebook, as
// [analysis.NamesOf] has it.
func themeNames(list []themes.Theme, codebook *themes.Codebook) map[string]string {
	var known []analysis.Theme
	for _, t := range codebook.Themes {
		known = append(known, analysis.Theme{ID: t.ID, Label: t.Label, Short: t.Short, ChildVoice: t.ChildVoice})
	}
	called := analysis.NamesOf(known)
	names := make(map[string]string)
	for _, t := range list {
		names[t.ID] = cmp.Or(called.ID(t.ID), called.ID(t.Label), t.ID)
	}
	return names
}
