package extract

import (
	"slices"
	"strings"

	"thematic/corpus"
)

// The most that is taken for a cover, for a line of a title page, for one that ends in a
// full stop, for a paragraph of a contents page, and for an imprint and the beginning of
// its first line.
const (
	coverWords    = 150
	coverBlocks   = 40
	coverLine     = 30
	coverSentence = 4
	contentsWords = 25
	imprintBlocks = 20
	imprintBytes  = 200
)

// sectioner builds the sections of a text from its headings.
type sectioner struct {
	text     *corpus.Text
	rules    *SectionRules
	rulings  map[string]ruling // on headings, each looked for once
	children []string          // what the cover calls those whom the review is about
	stack    []openSection     // each within the one before
	aside    bool              // whether the last block stood in a box
	around   int               // how many of the stack are around that box
}

// openSection is a section that has not ended.
type openSection struct {
	index   int    // into the sections of the text
	level   int    // of its heading, by its looks
	number  string // of its heading, "5.3"
	known   bool   // a rule knows its heading
	stacked bool   // its heading stands right below one of the same level
}

// fillSections sets the sections of a text and the section of each block. A
// heading that begins with a number stands within the section with the number
// before its last full stop; any other by its level. Of two headings of one level
// without text between them the second, where it has no number but 1, stands within
// the first, and so do those of that level that follow, up to one that a rule knows. One without a number that
// no rule knows stands within a known one of its level that has a number. A heading that no rule
// knows is of the kind of the section around it, or the child's own where it is
// the name that the cover gives the child. What stands in a box is within the section
// around it, which goes on behind it. What is the cover, and so whose name it
// gives, is only known when the sections are.
func fillSections(text *corpus.Text, rules *SectionRules) {
	s := &sectioner{text: text, rules: rules, rulings: map[string]ruling{}}
	if !s.fill() {
		return
	}
	s.children = text.Children()
	if slices.ContainsFunc(text.Sections, func(section corpus.Section) bool { return s.isChild(section.Title) }) {
		s.fill()
	}
}

// fill is fillSections for the children that are known, and reports whether there
// is a cover.
func (s *sectioner) fill() bool {
	s.text.Sections, s.aside, s.around = nil, false, 0
	first := s.cover()
	last := max(first, s.imprint())
	for i := first; i < last; i++ {
		s.block(i)
	}
	s.setApart(last, len(s.text.Blocks))
	s.closeTo(0, len(s.text.Body))
	return first > 0
}

// imprint returns the block with which the imprint begins that a publisher sets
// behind a report, or the end of the blocks. None is as long as what it stands
// behind, and no section that a rule knows comes after it.
func (s *sectioner) imprint() int {
	blocks := s.text.Blocks
	first := len(blocks)
	for i := len(blocks) - 1; i >= max(len(blocks)/2, len(blocks)-imprintBlocks); i-- {
		line := s.text.Slice(blocks[i].Span)
		if blocks[i].Kind == corpus.BlockHeading {
			if _, known := s.ruling(line).kind(corpus.SectionUnknown); known {
				break
			}
		} else if isAny(s.rules.imprints, line[:min(len(line), imprintBytes)]) {
			first = i
		}
	}
	return first
}

// ruling is what the rules say of a heading.
func (s *sectioner) ruling(heading string) ruling {
	r, ok := s.rulings[heading]
	if !ok {
		r = s.rules.ruling(heading)
		s.rulings[heading] = r
	}
	return r
}

// setApart makes the section of a cover of the blocks from first to end.
func (s *sectioner) setApart(first, end int) {
	if first == end {
		return
	}
	blocks := s.text.Blocks
	s.closeTo(0, blocks[first].Span.Start)
	s.open(corpus.SectionCover, s.text.Slice(blocks[first].Span), openSection{level: 1}, blocks[first].Span.Start)
	for i := first; i < end; i++ {
		blocks[i].Section = s.top()
	}
}

