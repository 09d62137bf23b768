package hostile

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// spaces are n spaces, deflated: a thousand times shorter.
func spaces(n int) []byte { return deflate(bytes.Repeat([]byte(" "), n)) }

// streamKinds are the PDF files whose streams do harm before they are read.
func streamKinds() []kind {
	content := func(make func(*rand.Rand) (dict string, data []byte)) func(*rand.Rand) []byte {
		return func(random *rand.Rand) []byte {
			p := onePage(plainFont)
			dict, data := make(random)
			p.stream(dict, data)
			return p.end("")
		}
	}
	return []kind{
		{"pdf-bomb", "pdf", content(func(r *rand.Rand) (string, []byte) {
			return "/Filter /FlateDecode", spaces(70<<20 + r.IntN(60<<20))
		})},
		{"pdf-bomb-in-bomb", "pdf", content(func(r *rand.Rand) (string, []byte) {
			return "/Filter [/FlateDecode /FlateDecode]", deflate(spaces(70<<20 + r.IntN(60<<20)))
		})},
		{"pdf-many-filters", "pdf", content(func(r *rand.Rand) (string, []byte) {
			return "/Filter [" + strings.Repeat(one(r, "/ASCIIHexDecode ", "/RunLengthDecode ", "/FlateDecode ", "/LZWDecode "), 1+r.IntN(5000)) + "]", noise(r, 500)
		})},
		{"pdf-predictor", "pdf", content(func(r *rand.Rand) (string, []byte) {
			return fmt.Sprintf("/Filter /FlateDecode /DecodeParms << /Predictor %d /Columns %s /Colors %d /BitsPerComponent %d >>",
				r.IntN(20), one(r, "2147483647", "-5", "1000000000000", "0"), r.IntN(1<<20), r.IntN(64)), deflate([]byte(showText))
		})},
		{"pdf-run-length", "pdf", content(func(r *rand.Rand) (string, []byte) {
			return "/Filter /RunLengthDecode", bytes.Repeat([]byte{129, ' '}, 1<<20+r.IntN(1<<20))
		})},
		{"pdf-length", "pdf", func(r *rand.Rand) []byte {
			p := onePage(plainFont)
			p.object("<< /Length %s >>\nstream\n%s\nendstream", one(r, "4 0 R", "-1", "99999999999", "5 0 R", "1e400"), showText)
			return p.end("")
		}},
		{"pdf-xref-stream", "pdf", func(r *rand.Rand) []byte {
			widths := one(r, "1 9 9", "1 2147483647 1", "-1 4 4", "0 0 0", "1 8 8")
			data := deflate(noise(r, 40))
			return fmt.Appendf(nil, "%%PDF-1.7\n1 0 obj\n<< /Type /XRef /W [%s] /Size %d /Index [0 %d] /Root 1 0 R /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n9\n%%%%EOF\n",
				widths, 1<<40+r.IntN(1000), 1<<40, len(data), data)
		}},
		{"pdf-object-stream", "pdf", func(r *rand.Rand) []byte {
			p := newPDF()
			p.object("<< /Type /Catalog /Pages 2 0 R >>")
			p.stream(fmt.Sprintf("/Type /ObjStm /N %d /First %d /Extends 2 0 R", r.IntN(1<<31), r.IntN(1<<31)-5), []byte("2 0 3 0 << /Type /Pages /Kids [3 0 R] >>"))
			return p.end("")
		}},
	}
}

