package project

import (
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"thematic/analysis/briefing"
	"thematic/charts"
	"thematic/corpus"
)

// Theme is how a partnership wants its charts and briefing to look.
type Theme struct {
	Colours     [3]color.NRGBA // of the sets and series of charts
	Ink, Accent color.NRGBA    // of text, and of headings
	Font        *charts.Font   // nil for the usual one
	Warnings    []string       // about colours that are hard to see, with the name of the file
}

// mostFont bounds the size of a font file.
const mostFont = 16 << 20

// bareColour is a colour without quotation marks, from which on YAML takes the line for
// a comment.
var bareColour = regexp.MustCompile(`[\[,:-]\s*#[0-9A-Fa-f]`)

// LoadTheme reads a theme from the file at path: a YAML mapping with any of
// colours (a list of up to three), ink and accent, each as "#rrggbb", and font,
// a mapping with family, regular and bold, the last two paths of TrueType files
// from where the theme lies. A mistake is a [corpus.InputError] with its line.
func LoadTheme(path string, data []byte) (*Theme, error) {
	l := &themeLoader{path: path, theme: &Theme{}}
	file, err := corpus.ParseYAML(data)
	if err != nil {
		line := 1
		if mistake := yaml.Error(nil); errors.As(err, &mistake) && mistake.GetToken() != nil {
			line = mistake.GetToken().Position.Line
			err = errors.New(mistake.GetMessage())
		}
		if bareColour.Match(data) {
			return nil, l.at(line, `%v: write colours as "#rrggbb", between quotation marks`, err)
		}
		return nil, l.at(line, "%v", err)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return nil, l.at(1, "the file is empty: write colours, ink, accent or font")
	}
	err = l.fields(file.Docs[0].Body, map[string]func(ast.Node) error{
		"colours": l.colours,
		"ink":     func(n ast.Node) error { return l.colour(n, &l.theme.Ink) },
		"accent":  func(n ast.Node) error { return l.colour(n, &l.theme.Accent) },
		"font":    l.font,
	}, "colours, ink, accent and font")
	if err != nil {
		return nil, err
	}
	for _, unclear := range l.theme.unclear() {
		l.theme.Warnings = append(l.theme.Warnings, filepath.Base(path)+": "+unclear)
	}
	return l.theme, nil
}

// themeLoader reads a theme and knows where it stands.
type themeLoader struct {
	path  string
	theme *Theme
}

func (l *themeLoader) at(line int, format string, args ...any) error {
	return &corpus.InputError{Path: fmt.Sprintf("%s:%d", l.path, line), Reason: fmt.Sprintf(format, args...)}
}

// fail is a mistake at a node.
func (l *themeLoader) fail(n ast.Node, format string, args ...any) error {
	return l.at(n.GetToken().Position.Line, format, args...)
}

// fields hands the values of a mapping to what reads them.
func (l *themeLoader) fields(n ast.Node, read map[string]func(ast.Node) error, known string) error {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	default:
		return l.fail(n, "this should be %s, each with a colon", known)
	}
	for _, v := range values {
		name := v.Key.GetToken().Value
		field, ok := read[name]
		if !ok {
			return l.fail(v.Key, "a theme has no %q: it has %s", name, known)
		}
		if err := field(v.Value); err != nil {
			return err
		}
	}
	return nil
}

func (l *themeLoader) colours(n ast.Node) error {
	list, ok := n.(*ast.SequenceNode)
	if !ok || len(list.Values) > len(l.theme.Colours) {
		return l.fail(n, "colours is a list of up to three colours")
	}
	for i, v := range list.Values {
		if err := l.colour(v, &l.theme.Colours[i]); err != nil {
			return err
		}
	}
	return nil
}

func (l *themeLoader) colour(n ast.Node, to *color.NRGBA) error {
	text := n.GetToken().Value
	v, err := strconv.ParseUint(text[min(1, len(text)):], 16, 32)
	if err != nil || len(text) != 7 || text[0] != '#' {
		return l.fail(n, `%q is no colour: write it as "#rrggbb", between quotation marks`, text)
	}
	*to = color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
	return nil
}

