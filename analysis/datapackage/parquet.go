package datapackage

import (
	"encoding/binary"
	"io"
	"math"

	"thematic/analysis"
)

// Parts of the Parquet format, version 1
// (https://parquet.apache.org/docs/file-format and parquet.thrift there).
const (
	parquetMagic = "PAR1"

	typeInt64     = 2
	typeDouble    = 5
	typeByteArray = 6

	optional      = 1
	convertedUTF8 = 0
	dataPage      = 0
	uncompressed  = 0
	encodingPlain = 0
	encodingRLE   = 3
)

// rowsInGroup is how many rows lie together: enough to be read fast, few enough
// to stand in memory while they are made.
const rowsInGroup = 10_000

// writeParquet writes a table as a Parquet file: integers as INT64, numbers as
// DOUBLE, texts as STRING, all of them optional, plain and uncompressed. What the
// columns mean is in the metadata of the file, under their names.
func writeParquet(w io.Writer, t analysis.Described) error {
	out := &counter{w: w}
	out.Write([]byte(parquetMagic))
	var groups []rowGroup
	pages := make([]page, len(t.Columns))
	n := 0
	for row := range t.All() {
		for j, c := range t.Columns {
			pages[j].add(c.Type, row[j])
		}
		if n++; n == rowsInGroup {
			groups, n = append(groups, out.group(t.Columns, pages, n)), 0
		}
	}
	if n > 0 {
		groups = append(groups, out.group(t.Columns, pages, n))
	}
	footer := footerOf(t, groups)
	out.Write(footer)
	out.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(footer))))
	out.Write([]byte(parquetMagic))
	return out.err
}

// counter counts what it hands on. It keeps its first error, and after that does
// nothing.
type counter struct {
	w   io.Writer
	n   int64
	err error
}

func (c *counter) Write(data []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.w.Write(data)
	c.n, c.err = c.n+int64(n), err
	return n, err
}

// group writes a page for each column, of rows in number, and empties them.
func (c *counter) group(columns []analysis.Column, pages []page, rows int) rowGroup {
	g := rowGroup{rows: rows}
	for j := range pages {
		data := pages[j].finish(rows)
		g.columns = append(g.columns, chunk{column: columns[j], offset: c.n, size: int64(len(data))})
		c.Write(data)
	}
	return g
}

// page are values of a column being put together. Levels say of each row whether
// it has a value (1) or not (0): runs of equal ones, each its length shifted by
// one and the level.
type page struct {
	levels []byte
	values []byte
	level  byte   // of the run that goes on
	run    uint64 // its length
}

func (p *page) add(t analysis.ColumnType, v analysis.Value) {
	level := byte(1)
	if t.Missing(v) {
		level = 0
	}
	if level != p.level {
		p.endRun()
		p.level = level
	}
	p.run++
	if level == 1 {
		p.values = appendValue(p.values, t, v)
	}
}

func (p *page) endRun() {
	if p.run > 0 {
		p.levels = append(binary.AppendUvarint(p.levels, p.run<<1), p.level)
	}
	p.run = 0
}

// finish returns the page with its header, and empties it.
func (p *page) finish(rows int) []byte {
	p.endRun()
	size := int64(4 + len(p.levels) + len(p.values))
	var header thrift
	header.int(1, dataPage)
	header.int(2, size) // uncompressed
	header.int(3, size) // compressed
	header.begin(5)
	header.int(1, int64(rows))
	header.int(2, encodingPlain)
	header.int(3, encodingRLE) // of the levels of definition
	header.int(4, encodingRLE) // of those of repetition, which there are none of
	header.end()
	header.end()
	data := binary.LittleEndian.AppendUint32(header.out, uint32(len(p.levels)))
	data = append(append(data, p.levels...), p.values...)
	p.levels, p.values = p.levels[:0], p.values[:0]
	return data
}

func appendValue(to []byte, t analysis.ColumnType, v analysis.Value) []byte {
	switch t {
	case analysis.IntegerColumn:
		return binary.LittleEndian.AppendUint64(to, uint64(int64(v.Number)))
	case analysis.NumberColumn:
		return binary.LittleEndian.AppendUint64(to, math.Float64bits(v.Number))
	}
	return append(binary.LittleEndian.AppendUint32(to, uint32(len(v.Text))), v.Text...)
}

// rowGroup is where the columns of some rows lie.
type rowGroup struct {
	rows    int
	columns []chunk
}

// chunk is where the values of a column lie.
type chunk struct {
	column       analysis.Column
	offset, size int64
}

func physical(t analysis.ColumnType) int64 {
	switch t {
	case analysis.IntegerColumn:
		return typeInt64
	case analysis.NumberColumn:
		return typeDouble
	}
	return typeByteArray
}

// footerOf returns the FileMetaData of a file.
func footerOf(t analysis.Described, groups []rowGroup) []byte {
	var f thrift
	f.int(1, 1) // version
	f.list(2, len(t.Columns)+1, thriftStruct)
	f.item()
	f.text(4, "schema")
	f.int(5, int64(len(t.Columns)))
	f.end()
	for _, c := range t.Columns {
		f.schema(c)
	}
	rows := 0
	for _, g := range groups {
		rows += g.rows
	}
	f.long(3, int64(rows))
	f.list(4, len(groups), thriftStruct)
	for _, g := range groups {
		f.group(g)
	}
	f.list(5, len(t.Columns)+1, thriftStruct)
	f.pair("title", t.Title)
	for _, c := range t.Columns {
		f.pair(c.Name, c.Description)
	}
	f.text(6, "thematic")
	f.end()
	return f.out
}

// schema writes the SchemaElement of a column.
func (f *thrift) schema(c analysis.Column) {
	f.item()
	f.int(1, physical(c.Type))
	f.int(3, optional)
	f.text(4, c.Name)
	if c.Type == analysis.StringColumn {
		f.int(6, convertedUTF8)
		f.begin(10) // the logical type,
		f.begin(1)  // a string
		f.end()
		f.end()
	}
	f.end()
}

// group writes a RowGroup.
func (f *thrift) group(g rowGroup) {
	var size int64
	f.item()
	f.list(1, len(g.columns), thriftStruct)
	for _, c := range g.columns {
		size += c.size
		f.item()
		f.long(2, c.offset)
		f.begin(3)
		f.int(1, physical(c.column.Type))
		f.list(2, 2, thriftInt)
		f.element(encodingPlain)
		f.element(encodingRLE)
		f.list(3, 1, thriftBinary)
		f.bytes(c.column.Name)
		f.int(4, uncompressed)
		f.long(5, int64(g.rows))
		f.long(6, c.size)
		f.long(7, c.size)
		f.long(9, c.offset)
		f.end()
		f.end()
	}
	f.long(2, size)
	f.long(3, int64(g.rows))
	f.end()
}

// pair writes a KeyValue.
func (f *thrift) pair(key, value string) {
	f.item()
	f.text(1, key)
	f.text(2, value)
	f.end()
}
