package pdfium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/klippa-app/go-pdfium"

	"thematic/corpus"
	"thematic/extract/pdf"
)

// shared is where real files lie, beside the repository.
const shared = "../../../shared"

// cache is a folder with compiled PDFium for the tests of a run; "" in short
// runs, which do without.
var cache string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	folder, err := os.MkdirTemp("", "pdfium")
	if err != nil {
		return 1
	}
	defer os.RemoveAll(folder)
	cache = folder
	return m.Run()
}

// compiled returns an engine that starts from the cache.
func compiled(t testing.TB) *Engine {
	t.Helper()
	if testing.Short() {
		t.Skip("compiling PDFium takes seconds")
	}
	if err := Prepare(t.Context(), cache); err != nil {
		t.Fatal(err)
	}
	e := New(cache)
	e.Wait = true
	t.Cleanup(e.Close)
	return e
}

func TestEngineWaitsForItsCache(t *testing.T) {
	e := New(t.TempDir())
	e.Wait = true
	defer e.Close()
	f := e.Open(strings.NewReader("%PDF-1.4"), 8)
	defer f.Close()
	if _, err := f.Pages(); !errors.Is(err, errNotPrepared) || !e.NotPrepared() {
		t.Errorf("got %v, want %v", err, errNotPrepared)
	}
}

// TestBuildIsThatOfTheModules: a cache of other versions would be taken for one of
// these.
func TestBuildIsThatOfTheModules(t *testing.T) {
	modules, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	version := func(module string) string {
		_, rest, _ := strings.Cut(string(modules), "\t"+module+" v")
		number, _, _ := strings.Cut(rest, "\n")
		return number
	}
	if want := "pdfium-" + version("github.com/klippa-app/go-pdfium") + "-wazero-" + version("github.com/tetratelabs/wazero"); build != want {
		t.Errorf("got %s, want %s", build, want)
	}
}

