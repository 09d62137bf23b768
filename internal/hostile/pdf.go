package hostile

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"math/rand/v2"
	"strings"
)

// pdf is a PDF file that is being written. Its objects are numbered from 1.
type pdf struct {
	out     bytes.Buffer
	offsets []int
}

func newPDF() *pdf {
	p := &pdf{}
	p.out.WriteString("%PDF-1.7\n")
	return p
}

func (p *pdf) object(format string, args ...any) {
	p.offsets = append(p.offsets, p.out.Len())
	fmt.Fprintf(&p.out, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(p.offsets)}, args...)...)
}

func (p *pdf) stream(dict string, data []byte) {
	p.object("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

// end writes the table of objects and the trailer, in which more stands.
func (p *pdf) end(more string) []byte {
	at := p.out.Len()
	fmt.Fprintf(&p.out, "xref\n0 %d\n0000000000 65535 f \n", len(p.offsets)+1)
	for _, offset := range p.offsets {
		fmt.Fprintf(&p.out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&p.out, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(p.offsets)+1, more, at)
	return p.out.Bytes()
}

// onePage begins a file of one page: object 4 is to be what it shows, 5 and
// later what its resources name.
func onePage(resources string) *pdf {
	p := newPDF()
	p.object("<< /Type /Catalog /Pages 2 0 R >>")
	p.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
	p.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>", resources)
	return p
}

const (
	plainFont = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
	showText  = "BT /F 12 Tf 72 700 Td (No plan was made.) Tj ET\n"
)

func deflate(data []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	// A buffer takes what it is given.
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Bytes()
}

// soundPDF is a file that does no harm, to be damaged.
func soundPDF() []byte {
	p := onePage(plainFont)
	p.stream("/Filter /FlateDecode", deflate([]byte(strings.Repeat(showText, 20))))
	return p.end("")
}

// treeKinds are the PDF files whose trees of pages do harm.
func treeKinds() []kind {
	pages := func(make func(*rand.Rand, *pdf)) func(*rand.Rand) []byte {
		return func(random *rand.Rand) []byte {
			p := newPDF()
			p.object("<< /Type /Catalog /Pages 2 0 R >>")
			make(random, p)
			return p.end("")
		}
	}
	return []kind{
		{"pdf-tree-in-itself", "pdf", pages(func(r *rand.Rand, p *pdf) {
			p.object("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Repeat("2 0 R ", 1+r.IntN(9)), r.IntN(100))
		})},
		{"pdf-tree-loop", "pdf", pages(func(r *rand.Rand, p *pdf) {
			n := 2 + r.IntN(50)
			for i := range n {
				p.object("<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>", 2+(i+1)%n, 2+(i+n-1)%n)
			}
		})},
		{"pdf-tree-fan", "pdf", pages(func(r *rand.Rand, p *pdf) {
			for i := range 20 + r.IntN(60) {
				p.object("<< /Type /Pages /Kids [%s] /Count 10 >>", strings.Repeat(fmt.Sprintf("%d 0 R ", i+3), 10))
			}
			p.object("<< /Type /Page /MediaBox [0 0 9 9] >>")
		})},
		{"pdf-count", "pdf", pages(func(r *rand.Rand, p *pdf) {
			p.object("<< /Type /Pages /Kids [3 0 R] /Count %s >>", one(r, "2147483647", "-1", "1e99", "99999999999999999999", "2 0 R"))
			p.object("<< /Type /Page /Parent 2 0 R >>")
		})},
		{"pdf-tree-deep", "pdf", pages(func(r *rand.Rand, p *pdf) {
			for i := range 1000 + r.IntN(20_000) {
				p.object("<< /Type /Pages /Kids [%d 0 R] /Count 1 >>", i+3)
			}
		})},
	}
}

// objectKinds are the PDF files whose other objects, or whose bytes, do harm.
func objectKinds() []kind {
	return []kind{
		{"pdf-no-root", "pdf", func(r *rand.Rand) []byte {
			return bytes.Replace(soundPDF(), []byte("/Root"), []byte(one(r, "/Toor", "/Root 99 0 R /X", "/Root null /X")), 1)
		}},
		{"pdf-prev-loop", "pdf", func(r *rand.Rand) []byte {
			data := soundPDF()
			at := bytes.LastIndex(data, []byte("xref\n0"))
			return bytes.Replace(data, []byte("/Root"), fmt.Appendf(nil, "/Prev %d /Root", at-r.IntN(2)), 1)
		}},
		{"pdf-xref-noise", "pdf", func(r *rand.Rand) []byte {
			data := soundPDF()
			at := bytes.LastIndex(data, []byte("xref\n0"))
			return append(append(data[:at:at], damage(r, data[at:], 30)...), '\n')
		}},
		{"pdf-deep-object", "pdf", func(r *rand.Rand) []byte {
			p := onePage(plainFont)
			p.stream("", []byte(showText))
			n := 1000 + r.IntN(200_000)
			p.object("%s", strings.Repeat(one(r, "[", "<< /A ", "[<</B"), n))
			return p.end("/Info 5 0 R")
		}},
		{"pdf-outline-loop", "pdf", func(r *rand.Rand) []byte {
			p := newPDF()
			p.object("<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R /PageLabels 4 0 R /AcroForm << /Fields [4 0 R] >> >>")
			p.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
			p.object("<< /Type /Page /Parent 2 0 R /Annots [4 0 R] >>")
			p.object("<< /First 4 0 R /Next 4 0 R /Title (a) /Dest [3 0 R /Fit] /Kids [%s] /Nums [%d << /S /D >>] /T (a) /FT /Tx /V 4 0 R >>",
				strings.Repeat("4 0 R ", 1+r.IntN(5)), r.IntN(1<<30))
			return p.end("")
		}},
		{"pdf-broken-off", "pdf", func(r *rand.Rand) []byte { return cut(r, soundPDF()) }},
		{"pdf-damaged", "pdf", func(r *rand.Rand) []byte { return damage(r, soundPDF(), 1+r.IntN(40)) }},
		{"pdf-header-alone", "pdf", func(r *rand.Rand) []byte { return append([]byte("%PDF-1.7\n"), noise(r, r.IntN(5000))...) }},
		{"pdf-locked", "pdf", func(r *rand.Rand) []byte {
			p := onePage(plainFont)
			p.stream("", noise(r, 200))
			p.object("<< /Filter /Standard /V %d /R %d /Length %d /P -4 /O <%x> /U <%x> >>", r.IntN(7), r.IntN(8), r.IntN(1<<16), noise(r, 32), noise(r, r.IntN(64)))
			return p.end("/Encrypt 5 0 R /ID [<00> <00>]")
		}},
	}
}
