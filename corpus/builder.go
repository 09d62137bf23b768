package corpus

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Builder puts a [Text] together, block by block and page by page, and keeps
// its invariants: see [Text.Validate]. It cleans what it is given: white space
// becomes single spaces, soft hyphens and control characters go, ligatures become
// letters, private characters of the Symbol and Wingdings fonts what they show, letterspaced lines are closed up, the text is brought to normal form C.
// The zero Builder is not usable; call [NewBuilder].
type Builder struct {
	limits Limits
	text   Text
	body   []byte
	start  int  // of the open block in body
	open   bool // whether a block is open: its LF is not yet written
	space  bool // whether a space is due before the next character
	aside  bool // whether blocks stand in a box
	full   bool
}

// NewBuilder returns a builder of an empty text that stops growing at the
// limits of text and pages.
func NewBuilder(limits Limits) *Builder { return &Builder{limits: limits} }

// BeginPage ends the page before and begins p, which counts from here. Number
// and Span of p are set by the builder. Where State is empty it becomes
// [PageRead] or [PageBlank], by whether text follows.
func (b *Builder) BeginPage(p Page) {
	b.close()
	b.beginPage(p)
}

func (b *Builder) beginPage(p Page) {
	if len(b.text.Pages) >= b.limits.Pages {
		b.fill(fmt.Sprintf("only the first %d pages were read", b.limits.Pages))
	}
	if b.full {
		return
	}
	p.Number = len(b.text.Pages) + 1
	p.Span = Span{Start: len(b.body)}
	b.text.Pages = append(b.text.Pages, p)
}

// Page returns the page that is being written, to be completed in place
// (label, furniture, state). It is nil before the first page, and valid until
// the next one begins.
func (b *Builder) Page() *Page {
	if len(b.text.Pages) == 0 {
		return nil
	}
	return &b.text.Pages[len(b.text.Pages)-1]
}

// SetAside says whether the blocks that are added from here on stand in a box, and
// returns whether those before did.
func (b *Builder) SetAside(aside bool) (before bool) {
	before, b.aside = b.aside, aside
	return before
}

// Append adds a block with the given text. Kind, Level, Number and Box are
// taken from block; Span and Aside are set here, and Section is -1 until sections are
// known. Where block has no Number and the text of a heading or paragraph
// begins with one, that is taken off the text: see [SplitNumber]. A paragraph
// before which a bullet was typed becomes [BlockBullet]. A line with
// dots up to a page number becomes [BlockContents]. In a table row tabs part the
// cells; elsewhere they are spaces. A text that shows nothing adds nothing.
func (b *Builder) Append(block Block, text string) {
	b.close()
	if b.full {
		return
	}
	if len(b.text.Pages) == 0 {
		b.beginPage(Page{})
	}
	block.Section, block.Aside = -1, b.aside
	if block.Kind != BlockTableRow && hasLeaders(text) {
		block.Kind, block.Level = BlockContents, 0
	}
	if block.Kind == BlockParagraph && block.Number == "" {
		if m := typedBullet().FindStringSubmatch(text); m != nil {
			block.Kind, block.Level, text = BlockBullet, 1, m[1]
		}
	}
	if block.Number == "" && (block.Kind == BlockHeading || block.Kind == BlockParagraph) {
		block.Number, text = SplitNumber(block.Kind, text)
	}
	block.Number = cleanNumber(block.Number)
	if block.Kind != BlockTableRow {
		text = closeUp(text)
	}
	b.text.Blocks = append(b.text.Blocks, block)
	b.start, b.open, b.space = len(b.body), true, false
	b.write(text)
}

// typedBullet parts a bullet from the text of its item. A dash may be
// something else.
var typedBullet = Lazily(`^\s*[•●▪■◦‣]\s+(\S[\s\S]*)$`)

// hasLeaders reports whether text is a line of contents: a number behind dots. Most
// texts end in no number, and are not searched.
func hasLeaders(text string) bool {
	end := strings.TrimRight(text, " \t\n\f\r")
	return end != "" && end[len(end)-1] >= '0' && end[len(end)-1] <= '9' && leaders().MatchString(text)
}

var leaders = Lazily(`(\.{4}|(\.\s){4}|…\s*…|_{4})[.…_\s]*\d{1,4}\s*$`)

// Continue adds text to the block that was appended last, on a new page p. It
// is for the paragraph that goes on over the page: the caller gives the space
// between the two parts, if there is one.
func (b *Builder) Continue(p Page, text string) {
	if !b.open {
		b.beginPage(p)
		b.Append(Block{Kind: BlockParagraph}, text)
		return
	}
	rest := strings.TrimLeftFunc(text, unicode.IsSpace)
	if b.space || rest != text {
		b.writeSpace()
	}
	b.beginPage(p)
	b.write(rest)
}

