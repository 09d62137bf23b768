package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// manyDocuments are n texts with a template in common, of which every tenth is
// the one before it with a word changed here and there.
func manyDocuments(n int) []*Document {
	template := wording(0, 400, 0)
	var docs []*Document
	for i := range n {
		text, length := template, 500+i%7*300
		if i%10 == 9 {
			text += " " + wording(uint64(i-1), 500+(i-1)%7*300, 60+10*i)
		} else {
			text += " " + wording(uint64(i), length, 0)
		}
		docs = append(docs, testDocument(fmt.Sprintf("%04d.pdf", i), KindReview, "Marl Board", fmt.Sprint("Child ", i), "2011", text))
	}
	return docs
}

func TestSketchIndexFindsWhatIsNearlyTheSame(t *testing.T) {
	docs := manyDocuments(200)
	for _, text := range []string{strings.Repeat("a b c ", 40), wording(3, 70, 0), wording(3, 75, 0)} { // sketches of unlike sizes
		docs = append(docs, testDocument(fmt.Sprint(len(docs)), KindReview, "", "", "", text))
	}
	index := newSketchIndex(docs)
	alike := 0
	for i, d := range docs {
		found := index.like(i)
		for k := range i {
			if sameness(d.Sketch, docs[k].Sketch) >= nearlySame {
				if alike++; !slices.Contains(found, k) {
					t.Errorf("documents %d and %d are nearly the same, and the index has not found that", k, i)
				}
			}
		}
		index.add(i)
	}
	if alike < 15 {
		t.Errorf("got %d texts that are nearly the same, want enough for a test", alike)
	}
}

// Twice the documents must not be four times the work.
func TestSketchIndexLooksAtFew(t *testing.T) {
	for _, n := range []int{100, 200, 400} {
		docs := manyDocuments(n)
		index := newSketchIndex(docs)
		looked := 0
		for i := range docs {
			looked += len(index.like(i))
			index.add(i)
		}
		if looked > n/5 {
			t.Errorf("of %d documents %d pairs were held against each other, want about one in ten", n, looked)
		}
	}
}

func TestGroupsAreLookedForByReview(t *testing.T) {
	groups := reviewGroups{byKey: map[string][]int{}}
	for i := range 300 {
		d := testDocument(fmt.Sprint(i), KindReview, "Marl Board", fmt.Sprint("Child ", i/2), "2011", wording(uint64(i/2), 300, 90))
		if got := groups.of(d); len(got) != i%2 {
			t.Fatalf("document %d: got %v groups of the same child, want %d", i, got, i%2)
		}
		groups.addVersion(d)
	}
	if len(groups.list) != 150 {
		t.Errorf("got %d groups, want 150", len(groups.list))
	}
}
