package pdfium

import (
	"math"
	"unicode/utf8"

	"thematic/extract/pdf"
)

// maxLetters is the most letters of one page that are read.
const maxLetters = 2_000_000

// Page implements [pdf.Engine].
func (f *File) Page(i int) (pdf.Page, error) {
	var p pdf.Page
	err := f.withPage(i, func(page uint64) error {
		if err := f.frame(page, &p); err != nil {
			return err
		}
		if err := f.letters(page, &p); err != nil {
			return err
		}
		return f.pictures(page, &p)
	})
	return p, err
}

// frame reads the visible part of a page and how it is turned.
func (f *File) frame(page uint64, p *pdf.Page) error {
	if _, err := f.in.call("FPDF_GetPageBoundingBox", page, f.in.at(0)); err != nil {
		return err
	}
	var box [4]float64 // FS_RECTF: left, top, right, bottom
	if !f.in.floats(box[:]) {
		return errBroken
	}
	p.Left, p.Top, p.Right, p.Bottom = box[0], box[1], box[2], box[3]
	quarters, err := f.in.number("FPDFPage_GetRotation", page)
	p.Turn = 90 * quarters
	return err
}

// letters reads the characters of a page that are drawn, not those that PDFium
// makes up between them.
func (f *File) letters(page uint64, p *pdf.Page) error {
	text, err := f.in.call("FPDFText_LoadPage", page)
	if err != nil || uint32(text) == 0 {
		return err
	}
	n, err := f.in.number("FPDFText_CountChars", text)
	if err != nil {
		return err
	}
	r := letterReader{in: f.in, text: text}
	for i := 0; i < min(n, maxLetters); i++ {
		l, err := r.letter(uint64(i))
		if err != nil {
			return err
		}
		if l.Text != "" {
			p.Letters = append(p.Letters, l)
		}
	}
	p.Lost = r.lost
	_, err = f.in.call("FPDFText_ClosePage", text)
	return err
}

// letterReader reads the characters of one page. Those of one text object share
// their font.
type letterReader struct {
	in           *instance
	text         uint64
	object       uint64
	bold, italic bool
	lost         int // characters whose text is not known
}

func (r *letterReader) letter(i uint64) (pdf.Letter, error) {
	var l pdf.Letter
	made, err := r.in.number("FPDFText_IsGenerated", r.text, i)
	if err != nil || made == 1 {
		return l, err
	}
	code, err := r.in.number("FPDFText_GetUnicode", r.text, i)
	if err != nil {
		return l, err
	}
	if l.Text, err = r.character(i, rune(code)); err != nil || l.Text == "" {
		return l, err
	}
	if err := r.place(i, &l); err != nil {
		return l, err
	}
	err = r.face(i)
	l.Bold, l.Italic = r.bold, r.italic
	return l, err
}

// character is the text of a code, "" where it is none. PDFium writes a hyphen
// at the end of a line as U+0002.
func (r *letterReader) character(i uint64, code rune) (string, error) {
	if code == 2 {
		if hyphen, err := r.in.number("FPDFText_IsHyphen", r.text, i); err != nil || hyphen == 1 {
			return "-", err
		}
	}
	if code < ' ' || code == utf8.RuneError || !utf8.ValidRune(code) {
		r.lost++
		return "", nil
	}
	return string(code), nil
}

// place reads where a character stands and how large it is.
func (r *letterReader) place(i uint64, l *pdf.Letter) error {
	var origin [2]float64
	if _, err := r.in.call("FPDFText_GetCharOrigin", r.text, i, r.in.at(0), r.in.at(1)); err != nil {
		return err
	}
	ok := r.in.doubles(origin[:])
	var box [4]float64 // FS_RECTF: left, top, right, bottom
	if _, err := r.in.call("FPDFText_GetLooseCharBox", r.text, i, r.in.at(0)); err != nil {
		return err
	}
	ok = r.in.floats(box[:]) && ok
	var m [6]float64 // FS_MATRIX: a, b, c, d, e, f
	if _, err := r.in.call("FPDFText_GetMatrix", r.text, i, r.in.at(0)); err != nil {
		return err
	}
	ok = r.in.floats(m[:]) && ok
	size, err := r.in.call("FPDFText_GetFontSize", r.text, i)
	if err != nil {
		return err
	}
	if !ok {
		return errBroken
	}
	l.X, l.Y = origin[0], origin[1]
	along := math.Hypot(m[0], m[1])
	l.Size = math.Abs(math.Float64frombits(size)) * math.Min(math.Hypot(m[2], m[3]), 1.6*along)
	width := math.Abs(box[2] - box[0])
	if math.Abs(m[1]) > math.Abs(m[0]) {
		width = math.Abs(box[1] - box[3])
	}
	if along > 0 {
		l.EndX, l.EndY = l.X+width*m[0]/along, l.Y+width*m[1]/along
	}
	return nil
}

// face reads the weight and slant of a character's font, unless it is of the
// same text object as the one before.
func (r *letterReader) face(i uint64) error {
	object, err := r.in.call("FPDFText_GetTextObject", r.text, i)
	if err != nil || object == r.object && object != 0 {
		return err
	}
	r.object = object
	const room = 128
	name, err := r.in.allocate(room)
	if err != nil {
		return err
	}
	n, err := r.in.number("FPDFText_GetFontInfo", r.text, i, uint64(name), room, r.in.at(0))
	if err != nil {
		return err
	}
	b, ok := r.in.module.Memory().Read(name, uint32(max(0, min(n-1, room))))
	flags, read := r.in.module.Memory().ReadUint32Le(r.in.scratch)
	if !ok || !read {
		return errBroken
	}
	r.bold, r.italic = pdf.Style(string(b), int64(int32(flags)))
	_, err = r.in.call("free", uint64(name))
	return err
}

// The kinds of page object, from fpdf_edit.h.
const (
	pictureObject = 3
	formObject    = 5
)

// pictures notes the pictures on a page and adds up their area; on one without letters
// what is drawn as a form may be a picture, too.
func (f *File) pictures(page uint64, p *pdf.Page) error {
	n, err := f.in.number("FPDFPage_CountObjects", page)
	for i := 0; i < min(n, 10_000) && err == nil; i++ {
		var object uint64
		var kind int
		if object, err = f.in.call("FPDFPage_GetObject", page, uint64(i)); err != nil {
			break
		}
		if kind, err = f.in.number("FPDFPageObj_GetType", object); err == nil && (kind == pictureObject || kind == formObject && len(p.Letters) == 0) {
			err = f.addPicture(object, kind, p)
		}
	}
	return err
}

func (f *File) addPicture(object uint64, kind int, p *pdf.Page) error {
	at := f.in.at(0)
	found, err := f.in.number("FPDFPageObj_GetBounds", object, at, at+4, at+8, at+12)
	var box [4]float64 // left, bottom, right, top
	if err != nil || found == 0 || !f.in.floats(box[:]) {
		return err
	}
	p.Pictures += math.Abs((box[2] - box[0]) * (box[3] - box[1]))
	if kind == pictureObject {
		p.Boxes = append(p.Boxes, pdf.Box{Left: box[0], Bottom: box[1], Right: box[2], Top: box[3]})
	}
	return nil
}
