package exchange

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"thematic/corpus"
	"thematic/themes"
)

// csvColumns are the columns of a codebook as CSV. A list has one entry to a
// line of its cell. A row whose id begins with @ is a set, its words under
// patterns_topic.
var csvColumns = []string{
	"id", "label", "short", "group", "headline", "colour", "definition", "include", "exclude", "near", "about", "child_voice",
	"patterns_deficit", "patterns_topic", "patterns_good_practice", "patterns_factor", "patterns_unless",
	"tests_deficit", "tests_good_practice", "tests_factor", "tests_held", "tests_none",
}

const (
	patternPrefix = "patterns_"
	testPrefix    = "tests_"
	weakMark      = "weak: "
)

// WriteCSV writes a codebook as CSV, and returns what is lost. It fails where w does, and
// so do the other writers.
func WriteCSV(w io.Writer, c *themes.Codebook) (lost []string, err error) {
	out := csv.NewWriter(w)
	if err := out.Write(csvColumns); err != nil {
		return nil, err
	}
	for _, s := range c.WordLists() {
		if err := out.Write(csvRow(map[string]string{"id": "@" + s.Name, "patterns_topic": strings.Join(s.Words, "\n")})); err != nil {
			return nil, err
		}
	}
	for _, t := range c.Themes {
		if err := out.Write(csvRow(csvCells(t))); err != nil {
			return nil, err
		}
	}
	out.Flush()
	lost = []string{"the title, version and language of the codebook, what it counts and of whom, and comments"}
	if c.HasOwnContext() {
		lost = append(lost, "its cues and section rules")
	}
	if n := namedPatterns(c); n > 0 {
		lost = append(lost, fmt.Sprintf("the ids of the patterns that have one of their own (%d)", n))
	}
	return lost, out.Error()
}

func csvCells(t themes.Theme) map[string]string {
	lines := func(list []string) string { return strings.Join(list, "\n") }
	cells := map[string]string{
		"id": t.ID, "label": t.Label, "short": t.Short, "group": t.Group, "colour": t.Colour, "definition": t.Definition,
		"include": lines(t.Include), "exclude": lines(t.Exclude), "near": lines(t.Near), "about": t.About, "child_voice": t.ChildVoice,
	}
	if t.Headline {
		cells["headline"] = "yes"
	}
	for _, p := range t.Patterns {
		text := p.Text
		if p.IsRegex() {
			text = regexMark + text
		}
		if p.Weak {
			text = weakMark + text
		}
		add(cells, patternPrefix+string(p.Kind), text)
	}
	for _, test := range t.Tests {
		add(cells, testPrefix+kindOf(test), test.Text)
	}
	return cells
}

// add puts one more line into a cell.
func add(cells map[string]string, column, line string) {
	if cells[column] != "" {
		cells[column] += "\n"
	}
	cells[column] += strings.ReplaceAll(line, "\n", " ")
}

func csvRow(cells map[string]string) []string {
	row := make([]string, len(csvColumns))
	for i, name := range csvColumns {
		row[i] = corpus.Guard(cells[name])
	}
	return row
}

// namedPatterns counts the patterns whose id is not made of their place.
func namedPatterns(c *themes.Codebook) int {
	n := 0
	for _, t := range c.Themes {
		at := map[themes.PatternKind]int{}
		for _, p := range t.Patterns {
			if at[p.Kind]++; p.ID != fmt.Sprintf("%s.%s.%d", t.ID, p.Kind, at[p.Kind]) {
				n++
			}
		}
	}
	return n
}

// csvNames are what other programs call our columns.
var csvNames = map[string]string{
	"tag": "label", "name": "label", "code": "label", "theme": "label", "path": "label",
	"description": "definition", "memo": "definition", "color": "colour", "parent": "group", "category": "group", "patterns": "patterns_topic",
}

