package office

import "strings"

// rtfFlow is a run of paragraphs: the text itself, a note, a text box, a header.
type rtfFlow struct {
	current *paragraph
	label   string // of the current paragraph as a list item
	cell    []*paragraph
	row     [][]*paragraph
	keep    func(*paragraph) // takes the paragraphs; nil for the text itself
}

func (r *rtf) flow() *rtfFlow { return r.flows[len(r.flows)-1] }

// beginFlow reads the current group as paragraphs of their own. Done is called
// at its end.
func (r *rtf) beginFlow(keep func(*paragraph), done func()) {
	g := r.group()
	g.place, g.inTable, g.paragraph = rtfText, false, rtfParagraph{}
	r.flows = append(r.flows, &rtfFlow{current: &paragraph{}, keep: keep})
	g.atEnd(func() {
		r.endParagraph(*r.group())
		r.flows = r.flows[:len(r.flows)-1]
		done()
	})
}

// beginNote reads the current group as a note to the current paragraph.
func (r *rtf) beginNote() {
	var texts []string
	r.beginFlow(func(p *paragraph) { texts = append(append(texts, p.plain()), p.notes...) }, func() {
		p := r.flow().current
		p.notes = append(p.notes, strings.Join(texts, " "))
	})
}

// beginBox reads the current group as a text box anchored in the current
// paragraph.
func (r *rtf) beginBox() {
	var boxes []*paragraph
	r.beginFlow(func(p *paragraph) { boxes = append(boxes, p) }, func() {
		p := r.flow().current
		p.boxes = append(p.boxes, boxes...)
	})
}

// endParagraph ends the current paragraph, which is what g says.
func (r *rtf) endParagraph(g rtfGroup) {
	flow := r.flow()
	p := flow.current
	flow.current = &paragraph{}
	r.countLeft(p)
	p.style, p.level, p.known, p.list.level = g.paragraph.style, g.paragraph.level, g.paragraph.known, g.paragraph.depth
	label, bullet := readLabel(flow.label)
	flow.label = ""
	p.settle(r.styles[p.style], label, bullet)
	if flow.keep != nil {
		flow.keep(p)
		return
	}
	p.before = g.paragraph.before || r.newPage
	r.newPage = false
	if g.inTable {
		flow.cell = append(flow.cell, p)
		return
	}
	r.endRow()
	r.paragraph(p)
}

// readLabel tells the number of a list item, as it is printed, from a bullet.
func readLabel(label string) (number string, bullet bool) {
	number = strings.Trim(label, " \t\u00a0")
	if strings.IndexFunc(number, isNumeral) < 0 || number == "o" {
		return "", number != ""
	}
	return number, false
}

func isNumeral(r rune) bool { return isLetter(r) || '0' <= r && r <= '9' }

// endCell ends the current cell of a table.
func (r *rtf) endCell(g rtfGroup) {
	g.inTable = true
	r.endParagraph(g)
	if flow := r.flow(); flow.keep == nil {
		flow.row = append(flow.row, flow.cell)
		flow.cell = nil
	}
}

// endRow writes the row that has been read, if there is one.
func (r *rtf) endRow() {
	flow := r.flow()
	if flow.cell != nil {
		flow.row = append(flow.row, flow.cell)
	}
	row := flow.row
	flow.cell, flow.row = nil, nil
	if len(row) > 0 {
		r.row(row)
	}
}
