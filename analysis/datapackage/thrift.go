package datapackage

import "encoding/binary"

// Types of the compact protocol of Thrift
// (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md).
const (
	thriftInt    = 5 // of 32 bits
	thriftLong   = 6
	thriftBinary = 8
	thriftList   = 9
	thriftStruct = 12
)

// thrift writes structs in the compact protocol, each field before those with
// greater ids. The zero thrift writes the fields of the outermost struct.
type thrift struct {
	out   []byte
	last  int   // id of the field before
	outer []int // the same of the structs around
}

// field writes the header of a field.
func (t *thrift) field(id int, kind byte) {
	t.out = append(t.out, byte(id-t.last)<<4|kind) // no id is 16 or more above another
	t.last = id
}

func (t *thrift) int(id int, v int64) {
	t.field(id, thriftInt)
	t.element(v)
}

func (t *thrift) long(id int, v int64) {
	t.field(id, thriftLong)
	t.element(v)
}

func (t *thrift) text(id int, s string) {
	t.field(id, thriftBinary)
	t.bytes(s)
}

// list writes the header of a list of n elements, which follow.
func (t *thrift) list(id, n int, kind byte) {
	t.field(id, thriftList)
	if n < 15 {
		t.out = append(t.out, byte(n)<<4|kind)
		return
	}
	t.out = binary.AppendUvarint(append(t.out, 0xf0|kind), uint64(n))
}

// begin opens a struct that is a field.
func (t *thrift) begin(id int) {
	t.field(id, thriftStruct)
	t.item()
}

// item opens a struct that is an element of a list.
func (t *thrift) item() {
	t.outer = append(t.outer, t.last)
	t.last = 0
}

// end closes a struct.
func (t *thrift) end() {
	t.out = append(t.out, 0)
	if n := len(t.outer); n > 0 {
		t.last, t.outer = t.outer[n-1], t.outer[:n-1]
	}
}

// element writes an integer, zigzag so that small ones of either sign are short.
func (t *thrift) element(v int64) { t.out = binary.AppendVarint(t.out, v) }

func (t *thrift) bytes(s string) {
	t.out = append(binary.AppendUvarint(t.out, uint64(len(s))), s...)
}
