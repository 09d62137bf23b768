package marked

import (
	"cmp"
	_ "embed"
	"html/template"
	"io"
	"net/url"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// Review is a review with the texts of its files.
type Review struct {
	Case      corpus.Case
	Themes    []analysis.Theme // of the codebook, in its order
	Cells     []analysis.Cell  // of the themes, in their order
	Beside    *Beside          // nil where nothing stands beside the themes
	Documents []Document       // in the order of [corpus.Case.Files]
	Made      string           // what the page was made with
}

// Beside is what a review states of what stands beside the themes: circumstances,
// which are shown apart and never as practice.
type Beside struct {
	Title  string // of their codebook
	Themes []analysis.Theme
	Cells  []analysis.Cell // of these, in their order
}

// Document is the text of one file with its passages, in any order, those that stand
// beside the themes among them. Of a file without a text Missing says why there is none.
type Document struct {
	File     string
	Text     *corpus.Text
	Passages []analysis.Passage
	Missing  string
}

// Entry is a line of the index: a review and the page it has.
type Entry struct {
	Case       corpus.Case
	Page       string // see [Page]
	Counted    int    // passages that say practice was lacking
	Held       int
	CheckFirst int
}

// Page is the path from the index to the page of a review.
func Page(caseID string) string { return "reviews/" + caseID + ".html" }

// Address is where a passage is noted on the page of its review, from the index, as
// links have it.
func Address(p *analysis.Passage) string {
	return (&url.URL{Path: Page(p.CaseID), Fragment: p.PassageID}).String()
}

// Entry is the line of the review.
func (r Review) Entry() Entry {
	e := Entry{Case: r.Case, Page: Page(r.Case.ID)}
	for _, c := range r.Cells {
		e.Counted += c.Counted
		e.Held += c.Held
	}
	for _, d := range r.Documents {
		for _, p := range d.Passages {
			if p.CheckFirst && slices.ContainsFunc(r.Themes, func(t analysis.Theme) bool { return t.ID == p.Theme }) {
				e.CheckFirst++
			}
		}
	}
	return e
}

//go:embed style.css
var style string

//go:embed review.html.tmpl
var reviewPage string

//go:embed index.html.tmpl
var indexPage string

// HTML writes the page of a review.
func (r Review) HTML(w io.Writer) error {
	return fill(w, reviewPage, map[string]any{"Page": r.page()})
}

// Index writes the page that leads to those of the reviews, by area and year, those of
// which these are not known last, and to the workbook, whose path from it is given.
func Index(w io.Writer, source, made, book string, entries []Entry) error {
	entries = slices.SortedStableFunc(slices.Values(entries), func(a, b Entry) int { return byArea(a.Case, b.Case) })
	return fill(w, indexPage, map[string]any{"Source": source, "Made": made, "Book": book, "Entries": entries})
}

func byArea(a, b corpus.Case) int {
	return cmp.Or(analysis.KnownFirst(a.Area, b.Area), analysis.KnownFirst(a.Year, b.Year), strings.Compare(title(a), title(b)))
}

func fill(w io.Writer, page string, data map[string]any) error {
	t, err := template.New("page").Funcs(template.FuncMap{
		"style": func() template.CSS { return template.CSS(style) },
		"title": title,
	}).Parse(page)
	if err != nil {
		return err
	}
	return t.Execute(w, data)
}

// title is what a review is called.
func title(c corpus.Case) string {
	if c.Title != "" {
		return c.Title
	}
	return c.ID
}
