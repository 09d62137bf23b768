package workbook

import (
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"

	"thematic/corpus"
)

// piece is a part of a file, compressed by itself, so that the rows of a sheet
// can be compressed while they are made, and what stands before them later.
type piece struct {
	packed spill
	sum    uint32 // CRC-32 of the content
	size   int64  // of the content
}

// joinedSum returns the CRC-32 of two contents, one after the other, from that
// of each and the size of the second. A sum is linear: it is that of the second,
// and that of the first moved on by as many zeros.
func joinedSum(first, second uint32, size int64) uint32 {
	return overZeros(first, size) ^ overZeros(0, size) ^ second
}

// overZeros returns a sum moved on by n zeros.
func overZeros(sum uint32, n int64) uint32 {
	var zeros [1 << 12]byte
	for ; n > 0; n -= int64(len(zeros)) {
		sum = crc32.Update(sum, crc32.IEEETable, zeros[:min(n, int64(len(zeros)))])
	}
	return sum
}

// press compresses pieces, one after the other.
type press struct {
	flate   *flate.Writer
	scratch func() (*corpus.Scratch, error) // for pieces that are large; nil to keep all in memory
	most    int64                           // bytes of a piece that are kept in memory
	into    *piece
}

// mostInMemory is how many bytes of a piece are kept in memory.
const mostInMemory = 4 << 20

// pressLevel is a level of compression between the fastest, 1, and the usual, 6:
// a workbook is large, and is written with every run.
const pressLevel = 2

func newPress(scratch func() (*corpus.Scratch, error)) *press {
	z, _ := flate.NewWriter(io.Discard, pressLevel) // fails for what is no level only
	return &press{flate: z, scratch: scratch, most: mostInMemory}
}

// open starts a piece. No method returns an error: a piece keeps its own until it
// is written.
func (p *press) open() *piece {
	p.into = &piece{packed: spill{scratch: p.scratch, most: p.most}}
	p.flate.Reset(&p.into.packed)
	return p.into
}

func (p *press) add(content []byte) {
	p.into.sum = crc32.Update(p.into.sum, crc32.IEEETable, content)
	p.into.size += int64(len(content))
	p.flate.Write(content)
}

// close ends a piece that another one follows.
func (p *press) close() *piece {
	p.flate.Flush()
	return p.into
}

// part returns a piece of a file that another one follows.
func (p *press) part(contents ...[]byte) *piece {
	p.open()
	for _, c := range contents {
		p.add(c)
	}
	return p.close()
}

// last returns the last piece of a file.
func (p *press) last(contents ...[]byte) *piece {
	last := p.part(contents...)
	p.flate.Close()
	return last
}
