package project

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"thematic/corpus"
	"thematic/corpus/demo"
	"thematic/extract"
	"thematic/extract/ocr"
)

// TestPassagesOfAScanSayWhatTheyRestOn runs the main job over a scan of one page: the
// file says how sure its text is, and so does every passage found in it.
func TestPassagesOfAScanSayWhatTheyRestOn(t *testing.T) {
	program := ocr.Find()
	if program == "" || testing.Short() {
		t.Skip("Tesseract is not installed, or time is short")
	}
	scan, err := fs.ReadFile(demo.Reviews(), "Carrowdale/2014/summary scanned.pdf")
	if err != nil {
		t.Fatal(err)
	}
	scan = onePage(t, scan)
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "scan.pdf"), scan, 0o600); err != nil {
		t.Fatal(err)
	}
	options := testOptions(t, folder)
	options.Kinds = corpus.Kinds // one page is taken for no review
	options.Engines = extract.Options{Second: true, Cache: extract.UserCache()}
	if _, err := Run(context.Background(), options); err != nil {
		t.Fatal(err)
	}
	options.Engines.Tesseract = program
	outcome, err := Run(context.Background(), options)
	if err != nil {
		t.Fatal(err)
	}
	if said := "read again, since Tesseract recognises pages now: scan.pdf"; !slices.Contains(outcome.Warnings, said) {
		t.Errorf("after Tesseract was installed: got %q, want %q", outcome.Warnings, said)
	}
	r := resultsOf(t, outcome)
	if got := r.Files[0]; got.Engine != "ocr" || !regexp.MustCompile(`recognised from pictures of text, with a confidence of \d\d%`).MatchString(got.Reason) {
		t.Errorf("got engine %s, %q", got.Engine, got.Reason)
	}
	rests := regexp.MustCompile(`\(rests on recognised text, confidence [6-9]\d: `)
	if r.Passages.Len() == 0 {
		t.Error("no passage was found in it")
	}
	for p := range r.Passages.All() {
		if !rests.MatchString(p.Reason) {
			t.Errorf("%s: got the reason %q", p.Quote, p.Reason)
		}
	}
	files, err := CodeFiles(context.Background(), CodeOptions{
		Files: []string{filepath.Join(folder, "scan.pdf")}, Codebook: options.Codebook, Opinion: options.Opinion,
		Reader: options.Reader, Engines: options.Engines, Workers: 1, Limits: options.Limits,
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(files[0].Codings); got != r.Passages.Len() {
		t.Errorf("without a project: got %d passages, want %d", got, r.Passages.Len())
	}
	for _, c := range files[0].Codings {
		if c.Confidence == 0 || !rests.MatchString(c.Reason) {
			t.Errorf("without a project: %s: got the reason %q", c.Quote, c.Reason)
		}
	}
	options.Limits = options.Limits.TimesAsLong(2)
	if again := runAgain(t, options); again.Kept != 1 {
		t.Errorf("with more time than it needed: %d of its readings were kept, want 1", again.Kept)
	}
	options.Engines.Language = "eng+eng"
	if again := runAgain(t, options); again.Kept != 0 {
		t.Errorf("in another language: %d of its readings were kept, want none", again.Kept)
	}
	options.Build = "another" // which judges the readings anew
	if again := runAgain(t, options); again.Kept != 1 {
		t.Errorf("in the same language: %d of its readings were kept, want 1", again.Kept)
	}
}

// onePage is the scan of the demonstration with the last of its three pages alone, each
// of which takes seconds to recognise. No byte of it moves, so its table of objects holds.
func onePage(t *testing.T, scan []byte) []byte {
	t.Helper()
	const pages, last = "/Kids [3 0 R 5 0 R 7 0 R ]\n/Count 3", "/Kids [          7 0 R ]\n/Count 1"
	if bytes.Count(scan, []byte(pages)) != 1 {
		t.Fatal("the scan of the demonstration is laid out otherwise")
	}
	return bytes.Replace(scan, []byte(pages), []byte(last), 1)
}

// TestPassagesOfATextLayerSayWhatTheyRestOn has a page that another program recognised
// before one that was written.
func TestPassagesOfATextLayerSayWhatTheyRestOn(t *testing.T) {
	d := &corpus.Document{Text: corpus.Text{Body: "Nobody asked.\nNobody came.\n", Pages: []corpus.Page{
		{Number: 1, Span: corpus.Span{Start: 0, End: 14}, TextLayer: true}, {Number: 2, Span: corpus.Span{Start: 14, End: 27}},
	}}}
	for start, want := range map[int]string{0: "a rule" + textLayer, 14: "a rule"} {
		c := corpus.Coding{Span: corpus.Span{Start: start, End: start + 6}, Reason: "a rule"}
		if MarkRecognised(d, &c); c.Reason != want || c.Confidence != 0 {
			t.Errorf("at %d: got the reason %q, confidence %g", start, c.Reason, c.Confidence)
		}
	}
}
