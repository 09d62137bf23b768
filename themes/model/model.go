package model

import (
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"sync"

	"thematic/corpus"
	"thematic/themes"
)

// labels are the two kinds of finding.
var labels = [...]corpus.Label{corpus.LabelDeficit, corpus.LabelGoodPractice}

// kinds is how many kinds of text are told apart: others, and reviews of one case.
// What is a finding is learnt, and chances are calibrated, for each.
const kinds = 2

// The outputs of the first factor: those of each kind of text in the order of the
// labels, and how likely the sentence is of a review of one case.
const (
	story   = kinds * len(labels)
	outputs = story + 1
)

// floor is the least chance of a coding that the rules did not make which is
// worth mentioning; rare the chance of a finding, and leastProduct that of a
// finding on a theme, below which nothing is looked at but what the rules found.
const (
	floor        = 0.15
	rare         = 0.1
	leastProduct = 0.01
	margin       = 0.01 // of log odds, far more than rounding makes
)

// Model is what was learnt. It is safe for concurrent use.
type Model struct {
	Data   string // what it was trained on, see [Digest]
	Themes []string

	lexicon lexicon
	finding table // of the labels in each kind of text, and story
	theme   table // of one output for each theme
	// chance turns the product of the factors and the rules' word into a
	// chance, for each label: in another text and in a review of one case.
	chance  [len(labels)][kinds]calibration
	faint   [len(labels)]float64 // see [Model.faintest]
	themeOf map[string]int
	scratch sync.Pool
	file    []byte // from which it was loaded, nil where it was learnt now
	named   sync.Once
	name    string // see [Model.Name]
}

// calibration is a logistic function of the log odds of the product of the
// factors, of what the rules say, of what the sentences before lend, and of how far
// the theme leads or lags the likeliest other; the first and the last have weights of
// their own where the rules count the theme. Its weights are those of [look.inputs],
// then a bias, and then what is added for each theme: some are coded more readily
// than their words are.
type calibration []float64

func newCalibration(themes int) calibration { return make(calibration, ofThemes+themes) }

// The places of the bias and of the first theme in a calibration.
const (
	bias     = inputs
	ofThemes = inputs + 1
)

// logOdds are those of a look with these inputs at a theme.
func (c calibration) logOdds(in [inputs]float64, theme int) float64 {
	z := c[bias] + c[ofThemes+theme]
	for i, x := range in {
		z += c[i] * x
	}
	return z
}

// inputs is how many numbers a look gives to a calibration.
const inputs = 8

// work is what judging one sentence needs, used again.
type work struct {
	reading reading
	outputs []float32              // of the first factor
	found   [len(labels)]float64   // the chance of each kind of finding
	lacking float64                // that of the first kind, of the whole sentence
	told    float64                // how likely the sentence is of a review of one case
	theme   []float32              // outputs of the second factor: log odds of each theme
	near    [len(labels)][]float64 // what the sentences before lend to each theme
	said    [len(labels)][]saying  // what the rules say of each theme
	sides   [2]themes.Evidence     // see [Model.parted]
	best    [len(labels)][]float64 // see [Model.eachOfSides]
}

// saying is what the rules say of a theme with a label, and whether they met the
// theme at all, whatever they made of it.
type saying struct{ counted, held, met bool }

func (m *Model) begin() *work {
	if w, ok := m.scratch.Get().(*work); ok {
		return w
	}
	n := len(m.Themes)
	w := &work{outputs: m.finding.sums(), theme: m.theme.sums()}
	for l := range labels {
		w.near[l], w.said[l], w.best[l] = make([]float64, n), make([]saying, n), make([]float64, n)
	}
	return w
}

// Name implements [themes.Opinion]: two models of one name are the same to the
// byte. It is worked out when it is first asked for.
func (m *Model) Name() string {
	m.named.Do(func() {
		file := m.file
		if file == nil {
			file = m.Append(nil)
		}
		m.name = fmt.Sprintf("model %.6x", sha256.Sum256(file))
	})
	return m.name
}

