package charts

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"
	"gonum.org/v1/plot/vg"
)

// TestSameBytes writes every kind of figure twice, from data given anew, in all
// formats. That the SVG of every figure stays the same is seen by [TestGolden].
func TestSameBytes(t *testing.T) {
	formats := map[string]func(*Figure, io.Writer) error{
		"SVG":          (*Figure).WriteSVG,
		"outlined SVG": (*Figure).WriteOutlinedSVG,
		"PDF":          (*Figure).WritePDF,
		"PNG":          func(f *Figure, w io.Writer) error { return f.WritePNG(w, leastDPI) },
	}
	t.Parallel()
	for _, c := range fictionFigures() {
		if strings.Contains(c.name, "-") {
			continue // of another size or other data
		}
		figures := [2]*Figure{c.figure(t), c.figure(t)}
		for name, write := range formats {
			var first, second bytes.Buffer
			for i, w := range []*bytes.Buffer{&first, &second} {
				if err := write(figures[i], w); err != nil {
					t.Fatalf("%s as %s: %v", c.name, name, err)
				}
			}
			if !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Errorf("%s as %s: two runs differ", c.name, name)
			}
		}
	}
}

// svgRoot is what the tests read of an SVG.
type svgRoot struct {
	Role  string    `xml:"role,attr"`
	By    string    `xml:"aria-labelledby,attr"`
	Title svgNaming `xml:"title"`
	Desc  svgNaming `xml:"desc"`
	Texts []string  `xml:"text"`
}

type svgNaming struct {
	ID   string `xml:"id,attr"`
	Text string `xml:",chardata"`
}

// TestSVG reads every figure as XML: its title and description are those of
// the figure, and no id is used by two figures.
func TestSVG(t *testing.T) {
	t.Parallel()
	owner := map[string]string{}
	written := map[string]bool{}
	for _, c := range fictionFigures() {
		f := c.figure(t)
		var out bytes.Buffer
		if err := f.WriteSVG(&out); err != nil {
			t.Fatal(err)
		}
		if written[out.String()] {
			continue // the same figure, of another size by name alone
		}
		written[out.String()] = true
		var root svgRoot
		if err := xml.Unmarshal(out.Bytes(), &root); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if root.Role != "img" || root.By != root.Title.ID+" "+root.Desc.ID {
			t.Errorf("%s: role %q, labelled by %q", c.name, root.Role, root.By)
		}
		if root.Title.Text != f.Title || root.Desc.Text != f.Alt {
			t.Errorf("%s: title %q and description %q are not those of the figure", c.name, root.Title.Text, root.Desc.Text)
		}
		if got := strings.Join(root.Texts, " "); !strings.HasPrefix(got, f.Title) || !strings.Contains(got, "n = ") {
			t.Errorf("%s: title or n is not drawn: %.200s", c.name, got)
		}
		for _, id := range []string{root.Title.ID, root.Desc.ID} {
			if other, ok := owner[id]; ok {
				t.Errorf("%s and %s share the id %s", c.name, other, id)
			}
			owner[id] = c.name
		}
	}
}

