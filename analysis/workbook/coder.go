package workbook

import (
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/analysis/agreement"
	"thematic/corpus"
)

// CoderOptions say what [ReadCoder] takes from a workbook.
type CoderOptions struct {
	OnlyDecided bool // leave out passages that nobody decided
	Limits      corpus.Limits
}

// ReadCoder reads from a workbook, coded.xlsx or a sample, what its coder says of
// passages and of themes in reviews. A passage counts as it was decided, or
// where nobody decided as its status says, or not at all, as o says.
// A theme is present where it was decided so, or where a passage counts. In a
// sample, what was not decided was not judged, nor what was held, which is what its
// coder writes who cannot tell.
//
// Errors are those of [ReadDecisions].
func ReadCoder(path string, r io.Reader, o CoderOptions) (agreement.Coder, error) {
	back, err := readAnswers(path, r, o.Limits)
	if input := new(corpus.InputError); errors.As(err, &input) && input.Reason == errNoColumns.Error() {
		input.Reason = "it is neither a workbook of this program nor a sample: save a matrix or a coded set as CSV"
	}
	if err != nil {
		return agreement.Coder{}, err
	}
	sample := back.sample()
	c := &coderReader{
		coder:  agreement.Coder{Name: path, Sample: sample, OnlyDecided: sample || o.OnlyDecided, Cells: map[agreement.Cell]bool{}, Names: map[string]string{}},
		themes: back.themes, review: map[string]string{}, counted: map[agreement.Cell]bool{},
		givenReviews: map[string]bool{}, givenThemes: map[string]bool{},
	}
	for _, a := range back.answers {
		c.names(a)
	}
	c.called = analysis.NamesOf(c.themes)
	for _, t := range c.themes {
		c.coder.Names[t.ID] = t.Name()
	}
	for _, a := range back.answers {
		if err := c.take(a); err != nil {
			return agreement.Coder{}, &corpus.InputError{Path: path, Reason: a.place + ": " + err.Error()}
		}
	}
	c.finish()
	return c.coder, nil
}

// coderReader makes a coder of rows.
type coderReader struct {
	coder   agreement.Coder
	themes  []analysis.Theme // that the sheet of the codebook and the rows name
	called  analysis.ThemeNames
	review  map[string]string       // of each file, by its path
	counted map[agreement.Cell]bool // whether a passage makes the theme present

	givenReviews, givenThemes map[string]bool

	passed bool // there are passages
}

// names notes what themes are called, and which files make a review; other rows
// speak of them.
func (c *coderReader) names(a answer) {
	id := a.get("theme_id")
	if id != "" && !slices.ContainsFunc(c.themes, func(t analysis.Theme) bool { return t.ID == id }) {
		c.themes = append(c.themes, analysis.Theme{ID: id, Label: a.get("theme")})
	}
	if a.table == reviewRows {
		for _, file := range strings.Split(a.get("files"), ";") {
			if file = strings.TrimSpace(file); file != "" { // the column may be gone
				c.review[file] = a.get("case_id")
			}
		}
	}
}

// take reads one row.
func (c *coderReader) take(a answer) error {
	if lost := a.lost(columnCoder, columnComment, corpus.ColumnArea, corpus.ColumnYear); lost != "" {
		return errors.New(lost)
	}
	review := a.get("case_id")
	switch a.table {
	case passageRows:
		return c.passage(a)
	case cellRows:
		word := a.get(columnDecision)
		if gone := a.without(); word != "" && gone != "" {
			return errors.New(gone)
		}
		cell := agreement.Cell{Review: review, Theme: a.get("theme_id")}
		c.know(review, cell.Theme)
		if word == "" {
			return nil
		}
		present, ok := presentWords[fold(word)]
		if !ok {
			return errors.New(unknownDecision(word, "present or absent"))
		}
		c.coder.Cells[cell] = present
	case reviewRows:
		include := a.get(corpus.ColumnInclude)
		if !a.has(corpus.ColumnInclude) {
			include = a.get(corpus.ColumnInclude + asWritten)
		}
		if caseValue(corpus.ColumnInclude, include) == "yes" {
			c.know(review, "")
		}
	case missedRows:
		return c.missed(a)
	}
	return nil
}

