package project

import (
	"fmt"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/analysis/briefing"
	"thematic/charts"
)

// Presentation says how charts and briefing show a result; tables and the sheets
// of the workbook, but for its pictures, are the same for all. The zero Presentation is ready to use.
type Presentation struct {
	NoQuotations bool // leave illustrative quotations out of the briefing
	ChildVoice   bool // call the themes by what a child might say of them
	// Template says of what the briefing is made; nil for the built-in one.
	Template *briefing.Template
	Theme    *Theme // nil for the usual colours and font

	// mostDPI bounds the resolution of pictures, which take a third of the time of a
	// small run, for tests that look at none; 0 for no bound.
	mostDPI int
}

// dpi is the resolution of pictures that are meant to have so many dots per inch.
func (p Presentation) dpi(meant int) int {
	if p.mostDPI > 0 {
		return min(meant, p.mostDPI)
	}
	return meant
}

// Check refuses, with a [*SelectionError], the voice of a child for themes of which none
// has words that a child might have said: charts and briefing would say that it had.
func (p Presentation) Check(list []analysis.Theme) error {
	voiced := func(t analysis.Theme) bool { return t.ChildVoice != "" }
	if !p.ChildVoice || slices.ContainsFunc(list, voiced) {
		return nil
	}
	return noSelection("--voice child: none of the themes has words that a child might have said: leave it out, or give themes a child_voice in a codebook of your own")
}

// Shown is a result as charts and briefing have it.
func (p Presentation) Shown(r *analysis.Result) *analysis.Result {
	if p.ChildVoice {
		return r.InChildVoice()
	}
	return r
}

// Style is that of charts of a size, whose labels are those of the result that is
// [Presentation.Shown].
func (p Presentation) Style(size charts.Size) charts.Style {
	style := charts.Style{Size: size}
	if p.Theme != nil {
		style.Colours, style.Ink, style.Font = p.Theme.Colours, p.Theme.Ink, p.Theme.Font
	}
	if p.ChildVoice {
		style.Invented = "The themes are in words that a child might have said: they are no quotations."
	}
	return style
}

// look is that of documents.
func (p Presentation) look() briefing.Look {
	if p.Theme == nil {
		return briefing.Look{}
	}
	return p.Theme.look()
}

// Warnings say what is hard to see in the theme.
func (p Presentation) Warnings() []string {
	if p.Theme == nil {
		return nil
	}
	return p.Theme.Warnings
}

// Unshown says which letters of the names of themes and areas stand in no
// picture, since its font lacks them or they are written from right to left. The
// result is that which is [Presentation.Shown].
func (p Presentation) Unshown(r *analysis.Result) ([]string, error) {
	var font *charts.Font
	if p.Theme != nil {
		font = p.Theme.Font
	}
	var text strings.Builder
	for _, t := range r.Themes {
		text.WriteString(t.Label + t.Short)
	}
	for _, c := range r.Matrix.Cases {
		text.WriteString(c.Area)
	}
	lacking, leftward, err := font.Unshown(text.String())
	const where = "charts as .png and .pdf, briefing.pdf and the pictures in workbook, slides and briefing.docx"
	var said []string
	if lacking != "" {
		said = append(said, fmt.Sprintf("%s show a box for each of %q, which the font lacks: give one that has them with --theme, or names in other letters", where, few(lacking)))
	}
	if leftward != "" {
		said = append(said, fmt.Sprintf("%s cannot show %q, which are written from right to left: give names in other letters; "+
			"charts as .svg and briefing.html show them", where, few(leftward)))
	}
	return said, err
}

// few is no more than a dozen letters of a text.
func few(letters string) string {
	if r := []rune(letters); len(r) > 12 {
		return string(r[:12]) + "…"
	}
	return letters
}
