package model

import (
	"math"
	"sync"

	"thematic/corpus"
	"thematic/themes"
)

// labels are the two kinds of finding, in the order of the first factor.
var labels = [2]corpus.Label{corpus.LabelDeficit, corpus.LabelGoodPractice}

// floor is the least chance of a coding that the rules did not make which is
// worth mentioning, and rare the chance of a finding below which no theme is
// looked at.
const (
	floor = 0.15
	rare  = 0.02
)

// Model is a trained second reader. It is safe for concurrent use.
type Model struct {
	// Data names what it was trained on: the SHA-256 of the names of the texts,
	// in hexadecimal.
	Data   string
	Themes []string

	lexicon lexicon
	finding table // of two outputs, the labels
	theme   table // of one output for each theme
	// chance turns the product of the factors and the rules' word into a
	// chance, for each label.
	chance  [2]calibration
	themeOf map[string]int
	scratch sync.Pool
}

// table is the weights of some outputs: for each feature a row of small whole
// numbers, to be multiplied by the unit of the output.
type table struct {
	outputs int
	weights []int8
	units   []float32
	bias    []float32
}

// calibration is a logistic function of the log odds of the product of the
// factors and of what the rules say.
type calibration struct{ Bias, Product, Counted, Held float64 }

// work is what judging one sentence needs, used again.
type work struct {
	reading reading
	finding []float32
	theme   []float32
}

func (m *Model) begin() *work {
	if w, ok := m.scratch.Get().(*work); ok {
		return w
	}
	return &work{finding: make([]float32, 2), theme: make([]float32, len(m.Themes))}
}

// Judge implements [themes.Opinion].
func (m *Model) Judge(e *themes.Evidence, views []themes.View) []themes.View {
	w := m.begin()
	defer m.scratch.Put(w)
	if !m.score(e, w) {
		return views
	}
	for l, label := range labels {
		found := odds(w.finding[l])
		for t, theme := range m.Themes {
			counted, held := ruling(e, theme, label)
			if found < rare && !counted && !held {
				continue
			}
			chance := m.chance[l].of(found*odds(w.theme[t]), counted, held)
			if chance >= floor || counted || held {
				views = append(views, themes.View{Theme: theme, Label: label, Chance: chance})
			}
		}
	}
	return views
}

// Score returns the chances that e is a finding that practice was lacking and
// that it was sound, and for each of m.Themes the chance that a finding in these
// words speaks of it. They are the factors before calibration.
func (m *Model) Score(e *themes.Evidence) (deficit, good float64, themes []float64) {
	w := m.begin()
	defer m.scratch.Put(w)
	m.score(e, w)
	for _, z := range w.theme {
		themes = append(themes, odds(z))
	}
	return odds(w.finding[0]), odds(w.finding[1]), themes
}

// score fills w. The themes are left out, and false returned, where the sentence
// is hardly a finding and the rules say nothing.
func (m *Model) score(e *themes.Evidence, w *work) bool {
	m.lexicon.read(e, &w.reading)
	r := &w.reading
	m.finding.start(w.finding)
	m.finding.add(w.finding, r.text)
	m.finding.add(w.finding, r.marks)
	m.finding.finish(w.finding)
	if odds(w.finding[0]) < rare && odds(w.finding[1]) < rare && len(e.Rulings) == 0 {
		return false
	}
	m.theme.start(w.theme)
	m.theme.add(w.theme, r.text)
	m.theme.add(w.theme, r.topics)
	m.theme.finish(w.theme)
	return true
}

func (t *table) start(sums []float32) { clear(sums) }

func (t *table) add(sums []float32, values []value) {
	for _, v := range values {
		row := t.weights[int(v.id)*t.outputs:][:len(sums)]
		for k, w := range row {
			sums[k] += v.weight * float32(w)
		}
	}
}

func (t *table) finish(sums []float32) {
	for k := range sums {
		sums[k] = sums[k]*t.units[k] + t.bias[k]
	}
}

func odds(z float32) float64 { return 1 / (1 + math.Exp(-float64(z))) }

func (c calibration) of(product float64, counted, held bool) float64 {
	z := c.Bias + c.Product*logit(product)
	if counted {
		z += c.Counted
	}
	if held {
		z += c.Held
	}
	return 1 / (1 + math.Exp(-z))
}

// logit is the log odds of p, kept within bounds.
func logit(p float64) float64 {
	p = min(max(p, 1e-5), 1-1e-5)
	return math.Log(p / (1 - p))
}

// ruling returns whether the rules count or hold a theme with a label.
func ruling(e *themes.Evidence, theme string, label corpus.Label) (counted, held bool) {
	for _, r := range e.Rulings {
		if r.Label == label && r.Theme == theme {
			return r.Status == corpus.Counted, r.Status == corpus.Held
		}
	}
	return false, false
}
