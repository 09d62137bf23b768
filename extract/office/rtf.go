package office

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"thematic/corpus"
)

// rtfPlace is what the text of a group is for.
type rtfPlace int

const (
	rtfText     rtfPlace = iota // to be read
	rtfQuiet                    // nothing itself; groups in it may be
	rtfLabel                    // the number or bullet of a list item
	rtfFonts                    // the table of fonts
	rtfStyles                   // the table of styles
	rtfStyle                    // the name of a style
	rtfProperty                 // what the file says of itself
	rtfColours                  // the table of colours
)

// rtfGroup is the state of a group, which the groups in it begin with.
type rtfGroup struct {
	place, outer rtfPlace // outer is what \ud goes back to
	font         int
	fallback     int // characters that stand for a \u
	bold         toggle
	raised       bool   // as the mark of a note is
	deleted      bool   // by a tracked change
	moved        bool   // away, by a tracked change
	struck       toggle // through, as it is said besides the styles
	unseen       toggle // neither shown nor printed, likewise
	white        bool   // its colour
	painted      bool   // behind or around its letters
	concealed    bool   // in a shape that is not shown
	character    string // style of characters
	inTable      bool
	paragraph    rtfParagraph
	property     string
	close        func() // called at the end of this very group
}

// atEnd has f called at the end of the group, before what is called already.
func (g *rtfGroup) atEnd(f func()) {
	before := g.close
	g.close = func() {
		f()
		if before != nil {
			before()
		}
	}
}

// rtfParagraph is what a paragraph is to be.
type rtfParagraph struct {
	style   string
	level   int
	known   bool
	before  bool
	depth   int
	painted bool // there is colour behind it
}

// rtf reads a rich text file.
type rtf struct {
	output
	lexer  *rtfLexer
	limits corpus.Limits
	groups []rtfGroup // the current one last
	flows  []*rtfFlow // the text, and the note or box in it that is being read

	page   int         // code page of the file
	fonts  map[int]int // code pages of the fonts, where they have their own
	normal int         // font of plain text
	styles map[string]style
	rtfColourTable
	bare func() bool // nothing is drawn behind the text, which white words alone ask for

	pending []byte // text that is still to be decoded
	passing int    // characters to pass over after a \u
	half    rune   // the first of two surrogates
	word    strings.Builder
	date    [3]int
	lines   []string // of headers and footers
	newPage bool     // the next paragraph begins a section and a page
	written int      // bytes of text so far
}

var errRTFBroken = &corpus.InputError{Reason: "it breaks off before its end: ask for a new copy"}

// ReadRTF reads a rich text file (RTF 1.9). Its pages are those that the
// author's page breaks begin: the format keeps no others. A file that breaks off
// half way gives what stands before the break, its last page marked as failed.
func ReadRTF(in io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error) {
	r := &rtf{
		output: output{builder: corpus.NewBuilder(limits), engine: "rtf"},
		lexer:  newRTFLexer(in, size),
		limits: limits,
		flows:  []*rtfFlow{{current: &paragraph{}}},
		page:   1252,
		fonts:  map[int]int{},
		styles: map[string]style{},
		bare:   sync.OnceValue(func() bool { return !rtfPaints(in, size) }),
	}
	r.beginPage()
	err := r.read()
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errRTFBroken
	}
	r.flows = r.flows[:1]
	r.endParagraph(rtfGroup{})
	r.endRow()
	text, err := r.finish(err)
	if len(text.Pages) > 0 {
		text.Pages[0].Furniture = r.lines
	}
	return text, err
}