// ReadCSV reads a codebook from CSV: one that [WriteCSV] wrote, or a list of
// codes with at least a column for their names (label, name, tag, code or path).
// It returns what was not read. An error is a [corpus.InputError].
func ReadCSV(path string, data []byte) (Draft, []string, error) {
	refuse := func(format string, args ...any) (Draft, []string, error) {
		return Draft{}, nil, &corpus.InputError{Path: path, Reason: fmt.Sprintf(format, args...)}
	}
	text, err := corpus.DecodeText(data)
	if err != nil {
		return refuse("%v", err)
	}
	in := corpus.TableReader(text)
	header, err := in.Read()
	if errors.Is(err, io.EOF) {
		return refuse("the file is empty")
	}
	if err != nil {
		return refuse("it holds no table: %v", err)
	}
	lost := settleHeader(header)
	if !slices.Contains(header, "label") {
		return refuse("it has no column for the names of themes: head one of them label")
	}
	d, again, err := readRows(in, header)
	if err != nil {
		return refuse("%v", err)
	}
	if again > 0 {
		lost = append(lost, fmt.Sprintf("%d rows that say what a row before them says", again))
	}
	if len(d.Themes) == 0 {
		return refuse("it holds no theme")
	}
	return d, lost, nil
}

// readRows reads the themes and sets below a header, and counts the rows that say
// again what a row before them says.
func readRows(in *csv.Reader, header []string) (d Draft, again int, err error) {
	met := map[string]bool{} // rows, by what a codebook keeps of them
	for n := 2; ; n++ {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return d, again, nil
		}
		if err != nil {
			return Draft{}, 0, fmt.Errorf("row %d: %w: save the table from a spreadsheet again, as CSV", n, err)
		}
		cells := cellsOf(header, row)
		switch key := strings.Join(csvRow(cells), "\x00"); {
		case cells["id"]+cells["label"] == "":
		case met[key]:
			again++
		default:
			met[key] = true
			d.take(cells)
		}
	}
}

// settleHeader gives the columns our names, "" where we have none, and returns
// those.
func settleHeader(header []string) (lost []string) {
	for i, name := range header {
		header[i] = strings.ToLower(strings.TrimSpace(name))
	}
	for i, name := range header {
		if other, ok := csvNames[name]; ok && !slices.Contains(header, other) {
			header[i] = other
		}
		if !slices.Contains(csvColumns, header[i]) || slices.Contains(header[:i], header[i]) {
			header[i] = ""
			lost = append(lost, fmt.Sprintf("the column %q, which a codebook has no place for", name))
		}
	}
	return lost
}

// cellsOf returns the cells of a row by their columns.
func cellsOf(header, row []string) map[string]string {
	cells := map[string]string{}
	for i, cell := range row {
		if i < len(header) {
			cells[header[i]] = corpus.Unguard(cell)
		}
	}
	return cells
}

// take adds the theme or set of one row.
func (d *Draft) take(cells map[string]string) {
	if name, ok := strings.CutPrefix(cells["id"], "@"); ok {
		d.Sets = append(d.Sets, themes.WordList{Name: name, Words: lines(cells["patterns_topic"])})
		return
	}
	t := themes.Theme{
		ID: cells["id"], Label: cells["label"], Short: cells["short"], Group: cells["group"], Colour: cells["colour"],
		Headline: slices.Contains([]string{"yes", "true", "1"}, strings.ToLower(cells["headline"])), Definition: cells["definition"],
		Include: lines(cells["include"]), Exclude: lines(cells["exclude"]), Near: lines(cells["near"]),
		About: cells["about"], ChildVoice: cells["child_voice"],
	}
	for _, kind := range patternKinds {
		for _, text := range lines(cells[patternPrefix+string(kind)]) {
			text, weak := strings.CutPrefix(text, weakMark)
			t.Patterns = append(t.Patterns, themes.Pattern{Kind: kind, Text: text, Weak: weak})
		}
	}
	for _, kind := range testKinds {
		for _, text := range lines(cells[testPrefix+kind]) {
			t.Tests = append(t.Tests, testOf(kind, text))
		}
	}
	d.Themes = append(d.Themes, t)
}

// lines parts a cell into its entries.
func lines(cell string) []string {
	var list []string
	for _, line := range strings.Split(cell, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}
