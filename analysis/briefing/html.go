package briefing

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed briefing.html.tmpl
var page string

// HTML writes the briefing as one page that needs nothing else: style and
// charts are in it, there is no script, and its content security policy lets
// nothing be loaded. It prints on A4. It fails for a figure whose SVG is not
// what [Figure] says.
func (b *Briefing) HTML(w io.Writer) error {
	settings := newPress(b.Look).settings(b)
	t, err := template.New("briefing").Funcs(template.FuncMap{
		"svg": func(f Figure, svg string) (template.HTML, error) {
			svg, err := f.element(svg)
			return template.HTML(svg), err
		},
		"tall": func(page int, f Figure) template.CSS { // in print
			_, height := f.fit()
			return template.CSS(fmt.Sprintf("--tall:%.0fpt", height*settings[page].scale*slack))
		},
		"on":      func(page int) bool { return settings[page].on },
		"ink":     func() template.CSS { return template.CSS("#" + b.Look.of(ink).hex()) },
		"accent":  func() template.CSS { return template.CSS("#" + b.Look.of(accent).hex()) },
		"font":    b.Look.css,
		"heading": func(b Block) bool { return b.Kind == Heading },
		"text":    func(b Block) bool { return b.Kind == Paragraph },
		"bullets": func(b Block) bool { return b.Kind == Bullets },
		"quote":   func(b Block) bool { return b.Kind == Quotation },
		"figure":  func(b Block) bool { return b.Kind == FigureBlock },
		"caption": func(c interface{ caption() Line }) string { return c.caption().Lead },
		"number":  func(t Table, column int) bool { return t.Numbers[column] },
	}).Parse(page)
	if err != nil {
		return err
	}
	return t.Execute(w, b)
}
