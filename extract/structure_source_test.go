package extract

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thematic/corpus"
)

// source is the HTML from which a file was made, which is the truth for it.
type source struct {
	name     string
	elements []element
	headings int
	cover    int    // elements before the first paragraph
	style    string // its style sheet
	header   string // the running header that it asks for
	kinds    map[int]corpus.SectionKind
}

// readSource reads an HTML source. The kinds of section are those of kinds.tsv.
func readSource(t *testing.T, path string, kinds map[string]map[int]corpus.SectionKind) *source {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	root, err := html.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	s := &source{name: strings.TrimSuffix(filepath.Base(path), ".html")}
	s.kinds = kinds[s.name]
	s.walk(root)
	setParents(s.elements)
	return s
}

// readKinds reads kinds.tsv: the kind of section that a reader gives each
// heading of each source.
func readKinds(t *testing.T) map[string]map[int]corpus.SectionKind {
	t.Helper()
	kinds := map[string]map[int]corpus.SectionKind{}
	for _, row := range readTSV(t, "testdata/structure/kinds.tsv") {
		index, err := strconv.Atoi(row[1])
		if err != nil {
			t.Fatal(err)
		}
		if kinds[row[0]] == nil {
			kinds[row[0]] = map[int]corpus.SectionKind{}
		}
		kinds[row[0]][index] = corpus.SectionKind(row[2])
	}
	return kinds
}

func readTSV(t *testing.T, path string) [][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// walk lists the elements below n.
func (s *source) walk(n *html.Node) {
	class := " " + attribute(n, "class") + " "
	switch {
	case n.Type != html.ElementNode:
	case n.Data == "style":
		s.style += content(n)
		return
	case n.Data == "meta" && attribute(n, "name") == "header":
		s.header = attribute(n, "content")
	case len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6':
		s.heading(int(n.Data[1]-'1'), content(n))
		return
	case n.Data == "li":
		s.addWhole(roleBullet, "", content(n, "ul", "ol"))
	case n.Data == "tr":
		s.add(roleRow, "", content(n))
		return
	case strings.Contains(class, " toc "):
		s.contents(n)
		return
	case strings.HasPrefix(class, " toc1") || strings.HasPrefix(class, " toc2"):
		s.add(roleContents, "", content(n))
		return
	case strings.Contains(class, " fn ") && startsWithDigit(content(n)):
		s.add(roleFootnote, "", content(n))
		return
	case n.Data == "p":
		if s.cover == 0 {
			s.cover = len(s.elements)
		}
		s.paragraph(n)
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.walk(c)
	}
}

func (s *source) add(r role, number, text string) {
	s.elements = append(s.elements, element{role: r, key: keyOf(r, number, text)})
}

// addWhole adds an element that is a paragraph or list item as well.
func (s *source) addWhole(r role, number, text string) {
	s.add(r, number, text)
	s.add(roleWhole, "", text)
}

func (s *source) heading(level int, text string) {
	s.elements = append(s.elements, element{role: roleHeading, key: keyOf(roleHeading, "", text), level: level, kind: s.kinds[s.headings]})
	s.headings++
}

// contents lists the entries of a contents page.
func (s *source) contents(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
		case c.Data == "h2":
			s.heading(1, content(c))
		default:
			s.add(roleContents, "", content(c))
		}
	}
}

var (
	paragraphNumber = regexp.MustCompile(`^([A-Z]?\.?\d{1,3}(?:\.\d{1,3})+)\s*(\S.*)`)
	soleNumber      = regexp.MustCompile(`^(\d{1,3}|[A-Z]?\.?\d{1,3}(?:\.\d{1,3})*)\.?$`)
	letteredItem    = regexp.MustCompile(`^\(([a-z])\)\s*(\S.*)`)
)

// paragraph lists a paragraph that begins with a number or a letter.
func (s *source) paragraph(n *html.Node) {
	text := strings.Join(strings.Fields(content(n)), " ")
	first := n.FirstChild
	for first != nil && first.Type != html.ElementNode && strings.TrimSpace(first.Data) == "" {
		first = first.NextSibling
	}
	if first != nil && first.Type == html.ElementNode {
		if m := soleNumber.FindStringSubmatch(strings.TrimSpace(content(first))); m != nil {
			s.addWhole(roleNumbered, m[1], strings.TrimPrefix(text, strings.TrimSpace(content(first))))
			return
		}
	}
	if m := paragraphNumber.FindStringSubmatch(text); m != nil {
		s.addWhole(roleNumbered, m[1], m[2])
	} else if m := letteredItem.FindStringSubmatch(text); m != nil {
		s.addWhole(roleBullet, "", m[2])
	} else {
		s.add(roleWhole, "", text)
	}
}

func startsWithDigit(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && text[0] >= '0' && text[0] <= '9'
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// content is the text below n, that of the elements named in but left out.
func content(n *html.Node, but ...string) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		leave := false
		for _, tag := range but {
			leave = leave || c.Data == tag
		}
		if !leave {
			b.WriteString(content(c, but...))
		}
	}
	return b.String()
}

var (
	marginBox  = regexp.MustCompile(`@(top|bottom)-\w+\s*\{\s*content:\s*([^;}]*)`)
	firstPage  = regexp.MustCompile(`@page\s*:first`)
	stringPart = regexp.MustCompile(`"([^"]*)"|counter\((pages?)\)`)
)

// printedFurniture is what the style sheet sets at the edges of page i of n.
func (s *source) printedFurniture(i, n int) []string {
	if i == 0 && firstPage.MatchString(s.style) {
		return nil
	}
	var lines [2]string // at the head, at the foot
	for _, box := range marginBox.FindAllStringSubmatch(firstPage.Split(s.style, 2)[0], -1) {
		at := 0
		if box[1] == "bottom" {
			at = 1
		}
		for _, m := range stringPart.FindAllStringSubmatch(box[2], -1) {
			switch m[2] {
			case "page":
				lines[at] += strconv.Itoa(i + 1)
			case "pages":
				lines[at] += strconv.Itoa(n)
			default:
				lines[at] += m[1]
			}
		}
	}
	return lines[:]
}

// demoFurniture is what corpus/demo/build sets at the edges of page i of n.
func (s *source) demoFurniture(made string, i, n int) []string {
	page := "Page " + strconv.Itoa(i+1)
	switch {
	case made == `browser("leaflet")`:
		return nil
	case strings.HasPrefix(made, "docx"):
		return []string{s.header}
	case made == "webPage":
		return []string{s.header, "Accessibility statement", "Cookies"}
	case strings.HasPrefix(made, "writer"):
		return []string{s.header, page}
	case i == 0:
		return []string{page + " of " + strconv.Itoa(n)}
	}
	return []string{s.header, page + " of " + strconv.Itoa(n)}
}

// withContents adds the contents page that corpus/demo/build makes.
func (s *source) withContents(made string) {
	if made != `browser("contents")` && made != `browser("numbered")` {
		return
	}
	contents := element{role: roleHeading, key: "contents", level: 1, kind: corpus.SectionContents}
	list := []element{contents}
	for i, e := range s.elements {
		if e.role == roleHeading && e.level == 1 && i >= s.cover {
			list = append(list, element{role: roleContents, key: strings.TrimRight(e.key, "0123456789")})
		}
	}
	s.elements = append(s.elements, list...)
}

func (s *source) furniture(lines []string, page int) {
	for _, l := range lines {
		if key := normal(l); key != "" {
			s.elements = append(s.elements, element{role: roleFurniture, page: page, key: key})
		}
	}
}