// read reads to the end of the outermost group. What follows that is no part of
// the file.
func (r *rtf) read() error {
	for !r.builder.Full() {
		if r.written > r.limits.TextBytes {
			return &corpus.InputError{Reason: fmt.Sprintf("it holds more than %d MB of text: split it", r.limits.TextBytes>>20)}
		}
		token, err := r.lexer.next()
		if err != nil || token.kind != rtfChar {
			r.decode()
		}
		if err != nil {
			return err
		}
		switch token.kind {
		case rtfOpen:
			err = r.open()
		case rtfClose:
			r.shut()
			if len(r.groups) == 0 {
				return nil
			}
		case rtfChar:
			r.char(token.char)
		case rtfWord:
			if len(r.groups) > 0 {
				err = r.control(token)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *rtf) group() *rtfGroup { return &r.groups[len(r.groups)-1] }

func (r *rtf) open() error {
	r.passing = 0
	if len(r.groups) >= r.limits.Depth {
		return &corpus.InputError{Reason: "its groups are nested too deeply: save it anew as PDF"}
	}
	g := rtfGroup{fallback: 1}
	if len(r.groups) > 0 {
		g = *r.group()
	}
	g.close = nil
	r.groups = append(r.groups, g)
	if g.place == rtfStyles {
		r.beginStyle()
	}
	return nil
}

func (r *rtf) shut() {
	r.passing = 0
	if len(r.groups) == 0 {
		return
	}
	if g := r.group(); g.close != nil {
		g.close()
	}
	r.groups = r.groups[:len(r.groups)-1]
}

// char takes a byte of text.
func (r *rtf) char(c byte) {
	switch {
	case len(r.groups) == 0:
	case r.passing > 0:
		r.passing--
	case r.group().place == rtfColours:
		if c == ';' {
			r.endColour()
		}
	case r.group().place != rtfQuiet && r.group().place != rtfFonts:
		r.pending = append(r.pending, c)
		if len(r.pending) >= 64<<10 {
			r.decode()
		}
	}
}

// decode writes the bytes that have gathered, in the code page of their font.
func (r *rtf) decode() {
	if len(r.pending) == 0 {
		return
	}
	page, ok := r.fonts[r.group().font]
	switch {
	case ok && page == symbolPage:
		r.sign()
	case ok:
		r.write(decodePage(r.pending, page))
	default:
		r.write(decodePage(r.pending, r.page))
	}
	r.pending = r.pending[:0]
}

// sign takes a character of a font of signs. Before a list item it is a bullet;
// elsewhere it is no text.
func (r *rtf) sign() {
	if r.group().place == rtfLabel {
		r.write("•")
	}
}

// unicode takes the character of a \u. Two surrogates are one character.
func (r *rtf) unicode(n int) {
	if n < 0 {
		n += 1 << 16
	}
	c := rune(n)
	r.passing = r.group().fallback
	switch {
	case 0xd800 <= c && c < 0xdc00:
		r.half = c
	case 0xdc00 <= c && c < 0xe000:
		if r.half != 0 {
			r.write(string((r.half-0xd800)<<10 | (c - 0xdc00) + 0x10000))
		}
		r.half = 0
	case 0xf000 <= c && c < 0xf100:
		r.sign()
	default:
		r.write(string(c))
	}
}

// write takes text to where the current group has it go.
func (r *rtf) write(text string) {
	g := r.group()
	flow := r.flow()
	r.written += len(text)
	switch {
	case g.moved:
	case g.place == rtfText && (g.concealed || r.says(g.unseen, func(s *style) toggle { return s.unseen })):
		flow.current.leave(hidden, text)
	case g.place == rtfLabel && (g.concealed || g.unseen == on):
	case g.place == rtfText && g.deleted:
		flow.current.leave(deleted, text)
	case g.place == rtfText && text != string(pageMark) && r.isWhite():
		flow.current.leave(hidden, text)
	case g.place == rtfText && text != string(pageMark) && r.says(g.struck, func(s *style) toggle { return s.struck }):
		flow.current.leave(struck, text)
	case g.deleted:
	case g.place == rtfText && g.raised:
		flow.current.write(raisedNumber(text), g.bold == on)
	case g.place == rtfText:
		flow.current.write(text, g.bold == on)
	case g.place == rtfLabel:
		flow.label += text[:min(len(text), rtfLabelMost)]
	case g.place == rtfStyle, g.place == rtfProperty:
		if r.word.Len() < rtfWordMost {
			r.word.WriteString(text)
		}
	}
}

// says reports whether a property of the current text is on, of which the text itself
// says own: where that is nothing its style of characters decides, or else that of its
// paragraph.
func (r *rtf) says(own toggle, of func(*style) toggle) bool {
	if own != unsaid {
		return own == on
	}
	g := r.group()
	character, paragraph := r.styles[g.character], r.styles[g.paragraph.style]
	return of(&character).over(of(&paragraph) == on)
}

// The most bytes of a label of a list item, and of a name or a property.
const (
	rtfLabelMost = 64
	rtfWordMost  = 4 << 10
)

// beginStyle begins an entry of the table of styles, which says what a style is
// in the words that make a paragraph one.
func (r *rtf) beginStyle() {
	g := r.group()
	g.place, g.bold, g.struck, g.unseen, g.character, g.paragraph = rtfStyle, unsaid, unsaid, unsaid, "", rtfParagraph{style: "0"}
	g.property = "" // the style it is based on
	r.word.Reset()
	g.atEnd(func() {
		name, _, _ := strings.Cut(r.word.String(), ";")
		g := r.group()
		s := style{level: g.paragraph.level, known: g.paragraph.known, bold: g.bold, struck: g.struck, unseen: g.unseen, base: g.property}
		switch {
		case g.place != rtfStyle || name == "":
		case g.character != "":
			s.base = "cs" + s.base
			r.styles[g.character] = s
		default:
			nameStyle(&s, strings.ToLower(strings.TrimSpace(name)))
			r.styles[g.paragraph.style] = s
		}
	})
}

// resolveStyles completes the styles from those they are based on.
func (r *rtf) resolveStyles() {
	resolved := make(map[string]style, len(r.styles))
	for id := range r.styles {
		resolved[id] = resolve(r.styles, id)
	}
	r.styles = resolved
}

// beginProperty reads the current group as what the file says of itself.
func (r *rtf) beginProperty(name string) {
	r.word.Reset()
	r.date = [3]int{}
	g := r.group()
	g.place, g.property = rtfProperty, name
	g.atEnd(func() {
		if r.date[0] > 0 {
			r.word.Reset()
			fmt.Fprintf(&r.word, "%04d-%02d-%02d", r.date[0], r.date[1], r.date[2])
		}
		r.builder.SetProperty(name, strings.TrimSuffix(r.word.String(), ";"))
	})
}

// keepLine keeps a line of a header or footer.
func (r *rtf) keepLine(p *paragraph) { r.lines = addFurniture(r.lines, p.plain()) }
