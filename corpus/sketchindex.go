package corpus

import (
	"math/bits"
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
	documents []indexed
	// A slot stands for all hashes with the same low bits, which is near enough.
	// Its documents are postings from start to end: those that were added.
	start, end []uint32
	postings   []int32
	common     []int32 // by document: how many hashes it shares with the one looked for
}

// indexed are the first hashes of a sketch in the order of the index, as slots. Of
// these it shares at least common with any sketch like it of the same size.
type indexed struct {
	slots          []uint32
	common         int
	size, shingles int // of the sketch, and of the text
}

// commonPart is k as a part of the size of a sketch: that many shared hashes are
// more than come of a paragraph which is quoted in both.
const commonPart = 16

// powerOfTwo returns the least one that is not below n.
func powerOfTwo(n int) int { return 1 << bits.Len(uint(max(n, 1)-1)) }

// newSketchIndex returns an empty index for the sketches of docs.
func newSketchIndex(docs []*Document) *sketchIndex {
	x := &sketchIndex{documents: make([]indexed, len(docs)), common: make([]int32, len(docs))}
	frequency := frequencies(docs)
	total := 0
	for i, d := range docs {
		x.documents[i] = indexedOf(d.Sketch, frequency)
		total += len(x.documents[i].slots)
	}
	slots := powerOfTwo(total / 2)
	x.start = make([]uint32, slots+1)
	for _, d := range x.documents {
		for k := range d.slots {
			d.slots[k] &= uint32(slots - 1)
			x.start[d.slots[k]+1]++
		}
	}
	for slot := range slots {
		x.start[slot+1] += x.start[slot]
	}
	x.end, x.postings = slices.Clone(x.start[:slots]), make([]int32, total)
	return x
}

// frequencies counts the hashes of all sketches, those with the same low bits
// together.
func frequencies(docs []*Document) []uint16 {
	frequency := make([]uint16, powerOfTwo(len(docs)*sketchSize/2))
	for _, d := range docs {
		for _, hash := range d.Sketch.Least {
			if n := &frequency[hash&uint64(len(frequency)-1)]; *n < 1<<16-1 {
				*n++
			}
		}
	}
	return frequency
}

// indexedOf returns the rarest hashes of a sketch. Each stands for itself by its
// upper 48 bits, of which the slot is the low 32.
func indexedOf(s Sketch, frequency []uint16) indexed {
	order := make([]uint64, len(s.Least))
	for i, hash := range s.Least {
		order[i] = uint64(frequency[hash&uint64(len(frequency)-1)])<<48 | hash>>16
	}
	slices.Sort(order)
	size := len(order)
	d := indexed{common: 1 + size/commonPart, size: size, shingles: s.Shingles}
	rarest := order[:min(size, size-int(leastCommon*float64(size))+d.common)]
	d.slots = make([]uint32, len(rarest))
	for i, hash := range rarest {
		d.slots[i] = uint32(hash)
	}
	return d
}

// add makes document i one that is found.
func (x *sketchIndex) add(i int) {
	for _, slot := range x.documents[i].slots {
		x.postings[x.end[slot]] = int32(i)
		x.end[slot]++
	}
}

// like returns the documents found that may be nearly the same as document i, and
// some others.
func (x *sketchIndex) like(i int) []int {
	var met []int
	for _, slot := range x.documents[i].slots {
		for _, k := range x.postings[x.start[slot]:x.end[slot]] {
			if x.common[k]++; x.common[k] == 1 {
				met = append(met, int(k))
			}
		}
	}
	var list []int
	for _, k := range met {
		if int(x.common[k]) >= x.documents[i].least(x.documents[k]) {
			list = append(list, k)
		}
		x.common[k] = 0
	}
	return list
}

// least is how many slots two sketches share at the least whose texts are nearly
// the same. What they share beyond their slots is among the hashes of one of them
// that are not indexed.
func (d indexed) least(e indexed) int {
	shared := int(leastResemblance(d.shingles, e.shingles)*float64(max(d.size, e.size))) - 1 // for rounding
	return max(min(d.common, e.common), shared-max(d.size-len(d.slots), e.size-len(e.slots)))
}
