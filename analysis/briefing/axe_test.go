package briefing

import (
	"bytes"
	"context"
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// axeScript names the script of axe-core (npm install axe-core; axe.min.js), in
// the environment of the test.
const axeScript = "AXE_SCRIPT"

// violation is a rule of accessibility that a page breaks.
type violation struct {
	ID, Help string
	Nodes    []struct{ HTML string }
}

// checkedByAxe runs axe-core over a page in Chromium, and skips the test where
// either is missing.
func checkedByAxe(t *testing.T, page string) []violation {
	t.Helper()
	script, err := os.ReadFile(os.Getenv(axeScript))
	if err != nil {
		t.Skip(axeScript + " names no axe.min.js")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	page = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAllLiteralString(page, "") // so that the script runs
	page = strings.Replace(page, "</body>", "<script>"+string(script)+"</script><script>axe.run().then(r => {"+
		"const p = document.createElement('pre'); p.id = 'axe'; p.textContent = JSON.stringify({violations: r.violations, passes: r.passes.length});"+
		"document.body.append(p)})</script></body>", 1)
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	dom, err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(),
		"--virtual-time-budget=20000", "--dump-dom", "file://"+file).Output()
	if err != nil {
		t.Fatal(err)
	}
	_, result, found := bytes.Cut(dom, []byte(`<pre id="axe">`))
	result, _, _ = bytes.Cut(result, []byte("</pre>"))
	var checked struct {
		Violations []violation
		Passes     int
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(string(result))), &checked); !found || err != nil || checked.Passes < 10 {
		t.Fatalf("axe has not run: %v, %d rules passed", err, checked.Passes)
	}
	t.Logf("%d rules passed", checked.Passes)
	return checked.Violations
}

func TestHTMLIsAccessible(t *testing.T) {
	f := newFiction(9, "t0", "t1", "t2")
	for i := range f.Codings {
		f.Codings[i].Quote = "The assessment of the child was begun in May and never finished by anybody at all."
	}
	for _, voiced := range []bool{false, true} {
		o, r := options(), f.result(t)
		if o.ChildVoice = voiced; voiced {
			r = r.InChildVoice()
		}
		screen := string(written(t, func(w *bytes.Buffer) error { return New(r, o).HTML(w) }))
		inPrint := strings.Replace(screen, "@media print", "@media all", 1)
		if inPrint == screen {
			t.Fatal("the page has no style for print")
		}
		for medium, page := range map[string]string{"screen": screen, "print": inPrint} {
			for _, v := range checkedByAxe(t, page) {
				t.Errorf("child's voice %t, %s: %s: %s, as in %s", voiced, medium, v.ID, v.Help, v.Nodes[0].HTML)
			}
		}
	}
}
