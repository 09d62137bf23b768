package workbook

import (
	"compress/flate"
	"hash/crc32"
	"io"
)

// piece is a part of a file, compressed by itself, so that the rows of a sheet
// can be compressed while they are made, and what stands before them later.
type piece struct {
	packed chunks
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
	flate *flate.Writer
	into  *piece
}

// pressLevel is a level of compression between the fastest, 1, and the usual, 6.
const pressLevel = 2

func newPress() *press {
	z, _ := flate.NewWriter(io.Discard, pressLevel) // fails for what is no level only
	return &press{flate: z}
}

// open starts a piece. Writing to memory cannot fail, so that no method returns
// an error.
func (p *press) open() {
	p.into = new(piece)
	p.flate.Reset(&p.into.packed)
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

// chunks are bytes that grow without being copied.
type chunks [][]byte

const chunkSize = 1 << 15

// Write takes in bytes. It never fails.
func (c *chunks) Write(data []byte) (int, error) {
	for rest := data; len(rest) > 0; {
		last := len(*c) - 1
		if last < 0 || len((*c)[last]) == chunkSize {
			*c = append(*c, make([]byte, 0, chunkSize))
			last++
		}
		n := min(len(rest), chunkSize-len((*c)[last]))
		(*c)[last] = append((*c)[last], rest[:n]...)
		rest = rest[n:]
	}
	return len(data), nil
}

func (c chunks) size() int {
	n := 0
	for _, chunk := range c {
		n += len(chunk)
	}
	return n
}

func (c chunks) writeTo(w io.Writer) error {
	for _, chunk := range c {
		if _, err := w.Write(chunk); err != nil {
			return err
		}
	}
	return nil
}
