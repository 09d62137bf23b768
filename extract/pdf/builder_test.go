package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thematic/corpus"
)

// builder writes small PDF files for tests.
type builder struct {
	objects []string // object 1 is the catalogue, 2 the page tree
	kids    []string
	catalog string // further entries of the catalogue
	fonts   string // entries of the Font resources of every page
}

func newBuilder() *builder {
	b := &builder{objects: make([]string, 2)}
	b.fonts = fmt.Sprintf("/F1 %d 0 R /F2 %d 0 R", b.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
		b.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"))
	return b
}

func (b *builder) add(body string) int {
	b.objects = append(b.objects, body)
	return len(b.objects)
}

func (b *builder) stream(dict, data string) int {
	return b.add(fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data))
}

// page adds an A4 page; extra are further entries of its dictionary, resources
// further entries of its resources.
func (b *builder) page(content, extra, resources string) {
	c := b.stream("", content)
	n := b.add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << %s >> %s >> %s >>", c, b.fonts, resources, extra))
	b.kids = append(b.kids, fmt.Sprintf("%d 0 R", n))
}

func (b *builder) bytes() []byte {
	b.objects[0] = "<< /Type /Catalog /Pages 2 0 R " + b.catalog + " >>"
	b.objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(b.kids, " "), len(b.kids))
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	offsets := make([]int, len(b.objects))
	for i, o := range b.objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(b.objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(b.objects)+1, start)
	return out.Bytes()
}

// at writes text in a font and size at a place.
func at(font string, size, x, y float64, text string) string {
	text = strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(text)
	return fmt.Sprintf("BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, text)
}

// down writes lines one below the other from y, 14 points apart.
func down(font string, x, y float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(at(font, 11, x, y-14*float64(i), l))
	}
	return b.String()
}

func mustRead(t *testing.T, data []byte) corpus.Text {
	t.Helper()
	text, err := Engines{}.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	check(t, text)
	return text
}

// readOne reads a file of one page with the given content.
func readOne(t *testing.T, content string) corpus.Text {
	t.Helper()
	b := newBuilder()
	b.page(content, "", "")
	return mustRead(t, b.bytes())
}

// check fails where text breaks a promise of corpus.Text.
func check(t testing.TB, text corpus.Text) {
	t.Helper()
	if !utf8.ValidString(text.Body) || !norm.NFC.IsNormalString(text.Body) {
		t.Errorf("the body is not UTF-8 in normal form C")
	}
	at := 0
	for i, b := range text.Blocks {
		s := text.Slice(b.Span)
		if b.Span.Start != at || s == "" || strings.Contains(s, "\n") || b.Section != -1 || b.Kind == "" {
			t.Fatalf("block %d at %d is %+v %q", i, at, b, s)
		}
		if !strings.HasPrefix(text.Body[b.Span.End:], "\n") {
			t.Fatalf("block %d is not ended by a line feed", i)
		}
		at = b.Span.End + 1
	}
	if at != len(text.Body) {
		t.Errorf("blocks end at %d, the body at %d", at, len(text.Body))
	}
	at = 0
	for i, p := range text.Pages {
		if p.Span.Start != at || p.Span.End < at || p.Number != i+1 || p.State == "" || p.Engine == "" {
			t.Fatalf("page %d at %d is %+v", i+1, at, p)
		}
		if p.State == corpus.PageFailed && p.Reason == "" || p.Reason != "" && p.State != corpus.PageFailed && p.State != corpus.PageNeedsOCR {
			t.Errorf("page %d is %s for the reason %q", i+1, p.State, p.Reason)
		}
		if at = p.Span.End; at < len(text.Body) && !utf8.RuneStart(text.Body[at]) {
			t.Errorf("page %d ends inside a character", i+1)
		}
	}
	if at != len(text.Body) {
		t.Errorf("pages end at %d, the body at %d", at, len(text.Body))
	}
}

// outline writes the blocks of text as lines "kind number|text".
func outline(text corpus.Text) string {
	var b strings.Builder
	for _, x := range text.Blocks {
		fmt.Fprintf(&b, "%s %s|%s\n", x.Kind, x.Number, text.Slice(x.Span))
	}
	return b.String()
}

func wantOutline(t *testing.T, text corpus.Text, want ...string) {
	t.Helper()
	if got := outline(text); got != strings.Join(want, "\n")+"\n" {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}
