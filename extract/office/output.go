package office

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thematic/corpus"
)

// output writes paragraphs and table rows to a builder, each followed by what
// is anchored in it: text boxes, then notes.
type output struct {
	builder *corpus.Builder
	engine  string
	left    [omissions]int // words that are left out, by why they are

	conditional int // sections that are read though a condition may hide them
	comments    int // that are not read
	pictures    int // so large that they may hold text, which is not read
	objects     int // such as charts and files, whose words are not read

	apart bool // a part of it is a file of its own
}

func (o *output) beginPage() { o.builder.BeginPage(corpus.Page{Engine: o.engine}) }

// omission is why words are left out.
type omission int

const (
	struck    omission = iota // through
	deleted                   // by a tracked change
	hidden                    // neither shown nor printed
	omissions                 // how many there are
)

// warnings say of words that are left out how many they are.
var warnings = [omissions]func(int) string{struck: corpus.StruckWords, deleted: corpus.DeletedWords, hidden: corpus.HiddenWords}

// countLeft counts the words of p that are left out, once.
func (o *output) countLeft(p *paragraph) {
	for why := range p.left {
		o.left[why] += len(strings.Fields(p.left[why].String()))
		p.left[why].Reset()
	}
}

// finish ends the text. Where the file broke off, what came before is kept.
func (o *output) finish(err error) (corpus.Text, error) {
	for why, n := range o.left {
		if n > 0 {
			o.builder.Warn(warnings[why](n))
		}
	}
	if o.conditional > 0 {
		o.builder.Warn(fmt.Sprintf("sections that a condition may hide were read, whether it does or not: %d", o.conditional))
	}
	if o.comments > 0 {
		o.builder.Warn(corpus.Comments(o.comments))
	}
	if o.apart {
		o.builder.Warn("a part of it is a file of its own, which was not read: save it as PDF")
	}
	if o.objects > 0 {
		o.builder.Warn(fmt.Sprintf("charts, files and other objects that are put into it were not read: %d", o.objects))
	}
	if o.pictures > 0 {
		o.builder.Warn(corpus.LargePictures(o.pictures))
	}
	if err == nil {
		text := o.builder.Finish()
		if o.pictures > 0 && text.Body == "" && len(text.Pages) > 0 {
			page := &text.Pages[0]
			page.State, page.Reason = corpus.PageFailed, "it holds pictures and no text: save it as PDF, which can be recognised"
		}
		return text, nil
	}
	page := o.builder.Page()
	if page == nil {
		return corpus.Text{}, err
	}
	page.State, page.Reason = corpus.PageFailed, err.Error()
	text := o.builder.Finish()
	if text.Body == "" {
		return corpus.Text{}, err
	}
	return text, nil
}

func (o *output) paragraph(p *paragraph) {
	if p.row != nil {
		o.row(p.row)
		return
	}
	lead := strings.TrimLeft(p.text.String(), " \t\r\n")
	if p.before && !o.builder.PageEmpty() {
		o.beginPage()
	}
	for strings.HasPrefix(lead, string(pageMark)) {
		o.beginPage()
		lead = strings.TrimLeft(lead[1:], " \t\r\n")
	}
	parts := strings.Split(lead, string(pageMark))
	o.builder.Append(p.block, parts[0])
	for _, part := range parts[1:] {
		o.builder.Continue(corpus.Page{Engine: o.engine}, part)
	}
	o.anchored(p)
}

// anchored writes what is anchored in a paragraph.
func (o *output) anchored(p *paragraph) {
	for _, box := range p.boxes {
		o.paragraph(box)
	}
	for _, note := range p.notes {
		o.builder.Append(corpus.Block{Kind: corpus.BlockFootnote}, note)
	}
}

// row writes a table row. A row of one cell is a box around ordinary text and
// written as that, and so is one of a form: a number beside a heading with text under
// it, as in coroners' reports. Any other becomes one line.
func (o *output) row(cells [][]*paragraph) {
	if len(cells) == 1 {
		for _, p := range cells[0] {
			o.paragraph(p)
		}
		return
	}
	if number, ok := formRow(cells); ok {
		first, heading := cells[0][0], cells[1][0]
		heading.block.Number = number
		heading.before = heading.before || first.before || strings.ContainsRune(first.text.String(), pageMark)
		o.row(cells[1:])
		o.anchored(first)
		return
	}
	o.rowLine(cells)
	for _, cell := range cells {
		for _, p := range cell {
			o.anchored(p)
		}
	}
}

// rowLine writes the cells of a row as one line, which has the number of a first cell that
// counts the rows. A page that begins in the row begins before it where the row opens the
// page, and after it otherwise.
func (o *output) rowLine(cells [][]*paragraph) {
	block := corpus.Block{Kind: corpus.BlockTableRow}
	if len(cells) > 0 && len(cells[0]) == 1 {
		first := cells[0][0]
		if block.Number = first.block.Number; block.Number != "" {
			first.label = ""
		}
	}
	var texts []string
	before, after := 0, 0
	for _, cell := range cells {
		text, marks, opens := joinCell(cell)
		if opens {
			before = 1
			marks--
		}
		after = max(after, marks)
		texts = append(texts, text)
	}
	if len(cells) > 0 && len(cells[0]) > 0 && cells[0][0].before && !o.builder.PageEmpty() {
		before = 1
	}
	for range before {
		o.beginPage()
	}
	o.builder.Append(block, strings.Join(texts, "\t"))
	for range after {
		o.beginPage()
	}
}

// formRow returns the number of a row of a form, and whether it is one.
func formRow(cells [][]*paragraph) (number string, ok bool) {
	if len(cells) != 2 || len(cells[0]) != 1 || len(cells[1]) < 2 || cells[1][0].block.Kind != corpus.BlockHeading {
		return "", false
	}
	number = strings.Trim(cells[0][0].block.Number+cells[0][0].plain(), " .)")
	n, err := strconv.Atoi(number)
	return number, err == nil && n > 0 && n < 100
}

// furnitureMost is how many lines of headers and footers are kept.
const furnitureMost = 200

// addFurniture adds a line of a header or footer, once.
func addFurniture(lines []string, line string) []string {
	line = corpus.CleanLine(line)
	if line == "" || len(lines) >= furnitureMost || slices.Contains(lines, line) {
		return lines
	}
	return append(lines, line)
}

// joinCell returns the paragraphs of a cell as one text, with the numbers and bullets
// before them, how many pages begin in
// them, and whether the first begins before any text.
func joinCell(cell []*paragraph) (text string, marks int, opens bool) {
	var parts []string
	for _, p := range cell {
		content := p.text.String()
		if strings.TrimSpace(strings.Join(parts, "")) == "" && strings.HasPrefix(strings.TrimLeft(content, " "), string(pageMark)) {
			opens = true
		}
		marks += strings.Count(content, string(pageMark))
		text := p.plain()
		if p.label != "" && (strings.TrimSpace(text) != "" || p.block.Number != "") {
			text = p.label + " " + text
		}
		parts = append(parts, text)
	}
	return strings.ReplaceAll(strings.Join(parts, " "), "\t", " "), marks, opens
}
