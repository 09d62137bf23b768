package analysis

import (
	"iter"
	"math/bits"
)

// rowSet is a set of rows of the matrix, or of passages by their places, one bit for
// each.
type rowSet []uint64

func newRowSet(rows int) rowSet { return make(rowSet, (rows+63)/64) }

func (s rowSet) add(row int) { s[row/64] |= 1 << (row % 64) }

func (s rowSet) has(row int) bool { return s[row/64]>>(row%64)&1 == 1 }

// count returns the number of rows in s.
func (s rowSet) count() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// shared returns the number of rows in both s and t.
func (s rowSet) shared(t rowSet) int {
	n := 0
	for i, word := range s {
		n += bits.OnesCount64(word & t[i])
	}
	return n
}

// and returns the rows in both s and t.
func (s rowSet) and(t rowSet) rowSet {
	both := make(rowSet, len(s))
	for i, word := range s {
		both[i] = word & t[i]
	}
	return both
}

// within reports whether every row of s is in t.
func (s rowSet) within(t rowSet) bool {
	for i, word := range s {
		if word&^t[i] != 0 {
			return false
		}
	}
	return true
}

// rows yields the rows of s in order.
func (s rowSet) rows() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(64*i + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}

// present returns for each theme the reviews in which it is present.
func (m *Matrix) present() []rowSet {
	sets := make([]rowSet, len(m.Themes))
	for j := range sets {
		sets[j] = newRowSet(len(m.Cases))
	}
	for i, row := range m.Cells {
		for j, c := range row {
			if c.Status.Present() {
				sets[j].add(i)
			}
		}
	}
	return sets
}
