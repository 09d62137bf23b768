package pdf

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"thematic/corpus"
)

// packers write data so that the filter of their name unpacks it.
var packers = map[string]func(data []byte) []byte{
	"ASCIIHexDecode": func(data []byte) []byte { return []byte(strings.ToUpper(hex.EncodeToString(data)) + " >") },
	"ASCII85Decode": func(data []byte) []byte {
		out := make([]byte, ascii85.MaxEncodedLen(len(data)))
		return append(out[:ascii85.Encode(out, data)], "~>"...)
	},
	"FlateDecode": func(data []byte) []byte {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		w.Write(data)
		w.Close()
		return b.Bytes()
	},
	"LZWDecode": func(data []byte) []byte {
		var b bytes.Buffer
		w := lzw.NewWriter(&b, lzw.MSB, 8)
		w.Write(data)
		w.Close()
		return b.Bytes()
	},
	"RunLengthDecode": func(data []byte) []byte {
		var b []byte
		for i := 0; i < len(data); {
			n := 1
			for i+n < len(data) && n < 128 && data[i+n] == data[i] {
				n++
			}
			if n > 1 {
				b = append(b, byte(257-n), data[i])
			} else {
				b = append(b, 0, data[i])
			}
			i += n
		}
		return append(b, 128)
	},
}

// TestFilters reads content packed by each filter and by chains of them.
func TestFilters(t *testing.T) {
	const content, want = "%s BT /F1 11 Tf 72 700 Td (Packed and unpacked again.) Tj ET", "paragraph |Packed and unpacked again."
	tests := [][]string{
		{"ASCIIHexDecode"}, {"ASCII85Decode"}, {"LZWDecode"}, {"RunLengthDecode"}, {"FlateDecode"},
		{"ASCII85Decode", "FlateDecode"}, {"ASCIIHexDecode", "RunLengthDecode", "LZWDecode"}, {"ASCII85Decode", "LZWDecode"},
	}
	for _, names := range tests {
		t.Run(strings.Join(names, " "), func(t *testing.T) {
			data := []byte(fmt.Sprintf(content, strings.Repeat("1 g 0 g 2 J ", 400)))
			dict, parms := "", ""
			for i := len(names) - 1; i >= 0; i-- {
				data = packers[names[i]](data)
				dict = "/" + names[i] + " " + dict
				if parms = "null " + parms; names[i] == "LZWDecode" {
					parms = "<< /EarlyChange 0 >> " + strings.TrimPrefix(parms, "null ")
				}
			}
			b := newBuilder()
			c := b.stream("/Filter ["+dict+"] /DecodeParms ["+parms+"]", string(data))
			b.page("", "/Contents "+itoa(c)+" 0 R", "")
			wantOutline(t, mustRead(t, b.bytes()), want)
		})
	}
}

// TestFilterSteps holds single steps to values from the PDF specification and to
// what their definitions say.
func TestFilterSteps(t *testing.T) {
	tests := []struct{ name, packed, want string }{
		{"LZWDecode", "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "-----A---B"}, // ISO 32000-1, 7.4.4.2, example 1
		{"ASCIIHexDecode", "4 8 65\n6c6C6f7>garbage", "Hellop"},
		{"ASCII85Decode", "<~;e9NX\n+CT))DIkF~>", "Seen alone."},
		{"RunLengthDecode", "\x02abc\xfed\x80x", "abcddd"},
		{"RunLengthDecode", "\x05ab", "ab"},
		{"ASCIIHexDecode", "", ""},
	}
	for _, test := range tests {
		r, err := filter{name: test.name}.apply(strings.NewReader(test.packed))
		if err != nil {
			t.Fatal(err)
		}
		got, _ := io.ReadAll(r)
		if string(got) != test.want {
			t.Errorf("%s of %q: got %q, want %q", test.name, test.packed, got, test.want)
		}
	}
}

// TestFiltersAreBounded packs zeros that unpack to more than is read.
func TestFiltersAreBounded(t *testing.T) {
	pack := packers["FlateDecode"]
	bomb := pack(pack(make([]byte, 64<<20)))
	b := newBuilder()
	c := b.stream("/Filter [/FlateDecode /FlateDecode]", string(bomb))
	b.page("", "/Contents "+itoa(c)+" 0 R", "")
	data := b.bytes()
	limits := corpus.DefaultLimits()
	limits.StreamBytes = 1 << 20
	text, err := Engines{}.Read(bytes.NewReader(data), int64(len(data)), limits)
	if err != nil {
		t.Fatal(err)
	}
	if got := text.Pages[0].Reason; !strings.Contains(got, "longer than is read") {
		t.Errorf("got %q", got)
	}
}

func TestPNGPredictors(t *testing.T) {
	want := []byte{10, 20, 30, 40, 11, 22, 33, 44, 12, 21, 35, 41, 9, 8, 7, 6, 1, 2, 3, 4}
	row := func(i int) []byte { return want[4*i : 4*i+4] }
	var packed []byte
	for i, kind := range []byte{0, 1, 2, 3, 4} {
		packed = append(packed, kind)
		for j, x := range row(i) {
			var left, above, corner byte
			if j > 0 {
				left = row(i)[j-1]
			}
			if i > 0 {
				if above = row(i - 1)[j]; j > 0 {
					corner = row(i - 1)[j-1]
				}
			}
			predicted := map[byte]byte{0: 0, 1: left, 2: above, 3: byte((int(left) + int(above)) / 2), 4: paeth(left, above, corner)}[kind]
			packed = append(packed, x-predicted)
		}
	}
	p := &pngReader{r: bytes.NewReader(packed), row: make([]byte, 4), above: make([]byte, 4), raw: make([]byte, 5), pixel: 1}
	if got, _ := io.ReadAll(p); !bytes.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// FuzzFilters holds that no chain of filters gives more than it may, whatever the
// bytes, and that what it gives does not depend on how it is read.
func FuzzFilters(f *testing.F) {
	names := []string{"FlateDecode", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode"}
	for i, name := range names {
		f.Add(packers[name]([]byte("BT (Seen alone.) Tj ET")), uint8(i), uint8(5))
	}
	const limit = 1 << 12
	f.Fuzz(func(t *testing.T, data []byte, first, second uint8) {
		chain := []filter{{name: names[int(first)%len(names)]}}
		if int(second) < len(names) {
			chain = append(chain, filter{name: names[second]})
		}
		var outs [2][]byte
		for i := range outs {
			r, err := unpacked(bytes.NewReader(data), chain, limit)
			if err != nil {
				return
			}
			if i == 1 {
				r = iotest.OneByteReader(r)
			}
			outs[i], _ = io.ReadAll(r)
		}
		if len(outs[0]) > limit || !bytes.Equal(outs[0], outs[1]) {
			t.Errorf("got %d bytes at once and %d one by one, want the same and at most %d", len(outs[0]), len(outs[1]), limit)
		}
	})
}
