package workbook

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

// passageColumn is a column of the sheet Passages with what stands in it.
type passageColumn struct {
	column
	style func(*styles) int
	value func(*analysis.Passage) analysis.Value // nil where more is needed than the passage
}

// passageColumns are those of passages.csv, in the order in which a person
// reads them, and those in which a person answers. What is needed to decide
// stands on one screen, and is printed; what stands behind coder is for reading
// on and for programs.
var passageColumns = []passageColumn{
	textColumn("case_id", 18, func(p *analysis.Passage) string { return p.CaseID }),
	{column{corpus.ColumnArea, 14, false}, wrapStyle, nil},
	{column{corpus.ColumnYear, 7, false}, locatorStyle, nil},
	{column{columnPage, 7, false}, locatorStyle, func(p *analysis.Passage) analysis.Value { return analysis.Known(p.Page) }},
	textColumn("theme", 24, func(p *analysis.Passage) string { return p.ThemeLabel }),
	textColumn("label", 14, func(p *analysis.Passage) string { return string(p.Label) }),
	textColumn("status", 10, func(p *analysis.Passage) string { return string(p.Status) }),
	textColumn("reason", 32, func(p *analysis.Passage) string { return p.Reason }),
	{column{columnQuote, 60, false}, wrapStyle, func(p *analysis.Passage) analysis.Value { return analysis.Text(p.Quote) }},
	{column{"check_first", 7, false}, locatorStyle, (*analysis.Passage).First},
	answerColumn(columnDecision, 11, func(p *analysis.Passage, d corpus.Decision) string { return string(d.Status) }),
	answerColumn(columnMovedTo, 18, func(p *analysis.Passage, d corpus.Decision) string {
		if d.MovedTo == "" {
			return ""
		}
		return p.ThemeLabel
	}),
	answerColumn(columnComment, 24, func(p *analysis.Passage, d corpus.Decision) string { return d.Comment }),
	answerColumn(columnCoder, 10, func(p *analysis.Passage, d corpus.Decision) string { return d.Coder }),
	textColumn("file", 30, func(p *analysis.Passage) string { return p.File }),
	{column{"page_label", 7, false}, locatorStyle, func(p *analysis.Passage) analysis.Value { return analysis.Text(p.PageLabel) }},
	{column{"paragraph", 11, false}, locatorStyle, func(p *analysis.Passage) analysis.Value { return analysis.Text(p.Paragraph) }},
	textColumn("section", 14, func(p *analysis.Passage) string { return string(p.Section) }),
	{column{columnBefore, 40, false}, quietStyle, nil},
	{column{columnAfter, 40, false}, quietStyle, nil},
	plainColumn("cue", 16, func(p *analysis.Passage) string { return p.Cue }),
	plainColumn("rule", 24, func(p *analysis.Passage) string { return p.Rule }),
	{column{"score", 8, true}, func(s *styles) int { return s.score }, func(p *analysis.Passage) analysis.Value {
		return analysis.Decimal(p.Score, true, 3)
	}},
	{column{"start", 9, false}, locatorStyle, func(p *analysis.Passage) analysis.Value { return analysis.Number(p.Span.Start) }},
	{column{"end", 9, false}, locatorStyle, func(p *analysis.Passage) analysis.Value { return analysis.Number(p.Span.End) }},
	plainColumn("theme_id", 24, func(p *analysis.Passage) string { return p.Theme }),
	plainColumn(columnPassage, 22, func(p *analysis.Passage) string { return p.PassageID }),
	{column{columnCountsAs, 30, false}, quietStyle, nil},
	{column{columnWritten, 24, false}, quietStyle, func(p *analysis.Passage) analysis.Value {
		return analysis.Text(string(p.Label) + writtenSeparator + string(p.Status) + writtenSeparator + p.ThemeLabel)
	}},
}

