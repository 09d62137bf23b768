package exchange

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"

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
		if p.Strength != themes.StrengthStrong {
			text = string(p.Strength) + ": " + text
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
	"description": "definition", "memo": "definition", "comment": "definition", "color": "colour",
	"parent": "group", "parent code": "group", "category": "group", "pattern": "patterns_topic", "patterns": "patterns_topic",
	"keyword": keywords, "word": keywords, "words": keywords, "term": keywords, "terms": keywords, "phrase": keywords, "phrases": keywords,
}

// keywords is a column that we only read: topic patterns, several in a cell parted by
// commas, semicolons or lines.
const keywords = "keywords"

// ReadCSV reads a codebook from CSV: one that [WriteCSV] wrote, or a list of
// codes with at least a column for their names (label, name, tag, code or path). Rows
// that differ in patterns and tests alone are one theme, a row of nothing else than a name
// and these goes on with the theme of that name, in capitals or not, and one without a name
// with the theme above. It returns what was not read. An error is a [corpus.InputError].
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
	said := slices.Clone(header)
	lost := settleHeader(header)
	if !slices.Contains(header, "label") {
		return refuse("it has no column for the names of themes: head one of them label")
	}
	rows, err := readRows(in)
	if err != nil {
		return refuse("%v", err)
	}
	if at := slices.Index(header, keywords); at >= 0 && countsIn(rows, at) {
		header[at] = ""
		lost = append(lost, "the column of keywords, which holds numbers alone, as where words were counted")
	}
	topic := patternPrefix + string(themes.PatternTopic)
	if at := slices.Index(header, topic); at >= 0 && !strings.EqualFold(strings.TrimSpace(said[at]), topic) && proseIn(rows, at) {
		header[at] = ""
		lost = append(lost, fmt.Sprintf("the column %q, which holds sentences and no patterns: head it definition, or %s where they are meant as patterns", said[at], topic))
	}
	d, left := readThemes(rows, header)
	lost = append(lost, left...)
	if len(d.Themes) == 0 {
		return refuse("it holds no theme")
	}
	return d, lost, nil
}

// readRows reads the rows below a header.
func readRows(in *csv.Reader) (rows [][]string, err error) {
	for n := 2; ; n++ {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("row %d: %w: save the table from a spreadsheet again, as CSV", n, err)
		}
		rows = append(rows, row)
	}
}

// countsIn reports whether what stands in a column has no letter anywhere.
func countsIn(rows [][]string, column int) bool {
	said := false
	for _, row := range rows {
		if column < len(row) && strings.TrimSpace(row[column]) != "" {
			said = true
			if strings.ContainsFunc(row[column], unicode.IsLetter) {
				return false
			}
		}
	}
	return said
}

// proseIn reports whether most of what stands in a column ends as sentences do.
func proseIn(rows [][]string, column int) bool {
	all, sentences := 0, 0
	for _, row := range rows {
		if column >= len(row) || strings.TrimSpace(row[column]) == "" {
			continue
		}
		all++
		if strings.HasSuffix(strings.TrimSpace(row[column]), ".") {
			sentences++
		}
	}
	return 2*sentences > all
}

// readThemes reads the themes and sets in rows, and says which rows were left out.
func readThemes(rows [][]string, header []string) (d Draft, lost []string) {
	met := map[string]int{} // places among the themes, or -1 of a set, by what the rows of each have in common, and by name
	last := -1              // the place of the theme above
	again, nameless := 0, 0
	for _, row := range rows {
		cells := cellsOf(header, row)
		key, name := common(cells), nameAlone(cells["label"])
		at, known := met[key]
		if !known && strings.EqualFold(key, name) {
			at, known = met[name]
		}
		switch {
		case cells["id"]+cells["label"] == "":
			if strings.Join(csvRow(cells), "") != "" && (last < 0 || !extend(&d.Themes[last], themeOf(cells))) {
				nameless++
			}
		case known:
			last = at
			if at < 0 || !extend(&d.Themes[at], themeOf(cells)) {
				again++
			}
		case isSet(cells):
			met[key], last = -1, -1
			d.Sets = append(d.Sets, setOf(cells))
		default:
			last = len(d.Themes)
			met[key], met[name] = last, last
			d.Themes = append(d.Themes, themeOf(cells))
		}
	}
	if again > 0 {
		lost = append(lost, corpus.Quantity(again, "row")+" with nothing that is not said above")
	}
	if nameless > 0 {
		lost = append(lost, corpus.Quantity(nameless, "row")+" without the name of a theme")
	}
	return d, lost
}

