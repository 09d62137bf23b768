package exchange

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"thematic/corpus"
	"thematic/themes"
)

// A dictionary knows phrases of words that may end in *, and nothing else. It is
// made by spelling every pattern out.

// mostPhrases bounds what one pattern may be spelt out to.
const mostPhrases = 200

// spelt are the phrases of one kind of pattern of a theme.
type spelt struct {
	theme   string
	group   string
	kind    themes.PatternKind
	phrases []string
}

// spell spells out every pattern that says something by itself or names a
// subject. The patterns that cancel a hit are lost with all else that a
// dictionary has not.
func spell(c *themes.Codebook) (entries []spelt, lost []string) {
	var tooLong, narrowed, graded, exact, all int
	var gone []string // themes
	for _, t := range c.Themes {
		at := map[themes.PatternKind]int{}
		for _, p := range t.Patterns {
			if p.Kind == themes.PatternUnless {
				continue
			}
			all++
			phrases := p.Phrases(mostPhrases)
			if phrases == nil {
				tooLong++
				continue
			}
			if p.Narrows() {
				narrowed++
			}
			if p.Strength != themes.StrengthStrong {
				graded++
			}
			if p.Exact() {
				exact++
			}
			i, ok := at[p.Kind]
			if !ok {
				i = len(entries)
				at[p.Kind] = i
				entries = append(entries, spelt{theme: t.ID, group: t.Group, kind: p.Kind})
			}
			entries[i].phrases = append(entries[i].phrases, phrases...)
		}
		if len(at) == 0 {
			gone = append(gone, t.ID)
		}
	}
	lost = []string{
		"definitions, colours, tests, cues, section rules and the patterns that cancel a hit",
		"the forms of a word: \"consider\" finds considers and considered here, and only itself there",
	}
	if tooLong > 0 {
		lost = append(lost, fmt.Sprintf("%d of %d patterns, which are more than %d phrases or no phrases at all", tooLong, all, mostPhrases))
	}
	if len(gone) > 0 {
		lost = append(lost, "themes of which no pattern is left: "+strings.Join(gone, ", "))
	}
	if exact > 0 {
		lost = append(lost, fmt.Sprintf("the capital letters that patterns ask for, as =GP does (%d)", exact))
	}
	if narrowed > 0 {
		lost = append(lost, fmt.Sprintf("the gaps in patterns (%d), whose words stand side by side", narrowed))
	}
	if graded > 0 {
		lost = append(lost, fmt.Sprintf("which patterns are weak or certain (%d)", graded))
	}
	return entries, lost
}

// WriteQuanteda writes a codebook as a dictionary of quanteda in YAML: groups,
// below them themes, below them the kinds of pattern. It returns what is lost.
func WriteQuanteda(w io.Writer, c *themes.Codebook) (lost []string, err error) {
	entries, lost := spell(c)
	order := map[string]int{} // of groups: a key may stand once
	for i := range entries {
		group := cmp.Or(entries[i].group, "themes")
		if _, ok := order[group]; !ok {
			order[group] = len(order)
		}
		entries[i].group = group
	}
	slices.SortStableFunc(entries, func(a, b spelt) int { return cmp.Compare(order[a.group], order[b.group]) })
	var b bytes.Buffer
	group, theme := "", ""
	for _, e := range entries {
		if e.group != group {
			group, theme = e.group, ""
			fmt.Fprintf(&b, "%s:\n", quote(group))
		}
		if e.theme != theme {
			theme = e.theme
			fmt.Fprintf(&b, "  %s:\n", quote(theme))
		}
		fmt.Fprintf(&b, "    %s:\n", e.kind)
		items(&b, "      ", e.phrases)
	}
	_, err = w.Write(b.Bytes())
	return lost, err
}

// Bounds of a dictionary that is read.
const (
	maxDictionaryDepth = 6
	maxDictionaryBytes = 4 << 20
)

