package agreement

import "slices"

// Disagreement is a unit on which two coders differ.
type Disagreement struct {
	Level  string   `json:"level"` // review or passage
	Review string   `json:"review"`
	Theme  string   `json:"theme"`
	Said   []string `json:"said"` // by each coder
	ID     string   `json:"passage_id,omitempty"`
	File   string   `json:"file,omitempty"`
	Page   int      `json:"page,omitempty"`
	// Quotes are the words of the passage or, of a review, the passages that
	// those who say the theme is present have marked, some of them.
	Quotes []string `json:"quotes"`
}

// mostQuotes is how many quotations are given for a theme in a review.
const mostQuotes = 3

// said are the words for a value, by level.
var said = map[string][3]string{
	"review":  {"not judged", "absent", "present"},
	"passage": {"not judged", "no", "yes"},
}

// disagreements lists the units on which not all who judged them agree. A
// passage quotes itself, and a review what is marked in it.
func disagreements(level string, units []unit, marked markedQuotes) []Disagreement {
	list := []Disagreement{}
	for _, u := range units {
		if !slices.Contains(u.values, 0) || !slices.Contains(u.values, 1) {
			continue
		}
		d := Disagreement{
			Level: level, Review: u.mark.Review, Theme: u.mark.Theme, ID: u.mark.ID, File: u.mark.File, Page: u.mark.Page, Quotes: []string{},
		}
		for _, v := range u.values {
			d.Said = append(d.Said, said[level][v+1])
		}
		if u.mark.Quote != "" {
			d.Quotes = append(d.Quotes, u.mark.Quote)
		}
		if marked != nil {
			d.Quotes = marked.of(u)
		}
		list = append(list, d)
	}
	return list
}

// markedQuotes are the passages that each coder has marked, by review and theme.
type markedQuotes []map[Cell][]string

func (c *comparison) quotes() markedQuotes {
	list := make(markedQuotes, len(c.coders))
	for i, coder := range c.coders {
		list[i] = make(map[Cell][]string)
		for _, m := range coder.Marks {
			if cell := (Cell{m.Review, m.Theme}); m.Marked && len(list[i][cell]) < mostQuotes && !slices.Contains(list[i][cell], m.Quote) {
				list[i][cell] = append(list[i][cell], m.Quote)
			}
		}
	}
	return list
}

// of returns passages that the coders who find the theme in a review have
// marked.
func (q markedQuotes) of(u unit) []string {
	list := []string{}
	for i, marked := range q {
		if u.values[i] != 1 {
			continue
		}
		for _, quote := range marked[Cell{u.mark.Review, u.mark.Theme}] {
			if !slices.Contains(list, quote) && len(list) < mostQuotes {
				list = append(list, quote)
			}
		}
	}
	return list
}
