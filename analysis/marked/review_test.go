package marked

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thematic/analysis"
	"thematic/corpus"
)

var curiosity = analysis.Theme{ID: "curiosity", Label: "Lack of professional curiosity", Short: "Curiosity"}

func passage(id, theme string, label corpus.Label, status corpus.CodingStatus, start, end int) analysis.Passage {
	return analysis.Passage{ThemeLabel: "Label of " + theme, Coding: &corpus.Coding{
		PassageID: id, Theme: theme, Label: label, Status: status, Reason: "reason of " + id, Span: corpus.Span{Start: start, End: end},
	}}
}

// textOf makes a text of blocks, its pages beginning at the offsets given.
func textOf(blocks []corpus.Block, words []string, pages ...int) *corpus.Text {
	t := &corpus.Text{}
	for i, w := range words {
		blocks[i].Span = corpus.Span{Start: len(t.Body), End: len(t.Body) + len(w)}
		blocks[i].Box = corpus.Box{Right: 1, Bottom: 1}
		t.Body += w + "\n"
	}
	t.Blocks = blocks
	ends := append(slices.Clone(pages[1:]), len(t.Body))
	for i, start := range pages {
		t.Pages = append(t.Pages, corpus.Page{Number: i + 1, Span: corpus.Span{Start: start, End: ends[i]}})
	}
	return t
}

// written is the page of a review, parsed.
func written(t *testing.T, r Review) (*html.Node, string) {
	t.Helper()
	var b bytes.Buffer
	if err := r.HTML(&b); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return doc, b.String()
}

// all returns the elements of a name, in order.
func all(n *html.Node, name string) (found []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			found = append(found, d)
		}
	}
	return found
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// words is the text of a node without what stands in elements of the classes or
// names left out.
func words(n *html.Node, without ...string) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if slices.Contains(without, n.Data) || slices.Contains(without, attribute(n, "class")) {
		return ""
	}
	text := ""
	for c := range n.ChildNodes() {
		text += words(c, without...)
	}
	return text
}

func TestPassagesAreMarkedWhereTheyStand(t *testing.T) {
	text := textOf([]corpus.Block{
		{Kind: corpus.BlockHeading, Level: 1, Number: "1"}, {Kind: corpus.BlockParagraph, Number: "1.1"}, {Kind: corpus.BlockTableRow},
	}, []string{"Findings", "Nobody asked. Nobody wrote it down. All was well.", "March\tA visit"}, 0, 30)
	r := Review{
		Case: corpus.Case{ID: "robin", Title: "Child Robin", Area: "Ambry", Year: 2014}, Made: "Made with a test",
		Themes: []analysis.Theme{curiosity, {ID: "records", Label: "Records"}, {ID: "never", Label: "Never found"}},
		Cells:  []analysis.Cell{{Counted: 1}, {Held: 1, GoodPractice: 1}, {}},
		Documents: []Document{
			{File: "robin.pdf", Text: text, Passages: []analysis.Passage{
				passage("p3", "records", corpus.LabelGoodPractice, corpus.Counted, 45, 58),
				passage("p2", "records", corpus.LabelDeficit, corpus.Held, 23, 44),
				passage("p1", "curiosity", corpus.LabelDeficit, corpus.Counted, 9, 22),
				passage("p4", "records", corpus.LabelNeutral, corpus.Rejected, 9, 22),
			}},
			{File: "scan.pdf", Missing: "No text of this file was coded (needs_ocr)."},
		},
	}
	r.Documents[0].Passages[2].CheckFirst = true
	doc, source := written(t, r)
	var marks []string
	for _, m := range all(doc, "mark") {
		marks = append(marks, attribute(m, "class")+": "+words(m))
	}
	// What is rejected lies under what counts; the second passage goes on over the page.
	want := []string{
		"rejected t1: Nobody asked.", "lacking t0: Nobody asked.", "held t1: Nobody ", "held t1: wrote it down.", "sound praise t1: All was well.",
	}
	if !slices.Equal(marks, want) {
		t.Errorf("marked are\n%q\nwant\n%q", marks, want)
	}
	var notes []string
	for _, n := range all(doc, "li") {
		notes = append(notes, attribute(n, "id")+" "+words(n))
	}
	want = []string{
		"p1 1 Label of curiosity counted check firstreason of p1 p1", "p4 2 Label of records rejectedreason of p4 p4",
		"p2 3 Label of records heldreason of p2 p2", "p3 4 Label of records counted, good practicereason of p3 p3",
	}
	if !slices.Equal(notes, want) {
		t.Errorf("noted are\n%q\nwant\n%q", notes, want)
	}
	for _, want := range []string{
		"default-src 'none'", "<p>No text of this file was coded (needs_ocr).</p>", "Curiosity (1)", "Records (0 + 1 held)",
		`<p class="page">page 1</p>`, `<span class="page">page 2</span>`, "March | A visit", "Ambry · 2014", `href="#p2"`,
	} {
		if !strings.Contains(source, want) {
			t.Errorf("the page does not hold %q", want)
		}
	}
	if strings.Contains(source, "Never found") {
		t.Error("a theme that no passage has can be chosen")
	}
}

