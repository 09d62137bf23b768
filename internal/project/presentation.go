package project

import (
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
