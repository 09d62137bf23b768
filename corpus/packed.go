package corpus

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"math/bits"
	"strings"
	"sync"
)

// PackedCodings hold the codings of many documents, in a third of the memory that
// they take one by one, or on the disk: those of a document are a few numbers each,
// its name and its quotation, and what recurs in them once, as bytes. They are made
// again whenever they are asked for.
//
// A disk may fail to give back what it took. Then a document has no codings, and
// Err says why: whoever goes through them asks it behind the last.
type PackedCodings struct {
	scratch   *Scratch     // where they are put; nil for memory
	damaged   func() error // says that bytes are not as they were written
	mu        sync.Mutex   // guards what follows, but for documents
	length    int64        // of scratch
	err       error        // the first one
	words     map[string]string
	documents []packedDocument
}

// packedDocument has the codings of one document.
type packedDocument struct {
	PackedDocument
	data string      // the bytes
	from io.ReaderAt // or where they are, nil where data has them
	at   int64
}

// PackedDocument is what is said of the codings of one document where they lie one
// behind the other: how many they are, how many bytes they take, and their CRC-32.
type PackedDocument struct {
	Codings, Size int
	Sum           uint32
}

// NewPackedCodings returns room for the codings of a number of documents, in
// memory where scratch is nil. Where it is not, it is theirs: see
// [PackedCodings.Remove].
func NewPackedCodings(documents int, scratch *Scratch) *PackedCodings {
	p := &PackedCodings{scratch: scratch, words: make(map[string]string), documents: make([]packedDocument, documents)}
	if p.damaged = func() error { return errNotPacked }; scratch != nil {
		p.damaged = func() error { return fmt.Errorf("read %s: what was written there is not what is read", scratch.folder) }
	}
	return p
}

// PackedCodingsIn returns the codings that [PackedCodings.WriteTo] wrote to from, where
// they begin at a place. They are read whenever they are asked for. Err is what damaged
// says where they are not as they were written.
func PackedCodingsIn(from io.ReaderAt, at int64, documents []PackedDocument, damaged func() error) *PackedCodings {
	p := NewPackedCodings(len(documents), nil)
	p.damaged = damaged
	for i, d := range documents {
		p.documents[i] = packedDocument{PackedDocument: d, from: from, at: at}
		at += int64(d.Size)
	}
	return p
}

// With returns the codings of p and, behind them, those of another; either may be nil.
// What cannot be had of them is told by what is returned. It is not to be removed.
func (p *PackedCodings) With(other *PackedCodings) *PackedCodings {
	both := NewPackedCodings(0, nil)
	for _, part := range []*PackedCodings{p, other} {
		if part != nil {
			both.damaged = part.damaged
			both.documents = append(both.documents, part.documents...)
		}
	}
	return both
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

// fail keeps the first error.
func (p *PackedCodings) fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err == nil {
		p.err = err
	}
}

// recurring are the strings of a coding that stand in many others, from firstWord on
// the words of a codebook and of the program.
func (c *Coding) recurring() [13]*string {
	return [...]*string{
		&c.CaseID, (*string)(&c.Document), &c.File, &c.PageLabel, &c.Paragraph, &c.Heading, &c.Reason, &c.Cue,
		(*string)(&c.Section), &c.Theme, (*string)(&c.Label), (*string)(&c.Status), &c.Rule,
	}
}

const firstWord = 8

// Clone returns a coding that shares no bytes with c, nor with what c was unpacked with.
func (c *Coding) Clone() *Coding {
	own := *c
	for _, s := range own.recurring() {
		*s = strings.Clone(*s)
	}
	own.PassageID, own.Quote = strings.Clone(c.PassageID), strings.Clone(c.Quote)
	return &own
}

// numbers are the whole numbers of a coding.
func (c *Coding) numbers() [5]*int {
	return [...]*int{&c.Page, &c.Span.Start, &c.Span.End, &c.Match.Start, &c.Match.End}
}

