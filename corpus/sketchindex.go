package corpus

import (
	"cmp"
	"slices"
)

// leastCommon is which share of the hashes of either sketch is in both, at the
// least, where [sameness] finds two texts nearly the same. Of texts of which the
// longer is longerBy times as long, the containment r/(1+r)·(1+longerBy) of a
// resemblance r reaches nearlySame at r = .5625; of others r is greater.
const leastCommon = 0.5625

// sketchIndex finds the sketches that may be nearly the same as another, without
// holding each against each.
//
// Put in one order, the rarest hash first, the hashes of two sketches that have
// n of a sketch's size in common have the first k of these among their first
// size-n+k (S. Chaudhuri and others, "A primitive operator for similarity joins
// in data cleaning", ICDE 2006). Only so many of each are kept, and only
// sketches that share k of them are returned. Wording that stands in every
// report, as in a template, is last in that order and costs nothing.
type sketchIndex struct {
	rarest  []rareHashes // of each document
	entries []indexEntry
	heads   []int32 // by the low bits of a hash: the last of its entries, from 1
	common  []int32 // by document: how many hashes it shares with the one looked for
}

// rareHashes are the first hashes of a sketch in the order of the index. Of these
// it shares at least common with any sketch like it of the same size.
type rareHashes struct {
	hashes []uint64
	common int32
}

// indexEntry is a document that has a hash, and the entry before it.
type indexEntry struct{ document, before int32 }

// commonPart is k as a part of the size of a sketch: that many shared hashes are
// more than come of a paragraph which is quoted in both.
const commonPart = 16

// newSketchIndex returns an empty index for the sketches of docs.
func newSketchIndex(docs []*Document) *sketchIndex {
	x := &sketchIndex{rarest: make([]rareHashes, len(docs)), common: make([]int32, len(docs))}
	slots := 1024
	for slots < len(docs)*sketchSize {
		slots *= 2
	}
	frequency := make([]uint16, slots) // of all hashes with the same low bits, which is near enough
	at := func(hash uint64) *uint16 { return &frequency[hash&uint64(slots-1)] }
	for _, d := range docs {
		for _, hash := range d.Sketch.Least {
			if n := at(hash); *n < 1<<16-1 {
				*n++
			}
		}
	}
	total := 0
	for i, d := range docs {
		hashes := slices.Clone(d.Sketch.Least)
		slices.SortFunc(hashes, func(a, b uint64) int { return cmp.Or(cmp.Compare(*at(a), *at(b)), cmp.Compare(a, b)) })
		size := len(hashes)
		common := 1 + size/commonPart
		rarest := slices.Clone(hashes[:min(size, size-int(leastCommon*float64(size))+common)])
		x.rarest[i] = rareHashes{rarest, int32(common)}
		total += len(rarest)
	}
	x.entries, x.heads = make([]indexEntry, 0, total), make([]int32, slots/2)
	return x
}

// add makes document i one that is found.
func (x *sketchIndex) add(i int) {
	for _, hash := range x.rarest[i].hashes {
		head := x.head(hash)
		x.entries = append(x.entries, indexEntry{int32(i), *head})
		*head = int32(len(x.entries))
	}
}

func (x *sketchIndex) head(hash uint64) *int32 { return &x.heads[hash&uint64(len(x.heads)-1)] }

// like returns the documents found that may be nearly the same as document i, and
// some others.
func (x *sketchIndex) like(i int) []int {
	var met []int
	for _, hash := range x.rarest[i].hashes {
		for at := *x.head(hash); at > 0; at = x.entries[at-1].before {
			k := x.entries[at-1].document
			if x.common[k]++; x.common[k] == 1 {
				met = append(met, int(k))
			}
		}
	}
	var list []int
	for _, k := range met {
		if x.common[k] >= min(x.rarest[i].common, x.rarest[k].common) {
			list = append(list, k)
		}
		x.common[k] = 0
	}
	return list
}
