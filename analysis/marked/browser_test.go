package marked

import (
	"bytes"
	"context"
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

// inChromium returns a function that opens a page at a fragment, such as "#id", and tells what an
// expression of JavaScript, a list of words, is there. It skips the test without Chromium.
func inChromium(t *testing.T, page, expression string) func(fragment string) []string {
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
		dom, err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(),
			"--virtual-time-budget=5000", "--dump-dom", "file://"+file+fragment).Output()
		if err != nil {
			t.Skipf("chromium does not run: %v", err)
		}
		_, shown, _ := bytes.Cut(dom, []byte("<pre>"))
		shown, _, _ = bytes.Cut(shown, []byte("</pre>"))
		return strings.Fields(string(shown))
	}
}