// Put keeps the codings of document i. It holds on to nothing of them: their
// strings are parts of a text. Several goroutines may put at once, and none may
// ask meanwhile. It fails where the scratch file cannot be written.
func (p *PackedCodings) Put(i int, codings []Coding) error {
	data := pack(codings)
	d := packedDocument{PackedDocument: PackedDocument{len(codings), len(data), crc32.ChecksumIEEE(data)}}
	if p.scratch == nil {
		d.data = string(data)
		p.documents[i] = d
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	d.from, d.at = p.scratch, p.length
	p.documents[i] = d
	p.length += int64(len(data))
	_, err := p.scratch.Write(data)
	return err
}

// pack returns codings as bytes. A recurring string is its place among those met
// so far, or, where it is met first, the place that it will have, and the string.
func pack(codings []Coding) []byte {
	data := make([]byte, 0, 256*len(codings)) // more than most take
	places, quote := make(map[string]uint64), ""
	for k := range codings {
		c := &codings[k]
		for _, s := range c.recurring() {
			at, met := places[*s]
			if !met {
				at = uint64(len(places))
				places[*s] = at
			}
			if data = binary.AppendUvarint(data, at); !met {
				data = appendString(data, *s)
			}
		}
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
	return data
}

// Add keeps the codings of one document more.
func (p *PackedCodings) Add(codings []Coding) error {
	p.documents = append(p.documents, packedDocument{})
	return p.Put(len(p.documents)-1, codings)
}

func appendString(data []byte, s string) []byte {
	return append(binary.AppendUvarint(data, uint64(len(s))), s...)
}

// WriteTo writes the codings of all documents one behind the other, for
// [PackedCodingsIn]; of nil there are none. It fails where they cannot be had.
func (p *PackedCodings) WriteTo(w io.Writer) (n int64, err error) {
	for i := range p.Documents() {
		data, ok := p.packed(i)
		if !ok {
			return n, p.Err()
		}
		written, err := io.WriteString(w, data)
		n += int64(written)
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// Index says of each document what [PackedCodings.WriteTo] writes of it.
func (p *PackedCodings) Index() []PackedDocument {
	index := make([]PackedDocument, p.Documents())
	for i := range index {
		index[i] = p.documents[i].PackedDocument
	}
	return index
}

// Len is how many codings there are; none in nil.
func (p *PackedCodings) Len() int {
	n := 0
	for i := range p.Documents() {
		n += p.documents[i].Codings
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
func (p *PackedCodings) Document(i int) []Coding { return p.first(i, p.documents[i].Codings) }

// First returns the first coding of document i, and false where it has none. It holds
// no other bytes in memory, since whoever asks where a document belongs keeps that.
func (p *PackedCodings) First(i int) (Coding, bool) {
	if first := p.first(i, min(1, p.documents[i].Codings)); len(first) > 0 {
		return *first[0].Clone(), true
	}
	return Coding{}, false
}

// first returns the first n codings of document i.
func (p *PackedCodings) first(i, n int) []Coding {
	data, ok := p.packed(i)
	if !ok {
		return nil
	}
	codings, ok := p.unpack(data, n)
	if !ok {
		p.fail(p.damaged())
	}
	return codings
}

// packed returns the bytes of document i, and false where they cannot be had.
func (p *PackedCodings) packed(i int) (string, bool) {
	d := p.documents[i]
	if d.from == nil || d.Size == 0 {
		return d.data, true
	}
	data := make([]byte, d.Size)
	_, err := d.from.ReadAt(data, d.at)
	if err == nil && crc32.ChecksumIEEE(data) != d.Sum {
		err = p.damaged()
	}
	if err != nil {
		p.fail(err)
		return "", false
	}
	return string(data), true
}

// errNotPacked says that bytes are no codings.
var errNotPacked = errors.New("passages are not as they were written")

// unpack makes the first n codings again that were packed. Their strings are parts of
// those bytes, but for the words of the codebook. It returns false where those bytes are
// not what was packed.
func (p *PackedCodings) unpack(packed string, n int) ([]Coding, bool) {
	if n > len(packed) {
		return nil, false
	}
	codings, recurring := make([]Coding, n), make([]string, 0, 64)
	data := unpacking{left: packed}
	for k := range codings {
		c := &codings[k]
		for field, s := range c.recurring() {
			at := data.unsigned()
			if at == uint64(len(recurring)) {
				recurring = append(recurring, p.own(data.string(), field))
			}
			if at >= uint64(len(recurring)) {
				return nil, false
			}
			*s = recurring[at]
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
		} else if k > 0 {
			c.Quote = codings[k-1].Quote
		}
		if data.short {
			return nil, false
		}
	}
	return codings, true
}

// own returns a string of a field among the recurring ones: of the few words of which
// there are as many as a codebook has, one that holds no other bytes in memory, since
// whoever counts them keeps them.
func (p *PackedCodings) own(s string, field int) string {
	if field < firstWord {
		return s
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	word, known := p.words[s]
	if !known {
		word = strings.Clone(s)
		p.words[word] = word
	}
	return word
}

// unpacking is what is left to read of a document.
type unpacking struct {
	left  string
	short bool // it was asked for more than there is
}

// unsigned reads a number as [binary.AppendUvarint] writes it.
func (u *unpacking) unsigned() uint64 {
	var x uint64
	for i := 0; i < len(u.left) && i < binary.MaxVarintLen64; i++ {
		b := u.left[i]
		x |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			u.left = u.left[i+1:]
			return x
		}
	}
	u.left, u.short = "", true
	return 0
}

// signed reads a number as [binary.AppendVarint] writes it.
func (u *unpacking) signed() int64 {
	x := u.unsigned()
	return int64(x>>1) ^ -int64(x&1)
}

func (u *unpacking) string() string {
	n := u.unsigned()
	if n > uint64(len(u.left)) {
		u.left, u.short = "", true
		return ""
	}
	s := u.left[:n]
	u.left = u.left[n:]
	return s
}
