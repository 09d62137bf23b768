package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zlib"
)

// file is a PDF taken apart: its objects by number, each from the line behind
// "N 0 obj" to that of "endobj".
type file struct {
	objects [][]byte // from 0, which is no object
	trailer string
}

// structured returns a PDF that fpdf wrote with the structure in it. It fails
// where the file is not laid out as fpdf does.
func (d *Document) structured(pdf []byte) ([]byte, error) {
	f, err := parted(pdf)
	if err != nil {
		return nil, err
	}
	f.mapUnicode()
	root := len(f.objects)
	catalog := root - 1
	if err := f.put(catalog, "/Type /Catalog\n", fmt.Sprintf("/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n/ViewerPreferences <</DisplayDocTitle true>>\n", root)); err != nil {
		return nil, err
	}
	for i := range d.sheets {
		if err := f.put(sheetObject(i+1), "<</Type /Page\n", fmt.Sprintf("/StructParents %d\n/Tabs /S\n", i)); err != nil {
			return nil, err
		}
	}
	numbers := map[*Tag]int{}
	d.root.number(numbers, root+2)
	f.add("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>", root+2, root+1, len(d.sheets))
	f.add("<</Nums [%s]>>", d.parents(numbers))
	d.root.write(f, numbers, root)
	return f.bytes(), nil
}

// sheetObject is the number that fpdf gives the object of a sheet, from 1.
func sheetObject(sheet int) int { return 1 + 2*sheet }

// number gives an element and those in it numbers from next on, in reading
// order, and returns the one after them.
func (e *Tag) number(numbers map[*Tag]int, next int) int {
	numbers[e] = next
	next++
	for _, k := range e.kids {
		if k.tag != nil {
			next = k.tag.number(numbers, next)
		}
	}
	return next
}

// parents is the tree that leads from what a sheet marks to its elements.
func (d *Document) parents(numbers map[*Tag]int) string {
	var s strings.Builder
	for i, sheet := range d.sheets {
		fmt.Fprintf(&s, "%d [", i)
		for _, e := range sheet {
			fmt.Fprintf(&s, "%d 0 R ", numbers[e])
		}
		s.WriteString("]\n")
	}
	return s.String()
}

// write adds the objects of an element and of those in it.
func (e *Tag) write(f *file, numbers map[*Tag]int, parent int) {
	var kids strings.Builder
	sheet := 0 // that of numbers alone
	for _, k := range e.kids {
		switch {
		case k.tag != nil:
			fmt.Fprintf(&kids, " %d 0 R", numbers[k.tag])
		case sheet == 0 || sheet == k.sheet:
			sheet = k.sheet
			fmt.Fprintf(&kids, " %d", k.entry)
		default:
			fmt.Fprintf(&kids, " <</Type /MCR /Pg %d 0 R /MCID %d>>", sheetObject(k.sheet), k.entry)
		}
	}
	page := ""
	if sheet > 0 {
		page = fmt.Sprintf("/Pg %d 0 R", sheetObject(sheet))
	}
	f.add("<</S/%s/P %d 0 R%s%s/K[%s]>>", e.kind, parent, page, e.properties(), strings.TrimSpace(kids.String()))
	for _, k := range e.kids {
		if k.tag != nil {
			k.tag.write(f, numbers, numbers[e])
		}
	}
}

// properties are what else an element says of itself.
func (e *Tag) properties() string {
	switch {
	case e.Scope != "":
		return "/A<</O/Table/Scope/" + e.Scope + ">>"
	case e.kind == "L":
		return "/A<</O/List/ListNumbering/Disc>>"
	case e.kind == "Figure":
		return fmt.Sprintf("/Alt %s/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>",
			textString(e.Alt), e.Box[0], e.Box[1], e.Box[2], e.Box[3])
	}
	return ""
}

// textString is a text as PDF writes it: UTF-16 in hexadecimal digits.
func textString(s string) string {
	var out strings.Builder
	out.WriteString("<FEFF")
	for _, r := range BMP(s) {
		fmt.Fprintf(&out, "%04X", r)
	}
	out.WriteString(">")
	return out.String()
}

