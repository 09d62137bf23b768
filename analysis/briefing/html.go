package briefing

import (
	_ "embed"
	"html/template"
	"io"
)

//go:embed briefing.html.tmpl
var page string

// HTML writes the briefing as one page that needs nothing else: style and
// charts are in it, there is no script, and its content security policy lets
// nothing be loaded. It prints on A4.
func (b *Briefing) HTML(w io.Writer) error {
	t, err := template.New("briefing").Funcs(template.FuncMap{
		"svg":     func(f Figure) template.HTML { return template.HTML(f.SVG) },
		"heading": func(b Block) bool { return b.Kind == Heading },
		"text":    func(b Block) bool { return b.Kind == Paragraph },
		"bullets": func(b Block) bool { return b.Kind == Bullets },
		"figure":  func(b Block) bool { return b.Kind == FigureBlock },
		"number":  func(t Table, column int) bool { return t.Numbers[column] },
	}).Parse(page)
	if err != nil {
		return err
	}
	return t.Execute(w, b)
}
