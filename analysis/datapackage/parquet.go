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
// for a page of long texts to stay far below 2 GB.
const rowsInGroup = 50_000

// WriteParquet writes a table as a Parquet file: integers as INT64, numbers as
// DOUBLE, texts as STRING, all of them optional, plain and uncompressed. What the
// columns mean is in the metadata of the file, under their names.
func WriteParquet(w io.Writer, t analysis.Described) error {
	out := &counter{w: w}
	out.write([]byte(parquetMagic))
	var groups []rowGroup
	for first := 0; first < len(t.Rows); first += rowsInGroup {
		rows := t.Rows[first:min(first+rowsInGroup, len(t.Rows))]
		g := rowGroup{rows: len(rows)}
		for j, c := range t.Columns {
			data := page(c.Type, rows, j)
			g.columns = append(g.columns, chunk{column: c, offset: out.n, size: int64(len(data)), values: len(rows)})
			out.write(data)
		}
		groups = append(groups, g)
	}
	footer := footerOf(t, groups)
	out.write(footer)
	out.write(binary.LittleEndian.AppendUint32(nil, uint32(len(footer))))
	out.write([]byte(parquetMagic))
	return out.err
}

// counter writes and counts; after the first error it does neither.
type counter struct {
	w   io.Writer
	n   int64
	err error
}

func (c *counter) write(data []byte) {
	if c.err != nil {
		return
	}
	n, err := c.w.Write(data)
	c.n, c.err = c.n+int64(n), err
}

// page returns the values of column j as one data page with its header.
func page(t analysis.ColumnType, rows [][]analysis.Value, j int) []byte {
	levels, values := levelsOf(t, rows, j), []byte(nil)
	for _, row := range rows {
		if !t.Missing(row[j]) {
			values = appendValue(values, t, row[j])
		}
	}
	size := int64(len(levels) + len(values))
	var header thrift
	header.int(1, dataPage)
	header.int(2, size) // uncompressed
	header.int(3, size) // compressed
	header.begin(5)
	header.int(1, int64(len(rows)))
	header.int(2, encodingPlain)
	header.int(3, encodingRLE) // of the levels of definition
	header.int(4, encodingRLE) // of those of repetition, which there are none of
	header.end()
	header.end()
	return append(append(header.out, levels...), values...)
}

// levelsOf says of each row whether it has a value (1) or not (0): runs of equal
// levels, each its length shifted by one and the level, behind the number of
// bytes of them all.
func levelsOf(t analysis.ColumnType, rows [][]analysis.Value, j int) []byte {
	level := func(i int) byte {
		if t.Missing(rows[i][j]) {
			return 0
		}
		return 1
	}
	runs := make([]byte, 4)
	for i := 0; i < len(rows); {
		end := i + 1
		for end < len(rows) && level(end) == level(i) {
			end++
		}
		runs = append(binary.AppendUvarint(runs, uint64(end-i)<<1), level(i))
		i = end
	}
	binary.LittleEndian.PutUint32(runs, uint32(len(runs)-4))
	return runs
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
	values       int
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
	f.long(3, int64(len(t.Rows)))
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
		f.long(5, int64(c.values))
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
