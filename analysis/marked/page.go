package marked

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// page is a review as the template lays it out.
type page struct {
	Case   corpus.Case
	Themes []themeOf
	Beside string    // what stands beside the themes is called
	Stated []themeOf // and what the review states of it
	Files  []file
	Made   string
}

// themeOf is a theme that is present on a page, or may be, with how many passages
// say so. Its class is that of their marks.
type themeOf struct {
	Class, Name   string
	Counted, Held int
}

type file struct {
	Name, Missing string
	Blocks        []block
}

// block is a block of a text with what is noted beside it.
type block struct {
	Kind   string // heading, paragraph, bullet ...
	Level  int    // of a heading, from 1
	Page   string // that begins with it, if any
	Number string
	Pieces []piece
	Notes  []note
}

// piece is the beginning of a page, the number of a note, or some text with the
// classes of the passages in which it stands.
type piece struct {
	Page  string
	Note  *note
	Marks []string
	Text  string
}

// note is what is said of a passage.
type note struct {
	Number                           int
	ID, Class, Theme, Status, Reason string
	First                            bool
}

func (r Review) page() page {
	p := page{Case: r.Case, Made: r.Made}
	markings := make(map[string]marking)
	for i, t := range r.Themes {
		markings[t.ID] = marking{fmt.Sprint("t", i), false}
	}
	p.Themes = found(r.Themes, r.Cells, markings)
	if r.Beside != nil {
		for i, t := range r.Beside.Themes {
			markings[t.ID] = marking{fmt.Sprint("b", i), true}
		}
		p.Beside, p.Stated = r.Beside.Title, found(r.Beside.Themes, r.Beside.Cells, markings)
	}
	notes := 0
	for _, d := range r.Documents {
		f := file{Name: d.File, Missing: d.Missing}
		if d.Text != nil {
			f.Blocks = blocksOf(d, markings, &notes)
		}
		p.Files = append(p.Files, f)
	}
	return p
}

// found returns the themes that passages count for, or might, in the order of their
// codebook.
func found(themes []analysis.Theme, cells []analysis.Cell, markings map[string]marking) []themeOf {
	var list []themeOf
	for i, c := range cells {
		if c.Counted+c.Held > 0 {
			list = append(list, themeOf{markings[themes[i].ID].class, themes[i].Name(), c.Counted, c.Held})
		}
	}
	return list
}

// place is where a passage stands, and its note.
type place struct {
	corpus.Span
	note
	weight int
}

// marking is how the passages of a theme are marked.
type marking struct {
	class  string // that of the theme
	beside bool   // the theme stands beside practice
}

// placesOf returns where the passages stand, in the order of the text, numbered on
// from notes.
func placesOf(passages []analysis.Passage, markings map[string]marking, notes *int) []place {
	var places []place
	for i := range passages {
		p := &passages[i]
		m := markings[p.Theme]
		places = append(places, place{p.Span, m.noteOf(p), slices.Index(weights, m.meaningOf(p))})
	}
	slices.SortStableFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(b.weight, a.weight), cmp.Compare(a.ID, b.ID))
	})
	for i := range places {
		*notes++
		places[i].Number = *notes
	}
	return places
}

// The classes of a passage, by what it means for the counts.
const (
	lacking  = "lacking" // counted: practice was lacking
	sound    = "sound"   // counted: good practice
	stated   = "stated"  // counted: a circumstance
	held     = "held"
	rejected = "rejected"
)

// weights are these classes, the lightest first.
var weights = []string{rejected, stated, held, sound, lacking}

// meaningOf returns one of these classes.
func (m marking) meaningOf(p *analysis.Passage) string {
	switch {
	case p.Status == corpus.Held:
		return held
	case p.Status == corpus.Rejected:
		return rejected
	case m.beside:
		return stated
	case p.Label == corpus.LabelGoodPractice:
		return sound
	}
	return lacking
}

// noteOf returns what is said of a passage.
func (m marking) noteOf(p *analysis.Passage) note {
	n := note{
		ID: p.PassageID, Class: m.meaningOf(p), Theme: p.ThemeLabel, Status: string(p.Status), Reason: p.Reason,
		First: p.CheckFirst && !m.beside,
	}
	switch {
	case m.beside:
		n.Class += " beside"
		n.Status += ", a circumstance"
	case p.Label == corpus.LabelGoodPractice:
		n.Class += " praise"
		n.Status += ", good practice"
	}
	n.Class += " " + m.class
	return n
}

// blocksOf returns the blocks of a text with its passages marked and noted beside
// the block in which they begin.
func blocksOf(d Document, markings map[string]marking, notes *int) []block {
	places := placesOf(d.Passages, markings, notes)
	var blocks []block
	for _, b := range d.Text.Blocks {
		from := slices.IndexFunc(places, func(p place) bool { return p.End > b.Span.Start })
		var here []place
		for i := max(from, 0); from >= 0 && i < len(places) && places[i].Start < b.Span.End; i++ {
			if places[i].Overlaps(b.Span) {
				here = append(here, places[i])
			}
		}
		laid := block{Kind: string(b.Kind), Level: b.Level, Number: b.Number}
		if laid.Pieces = pieces(d.Text, b.Span, here); len(laid.Pieces) > 0 && laid.Pieces[0].Page != "" {
			laid.Page, laid.Pieces = laid.Pieces[0].Page, laid.Pieces[1:] // the number stands behind it
		}
		for _, p := range here {
			if b.Span.Contains(p.Start) {
				laid.Notes = append(laid.Notes, p.note)
			}
		}
		blocks = append(blocks, laid)
	}
	return blocks
}

// pieces parts the words of a block where a page begins and where a marked passage
// begins or ends. The places stand in their order.
func pieces(text *corpus.Text, block corpus.Span, places []place) []piece {
	cuts := []int{block.Start, block.End}
	pages := make(map[int]string)
	for _, p := range text.Pages {
		if text.Paged() && block.Contains(p.Span.Start) {
			cuts = append(cuts, p.Span.Start)
			pages[p.Span.Start] = pageName(p)
		}
	}
	for _, p := range places {
		cuts = append(cuts, max(p.Start, block.Start), min(p.End, block.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var list []piece
	var open []place // that begin at the cut or before it, and do not end before it
	for i, at := range cuts {
		for ; len(places) > 0 && places[0].Start <= at; places = places[1:] {
			open = append(open, places[0])
		}
		for _, p := range open {
			if p.End == at {
				list = append(list, piece{Note: &p.note})
			}
		}
		open = slices.DeleteFunc(open, func(p place) bool { return p.End <= at })
		if name := pages[at]; name != "" {
			list = append(list, piece{Page: name})
		}
		if i+1 < len(cuts) {
			list = append(list, piece{Text: strings.ReplaceAll(text.Slice(corpus.Span{Start: at, End: cuts[i+1]}), "\t", " | "), Marks: marksOf(open)})
		}
	}
	return list
}

// marksOf returns the classes of the passages in which a piece stands, each once: those
// that weigh more stand within those that weigh less, and cover them.
func marksOf(open []place) []string {
	sorted := slices.Clone(open)
	slices.SortStableFunc(sorted, func(a, b place) int { return cmp.Compare(a.weight, b.weight) })
	var marks []string
	for _, p := range sorted {
		if !slices.Contains(marks, p.Class) {
			marks = append(marks, p.Class)
		}
	}
	return marks
}

func pageName(p corpus.Page) string {
	name := fmt.Sprintf("page %d", p.Number)
	if p.Label != "" && p.Label != fmt.Sprint(p.Number) {
		name += " (printed " + p.Label + ")"
	}
	return name
}
