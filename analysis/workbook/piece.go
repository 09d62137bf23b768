package workbook

import (
	"hash/crc32"
	"io"
	"sync"

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

// press compresses pieces, one after the other, beside whoever makes them: of the time
// that a large workbook takes, making the rows is the one half and compressing them the
// other.
type press struct {
	flate   *flate.Writer
	scratch func() (*corpus.Scratch, error) // for pieces that are large; nil to keep all in memory
	most    int64                           // bytes of a piece that are kept in memory
	into    *piece
	batch   []byte         // of the piece, to be compressed next
	before  []byte         // the one before it
	working sync.WaitGroup // the compressing of that
}

// mostInMemory is how many bytes of a piece are kept in memory.
const mostInMemory = 4 << 20

// batchSize is how many bytes are compressed at once.
const batchSize = 1 << 18

// pressLevel is the fastest level of compression: a workbook is large, and is written
// with every run. The next takes half as long again to save a hundredth of the size.
const pressLevel = 1

func newPress(scratch func() (*corpus.Scratch, error)) *press {
	z, _ := flate.NewWriter(io.Discard, pressLevel) // fails for what is no level only
	return &press{flate: z, scratch: scratch, most: mostInMemory}
}

// open starts a piece. No method returns an error: a piece keeps its own until it
// is written.
func (p *press) open() *piece {
	p.wait()
	p.into = &piece{packed: spill{scratch: p.scratch, most: p.most}}
	p.flate.Reset(&p.into.packed)
	return p.into
}

// add takes in content, which the caller may change afterwards.
func (p *press) add(content []byte) {
	p.into.size += int64(len(content))
	p.batch = append(p.batch, content...)
	if len(p.batch) >= batchSize {
		p.compress()
	}
}

// compress lets what was taken in be compressed, when that before it has been.
func (p *press) compress() {
	p.working.Wait()
	p.batch, p.before = p.before[:0], p.batch
	p.working.Go(func() {
		p.into.sum = crc32.Update(p.into.sum, crc32.IEEETable, p.before)
		p.flate.Write(p.before)
	})
}

// wait waits until nothing is being compressed, and drops what was not to be: that of a
// piece that was never closed.
func (p *press) wait() {
	p.working.Wait()
	p.batch = p.batch[:0]
}

// close ends a piece that another one follows.
func (p *press) close() *piece {
	p.compress()
	p.wait()
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