// TestCircumstancesAreNoPractice: what stands beside the themes is marked and noted apart,
// also where a person has made a finding of it, and lies under what is practice.
func TestCircumstancesAreNoPractice(t *testing.T) {
	text := textOf([]corpus.Block{{Kind: corpus.BlockParagraph}}, []string{"His father drank. Nobody asked. All was well."}, 0)
	r := Review{
		Case: corpus.Case{ID: "robin"}, Themes: []analysis.Theme{curiosity}, Cells: []analysis.Cell{{Counted: 1}},
		Beside: &Beside{
			Title: "Circumstances", Themes: []analysis.Theme{{ID: "alcohol", Label: "Alcohol"}, {ID: "money", Label: "Money"}}, Cells: []analysis.Cell{{Counted: 1, Held: 1}, {}},
		},
		Documents: []Document{{File: "robin.pdf", Text: text, Passages: []analysis.Passage{
			passage("p1", "curiosity", corpus.LabelDeficit, corpus.Counted, 0, 31),
			passage("f1", "alcohol", corpus.LabelFactor, corpus.Counted, 0, 17),
			passage("f2", "alcohol", corpus.LabelFactor, corpus.Held, 18, 31),
			passage("f3", "money", corpus.LabelDeficit, corpus.Counted, 32, 45), // as decided by a person
			passage("p2", "curiosity", corpus.LabelGoodPractice, corpus.Held, 32, 45),
		}}},
	}
	r.Documents[0].Passages[1].CheckFirst = true
	doc, source := written(t, r)
	var marks []string
	for _, m := range all(doc, "mark") {
		marks = append(marks, attribute(m, "class")+": "+words(m))
	}
	want := []string{
		"stated beside b0: His father drank.", "lacking t0: His father drank.", "lacking t0:  ",
		"held beside b0: Nobody asked.", "lacking t0: Nobody asked.", "stated beside b1: All was well.", "held praise t0: All was well.",
	}
	if !slices.Equal(marks, want) {
		t.Errorf("marked are\n%q\nwant\n%q", marks, want)
	}
	for _, want := range []string{
		"<legend>Circumstances: from a second codebook, never counted as practice", `id="no-beside" checked`, "Alcohol (1 + 1 held)",
		"counted, a circumstance", "held, good practice",
	} {
		if !strings.Contains(source, want) {
			t.Errorf("the page does not hold %q", want)
		}
	}
	for _, not := range []string{"check first", "Money ("} {
		if strings.Contains(source, not) {
			t.Errorf("the page holds %q", not)
		}
	}
	r.Beside = nil
	if _, source := written(t, r); strings.Contains(source, "second codebook") {
		t.Error("circumstances can be chosen where there are none")
	}
}

// TestEveryWordAndPassageStands holds of texts and passages of any shape that
// nothing is lost: passages that overlap, hold one another, go over blocks and pages.
func TestEveryWordAndPassageStands(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 0))
	kinds := []corpus.BlockKind{corpus.BlockHeading, corpus.BlockParagraph, corpus.BlockBullet, corpus.BlockTableRow, corpus.BlockContents, corpus.BlockFootnote}
	for range 300 {
		var blocks []corpus.Block
		var lines []string
		for range 1 + r.IntN(6) {
			blocks = append(blocks, corpus.Block{Kind: kinds[r.IntN(len(kinds))], Level: 1 + r.IntN(3)})
			lines = append(lines, strings.Repeat("a <b>&\" ", 1+r.IntN(5))+"z")
		}
		size := len(strings.Join(lines, "\n"))
		text := textOf(blocks, lines, 0, r.IntN(size), size)
		slices.SortFunc(text.Pages, func(a, b corpus.Page) int { return a.Span.Start - b.Span.Start })
		d := Document{File: "a.pdf", Text: text}
		for i := range r.IntN(12) {
			block := blocks[r.IntN(len(blocks))].Span
			start := block.Start + r.IntN(block.Len())
			d.Passages = append(d.Passages, passage(fmt.Sprint("p", i), curiosity.ID, corpus.LabelDeficit, corpus.CodingStatuses[r.IntN(3)], start, min(start+1+r.IntN(60), size)))
		}
		doc, _ := written(t, Review{Case: corpus.Case{ID: "x"}, Themes: []analysis.Theme{curiosity}, Documents: []Document{d}})
		var got []string
		for _, div := range all(doc, "div") {
			if attribute(div, "class") == "block" {
				got = append(got, strings.Trim(words(div, "notes", "sup", "page"), "\n"))
			}
		}
		if !slices.Equal(got, lines) {
			t.Fatalf("of %q stand\n%q", lines, got)
		}
		noted := make(map[string]bool)
		for _, li := range all(doc, "li") {
			noted[attribute(li, "id")] = true
		}
		for _, sup := range all(doc, "sup") {
			if !noted[strings.TrimPrefix(attribute(all(sup, "a")[0], "href"), "#")] {
				t.Fatalf("%s refers to no note", words(sup))
			}
		}
		if len(noted) != len(d.Passages) {
			t.Fatalf("%d of %d passages are noted", len(noted), len(d.Passages))
		}
	}
}

