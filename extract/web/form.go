package web

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"thematic/corpus"
)

// minFormRows is how many rows with a number and a heading make a form.
const minFormRows = 2

// lineElements are what may hold a heading by itself.
var lineElements = []atom.Atom{atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}

// formRow is a row of a form: a number and, beside it, a heading with text below.
type formRow struct {
	number  string
	heading []*html.Node // what its line is made of; nil where there is none
	cell    *html.Node
}

// formRows returns the rows of a table that is a form, whose rows are parts of a
// running text as in coroners' reports, and nil for any other. The first column of
// a form holds nothing but numbers, and one more column all the text.
func (w *walker) formRows(table *html.Node) []formRow {
	var rows []formRow
	headings := 0
	for n := range table.Descendants() {
		if n.DataAtom == atom.Table {
			return nil // each would hold the rows of the other
		}
		if n.DataAtom != atom.Tr || w.dropped[n] {
			continue
		}
		row, ok := w.formRow(n)
		if !ok {
			return nil
		}
		if row.heading != nil {
			headings++
		}
		rows = append(rows, row)
	}
	if headings < minFormRows {
		return nil
	}
	return rows
}

// formRow reads one row, and reports whether it may be that of a form.
func (w *walker) formRow(tr *html.Node) (row formRow, ok bool) {
	cells := w.shown(tr)
	if len(cells) == 0 || len(cells) > 2 {
		return row, false
	}
	row.cell = cells[len(cells)-1]
	if len(cells) == 1 {
		return row, true
	}
	if row.number = strings.Trim(w.textWithout(cells[0]), " .)"); row.number == "" {
		return row, true
	}
	_, err := strconv.ParseUint(row.number, 10, 6)
	row.heading = w.firstLine(row.cell)
	return row, err == nil
}

// firstLine returns what the first line of a cell is made of where it may be the
// heading of what stands below, and nil where it may not.
func (w *walker) firstLine(cell *html.Node) []*html.Node {
	all := w.shown(cell)
	end := slices.IndexFunc(all, func(n *html.Node) bool { return n.DataAtom == atom.Br || n.Type == html.ElementNode && !isInline(n) })
	if end == 0 && slices.Contains(lineElements, all[0].DataAtom) {
		end = 1
	}
	if end <= 0 || end == len(all) || all[end].DataAtom == atom.Br && w.goesOn(all[end:]) {
		return nil
	}
	words := 0
	for _, n := range all[:end] {
		words += len(strings.Fields(w.textWithout(n)))
	}
	last := w.textWithout(all[end-1])
	if words == 0 || words > longestHeading || strings.TrimRight(last, ".,;") != last {
		return nil
	}
	return all[:end]
}

// goesOn reports whether what stands below a line goes on its sentence.
func (w *walker) goesOn(below []*html.Node) bool {
	for _, n := range below {
		if text := w.textWithout(n); text != "" {
			first, _ := utf8.DecodeRuneInString(text)
			return unicode.IsLower(first)
		}
	}
	return false
}

// shown returns the children of n that show something.
func (w *walker) shown(n *html.Node) []*html.Node {
	var shown []*html.Node
	for c := range n.ChildNodes() {
		if !w.dropped[c] && c.Type != html.CommentNode && (c.Type != html.TextNode || strings.TrimSpace(c.Data) != "") {
			shown = append(shown, c)
		}
	}
	return shown
}

// form writes a form as a text with headings.
func (w *walker) form(rows []formRow) {
	w.flush()
	for _, row := range rows {
		if row.heading != nil {
			w.heading(row)
		}
		w.as(corpus.Block{Kind: corpus.BlockParagraph}, row.cell)
	}
}

// heading writes the heading of a row, which is then left out of its cell.
func (w *walker) heading(row formRow) {
	outer := w.block
	w.block = corpus.Block{Kind: corpus.BlockHeading, Level: boldLevel, Number: row.number}
	for _, n := range row.heading {
		if slices.Contains(lineElements, n.DataAtom) {
			w.children(n)
		} else {
			w.node(n)
		}
		w.dropped[n] = true
	}
	w.flush()
	w.block = outer
}
