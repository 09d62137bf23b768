package model

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"thematic/corpus"
	"thematic/themes"
)

// LeastTexts is in how many training texts a feature must stand to be kept.
const LeastTexts = 5

// Text is a coded text to train on.
type Text struct {
	Name      string
	Sentences []Sentence
	// Weights are how much one sentence counts beside those of other texts where
	// findings are learnt, in texts of each kind, and ThemeWeight where the theme
	// of a finding is.
	Weights     Weights
	ThemeWeight float64
	// Story marks a review of one case, which tells what happened.
	Story bool
	// Alone marks a sentence that was written to train on by itself: findings are
	// commoner among such than in a report, so they are kept out of the calibration.
	Alone bool
	// Tuned marks a text on which the rules were tried while they were made:
	// what they say of it is better than what they say of others, and is kept
	// out of the calibration.
	Tuned bool
	// Foreign marks a text that was coded by another codebook: it tells what a finding
	// is, and nothing of themes, and is kept out of the calibration.
	Foreign bool

	flat   string   // letters and digits of the sentences
	from   []int    // where each sentence begins in flat
	quoted []string // the codes as they were given, and where in flat
}

// Weights are those of a sentence where findings are learnt: in reviews of one
// case, and in other texts.
type Weights struct{ Story, Other float64 }

// Sentence is one sentence as the rules show it, with the codes a reader gave it.
type Sentence struct {
	Evidence themes.Evidence
	Codes    []Code
}

// Code is a theme and the way a passage speaks of it.
type Code struct {
	Theme string
	Label corpus.Label
}

// NewText reads the sentences of doc with the rules of coder.
func NewText(name string, coder *themes.Coder, doc *corpus.Document) *Text {
	t := &Text{Name: name, Weights: Weights{1, 1}, ThemeWeight: 1}
	var flat strings.Builder
	coder.Evidence(doc, func(span corpus.Span, e *themes.Evidence) {
		own := *e
		own.Words, own.Cues, own.Rulings = slices.Clone(e.Words), slices.Clone(e.Cues), slices.Clone(e.Rulings)
		own.Before, own.Named, own.Denied = slices.Clone(e.Before), slices.Clone(e.Named), slices.Clone(e.Denied)
		own.Prior, own.Heading = slices.Clone(e.Prior), slices.Clone(e.Heading)
		t.from = append(t.from, flat.Len())
		flat.WriteString(letters(doc.Text.Slice(span)))
		t.Sentences = append(t.Sentences, Sentence{Evidence: own})
	})
	t.flat = flat.String()
	return t
}

// letters is s in lower case without what is no letter or digit.
func letters(s string) string { return string(corpus.AppendLetters(nil, s)) }

// enough is how many letters of a quotation must be found where all are not, and
// touch how many a sentence must share with it to be part of the passage.
const (
	enough = 60
	touch  = 12
)

// Code gives the sentences that hold a quotation a code. It returns false where
// the quotation does not stand in the text.
func (t *Text) Code(quote string, code Code) bool {
	q := letters(quote)
	at := strings.Index(t.flat, q)
	if at < 0 && len(q) > enough {
		at = strings.Index(t.flat, q[:enough])
	}
	if at < 0 || q == "" {
		return false
	}
	t.note(at, len(q), code)
	for i := range t.Sentences {
		start, end := t.from[i], len(t.flat)
		if i+1 < len(t.from) {
			end = t.from[i+1]
		}
		shared := min(end, at+len(q)) - max(start, at)
		if shared > 0 && shared >= min(touch, end-start) && !slices.Contains(t.Sentences[i].Codes, code) {
			t.Sentences[i].Codes = append(t.Sentences[i].Codes, code)
		}
	}
	return true
}

// note keeps a code for the digest, with where it stands in the letters.
func (t *Text) note(at, size int, code Code) {
	t.quoted = append(t.quoted, fmt.Sprint(at, size, code))
}

// folds is how many parts the texts are dealt into for the calibration.
const folds = 3

