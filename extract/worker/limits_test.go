package worker

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"thematic/corpus"
	"thematic/extract"
	"thematic/extract/ocr"
)

// limitTest meets one limit.
type limitTest struct {
	set  func(*corpus.Limits)
	read func(t *testing.T, limits corpus.Limits) extract.Result
	want string // in the reason
}

// content reads a file in this process.
func content(name string, data string) func(*testing.T, corpus.Limits) extract.Result {
	return func(_ *testing.T, limits corpus.Limits) extract.Result {
		return extract.Read(strings.NewReader(data), int64(len(data)), name, limits)
	}
}

// inPool reads a file in a pool of children that do what it says.
func inPool(t *testing.T, limits corpus.Limits, options extract.Options, name, data string) extract.Result {
	p := New(Options{Command: []string{os.Args[0], "misbehave"}, Limits: limits, Engines: options})
	if strings.HasSuffix(name, ".doc") {
		p.options.Command[1] = "serve"
	}
	t.Cleanup(p.Close)
	return readString(t, p, name, data)
}

// picture reads a review of the demonstration that is a scan.
func picture(t *testing.T, limits corpus.Limits) extract.Result {
	program := ocr.Find()
	if program == "" || testing.Short() {
		t.Skip("Tesseract is not installed, or time is short")
	}
	data, err := os.ReadFile("../../corpus/demo/reviews/Carrowdale/2014/summary scanned.pdf")
	if err != nil {
		t.Fatal(err)
	}
	options := extract.Options{Second: true, Cache: extract.UserCache(), Tesseract: program}
	if err := options.Prepare(t.Context()); err != nil {
		t.Log(err)
		options.Cache = "" // PDFium is compiled for this file alone
	}
	reader := extract.Reader{Options: options}
	defer reader.Close()
	return reader.Read(bytes.NewReader(data), int64(len(data)), "scan.pdf", limits)
}

// slowOffice has an old Word file converted by a program that does not end.
func slowOffice(t *testing.T, limits corpus.Limits) extract.Result {
	if _, err := exec.LookPath("sleep"); err != nil {
		t.Skip("there is no sleep")
	}
	path := filepath.Join(t.TempDir(), "slow")
	if err := os.WriteFile(path, []byte("#!/bin/sh\nsleep 1000\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return inPool(t, limits, extract.Options{Office: path}, "a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 600))
}

func limitTests(t *testing.T) map[string]limitTest {
	word := string(bomb(t, 2, 2<<20))
	operators := "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n" +
		"3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << >> >>\nendobj\n" +
		fmt.Sprintf("4 0 obj\n<< /Length 4000 >>\nstream\n%s\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%%%EOF\n", strings.Repeat("q Q ", 1000))
	return map[string]limitTest{
		"FileBytes":     {func(l *corpus.Limits) { l.FileBytes = 1 << 20 }, content("a.txt", strings.Repeat("a ", 1<<20)), "it is larger than 1 MB"},
		"Pages":         {func(l *corpus.Limits) { l.Pages = 2 }, content("a.txt", "One.\fTwo.\fThree."), "only the first 2 pages were read"},
		"StreamBytes":   {func(l *corpus.Limits) { l.StreamBytes = 1 << 20 }, content("a.docx", word), "inflates to more than 1024 KB"},
		"TotalBytes":    {func(l *corpus.Limits) { l.TotalBytes = 1 << 20 }, content("a.docx", word), "inflates to more than 1024 KB"},
		"TextBytes":     {func(l *corpus.Limits) { l.TextBytes = 1 << 20 }, content("a.rtf", `{\rtf1 `+strings.Repeat("ab ", 1<<20)+"}"), "it holds more than 1 MB of text"},
		"Entries":       {func(l *corpus.Limits) { l.Entries = 1 }, content("a.docx", word), "it holds more than 1 parts"},
		"Depth":         {func(l *corpus.Limits) { l.Depth = 5 }, content("a.rtf", `{\rtf1 `+strings.Repeat("{", 10)), "nested too deeply"},
		"OperatorsPage": {func(l *corpus.Limits) { l.OperatorsPage = 100 }, content("a.pdf", operators), "page 1 could not be read in full: the page draws more than is read"},
		"Time": {func(l *corpus.Limits) { l.Time = time.Second }, func(t *testing.T, l corpus.Limits) extract.Result {
			return inPool(t, l, extract.Options{}, "a.pdf", "loop")
		}, "reading it took more than 1 s"},
		"Memory": {func(*corpus.Limits) {}, func(t *testing.T, l corpus.Limits) extract.Result {
			return inPool(t, l, extract.Options{}, "a.pdf", "eat")
		}, "reading it ran out of memory"},
		"PagesOCR":   {func(l *corpus.Limits) { l.PagesOCR = 1 }, picture, "only the first 1 pages that are pictures are recognised"},
		"TimeOCR":    {func(l *corpus.Limits) { l.TimeOCR = time.Millisecond }, picture, "recognising it took more than"},
		"TimeOffice": {func(l *corpus.Limits) { l.TimeOffice = time.Second }, slowOffice, "converting it with LibreOffice took more than 1 s"},
	}
}

// TestEveryLimitIsMet has a file for every limit of the table: it ends with the
// limit in its reason.
func TestEveryLimitIsMet(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	tests := limitTests(t)
	for field := range reflect.TypeFor[corpus.Limits]().Fields() {
		tt, ok := tests[field.Name]
		if !ok {
			t.Errorf("no test meets %s", field.Name)
			continue
		}
		t.Run(field.Name, func(t *testing.T) {
			limits := corpus.DefaultLimits()
			tt.set(&limits)
			got := tt.read(t, limits)
			if got.Status == corpus.StatusOK || !strings.Contains(got.Reason, tt.want) {
				t.Errorf("got %s, %q, want %q", got.Status, got.Reason, tt.want)
			}
			if want := strings.HasPrefix(field.Name, "Time"); got.Late != want {
				t.Errorf("its time ran out: got %v, want %v", got.Late, want)
			}
		})
	}
}

// TestNoRoomForPDFium reads a file with a damaged page, again and again, with
// less memory than PDFium takes: none waits for what an earlier one did not get.
func TestNoRoomForPDFium(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("takes long, and has no limit of memory with the race detector")
	}
	const show = "BT /F 12 Tf 72 700 Td (No plan was made.) Tj ET"
	half := "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>\nendobj\n" +
		"3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n" +
		"4 0 obj\n<< /Type /Page /Parent 2 0 R /Contents [5 0 R 9 0 R] >>\nendobj\n" +
		fmt.Sprintf("5 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%%%EOF\n", len(show), show)
	limits := childLimits()
	limits.TimeOCR = limits.Time
	p := New(Options{Command: []string{os.Args[0], "serve"}, Limits: limits, Engines: extract.Options{Second: true, Cache: t.TempDir()}})
	t.Cleanup(p.Close)
	for range 3 {
		got := readString(t, p, "a.pdf", half)
		if got.Status != corpus.StatusPartial || len(got.Text.Warnings) != 1 || !strings.Contains(got.Text.Warnings[0], "missing final startxref") {
			t.Errorf("got %s, %q, warnings %q, want partial and a warning of its table alone", got.Status, got.Reason, got.Text.Warnings)
		}
	}
}