func (l *themeLoader) font(n ast.Node) error {
	l.theme.Font = &charts.Font{}
	file := func(to *[]byte) func(ast.Node) error {
		return func(n ast.Node) error { return l.fontFile(n, to) }
	}
	err := l.fields(n, map[string]func(ast.Node) error{
		"family":  func(n ast.Node) error { l.theme.Font.Family = n.GetToken().Value; return nil },
		"regular": file(&l.theme.Font.Regular),
		"bold":    file(&l.theme.Font.Bold),
	}, "family, regular and bold")
	switch {
	case err != nil:
		return err
	case l.theme.Font.Family == "" || l.theme.Font.Regular == nil:
		return l.fail(n, "a font needs its family and the file of its regular letters")
	}
	if err := l.theme.Font.Check(); err != nil {
		return l.fail(n, "the font %s: %v", l.theme.Font.Family, err)
	}
	return nil
}

func (l *themeLoader) fontFile(n ast.Node, to *[]byte) error {
	name := n.GetToken().Value
	if !filepath.IsAbs(name) {
		name = filepath.Join(filepath.Dir(l.path), filepath.FromSlash(name))
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return l.fail(n, "there is no font file %s", name)
	case err == nil && (!info.Mode().IsRegular() || info.Size() > mostFont):
		return l.fail(n, "%s is no font file", name)
	}
	if *to, err = os.ReadFile(name); err != nil {
		return l.fail(n, "the font file %s: %s", name, plain(err))
	}
	return nil
}

// unclear says which colours are hard to see on white, and whether numbers are where
// colours lie over one another: text needs a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3).
// What is drawn needs 3 to 1 (1.4.11), which the outlines have that charts draw
// around fills: a fill is warned of below 1.5, where it can hardly be told from white.
func (t *Theme) unclear() []string {
	var warnings []string
	for _, text := range []struct {
		name string
		c    color.NRGBA
	}{{"ink", t.Ink}, {"accent", t.Accent}} {
		if ratio := contrast(text.c, white); text.c.A != 0 && ratio < leastContrast {
			warnings = append(warnings, fmt.Sprintf("%s has a contrast of %.1f to 1 on white, and text needs 4.5: choose a darker one", text.name, ratio))
		}
	}
	for i, c := range t.Colours {
		if ratio := contrast(c, white); c.A != 0 && ratio < 1.5 {
			warnings = append(warnings, fmt.Sprintf("colour %d has a contrast of %.1f to 1 on white, and its areas can hardly be seen: choose a darker one", i+1, ratio))
		}
		for j := range i {
			if d := t.Colours[j]; c.A != 0 && c == d {
				warnings = append(warnings, fmt.Sprintf("colours %d and %d are the same: choose another for one of them", j+1, i+1))
			}
		}
	}
	if c, in := t.dimmest(); c < leastContrast {
		warnings = append(warnings, fmt.Sprintf("where colours %s lie over one another in a Venn diagram, numbers in ink have a contrast of %.1f to 1, "+
			"and text needs 4.5: choose lighter colours", in, c))
	}
	return warnings
}

// leastContrast is what text needs (WCAG 2.2, 1.4.3).
const leastContrast = 4.5

// dimmest is the least contrast of ink with an area of a Venn diagram in which sets
// lie over one another, and the numbers of their colours.
func (t *Theme) dimmest() (least float64, in string) {
	style := Presentation{Theme: t}.Style(charts.Auto)
	least = math.Inf(1)
	for _, area := range []struct {
		mask int
		in   string
	}{{0b011, "1 and 2"}, {0b101, "1 and 3"}, {0b110, "2 and 3"}, {0b111, "1, 2 and 3"}} {
		if c := contrast(style.TextColour(), style.Region(area.mask)); c < least {
			least, in = c, area.in
		}
	}
	return least, in
}

var white = color.NRGBA{0xff, 0xff, 0xff, 0xff}

// contrast is that of two colours, from 1 (WCAG 2.2).
func contrast(a, b color.NRGBA) float64 {
	dark, light := luminance(a), luminance(b)
	return max(dark, light) / min(dark, light)
}

// luminance is the relative luminance of a colour and .05 (WCAG 2.2).
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B) + 0.05
}

// look is the theme for documents.
func (t *Theme) look() briefing.Look {
	look := briefing.Look{Ink: t.Ink, Accent: t.Accent, Colours: t.Colours}
	if t.Font != nil {
		look.Family, look.Regular, look.Bold = t.Font.Family, t.Font.Regular, t.Font.Bold
		if len(look.Bold) == 0 {
			look.Bold = look.Regular
		}
	}
	return look
}
