package analysis

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thematic/corpus"
)

// Mistake is a passage and theme on which the tool and the coders differ.
type Mistake struct {
	Missed bool // by the tool; else it is a false alarm
	Doc    string
	Theme  string
	Label  corpus.Label
	Quote  string // as the coder marked it, or the tool
	Coders []int  // who marked it, from 1; empty for a false alarm
	// Said is what the tool made of the passage: for a false alarm why it counted,
	// for a miss why it held or rejected it, "" where it found nothing.
	Said string
	// Others are the themes that the other side gave to the same passage and this
	// side did not.
	Others []string
}

// Kind is miss or false_alarm.
func (m Mistake) Kind() string {
	if m.Missed {
		return "miss"
	}
	return "false_alarm"
}

// placed is a coded row with its place in the text.
type placed struct {
	Coded
	stretch
	coder int // from 1; 0 for the tool
}

// Mistakes lists every passage of one label that only the tool or only coders
// marked, by the matching rule of [Evaluate] and among the documents and themes
// that it scores, in the order of the documents and their text. Set aside are
// passages that the tool found and did not count, of any label, their notes
// saying why.
func Mistakes(texts map[string]string, predicted, aside []Coded, coders [][]Coded, label corpus.Label) []Mistake {
	anchors := make(map[string]*anchored)
	ours := placeAll(texts, anchors, predicted, label, 0)
	seen := placeAll(texts, anchors, aside, "", 0)
	var theirs []placed
	for i, rows := range coders {
		theirs = append(theirs, placeAll(texts, anchors, rows, label, i+1)...)
	}
	docs, themes := make(map[string]bool), make(map[string]bool)
	for _, p := range theirs {
		docs[p.Doc], themes[p.Theme] = true, true
	}
	ours = slices.DeleteFunc(ours, func(p placed) bool { return !docs[p.Doc] || !themes[p.Theme] })
	missed, alarms := without(theirs, ours), without(ours, theirs)
	var list []Mistake
	for i, p := range missed {
		if slices.ContainsFunc(missed[:i], p.same) {
			continue // another coder's, or the same again
		}
		m := Mistake{Missed: true, Doc: p.Doc, Theme: p.Theme, Label: label, Quote: p.Quote, Others: themesOn(p, alarms)}
		for _, q := range missed {
			if q.same(p) && !slices.Contains(m.Coders, q.coder) {
				m.Coders = append(m.Coders, q.coder)
			}
		}
		if at := slices.IndexFunc(seen, p.same); at >= 0 {
			m.Said = seen[at].Note
		}
		list = append(list, m)
	}
	for i, p := range alarms {
		if !slices.ContainsFunc(alarms[:i], p.same) {
			list = append(list, Mistake{Doc: p.Doc, Theme: p.Theme, Label: label, Quote: p.Quote, Said: p.Note, Others: themesOn(p, missed)})
		}
	}
	slices.SortStableFunc(list, func(a, b Mistake) int { return cmp.Or(cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Theme, b.Theme)) })
	return list
}

// same reports whether p and o are of one theme and passage.
func (p placed) same(o placed) bool {
	return p.Doc == o.Doc && p.Theme == o.Theme && p.overlaps(o.stretch)
}

// placeAll finds the rows of one label, "" for any, in their texts.
func placeAll(texts map[string]string, anchors map[string]*anchored, rows []Coded, label corpus.Label, coder int) []placed {
	var list []placed
	for _, row := range rows {
		text, known := texts[row.Doc]
		if !known || label != "" && row.Label != label {
			continue
		}
		if anchors[row.Doc] == nil {
			anchors[row.Doc] = newAnchored(text)
		}
		if s, ok := anchors[row.Doc].locate(row.Quote); ok {
			list = append(list, placed{row, s, coder})
		}
	}
	slices.SortStableFunc(list, func(a, b placed) int { return cmp.Or(cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.start, b.start)) })
	return list
}

// without returns those of list that none of others matches.
func without(list, others []placed) []placed {
	var left []placed
	for _, p := range list {
		if !slices.ContainsFunc(others, p.same) {
			left = append(left, p)
		}
	}
	return left
}

// themesOn lists the themes of others on the passage of p, each once.
func themesOn(p placed, others []placed) []string {
	var themes []string
	for _, o := range others {
		if o.Doc == p.Doc && o.overlaps(p.stretch) && !slices.Contains(themes, o.Theme) {
			themes = append(themes, o.Theme)
		}
	}
	slices.Sort(themes)
	return themes
}

// Confusion is how often the tool gave one theme to a passage to which coders
// gave another, and neither gave both.
type Confusion struct {
	Theirs, Ours string
	Passages     int
}

// Confusions counts the misses to which the tool gave other themes, the commonest
// pair first.
func Confusions(mistakes []Mistake) []Confusion {
	counts := make(map[[2]string]int)
	for _, m := range mistakes {
		if m.Missed {
			for _, other := range m.Others {
				counts[[2]string{m.Theme, other}]++
			}
		}
	}
	var list []Confusion
	for pair, n := range counts {
		list = append(list, Confusion{pair[0], pair[1], n})
	}
	slices.SortFunc(list, func(a, b Confusion) int {
		return cmp.Or(cmp.Compare(b.Passages, a.Passages), cmp.Compare(a.Theirs, b.Theirs), cmp.Compare(a.Ours, b.Ours))
	})
	return list
}

// MistakesTSV writes mistakes as tab-separated values, the form in which coded
// sets are kept.
func MistakesTSV(mistakes []Mistake) []byte {
	var b strings.Builder
	b.WriteString("kind\tdoc_id\ttheme_id\tlabel\tcoders\tother_themes\tsaid\tquote\n")
	for _, m := range mistakes {
		coders := strings.Trim(fmt.Sprint(m.Coders), "[]")
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", m.Kind(), corpus.Guard(m.Doc), m.Theme, m.Label, coders,
			strings.Join(m.Others, listSeparator), corpus.Guard(flatten.Replace(m.Said)), corpus.Guard(flatten.Replace(m.Quote)))
	}
	return []byte(b.String())
}
