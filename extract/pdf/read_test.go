package pdf

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thematic/corpus"
)

func TestReadSaysWhyNot(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, "Text"), "", "")
	good := b.bytes()
	tests := []struct {
		name, data, want string
	}{
		{"empty", "", `not a PDF: it begins with ""`},
		{"text", "Serious case review", `not a PDF: it begins with "Serious case"`},
		{"hardly begun", "%PDF-1.4\nhello", "(it is too short to be a PDF)"},
		{"no pages", strings.Replace(string(good), "/Kids", "/Kid_", 1), "its table of objects leads to no page"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Engines{}.Read(strings.NewReader(test.data), int64(len(test.data)), corpus.DefaultLimits())
			var in *corpus.InputError
			if !errors.As(err, &in) || !strings.Contains(in.Reason, test.want) {
				t.Errorf("got %v, want an InputError with %q", err, test.want)
			}
		})
	}
}

// TestStopped: what the Go runtime calls a fault is not said, what a parser says
// of the file is.
func TestStopped(t *testing.T) {
	panicked := func(do func()) (err error) {
		defer func() { err = stopped(recover()) }()
		do()
		return nil
	}
	var none []int
	if got, want := panicked(func() { none[len(none)]++ }).Error(), "its parts do not fit together"; got != want {
		t.Errorf("a fault of the runtime: got %q, want %q", got, want)
	}
	if got, want := panicked(func() { panic("no object 7") }).Error(), "no object 7"; got != want {
		t.Errorf("the word of a parser: got %q, want %q", got, want)
	}
}

func TestLimits(t *testing.T) {
	b := newBuilder()
	for i := 0; i < 4; i++ {
		b.page(at("F1", 11, 72, 700, "A line of text on this page."), "", "")
	}
	data := b.bytes()
	tests := []struct {
		name    string
		set     func(l *corpus.Limits)
		inError string
		inText  string
	}{
		{"file", func(l *corpus.Limits) { l.FileBytes = 10 }, "more than the 10 that are read", ""},
		{"pages", func(l *corpus.Limits) { l.Pages = 2 }, "", "only the first 2 pages were read"},
		{"stream", func(l *corpus.Limits) { l.StreamBytes = 10 }, "", "a stream is longer than is read"},
		{"total", func(l *corpus.Limits) { l.TotalBytes = 70 }, "", "unpacks to more than is read"},
		{"operators", func(l *corpus.Limits) { l.OperatorsPage = 2 }, "", "the page draws more than is read"},
		{"text", func(l *corpus.Limits) { l.TextBytes = 30 }, "", "bytes of text were kept"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			limits := corpus.DefaultLimits()
			test.set(&limits)
			text, err := Engines{}.Read(bytes.NewReader(data), int64(len(data)), limits)
			if test.inError != "" {
				if err == nil || !strings.Contains(err.Error(), test.inError) {
					t.Errorf("got error %v, want %q", err, test.inError)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			check(t, text)
			said := strings.Join(text.Warnings, "\n")
			for _, p := range text.Pages {
				said += "\n" + p.Reason
			}
			if !strings.Contains(said, test.inText) {
				t.Errorf("got %q, want %q in it", said, test.inText)
			}
		})
	}
}

func TestPageStates(t *testing.T) {
	b := newBuilder()
	image := b.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x")
	odd := b.add("<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 >>] >>")
	b.fonts += strings.Replace(" /F9 N 0 R", "N", itoa(odd), 1)
	b.page(at("F1", 11, 72, 700, "Text"), "", "")
	b.page("0 0 m 100 100 l S", "", "")
	b.page("q 595 0 0 842 0 0 cm /Im Do Q", "", "/XObject << /Im "+itoa(image)+" 0 R >>")
	b.page("BT /F9 11 Tf 72 700 Td <00010002> Tj ET", "", "")
	b.page("", "/Contents 9999 0 R", "")
	text := mustRead(t, b.bytes())
	want := []corpus.PageState{corpus.PageRead, corpus.PageBlank, corpus.PageNeedsOCR, corpus.PageFailed, corpus.PageBlank}
	for i, p := range text.Pages {
		if p.State != want[i] {
			t.Errorf("page %d is %s (%s), want %s", i+1, p.State, p.Reason, want[i])
		}
	}
	if got := text.Pages[3].Reason; !strings.Contains(got, "do not say which characters") {
		t.Errorf("got the reason %q", got)
	}
}

func TestDamagedPageStaysAlone(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, "The first page."), "", "")
	broken := b.stream("/Filter /FlateDecode", "this is not compressed")
	b.page("", "/Contents "+itoa(broken)+" 0 R", "")
	b.page(at("F1", 11, 72, 700, "The third page."), "", "")
	text := mustRead(t, b.bytes())
	if text.Pages[1].State != corpus.PageFailed {
		t.Errorf("page 2 is %s", text.Pages[1].State)
	}
	wantOutline(t, text, "paragraph |The first page.", "paragraph |The third page.")
}

