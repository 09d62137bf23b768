package refi

import (
	"cmp"
	"encoding/xml"
	"io"
	"strings"
	"unicode"

	"thematic/corpus"
	"thematic/themes"
)

// codebookSpace is the XML name space of a codebook.
const codebookSpace = "urn:QDA-XML:codebook:1.0"

// codeBook is the root of a .qdc file. The order of the fields is that of the
// schema.
type codeBook struct {
	XMLName xml.Name `xml:"urn:QDA-XML:codebook:1.0 CodeBook"`
	Origin  string   `xml:"origin,attr,omitempty"`
	Codes   []code   `xml:"Codes>Code"`
	Sets    *setList `xml:"Sets"`
}

type code struct {
	GUID        string `xml:"guid,attr"`
	Name        string `xml:"name,attr"`
	IsCodable   bool   `xml:"isCodable,attr"`
	Color       string `xml:"color,attr,omitempty"`
	Description string `xml:"Description,omitempty"`
	Codes       []code `xml:"Code"`
}

// setList is absent where there is no set: an empty one is not valid.
type setList struct {
	Sets []codeSet `xml:"Set"`
}

type codeSet struct {
	GUID    string   `xml:"guid,attr"`
	Name    string   `xml:"name,attr"`
	Members []member `xml:"MemberCode"`
}

// member is a code by its identifier, which a codebook and a project write in
// attributes of other names.
type member struct {
	GUID   string `xml:"guid,attr,omitempty"`
	Target string `xml:"targetGUID,attr,omitempty"`
}

// headlineSet names the set of the headline themes.
const headlineSet = "Headline themes"

// The lines of a description that carry what a code has no place for.
const (
	includeLine = "Include: "
	excludeLine = "Exclude: "
	idLine      = "Theme id: "
)

// WriteCodebook writes a codebook as a .qdc file: its groups as codes that are
// not codable, the themes below them. Origin names the program. It returns what
// is lost.
func WriteCodebook(w io.Writer, c *themes.Codebook, origin string) (lost []string, err error) {
	book := codeBook{Origin: printable(origin), Codes: codesOf(c.Name, c.Themes)}
	book.Sets = setsOf(c.Name, c.Themes, func(guid string) member { return member{GUID: guid} })
	if err := writeXML(w, book); err != nil {
		return nil, err
	}
	return []string{
		"patterns, sets of words, cues, section rules and tests: a code has a name, a colour and a description",
		"short labels, near themes and the child's voice",
	}, nil
}

// codesOf returns the themes of a codebook as codes, those of a group below it.
func codesOf(codebook string, list []themes.Theme) []code {
	var codes []code
	at := map[string]int{}
	for _, t := range list {
		theme := code{GUID: guid("theme", codebook, t.ID), Name: printable(t.Label), IsCodable: true, Color: t.Colour, Description: describe(t)}
		if t.Group == "" {
			codes = append(codes, theme)
			continue
		}
		i, ok := at[t.Group]
		if !ok {
			i = len(codes)
			at[t.Group] = i
			codes = append(codes, code{GUID: guid("group", codebook, t.Group), Name: printable(t.Group)})
		}
		codes[i].Codes = append(codes[i].Codes, theme)
	}
	return codes
}

// setsOf returns the set of the headline themes, with what names each of them.
func setsOf(codebook string, list []themes.Theme, name func(guid string) member) *setList {
	headlines := codeSet{GUID: guid("set", codebook, headlineSet), Name: headlineSet}
	for _, t := range list {
		if t.Headline {
			headlines.Members = append(headlines.Members, name(guid("theme", codebook, t.ID)))
		}
	}
	if headlines.Members == nil {
		return nil
	}
	return &setList{[]codeSet{headlines}}
}

