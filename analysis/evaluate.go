package analysis

import (
	"cmp"
	"errors"
	"slices"

	"thematic/corpus"
)

// Evaluation is how well predicted passages agree with those of coders, for
// one label.
//
// A passage is found by its quotation in the text of its document. Two
// passages of one theme match when the sentences that hold them overlap;
// passages of one theme that overlap are one passage. A review is marked with
// a theme when at least one passage of it is. Only documents and themes that
// some coder marked are scored.
type Evaluation struct {
	Label     corpus.Label
	Documents int
	Themes    int
	Predicted Located
	Coders    []Located
	Scores    []Score // of the prediction against each coder
	ByTheme   []ThemeAccuracy
	// Consensus is nil unless there are exactly two coders.
	Consensus *Consensus
}

// Located is how much of a coded set was found in the texts.
type Located struct {
	Rows     int // with the label
	Lost     int // whose quotation stands in no text
	Passages int // after those that overlap were joined
}

// Score compares one set of passages with another: precision is the share of
// the first that the second has too, recall the reverse.
type Score struct {
	Passages Accuracy
	Reviews  Accuracy
	// Kappa is Cohen's, over every pair of document and theme: (po-pe)/(1-pe)
	// with po the observed and pe the expected agreement (J. Cohen,
	// Educational and Psychological Measurement 20 (1960), 37-46). It has no
	// meaning unless KappaDefined: where both sides mark every pair, or none,
	// there is no variation to agree on.
	Kappa        float64
	KappaDefined bool
}

// Accuracy is precision, recall and their harmonic mean, each from 0 to 1 and
// 0 where there was nothing to find.
type Accuracy struct{ Precision, Recall, F1 float64 }

func accuracy(precision, recall float64) Accuracy {
	a := Accuracy{Precision: precision, Recall: recall}
	if precision+recall > 0 {
		a.F1 = 2 * precision * recall / (precision + recall)
	}
	return a
}

// Consensus sets the prediction against two coders together.
type Consensus struct {
	Between Score // of coder 1 against coder 2: what can be expected of anybody
	// Combined has the precision against passages that either coder marked and
	// the recall of passages that both did.
	Combined Accuracy
	Both     int // passages that both marked
}

// ThemeAccuracy is the recall of the passages of one theme that every coder
// marked, and the precision against those that any did.
type ThemeAccuracy struct {
	Theme     string
	All       int // passages that every coder marked
	Recall    float64
	Predicted int // passages
	Precision float64
}

// marked are the passages of each document and theme.
type marked map[markedKey][]stretch

type markedKey struct{ doc, theme string }

// Evaluate compares predicted passages with those of one or more coders. Texts
// are by document id; a paragraph or list item ends with an empty line. A
// quotation from a document without a text is lost. It fails when no passage
// of a coder can be found.
func Evaluate(texts map[string]string, predicted []Coded, coders [][]Coded, label corpus.Label) (*Evaluation, error) {
	e := &Evaluation{Label: label}
	anchors := make(map[string]*anchored)
	prediction, found := locateAll(texts, anchors, predicted, label)
	e.Predicted = found
	var sets []marked
	docs, themes := make(map[string]bool), make(map[string]bool)
	for _, rows := range coders {
		set, found := locateAll(texts, anchors, rows, label)
		found.Passages = set.size()
		sets = append(sets, set)
		e.Coders = append(e.Coders, found)
		for key := range set {
			docs[key.doc], themes[key.theme] = true, true
		}
	}
	if len(docs) == 0 {
		return nil, errors.New("no passage of the coded set stands in the texts: check the document ids and the label")
	}
	for key := range prediction {
		if !docs[key.doc] || !themes[key.theme] {
			delete(prediction, key)
		}
	}
	e.Predicted.Passages = prediction.size()
	e.Documents, e.Themes = len(docs), len(themes)
	pairs := len(docs) * len(themes)
	for _, set := range sets {
		e.Scores = append(e.Scores, score(prediction, set, pairs))
	}
	all, any := allAndAny(sets)
	e.ByTheme = byTheme(prediction, all, any)
	if len(sets) == 2 {
		e.Consensus = &Consensus{
			Between:  score(sets[0], sets[1], pairs),
			Combined: accuracy(prediction.share(any), all.share(prediction)),
			Both:     all.size(),
		}
	}
	return e, nil
}