func TestPageLabels(t *testing.T) {
	b := newBuilder()
	b.catalog = "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 1 >> 3 << /S /A /P (App-) >>] >>"
	for i := 0; i < 4; i++ {
		b.page(at("F1", 11, 72, 700, "Text"), "", "")
	}
	text := mustRead(t, b.bytes())
	want := []string{"i", "ii", "1", "App-A"}
	for i, p := range text.Pages {
		if p.Label != want[i] {
			t.Errorf("page %d is labelled %q, want %q", i+1, p.Label, want[i])
		}
	}
}

func TestPageTreeThatHoldsItself(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, "Text"), "", "")
	loop := b.add("<< /Type /Pages /Kids [5 0 R 2 0 R 7 0 R] /Count 9 >>")
	b.kids = append(b.kids, itoa(loop)+" 0 R", "2 0 R")
	if text := mustRead(t, b.bytes()); len(text.Pages) < 1 || len(text.Pages) > 4 {
		t.Errorf("got %d pages", len(text.Pages))
	}
}

// TestRealReports reads every report and holds it to what is true of all of
// them: each page has text, none of it is damaged, and no two paragraphs in a
// row break one sentence.
func TestRealReports(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/reports/*.pdf")
	if len(files) == 0 {
		t.Skip("../shared/reports is missing")
	}
	for _, file := range files {
		text := readFile(t, file)
		words := corpus.CountWords(text.Body)
		if per := words / len(text.Pages); per < 150 || per > 700 {
			t.Errorf("%s: %d words a page", filepath.Base(file), per)
		}
		for _, p := range text.Pages {
			if p.State != corpus.PageRead {
				t.Errorf("%s, page %d: %s %s", filepath.Base(file), p.Number, p.State, p.Reason)
			}
		}
		if long := longWords(text.Body); long > 4 {
			t.Errorf("%s: %d words of more than 30 letters", filepath.Base(file), long)
		}
		for i := 1; i < len(text.Blocks); i++ {
			if a, b := text.Blocks[i-1], text.Blocks[i]; a.Kind == b.Kind && a.Kind == corpus.BlockParagraph && broken(text.Slice(a.Span), text.Slice(b.Span)) {
				t.Errorf("%s: a sentence is broken before %q", filepath.Base(file), text.Slice(b.Span))
			}
		}
		if strings.ContainsAny(text.Body, "\u00ad\ufb01\ufb02\ufffd") {
			t.Errorf("%s: soft hyphens, ligatures or unknown characters are left", filepath.Base(file))
		}
	}
}

// TestHostileFiles reads files that other programs have stumbled over.
func TestHostileFiles(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/hostile/*.pdf")
	if len(files) == 0 {
		t.Skip("../shared/hostile is missing")
	}
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		info, err := f.Stat()
		if err != nil {
			t.Fatal(err)
		}
		text, err := Engines{}.Read(f, info.Size(), corpus.DefaultLimits())
		f.Close()
		var in *corpus.InputError
		if err != nil && !errors.As(err, &in) {
			t.Errorf("%s: %v is no InputError", filepath.Base(file), err)
		}
		check(t, text)
	}
}

// broken reports whether b goes on the sentence that a does not end.
func broken(a, b string) bool {
	return !strings.ContainsAny(a[len(a)-1:], ".:;?!)") && b[0] >= 'a' && b[0] <= 'z'
}

func readFile(t *testing.T, file string) corpus.Text {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return mustRead(t, data)
}

func longWords(body string) int {
	n := 0
	for _, w := range strings.Fields(body) {
		if len([]rune(w)) > 30 && !strings.ContainsAny(w, "/@-–") {
			n++
		}
	}
	return n
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
