package model

import (
	"math/rand/v2"
	"slices"
	"testing"

	"thematic/corpus"
	"thematic/themes"
)

func TestCuesAreReadInTheirOrder(t *testing.T) {
	e := &themes.Evidence{Cues: []*themes.Cue{{ID: "family_actor"}, {ID: "failed_to"}}}
	var got []order
	eachOrder(e, func(o order) { got = append(got, o) })
	want := []order{{"", "family_actor"}, {"family_actor", "failed_to"}, {"failed_to", ""}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestMarksByNumberAreThoseByName reads random sentences by the numbers of their marks and
// of the cues that follow each other, and looks up the names of the same; half of the
// sentences are not learnt, and have cues that are not known.
func TestMarksByNumberAreThoseByName(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var cues []*themes.Cue
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		cues = append(cues, &themes.Cue{ID: id})
	}
	coin := func() bool { return r.IntN(2) == 0 }
	sentence := func(known int) themes.Evidence {
		e := themes.Evidence{
			Section: corpus.SectionKinds[r.IntN(3)], Block: corpus.BlockBullet, Lent: []corpus.Label{"", corpus.LabelDeficit}[r.IntN(2)],
			First: coin(), Asks: coin(), Past: coin(), Finite: coin(), Numbers: make([]int32, r.IntN(50)),
		}
		e.Denied = make([]bool, len(e.Numbers))
		for range r.IntN(5) {
			e.Cues = append(e.Cues, cues[r.IntN(known)])
		}
		if coin() {
			e.Rulings = []themes.Ruling{{Theme: "t", Label: []corpus.Label{corpus.LabelDeficit, corpus.LabelGoodPractice}[r.IntN(2)], Status: corpus.Counted}}
		}
		return e
	}
	var texts []*Text
	for range 40 {
		texts = append(texts, &Text{Sentences: []Sentence{{Evidence: sentence(3)}}})
	}
	x := newLexicon(texts)
	var got reading
	met := map[family]int{}
	for range 200 {
		e := sentence(len(cues))
		var want []int32
		add := func(f feature) {
			if id := x.number(f.family, f.name, none); id != none {
				want, met[f.family] = append(want, id), met[f.family]+1
			}
		}
		eachMark(&e, add)
		eachOrder(&e, func(o order) { add(feature{ofOrder, o.name()}) })
		x.read(&e, &got)
		var ids []int32
		for _, v := range got.marks {
			ids = append(ids, v.id)
		}
		if !slices.Equal(ids, want) {
			t.Fatalf("%+v: got the marks %v, want %v", e, ids, want)
		}
	}
	for _, f := range []family{ofSection, ofBlock, ofLent, ofFlag, ofCue, ofLength, ofOrder} {
		if met[f] == 0 {
			t.Errorf("no sentence has a mark of the family %c", f)
		}
	}
}
