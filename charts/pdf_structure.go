package charts

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// pdfPage is the number that fpdf gives the object of the first page.
const pdfPage = 3

// pdfEnd is how fpdf ends a file: the number of its objects, that of the catalog, what
// else the trailer says, and where the table of objects is.
var pdfEnd = regexp.MustCompile(`trailer\n<<\n/Size (\d+)\n/Root (\d+) 0 R\n([^>]*)>>\nstartxref\n(\d+)\n%%EOF\n$`)

// structured adds to a PDF of one page, on which everything is marked as content 0, that
// it is a figure and what it shows in words, for programs that read aloud (ISO 32000-1,
// 14.7 and 14.8). All of it stands behind the file as fpdf wrote it, as an update
// (7.5.6). It fails where the file is not laid out as fpdf does.
func (f *Figure) structured(pdf []byte) ([]byte, error) {
	end := pdfEnd.FindSubmatch(pdf)
	if end == nil {
		return nil, errors.New("it does not end as expected")
	}
	size, _ := strconv.Atoi(string(end[1]))
	catalog, _ := strconv.Atoi(string(end[2]))
	u := pdfUpdate{pdf: pdf}
	tree, document, figure := size, size+1, size+2
	u.put(pdfPage, u.object(pdfPage, "<</Type /Page\n", "/StructParents 0\n/Tabs /S\n"))
	u.put(catalog, u.object(catalog, "/Type /Catalog\n", fmt.Sprintf("/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n/ViewerPreferences <</DisplayDocTitle true>>\n", tree)))
	u.put(tree, fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree <</Nums [0 [%d 0 R]]>> /ParentTreeNextKey 1>>\n", document, figure))
	u.put(document, fmt.Sprintf("<</S /Document /P %d 0 R /K %d 0 R>>\n", tree, figure))
	u.put(figure, fmt.Sprintf("<</S /Figure /P %d 0 R /Pg %d 0 R /K 0 /Alt %s /A <</O /Layout /Placement /Block /BBox [0 0 %.2f %.2f]>>>>\n",
		document, pdfPage, pdfText(f.Alt), float64(f.Width), float64(f.Height)))
	return u.bytes(fmt.Sprintf("/Size %d\n/Root %d 0 R\n%s/Prev %s\n", figure+1, catalog, end[3], end[4])), u.err
}

// pdfUpdate is what is written behind a PDF.
type pdfUpdate struct {
	pdf   []byte // with the objects so far
	table strings.Builder
	err   error
}

// object is an object of the file with keys behind the words that it holds.
func (u *pdfUpdate) object(number int, behind, keys string) string {
	_, object, _ := bytes.Cut(u.pdf, fmt.Appendf(nil, "\n%d 0 obj\n", number))
	object, _, _ = bytes.Cut(object, []byte("endobj\n"))
	before, after, found := strings.Cut(string(object), behind)
	if !found {
		u.err = fmt.Errorf("its object %d is not what it should be", number)
	}
	return before + behind + keys + after
}

// put adds an object, or another in the place of one that is there.
func (u *pdfUpdate) put(number int, object string) {
	fmt.Fprintf(&u.table, "%d 1\n%010d 00000 n \n", number, len(u.pdf))
	u.pdf = fmt.Appendf(u.pdf, "%d 0 obj\n%sendobj\n", number, object)
}

// bytes ends the file with the table of what was put into it.
func (u *pdfUpdate) bytes(trailer string) []byte {
	start := len(u.pdf)
	return fmt.Appendf(u.pdf, "xref\n%strailer\n<<\n%s>>\nstartxref\n%d\n%%%%EOF\n", u.table.String(), trailer, start)
}

// pdfText is a text as PDF has it: UTF-16 in hexadecimal digits.
func pdfText(s string) string {
	var out strings.Builder
	out.WriteString("<FEFF")
	for _, r := range bmp(s) {
		fmt.Fprintf(&out, "%04X", r)
	}
	out.WriteString(">")
	return out.String()
}
