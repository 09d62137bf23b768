package datapackage

import (
	"bytes"
	"encoding/binary"
	"io"
	"math"
	"reflect"
	"testing"

	"thematic/analysis"
)

// thriftReader reads any struct of the compact protocol, knowing nothing of what
// was meant to be written.
type thriftReader struct{ *bytes.Reader }

// fields returns the fields of a struct by their ids: int64, string, a list or a
// struct.
func (r thriftReader) fields() map[int]any {
	fields, id := map[int]any{}, 0
	for {
		b, err := r.ReadByte()
		if err != nil || b == 0 {
			return fields
		}
		id += int(b >> 4)
		fields[id] = r.value(b & 15)
	}
}

func (r thriftReader) value(kind byte) any {
	switch kind {
	case 5, 6:
		n, _ := binary.ReadVarint(r)
		return n
	case 8:
		n, _ := binary.ReadUvarint(r)
		data := make([]byte, n)
		_, _ = io.ReadFull(r, data)
		return string(data)
	case 9:
		b, _ := r.ReadByte()
		n := uint64(b >> 4)
		if n == 15 {
			n, _ = binary.ReadUvarint(r)
		}
		list := []any{}
		for range n {
			list = append(list, r.value(b&15))
		}
		return list
	case 12:
		return r.fields()
	}
	return nil
}

type fields = map[int]any

// TestParquet reads what was written by the published format: the footer from
// the end of the file, the pages from where the footer says.
func TestParquet(t *testing.T) {
	empty := sample()
	empty.Rows = nil
	for _, table := range []analysis.Described{sample(), long(), empty} {
		data := parquetOf(t, table)
		if string(data[:4]) != "PAR1" || string(data[len(data)-4:]) != "PAR1" {
			t.Fatal("the file is not marked at both ends")
		}
		length := int(binary.LittleEndian.Uint32(data[len(data)-8:]))
		footer := thriftReader{bytes.NewReader(data[len(data)-8-length : len(data)-8])}.fields()
		if got, want := footer[3], int64(len(table.Rows)); got != want {
			t.Errorf("got %d rows, want %d", got, want)
		}
		all := rows(table)
		for j, c := range table.Columns {
			schema := footer[2].([]any)[j+1].(fields)
			if got := schema[4]; got != c.Name {
				t.Errorf("got the column %v, want %s", got, c.Name)
			}
			var got, want []any
			for _, g := range footer[4].([]any) {
				meta := g.(fields)[1].([]any)[j].(fields)[3].(fields)
				got = append(got, readPage(t, data[meta[9].(int64):], schema[1].(int64))...)
			}
			for _, row := range all {
				want = append(want, row[j])
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: got %.200v\nwant %.200v", c.Name, got, want)
			}
		}
	}
}

// readPage returns the values of the page at the beginning of data.
func readPage(t *testing.T, data []byte, kind int64) []any {
	t.Helper()
	r := thriftReader{bytes.NewReader(data)}
	header := r.fields()
	at := len(data) - r.Len()
	body := data[at : at+int(header[3].(int64))]
	levels := thriftReader{bytes.NewReader(body[4 : 4+binary.LittleEndian.Uint32(body)])}
	values := body[4+binary.LittleEndian.Uint32(body):]
	var list []any
	for levels.Len() > 0 {
		run, _ := binary.ReadUvarint(levels)
		level, _ := levels.ReadByte()
		for range run >> 1 {
			if level == 0 {
				list = append(list, nil)
				continue
			}
			switch kind {
			case typeInt64:
				list = append(list, float64(int64(binary.LittleEndian.Uint64(values))))
				values = values[8:]
			case typeDouble:
				list = append(list, math.Float64frombits(binary.LittleEndian.Uint64(values)))
				values = values[8:]
			default:
				n := 4 + binary.LittleEndian.Uint32(values)
				list = append(list, string(values[4:n]))
				values = values[n:]
			}
		}
	}
	if n := header[5].(fields)[1].(int64); int(n) != len(list) || len(values) > 0 {
		t.Errorf("the page says %d values, has %d, and %d bytes are left", n, len(list), len(values))
	}
	return list
}