// Number implements [themes.Opinion].
func (m *Model) Number(key string) int32 { return m.lexicon.numberOf(key) }

// Judge implements [themes.Opinion].
func (m *Model) Judge(e *themes.Evidence, views []themes.View) (all []themes.View, lacking float64) {
	w := m.begin()
	defer m.scratch.Put(w)
	m.eachLook(e, w, m.faint, func(l, t int, k look) {
		if k.product <= m.faint[l] && k.product <= k.rival && k.near == 0 && !k.counted && !k.held {
			return // less than the floor, and lends nothing
		}
		view := themes.View{Theme: m.Themes[t], Label: labels[l], Chance: m.weigh(l, t, k), Lends: k.lends()}
		if k.counted || k.held || view.Chance >= floor || view.Lends > 0 {
			views = append(views, view)
		}
	})
	return views, w.lacking
}

// look is what the factors, the rules and the sentences before say of one theme
// and label of a sentence.
type look struct {
	product float64 // of the factors
	rival   float64 // the same of the likeliest other theme
	saying          // of the rules
	near    float64 // the most that the sentences before lend
	story   float64 // how likely the sentence is of a review of one case
}

// What a look must have to lend anything, and what one that the rules count
// lends at least.
const (
	leastLent   = 0.1
	countedLent = 0.6
)

// lends is what a look lends to the sentences that follow.
func (k look) lends() float64 {
	switch {
	case k.counted:
		return max(k.product, countedLent)
	case k.product > leastLent:
		return k.product
	}
	return 0
}

// eachLook calls f with each theme and label worth a look. Those whose product is
// below the least of their label may be left out, unless the rules count or hold
// them, the sentences before lend to them or they lead every other theme.
func (m *Model) eachLook(e *themes.Evidence, w *work, least [len(labels)]float64, f func(label, theme int, k look)) {
	worth := m.score(e, w)
	if w.lacking = w.found[0]; !worth {
		return
	}
	m.surround(e, w)
	if m.parted(e, w) {
		m.eachOfSides(w, f)
		return
	}
	first, lead, rival := leading(w.theme)
	for l, found := range w.found {
		if found < rare && !ruled(e) {
			continue
		}
		faint := float32(logit(max(least[l], leastProduct)/found) - margin)
		for t, z := range w.theme {
			said, near := w.said[l][t], w.near[l][t]
			bidden := said.counted || said.held
			if !bidden && (found < rare || z < faint && near == 0 && t != first) {
				continue
			}
			product := found * odds(z)
			if !bidden && product < leastProduct {
				continue
			}
			k := look{product: product, rival: found * lead, saying: said, near: near, story: w.told}
			if t == first {
				k.rival = found * rival
			}
			f(l, t, k)
		}
	}
}

// leading returns the theme of the greatest log odds, its chance, and the greatest
// chance of the others.
func leading(theme []float32) (first int, lead, rival float64) {
	none := float32(math.Inf(-1))
	most, second := none, none
	for t, z := range theme {
		switch {
		case z > most:
			first, most, second = t, z, most
		case z > second:
			second = z
		}
	}
	return first, odds(most), odds(second)
}

// surround fills w with what the rules say of e and what the two sentences before
// it lend.
func (m *Model) surround(e *themes.Evidence, w *work) {
	for l, label := range labels {
		near, said := w.near[l], w.said[l]
		clear(near)
		clear(said)
		for _, views := range e.Recent {
			for _, v := range views {
				if v.Label != label || v.Lends == 0 {
					continue
				}
				if t, ok := m.themeOf[v.Theme]; ok {
					near[t] = max(near[t], v.Lends)
				}
			}
		}
		for _, r := range slices.Backward(e.Rulings) { // the first of a theme stands
			t, ok := m.themeOf[r.Theme]
			if !ok {
				continue
			}
			if said[t].met = true; r.Label == label {
				said[t].counted, said[t].held = r.Status == corpus.Counted, r.Status == corpus.Held
			}
		}
	}
}

