package briefing

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"thematic/corpus"
)

// BuiltinTemplate is the template of a briefing for which none is given.
//
//go:embed builtin.md
var BuiltinTemplate string

// Template says of what a briefing is made: see [ParseTemplate].
type Template struct {
	Text  string // as it was parsed
	title []piece
	pages [][]part
}

// part is one block of a template: a heading, a paragraph or a list with
// values in it, or a block of the briefing by its name.
type part struct {
	kind  Kind
	lines []templateLine // one, and of a list one for each item
	block string         // "" for what the template says itself
}

// templateLine is a text with values, that may begin in bold.
type templateLine struct{ lead, text []piece }

// piece is a text as it stands, or the name of a value.
type piece struct{ text, value string }

// ParseTemplate reads a template: "# " begins the title and "## " a heading,
// "- " an item of a list, "**words**" at the beginning of a paragraph or item
// are in bold, and "---" begins a page. {{name}} within a line is a value of
// the result, and on a line of its own a block: see [TemplateNames]. A heading
// under which nothing is left is left out, as is an empty page. Everything else
// is text. figures are the charts that can be named. An error is a
// [corpus.InputError] with path, line and column.
func ParseTemplate(path, text string, figures []string) (*Template, error) {
	p := &templateParser{path: path, figures: figures, template: &Template{Text: text, pages: [][]part{nil}}}
	for i, line := range strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n") {
		p.number = i + 1
		if err := p.line(strings.TrimRight(line, " \t")); err != nil {
			return nil, err
		}
	}
	return p.template, nil
}

// Figures are the names of the charts in a template, in order.
func (t *Template) Figures() []string {
	var names []string
	for _, page := range t.pages {
		for _, part := range page {
			if name, ok := strings.CutPrefix(part.block, figurePrefix); ok && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

const figurePrefix = "figure "

// TemplateNames lists what a template can name: values within a line, and
// blocks on a line of their own. N stands for the number of a theme, the most
// frequent first.
func TemplateNames(figures []string) (values, blocks []string) {
	values = slices.Sorted(maps.Keys(templateValues))
	for _, name := range slices.Sorted(maps.Keys(themeValues)) {
		values = append(values, name+" N")
	}
	blocks = slices.Sorted(maps.Keys(templateBlocks))
	for _, f := range figures {
		blocks = append(blocks, figurePrefix+f)
	}
	return values, blocks
}

// templateParser reads a template line by line.
type templateParser struct {
	path     string
	figures  []string
	template *Template
	number   int  // of the line
	open     bool // whether the last part goes on
}

func (p *templateParser) line(line string) error {
	page := len(p.template.pages) - 1
	trimmed := strings.TrimSpace(line)
	switch {
	case trimmed == "":
		p.open = false
		return nil
	case trimmed == "---":
		p.open = false
		p.template.pages = append(p.template.pages, nil)
		return nil
	case strings.HasPrefix(line, "# "):
		p.open = false
		if len(p.template.title) > 0 {
			return p.fault(0, "the template has a title already: begin headings with ##")
		}
		var err error
		p.template.title, err = p.pieces(line[2:], 2)
		return err
	case strings.HasPrefix(line, "## "):
		return p.text(Heading, line, 3)
	case strings.HasPrefix(line, "- "):
		return p.text(Bullets, line, 2)
	}
	if name, ok := blockName(trimmed); ok && !p.isValue(name) {
		if !p.isBlock(name) {
			return p.unknown(strings.Index(line, "{{"), name)
		}
		p.open = false
		p.template.pages[page] = append(p.template.pages[page], part{block: name})
		return nil
	}
	return p.text(Paragraph, line, len(line)-len(strings.TrimLeft(line, " \t")))
}

// blockName is what stands between the only braces of a line.
func blockName(line string) (string, bool) {
	inner, opened := strings.CutPrefix(line, "{{")
	inner, closed := strings.CutSuffix(inner, "}}")
	return strings.TrimSpace(inner), opened && closed && !strings.Contains(inner, "}}")
}

// text adds the text of a line from a column on: to the part that is open where
// that is of the same kind.
func (p *templateParser) text(kind Kind, line string, from int) error {
	var l templateLine
	var err error
	rest := line[from:]
	if bold, after, ok := strings.Cut(strings.TrimPrefix(rest, "**"), "**"); ok && strings.HasPrefix(rest, "**") {
		if l.lead, err = p.pieces(bold, from+2); err != nil {
			return err
		}
		from, rest = from+len(bold)+4, after
	}
	if l.text, err = p.pieces(rest, from); err != nil {
		return err
	}
	page := &p.template.pages[len(p.template.pages)-1]
	last := len(*page) - 1
	goesOn := p.open && kind != Heading && last >= 0
	p.open = kind != Heading
	switch {
	case goesOn && kind == Bullets && (*page)[last].kind == Bullets:
		(*page)[last].lines = append((*page)[last].lines, l)
	case goesOn && kind == Paragraph: // of the paragraph or item above
		lines := (*page)[last].lines
		end := &lines[len(lines)-1]
		end.text = append(append(append(end.text, piece{text: " "}), l.lead...), l.text...)
	default:
		*page = append(*page, part{kind: kind, lines: []templateLine{l}})
	}
	return nil
}

// pieces parts a text, which begins at a column, at its values.
func (p *templateParser) pieces(text string, column int) ([]piece, error) {
	var pieces []piece
	for {
		before, rest, found := strings.Cut(text, "{{")
		if before != "" {
			pieces = append(pieces, piece{text: before})
		}
		if !found {
			return pieces, nil
		}
		column += len(before)
		name, after, closed := strings.Cut(rest, "}}")
		if !closed {
			return nil, p.fault(column, "{{ is not closed: write }} after the name")
		}
		value := strings.TrimSpace(name)
		switch {
		case p.isValue(value):
			pieces = append(pieces, piece{value: value})
		case p.isBlock(value):
			return nil, p.fault(column, "{{%s}} is a block: write it on a line of its own", value)
		default:
			return nil, p.unknown(column, value)
		}
		text, column = after, column+len(name)+4
	}
}

func (p *templateParser) isValue(name string) bool {
	if _, ok := templateValues[name]; ok {
		return true
	}
	kind, n := numbered(name)
	_, ok := themeValues[kind]
	return ok && n > 0
}

func (p *templateParser) isBlock(name string) bool {
	if figure, ok := strings.CutPrefix(name, figurePrefix); ok {
		return slices.Contains(p.figures, figure)
	}
	_, ok := templateBlocks[name]
	return ok
}

func (p *templateParser) unknown(column int, name string) error {
	values, blocks := TemplateNames(p.figures)
	return p.fault(column, "there is no {{%s}}: within a line choose from %s; on a line of its own from %s", name, strings.Join(values, ", "), strings.Join(blocks, ", "))
}

// fault is a mistake at a byte of the line, counted from 0.
func (p *templateParser) fault(column int, format string, args ...any) error {
	return &corpus.InputError{Path: fmt.Sprintf("%s:%d:%d", p.path, p.number, column+1), Reason: fmt.Sprintf(format, args...)}
}
