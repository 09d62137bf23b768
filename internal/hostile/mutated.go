package hostile

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
)

// mutation is a way in which a file comes to harm.
type mutation struct {
	name string
	make func(random *rand.Rand, data, other []byte) []byte
}

func mutations() []mutation {
	return []mutation{
		{"changed", func(r *rand.Rand, data, _ []byte) []byte { return damage(r, data, 1+r.IntN(40)) }},
		{"cut", func(r *rand.Rand, data, _ []byte) []byte { return cut(r, data) }},
		{"spliced", func(r *rand.Rand, data, other []byte) []byte {
			return slices.Concat(cut(r, data), other[r.IntN(len(other)):])
		}},
		{"moved", move},
		{"miscounted", miscount},
	}
}

// Mutated makes file i of a series that never ends: a sound file that came to
// harm in one way after another, as a whole or inside one of its parts. A file
// is sound with two bytes or more, and there is one at least.
func Mutated(i int, sound []File) File {
	ways := mutations()
	way := ways[i%len(ways)]
	random := rand.New(rand.NewPCG(uint64(i), 0))
	f, other := sound[random.IntN(len(sound))], sound[random.IntN(len(sound))]
	if random.IntN(2) == 0 {
		return File{fmt.Sprintf("%d-%s-%s", i, way.name, f.Name), way.make(random, f.Data, other.Data)}
	}
	change := func(part []byte) []byte { return way.make(random, part, part) }
	return File{fmt.Sprintf("%d-%s-inside-%s", i, way.name, f.Name), inside(random, f.Data, change)}
}

// move takes a run of bytes away, and puts it down elsewhere, or adds it there.
func move(random *rand.Rand, data, _ []byte) []byte {
	from := random.IntN(len(data))
	to := from + 1 + random.IntN(min(len(data)-from, 4096))
	rest := slices.Concat(data[:from], data[to:])
	if random.IntN(3) == 0 {
		return rest
	}
	if random.IntN(2) == 0 {
		rest = data
	}
	at := random.IntN(len(rest) + 1)
	return slices.Concat(rest[:at], data[from:to], rest[at:])
}

var number = regexp.MustCompile(`[\s\[/<>]\d+[\s\]/<>]`)

// miscount writes other numbers in the place of some: of the same length, so
// that what stands behind them stays where it was, or not.
func miscount(random *rand.Rand, data, _ []byte) []byte {
	for range 1 + random.IntN(8) {
		begin := random.IntN(len(data))
		at := number.FindIndex(data[begin:])
		if at == nil {
			continue
		}
		from, to := begin+at[0]+1, begin+at[1]-1
		digits := noise(random, to-from)
		for i := range digits {
			digits[i] = '0' + digits[i]%10
		}
		if random.IntN(2) == 0 {
			digits = []byte(one(random, "0", "-1", "2147483648", "99999999999999999999", "1e400", strconv.Itoa(random.IntN(len(data)))))
		}
		data = slices.Concat(data[:from], digits, data[to:])
	}
	return data
}

var deflated = regexp.MustCompile(`stream\r?\nx`) // x begins what zlib packed

// inside changes one deflated stream of a PDF file, or one part of an archive,
// so that the rest stays sound; another file is changed as a whole.
func inside(random *rand.Rand, data []byte, change func([]byte) []byte) []byte {
	if archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil && len(archive.File) > 0 {
		return changePart(archive, random.IntN(len(archive.File)), change)
	}
	streams := deflated.FindAllIndex(data, -1)
	if len(streams) == 0 {
		return change(data)
	}
	from := streams[random.IntN(len(streams))][1] - 1
	length := max(bytes.Index(data[from:], []byte("endstream")), 0)
	content := inflate(data[from : from+length])
	if len(content) < 2 {
		return change(data)
	}
	for content = change(content); len(content) > 0; content = content[:len(content)/2] {
		if packed := deflate(content); len(packed) <= length { // so that nothing behind it moves
			return slices.Concat(data[:from], packed, make([]byte, length-len(packed)), data[from+length:])
		}
	}
	return change(data)
}

// inflate returns as much as can be inflated.
func inflate(data []byte) []byte {
	in, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	content, _ := io.ReadAll(in)
	return content
}

// changePart writes an archive anew with part i changed, if it has one.
func changePart(archive *zip.Reader, i int, change func([]byte) []byte) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for n, f := range archive.File {
		var content []byte
		if in, err := f.Open(); err == nil {
			content, _ = io.ReadAll(in)
		}
		if n == i && len(content) > 1 {
			content = change(content)
		}
		// A buffer takes what it is given.
		e, _ := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: f.Method})
		_, _ = e.Write(content)
	}
	_ = w.Close()
	return out.Bytes()
}