// block places the block i.
func (s *sectioner) block(i int) {
	b := &s.text.Blocks[i]
	words := corpus.CountWords(s.text.Slice(b.Span))
	s.box(b)
	switch {
	case b.Kind == corpus.BlockHeading:
		s.closeContents(b.Span.Start)
		s.heading(i)
	case b.Kind == corpus.BlockContents && !s.inContents():
		s.open(corpus.SectionContents, "Contents", openSection{level: inner}, b.Span.Start)
	case b.Kind != corpus.BlockContents && s.inContents() && words > contentsWords:
		s.closeContents(b.Span.Start)
	}
	b.Section = s.top()
}

// box keeps the sections around a box open in it, and ends those within it behind it.
func (s *sectioner) box(b *corpus.Block) {
	switch {
	case b.Aside && !s.aside:
		s.closeContents(b.Span.Start)
		s.around = len(s.stack)
	case s.aside && !b.Aside:
		s.closeTo(s.around, b.Span.Start)
		s.around = 0
	}
	s.aside = b.Aside
}

// top returns the innermost open section, -1 where none is.
func (s *sectioner) top() int {
	if len(s.stack) == 0 {
		return -1
	}
	return s.innermost().index
}

func (s *sectioner) innermost() openSection { return s.stack[len(s.stack)-1] }

// kindAround returns the kind of the innermost open section.
func (s *sectioner) kindAround() corpus.SectionKind {
	if top := s.top(); top >= 0 {
		return s.text.Sections[top].Kind
	}
	return corpus.SectionUnknown
}

func (s *sectioner) inContents() bool { return s.kindAround() == corpus.SectionContents }

// closeContents ends a contents page: nothing stands within one.
func (s *sectioner) closeContents(at int) {
	if s.inContents() {
		s.closeTo(len(s.stack)-1, at)
	}
}

// closeTo ends open sections until n are left.
func (s *sectioner) closeTo(n, at int) {
	for len(s.stack) > n {
		s.text.Sections[s.top()].Span.End = at
		s.stack = s.stack[:len(s.stack)-1]
	}
}

// inner is a level below that of any heading.
const inner = 99

// open begins a section within those that are open.
func (s *sectioner) open(kind corpus.SectionKind, title string, o openSection, at int) {
	o.index = len(s.text.Sections)
	s.text.Sections = append(s.text.Sections, corpus.Section{
		Kind: kind, Title: title, Level: len(s.stack) + 1, Parent: s.top(), Span: corpus.Span{Start: at, End: at},
	})
	s.stack = append(s.stack, o)
}

// heading begins the section of the heading in block i.
func (s *sectioner) heading(i int) {
	b := s.text.Blocks[i]
	title := s.text.Slice(b.Span)
	o := openSection{level: max(b.Level, 1), number: b.Number}
	ruling := s.ruling(title)
	named, known := ruling.kind(corpus.SectionUnknown)
	o.known = known
	if depth, ok := s.numberedDepth(b.Number); ok {
		s.closeTo(max(depth, s.around), b.Span.Start)
	} else {
		s.closeLevel(&o, i > 0 && s.text.Blocks[i-1].Kind == corpus.BlockHeading, b.Span.Start)
	}
	kind, _ := ruling.kind(s.kindAround())
	switch {
	case known:
	case s.kindAround() == corpus.SectionUnknown && s.isChild(title):
		kind = corpus.SectionLivedExperience
	default:
		kind = s.kindAround()
	}
	s.open(kind, title, o, b.Span.Start)
	s.text.Sections[s.top()].Named = known && kind == named
}

// closeLevel ends the open sections that a heading without a number does not
// stand in. Follows says that it stands right below the last heading.
func (s *sectioner) closeLevel(o *openSection, follows bool, at int) {
	for len(s.stack) > s.around {
		last := s.innermost()
		switch {
		case last.level < o.level:
			return
		case last.level == o.level && !o.known && last.known && follows && last.number == "" && (o.number == "" || o.number == "1"):
			o.stacked = true
			return
		case last.level == o.level && !o.known && last.known && last.number != "" && o.number == "":
			o.stacked = true // "For the police" below "5. Recommendations", set alike
			return
		}
		s.closeTo(len(s.stack)-1, at)
		if last.stacked && last.level == o.level && !o.known {
			o.stacked = true
			return
		}
	}
}

