package exchange

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"thematic/corpus"
	"thematic/themes"
)

// A LIWC dictionary has its categories between two lines of a single %, a number
// and a name to a line, and then a word to a line with the numbers of its
// categories, all parted by tabs.

// WriteLIWC writes a codebook as a LIWC dictionary, a category for each theme and
// kind of pattern. It returns what is lost.
func WriteLIWC(w io.Writer, c *themes.Codebook) (lost []string, err error) {
	entries, lost := spell(c)
	var b bytes.Buffer
	b.WriteString("%\n")
	categories := map[string][]string{}
	odd := 0
	for i, e := range entries {
		name := e.theme
		if e.kind != themes.PatternTopic {
			name += "." + string(e.kind)
		}
		fmt.Fprintf(&b, "%d\t%s\n", i+1, name)
		for _, phrase := range e.phrases {
			if strings.Contains(phrase, "?") {
				odd++
				continue
			}
			if number := strconv.Itoa(i + 1); !slices.Contains(categories[phrase], number) {
				categories[phrase] = append(categories[phrase], number)
			}
		}
	}
	b.WriteString("%\n")
	for _, phrase := range slices.Sorted(maps.Keys(categories)) {
		fmt.Fprintf(&b, "%s\t%s\n", phrase, strings.Join(categories[phrase], "\t"))
	}
	lost = append(lost, "labels and groups: a category has one name")
	if odd > 0 {
		lost = append(lost, corpus.Quantity(odd, "phrase")+" with ?, which LIWC does not have")
	}
	_, err = w.Write(b.Bytes())
	return lost, err
}

// ReadLIWC reads a LIWC dictionary: a theme for each category, its words as
// topics, or as the kind of pattern that stands behind a dot in the name of the
// category. It returns what was not read. An error is a [corpus.InputError].
func ReadLIWC(path string, data []byte) (Draft, []string, error) {
	refuse := func(format string, args ...any) (Draft, []string, error) {
		return Draft{}, nil, &corpus.InputError{Path: path, Reason: fmt.Sprintf(format, args...)}
	}
	if len(data) > maxDictionaryBytes {
		return refuse("larger than %d MB: split it", maxDictionaryBytes>>20)
	}
	text, err := corpus.DecodeText(data)
	if err != nil {
		return refuse("%v", err)
	}
	parts := strings.SplitN("\n"+strings.ReplaceAll(text, "\r\n", "\n"), "\n%", 3)
	if len(parts) < 3 || strings.TrimSpace(parts[0]) != "" {
		return refuse("not a LIWC dictionary: its categories stand between two lines that begin with %%")
	}
	r := &dictionaryReader{}
	places := map[string]place{} // by the number of the category
	for _, line := range lines(parts[1]) {
		number, name, ok := cutField(line)
		if !ok {
			return refuse("the category %q has no name", line)
		}
		places[number] = r.category(name)
	}
	for _, line := range lines(parts[2]) {
		r.word(line, places)
	}
	if len(r.draft.Themes) == 0 {
		return refuse("it has no categories")
	}
	return r.draft, r.lost, nil
}

// place is where the words of a category go.
type place struct {
	theme int
	kind  themes.PatternKind
}

// category finds or makes the theme of a category.
func (r *dictionaryReader) category(name string) place {
	kind := themes.PatternTopic
	for _, k := range patternKinds {
		if rest, ok := strings.CutSuffix(name, "."+string(k)); ok {
			name, kind = rest, k
		}
	}
	at := slices.IndexFunc(r.draft.Themes, func(t themes.Theme) bool { return t.Label == name })
	if at < 0 {
		at = len(r.draft.Themes)
		r.draft.Themes = append(r.draft.Themes, themes.Theme{ID: name, Label: name})
	}
	return place{at, kind}
}

// word adds the word of one line to its categories. A condition such as
// "(02 134)125/464" belongs to no category by itself and is lost.
func (r *dictionaryReader) word(line string, places map[string]place) {
	fields := strings.Split(line, "\t")
	pattern, ok := glob(fields[0])
	if !ok {
		r.lost = append(r.lost, fmt.Sprintf("%q, which the pattern language cannot say", fields[0]))
		return
	}
	for _, number := range fields[1:] {
		number = strings.TrimSpace(number)
		if number == "" {
			continue
		}
		p, known := places[number]
		if !known {
			r.lost = append(r.lost, fmt.Sprintf("%q in the category %q, which is not there", fields[0], number))
			continue
		}
		t := &r.draft.Themes[p.theme]
		t.Patterns = append(t.Patterns, themes.Pattern{Kind: p.kind, Text: pattern})
	}
}

// cutField parts a line at its first white space.
func cutField(line string) (first, rest string, ok bool) {
	i := strings.IndexAny(line, "\t ")
	if i < 0 {
		return line, "", false
	}
	return line[:i], strings.TrimSpace(line[i:]), true
}