// Score returns the chances that e is a finding that practice was lacking and
// that it was sound, and for each of m.Themes the chance that a finding in these
// words speaks of it. They are the factors before calibration.
func (m *Model) Score(e *themes.Evidence) (deficit, good float64, themes []float64) {
	w := m.begin()
	defer m.scratch.Put(w)
	themes = make([]float64, len(m.Themes))
	if m.score(e, w) {
		for t, z := range w.theme {
			themes[t] = odds(z)
		}
	}
	return w.found[0], w.found[1], themes
}

// score fills w. The themes are left out, and false returned, where the sentence
// is hardly a finding and the rules say nothing.
func (m *Model) score(e *themes.Evidence, w *work) bool {
	m.scoreFinding(e, w)
	if w.found[0] < rare && w.found[1] < rare && !ruled(e) {
		return false
	}
	r := &w.reading
	m.lexicon.readAround(e, true, r)
	m.theme.start(w.theme)
	m.theme.add(w.theme, r.text)
	m.theme.add(w.theme, r.around)
	m.theme.finish(w.theme)
	return true
}

// scoreFinding fills what w says of the first factor.
func (m *Model) scoreFinding(e *themes.Evidence, w *work) {
	m.lexicon.read(e, &w.reading)
	r := &w.reading
	m.finding.start(w.outputs)
	m.finding.add(w.outputs, r.text)
	m.finding.add(w.outputs, r.marks)
	m.finding.finish(w.outputs)
	w.told = odds(w.outputs[story])
	for l := range labels {
		w.found[l] = between(w.told, odds(w.outputs[l]), odds(w.outputs[len(labels)+l]))
	}
}

// ruled reports whether the rules count or hold anything.
func ruled(e *themes.Evidence) bool {
	return slices.ContainsFunc(e.Rulings, func(r themes.Ruling) bool { return r.Status != corpus.Rejected })
}

func odds(z float32) float64 { return 1 / (1 + math.Exp(-float64(z))) }

// weigh returns the chance of a look at a theme, between what it would be in a review
// and in another text as the sentence is likely of the one or the other.
func (m *Model) weigh(label, theme int, k look) float64 {
	in, chance := k.inputs(), [kinds]float64{}
	for kind, c := range m.chance[label] {
		chance[kind] = 1 / (1 + math.Exp(-c.logOdds(in, theme)))
	}
	return between(k.story, chance[0], chance[1])
}

// between is what holds of a sentence that is told of one case with this chance,
// where it would be other in another text and story in a review.
func between(told, other, story float64) float64 { return (1-told)*other + told*story }

// inputs are what a calibration weighs.
func (k look) inputs() [inputs]float64 {
	own, counted := logit(k.product), indicator(k.counted)
	lead := min(max(own-logit(k.rival), -farthest), farthest)
	return [...]float64{own, counted, indicator(k.held), indicator(k.met), k.near, counted * own, counted * lead, lead}
}

// met is the place of whether the rules met the theme among the inputs.
const met = 3

// farthest bounds by how much a theme leads or lags in log odds.
const farthest = 6

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// logit is the log odds of p, kept within bounds.
func logit(p float64) float64 {
	p = min(max(p, 1e-5), 1-1e-5)
	return math.Log(p / (1 - p))
}

// faintest returns the greatest product of a look, at most what lends something,
// whose chance is below the floor whatever its theme is and what else is said of it,
// unless the rules count or hold it, the sentences before lend to it or it leads every
// other theme.
func (m *Model) faintest(label int) float64 {
	least := leastLent
	for _, c := range m.chance[label] {
		if c[0] <= 0 || c[inputs-1] < 0 {
			return 0
		}
		z := (logit(floor) - margin - c[bias] - slices.Max(c[ofThemes:]) - max(c[met], 0)) / c[0]
		least = min(least, 1/(1+math.Exp(-z)))
	}
	return least
}
