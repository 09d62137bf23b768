package workbook

import (
	"strconv"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// cell is one value with its style. A cell with a formula has the value that
// the formula gives.
type cell struct {
	value   analysis.Value
	style   int
	formula string
	shared  string      // the cells that have the formula of the first of them, for their own rows
	bold    corpus.Span // of the text
}

// computed reports whether a formula gives the value of c.
func (c *cell) computed() bool { return c.formula != "" || c.shared != "" }

func textCell(text string, style int) cell {
	return cell{value: analysis.Text(text), style: style}
}

func numberCell(n, style int) cell { return cell{value: analysis.Number(n), style: style} }

// formulaCell has a formula and the value it gives.
func formulaCell(value analysis.Value, style int, formula string) cell {
	return cell{value: value, style: style, formula: formula}
}

// rowXML is a row as the file format has it (ECMA-376, part 1, 18.3.1.73 and
// 18.3.1.4). Texts stand in the cells themselves and not in a shared list, so
// that rows can be written one by one and need not be kept on the disk, as the
// library would.
type rowXML []byte

func (x rowXML) string(parts ...string) rowXML {
	for _, p := range parts {
		x = append(x, p...)
	}
	return x
}

// open begins a row of the height in points, 0 for the usual one.
func (x rowXML) open(row int, height float64, hidden bool) rowXML {
	x = append(x, `<row r="`...)
	x = strconv.AppendInt(x, int64(row), 10)
	if height > 0 {
		x = append(x, `" ht="`...)
		x = strconv.AppendFloat(x, height, 'f', -1, 64)
		x = append(x, `" customHeight="1`...)
	}
	if hidden {
		x = append(x, `" hidden="1`...)
	}
	return append(x, `">`...)
}

func (x rowXML) close() rowXML { return append(x, "</row>"...) }

// cell begins a cell with its name.
func (x rowXML) cell(column, row int) rowXML {
	x = append(x, `<c r="`...)
	x = append(x, columnLetters(column)...)
	return strconv.AppendInt(x, int64(row), 10)
}

// content ends a cell whose text is clean with all that stands behind its name.
func (x rowXML) content(c cell, s *styles) rowXML {
	if c.style != 0 {
		x = append(x, `" s="`...)
		x = strconv.AppendInt(x, int64(c.style), 10)
	}
	switch {
	case c.value.Kind == analysis.NumberValue:
		x = append(x, `">`...)
		x = x.formula(c)
		x = append(x, "<v>"...)
		x = strconv.AppendFloat(x, c.value.Number, 'f', -1, 64)
		x = append(x, "</v>"...)
	case c.computed():
		x = append(x, `" t="str">`...)
		x = x.formula(c)
		if c.value.Text != "" {
			x = x.text("v", c.value.Text)
		}
	case c.value.Text == "":
		x = append(x, `">`...)
	case c.bold.Len() == 0:
		x = append(x, `" t="inlineStr"><is>`...)
		x = x.text("t", c.value.Text)
		x = append(x, "</is>"...)
	default:
		x = append(x, `" t="inlineStr"><is>`...)
		x = x.run(c.value.Text[:c.bold.Start], s.runPlain)
		x = x.run(c.value.Text[c.bold.Start:c.bold.End], s.runBold)
		x = x.run(c.value.Text[c.bold.End:], s.runPlain)
		x = append(x, "</is>"...)
	}
	return append(x, "</c>"...)
}

// formula adds that of a cell (ECMA-376, part 1, 18.3.1.40). One that is shared is
// written once.
func (x rowXML) formula(c cell) rowXML {
	switch {
	case !c.computed():
		return x
	case c.shared == "":
		x = append(x, "<f>"...)
	case c.formula == "":
		return append(x, `<f t="shared" si="0"/>`...)
	default:
		x = x.string(`<f t="shared" si="0" ref="`, c.shared, `">`)
	}
	x = x.escaped(c.formula)
	return append(x, "</f>"...)
}

// run adds a part of a text in a font of its own.
func (x rowXML) run(text, font string) rowXML {
	if text == "" {
		return x
	}
	x = x.string("<r>", font)
	x = x.text("t", text)
	return append(x, "</r>"...)
}

// text adds an element that holds a text. Space at its ends is kept, and what
// looks like an escape of the file format is escaped.
func (x rowXML) text(element, text string) rowXML {
	x = x.string("<", element)
	if strings.TrimSpace(text) != text {
		x = append(x, ` xml:space="preserve"`...)
	}
	x = append(x, '>')
	for {
		i := escapeLike(text)
		x = x.escaped(text[:i])
		if i == len(text) {
			break
		}
		x = append(x, "_x005F_"...)
		text = text[i+1:]
	}
	return x.string("</", element, ">")
}

// escapeLike returns where a text next has what a spreadsheet program takes for
// an escape of a character, such as _x0041_ for A; the length of the text where
// it has none (ECMA-376, part 1, 22.9.2.19).
func escapeLike(text string) int {
	const length = len("_x0041_")
	for from := 0; ; {
		i := strings.Index(text[from:], "_x")
		if i < 0 || from+i+length > len(text) {
			return len(text)
		}
		i += from
		if _, err := strconv.ParseUint(text[i+2:i+6], 16, 16); err == nil && text[i+6] == '_' {
			return i
		}
		from = i + 1
	}
}

// escaped adds characters so that they are no markup.
func (x rowXML) escaped(text string) rowXML {
	from := 0
	for i := range len(text) {
		as := ""
		switch c := text[i]; c {
		case '&':
			as = "&amp;"
		case '<':
			as = "&lt;"
		case '>':
			as = "&gt;"
		default:
			continue
		}
		x = append(append(x, text[from:i]...), as...)
		from = i + 1
	}
	return append(x, text[from:]...)
}
