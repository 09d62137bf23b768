package corpus

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"math/bits"
	"strings"
	"sync"
)

// PackedCodings hold the codings of many documents, in a third of the memory that
// they take one by one or in a scratch file: what recurs in them is kept once, in
// memory, and each is a few numbers, its name and its quotation, as bytes. Those of
// a document are made again whenever they are asked for.
//
// A disk may fail to give back what it took. Then a document has no codings, and
// Err says why: whoever goes through them asks it behind the last.
type PackedCodings struct {
	scratch   *Scratch   // nil where the bytes are in memory
	mu        sync.Mutex // guards what follows, but for documents
	length    int64      // of scratch
	recurring []string
	place     map[string]uint64 // of each in recurring
	err       error             // the first one
	documents []packedDocument
}

// packedDocument has the codings of one document, n of them: their bytes, or where
// these are in the scratch file, and their CRC-32.
type packedDocument struct {
	data     string
	at       int64
	size, n  int
	checksum uint32
}

// NewPackedCodings returns room for the codings of a number of documents, in
// memory where scratch is nil. Where it is not, it is theirs: see
// [PackedCodings.Remove].
func NewPackedCodings(documents int, scratch *Scratch) *PackedCodings {
	return &PackedCodings{scratch: scratch, place: map[string]uint64{}, documents: make([]packedDocument, documents)}
}

// Remove removes the scratch file, if there is one and it has not been tried before.
// Nothing can be asked of p, or of what goes through its codings, after that.
func (p *PackedCodings) Remove() error {
	if p == nil || p.scratch == nil {
		return nil
	}
	scratch := p.scratch
	p.scratch, p.documents = nil, nil
	return scratch.Remove()
}

// Err says why codings that were asked for could not be had, nil where all could.
func (p *PackedCodings) Err() error {
	if p == nil {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.err
}

// recurring are the strings of a coding that stand in many others.
func (c *Coding) recurring() [13]*string {
	return [...]*string{
		&c.CaseID, (*string)(&c.Document), &c.File, &c.PageLabel, &c.Paragraph, (*string)(&c.Section), &c.Heading,
		&c.Theme, (*string)(&c.Label), (*string)(&c.Status), &c.Reason, &c.Rule, &c.Cue,
	}
}

// numbers are the whole numbers of a coding.
func (c *Coding) numbers() [5]*int {
	return [...]*int{&c.Page, &c.Span.Start, &c.Span.End, &c.Match.Start, &c.Match.End}
}

// Put keeps the codings of document i. It holds on to nothing of them: their
// strings are parts of a text. Several goroutines may put at once, and none may
// ask meanwhile. It fails where the scratch file cannot be written.
func (p *PackedCodings) Put(i int, codings []Coding) error {
	var data []byte
	quote := ""
	for k := range codings {
		c := &codings[k]
		data = p.appendPlaces(data, c)
		for _, n := range c.numbers() {
			data = binary.AppendVarint(data, int64(*n))
		}
		for _, x := range []float64{c.Score, c.Confidence} {
			data = binary.AppendUvarint(data, bits.ReverseBytes64(math.Float64bits(x))) // of most, the low bytes are zero
		}
		data = appendString(data, c.PassageID)
		if k > 0 && c.Quote == quote { // the passages of one sentence follow one another
			data = append(data, 0)
			continue
		}
		quote = c.Quote
		data = appendString(append(data, 1), quote)
	}
	if p.scratch == nil {
		p.documents[i] = packedDocument{data: string(data), n: len(codings)}
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.documents[i] = packedDocument{at: p.length, size: len(data), n: len(codings), checksum: crc32.ChecksumIEEE(data)}
	p.length += int64(len(data))
	_, err := p.scratch.Write(data)
	return err
}

// Add keeps the codings of one document more.
func (p *PackedCodings) Add(codings []Coding) error {
	p.documents = append(p.documents, packedDocument{})
	return p.Put(len(p.documents)-1, codings)
}

// appendPlaces appends where the recurring strings of a coding are kept.
func (p *PackedCodings) appendPlaces(data []byte, c *Coding) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range c.recurring() {
		at, known := p.place[*s]
		if !known {
			own := strings.Clone(*s)
			at = uint64(len(p.recurring))
			p.recurring, p.place[own] = append(p.recurring, own), at
		}
		data = binary.AppendUvarint(data, at)
	}
	return data
}

func appendString(data []byte, s string) []byte {
	return append(binary.AppendUvarint(data, uint64(len(s))), s...)
}

// Len is how many codings there are; none in nil.
func (p *PackedCodings) Len() int {
	n := 0
	for i := range p.Documents() {
		n += p.documents[i].n
	}
	return n
}

// Documents is how many documents there is room for; none in nil.
func (p *PackedCodings) Documents() int {
	if p == nil {
		return 0
	}
	return len(p.documents)
}

// Document returns the codings of document i as they were put, the caller's to
// change, or none: see [PackedCodings.Err].
func (p *PackedCodings) Document(i int) []Coding { return p.first(i, p.documents[i].n) }

// First returns the first coding of document i, and false where it has none.
func (p *PackedCodings) First(i int) (Coding, bool) {
	if first := p.first(i, min(1, p.documents[i].n)); len(first) > 0 {
		return first[0], true
	}
	return Coding{}, false
}

// first returns the first n codings of document i.
func (p *PackedCodings) first(i, n int) []Coding {
	packed, ok := p.packed(i)
	if !ok {
		return nil
	}
	codings := make([]Coding, n)
	data := unpacking(packed)
	for k := range codings {
		c := &codings[k]
		for _, s := range c.recurring() {
			*s = p.recurring[data.unsigned()]
		}
		for _, n := range c.numbers() {
			*n = int(data.signed())
		}
		for _, x := range []*float64{&c.Score, &c.Confidence} {
			*x = math.Float64frombits(bits.ReverseBytes64(data.unsigned()))
		}
		c.PassageID = data.string()
		if data.unsigned() == 1 {
			c.Quote = data.string()
		} else {
			c.Quote = codings[k-1].Quote
		}
	}
	return codings
}

// packed returns the bytes of document i, and false where they cannot be had.
func (p *PackedCodings) packed(i int) (string, bool) {
	d := p.documents[i]
	if p.scratch == nil || d.n == 0 {
		return d.data, true
	}
	data := make([]byte, d.size)
	_, err := p.scratch.ReadAt(data, d.at)
	if err == nil && crc32.ChecksumIEEE(data) != d.checksum {
		err = fmt.Errorf("read %s: what was written there is not what is read", p.scratch.folder)
	}
	if err == nil {
		return string(data), true
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err == nil {
		p.err = err
	}
	return "", false
}

// unpacking is what is left to read of a document.
type unpacking string

// unsigned reads a number as [binary.AppendUvarint] writes it.
func (u *unpacking) unsigned() uint64 {
	var x uint64
	for i := 0; ; i++ {
		b := (*u)[i]
		x |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			*u = (*u)[i+1:]
			return x
		}
	}
}

// signed reads a number as [binary.AppendVarint] writes it.
func (u *unpacking) signed() int64 {
	x := u.unsigned()
	return int64(x>>1) ^ -int64(x&1)
}

func (u *unpacking) string() string {
	n := u.unsigned()
	s := string((*u)[:n])
	*u = (*u)[n:]
	return s
}
