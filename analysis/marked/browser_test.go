package marked

import (
	"bytes"
	"context"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"thematic/analysis"
	"thematic/corpus"
)

// TestWhatALinkLeadsToIsShown has Chromium follow the links of the workbook: a passage is
// shown that is hidden as the page opens, and no other hidden one.
func TestWhatALinkLeadsToIsShown(t *testing.T) {
	family := analysis.Theme{ID: "family", Label: "Family"}
	text := textOf([]corpus.Block{{Kind: corpus.BlockParagraph}}, []string{"Nobody asked. The family moved."}, 0)
	_, page := written(t, Review{
		Case: corpus.Case{ID: "x"}, Themes: []analysis.Theme{curiosity}, Cells: make([]analysis.Cell, 1),
		Beside: &Beside{Title: "Circumstances", Themes: []analysis.Theme{family}, Cells: make([]analysis.Cell, 1)},
		Documents: []Document{{File: "a.pdf", Text: text, Passages: []analysis.Passage{
			passage("pcounted", "curiosity", corpus.LabelDeficit, corpus.Counted, 0, 13),
			passage("prejected", "curiosity", corpus.LabelDeficit, corpus.Rejected, 0, 13),
			passage("pbeside", "family", corpus.LabelNeutral, corpus.Counted, 14, 31),
		}}},
	})
	open := inChromium(t, page, "[...document.querySelectorAll('.notes li')].filter(n => getComputedStyle(n).display != 'none').map(n => n.id)")
	for _, id := range []string{"pcounted", "prejected", "pbeside"} {
		got, want := open("#"+id), slices.Compact([]string{"pcounted", id})
		if !slices.Equal(got, want) {
			t.Errorf("at %s: %q are shown, want %q", id, got, want)
		}
	}
}

// TestNumbersKeepToOneLine has Chromium lay out the page that leads to the reviews: beside long
// titles and names no year and no number is broken over two lines.
func TestNumbersKeepToOneLine(t *testing.T) {
	var b bytes.Buffer
	long := strings.Repeat("A serious case review of the services to a family ", 4)
	entries := []Entry{{Case: corpus.Case{ID: "x", Title: long, Area: "Greater Ambry and the Western Moors", Year: 2013}, Page: "x.html", Counted: 1280, Held: 35, CheckFirst: 20}}
	if err := Index(&b, "Invented reviews", "test", "coded.xlsx", entries); err != nil {
		t.Fatal(err)
	}
	open := inChromium(t, b.String(), "[...document.querySelectorAll('td')].filter(c => /^[0-9]+$/.test(c.textContent)).map(c => { const r = document.createRange(); "+
		"r.selectNodeContents(c); return c.textContent + ':' + r.getClientRects().length })")
	if got, want := open(""), []string{"2013:1", "1280:1", "35:1", "20:1"}; !slices.Equal(got, want) {
		t.Errorf("got cells with numbers of lines %q, want %q", got, want)
	}
}

// everyMeaning is a page with a passage of each meaning, which says in a sentence what it is.
func everyMeaning(t *testing.T) string {
	family := analysis.Theme{ID: "family", Label: "Family"}
	text := textOf([]corpus.Block{{Kind: corpus.BlockParagraph}}, []string{"Lacking. Sound. Held. Rejected. Beside."}, 0)
	first := passage("placking", "curiosity", corpus.LabelDeficit, corpus.Counted, 0, 8)
	first.CheckFirst = true
	_, page := written(t, Review{
		Case: corpus.Case{ID: "x"}, Themes: []analysis.Theme{curiosity}, Cells: make([]analysis.Cell, 1),
		Beside: &Beside{Title: "Circumstances", Themes: []analysis.Theme{family}, Cells: make([]analysis.Cell, 1)},
		Documents: []Document{{File: "a.pdf", Text: text, Passages: []analysis.Passage{
			first,
			passage("psound", "curiosity", corpus.LabelGoodPractice, corpus.Counted, 9, 15),
			passage("pheld", "curiosity", corpus.LabelDeficit, corpus.Held, 16, 21),
			passage("prejected", "curiosity", corpus.LabelDeficit, corpus.Rejected, 22, 31),
			passage("pbeside", "family", corpus.LabelNeutral, corpus.Counted, 32, 39),
		}}},
	})
	return strings.NewReplacer(`id="show-rejected"`, `id="show-rejected" checked`, `id="no-beside" checked`, `id="no-beside"`,
		`id="every-beside"`, `id="every-beside" checked`).Replace(page)
}