// Warn adds a sentence for a person about what could not be read. The same
// sentence is kept once.
func (b *Builder) Warn(sentence string) {
	sentence = CleanLine(sentence)
	if sentence != "" && !slices.Contains(b.text.Warnings, sentence) {
		b.text.Warnings = append(b.text.Warnings, sentence)
	}
}

// SetProperty keeps what the file says about itself. Names are lower-cased; an
// empty value is left out.
func (b *Builder) SetProperty(name, value string) {
	name, value = strings.ToLower(CleanLine(name)), CleanLine(value)
	if name == "" || value == "" {
		return
	}
	if b.text.Properties == nil {
		b.text.Properties = map[string]string{}
	}
	b.text.Properties[name] = value
}

// PageEmpty reports whether nothing is written on the current page yet.
func (b *Builder) PageEmpty() bool {
	return len(b.text.Pages) == 0 || b.Page().Span.Start == len(b.body)
}

// Full reports whether a limit was met. What is added after that is left out;
// a warning says so, and the page where it happened is marked [PageFailed].
func (b *Builder) Full() bool { return b.full }

// Finish ends the text and returns it. The builder is spent.
func (b *Builder) Finish() Text {
	b.close()
	if len(b.text.Pages) == 0 {
		b.beginPage(Page{})
	}
	b.text.Body = string(b.body)
	end := len(b.body)
	for i := len(b.text.Pages) - 1; i >= 0; i-- {
		p := &b.text.Pages[i]
		p.Span.End, end = end, p.Span.Start
		switch {
		case p.State != "":
		case p.Span.Len() > 0:
			p.State = PageRead
		default:
			p.State = PageBlank
		}
		for j, line := range p.Furniture {
			p.Furniture[j] = CleanLine(line)
		}
	}
	return b.text
}

// write cleans text and appends it to the open block.
func (b *Builder) write(text string) {
	if b.full {
		return
	}
	cells := b.text.Blocks[len(b.text.Blocks)-1].Kind == BlockTableRow
	var out []byte
	for _, r := range PartLigatures(text) {
		if shown, ok := Symbol(r); ok {
			r = shown
		}
		switch {
		case r == '\t' && cells:
			out = append(out, '\t')
			b.space = false
		case unicode.IsSpace(r):
			b.space = len(out) > 0 || len(b.body) > b.start
		case isHidden(r):
		default:
			if b.space && !endsInTab(out) {
				out = append(out, ' ')
			}
			b.space = false
			out = utf8.AppendRune(out, r)
		}
	}
	out = norm.NFC.Bytes(out)
	if len(out)+1 > b.limits.TextBytes-len(b.body) {
		b.fill(fmt.Sprintf("only the first %d MB of text were read", b.limits.TextBytes>>20))
		return
	}
	b.body = norm.NFC.Append(b.body, out...)
	b.settle()
}

// settle keeps the pages that begin in the open block on whole characters,
// after text before them was joined or taken back.
func (b *Builder) settle() {
	for i := len(b.text.Pages) - 1; i >= 0 && b.text.Pages[i].Span.Start > b.start; i-- {
		at := min(b.text.Pages[i].Span.Start, len(b.body))
		for at < len(b.body) && !utf8.RuneStart(b.body[at]) {
			at--
		}
		b.text.Pages[i].Span.Start = at
	}
}

// writeSpace ends what is written of the open block with a space.
func (b *Builder) writeSpace() {
	b.space = false
	if len(b.body) > b.start && b.body[len(b.body)-1] != ' ' {
		b.body = append(b.body, ' ')
	}
}

// close ends the open block, or takes it back where it shows nothing.
func (b *Builder) close() {
	if !b.open {
		return
	}
	b.open = false
	last := len(b.text.Blocks) - 1
	text := strings.TrimRight(string(b.body[b.start:]), " \t")
	b.body = b.body[:b.start+len(text)]
	b.settle()
	if text == "" {
		b.text.Blocks = b.text.Blocks[:last]
		return
	}
	b.text.Blocks[last].Span = Span{Start: b.start, End: len(b.body)}
	b.body = append(b.body, '\n')
	for i := len(b.text.Pages) - 1; i >= 0 && b.text.Pages[i].Span.Start == len(b.body)-1; i-- {
		b.text.Pages[i].Span.Start++ // a page does not begin with the line feed
	}
}

// fill stops the text from growing and says why: in a warning, and on the page
// where it stopped, so that the file does not pass as read in full.
func (b *Builder) fill(sentence string) {
	b.full = true
	b.Warn(sentence)
	if p := b.Page(); p != nil {
		p.State, p.Reason = PageFailed, sentence
	}
}

func endsInTab(b []byte) bool { return len(b) > 0 && b[len(b)-1] == '\t' }