// isChild reports whether a heading is no more than the name of a child that the
// review is about: "Child A", "Sam".
func (s *sectioner) isChild(title string) bool {
	return slices.ContainsFunc(s.children, func(name string) bool { return strings.EqualFold(name, title) })
}

// numberedDepth returns how many open sections are around a heading with the
// given number, and false where the number does not tell: 5.3 stands within 5,
// and beside 5.2; 6 stands beside 5.
func (s *sectioner) numberedDepth(number string) (int, bool) {
	if number == "" {
		return 0, false
	}
	parent := ""
	if dot := strings.LastIndexByte(number, '.'); dot >= 0 {
		parent = number[:dot]
	} else if stem := strings.TrimRight(number, "abcdefgh"); stem != number {
		parent = stem // 6a stands within 6
	}
	for i := len(s.stack) - 1; i >= 0; i-- {
		open := s.stack[i].number
		switch {
		case open == "":
		case parent != "" && open == parent:
			return i + 1, true
		case depthOf(open) == depthOf(number):
			return i, true
		}
	}
	return 0, false
}

// depthOf counts the parts of a number: 1 for "5", 2 for "5.3" and for "6a".
func depthOf(number string) int {
	depth := 1 + strings.Count(number, ".")
	if strings.TrimRight(number, "abcdefgh") != number {
		depth++
	}
	return depth
}

// cover makes a section of what stands before the first heading of the report
// proper, where that is a cover, and returns the first block after it.
func (s *sectioner) cover() int {
	blocks := s.text.Blocks
	end, words, said, title := 0, 0, false, s.titlePage()
	for ; end < len(blocks); end++ {
		b := blocks[end]
		line := s.text.Slice(b.Span)
		if b.Kind == corpus.BlockContents || b.Kind == corpus.BlockHeading && s.opensReport(b, line, b.Span.Start < title) {
			break
		}
		words += corpus.CountWords(line)
		said = said || isAny(s.rules.covers, line)
		if words > coverWords || end >= coverBlocks {
			return 0
		}
	}
	if end == 0 || end == len(blocks) || !said && !s.ownPage(blocks[end-1], blocks[end]) {
		return 0
	}
	s.setApart(0, end)
	s.closeTo(0, blocks[end].Span.Start)
	return end
}

// opensReport reports whether a heading is the first of the report proper, and
// no line of the cover, such as "Author:": a rule knows it, or it is number one.
// On a title page a title may be worded as a heading is, and only a summary begins.
func (s *sectioner) opensReport(b corpus.Block, line string, titlePage bool) bool {
	if b.Number == "1" || b.Number == "1.1" {
		return true
	}
	kind, known := s.ruling(line).kind(corpus.SectionUnknown)
	return known && (kind != corpus.SectionMethod || !strings.HasSuffix(line, ":")) && (!titlePage || kind == corpus.SectionSummary)
}

// titlePage returns where the first page ends, if it is one of several and nothing on it
// is as long as running text, a sentence or an item of a list, and 0 otherwise.
func (s *sectioner) titlePage() int {
	if len(s.text.Pages) < 2 {
		return 0
	}
	end := s.text.Pages[0].Span.End
	for _, b := range s.text.Blocks {
		if b.Span.Start >= end {
			break
		}
		line := s.text.Slice(b.Span)
		most := coverLine
		if strings.HasSuffix(line, ".") {
			most = coverSentence
		}
		if b.Kind == corpus.BlockBullet || corpus.CountWords(line) > most {
			return 0
		}
	}
	return end
}

// ownPage reports whether two blocks stand on different pages.
func (s *sectioner) ownPage(a, b corpus.Block) bool {
	first, _ := s.text.PageAt(a.Span.Start)
	second, _ := s.text.PageAt(b.Span.Start)
	return first.Number != second.Number
}