// describe puts all that is said of a theme in words into one text.
func describe(t themes.Theme) string {
	var lines []string
	if t.Definition != "" {
		lines = append(lines, printable(t.Definition))
	}
	for _, item := range t.Include {
		lines = append(lines, includeLine+printable(item))
	}
	for _, item := range t.Exclude {
		lines = append(lines, excludeLine+printable(item))
	}
	return strings.Join(append(lines, idLine+t.ID), "\n")
}

// printable keeps what XML 1.0 can hold, on one line.
func printable(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if unicode.IsControl(r) || r == '\ufffe' || r == '\uffff' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))), " ")
}

// ReadCodebook reads a .qdc file. Codes that hold others and are not codable are
// groups; every other code is a theme. It returns what was not read. An error is
// a [corpus.InputError] that names path.
func ReadCodebook(path string, r io.Reader) ([]themes.Theme, []string, error) {
	var book codeBook
	var lost losses
	if err := decode(r, codebookForm, &book, &lost); err != nil {
		return nil, nil, &corpus.InputError{Path: path, Reason: err.Error()}
	}
	reader := &codebookReader{lost: &lost}
	reader.codes(book.Codes, "")
	if len(reader.themes) == 0 {
		return nil, nil, &corpus.InputError{Path: path, Reason: "it holds no code"}
	}
	reader.sets(book.Sets)
	return reader.themes, lost.list(), nil
}

type codebookReader struct {
	themes []themes.Theme
	guids  []string // of the themes
	lost   *losses
}

// longestGroup bounds the name of a group, which is made of all those above it.
const longestGroup = 1000

// codes takes in the codes below the group.
func (r *codebookReader) codes(codes []code, group string) {
	for _, c := range codes {
		name := strings.TrimSpace(c.Name)
		if c.IsCodable || len(c.Codes) == 0 {
			r.theme(c, name, group)
		}
		if len(c.Codes) == 0 {
			continue
		}
		if !c.IsCodable && c.Description != "" {
			r.lost.say("the description of the group %q", name)
		}
		below := name
		if group != "" {
			below = group + " / " + name
		}
		if len(below) > longestGroup {
			r.lost.say("what is longer than %d bytes of the name of a group", longestGroup)
			below = strings.ToValidUTF8(below[:longestGroup], "")
		}
		r.codes(c.Codes, below)
	}
}

func (r *codebookReader) theme(c code, name, group string) {
	t := themes.Theme{Label: name, Group: group}
	if len(c.Color) == len("#rrggbb") {
		t.Colour = c.Color
	} else if len(c.Color) == len("#rgb") {
		t.Colour = "#" + strings.Repeat(c.Color[1:2], 2) + strings.Repeat(c.Color[2:3], 2) + strings.Repeat(c.Color[3:4], 2)
	}
	var definition []string
	for _, line := range strings.Split(strings.ReplaceAll(c.Description, "\r\n", "\n"), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.HasPrefix(line, includeLine):
			t.Include = append(t.Include, strings.TrimPrefix(line, includeLine))
		case strings.HasPrefix(line, excludeLine):
			t.Exclude = append(t.Exclude, strings.TrimPrefix(line, excludeLine))
		case strings.HasPrefix(line, idLine):
			t.ID = strings.TrimPrefix(line, idLine)
		default:
			definition = append(definition, line)
		}
	}
	t.Definition = strings.Join(definition, " ")
	r.themes, r.guids = append(r.themes, t), append(r.guids, foldGUID(c.GUID))
}

// sets takes the set of the headline themes; others have no place.
func (r *codebookReader) sets(from *setList) {
	if from == nil {
		return
	}
	headlines := map[string]bool{}
	for _, s := range from.Sets {
		if s.Name != headlineSet {
			r.lost.say("the set %q of %d codes", s.Name, len(s.Members))
			continue
		}
		for _, m := range s.Members {
			headlines[foldGUID(cmp.Or(m.GUID, m.Target))] = true
		}
	}
	for i, guid := range r.guids {
		r.themes[i].Headline = headlines[guid]
	}
}