// locateAll finds the rows of one label. Anchors keeps the prepared texts.
func locateAll(texts map[string]string, anchors map[string]*anchored, rows []Coded, label corpus.Label) (marked, Located) {
	set, found := make(marked), Located{}
	for _, row := range rows {
		if row.Label == label {
			found.Rows++
		}
	}
	all := placeAll(texts, anchors, rows, label, 0)
	found.Lost = found.Rows - len(all)
	for _, p := range all {
		key := markedKey{p.Doc, p.Theme}
		set[key] = append(set[key], p.stretch)
	}
	for key, list := range set {
		set[key] = join(list)
	}
	return set, found
}

// join makes one passage of those that overlap.
func join(list []stretch) []stretch {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b stretch) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	var joined []stretch
	for i, s := range list {
		switch last := len(joined) - 1; {
		case i > 0 && s == list[i-1]:
		case last >= 0 && s.start < joined[last].end:
			joined[last].end = max(joined[last].end, s.end)
		default:
			joined = append(joined, s)
		}
	}
	return joined
}

func (m marked) size() int {
	n := 0
	for _, list := range m {
		n += len(list)
	}
	return n
}

// within returns the passages of m that overlap one of other.
func (m marked) within(other marked) marked {
	shared := make(marked)
	for key, list := range m {
		for _, s := range list {
			if slices.ContainsFunc(other[key], s.overlaps) {
				shared[key] = append(shared[key], s)
			}
		}
	}
	return shared
}

// share returns the part of m that other has too, 0 where m is empty.
func (m marked) share(other marked) float64 {
	return float64(m.within(other).size()) / float64(max(1, m.size()))
}

// of returns the passages of one theme.
func (m marked) of(theme string) marked {
	part := make(marked)
	for key, list := range m {
		if key.theme == theme {
			part[key] = list
		}
	}
	return part
}

// score compares a with b over a number of pairs of document and theme.
func score(a, b marked, pairs int) Score {
	s := Score{Passages: accuracy(a.share(b), b.share(a))}
	both := 0
	for key := range a {
		if _, ok := b[key]; ok {
			both++
		}
	}
	s.Reviews = accuracy(float64(both)/float64(max(1, len(a))), float64(both)/float64(max(1, len(b))))
	n, inA, inB := float64(pairs), float64(len(a)), float64(len(b))
	observed := (float64(both) + n - float64(len(a)+len(b)-both)) / n
	expected := (inA*inB + (n-inA)*(n-inB)) / n / n
	if expected < 1 {
		s.Kappa, s.KappaDefined = (observed-expected)/(1-expected), true
	}
	return s
}

// allAndAny returns the passages that every set marks, those of the first that
// overlap one of each other, and the passages of any.
func allAndAny(sets []marked) (all, any marked) {
	all, any = sets[0], make(marked)
	for i, set := range sets {
		if i > 0 {
			all = all.within(set)
		}
		for key, list := range set {
			any[key] = append(any[key], list...)
		}
	}
	return all, any
}

// byTheme compares the prediction with the coders theme by theme, in the order of
// the ids.
func byTheme(prediction, all, any marked) []ThemeAccuracy {
	var themes []string
	for key := range any {
		themes = append(themes, key.theme)
	}
	slices.Sort(themes)
	var list []ThemeAccuracy
	for _, theme := range slices.Compact(themes) {
		list = append(list, ThemeAccuracy{
			Theme:     theme,
			All:       all.of(theme).size(),
			Recall:    all.of(theme).share(prediction),
			Predicted: prediction.of(theme).size(),
			Precision: prediction.of(theme).share(any),
		})
	}
	return list
}

// meanF1 returns the mean passage F1 against the coders.
func (e *Evaluation) meanF1() float64 {
	sum := 0.0
	for _, s := range e.Scores {
		sum += s.Passages.F1
	}
	return sum / float64(len(e.Scores))
}

// meanKappa returns the mean review-level kappa against the coders; it is
// undefined where one of them is.
func (e *Evaluation) meanKappa() (float64, bool) {
	sum := 0.0
	for _, s := range e.Scores {
		if !s.KappaDefined {
			return 0, false
		}
		sum += s.Kappa
	}
	return sum / float64(len(e.Scores)), true
}