// The columns that the code speaks of.
const (
	columnPage     = "page"
	columnQuote    = "quote"
	columnDecision = "decision"
	columnMovedTo  = "moved_to_theme"
	columnComment  = "comment"
	columnCoder    = "coder"
	columnBefore   = "words_before"
	columnAfter    = "words_after"
	columnPassage  = "passage_id"
	columnCountsAs = "counts_as" // the cell of the matrix that the passage makes 1
	columnWritten  = "label_status_theme" + asWritten
)

func wrapStyle(s *styles) int    { return s.wrap }
func locatorStyle(s *styles) int { return s.locator }
func quietStyle(s *styles) int   { return s.quiet }

func textColumn(name string, width float64, value func(*analysis.Passage) string) passageColumn {
	return passageColumn{column{name, width, false}, wrapStyle, func(p *analysis.Passage) analysis.Value { return analysis.Text(value(p)) }}
}

// plainColumn is a column for programs, on one line.
func plainColumn(name string, width float64, value func(*analysis.Passage) string) passageColumn {
	c := textColumn(name, width, value)
	c.style = func(s *styles) int { return s.text }
	return c
}

// answerColumn is a column in which a person answers; it has what was answered
// before.
func answerColumn(name string, width float64, value func(*analysis.Passage, corpus.Decision) string) passageColumn {
	return passageColumn{column{name, width, false}, func(s *styles) int { return s.answer }, func(p *analysis.Passage) analysis.Value {
		if p.Decision == nil {
			return analysis.Value{}
		}
		return analysis.Text(value(p, *p.Decision))
	}}
}

// passagePlace returns the place of a column of the sheet Passages, from 0.
func passagePlace(name string) int {
	return slices.IndexFunc(passageColumns, func(c passageColumn) bool { return c.name == name })
}

// passageLetters returns the letters of a column of the sheet Passages.
func passageLetters(name string) string { return lettersOf(plain(passageColumns), name) }

// plain returns the columns as those of any table.
func plain(columns []passageColumn) []column {
	list := make([]column, len(columns))
	for i, c := range columns {
		list[i] = c.column
	}
	return list
}