// know notes a review and a theme that the coder was given, "" for none.
func (c *coderReader) know(review, theme string) {
	c.givenReviews[review], c.givenThemes[theme] = true, true
}

// passage reads one passage. One that was moved is marked with the other theme,
// and not with its own.
func (c *coderReader) passage(a answer) error {
	m := agreement.Mark{
		ID: a.get(columnPassage), Review: a.get("case_id"), File: a.get("file"), Theme: a.get("theme_id"), Quote: a.get(columnQuote),
		Praise: a.get("label") == string(corpus.LabelGoodPractice),
	}
	m.Page, _ = pageNumber(a.get(columnPage)) // for the list of disagreements only
	if m.ID == "" || m.Review == "" {
		return nil
	}
	c.passed = true
	c.coder.Listed++
	if m.File != "" {
		c.review[m.File] = m.Review
	}
	c.know("", m.Theme)
	if c.coder.Sample {
		c.know(m.Review, "")
	}
	decision, movedTo := a.get(columnDecision), a.get(columnMovedTo)
	word := fold(decision)
	status, spoken := a.head.status(word)
	label := corpus.Label(a.get("label"))
	switch {
	case decision != "" && !spoken:
		return errors.New(unknownDecision(decision, "counted, held or rejected"))
	case word == "" && movedTo == "" && c.coder.OnlyDecided, c.coder.Sample && status == corpus.Held:
		return nil // of a sample, it says that the coder cannot tell
	case word == "" && movedTo == "":
		m.Marked = a.get("status") == string(corpus.Counted) && label.MakesPresent()
	default:
		c.coder.Decided++
		m.Marked = status != corpus.Held && status != corpus.Rejected && label != corpus.LabelGoodPractice
	}
	if movedTo == "" {
		c.add(m)
		return nil
	}
	theme := c.called.ID(movedTo)
	if theme == "" {
		return errors.New(noTheme(movedTo, c.themes))
	}
	if theme != m.Theme {
		own := m
		own.Marked = false
		c.add(own)
	}
	m.Theme = theme
	c.add(m)
	return nil
}

// add takes in a passage that was judged.
func (c *coderReader) add(m agreement.Mark) {
	c.coder.Marks = append(c.coder.Marks, m)
	cell := agreement.Cell{Review: m.Review, Theme: m.Theme}
	c.counted[cell] = c.counted[cell] || m.Marked
}

// missed reads a passage that the coder added.
func (c *coderReader) missed(a answer) error {
	if a.get(columnMissed) == "" || a.unused() {
		return nil
	}
	add, reason := a.addition(c.called, c.themes, slices.Collect(maps.Keys(c.review)))
	if reason != "" {
		return errors.New(reason)
	}
	if add.noTheme {
		return nil
	}
	c.add(agreement.Mark{
		ID:     analysis.AddedID(corpus.ID(add.file), add.theme, add.label, add.quote),
		Review: c.review[add.file], File: add.file, Page: add.page, Theme: add.theme, Quote: add.quote,
		Marked: add.label != corpus.LabelGoodPractice,
	})
	return nil
}

// finish settles the themes of reviews that were not decided: by the passages
// where they are all of a review's, and not at all in a sample, but for those
// that a passage makes present.
func (c *coderReader) finish() {
	if c.coder.Sample && !c.passed {
		c.coder.Task = agreement.ChoosePassages
	}
	c.coder.Files = agreement.ByName(c.review)
	delete(c.givenReviews, "")
	delete(c.givenThemes, "")
	c.coder.Reviews, c.coder.Themes = slices.Sorted(maps.Keys(c.givenReviews)), slices.Sorted(maps.Keys(c.givenThemes))
	for _, review := range c.coder.Reviews {
		for _, theme := range c.coder.Themes {
			cell := agreement.Cell{Review: review, Theme: theme}
			if _, decided := c.coder.Cells[cell]; decided || !c.passed {
				continue
			}
			if !c.coder.OnlyDecided || c.counted[cell] && !c.coder.Sample {
				c.coder.Cells[cell] = c.counted[cell]
			}
		}
	}
}
