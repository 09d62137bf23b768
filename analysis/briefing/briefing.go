package briefing

import (
	"thematic/analysis"
)

// Briefing is a document of three pages and an appendix, each of blocks in
// reading order.
type Briefing struct {
	Title    string
	Subtitle string
	Pages    [][]Block
	Footer   string // names the tool, the codebook and their versions
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
)

// Block is a heading or paragraph (Text), a list (Items), a figure or a table.
type Block struct {
	Kind   Kind
	Text   string
	Items  []string
	Figure Figure
	Table  Table
}

// Figure is a chart as it is put into a document.
type Figure struct {
	Name  string // unique in the briefing: "venn"
	Title string // shown as the caption
	Alt   string // what it shows, in words
	SVG   string // the markup of an <svg> element, without its own title
	PNG   []byte // the same for documents that take no SVG, without its own title
	// Width and Height are in points.
	Width, Height float64
}

// Table is a small table with a header row.
type Table struct {
	Caption string
	Header  []string
	Rows    [][]string
	Numbers []bool // columns that hold numbers
}

// Options are what a briefing says besides the result.
type Options struct {
	Title    string
	Tool     string // name and version of the program
	Codebook string // name, version and hash
	Figures  []Figure
}

// New puts the briefing together.
func New(r *analysis.Result, o Options) *Briefing {
	w := &writer{result: r, figures: map[string]Figure{}}
	for _, f := range o.Figures {
		w.figures[f.Name] = f
	}
	title := o.Title
	if title == "" {
		title = "Practice themes in case reviews"
	}
	return &Briefing{
		Title:    title,
		Subtitle: w.coverage(),
		Pages:    [][]Block{w.background(), w.findings(), w.everyTheme(), w.numbers()},
		Footer:   "Made with " + o.Tool + ", codebook " + o.Codebook + ".",
	}
}

func heading(text string) Block   { return Block{Kind: Heading, Text: text} }
func paragraph(text string) Block { return Block{Kind: Paragraph, Text: text} }
func bullets(items ...string) Block {
	return Block{Kind: Bullets, Items: items}
}