// Train learns a model of the themes from texts. It fails where there is nothing
// to learn from. The order of the texts makes no difference.
func Train(themeIDs []string, texts []*Text) (*Model, error) {
	texts = slices.SortedFunc(slices.Values(texts), byName)
	parts := [1 + folds]struct {
		inside, rest []*Text
		model        *Model
		err          error
	}{{inside: texts}}
	for i, t := range texts {
		for fold := range folds {
			if part := &parts[1+fold]; i%folds == fold {
				part.rest = append(part.rest, t)
			} else {
				part.inside = append(part.inside, t)
			}
		}
	}
	var all sync.WaitGroup
	for i := range parts {
		all.Go(func() { parts[i].model, parts[i].err = learn(themeIDs, parts[i].inside) })
	}
	all.Wait()
	outside := make([]outcome, 0, 1<<16)
	for i := range parts {
		if parts[i].err != nil {
			return nil, parts[i].err
		}
		outside = parts[i].model.outcomes(outside, parts[i].rest)
	}
	p := parts[0].model
	p.calibrate(outside)
	p.Data = Digest(texts)
	return p, nil
}

// Digest is the SHA-256, in hexadecimal, of the names, letters and codes of texts
// in the order of their names, of what they are and of what their sentences weigh:
// what a model says in its Data that it was trained on. Spaces, line breaks and
// punctuation do not matter, nor where the rules find that a sentence ends.
func Digest(texts []*Text) string {
	h := sha256.New()
	for _, t := range slices.SortedFunc(slices.Values(texts), byName) {
		fmt.Fprintln(h, t.Name, t.Story, t.Alone, t.Tuned, t.Weights, t.ThemeWeight, t.flat)
		if t.Foreign {
			fmt.Fprintln(h, "foreign")
		}
		for _, code := range slices.Sorted(slices.Values(t.quoted)) {
			fmt.Fprintln(h, code)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

func byName(a, b *Text) int { return strings.Compare(a.Name, b.Name) }

// What a weight costs where findings are learnt, in other texts and in reviews,
// and where themes are: the best of those tried on texts kept out of the fit.
const (
	otherPenalty = 3.0
	storyPenalty = 2.0
	themePenalty = 3.0
)

// learn fits both factors, the first for each kind of text.
func learn(themeIDs []string, texts []*Text) (*Model, error) {
	m := &Model{Themes: slices.Clone(themeIDs), lexicon: *newLexicon(texts)}
	m.index()
	size := m.lexicon.size()
	other := problem{outputs: len(labels), features: size, penalty: otherPenalty}
	told := problem{outputs: len(labels) + 1, features: size, penalty: storyPenalty}
	theme := problem{outputs: len(themeIDs), features: size, penalty: themePenalty, byRarity: true}
	var r reading
	for _, t := range texts {
		for i := range t.Sentences {
			s := &t.Sentences[i]
			m.lexicon.read(&s.Evidence, &r)
			findings := s.findings()
			other.add(t.Weights.Other, findings, r.text, r.marks)
			if t.Story {
				findings = append(findings, len(labels))
			}
			told.add(t.Weights.Story, findings, r.text, r.marks)
			if about := m.about(s); about != nil && !t.Foreign {
				m.lexicon.readAround(&s.Evidence, !t.Tuned, &r)
				theme.add(t.ThemeWeight, about, r.text, r.around)
			}
		}
	}
	if len(theme.rows) == 0 {
		return nil, errors.New("no sentence of the training texts has a code: check the coded sets")
	}
	var solved [3]table
	var errs [len(solved)]error
	var all sync.WaitGroup
	for i, p := range []*problem{&other, &told, &theme} {
		all.Go(func() { solved[i], errs[i] = p.solve() })
	}
	all.Wait()
	m.finding, m.theme = solved[0].beside(&solved[1]), solved[2]
	return m, errors.Join(errs[:]...)
}

// findings returns the numbers of the labels of s.
func (s *Sentence) findings() []int {
	var out []int
	for l, label := range labels {
		if slices.ContainsFunc(s.Codes, func(c Code) bool { return c.Label == label }) {
			out = append(out, l)
		}
	}
	return out
}

// about returns the numbers of the themes of s, nil where it is no finding.
func (m *Model) about(s *Sentence) []int {
	var out []int
	for _, c := range s.Codes {
		if t, ok := m.themeOf[c.Theme]; ok && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// index makes what goes by the themes of m.
func (m *Model) index() {
	m.themeOf = map[string]int{}
	for i, id := range m.Themes {
		m.themeOf[id] = i
	}
	for l := range labels {
		for kind := range kinds {
			m.chance[l][kind] = newCalibration(len(m.Themes))
		}
	}
}