func TestWhatAReportSaysIsEscaped(t *testing.T) {
	evil := `</style></title><script>alert(1)</script><img src=x onerror=alert(1)>`
	p := passage("p1", "curiosity", corpus.LabelDeficit, corpus.Counted, 0, 5)
	p.ThemeLabel, p.Reason = evil, evil
	r := Review{
		Case: corpus.Case{ID: "x", Title: evil, Area: evil}, Made: evil, Themes: []analysis.Theme{{ID: "curiosity", Label: evil}}, Cells: []analysis.Cell{{Counted: 1}},
		Documents: []Document{{File: evil, Text: textOf([]corpus.Block{{Kind: corpus.BlockParagraph, Number: evil}}, []string{evil}, 0), Passages: []analysis.Passage{p}}, {File: "b", Missing: evil}},
	}
	doc, source := written(t, r)
	var b bytes.Buffer
	if err := Index(&b, evil, evil, evil, []Entry{{Case: r.Case, Page: "reviews/x.html"}}); err != nil {
		t.Fatal(err)
	}
	index, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range []*html.Node{doc, index} {
		if len(all(page, "script"))+len(all(page, "img")) > 0 {
			t.Errorf("what a report says has become an element:\n%s", source)
		}
		if got := words(all(page, "h1")[0]); page == doc && got != evil {
			t.Errorf("the title reads %q", got)
		}
	}
}

func TestEntryCountsWhatCounts(t *testing.T) {
	var r Review
	for i, p := range []analysis.Passage{
		passage("a", "t", corpus.LabelDeficit, corpus.Counted, 0, 1), passage("b", "u", corpus.LabelDeficit, corpus.Held, 0, 1),
		passage("c", "t", corpus.LabelGoodPractice, corpus.Counted, 0, 1), passage("d", "t", corpus.LabelDeficit, corpus.Rejected, 0, 1),
		passage("e", "u", corpus.LabelDeficit, corpus.Counted, 0, 1),
	} {
		p.CheckFirst = i == 1
		r.Documents = append(r.Documents, Document{Passages: []analysis.Passage{p}})
	}
	r.Themes = []analysis.Theme{{ID: "t"}, {ID: "u"}}
	r.Cells = []analysis.Cell{{Counted: 1, GoodPractice: 1}, {Counted: 1, Held: 1}}
	circumstance := passage("f", "b", corpus.LabelFactor, corpus.Counted, 0, 1)
	circumstance.CheckFirst = true // of its own matrix, and no practice
	r.Documents = append(r.Documents, Document{Passages: []analysis.Passage{circumstance}})
	r.Case.ID = "a"
	e := r.Entry()
	if e.Counted != 2 || e.Held != 1 || e.CheckFirst != 1 || e.Page != "reviews/a.html" {
		t.Errorf("got %+v", e)
	}
}

func TestIndexIsByAreaAndYear(t *testing.T) {
	var entries []Entry
	for _, c := range []corpus.Case{
		{ID: "a", Title: "No area", Year: 2009}, {ID: "b", Title: "No year", Area: "Fenn"}, {ID: "c", Title: "Later", Area: "Fenn", Year: 2012},
		{ID: "d", Title: "Other area", Area: "Ambry", Year: 2019}, {ID: "e", Title: "Earlier", Area: "Fenn", Year: 2010}, {ID: "f", Title: "As late", Area: "Fenn", Year: 2012},
	} {
		entries = append(entries, Entry{Case: c, Page: Page(c.ID)})
	}
	var b bytes.Buffer
	if err := Index(&b, "", "", "", entries); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, link := range all(doc, "a") {
		got = append(got, words(link))
	}
	if want := []string{"Other area", "Earlier", "As late", "Later", "No year", "No area"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