// common is what the rows of a theme have in common, all but patterns and tests; of a set
// it is the whole row.
func common(cells map[string]string) string {
	head := maps.Clone(cells)
	maps.DeleteFunc(head, func(column, _ string) bool {
		return !isSet(cells) && (strings.HasPrefix(column, patternPrefix) || strings.HasPrefix(column, testPrefix))
	})
	return strings.Join(csvRow(head), "\x00")
}

// nameAlone is what a row has in common with others that names a theme and says no more
// of it, in small letters.
func nameAlone(label string) string {
	return common(map[string]string{"label": strings.ToLower(label)})
}

// extend adds to t the patterns and tests of more that it lacks, and says whether there
// were any.
func extend(t *themes.Theme, more themes.Theme) bool {
	before := len(t.Patterns) + len(t.Tests)
	for _, p := range more.Patterns {
		if !slices.ContainsFunc(t.Patterns, func(q themes.Pattern) bool { return q.Kind == p.Kind && q.Text == p.Text && q.Strength == p.Strength }) {
			t.Patterns = append(t.Patterns, p)
		}
	}
	for _, test := range more.Tests {
		if !slices.Contains(t.Tests, test) {
			t.Tests = append(t.Tests, test)
		}
	}
	return len(t.Patterns)+len(t.Tests) > before
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
		if header[i] != keywords && !slices.Contains(csvColumns, header[i]) || slices.Contains(header[:i], header[i]) {
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
	cells["label"] = strings.TrimSpace(cells["label"])
	for _, word := range strings.FieldsFunc(cells[keywords], func(r rune) bool { return strings.ContainsRune(",;\n", r) }) {
		add(cells, patternPrefix+string(themes.PatternTopic), word)
	}
	return cells
}

// isSet says whether a row is a set.
func isSet(cells map[string]string) bool { return strings.HasPrefix(cells["id"], "@") }

// setOf is the set of one row.
func setOf(cells map[string]string) themes.WordList {
	return themes.WordList{Name: strings.TrimPrefix(cells["id"], "@"), Words: lines(cells["patterns_topic"])}
}

// themeOf is the theme of one row.
func themeOf(cells map[string]string) themes.Theme {
	t := themes.Theme{
		ID: cells["id"], Label: cells["label"], Short: cells["short"], Group: cells["group"], Colour: cells["colour"],
		Headline: slices.Contains([]string{"yes", "true", "1"}, strings.ToLower(cells["headline"])), Definition: cells["definition"],
		Include: lines(cells["include"]), Exclude: lines(cells["exclude"]), Near: lines(cells["near"]),
		About: cells["about"], ChildVoice: cells["child_voice"],
	}
	for _, kind := range patternKinds {
		for _, text := range lines(cells[patternPrefix+string(kind)]) {
			p := themes.Pattern{Kind: kind, Text: text}
			for _, s := range []themes.Strength{themes.StrengthWeak, themes.StrengthCertain} {
				if rest, ok := strings.CutPrefix(text, string(s)+": "); ok {
					p.Text, p.Strength = rest, s
				}
			}
			t.Patterns = append(t.Patterns, p)
		}
	}
	for _, kind := range testKinds {
		for _, text := range lines(cells[testPrefix+kind]) {
			t.Tests = append(t.Tests, testOf(kind, text))
		}
	}
	return t
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
