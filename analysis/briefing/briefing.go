package briefing

import (
	"fmt"
	"slices"

	"codeberg.org/go-pdf/fpdf"

	"thematic/analysis"
	"thematic/corpus"
)

// Briefing is a document of pages, each of blocks in reading order.
type Briefing struct {
	Title    string
	Subtitle string
	Pages    [][]Block
	Footer   string   // names the tool, the codebook and their versions
	Limits   []string // how far the numbers can be trusted, also where no page says it
	Look     Look
}

// Kind says how a block is set.
type Kind int

// The kinds of block.
const (
	Heading Kind = iota
	Paragraph
	Bullets
	FigureBlock
	TableBlock
	Quotation
)

// Block is a heading or paragraph (Text), a list (Items), a figure, a table or
// a quotation (Text), with the place where it stands (Cite).
type Block struct {
	Kind   Kind
	Text   Line
	Items  []Line
	Figure Figure
	Table  Table
	Cite   string
}

// Line is a text that may begin with a few words in bold.
type Line struct {
	Lead string
	Text string
}

// Figure is a chart as it is put into a document.
type Figure struct {
	Name  string // unique in the briefing: "venn"
	Title string // shown as the caption
	Alt   string // what it shows, in words
	SVG   string // one <svg> element, without a title drawn in it
	// Narrow is the SVG as narrow screens show it; SVG stands for it where it is empty.
	Narrow string
	PNG    []byte // the same, for documents that take no SVG
	// Outlined is the SVG with its letters as paths, for programs that have not
	// its fonts; SVG stands for it where it is empty.
	Outlined string
	// Vector draws the same in a PDF; PNG stands for it where it is nil.
	Vector Vector
	// Width and Height are in points; in print a figure is made smaller where
	// its page would not hold it.
	Width, Height float64
	Number        int // of the figure in the briefing, given by New
}

// Vector draws a figure on the current page of a document in points, its upper
// left corner at x and y, in the given width. It may set any font.
type Vector interface {
	PlacePDF(doc *fpdf.Fpdf, x, y, width float64) error
}

// Table is a small table with a header row and row headings in the first
// column.
type Table struct {
	Caption string
	Header  []string
	Rows    [][]string
	Numbers []bool // columns that hold numbers
	Number  int    // of the table in the briefing, given by New
}

// without leaves out the columns from one up to another.
func (t Table) without(from, to int) Table {
	t.Header, t.Numbers = slices.Delete(t.Header, from, to), slices.Delete(t.Numbers, from, to)
	for i, cells := range t.Rows {
		t.Rows[i] = slices.Delete(cells, from, to)
	}
	return t
}

// Options are what a briefing says besides the result.
type Options struct {
	Title    string    // in the place of that of the template
	Template *Template // nil for the built-in one
	Tool     string    // name and version of the program
	Codebook string    // name, version and hash
	// Figures are the charts by name, for which the template has a place; a chart
	// that is not given is left out.
	Figures []Figure
	// NoQuotations leaves the illustrative quotations out, and what is named with
	// them: the titles of reviews and documents. Areas and years stay.
	NoQuotations bool
	// ChildVoice says that the labels of the themes are what a child might say
	// of them: see [analysis.Result.InChildVoice].
	ChildVoice bool
	Look       Look
}

// New puts the briefing together.
func New(r *analysis.Result, o Options) *Briefing {
	w := &writer{
		result: r, figures: map[string]Figure{}, voiced: o.ChildVoice,
		tool: o.Tool, codebook: o.Codebook, noQuotations: o.NoQuotations,
	}
	for _, f := range o.Figures {
		w.figures[f.Name] = f
	}
	template := o.Template
	if template == nil {
		template = Builtin()
	}
	title := o.Title
	if corpus.CleanLine(title) == "" {
		title = w.said(template.title)
	}
	if corpus.CleanLine(title) == "" {
		title = w.said(Builtin().title)
	}
	b := &Briefing{
		Title:    title,
		Subtitle: capital(w.coverage()),
		Pages:    w.fill(template),
		Footer:   "Made with " + o.Tool + ", codebook " + o.Codebook + ".",
		Limits:   w.cautions(),
		Look:     o.Look,
	}
	b.finish()
	return b
}

// Builtin is the built-in template, which has no mistake.
func Builtin() *Template {
	t, err := ParseTemplate("built-in template", BuiltinTemplate, []string{"venn", "pictorial", "dumbbell", "circumstances"})
	if err != nil {
		panic(err)
	}
	return t
}

// finish numbers figures and tables, and takes from every text what cannot be
// printed.
func (b *Briefing) finish() {
	clean := func(texts ...*string) {
		for _, t := range texts {
			*t = corpus.CleanLine(*t)
		}
	}
	clean(&b.Title, &b.Subtitle, &b.Footer)
	figures, tables := 0, 0
	for _, page := range b.Pages {
		for i := range page {
			block := &page[i]
			clean(&block.Text.Lead, &block.Text.Text, &block.Cite, &block.Figure.Title, &block.Figure.Alt, &block.Table.Caption)
			for j := range block.Items {
				clean(&block.Items[j].Lead, &block.Items[j].Text)
			}
			for _, row := range block.Table.Rows {
				for j := range row {
					clean(&row[j])
				}
			}
			switch block.Kind {
			case FigureBlock:
				block.Figure.Title = countsWhole(block.Figure.Title)
				figures++
				block.Figure.Number = figures
			case TableBlock:
				tables++
				block.Table.Number = tables
			}
		}
	}
}

func paragraph(text string) Block { return Block{Kind: Paragraph, Text: Line{Text: text}} }

// leading is a paragraph that begins with words in bold.
func leading(lead, text string) Block {
	return Block{Kind: Paragraph, Text: Line{Lead: lead, Text: text}}
}

func bullets(items ...string) Block {
	b := Block{Kind: Bullets}
	for _, item := range items {
		b.Items = append(b.Items, Line{Text: item})
	}
	return b
}

// fit returns the size of the figure on paper.
func (f Figure) fit() (width, height float64) {
	width, height = f.Width, f.Height
	if width <= 0 || height <= 0 {
		return textWidth, textWidth
	}
	const most = textHeight - 60 // for its caption
	scale := min(1, textWidth/width, most/height)
	return width * scale, height * scale
}

// caption is what stands above the figure.
func (f Figure) caption() Line {
	return Line{Lead: fmt.Sprintf("Figure %d. %s", f.Number, f.Title)}
}

// caption is what stands above the table.
func (t Table) caption() Line {
	return Line{Lead: fmt.Sprintf("Table %d. %s", t.Number, t.Caption)}
}
