package corpus

import "strings"

// front is the beginning of a document, where it says what it is: the blocks
// up to the contents page or, without one, the first page and a little more.
type front struct {
	blocks []Block
	text   *Text
}

// maxFrontBlocks bounds the front of a document that has no contents page.
const maxFrontBlocks = 40

func frontOf(t *Text) front {
	f := front{text: t}
	for i, b := range t.Blocks {
		page, _ := t.PageAt(b.Span.Start)
		if i >= maxFrontBlocks || page.Number > 2 || b.Kind == BlockContents {
			break
		}
		if b.Kind == BlockHeading && strings.EqualFold(strings.TrimSpace(t.Slice(b.Span)), "contents") {
			break
		}
		f.blocks = append(f.blocks, b)
	}
	return f
}

// lines returns the text of the front, one block a line, in lower case.
func (f front) lower() string {
	var s strings.Builder
	for _, b := range f.blocks {
		s.WriteString(strings.ToLower(f.text.Slice(b.Span)))
		s.WriteByte('\n')
	}
	return s.String()
}

// cover returns the blocks before the first paragraph that reads like running
// text, which on a report are its title, board, author and date.
func (f front) cover() []Block {
	for i, b := range f.blocks {
		if b.Kind == BlockParagraph && CountWords(f.text.Slice(b.Span)) > 30 {
			return f.blocks[:i]
		}
	}
	return f.blocks
}

// evidence returns where a block stands and what it says.
func (f front) evidence(b Block) Evidence {
	page, _ := f.text.PageAt(b.Span.Start)
	return Evidence{Page: page.Number, Quote: shorten(f.text.Slice(b.Span), 160)}
}

// shorten cuts text to at most n bytes at a space, with an ellipsis.
func shorten(text string, n int) string {
	if len(text) <= n {
		return text
	}
	cut := strings.LastIndexByte(text[:n], ' ')
	if cut <= 0 {
		cut = n
		for cut > 0 && text[cut]&0xC0 == 0x80 {
			cut--
		}
	}
	return text[:cut] + "…"
}
