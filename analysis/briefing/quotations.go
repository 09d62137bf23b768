package briefing

import (
	"fmt"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// How many quotations a top theme has, and how many themes beside the top ones
// have one.
const (
	quotedEach  = 2
	quotedOther = 5
)

// quotations is the page of illustrative quotations: for the top themes and
// those that follow. There is none where no passage is fit to be quoted.
func (w *writer) quotations() []Block {
	if w.noQuotations {
		return nil
	}
	themes := slices.Clone(w.result.Top)
	for _, p := range w.result.Prevalence {
		if !w.top(p.Theme) && p.Share.Count > 0 && len(themes) < len(w.result.Top)+quotedOther {
			themes = append(themes, p.Theme)
		}
	}
	var blocks []Block
	for i, quotations := range w.result.Quotations(themes, quotedEach) {
		if i >= len(w.result.Top) {
			quotations = quotations[:min(1, len(quotations))]
		}
		for j, q := range quotations {
			if j == 0 {
				blocks = append(blocks, leading(w.named(themes[i]), ""))
			}
			blocks = append(blocks, Block{Kind: Quotation, Text: Line{Text: inMarks(q.Passage.Quote)}, Cite: cite(q)})
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	headings := ""
	if w.voiced {
		headings = " The headings above the quotations are from no review."
	}
	return append([]Block{
		paragraph("These quotations illustrate themes; they are no evidence of how often a theme occurs. They were chosen by rule, for " +
			"clarity and from as many reviews as possible, from the passages that count. Passages that seem to hold a full name, an " +
			"address, a date of birth or a number that identifies somebody are never chosen, but first names and places may stand in them; " +
			"read each where it stands before you use it. Where no page is given, the file has one page only or does not say where its pages end." + headings),
	}, blocks...)
}

// inMarks puts a quotation between quotation marks, and single ones within.
func inMarks(quote string) string {
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(straight(quote)) + "”"
}

// straight turns pairs of straight quotation marks into single curly ones.
func straight(s string) string {
	for open := true; strings.Contains(s, `"`); open = !open {
		mark := "’"
		if open {
			mark = "‘"
		}
		s = strings.Replace(s, `"`, mark, 1)
	}
	return s
}

// cite names the review of a quotation, its area and year, the page where the file
// has pages, and the file where the review has several.
func cite(q analysis.Quotation) string {
	name := q.Case.Title
	for _, f := range q.Case.Facts {
		if f.Name == corpus.FactSubject {
			name = f.Value
		}
	}
	parts := []string{corpus.Shorten(corpus.CleanLine(name), longestTitle)}
	if q.Case.Area != "" {
		parts = append(parts, q.Case.Area)
	}
	if q.Case.Year > 0 {
		parts = append(parts, fmt.Sprint(q.Case.Year))
	}
	if q.Passage.Paragraph != "" {
		parts = append(parts, "paragraph "+q.Passage.Paragraph)
	}
	switch {
	case q.Passage.Page > 0:
		parts = append(parts, fmt.Sprintf("page %d", q.Passage.Page))
	case q.Passage.Paragraph == "" && q.Passage.Heading != "":
		parts = append(parts, "under “"+q.Passage.Heading+"”")
	}
	if len(q.Case.Files) > 1 {
		parts = append(parts, "in "+q.Passage.File)
	}
	return strings.Join(parts, ", ")
}
