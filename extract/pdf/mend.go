package pdf

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"thematic/corpus"
)

// Pages that the text layer does not give are read again: by the second engine where they
// cannot be read or do not read as words, by the eye where they are pictures.

// leastConfidence is the confidence below which recognised text is not used.
const leastConfidence = 50

// readAll reads a file that cannot be opened here, for the reason given.
func (e Engines) readAll(reason error, limits corpus.Limits) (corpus.Text, error) {
	if e.Second == nil {
		return corpus.Text{}, plain(reason)
	}
	n, err := e.Second.Pages()
	if err != nil || n < 1 {
		return corpus.Text{}, plain(reason)
	}
	doc := &document{pages: readSheets(e.Second, min(n, limits.Pages))}
	e.finish(doc.pages)
	text, err := doc.laidOut(limits.TextBytes)
	if err != nil {
		return corpus.Text{}, err
	}
	if !errors.Is(reason, errEncrypted) {
		text.Warnings = append(text.Warnings, fmt.Sprintf("pages may be missing: %v", plain(reason)))
	}
	if holder, ok := e.Second.(Holder); ok {
		var names []string
		for _, name := range holder.Attached() {
			names = addAttached(names, clean(name))
		}
		warnOfAttached(&text, names)
	}
	if n > limits.Pages {
		text.Warnings = append(text.Warnings, cutWarning(limits))
	}
	return text, nil
}

func cutWarning(limits corpus.Limits) string {
	return fmt.Sprintf("only the first %d pages were read", limits.Pages)
}

// readSheets reads the first n pages of a file of which no black boxes are known, without
// the letters that are not to be seen if engine can tell.
func readSheets(engine Engine, n int) []*sheet {
	sheets := make([]*sheet, n)
	for i := range sheets {
		page, err := engine.Page(i)
		if err != nil {
			sheets[i] = unread(engine, i, err)
			continue
		}
		sheets[i] = page.sheet(i, engine.Name(), concealments{})
		looker, ok := engine.(Looker)
		if !ok || len(sheets[i].lines) == 0 {
			continue
		}
		if black, err := looker.Look(i); err == nil {
			sheets[i] = page.sheet(i, engine.Name(), concealments{black: black})
		} else {
			sheets[i].lines = nil
			sheets[i].fail("it cannot be drawn, to see whether anything on it is hidden: " + err.Error())
		}
	}
	return sheets
}

// readSheet reads a page with an engine, without what c hides.
func readSheet(engine Engine, i int, c concealments) *sheet {
	page, err := engine.Page(i)
	if err != nil {
		return unread(engine, i, err)
	}
	return page.sheet(i, engine.Name(), c)
}

// unread is a page that an engine could not read.
func unread(engine Engine, i int, err error) *sheet {
	s := &sheet{index: i, extent: a4.size(), engine: engine.Name()}
	s.state, s.reason = corpus.PageFailed, err.Error()
	return s
}

// mend reads again, with the engines of e, the pages of d that need it.
func (e Engines) mend(d *document, limits corpus.Limits) {
	if e.Second != nil {
		e.readAgain(d, limits)
	}
	e.finish(d.pages)
}

// finish judges what was read, and has the eye read what is not text, or not
// what the page shows.
func (e Engines) finish(pages []*sheet) {
	for i, s := range pages {
		if s.state == corpus.PageRead && s.unreadable() {
			s.state, s.reason = corpus.PageFailed, "its text does not read as words: its fonts do not say which characters they show"
		}
		if e.Eye != nil && (s.state == corpus.PageNeedsOCR || s.state == corpus.PageFailed && len(s.lines) > 0) {
			pages[i] = s.recognised(e.Eye)
		}
	}
}

// readAgain puts what the second engine reads in place of what reads worse. An
// engine that sees another number of pages has its way only where there would
// be no text at all, and none that is hidden.
func (e Engines) readAgain(d *document, limits corpus.Limits) {
	empty := !hasText(d.pages)
	var again []int
	for i, s := range d.pages {
		if empty && s.hidden[blanked] == 0 || s.doubtful() {
			again = append(again, i)
		}
	}
	if len(again) == 0 {
		return
	}
	n, err := e.Second.Pages()
	if err != nil {
		return
	}
	if n = min(n, limits.Pages); n != len(d.pages) {
		if sheets := readSheets(e.Second, n); empty && hasText(sheets) && !slices.ContainsFunc(d.pages, func(s *sheet) bool { return len(s.hiding) > 0 }) {
			d.pages = sheets
		}
		return
	}
	for _, i := range again {
		if s := readSheet(e.Second, i, concealments{hiding: d.pages[i].hiding, boxed: d.pages[i].boxed}); s.readsBetter(d.pages[i]) {
			if s.turn == d.pages[i].turn {
				s.rules = d.pages[i].rules
			}
			s.keep(d.pages[i])
			d.pages[i] = s
		}
	}
}

// keep has s tell what old does, which is the same page read before: what it is called,
// what is broken there or written about it, and how many words are hidden, but for white
// ones, which another engine reads.
func (s *sheet) keep(old *sheet) {
	s.label = cmp.Or(s.label, old.label)
	s.damage, s.comments = old.damage, old.comments
	for how, n := range old.hidden[:blanked] {
		s.hidden[how] = max(s.hidden[how], n)
	}
}

func hasText(pages []*sheet) bool {
	return slices.ContainsFunc(pages, func(s *sheet) bool { return len(s.lines) > 0 })
}

// recognised returns the page as the eye sees it, and s where that is of no use.
// A picture in which the eye sees no word, or none but those written over it, shows
// none of its own. The eye sees nothing below black boxes, and what is marked for
// removal.
func (s *sheet) recognised(eye Engine) *sheet {
	seen := readSheet(eye, s.index, concealments{hiding: slices.DeleteFunc(slices.Clone(s.hiding), func(h hider) bool { return h.how == covered })})
	switch {
	case seen.state == corpus.PageFailed && s.state == corpus.PageNeedsOCR:
		s.reason = seen.reason
		return s
	case s.state == corpus.PageNeedsOCR && len(s.lines) > 0 && seen.quality.words <= s.quality.words:
		s.state, s.wordless = corpus.PageRead, true // there are no more words in the picture than those over it
		return s
	case seen.state == corpus.PageRead && seen.confidence < leastConfidence:
		s.confidence = seen.confidence
		if s.state == corpus.PageNeedsOCR {
			s.reason = fmt.Sprintf("its text is recognised with a confidence of no more than %.0f%%", seen.confidence)
		}
		return s
	case seen.state != corpus.PageRead && s.state == corpus.PageFailed:
		if seen.state == corpus.PageFailed {
			s.reason += ", and " + seen.reason
		}
		return s
	}
	seen.keep(s)
	return seen
}
