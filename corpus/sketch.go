package corpus

import (
	"slices"
	"strings"
)

// Sketch stands for the wording of a text in a few kilobytes, to tell how much
// of it stands in another: the least of the hashes of its shingles, which are
// all runs of eight words, letters and digits alone, in lower case (Broder, "On
// the resemblance and containment of documents", 1997).
type Sketch struct {
	Shingles int      // distinct ones in the text
	Least    []uint64 // the least hashes, ascending
}

// shingleWords is how many words make a shingle, and sketchSize how many hashes
// are kept: the standard error of a resemblance of .9 is .013.
const (
	shingleWords = 8
	sketchSize   = 512
)

// sketchOf returns the sketch of text.
func sketchOf(text string) Sketch {
	var words [shingleWords]uint64 // hashes of the last words, as a ring
	hashes := make([]uint64, 0, len(text)/6)
	n := 0
	for word := range strings.FieldsSeq(text) {
		hash, ok := wordHash(word)
		if !ok {
			continue
		}
		words[n%shingleWords] = hash
		if n++; n < shingleWords {
			continue
		}
		shingle := uint64(0)
		for i := range shingleWords {
			shingle = mix(shingle + words[(n+i)%shingleWords])
		}
		hashes = append(hashes, shingle)
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	return Sketch{len(hashes), slices.Clone(hashes[:min(sketchSize, len(hashes))])}
}

// wordHash hashes every [Letter] of word (FNV-1a); ok is false where it
// has none.
func wordHash(word string) (hash uint64, ok bool) {
	hash = 14695981039346656037
	for _, r := range word {
		if lower, letter := Letter(r); letter {
			hash, ok = (hash^uint64(lower))*1099511628211, true
		}
	}
	return hash, ok
}

// mix spreads the bits of x (the finaliser of SplitMix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// resemblance estimates which share of the shingles of either text stand in
// both: 1 for the same wording, 0 for none in common.
func (s Sketch) resemblance(t Sketch) float64 {
	both, seen, i, j := 0, 0, 0, 0
	for seen < sketchSize && i < len(s.Least) && j < len(t.Least) {
		switch a, b := s.Least[i], t.Least[j]; {
		case a == b:
			both, i, j = both+1, i+1, j+1
		case a < b:
			i++
		default:
			j++
		}
		seen++
	}
	// Where one sketch ends and holds all of its text, the rest of the other
	// belongs to the union.
	if i == len(s.Least) && len(s.Least) < sketchSize {
		seen += min(sketchSize-seen, len(t.Least)-j)
	} else if j == len(t.Least) && len(t.Least) < sketchSize {
		seen += min(sketchSize-seen, len(s.Least)-i)
	}
	if seen == 0 {
		return 0
	}
	return float64(both) / float64(seen)
}

// containment estimates which share of the shingles of the shorter text stand
// in the longer.
func (s Sketch) containment(t Sketch) float64 {
	shorter := min(s.Shingles, t.Shingles)
	if shorter == 0 {
		return 0
	}
	r := s.resemblance(t)
	return min(1, r/(1+r)*float64(s.Shingles+t.Shingles)/float64(shorter))
}