// contentKinds are the PDF files whose pages do harm when they are read.
func contentKinds() []kind {
	drawing := func(make func(*rand.Rand) string) func(*rand.Rand) []byte {
		return func(random *rand.Rand) []byte {
			p := onePage(plainFont + " /XObject << /X 5 0 R >>")
			p.stream("/Filter /FlateDecode", deflate([]byte(make(random))))
			p.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>", []byte("/X Do /X Do "+showText))
			return p.end("")
		}
	}
	return []kind{
		{"pdf-form-in-itself", "pdf", drawing(func(r *rand.Rand) string { return showText + strings.Repeat("/X Do ", 1+r.IntN(100)) })},
		{"pdf-operators", "pdf", drawing(func(r *rand.Rand) string { return strings.Repeat(one(r, "q Q ", "0 0 m ", "BT ET ", "n "), 1<<21) })},
		{"pdf-deep-operand", "pdf", drawing(func(r *rand.Rand) string { return strings.Repeat(one(r, "[", "<<", "(", "q "), 1<<20) + showText })},
		{"pdf-numbers", "pdf", drawing(func(r *rand.Rand) string {
			huge := one(r, "1e308", "-99999999999999999999999", "1e-400", "NaN", ".-.", strings.Repeat("9", 1000))
			return strings.ReplaceAll("BT /F # Tf # 0 0 # # # Tm # Tc # Tw # TL # Tz (No plan) Tj [(a) # (b)] TJ T* (was made.) ' ET", "#", huge)
		})},
		{"pdf-letters", "pdf", drawing(func(r *rand.Rand) string {
			return "BT /F 1 Tf " + strings.Repeat(fmt.Sprintf("%d 0 Td (ab) Tj ", r.IntN(3)), 100_000) + "ET"
		})},
		{"pdf-lines", "pdf", drawing(func(r *rand.Rand) string {
			return strings.Repeat(fmt.Sprintf("0 %d m 500 0 l S 0 0 9 9 re f ", r.IntN(800)), 200_000)
		})},
		{"pdf-form-fan", "pdf", func(r *rand.Rand) []byte {
			p := onePage(plainFont + " /XObject << /X 5 0 R >>")
			p.stream("", []byte("/X Do"))
			for i := range 20 + r.IntN(20) {
				p.stream(fmt.Sprintf("/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>", i+6), []byte(strings.Repeat("/X Do ", 10)))
			}
			return p.end("")
		}},
		{"pdf-type3", "pdf", func(r *rand.Rand) []byte {
			p := onePage("/Font << /F 5 0 R >>")
			p.stream("", []byte(showText))
			p.object("<< /Type /Font /Subtype /Type3 /FontMatrix [0 0 0 0 0 0] /FontBBox [0 0 0 0] /FirstChar 0 /LastChar %d /Widths [1e99] /CharProcs << /N 6 0 R >> /Encoding << /Differences [0 /N] >> /Resources << /Font << /F 5 0 R >> >> >>", r.IntN(1<<30))
			p.stream("", []byte("BT /F 1 Tf (\\000\\000) Tj ET"))
			return p.end("")
		}},
		{"pdf-cmap", "pdf", func(r *rand.Rand) []byte {
			p := onePage("/Font << /F 5 0 R >>")
			p.stream("", []byte(strings.ReplaceAll(showText, "(No plan was made.)", "<00010002>")))
			p.object("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [5 0 R] >>")
			line := one(r, "<00000000> <FFFFFFFF> <0000>\n", "<0000> <FFFF> [<0041>]\n", "<FF> <00> <0041>\n", "<0000> <FFFF> <"+strings.Repeat("D800", 500)+">\n")
			p.stream("", []byte("begincmap 1 begincodespacerange <00> <FFFFFFFF> endcodespacerange\n100000 beginbfrange\n"+strings.Repeat(line, 20_000)+"endbfrange endcmap"))
			return p.end("")
		}},
		{"pdf-picture", "pdf", func(r *rand.Rand) []byte {
			p := onePage("/XObject << /X 5 0 R >>")
			p.stream("", []byte("595 0 0 842 0 0 cm /X Do"))
			p.stream(fmt.Sprintf("/Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode", 1<<20+r.IntN(1<<20), 1<<20), deflate([]byte("x")))
			return p.end("")
		}},
		{"pdf-box", "pdf", func(r *rand.Rand) []byte {
			data := soundPDF()
			return bytes.Replace(data, []byte("[0 0 595 842]"), []byte(one(r, "[0 0 0 0]", "[1e9 1e9 -1e9 -1e9]", "[0 0]", "(x)", "[2 0 R 3 0 R 0 0]")), 1)
		}},
	}
}
