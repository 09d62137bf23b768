package themes

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// ends returns where n can end in words from each of the places in from: what a
// pattern means, with no regard to speed.
func (n node) ends(words []string, from map[int]bool) map[int]bool {
	out := map[int]bool{}
	put := func(places map[int]bool) {
		for at := range places {
			out[at] = true
		}
	}
	switch n.kind {
	case nodeWord:
		for at := range from {
			if at < len(words) && words[at] == n.lit.text {
				out[at+1] = true
			}
		}
	case nodeGap:
		for at := range from {
			for end := at; end <= min(at+n.gap, len(words)); end++ {
				out[end] = true
			}
		}
	case nodeOpt:
		put(from)
		put(n.kids[0].ends(words, from))
	case nodeAlt:
		for _, k := range n.kids {
			put(k.ends(words, from))
		}
	case nodeSeq:
		for _, k := range n.kids {
			from = k.ends(words, from)
		}
		return from
	}
	return out
}

func (n node) within(words []string) bool {
	for at := range words {
		for end := range n.ends(words, map[int]bool{at: true}) {
			if end > at {
				return true
			}
		}
	}
	return false
}

// fewWords are those of the patterns; a text has others too.
var fewWords = strings.Fields("alpha bravo kilo yankee")

// randomPattern makes a pattern, not always a good one.
func randomPattern(r *rand.Rand, depth int) string {
	var parts []string
	for range 1 + r.IntN(3) {
		switch k := r.IntN(10); {
		case k < 5 || depth > 2:
			parts = append(parts, fewWords[r.IntN(len(fewWords))])
		case k < 7:
			parts = append(parts, "("+randomPattern(r, depth+1)+"|"+randomPattern(r, depth+1)+")")
		case k < 8:
			parts = append(parts, "["+randomPattern(r, depth+1)+"]")
		default:
			parts = append(parts, fmt.Sprintf("<%d>", 1+r.IntN(2)))
		}
	}
	return strings.Join(parts, " ")
}

func TestFinderFindsWhatPatternsMean(t *testing.T) {
	const indexes, patterns, sentences = 2000, 4, 4
	r := rand.New(rand.NewPCG(1, 2))
	for range indexes {
		x := newIndexer()
		var written []string
		var roots []node
		for len(roots) < patterns {
			pattern := randomPattern(r, 0)
			root, err := parsePattern(pattern)
			if _, high := root.width(); err != nil || high > maxPatternWidth {
				continue
			}
			x.add(root)
			written, roots = append(written, pattern), append(roots, root)
		}
		f := newFinder(x.seal())
		for range sentences {
			var forms []string
			var words []word
			for range 3 + r.IntN(8) {
				form := "quebec"
				if k := r.IntN(len(fewWords) + 2); k < len(fewWords) {
					form = fewWords[k]
				}
				forms, words = append(forms, form), append(words, f.wordOf(form, form))
			}
			found := map[int]bool{}
			f.find(words, func(m match) {
				found[m.program] = true
				if m.start < 0 || !roots[m.program].ends(forms, map[int]bool{m.start: true})[m.end] {
					t.Errorf("%q in %q: found from word %d to %d", written[m.program], strings.Join(forms, " "), m.start, m.end)
				}
			})
			for i, root := range roots {
				if got, want := found[i], root.within(forms); got != want {
					t.Errorf("%q in %q: got %v, want %v", written[i], strings.Join(forms, " "), got, want)
				}
			}
		}
	}
}

// TestFinderMissesNothing compares what is found with what is found when every
// pattern is tried at every word.
func TestFinderMissesNothing(t *testing.T) {
	c := practice(t)
	r := newReader(c)
	var texts []string
	for _, theme := range c.codebook.Themes {
		for _, test := range theme.Tests[:min(len(theme.Tests), 4)] {
			texts = append(texts, test.Text)
		}
	}
	for _, text := range texts {
		s := &sentence{text: text, span: corpus.Span{End: len(text)}}
		r.tokenise(s)
		for name, side := range map[string]struct {
			finder *finder
			words  []word
		}{"themes": {r.themes, s.words}, "cues": {r.cues, s.cueing}} {
			var got, want []match
			side.finder.find(side.words, func(m match) { got = append(got, m) })
			for n := range side.finder.index.programs {
				for at := range side.words {
					if end := side.finder.matchAt(&side.finder.index.programs[n], side.words, at); end > at {
						want = append(want, match{n, at, end})
					}
				}
			}
			slices.SortFunc(got, inOrderOfPrograms)
			got = slices.Compact(got)
			if !slices.Equal(got, want) {
				t.Errorf("%s in %q: got %v, want %v", name, text, got, want)
			}
		}
	}
}

func inOrderOfPrograms(a, b match) int {
	return slices.Compare([]int{a.program, a.start, a.end}, []int{b.program, b.start, b.end})
}
