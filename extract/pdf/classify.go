package pdf

import (
	"regexp"

	"thematic/corpus"
)

var (
	contentsHeading = regexp.MustCompile(`(?i)^(table of )?contents( page)?:?$`)
	contentsEntry   = regexp.MustCompile(`^(.*\S)\s+(\d{1,3}|[ivxl]{1,6})$`)
)

// classify says of every block what it is.
func (d *document) classify() {
	contentsPage := -1
	var bare []*block // headings with a number that a space alone sets off
	for i, b := range d.blocks {
		if b.kind != "" {
			continue
		}
		text := d.linesText(b.lines)
		page := b.lines[0].page
		switch {
		case leader(text) != nil:
			b.kind = corpus.BlockContents
			contentsPage = page
		case contentsHeading.MatchString(text):
			b.kind = corpus.BlockHeading
			contentsPage = page
		case contentsPage == page && contentsEntry.MatchString(text):
			b.kind = corpus.BlockContents
		case d.isFootnote(b, text):
			b.kind = corpus.BlockFootnote
		case d.isHeading(b, d.after(i), text):
			b.kind = corpus.BlockHeading
			if b.findNumber() {
				bare = append(bare, b)
			} else {
				d.takeNumber(b)
			}
		case d.isListItem(b):
			b.kind = corpus.BlockBullet
			d.takeNumber(b)
		default:
			b.kind = corpus.BlockParagraph
			d.takeNumber(b)
		}
	}
	d.takeBareNumbers(bare)
	d.markCounted()
	d.markPromised()
	d.markAlike()
	d.unmarkRuns()
	d.setLevels()
	d.setDepths()
}

// setDepths gives list items their depth, by how far they are set in.
func (d *document) setDepths() {
	const same = 4 // points by which items of one list may differ
	var lefts []float64
	for _, b := range d.blocks {
		switch b.kind {
		case corpus.BlockParagraph, corpus.BlockHeading, corpus.BlockTableRow:
			lefts = lefts[:0]
			continue
		case corpus.BlockBullet:
		default:
			continue
		}
		x := b.lines[0].left
		for len(lefts) > 0 && x < lefts[len(lefts)-1]-same {
			lefts = lefts[:len(lefts)-1]
		}
		if len(lefts) == 0 || x > lefts[len(lefts)-1]+same {
			lefts = append(lefts, x)
		}
		b.level = len(lefts)
	}
}

func (d *document) after(i int) *block {
	if i+1 < len(d.blocks) {
		return d.blocks[i+1]
	}
	return nil
}

func (d *document) isFootnote(b *block, text string) bool {
	return b.lines[0].size <= noteSize*d.body && noteStart.MatchString(text) && len(text) > 8
}

// isListItem reports whether b is an item of a list: after a bullet, or a
// letter, or a number set in from the margin of the page.
func (d *document) isListItem(b *block) bool {
	set := b.lines[0].left > b.edge+1.2*b.lines[0].size
	return b.label.words > 0 && (b.label.depth == 0 || b.label.depth == 1 && set)
}
