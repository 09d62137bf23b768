package web

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"thematic/corpus"
	"thematic/extract/plain"
)

// Read reads an HTML file in the encoding that it declares, or that its bytes
// show.
func Read(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error) {
	if size > limits.StreamBytes {
		return corpus.Text{}, &corpus.InputError{Reason: fmt.Sprintf("it is a web page of more than %d MB: save it as PDF", limits.StreamBytes>>20)}
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), data); err != nil {
		return corpus.Text{}, fmt.Errorf("reading the page: %w", err)
	}
	document, err := html.Parse(strings.NewReader(decode(data)))
	if err != nil {
		return corpus.Text{}, &corpus.InputError{Reason: "its elements are nested too deeply: open it in a browser and print it to PDF"}
	}
	shortenLinks(document)
	placeTabs(document)
	b := corpus.NewBuilder(limits)
	b.BeginPage(corpus.Page{Engine: "html"})
	readProperties(document, b)
	root, dropped, hidden := mainContent(document)
	if n := wordsAround(document, root, dropped, hidden); n > maxSign {
		b.Warn(fmt.Sprintf("words of menus, forms and the like around the text were left out: %d", n))
	}
	w := walker{builder: b, dropped: dropped, lines: lineThrough.styling(document), weights: bold.styling(document), block: corpus.Block{Kind: corpus.BlockParagraph}}
	if n := w.removeHidden(document, root, hidden); n > 0 {
		b.Warn(corpus.HiddenWords(n))
	}
	if struck := w.remove(root, w.isStruck); struck > 0 {
		b.Warn(corpus.StruckWords(struck))
	}
	if n := w.dropMarks(root); n > 0 {
		b.Warn(corpus.Comments(n))
	}
	pictures := w.largePictures(root)
	if pictures > 0 {
		b.Warn(corpus.LargePictures(pictures))
	}
	w.children(root)
	w.flush()
	b.Page().Furniture = furniture(document, dropped)
	text := b.Finish()
	if pictures > 0 && text.Body == "" && len(text.Pages) > 0 {
		text.Pages[0].State, text.Pages[0].Reason = corpus.PageFailed, "it holds pictures and no text: print it to PDF, which can be recognised"
	}
	return text, nil
}

var savedFrom = regexp.MustCompile(`^ ?saved from url=\(\d+\)(\S+)`)

// shortenLinks makes links that a browser wrote in full when it saved the page
// links within the page again. The page's own addresses are those that it names
// as such: its base, its canonical one, and where it was saved from.
func shortenLinks(document *html.Node) {
	own := map[string]bool{}
	for n := range document.Descendants() {
		switch {
		case n.Type == html.CommentNode:
			if m := savedFrom.FindStringSubmatch(n.Data); m != nil {
				own[withoutFragment(m[1])] = true
			}
		case n.DataAtom == atom.Base, n.DataAtom == atom.Link && attribute(n, "rel") == "canonical":
			own[withoutFragment(attribute(n, "href"))] = true
		}
	}
	for n := range document.Descendants() {
		if n.DataAtom != atom.A {
			continue
		}
		for i, a := range n.Attr {
			page, place, ok := strings.Cut(a.Val, "#")
			if a.Key == "href" && ok && own[page] {
				n.Attr[i].Val = "#" + place
			}
		}
	}
}

func withoutFragment(address string) string {
	page, _, _ := strings.Cut(address, "#")
	return page
}

// decode returns data as UTF-8 by the rules of the HTML standard, and knows
// UTF-16 without a byte order mark besides.
func decode(data []byte) string {
	if e, ok := plain.Detect(data); ok && (e == plain.UTF16LE || e == plain.UTF16BE) {
		return plain.Decode(data, e)
	}
	encoding, _, _ := charset.DetermineEncoding(data[:min(len(data), 4096)], "")
	decoded, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		decoded = data
	}
	return string(bytes.ToValidUTF8(decoded, []byte("\ufffd")))
}

// metaNames are the names of meta elements that are kept, and as what.
var metaNames = map[string]string{
	"author": "author", "dc.creator": "author", "dcterms.creator": "author",
	"description": "description", "generator": "producer",
	"date": "created", "dc.date": "created", "dcterms.issued": "created", "article:published_time": "created",
	"dcterms.modified": "modified", "article:modified_time": "modified",
	"og:site_name": "site", "dc.publisher": "publisher",
}

// readProperties keeps the title of the page and what its meta elements say.
func readProperties(document *html.Node, b *corpus.Builder) {
	for n := range document.Descendants() {
		switch {
		case n.DataAtom == atom.Title && n.Parent != nil && n.Parent.DataAtom == atom.Head:
			b.SetProperty("title", textOf(n))
		case n.DataAtom == atom.Meta:
			name := strings.ToLower(attribute(n, "name") + attribute(n, "property"))
			b.SetProperty(metaNames[name], attribute(n, "content"))
		}
	}
}

// attribute returns the value of an attribute, "" where there is none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf returns all text in n, its words parted by single spaces.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !isCode(d.Parent) {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// isCode reports whether the text in n is for the browser and not for people.
func isCode(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript:
		return true
	}
	return false
}