// TestFormerBuildsAreRemoved, and nothing else in the folder.
func TestFormerBuildsAreRemoved(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"pdfium-1.0.0-wazero-1.0.0", build, "notes"} {
		if err := os.MkdirAll(filepath.Join(folder, name, "inner"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	removeFormer(folder)
	got, err := filepath.Glob(filepath.Join(folder, "*"))
	if want := []string{filepath.Join(folder, "notes"), filepath.Join(folder, build)}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

// TestPrepareStops: what was compiled until then is not taken for the whole.
func TestPrepareStops(t *testing.T) {
	folder := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	if err := Prepare(ctx, folder); !errors.Is(err, context.Canceled) || filled(folder) {
		t.Errorf("got %v, filled %v, want %v and not filled", err, filled(folder), context.Canceled)
	}
}

// TestSpoiltCacheIsMended spoils what is kept: an engine that waits says so, and
// preparing makes it whole.
func TestSpoiltCacheIsMended(t *testing.T) {
	compiled(t) // in the folder that is copied
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(cache)); err != nil {
		t.Fatal(err)
	}
	kept, _ := filepath.Glob(filepath.Join(folder, "*", "wazero-*", "*"))
	if len(kept) != 1 {
		t.Fatalf("got %q, want one file", kept)
	}
	data, err := os.ReadFile(kept[0])
	if err != nil {
		t.Fatal(err)
	}
	copy(data[len(data)/2:], "this was something else")
	if err := os.WriteFile(kept[0], data, 0o600); err != nil {
		t.Fatal(err)
	}
	e := New(folder)
	defer e.Close()
	e.Wait = true
	if err := e.start(); !errors.Is(err, errNotPrepared) {
		t.Errorf("spoilt: got %v, want %v", err, errNotPrepared)
	}
	if err := Prepare(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	if err := e.start(); err != nil {
		t.Errorf("mended: %v", err)
	}
}

// readFile reads a file with PDFium alone.
func readFile(t *testing.T, e *Engine, data []byte) (corpus.Text, error) {
	t.Helper()
	f := e.Open(bytes.NewReader(data), int64(len(data)))
	defer f.Close()
	const unreadable = "%PDF-1.4"
	return pdf.Engines{Second: f}.Read(strings.NewReader(unreadable), int64(len(unreadable)), corpus.DefaultLimits())
}

// TestSameStructure holds PDFium to the text layer: on reports that both can
// read, nearly every block is the same.
func TestSameStructure(t *testing.T) {
	e := compiled(t)
	files, _ := filepath.Glob(shared + "/reports/*.pdf")
	if len(files) == 0 {
		t.Skip("../shared/reports is missing")
	}
	total, same := 0, 0
	for _, file := range files[:12] {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, err := pdf.Engines{}.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		got, err := readFile(t, e, data)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		blocks := map[string]bool{}
		for _, b := range got.Blocks {
			blocks[fmt.Sprint(b.Kind, b.Level, b.Number, got.Slice(b.Span))] = true
		}
		for _, b := range want.Blocks {
			total++
			if blocks[fmt.Sprint(b.Kind, b.Level, b.Number, want.Slice(b.Span))] {
				same++
			}
		}
		for _, p := range got.Pages {
			if p.Engine != "pdfium" {
				t.Errorf("%s, page %d: read by %q", file, p.Number, p.Engine)
			}
		}
	}
	if total == 0 || float64(same) < 0.97*float64(total) {
		t.Errorf("got %d of %d blocks the same, want 97%%", same, total)
	}
}

// TestHostileFiles reads what other programs have stumbled over, and finds text
// in nearly every file in which pdftotext does.
func TestHostileFiles(t *testing.T) {
	e := compiled(t)
	manifest, err := os.ReadFile(shared + "/hostile/manifest.tsv")
	if err != nil {
		t.Skip("../shared/hostile is missing")
	}
	var with int
	var without []string
	for _, row := range strings.Split(strings.Trim(string(manifest), "\n"), "\n")[1:] {
		cell := strings.Split(row, "\t")
		data, err := os.ReadFile(shared + "/hostile/" + cell[0])
		if err != nil {
			t.Fatal(err)
		}
		f := e.Open(bytes.NewReader(data), int64(len(data)))
		text, err := pdf.Engines{Second: f}.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
		f.Close()
		var fault *corpus.InputError
		if err != nil && !errors.As(err, &fault) {
			t.Errorf("%s: %v is no InputError", cell[0], err)
		}
		if err := text.Validate(); err != nil {
			t.Errorf("%s: %v", cell[0], err)
		}
		if n, _ := strconv.Atoi(cell[10]); n == 0 {
			continue
		}
		with++
		if text.Body == "" {
			without = append(without, cell[0])
			if strings.HasPrefix(cell[4], "yes") {
				t.Errorf("%s is encrypted with an empty password, and gave no text", cell[0])
			}
		}
	}
	if with < 100 || len(without)*20 > with {
		t.Errorf("got no text from %d of %d files: %v", len(without), with, without)
	}
}

// TestDamagedFiles spoils a file in many ways. Each copy has a verdict.
func TestDamagedFiles(t *testing.T) {
	e := compiled(t)
	files, _ := filepath.Glob(shared + "/reports/*.pdf")
	if len(files) == 0 {
		t.Skip("../shared/reports is missing")
	}
	good, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 40 {
		data := bytes.Clone(good)
		for range 1 + i*20 {
			data[random.IntN(len(data))] = byte(random.Uint32())
		}
		if i%4 == 0 {
			data = data[:random.IntN(len(data))]
		}
		text, err := readFile(t, e, data)
		var fault *corpus.InputError
		if err != nil && !errors.As(err, &fault) {
			t.Errorf("copy %d: %v is no InputError", i, err)
		}
		if err := text.Validate(); err != nil {
			t.Errorf("copy %d: %v", i, err)
		}
	}
}

// TestNoMemory takes the memory that an instance wants from under it.
func TestNoMemory(t *testing.T) {
	e := compiled(t)
	if err := e.start(); err != nil {
		t.Fatal(err)
	}
	e.pool = starved{e.pool}
	f := e.Open(strings.NewReader("%PDF-1.4"), 8)
	defer f.Close()
	if _, err := f.Pages(); err == nil || !strings.Contains(err.Error(), "starting PDFium") {
		t.Errorf("got %v", err)
	}
}

// starved is a pool whose instances panic as they do without memory.
type starved struct{ pdfium.Pool }

func (starved) GetInstance(time.Duration) (pdfium.Pdfium, error) {
	var memory []byte
	return nil, fmt.Errorf("%d bytes", len(memory[:1<<20]))
}

// onePage is a file with a page of the box, with a font F1 and a picture Im to draw with.
func onePage(box, font, content string) string {
	return "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n" +
		"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox " + box + " /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /" + font + " >> >> >> >> endobj\n" +
		fmt.Sprintf("4 0 obj << /Length %d >>\nstream\n%s\nendstream endobj\n", len(content), content) +
		"5 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream endobj\n" +
		"trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n"
}

// TestLook tells what is black on a page as it is shown, turned too, and where a picture
// lies beside text.
func TestLook(t *testing.T) {
	const content = "BT /F1 20 Tf 60 700 Td (Marl) Tj ET 0 g 50 500 100 40 re f q 300 0 0 200 50 100 cm /Im Do Q"
	file := onePage("[0 0 400 800] /Rotate 90", "Helvetica", content)
	f := compiled(t).Open(strings.NewReader(file), int64(len(file)))
	defer f.Close()
	black, err := f.Look(0)
	if err != nil {
		t.Fatal(err)
	}
	// Turned by a quarter, what was 50 from the left and 500 from below is 500 from the left and 50 from the top.
	if !black(505, 55, 535, 145) || black(505, 55, 545, 145) || black(600, 55, 640, 145) || black(700, 60, 720, 100) || black(900, 900, 910, 910) {
		t.Error("it does not see the box where it is")
	}
	page, err := f.Page(0)
	if want := []pdf.Box{{Left: 50, Bottom: 100, Right: 350, Top: 300}}; err != nil || !slices.Equal(page.Boxes, want) || len(page.Letters) != 4 {
		t.Errorf("got pictures %v and %d letters, %v, want %v and 4", page.Boxes, len(page.Letters), err, want)
	}
}

// TestLookAtStems takes no bold and narrow letter for a black box, however few dots of
// the page it fills.
func TestLookAtStems(t *testing.T) {
	var content strings.Builder
	content.WriteString("BT 50 Tz ")
	for i := range 60 {
		fmt.Fprintf(&content, "/F1 %.1f Tf 1 0 0 1 %.2f %.2f Tm (Illicit lilt I I l l 1 1) Tj ", 4+1.3*float64(i%15), 10.1+0.07*float64(i), 780-12.6*float64(i))
	}
	content.WriteString("ET")
	file := onePage("[0 0 2400 3400]", "Times-Bold", content.String())
	f := compiled(t).Open(strings.NewReader(file), int64(len(file)))
	defer f.Close()
	black, err := f.Look(0)
	if err != nil {
		t.Fatal(err)
	}
	page, err := f.Page(0)
	if err != nil || len(page.Letters) < 1000 {
		t.Fatalf("got %d letters, %v", len(page.Letters), err)
	}
	for _, l := range page.Letters {
		if top := page.Top - l.Y; l.Text != " " && black(l.X, top-0.5*l.Size, l.EndX, top) {
			t.Errorf("%q of %.1f points is taken for a box", l.Text, l.Size)
		}
	}
}
