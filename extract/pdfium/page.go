package pdfium

import (
	"encoding/binary"
	"math"
	"unicode/utf8"

	"thematic/extract/pdf"
)

// maxLetters is the most letters of one page that are read.
const maxLetters = 2_000_000

// Page implements [pdf.Engine].
func (f *File) Page(i int) (pdf.Page, error) {
	var p pdf.Page
	err := f.withPage(i, func(page uint64) {
		f.frame(page, &p)
		f.letters(page, &p)
		f.pictures(page, &p)
		f.pinned(page)
	})
	return p, err
}

// frame reads the visible part of a page and how it is turned.
func (f *File) frame(page uint64, p *pdf.Page) {
	f.in.call("FPDF_GetPageBoundingBox", page, f.in.at(0))
	var box [4]float64 // FS_RECTF: left, top, right, bottom
	f.in.floats(box[:])
	p.Left, p.Top, p.Right, p.Bottom = box[0], box[1], box[2], box[3]
	p.Turn = 90 * f.in.number("FPDFPage_GetRotation", page)
}

// letters reads the characters of a page that are drawn, not those that PDFium
// makes up between them.
func (f *File) letters(page uint64, p *pdf.Page) {
	text := f.in.call("FPDFText_LoadPage", page)
	if uint32(text) == 0 {
		return
	}
	n := min(f.in.number("FPDFText_CountChars", text), maxLetters)
	r := letterReader{in: f.in, text: text}
	for i := 0; i < n && f.in.err == nil; i++ {
		if l := r.letter(uint64(i)); l.Text != "" {
			p.Letters = append(p.Letters, l)
		}
	}
	p.Lost = r.lost
	f.in.call("FPDFText_ClosePage", text)
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

// letter reads character i, without text where it has none of its own.
func (r *letterReader) letter(i uint64) pdf.Letter {
	var l pdf.Letter
	if r.in.number("FPDFText_IsGenerated", r.text, i) == 1 {
		return l
	}
	if l.Text = r.character(i); l.Text != "" {
		r.place(i, &l)
		r.face(i)
		l.Bold, l.Italic = r.bold, r.italic
	}
	return l
}

// character is the text of a code, "" where it is none. PDFium writes a hyphen
// at the end of a line as U+0002.
func (r *letterReader) character(i uint64) string {
	code := rune(r.in.number("FPDFText_GetUnicode", r.text, i))
	switch {
	case code == 2 && r.in.number("FPDFText_IsHyphen", r.text, i) == 1:
		return "-"
	case code < ' ' || code == utf8.RuneError || !utf8.ValidRune(code):
		r.lost++
		return ""
	}
	return string(code)
}

// place reads where a character stands and how large it is.
func (r *letterReader) place(i uint64, l *pdf.Letter) {
	var origin [2]float64
	r.in.call("FPDFText_GetCharOrigin", r.text, i, r.in.at(0), r.in.at(1))
	r.in.doubles(origin[:])
	var box [4]float64 // FS_RECTF: left, top, right, bottom
	r.in.call("FPDFText_GetLooseCharBox", r.text, i, r.in.at(0))
	r.in.floats(box[:])
	var m [6]float64 // FS_MATRIX: a, b, c, d, e, f
	r.in.call("FPDFText_GetMatrix", r.text, i, r.in.at(0))
	r.in.floats(m[:])
	size := math.Float64frombits(r.in.call("FPDFText_GetFontSize", r.text, i))
	l.X, l.Y = origin[0], origin[1]
	along := math.Hypot(m[0], m[1])
	l.Size = math.Abs(size) * math.Min(math.Hypot(m[2], m[3]), 1.6*along)
	width := math.Abs(box[2] - box[0])
	if math.Abs(m[1]) > math.Abs(m[0]) {
		width = math.Abs(box[1] - box[3])
	}
	if along > 0 {
		l.EndX, l.EndY = l.X+width*m[0]/along, l.Y+width*m[1]/along
	}
}

// face reads the weight and slant of a character's font, unless it is of the
// same text object as the one before.
func (r *letterReader) face(i uint64) {
	object := r.in.call("FPDFText_GetTextObject", r.text, i)
	if object == r.object && object != 0 {
		return
	}
	r.object = object
	const room = 128
	name := r.in.allocate(room)
	n := r.in.number("FPDFText_GetFontInfo", r.text, i, uint64(name), room, r.in.at(0))
	text, flags := r.in.memory(name, uint32(max(0, min(n-1, room)))), r.in.memory(r.in.scratch, 4)
	if r.in.err == nil {
		r.bold, r.italic = pdf.Style(string(text), int64(int32(binary.LittleEndian.Uint32(flags))))
	}
	r.in.call("free", uint64(name))
}

// The kinds of page object, from fpdf_edit.h.
const (
	pictureObject = 3
	formObject    = 5
)

// pictures notes the pictures on a page and adds up their area; on one without letters
// what is drawn as a form may be a picture, too.
func (f *File) pictures(page uint64, p *pdf.Page) {
	n := min(f.in.number("FPDFPage_CountObjects", page), 10_000)
	for i := 0; i < n && f.in.err == nil; i++ {
		object := f.in.call("FPDFPage_GetObject", page, uint64(i))
		kind := f.in.number("FPDFPageObj_GetType", object)
		if kind == pictureObject || kind == formObject && len(p.Letters) == 0 {
			f.addPicture(object, kind, p)
		}
	}
}

func (f *File) addPicture(object uint64, kind int, p *pdf.Page) {
	at := f.in.at(0)
	var box [4]float64 // left, bottom, right, top
	if f.in.number("FPDFPageObj_GetBounds", object, at, at+4, at+8, at+12) == 0 {
		return
	}
	f.in.floats(box[:])
	p.Pictures += math.Abs((box[2] - box[0]) * (box[3] - box[1]))
	if kind == pictureObject {
		p.Boxes = append(p.Boxes, pdf.Box{Left: box[0], Bottom: box[1], Right: box[2], Top: box[3]})
	}
}