// TestSVGEscapes puts what XML reserves into a label.
func TestSVGEscapes(t *testing.T) {
	label := `<b>"Smith & Sons'</b>`
	f, err := Bars(BarsData{Reviews: 3, Bars: []Bar{{Label: label, Count: 2}}}, Style{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.WriteSVG(&out); err != nil {
		t.Fatal(err)
	}
	var root svgRoot
	if err := xml.Unmarshal(out.Bytes(), &root); err != nil {
		t.Fatal(err)
	}
	for _, text := range root.Texts {
		if text == label {
			return
		}
	}
	t.Errorf("%q is not among %q", label, root.Texts)
}

// TestOutlinedSVG has no text but title and description, and ids of its own.
func TestOutlinedSVG(t *testing.T) {
	for _, c := range fictionFigures()[:20] {
		f := c.figure(t)
		var outlined, plain bytes.Buffer
		if err := errors.Join(f.WriteOutlinedSVG(&outlined), f.WriteSVG(&plain)); err != nil {
			t.Fatal(err)
		}
		var root, other svgRoot
		if err := errors.Join(xml.Unmarshal(outlined.Bytes(), &root), xml.Unmarshal(plain.Bytes(), &other)); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if len(root.Texts) != 0 || len(other.Texts) == 0 {
			t.Errorf("%s: %d texts when outlined, %d when not", c.name, len(root.Texts), len(other.Texts))
		}
		if root.Title.Text != f.Title || root.Desc.Text != f.Alt || root.Role != "img" {
			t.Errorf("%s: title %q and description %q are not those of the figure", c.name, root.Title.Text, root.Desc.Text)
		}
		if root.Title.ID == other.Title.ID {
			t.Errorf("%s: both SVGs have the id %s", c.name, root.Title.ID)
		}
	}
}

// TestGlyphs checks that the paths of letters stay in the box that text is
// measured by, reach its sides, and have the height of capitals.
func TestGlyphs(t *testing.T) {
	faces, err := newTypeface(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []face{faces.plain(100), faces.strong(100)} {
		for _, text := range []string{"H", "AVATAR, Ty", "HgjpqH", "Łódź Ελλάδα", "", " "} {
			p := appendGlyphs(nil, f, text, vg.Point{X: 10, Y: 20})
			left, bottom, right, top := pathBounds(p)
			if width := f.width(text); len(p) > 0 && (left < 9 || right > 11+width || right < width) {
				t.Errorf("%q, bold %t: from %.1f to %.1f, want about 10 to %.1f", text, f.bold, left, right, 10+width)
			}
			if text == "H" && (math.Abs(float64(top-20-100*capHeight)) > 1 || bottom != 20) {
				t.Errorf("H reaches from %.1f to %.1f", bottom, top)
			}
			if len(p) > 0 && (bottom < 20-100*descender-1 || top > 20+100) {
				t.Errorf("%q, bold %t: from %.1f up to %.1f", text, f.bold, bottom, top)
			}
		}
	}
}

func pathBounds(p vg.Path) (left, bottom, right, top vg.Length) {
	left, bottom = vg.Length(math.Inf(1)), vg.Length(math.Inf(1))
	right, top = -left, -bottom
	for _, c := range p {
		if c.Type != vg.CloseComp {
			left, bottom = min(left, c.Pos.X), min(bottom, c.Pos.Y)
			right, top = max(right, c.Pos.X), max(top, c.Pos.Y)
		}
	}
	return left, bottom, right, top
}

// TestFontFamily names a font of a partnership's own, in the place of which an SVG may be
// shown with another.
func TestFontFamily(t *testing.T) {
	named := func(family string) *Font { return &Font{Family: family, Regular: liberation().Regular} }
	f, err := Venn(fictionVenn(), Style{Font: named("Gill Sans MT")})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.WriteSVG(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`font-family="'Gill Sans MT', 'Liberation Sans', Arial`, ` textLength="`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is missing", want)
		}
	}
	wantError(t, "has the character '\"'")(Venn(fictionVenn(), Style{Font: named(`A" onload="x`)}))
}

// TestPNG decodes every figure: size, resolution, texts, and that it is drawn on.
func TestPNG(t *testing.T) {
	for _, c := range []figureCase{fictionFigures()[0], fictionFigures()[len(fictionFigures())-1]} {
		f := c.figure(t)
		var out bytes.Buffer
		if err := f.WritePNG(&out, 300); err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(out.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := img.Bounds().Dx(), int(float64(f.Width)/72*300+0.5); got != want {
			t.Errorf("%s: %d dots wide, want %d", c.name, got, want)
		}
		dark := 0
		for x := range img.Bounds().Dx() {
			for y := range img.Bounds().Dy() / 4 { // the title
				if r, g, b, _ := img.At(x, y).RGBA(); r+g+b < 0x10000 {
					dark++
				}
			}
		}
		if dark < 1000 {
			t.Errorf("%s: only %d dark dots in the title", c.name, dark)
		}
		chunks := pngChunks(t, out.Bytes())
		if got := binary.BigEndian.Uint32(chunks["pHYs"][0]); got != 11811 {
			t.Errorf("%s: %d dots a metre, want 11811", c.name, got)
		}
		for i, want := range []string{"Title\x00\x00\x00en-GB\x00\x00" + f.Title, "Description\x00\x00\x00en-GB\x00\x00" + f.Alt} {
			if got := string(chunks["iTXt"][i]); got != want {
				t.Errorf("%s: text chunk %q, want %q", c.name, got, want)
			}
		}
	}
}

// pngChunks are the contents of the chunks of a PNG by kind.
func pngChunks(t *testing.T, data []byte) map[string][][]byte {
	t.Helper()
	chunks := map[string][][]byte{}
	for at := 8; at+12 <= len(data); {
		length := int(binary.BigEndian.Uint32(data[at:]))
		kind := string(data[at+4 : at+8])
		chunks[kind] = append(chunks[kind], data[at+8:at+8+length])
		at += 12 + length
	}
	if chunks["pHYs"] == nil || len(chunks["iTXt"]) != 2 {
		t.Fatal("pHYs or iTXt chunks are missing")
	}
	return chunks
}

func TestPNGResolution(t *testing.T) {
	f := fictionFigures()[0].figure(t)
	for _, dpi := range []int{-1, 0, 35, 1201} {
		if err := f.WritePNG(io.Discard, dpi); err == nil {
			t.Errorf("%d dots per inch: no error", dpi)
		}
	}
}

// TestPDF reads the text of a figure back, bold and Unicode letters included.
func TestPDF(t *testing.T) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	data := fictionVenn()
	data.Sets[0] = "Beurteilung ungenügend – Łódź, Ελλάδα 😀"
	f, err := Venn(data, Style{})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "venn.pdf")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.WritePDF(file), file.Close()); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(program, "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{f.Title, "ungenügend – Łódź, Ελλάδα", "41%", "n = 27 reviews"} {
		if !bytes.Contains(text, []byte(want)) {
			t.Errorf("%q is not in the PDF: %s", want, text)
		}
	}
}