// passages writes one row for each passage.
func (b *book) passages() error {
	columns, rows := plain(passageColumns), b.result.Passages.Len()
	s, err := b.open(sheetPassages, layout{widths: widthsOf(columns), freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	if err := b.passageAnswers(rows); err != nil {
		return err
	}
	s.filtered(columns, rows)
	at := passageLetters(columnCountsAs)
	b.countsAs = fmt.Sprintf("%s%d:%[1]s%d", at, firstPassage, firstPassage+rows-1)
	s.passages(passageColumns, b.result.Passages)
	return s.close()
}

// passages writes passages one after the other.
func (s *sheet) passages(columns []passageColumn, passages analysis.Passages) {
	cells, n := make([]cell, len(columns)), 0
	for p := range passages.All() {
		n++
		most := 1
		for j, c := range columns {
			cells[j] = s.passageCell(c, j+1, p)
			if style := cells[j].style; style == s.book.styles.wrap || style == s.book.styles.answer {
				most = max(most, lines(cells[j].value.Text, c.width))
			}
		}
		s.add(rowHeight(most), cells...)
	}
	if n != passages.Len() {
		s.keep(fmt.Errorf("%d passages were written, and %d counted", n, passages.Len()))
	}
}

// passageCell returns what stands in a column, the number of which is given.
func (s *sheet) passageCell(c passageColumn, column int, p *analysis.Passage) cell {
	filled := cell{style: c.style(&s.book.styles)}
	if c.value != nil {
		filled.value = c.value(p)
	}
	switch c.name {
	case columnPage:
		s.passageLink(&filled, column, p)
	case corpus.ColumnArea:
		filled.value = analysis.Text(s.book.reviewOf[p.CaseID].Area)
	case corpus.ColumnYear:
		filled.value = analysis.Known(s.book.reviewOf[p.CaseID].Year)
	case columnQuote:
		filled.bold = cueIn(p)
	case columnBefore, columnAfter:
		filled.value = s.around(c.name, p.Coding)
	case columnCountsAs:
		if s.book.live {
			status := p.Status
			if p.Decision != nil { // which the formula goes by, whatever is ruled of review and theme
				status = p.Decision.Status
			}
			if status == corpus.Counted && p.Label.MakesPresent() {
				filled.value = analysis.Text(p.CaseID + keySeparator + p.Theme)
			}
			filled.shared = s.book.countsAs
			if s.row+1 == firstPassage {
				filled.formula = countsAs(s.book.result.Themes, firstPassage)
			}
		}
	}
	return filled
}

// around returns the words before or after a passage.
func (s *sheet) around(column string, p *corpus.Coding) analysis.Value {
	if s.book.opts.Context == nil {
		return analysis.Value{}
	}
	before, after, err := s.book.opts.Context(p.Document, p.Span)
	s.keep(err)
	if column == columnBefore {
		return analysis.Text(before)
	}
	return analysis.Text(after)
}

// firstPassage is the row of the first passage.
const firstPassage = 2

// keySeparator parts the ids of a review and a theme in one text.
const keySeparator = "|"

// countsAs is the formula for the cell of the matrix that the passage in a row makes 1,
// as [analysis.Analyse] settles it: what is counted, by a person or
// where no one decided by the program, under the theme to which it was moved,
// by one of its names; good practice never, what is neutral only where a person
// counts it.
func countsAs(themes []analysis.Theme, row int) string {
	at := func(column string) string { return fmt.Sprintf("$%s%d", passageLetters(column), row) }
	list := func(column string) string {
		return fmt.Sprintf("%s!$%s$2:$%[2]s$%d", sheetCodebook, lettersOf(themeColumns, column), 1+len(themes))
	}
	place := ""
	for _, column := range slices.Backward(namingColumns(themes)) {
		match := fmt.Sprintf("MATCH(%s,%s,0)", literal(at(columnMovedTo)), list(column))
		if place == "" {
			place = match
		} else {
			place = "IFERROR(" + match + "," + place + ")"
		}
	}
	theme := fmt.Sprintf(`IF(%s="",%s,INDEX(%s,%s))`, at(columnMovedTo), at("theme_id"), list("theme_id"), place)
	return fmt.Sprintf(`IF(OR(`+
		`AND(%[1]s="counted",%[2]s<>"good_practice"),`+
		`AND(%[1]s="",%[3]s<>"",%[2]s<>"good_practice"),`+
		`AND(%[1]s="",%[3]s="",%[4]s="counted",OR(%[2]s="deficit",%[2]s="factor"))),`+
		`%[5]s&"%[7]s"&%[6]s,"")`,
		at(columnDecision), at("label"), at(columnMovedTo), at("status"), at("case_id"), theme, keySeparator)
}

// literal is the formula for the text of a cell as MATCH takes it letter for letter: a
// star, a question mark and a tilde stand for others there.
func literal(cell string) string {
	for _, c := range []string{"~", "*", "?"} {
		cell = fmt.Sprintf(`SUBSTITUTE(%s,"%s","~%[2]s")`, cell, c)
	}
	return cell
}

// namingColumns are those of the sheet Codebook by which a theme may be called, in the
// order of [analysis.NamesOf]: its id, which outranks the label of another theme, its label
// and, where no two themes share such a name, its short label and the child's words.
func namingColumns(themes []analysis.Theme) []string {
	called := analysis.NamesOf(themes)
	own := func(name func(t analysis.Theme) string) bool {
		some := false
		for _, t := range themes {
			if n := name(t); n != "" {
				some = true
				if called.ID(n) != t.ID {
					return false
				}
			}
		}
		return some
	}
	columns := []string{"theme_id", "theme"}
	if own(func(t analysis.Theme) string { return t.Short }) {
		columns = append(columns, columnShort)
	}
	if own(func(t analysis.Theme) string { return t.ChildVoice }) {
		columns = append(columns, "child_voice")
	}
	return columns
}

// cueIn returns where in the quotation the words stand that decided, or else
// those that name the theme; nowhere where neither is found.
func cueIn(p *analysis.Passage) corpus.Span {
	if i := strings.Index(strings.ToLower(p.Quote), strings.ToLower(p.Cue)); p.Cue != "" && i >= 0 {
		if s := (corpus.Span{Start: i, End: i + len(p.Cue)}); wholeCharacters(p.Quote, s) {
			return s
		}
	}
	s := corpus.Span{Start: p.Match.Start - p.Span.Start, End: p.Match.End - p.Span.Start}
	if s.Start >= s.End || !wholeCharacters(p.Quote, s) {
		return corpus.Span{}
	}
	return s
}

// wholeCharacters reports whether a span lies in a text and parts no character.
func wholeCharacters(text string, s corpus.Span) bool {
	starts := func(i int) bool { return i == len(text) || i >= 0 && i < len(text) && utf8.RuneStart(text[i]) }
	return starts(s.Start) && starts(s.End)
}

// longestLink is how many characters Excel takes for an address in a formula.
const longestLink = 255

// passageLink makes a page number a link to that page, or to the passage in its text.
func (s *sheet) passageLink(c *cell, column int, p *analysis.Passage) {
	address := s.book.address(p)
	if address == "" {
		return
	}
	if len(address) > longestLink {
		s.book.changes = append(s.book.changes, change{s.name, name(column, s.row+1), "the page is not linked: its address is longer than a spreadsheet takes"})
		return
	}
	shown := fmt.Sprint(p.Page)
	if p.Page == 0 {
		shown, c.value = `"open"`, analysis.Text("open")
	}
	c.style = s.book.styles.link
	c.formula = fmt.Sprintf(`HYPERLINK("%s",%s)`, address, shown)
}

// address returns what a passage is linked to, "" for nothing.
func (b *book) address(p *analysis.Passage) string {
	switch {
	case b.opts.Address != nil && b.reviewOf[p.CaseID].Include:
		return b.opts.Address(p)
	case b.opts.BasePath != "":
		return pageAddress(b.opts.BasePath, p.File, p.Page)
	}
	return ""
}

// pageAddress returns the address of a page of a file below the folder base.
func pageAddress(base, file string, page int) string {
	address := (&url.URL{Path: strings.TrimSuffix(base, "/") + "/" + file}).EscapedPath()
	if page > 0 && strings.EqualFold(path.Ext(file), ".pdf") {
		address += fmt.Sprintf("#page=%d", page)
	}
	return address
}

// passageAnswers sets up what the sheet does by itself: the lists of answers,
// the colours of the statuses, the part that is printed.
func (b *book) passageAnswers(rows int) error {
	if rows == 0 {
		return nil
	}
	last := rows + 1
	if err := b.answerLists(last); err != nil {
		return err
	}
	if err := b.statusFills(sheetPassages, passageLetters("status"), last, []fill{{"counted", paleBlue}, {"held", paleOrange}, {"rejected", paleGrey}}); err != nil {
		return err
	}
	grey, err := b.conditional(coloured(faint))
	if err != nil {
		return err
	}
	decision := passageLetters(columnDecision)
	rejected := fmt.Sprintf(`OR($%s2="rejected",AND($%[1]s2="",$%s2="rejected"))`, decision, passageLetters("status"))
	if err := b.file.SetConditionalFormat(sheetPassages, fmt.Sprintf("A2:%s%d", passageLetters(columnQuote), last), []excelize.ConditionalFormatOptions{
		{Type: "formula", Criteria: rejected, Format: grey},
	}); err != nil {
		return err
	}
	return b.printArea(sheetPassages, plain(passageColumns), columnCoder, last)
}

// answerLists puts drop-downs on the decision and on the theme to which a
// passage is moved, which is chosen from the sheet Codebook.
func (b *book) answerLists(last int) error {
	if err := b.choices(sheetPassages, passageLetters(columnDecision), last, []string{"counted", "held", "rejected"}, "Leave it empty to accept the status."); err != nil {
		return err
	}
	return b.list(sheetPassages, cellsOf(passageLetters(columnMovedTo), 2, last),
		fmt.Sprintf("%s!$B$2:$B$%d", sheetCodebook, 1+len(b.result.Themes)), "Another theme", "Choose the theme of which the passage speaks instead. It counts there.")
}
