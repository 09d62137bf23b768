package briefing

import (
	"fmt"
	"strconv"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// templateValues are what a template can name within a line.
var templateValues = map[string]func(*writer) string{
	"reviews":             func(w *writer) string { return corpus.Digits(w.reviews()) },
	"coverage":            (*writer).coverage,
	"areas":               (*writer).areas,
	"years":               (*writer).years,
	"themes":              func(w *writer) string { return corpus.Digits(len(w.result.Themes)) },
	"files":               func(w *writer) string { return corpus.Digits(w.result.Tally.Files) },
	"passages":            func(w *writer) string { return corpus.Digits(w.result.Tally.Passages) },
	"together":            (*writer).together,
	"documents":           (*writer).documents,
	"codebook":            func(w *writer) string { return w.codebook },
	"tool":                func(w *writer) string { return w.tool },
	"circumstances title": (*writer).besideTitle,
}

// themeValues are those of one theme: {{finding 1}} is of the most frequent one.
var themeValues = map[string]func(*writer, analysis.Prevalence) string{
	"theme":     func(w *writer, p analysis.Prevalence) string { return p.Theme.Label },
	"finding":   func(w *writer, p analysis.Prevalence) string { return findingText(p) },
	"count":     func(w *writer, p analysis.Prevalence) string { return corpus.Digits(p.Share.Count) },
	"percent":   func(w *writer, p analysis.Prevalence) string { return p.Share.Whole() },
	"interval":  func(w *writer, p analysis.Prevalence) string { return p.Share.Interval(" to ") },
	"with held": func(w *writer, p analysis.Prevalence) string { return corpus.Digits(p.WithHeld) },
}

// numbered parts "finding 2" into its name and its number, 0 where it has none.
func numbered(name string) (kind string, n int) {
	at := strings.LastIndex(name, " ")
	if at < 0 {
		return name, 0
	}
	n, err := strconv.Atoi(name[at+1:])
	if err != nil || n < 1 {
		return name, 0
	}
	return name[:at], n
}

// templateBlocks are what a template can name on a line of its own, beside the
// charts.
var templateBlocks = map[string]func(*writer) []Block{
	"purpose":             func(w *writer) []Block { return []Block{paragraph(w.purpose())} },
	"scope":               func(w *writer) []Block { return []Block{paragraph(w.scope() + w.whoseWords())} },
	"reading":             func(w *writer) []Block { return []Block{paragraph(w.reading())} },
	"left out":            (*writer).leftOut,
	"method":              func(w *writer) []Block { return []Block{paragraph(w.method())} },
	"checked":             func(w *writer) []Block { return []Block{paragraph(w.passages() + w.checked())} },
	"limits":              (*writer).limits,
	"headline findings":   (*writer).findings,
	"other themes":        (*writer).others,
	"how to check":        (*writer).howToCheck,
	"quotations":          (*writer).quotations,
	"table themes":        (*writer).numbers,
	"comparisons":         (*writer).comparisons,
	"circumstances":       (*writer).circumstances,
	"table circumstances": (*writer).circumstancesTable,
}

// fill makes the pages of a briefing from a template. A heading under which
// nothing stands is left out, and so is a page of which nothing is left.
func (w *writer) fill(t *Template) [][]Block {
	var pages [][]Block
	for _, parts := range t.pages {
		var page []Block
		for _, part := range parts {
			blocks := w.blocks(part)
			if last := len(page) - 1; len(blocks) > 0 && blocks[0].Kind == Heading && last >= 0 && page[last].Kind == Heading {
				page = page[:last]
			}
			page = append(page, blocks...)
		}
		if last := len(page) - 1; last >= 0 && page[last].Kind == Heading {
			page = page[:last]
		}
		if len(page) > 0 {
			pages = append(pages, page)
		}
	}
	return pages
}

// blocks are what one part of a template becomes.
func (w *writer) blocks(p part) []Block {
	if name, ok := strings.CutPrefix(p.block, figurePrefix); ok {
		return w.figure(name)
	}
	if p.block != "" {
		return templateBlocks[p.block](w)
	}
	block := Block{Kind: p.kind}
	for _, l := range p.lines {
		block.Items = append(block.Items, Line{Lead: w.said(l.lead), Text: strings.TrimSpace(w.said(l.text))})
	}
	if p.kind != Bullets {
		if block.Text, block.Items = block.Items[0], nil; block.Text == (Line{}) {
			return nil
		}
	}
	return []Block{block}
}

// said is a text with its values.
func (w *writer) said(pieces []piece) string {
	var s strings.Builder
	for _, p := range pieces {
		switch {
		case p.value == "":
			s.WriteString(p.text)
		case templateValues[p.value] != nil:
			s.WriteString(templateValues[p.value](w))
		default:
			s.WriteString(w.ofTheme(numbered(p.value)))
		}
	}
	return s.String()
}

// ofTheme is a value of the n-th theme; there may be fewer themes.
func (w *writer) ofTheme(kind string, n int) string {
	if n > len(w.result.Prevalence) {
		return fmt.Sprintf("n/a (there are %s)", corpus.Quantity(len(w.result.Prevalence), "theme"))
	}
	return themeValues[kind](w, w.result.Prevalence[n-1])
}

// writer turns a result into sentences.
type writer struct {
	result  *analysis.Result
	figures map[string]Figure
	voiced  bool // themes are called by what a child might say of them

	tool, codebook string
	noQuotations   bool
}

// reviews is the number of reviews counted, the denominator of every share.
func (w *writer) reviews() int { return w.result.Tally.Included }
