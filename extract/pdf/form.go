package pdf

import "slices"

// minFormNumbers is the least number of numbered rows that make a form.
const minFormNumbers = 2

// isForm reports whether a table is a form whose rows are parts of a running text,
// as coroners' reports are: its first column holds nothing but numbers, and one
// more column all the text, beside headings over both. Such a text is read as if no
// rules were drawn.
func isForm(rows []*tableRow) bool {
	numbers, lines, column := 0, 0, -1
	for _, r := range rows {
		beside := false
		for i, cell := range r.cells[1:] {
			if len(cell) == 0 {
				continue
			}
			if column >= 0 && column != i {
				return false
			}
			column, beside = i, true
			lines += len(cell)
		}
		switch first := r.cells[0]; {
		case len(first) == 0:
		case len(first) == 1 && len(first[0].words) == 1 && numberLabel.MatchString(first[0].words[0].text):
			numbers++
		case beside:
			return false
		}
	}
	return numbers >= minFormNumbers && lines > 2*len(rows)
}

// formLines returns the text of a form, each number before the first line beside it
// and of its weight: it belongs to the heading there.
func formLines(rows []*tableRow) []*line {
	var out []*line
	for _, r := range rows {
		text := slices.Concat(r.cells[1:]...)
		if number := r.cells[0]; len(number) > 0 && len(text) > 0 {
			first := &line{words: slices.Concat(number[0].words, text[0].words), page: text[0].page}
			first.words[0].base, first.words[0].bold = text[0].base, text[0].bold
			first.measure()
			text[0] = first
		} else {
			text = slices.Concat(number, text)
		}
		out = append(out, text...)
	}
	return out
}
