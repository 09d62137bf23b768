package marked

import (
	_ "embed"
	"html/template"
	"io"

	"thematic/analysis"
	"thematic/corpus"
)

// Review is a review with the texts of its files.
type Review struct {
	Case      corpus.Case
	Themes    []analysis.Theme // of the codebook, in its order
	Cells     []analysis.Cell  // of the themes, in their order
	Documents []Document       // in the order of [corpus.Case.Files]
	Made      string           // what the page was made with
}

// Document is the text of one file with its passages, in any order. Of a file
// without a text Missing says why there is none.
type Document struct {
	File     string
	Text     *corpus.Text
	Passages []analysis.Passage
	Missing  string
}

// Entry is a line of the index: a review and the page it has.
type Entry struct {
	Case       corpus.Case
	Page       string // path from the index
	Counted    int    // passages that say practice was lacking
	Held       int
	CheckFirst int
}

// Entry is the line of the review, whose page has the path given.
func (r Review) Entry(page string) Entry {
	e := Entry{Case: r.Case, Page: page}
	for _, c := range r.Cells {
		e.Counted += c.Counted
		e.Held += c.Held
	}
	for _, d := range r.Documents {
		for _, p := range d.Passages {
			if p.CheckFirst {
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

// HTML writes the page of a review; index is the path from it to the index.
func (r Review) HTML(w io.Writer, index string) error {
	return fill(w, reviewPage, map[string]any{"Page": r.page(), "Index": index})
}

// Index writes the page that leads to those of the reviews.
func Index(w io.Writer, source, made string, entries []Entry) error {
	return fill(w, indexPage, map[string]any{"Source": source, "Made": made, "Entries": entries})
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