// ReadQuanteda reads a dictionary of quanteda in YAML. A key that holds phrases
// is a theme, the keys above it its group; a key named after a kind of pattern
// says what its phrases are, which are topics otherwise. It returns what was not
// read. An error is a [corpus.InputError].
func ReadQuanteda(path string, data []byte) (Draft, []string, error) {
	refuse := func(reason string) (Draft, []string, error) {
		return Draft{}, nil, &corpus.InputError{Path: path, Reason: reason}
	}
	if len(data) > maxDictionaryBytes {
		return refuse(fmt.Sprintf("larger than %d MB: split it", maxDictionaryBytes>>20))
	}
	text, err := corpus.DecodeText(data)
	if err != nil {
		return refuse(err.Error())
	}
	file, err := corpus.ParseYAML([]byte(text), parser.AllowDuplicateMapKey())
	if err != nil || len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return refuse("not a dictionary in YAML: keys with lists of phrases below them")
	}
	if isCodebook(file.Docs[0].Body) {
		return refuse("it is a codebook of this program already, and no dictionary of another: use it as it is")
	}
	r := &dictionaryReader{}
	r.read(file.Docs[0].Body, nil)
	if len(r.draft.Themes) == 0 {
		return refuse("it holds no list of phrases")
	}
	return r.draft, r.lost, nil
}

// isCodebook reports whether n has the keys that every codebook has.
func isCodebook(n ast.Node) bool {
	m, ok := n.(*ast.MappingNode)
	if !ok {
		return false
	}
	has := func(key string) bool {
		return slices.ContainsFunc(m.Values, func(v *ast.MappingValueNode) bool { return wordsOf(v.Key) == key })
	}
	return has("codebook") && has("themes")
}

type dictionaryReader struct {
	draft Draft
	lost  []string
}

// read takes a node in: the keys on the way to it name group and theme.
func (r *dictionaryReader) read(n ast.Node, keys []string) {
	if len(keys) > maxDictionaryDepth {
		r.lost = append(r.lost, fmt.Sprintf("what lies more than %d keys deep, under %s", maxDictionaryDepth, strings.Join(keys[:2], " / ")))
		return
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			r.read(v, keys)
		}
	case *ast.MappingValueNode:
		r.read(n.Value, append(keys[:len(keys):len(keys)], wordsOf(n.Key)))
	case *ast.SequenceNode:
		if len(keys) == 0 {
			return // the file is one list, and refused
		}
		for _, v := range n.Values {
			r.read(v, keys)
		}
	case *ast.NullNode:
	default:
		if len(keys) > 0 {
			r.phrase(keys, wordsOf(n))
		}
	}
}

func wordsOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return n.Value.Value
	}
	if t := n.GetToken(); t != nil {
		return t.Value
	}
	return ""
}

// phrase adds one phrase to the theme that keys name.
func (r *dictionaryReader) phrase(keys []string, text string) {
	kind := themes.PatternTopic
	last := len(keys) - 1
	for _, k := range patternKinds {
		if last > 0 && keys[last] == string(k) {
			kind, last = k, last-1
			break
		}
	}
	pattern, ok := glob(text)
	if !ok {
		r.lost = append(r.lost, fmt.Sprintf("%q under %s, which the pattern language cannot say", text, keys[last]))
		return
	}
	group := strings.Join(keys[:last], " / ")
	list := r.draft.Themes
	at := len(list) - 1
	if at < 0 || list[at].Label != keys[last] || list[at].Group != group {
		list = append(list, themes.Theme{ID: keys[last], Label: keys[last], Group: group})
		at++
	}
	list[at].Patterns = append(list[at].Patterns, themes.Pattern{Kind: kind, Text: pattern})
	r.draft.Themes = list
}

// glob makes a pattern of a phrase of another program, whose only special signs
// are * and ?. It is false where none can be made.
func glob(phrase string) (string, bool) {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune("()[]|<>@=\"", r) {
			return ' '
		}
		return r
	}, strings.ReplaceAll(phrase, "_", " "))
	clean = strings.Join(strings.Fields(clean), " ")
	return clean, clean != "" && themes.CheckPattern(clean) == nil
}