// TestPDFHasTitle looks for what the document says about itself.
func TestPDFHasTitle(t *testing.T) {
	var out bytes.Buffer
	if err := fictionFigures()[0].figure(t).WritePDF(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"/Title", "/Subject", "/Lang (en-GB)", "/FontFile2", "D:20000101000000"} {
		if !bytes.Contains(out.Bytes(), []byte(want)) {
			t.Errorf("%s is not in the PDF", want)
		}
	}
}

// TestPDFIsTagged reads back the structure: one figure, all that is drawn, with its words.
func TestPDFIsTagged(t *testing.T) {
	for _, c := range fictionFigures() {
		f := c.figure(t)
		var out bytes.Buffer
		if err := f.WritePDF(&out); err != nil {
			t.Fatal(err)
		}
		r, err := pdf.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		catalog := r.Trailer().Key("Root")
		figure := catalog.Key("StructTreeRoot").Key("K").Key("K").Index(0)
		if got := figure.Key("Alt").Text(); got != f.Alt || figure.Key("S").Name() != "Figure" {
			t.Errorf("%s: it is tagged as %s, %q", c.name, figure.Key("S").Name(), got)
		}
		if !catalog.Key("MarkInfo").Key("Marked").Bool() || catalog.Key("Lang").Text() != "en-GB" || r.Trailer().Key("Info").Key("Title").Text() != f.Title {
			t.Errorf("%s: the catalog is %v", c.name, catalog)
		}
		page := r.Page(1).V
		if figure.Key("Pg").Key("MediaBox").String() != page.Key("MediaBox").String() || page.Key("StructParents").Kind() != pdf.Integer {
			t.Errorf("%s: the page is %v", c.name, page)
		}
		content, err := io.ReadAll(page.Key("Contents").Reader())
		if err != nil || !bytes.Contains(content, []byte("/Figure <</MCID 0>> BDC")) || !bytes.HasSuffix(bytes.TrimSpace(content), []byte("EMC")) {
			t.Errorf("%s: what is drawn is not marked: %v", c.name, err)
		}
	}
}

// TestTextsMayBeLeftOut empties all texts of a figure.
func TestTextsMayBeLeftOut(t *testing.T) {
	f := fictionFigures()[0].figure(t)
	f.Title, f.Subtitle, f.Source = "", "", ""
	layout, err := f.layout()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range layout.Texts {
		if strings.Contains(text.Text, "n = ") || strings.Contains(text.Text, "found lacking") {
			t.Errorf("%q is still drawn", text.Text)
		}
	}
	checkLayout(t, "no texts", f)
}

// broken is a writer that fails.
type broken struct{}

var errBroken = errors.New("disk full")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteErrors(t *testing.T) {
	f := fictionFigures()[0].figure(t)
	for name, err := range map[string]error{"SVG": f.WriteSVG(broken{}), "PNG": f.WritePNG(broken{}, 72), "PDF": f.WritePDF(broken{}),
		"outlined SVG": f.WriteOutlinedSVG(broken{})} {
		if !errors.Is(err, errBroken) {
			t.Errorf("%s: got error %v, want %v", name, err, errBroken)
		}
	}
}