// parted takes a PDF apart by its table of objects.
func parted(pdf []byte) (*file, error) {
	from := bytes.LastIndex(pdf, []byte("\nxref\n"))
	table, trailer, found := strings.Cut(string(pdf[from+1:]), "trailer\n")
	rows := strings.Split(strings.TrimSuffix(table, "\n"), "\n")
	trailer, _, end := strings.Cut(trailer, "startxref\n")
	if from < 0 || !found || !end || len(rows) < 4 {
		return nil, errors.New("the PDF has no table of objects")
	}
	f := &file{objects: make([][]byte, len(rows)-2), trailer: trailer}
	starts := []int{from + 1}
	for _, row := range rows[3:] {
		at, err := strconv.Atoi(strings.TrimSuffix(row, " 00000 n "))
		if err != nil || at < 0 || at >= from {
			return nil, fmt.Errorf("the table of objects has the row %q", row)
		}
		starts = append(starts, at)
	}
	ends := slices.Sorted(slices.Values(starts))
	for number, at := range starts[1:] {
		number++
		next, _ := slices.BinarySearch(ends, at+1)
		object, begins := bytes.CutPrefix(pdf[at:ends[next]], fmt.Appendf(nil, "%d 0 obj\n", number))
		object, whole := bytes.CutSuffix(object, []byte("endobj\n"))
		if !begins || !whole {
			return nil, fmt.Errorf("object %d is not where the table of objects says", number)
		}
		f.objects[number] = object
	}
	return f, nil
}

// put adds keys to the dictionary of an object, behind the words that it holds.
func (f *file) put(object int, behind, keys string) error {
	before, after, found := bytes.Cut(f.objects[object], []byte(behind))
	if !found {
		return fmt.Errorf("object %d of the PDF is not what it should be", object)
	}
	f.objects[object] = bytes.Join([][]byte{before, []byte(behind + keys), after}, nil)
	return nil
}

func (f *file) add(format string, args ...any) {
	f.objects = append(f.objects, fmt.Appendf(nil, format+"\n", args...))
}

// mapUnicode parts the range by which fpdf says that every code is that of its
// character: a range may change the last byte alone (ISO 32000-1, 9.10.3).
func (f *file) mapUnicode() {
	const whole = "1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n"
	var parts strings.Builder
	for first := 0; first < 256; first += 64 { // a block has no more than 100
		parts.WriteString("64 beginbfrange\n")
		for high := first; high < first+64; high++ {
			fmt.Fprintf(&parts, "<%02X00> <%02XFF> <%02X00>\n", high, high, high)
		}
		parts.WriteString("endbfrange\n")
	}
	for i, object := range f.objects {
		_, stream, _ := bytes.Cut(object, []byte("stream\n"))
		before, after, mapped := bytes.Cut(stream, []byte(whole))
		if !mapped || !bytes.HasPrefix(object, []byte("<</Length ")) { // what a title says is in another
			continue
		}
		after = bytes.TrimSuffix(after, []byte("\nendstream\n"))
		packed := deflated(before, []byte(parts.String()), after)
		f.objects[i] = fmt.Appendf(nil, "<</Filter /FlateDecode\n/Length %d>>\nstream\n%s\nendstream\n", len(packed), packed)
	}
}

// deflated is the content of a stream, made small.
func deflated(parts ...[]byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	for _, part := range parts {
		_, _ = z.Write(part) // which fails only where out does
	}
	_ = z.Close()
	return out.Bytes()
}

// bytes puts the file together.
func (f *file) bytes() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%µ¶\n")
	var table strings.Builder
	fmt.Fprintf(&table, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects))
	for i, object := range f.objects[1:] {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%sendobj\n", i+1, object)
	}
	start := out.Len()
	_, rest, _ := strings.Cut(f.trailer, "\n/Root ") // behind the number of objects
	fmt.Fprintf(&out, "%strailer\n<<\n/Size %d\n/Root %sstartxref\n%d\n%%%%EOF\n", table.String(), len(f.objects), rest, start)
	return out.Bytes()
}
