package extract

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/extract/ocr"
	"thematic/extract/pdf"
	"thematic/extract/pdfium"
)

// scan says how a page came to be a picture.
type scan struct {
	dpi    float64
	degree float64 // turned clockwise
	turned int     // by so many quarters besides
	noise  float64 // standard deviation of the grey values, of 255
	ink    float64 // grey value of what was black
}

// preparedCache is the folder of this user that holds PDFium compiled, which takes
// longer than these tests: those of package pdfium have it compiled anew. It is ""
// where none can be written, so that each engine compiles for itself.
func preparedCache(t *testing.T) string {
	t.Helper()
	cache := UserCache()
	if err := (Options{Cache: cache}).Prepare(t.Context()); err != nil {
		t.Log(err)
		return ""
	}
	return cache
}

// scanned draws the first n pages of a report as a scanner would see them, and
// binds them into a file without a text layer.
func scanned(t *testing.T, report []byte, n int, how scan) []byte {
	t.Helper()
	engine := pdfium.New(preparedCache(t))
	defer engine.Close()
	file := engine.Open(bytes.NewReader(report), int64(len(report)))
	defer file.Close()
	var pages []*image.Gray
	for i := range n {
		page, _, err := file.Paint(i, how.dpi)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, how.spoil(page))
	}
	return bound(pages, how.dpi)
}

// spoil turns a picture about its middle and makes it pale and noisy.
func (how scan) spoil(page *image.Gray) *image.Gray {
	random := rand.New(rand.NewPCG(3, 5))
	out := image.NewGray(page.Rect)
	sin, cos := math.Sincos(how.degree * math.Pi / 180)
	w, h := float64(page.Rect.Dx()), float64(page.Rect.Dy())
	for y := range page.Rect.Dy() {
		for x := range page.Rect.Dx() {
			dx, dy := float64(x)-w/2, float64(y)-h/2
			v := between(page, w/2+cos*dx+sin*dy, h/2-sin*dx+cos*dy)
			v = how.ink + v*(240-how.ink)/255 + random.NormFloat64()*how.noise
			out.Pix[y*out.Stride+x] = uint8(math.Max(0, math.Min(255, v)))
		}
	}
	for range how.turned {
		out = quarterTurned(out)
	}
	return out
}

// quarterTurned is a picture turned clockwise.
func quarterTurned(page *image.Gray) *image.Gray {
	w, h := page.Rect.Dx(), page.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			out.SetGray(h-1-y, x, page.GrayAt(x, y))
		}
	}
	return out
}

// between is the grey value of a picture at a point between its pixels.
func between(page *image.Gray, x, y float64) float64 {
	x0, y0 := math.Floor(x), math.Floor(y)
	at := func(x, y float64) float64 {
		p := image.Pt(int(x), int(y))
		if !p.In(page.Rect) {
			return 255
		}
		return float64(page.GrayAt(p.X, p.Y).Y)
	}
	fx, fy := x-x0, y-y0
	return (1-fy)*((1-fx)*at(x0, y0)+fx*at(x0+1, y0)) + fy*((1-fx)*at(x0, y0+1)+fx*at(x0+1, y0+1))
}