// TestMarksStandInColoursOfTheReader: where somebody has the system draw pages in a few strong
// colours, light on dark, every marked word can be read, and the lines below still tell what it means.
func TestMarksStandInColoursOfTheReader(t *testing.T) {
	open := inChromium(t, everyMeaning(t), "[...document.querySelectorAll('mark')].map(m => { const s = getComputedStyle(m); "+
		"return [m.textContent, s.color == getComputedStyle(m.parentElement).color, s.backgroundColor.endsWith(', 0)'), s.textDecorationStyle].join(':') })",
		"--force-high-contrast", "--force-dark-mode")
	var want []string
	for _, m := range [][2]string{{"Lacking.", "solid"}, {"Sound.", "double"}, {"Held.", "dashed"}, {"Rejected.", "dotted"}, {"Beside.", "wavy"}} {
		want = append(want, m[0]+":true:true:"+m[1])
	}
	if got := open(""); !slices.Equal(got, want) {
		t.Errorf("got words, whether they have the colour of the text, whether nothing lies below them, and their lines: %q, want %q", got, want)
	}
}

// TestWhatToCheckFirstIsReadInPrint: printers leave out what lies below words, so that none may be white.
func TestWhatToCheckFirstIsReadInPrint(t *testing.T) {
	page := strings.Replace(everyMeaning(t), "@media print", "@media all", 1)
	open := inChromium(t, page, "[getComputedStyle(document.querySelector('.first')).color == getComputedStyle(document.body).color]")
	if got := open(""); !slices.Equal(got, []string{"true"}) {
		t.Errorf("has it the colour of the text: %q", got)
	}
}

// TestTextIsReachedAtOnce follows, in a page of two files, the link that passes by what can be chosen.
func TestTextIsReachedAtOnce(t *testing.T) {
	doc, _ := written(t, Review{Case: corpus.Case{ID: "x"}, Documents: []Document{{File: "a.pdf"}, {File: "b.pdf"}}})
	var to []string
	for _, a := range all(doc, "a") {
		for n := range doc.Descendants() {
			if id := attribute(n, "id"); id != "" && attribute(a, "href") == "#"+id {
				to = append(to, words(a)+": "+words(n))
			}
		}
	}
	if want := []string{"To the text: a.pdf"}; !slices.Equal(to, want) {
		t.Errorf("got links within the page %q, want %q", to, want)
	}
}

// TestNarrowListNeedsNoScrollingSideways lays the page that leads to the reviews out at the width of a
// small telephone, or of a window magnified to 400% (WCAG 2.2, 1.4.10).
func TestNarrowListNeedsNoScrollingSideways(t *testing.T) {
	var b bytes.Buffer
	entries := []Entry{{Case: corpus.Case{ID: "x", Title: "A serious case review", Area: "Ambry", Year: 2013}, Page: "x.html", Counted: 128, Held: 35, CheckFirst: 20}}
	if err := Index(&b, "Invented reviews", "test", "coded.xlsx", entries); err != nil {
		t.Fatal(err)
	}
	framed := `<!DOCTYPE html><body><iframe width="320" height="600" style="border: 0" srcdoc="` + html.EscapeString(b.String()) + `"></iframe></body>`
	open := inChromium(t, framed, "[document.querySelector('iframe').contentDocument.documentElement.scrollWidth]")
	if got := open(""); !slices.Equal(got, []string{"320"}) {
		t.Errorf("the page is %q wide, want 320", got)
	}
}

// TestPagesStayLight: a browser that darkens every page leaves these, whose marks were chosen on white.
func TestPagesStayLight(t *testing.T) {
	open := inChromium(t, everyMeaning(t), "[getComputedStyle(document.documentElement).colorScheme.replace(' ', '-')]", "--force-dark-mode")
	if got := open(""); !slices.Equal(got, []string{"light-only"}) && !slices.Equal(got, []string{"only-light"}) {
		t.Errorf("the page has the scheme %q", got)
	}
}

// inChromium returns a function that opens a page at a fragment, such as "#id", in a Chromium with
// the flags given, and tells what an expression of JavaScript, a list of words, is there. It skips
// the test without Chromium.
func inChromium(t *testing.T, page, expression string, flags ...string) func(fragment string) []string {
	t.Helper()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	page = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAllLiteralString(page, "") // so that the script runs
	page = strings.Replace(page, "</body>", "<pre></pre><script>addEventListener('load', () => document.querySelector('pre').textContent = "+
		expression+".join(' '))</script></body>", 1)
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	return func(fragment string) []string {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
		defer cancel()
		arguments := append(slices.Clone(flags), "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(),
			"--virtual-time-budget=5000", "--dump-dom", "file://"+file+fragment)
		dom, err := exec.CommandContext(ctx, chromium, arguments...).Output()
		if err != nil {
			t.Skipf("chromium does not run: %v", err)
		}
		_, shown, _ := bytes.Cut(dom, []byte("<pre>"))
		shown, _, _ = bytes.Cut(shown, []byte("</pre>"))
		return strings.Fields(string(shown))
	}
}
