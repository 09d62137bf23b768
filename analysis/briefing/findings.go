package briefing

import (
	"fmt"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// following is how many themes the findings name after the top ones.
const following = 8

// findings are the top themes and how they overlap.
func (w *writer) findings() []Block {
	switch {
	case w.reviews() == 0:
		return []Block{paragraph("No document in the folder is a review that counts, so there is nothing to report. " +
			"tables/cases.csv says what each was taken for; project/cases.csv is where that can be changed.")}
	case len(w.result.Themes) == 0:
		return []Block{paragraph("The codebook holds no themes, so there is nothing to report.")}
	}
	blocks := []Block{paragraph(w.which())}
	for _, p := range w.result.Prevalence {
		if w.top(p.Theme) {
			blocks = append(blocks, w.finding(p))
		}
	}
	if text := w.together(); text != "" {
		blocks = append(blocks, paragraph(text))
	}
	return blocks
}

// top reports whether a theme is one of the top ones.
func (w *writer) top(t analysis.Theme) bool {
	return slices.ContainsFunc(w.result.Top, func(top analysis.Theme) bool { return top.ID == t.ID })
}

// which says what made these the top themes.
func (w *writer) which() string {
	n := len(w.result.Top)
	if w.result.Top[0].Headline {
		return plural(n, "The codebook names one headline theme.",
			fmt.Sprintf("The codebook names %s headline themes; they stand here with the most frequent first.", small(n)))
	}
	if n > 1 && w.result.Prevalence[0].Share.Count == 0 {
		return fmt.Sprintf("None of the themes was found in any review; these are the first %s of the codebook:", small(n))
	}
	return plural(n, "The one theme of the codebook:", fmt.Sprintf("The %s themes most often reported:", small(n)))
}

// finding is the paragraph about one of the top themes.
func (w *writer) finding(p analysis.Prevalence) Block {
	return leading(strings.TrimRight(w.introduced(p.Theme), ".")+".", findingText(p))
}

// findingText says in how many reviews practice was found lacking on a theme.
func findingText(p analysis.Prevalence) string {
	text := "Practice was found lacking in no review."
	if p.Share.Count > 0 {
		text = "Practice was found lacking in " + share(p.Share)
		if p.Passages > 0 {
			text += ", in " + corpus.Quantity(p.Passages, "passage")
		}
		text += "."
	}
	if p.WithHeld > p.Share.Count {
		text += fmt.Sprintf(" If every held passage counted, it would be %s.", corpus.Quantity(p.WithHeld, "review"))
	}
	if p.GoodPractice > 0 {
		text += fmt.Sprintf(" Good practice on the same subject is described in %s.", corpus.Quantity(p.GoodPractice, "review"))
	}
	return text
}

// named is a theme that stands by itself, as at the head of a paragraph, without
// its full stop, as the figures name it.
func (w *writer) named(t analysis.Theme) string {
	if w.voiced && t.ChildVoice != "" {
		return strings.TrimRight(t.Label, ".")
	}
	return strings.TrimRight(t.Name(), ".")
}

// introduced is [writer.named] with the label of the theme, where the figures do not call
// it so.
func (w *writer) introduced(t analysis.Theme) string {
	if w.voiced && t.ChildVoice != "" {
		return w.named(t)
	}
	return w.bothNames(t)
}

// together is the sentence about all of the top themes.
func (w *writer) together() string {
	n := len(w.result.Top)
	if n < 2 || w.reviews() < 2 {
		return ""
	}
	words := "all " + small(n) + " themes"
	if n == 2 {
		words = "both themes"
	}
	text := ""
	for _, region := range w.result.Regions {
		switch len(region.Themes) {
		case n:
			text = "In no review was practice found lacking on " + words
			if all := len(region.Inclusive); all > 0 {
				text = "Practice was found lacking on " + words + " in " + share(analysis.Proportion(all, region.Of))
			}
		case 0:
			text += "; " + noneOf(len(region.Exclusive), n) + "."
		}
	}
	return text
}

// noneOf says how many reviews have none of so many themes.
func noneOf(n, themes int) string {
	none := "none"
	if themes == 2 {
		none = "neither"
	}
	if n == 0 {
		return "every review reports at least one of them"
	}
	return small(n) + plural(n, " review reports ", " reviews report ") + none + " of them"
}

// others lists the themes that follow the top ones, and counts the rest.
func (w *writer) others() []Block {
	list := Block{Kind: Bullets}
	rest, absent := 0, 0
	for _, p := range w.result.Prevalence {
		switch {
		case p.Share.Count == 0:
			absent++
		case w.top(p.Theme):
		case len(list.Items) == following:
			rest++
		default:
			list.Items = append(list.Items, Line{Lead: w.named(p.Theme) + ":", Text: brief(p.Share)})
		}
	}
	if len(w.result.Themes) == len(w.result.Top) || w.reviews() == 0 {
		return nil
	}
	var blocks []Block
	if len(list.Items) > 0 {
		blocks = append(blocks, list)
	}
	var sentences []string
	if len(list.Items) > 0 && w.reviews() > 1 {
		sentences = append(sentences, "The 95% interval stands in brackets.")
	}
	if rest > 0 {
		sentences = append(sentences, plural(rest, "The other theme that is reported stands in the table at the end.",
			fmt.Sprintf("The other %d themes that are reported stand in the table at the end.", rest)))
	}
	if absent > 0 {
		sentences = append(sentences, fmt.Sprintf("Of the %s, %s found in no review; that does not mean that practice was good.",
			corpus.Quantity(len(w.result.Themes), "theme"), plural(absent, "one was", small(absent)+" were")))
	}
	if len(sentences) > 0 {
		blocks = append(blocks, paragraph(strings.Join(sentences, " ")))
	}
	return blocks
}

// brief is a share in a list.
func brief(e analysis.Estimate) string {
	if e.Of == 1 {
		return "found lacking"
	}
	return fmt.Sprintf("%s of %s reviews, %s (%s)", corpus.Digits(e.Count), corpus.Digits(e.Of), e.Whole(), e.Interval(" to "))
}

// howToCheck says where everything stands.
func (w *writer) howToCheck() []Block {
	if w.reviews() == 0 || len(w.result.Themes) == 0 {
		return nil
	}
	return []Block{bullets(
		"coded.xlsx holds every passage with its review, page and quotation: counted, held and rejected, each with its reason, and those to check first marked. "+
			"Decisions made there and brought back in change the next briefing.",
		"tables/prevalence.csv and tables/overlaps.csv hold the numbers of this briefing; tables/matrix.csv says which review has which theme.",
		"project/cases.csv says what each file was taken for. What you change there holds from the next run on.",
	)}
}

// numbers is the appendix: every theme in figures.
func (w *writer) numbers() []Block {
	if w.reviews() == 0 || len(w.result.Themes) == 0 {
		return nil
	}
	return []Block{
		paragraph("“With held” is the number of reviews if every held passage counted; it is the upper bound. “Good practice” is the " +
			"number of reviews that describe it on the same subject: a review can show both."),
		{Kind: TableBlock, Table: w.table()},
	}
}

// bothNames is the name of a theme by which the figures call it, with the other
// one.
func (w *writer) bothNames(t analysis.Theme) string {
	if w.voiced && t.ChildVoice != "" {
		return w.named(t) + ": " + t.ChildVoice
	}
	if t.Name() == t.Label {
		return t.Label
	}
	return t.Name() + ": " + t.Label
}

// table is every theme with its numbers; of a single review there is no percentage.
func (w *writer) table() Table {
	t := Table{
		Caption: fmt.Sprintf("Reviews in which practice was found lacking on each theme, of %s", corpus.Digits(w.reviews())),
		Header:  []string{"Theme", "Reviews", "Percent", "95% interval", "With held", "Good practice"},
		Numbers: []bool{false, true, true, true, true, true},
	}
	for _, p := range w.result.Prevalence {
		t.Rows = append(t.Rows, []string{
			w.bothNames(p.Theme), corpus.Digits(p.Share.Count), p.Share.Whole(), p.Share.Interval("–"),
			corpus.Digits(p.WithHeld), corpus.Digits(p.GoodPractice),
		})
	}
	if w.reviews() == 1 {
		t = t.without(2, 4)
	}
	return t
}

// figure is the chart of that name, where there is one.
func (w *writer) figure(name string) []Block {
	f, ok := w.figures[name]
	if !ok || w.reviews() == 0 || len(w.result.Themes) == 0 {
		return nil
	}
	return []Block{{Kind: FigureBlock, Figure: f}}
}