// bound is a PDF file of pictures.
func bound(pages []*image.Gray, dpi float64) []byte {
	var out bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, args...)...)
	}
	stream := func(dict string, data []byte) {
		object("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
	}
	out.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 3+3*i)
	}
	object("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(pages))
	for i, p := range pages {
		w, h := float64(p.Rect.Dx())*72/dpi, float64(p.Rect.Dy())*72/dpi
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources << /XObject << /Im %d 0 R >> >> >>", w, h, 4+3*i, 5+3*i)
		stream("", fmt.Appendf(nil, "q %.2f 0 0 %.2f 0 0 cm /Im Do Q", w, h))
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		z.Write(p.Pix)
		z.Close()
		stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", p.Rect.Dx(), p.Rect.Dy()), packed.Bytes())
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return out.Bytes()
}

// orderedF1 is the harmonic mean of the parts of both texts that lie in their
// longest common sequence of words.
func orderedF1(a, b string) float64 {
	x, y := strings.Fields(a), strings.Fields(b)
	row := make([]int, len(y)+1)
	for i := range x {
		diagonal := 0
		for j := range y {
			above := row[j+1]
			if x[i] == y[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	if len(x)+len(y) == 0 {
		return 0
	}
	return 2 * float64(row[len(y)]) / float64(len(x)+len(y))
}

func TestOrderedF1(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want float64
	}{{"a b c d", "a b c d", 1}, {"a b c d", "a c", 2.0 / 3}, {"a b", "b a", 0.5}, {"a", "b", 0}, {"", "", 0}} {
		if got := orderedF1(tt.a, tt.b); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%q, %q: got %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestScansAreRecognised makes scans of a report whose text is known.
func TestScansAreRecognised(t *testing.T) {
	program := ocr.Find()
	if program == "" {
		t.Skip("Tesseract is not installed")
	}
	if testing.Short() {
		t.Skip("recognising pages takes seconds")
	}
	report, err := os.ReadFile("../corpus/demo/reviews/Carrowdale/scr-2012.pdf")
	if err != nil {
		t.Fatal(err)
	}
	text, err := pdf.Engines{}.Read(bytes.NewReader(report), int64(len(report)), corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	var reader Reader
	defer reader.Close()
	reader.Options = Options{Second: true, Cache: preparedCache(t), Tesseract: program}
	for _, tt := range []struct {
		how   scan
		pages int // each of which takes seconds
		least float64
	}{
		{scan{dpi: 300}, 2, 0.98},
		{scan{dpi: 300, degree: 1, noise: 25, ink: 40}, 1, 0.97},
		{scan{dpi: 200, degree: 1, noise: 25, ink: 40}, 1, 0.95},
		{scan{dpi: 150, degree: 1, noise: 25, ink: 40}, 1, 0.90},
		{scan{dpi: 150, degree: -0.7, noise: 12, ink: 60, turned: 1}, 1, 0.95},
	} {
		want := text.Slice(corpus.Span{End: text.Pages[tt.pages-1].Span.End})
		data := scanned(t, report, tt.pages, tt.how)
		looks := 0
		reader.Busy = func() { looks++ }
		got := reader.Read(bytes.NewReader(data), int64(len(data)), "scan.pdf", corpus.DefaultLimits())
		f1 := orderedF1(want, got.Text.Body)
		t.Logf("%+v: F1 %.4f, confidence %.1f, blocks %d of %d", tt.how, f1, got.Text.Pages[0].Confidence, len(got.Text.Blocks), blocksOf(text, tt.pages))
		if f1 < tt.least {
			t.Errorf("%+v: got F1 %.3f, want %.3f", tt.how, f1, tt.least)
		}
		if got.Status != corpus.StatusOK || got.Engine != "ocr" || len(got.Text.Warnings) != 1 || !strings.Contains(got.Text.Warnings[0], "recognised from pictures") {
			t.Errorf("%+v: got %s, %q, engine %s, warnings %q", tt.how, got.Status, got.Reason, got.Engine, got.Text.Warnings)
		}
		if looks < tt.pages {
			t.Errorf("asked for time %d times for %d pages", looks, tt.pages)
		}
	}
}

func blocksOf(text corpus.Text, pages int) int {
	n := 0
	for _, b := range text.Blocks {
		if b.Span.Start < text.Pages[pages-1].Span.End {
			n++
		}
	}
	return n
}

func TestPicturesSayWhatToDo(t *testing.T) {
	if testing.Short() {
		t.Skip("starting PDFium takes a second")
	}
	data := bound([]*image.Gray{image.NewGray(image.Rect(0, 0, 60, 80))}, 10)
	cache := preparedCache(t)
	var reader Reader
	defer reader.Close()
	for _, tt := range []struct {
		options Options
		want    string
	}{
		{Options{}, "page 1 is a picture of text: use a copy with a text layer, or read it with OCR first"},
		{Options{Second: true}, "page 1 is a picture of text: " + ocr.Hint() + " and run again, or use a copy with a text layer"},
		{Options{Second: true, Tesseract: "tesseract", NoOCR: true}, "page 1 is a picture of text: recognition is switched off"},
		{Options{Second: true, Tesseract: "no such program"}, "page 1 is a picture of text (it was not read by Tesseract: "},
	} {
		reader.Options = tt.options
		reader.Options.Cache = cache
		got := reader.Read(bytes.NewReader(data), int64(len(data)), "scan.pdf", corpus.DefaultLimits())
		if got.Status != corpus.StatusNeedsOCR || !strings.HasPrefix(got.Reason, tt.want) {
			t.Errorf("%+v: got %s, %q, want %q", tt.options, got.Status, got.Reason, tt.want)
		}
	}
}

func TestOutdated(t *testing.T) {
	able := Options{Second: true, Tesseract: "tesseract"}
	off, other := able, able
	off.NoOCR, other.Language = true, "eng+cym"
	picture := corpus.Page{State: corpus.PageNeedsOCR}
	tried := corpus.Page{State: corpus.PageNeedsOCR, Reason: "unsure", Confidence: 30}
	unread := corpus.Page{State: corpus.PageFailed, Reason: "its text does not read as words"}
	seen := corpus.Page{State: corpus.PageRead, Confidence: 90}
	read := corpus.Page{State: corpus.PageRead}
	const program, language = "Tesseract recognises pages now", "pages are recognised in another language"
	for _, tt := range []struct {
		name    string
		options Options
		shown   bool // to Tesseract
		page    corpus.Page
		want    string
	}{
		{"program installed since", able, false, picture, program},
		{"program installed since, of letters that are not known", able, false, unread, program},
		{"program installed since, of a page that was read", able, false, read, ""},
		{"program still missing", Options{Second: true}, false, picture, ""},
		{"switched off", off, false, picture, ""},
		{"tried in vain", able, true, tried, ""},
		{"tried in vain, of letters that are not known", able, true, unread, ""},
		{"recognised", able, true, seen, ""},
		{"recognised, now switched off", off, true, seen, "recognition is switched off"},
		{"read", able, true, read, ""},
		{"recognised in another language", other, true, seen, language},
		{"tried in vain in another language", other, true, tried, language},
		{"refused in another language", other, true, corpus.Page{State: corpus.PageNeedsOCR, Reason: "not read"}, language},
		{"read, in whatever language", other, true, read, ""},
	} {
		record := corpus.Record{Format: string(PDF), Recognised: tt.shown, Text: corpus.Text{Pages: []corpus.Page{tt.page}}}
		if got := tt.options.Outdated(&record, corpus.DefaultLimits()); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	limits := corpus.DefaultLimits()
	late := corpus.Record{Format: string(PDF), Status: corpus.StatusFailed, Late: limits.TimeOCR}
	if (Options{}).Outdated(&late, limits) != "" || (Options{}).Outdated(&late, limits.TimesAsLong(2)) != "more time is allowed" {
		t.Error("a file whose time ran out is read again when it has more, and only then")
	}
	for crashed, want := range []string{"", "the reader ended on it last time", ""} {
		record := corpus.Record{Format: string(PDF), Crashed: crashed}
		if got := (Options{}).Outdated(&record, limits); got != want {
			t.Errorf("after %d readers ended on it: got %q, want %q", crashed, got, want)
		}
	}
	old := corpus.Record{Format: string(OldWord), Status: corpus.StatusFailed, Reason: "an old Word file (.doc): " + OldWord.advice()}
	if (Options{}).Outdated(&old, limits) != "" || (Options{Office: "soffice"}).Outdated(&old, limits) == "" {
		t.Error("an old Word file is read again when it can be converted, and only then")
	}
	old.Reason = "it could not be converted: exit status 1"
	if (Options{Office: "soffice"}).Outdated(&old, limits) != "" {
		t.Error("an old Word file that LibreOffice could not convert is read again")
	}
}
