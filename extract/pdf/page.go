package pdf

import (
	"fmt"
	"slices"

	"thematic/corpus"
)

// sheet is one page on its way from glyphs to blocks.
type sheet struct {
	extent
	index     int
	label     string
	state     corpus.PageState
	reason    string
	warning   string           // of text that was read and is not known
	struck    int              // words that were left out because they are struck through
	hidden    [blanked + 1]int // words that were left out because they are hidden, by how they are
	hiding    []hider          // the boxes that hide something
	boxed     []boxedGlyph     // where these are, shown over them or not
	comments  int              // that somebody wrote about it, which are not read
	pictures  []rect           // large ones with no text over them
	damage    string           // what is broken in the file here, so that text may be missing
	turn      direction        // in which most of its text runs
	lines     []*line          // of the running text, in reading order
	insets    []inset          // into it
	furniture []*line
	rules     []rect
	frames    []rect  // boxes that may be those of panels
	shades    []rect  // filled boxes that may be those of cells
	panelled  bool    // its lines are in the order of its panels
	quality   quality // of what was read

	engine     string  // that read it
	confidence float64 // of recognised text, 0 to 100
	layer      bool    // its text lies unseen over a picture, or below it
	wordless   bool    // it is a picture in which no words were recognised but those over it
}

// readPage reads one page. Whatever goes wrong on it stays on it.
func readPage(src *source, l *leaf, index int) (s *sheet) {
	base, size := pageSpace(l.box, l.rotate)
	s = &sheet{index: index, label: l.label, extent: size, engine: textLayer}
	defer func() {
		if x := recover(); x != nil {
			s.lines = nil
			s.fail(fmt.Sprintf("the page is damaged: %v", stopped(x)))
		}
	}()
	if l.fault != "" {
		s.fail(l.fault)
		return s
	}
	in := &interpreter{src: src, base: base, page: size, glyphs: src.glyphs[:0]}
	data, err := src.content(l.value.Key("Contents"))
	if err != nil {
		in.note("%v", err)
	}
	in.run(data, newScope(l.resources, 0), state{ctm: base, scale: 1})
	in.annotations(l.value)
	s.take(in)
	src.glyphs = in.glyphs
	return s
}

// fail notes that the page is damaged, and why.
func (s *sheet) fail(damage string) {
	s.state, s.reason, s.damage = corpus.PageFailed, damage, damage
}

// take turns what was drawn into lines and judges what became of the page.
func (s *sheet) take(in *interpreter) {
	s.turn = mainDirection(in.glyphs)
	s.damage, s.comments = in.fault, in.comments
	in.blank()
	seen, hidden := splitHidden(in.glyphs)
	turnLeaders(seen)
	s.hidden, s.hiding, s.boxed = hidden, in.hiding, in.boxed()
	for _, l := range joinInitials(joinLabels(lines(words(seen)))) {
		l.page = s.index
		if l.shows() {
			s.lines = append(s.lines, l)
		}
	}
	s.rules, s.frames, s.shades = s.turned(in.rules), s.turned(in.frames), s.turned(in.shades)
	s.setBullets(s.turned(in.dots))
	s.setUnderlines()
	s.dropStruck()
	s.quality = judge(s.lines)
	s.setPictures(s.turned(in.pictures))
	s.setState(in)
}

// setState says what became of the page.
func (s *sheet) setState(in *interpreter) {
	picture := in.images > pictured*s.width*s.height
	switch {
	case in.lost > len(in.glyphs) && len(s.lines) > 0:
		s.state, s.reason = corpus.PageFailed, "most of its text is in fonts that do not say which characters they show"
	case len(s.lines) > 0 && picture && s.isStamped():
		s.state = corpus.PageNeedsOCR
	case len(s.lines) > 0:
		s.state, s.layer = corpus.PageRead, picture && 2*max(in.unseen, in.below) > len(in.glyphs)
		if in.lost*10 > len(in.glyphs) {
			s.warning = "part of the text is in fonts that do not say which characters they show"
		}
	case in.fault != "":
		s.state, s.reason = corpus.PageFailed, in.fault
	case in.lost > 0:
		s.state, s.reason = corpus.PageFailed, "its fonts do not say which characters they show"
	case in.shows > 0 && len(in.glyphs) == 0:
		s.state, s.reason = corpus.PageFailed, "it shows text that could not be read"
	case picture:
		s.state = corpus.PageNeedsOCR
	default:
		s.state = corpus.PageBlank
	}
}

// turned returns rules as they lie when the page is turned to be read.
func (s *sheet) turned(rules []rect) []rect {
	if s.turn == rightward {
		return rules
	}
	out := make([]rect, len(rules))
	for i, r := range rules {
		out[i] = s.turn.turnRect(s.extent, r)
	}
	return out
}

// seen is the size of the page as its text is read.
func (s *sheet) seen() extent { return s.turn.turned(s.extent) }

// setBullets puts a bullet before the lines to whose left a dot is drawn.
func (s *sheet) setBullets(dots []rect) {
	if len(dots)*len(s.lines) > 1e7 {
		return // a drawing, not a list
	}
	for _, dot := range dots {
		middle := (dot.y0 + dot.y1) / 2
		for _, l := range s.lines {
			gap := l.left - dot.x1
			if l.dir() != s.turn || gap < 0 || gap > 2.5*l.size || middle > l.base || middle < l.base-0.8*l.size || dot.width() > 0.8*l.size {
				continue
			}
			first := l.words[0]
			first.text, first.left, first.right, first.joined = "•", dot.x0, dot.x1, false
			l.words = append([]word{first}, l.words...)
			l.words[1].joined = false
			l.left = dot.x0
			break
		}
	}
}

// levelRules are the rules from left to right that may lie below words, or through them.
func (s *sheet) levelRules() []rect {
	if len(s.rules)*len(s.lines) > 1e7 {
		return nil // a drawing
	}
	return slices.DeleteFunc(slices.Clone(s.rules), func(r rect) bool { return r.vertical() })
}

// setUnderlines marks the lines that are underlined from end to end, a number before them
// perhaps left out.
func (s *sheet) setUnderlines() {
	for _, r := range s.levelRules() {
		for _, l := range s.lines {
			under := r.y0 - l.base
			if under <= -0.05*l.size || under >= 0.3*l.size {
				continue
			}
			left := l.left
			if len(l.words) > 1 && r.x0 > l.words[0].right && isLabel(l.words[0].text) {
				left = l.words[1].left
			}
			if r.x0 > left-l.size && r.x1 < l.right+l.size && r.width() > 0.9*(l.right-left) {
				l.underlined = true
			}
		}
	}
}

// mainDirection is the direction in which most characters run.
func mainDirection(glyphs []glyph) direction {
	var counts [slanted + 1]int
	for i := range glyphs {
		counts[glyphs[i].dir]++
	}
	best := rightward
	for d, n := range counts {
		if n > counts[best] && direction(d) != slanted {
			best = direction(d)
		}
	}
	return best
}
