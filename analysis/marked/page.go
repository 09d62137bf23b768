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
	Files  []file
	Made   string
}

// themeOf is a theme that is present on a page, or may be, with how many passages
// say so.
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
	classes := make(map[string]string, len(r.Themes))
	for i, t := range r.Themes {
		classes[t.ID] = fmt.Sprintf("t%d", i)
	}
	notes := 0
	for _, d := range r.Documents {
		f := file{Name: d.File, Missing: d.Missing}
		if d.Text != nil {
			f.Blocks = blocksOf(d, classes, &notes)
		}
		p.Files = append(p.Files, f)
	}
	p.Themes = r.themes(classes)
	return p
}

// themes returns the themes that passages count for, or might, in the order of the
// codebook.
func (r Review) themes(classes map[string]string) []themeOf {
	var list []themeOf
	for i, c := range r.Cells {
		if theme := r.Themes[i]; c.Counted+c.Held > 0 {
			list = append(list, themeOf{classes[theme.ID], theme.Name(), c.Counted, c.Held})
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

// placesOf returns where the passages stand, in the order of the text, numbered on
// from notes.
func placesOf(passages []analysis.Passage, classes map[string]string, notes *int) []place {
	sorted := slices.Clone(passages)
	slices.SortStableFunc(sorted, func(a, b analysis.Passage) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(weightOf(b), weightOf(a)), cmp.Compare(a.PassageID, b.PassageID))
	})
	var places []place
	for _, p := range sorted {
		*notes++
		places = append(places, place{Span: p.Span, weight: weightOf(p), note: note{
			Number: *notes, ID: p.PassageID, Class: classOf(p) + " " + classes[p.Theme],
			Theme: p.ThemeLabel, Status: statusOf(p), Reason: p.Reason, First: p.CheckFirst,
		}})
	}
	return places
}

// The classes of a passage, by what it means for the counts.
const (
	lacking  = "lacking" // counted: practice was lacking
	sound    = "sound"   // counted: good practice
	held     = "held"
	rejected = "rejected"
)

func classOf(p analysis.Passage) string {
	switch {
	case p.Status == corpus.Counted && p.Label == corpus.LabelGoodPractice:
		return sound
	case p.Status == corpus.Counted:
		return lacking
	case p.Status == corpus.Held:
		return held
	}
	return rejected
}

// weights are the classes, the lightest first.
var weights = []string{rejected, held, sound, lacking}

func weightOf(p analysis.Passage) int { return slices.Index(weights, classOf(p)) }

func statusOf(p analysis.Passage) string {
	if p.Label == corpus.LabelGoodPractice {
		return string(p.Status) + ", good practice"
	}
	return string(p.Status)
}

// blocksOf returns the blocks of a text with its passages marked and noted beside
// the block in which they begin.
func blocksOf(d Document, classes map[string]string, notes *int) []block {
	places := placesOf(d.Passages, classes, notes)
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
		name += " (" + p.Label + ")"
	}
	return name
}
