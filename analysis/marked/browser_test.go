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
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
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
	page = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAllLiteralString(page, "") // so that the script runs
	page = strings.Replace(page, "</body>", "<pre></pre><script>addEventListener('load', () => document.querySelector('pre').textContent = "+
		"[...document.querySelectorAll('.notes li')].filter(n => getComputedStyle(n).display != 'none').map(n => n.id).join(' '))</script></body>", 1)
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"pcounted", "prejected", "pbeside"} {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
		defer cancel()
		dom, err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(),
			"--virtual-time-budget=5000", "--dump-dom", "file://"+file+"#"+id).Output()
		if err != nil {
			t.Skipf("chromium does not run: %v", err)
		}
		_, shown, _ := bytes.Cut(dom, []byte("<pre>"))
		shown, _, _ = bytes.Cut(shown, []byte("</pre>"))
		got, want := strings.Fields(string(shown)), slices.Compact([]string{"pcounted", id})
		if !slices.Equal(got, want) {
			t.Errorf("at %s: %q are shown, want %q", id, got, want)
		}
	}
}
