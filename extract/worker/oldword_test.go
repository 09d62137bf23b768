package worker

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/extract"
	"thematic/extract/libreoffice"
)

// TestPoolReadsOldWordFiles has LibreOffice save a review as an old Word file:
// its text is that of the review, and the same each time it is read.
func TestPoolReadsOldWordFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	office := libreoffice.Find()
	if office == "" {
		t.Skip("LibreOffice is not installed")
	}
	reviews, err := filepath.Glob("../../corpus/demo/reviews/*/*.docx")
	if err != nil || len(reviews) == 0 {
		t.Fatalf("there is no Word document among the reviews: %v", err)
	}
	dir := t.TempDir()
	out, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless",
		"--convert-to", "doc:MS Word 97", "--outdir", dir, reviews[0]).CombinedOutput()
	old := filepath.Join(dir, strings.TrimSuffix(filepath.Base(reviews[0]), "docx")+"doc")
	if _, missing := os.Stat(old); missing != nil {
		t.Skipf("LibreOffice did not write an old Word file: %v\n%s", err, out)
	}
	limits := childLimits().TimesAsLong(10) // a busy machine converts slowly
	p := New(Options{Command: []string{os.Args[0], "serve"}, Limits: limits, Engines: extract.Options{Office: office}})
	t.Cleanup(p.Close)
	want := readFile(t, p, reviews[0])
	first, second := readFile(t, p, old), readFile(t, p, old)
	if first.Status != corpus.StatusOK || first.Format != extract.OldWord || first.Engine != "libreoffice+docx" || first.Text.Body != want.Text.Body {
		t.Errorf("got %s, %s, %s, %q: %d bytes of text, want %d", first.Status, first.Format, first.Engine, first.Reason, len(first.Text.Body), len(want.Text.Body))
	}
	if !reflect.DeepEqual(first, second) {
		t.Errorf("read twice, the file gives two results: %s, %q, %d bytes, and %s, %q, %d bytes",
			first.Status, first.Reason, len(first.Text.Body), second.Status, second.Reason, len(second.Text.Body))
	}
}

func TestPoolSaysWhyAnOldWordFileIsNotRead(t *testing.T) {
	content := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	p := New(Options{Command: []string{os.Args[0], "serve"}, Limits: childLimits(), Engines: extract.Options{Office: filepath.Join(t.TempDir(), "missing")}})
	t.Cleanup(p.Close)
	got, err := p.Read(t.Context(), "a.doc", bytes.NewReader([]byte(content)), int64(len(content)))
	if err != nil || got.Status != corpus.StatusFailed || !strings.HasPrefix(got.Reason, "LibreOffice could not convert it") || got.Text.Body != "" {
		t.Errorf("got %s, %q, %v", got.Status, got.Reason, err)
	}
}
