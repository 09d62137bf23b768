package pdf

import (
	"bytes"
	"errors"
	"math"
)

// The parser below trusts the sizes and the places that a file states. They are looked at
// before it is given the file.

const maxColumns = 10_000_000 // bytes of a row of a predictor

var (
	errLoop  = errors.New("its tables of objects name one another in a circle")
	errSizes = errors.New("it states a size that no file has")
)

// checkSizes looks for sizes from which the parser would allocate without looking
// further. A damaged table of objects can be made anew; a damaged stream cannot.
func (v *view) checkSizes() (table, streams error) {
	data := readPart(v, 0, v.part)
	if largestAfter(data, "/Columns") > maxColumns {
		streams = errSizes
	}
	if max(largestAfter(data, "/Size"), largestSection(data)) > maxObjects {
		table = errSizes
	}
	if chainLoops(data) {
		table = errLoop
	}
	return table, streams
}

// chainLoops reports whether the tables of objects, each of which names the one
// before it, come back to one that was met.
func chainLoops(data []byte) bool {
	at := numberAfter(data[max(0, bytes.LastIndex(data, []byte("startxref"))):], "startxref")
	met := map[int64]bool{}
	for at > 0 && at < int64(len(data)) {
		if met[at] {
			return true
		}
		met[at] = true
		section, _, _ := bytes.Cut(data[at:], []byte("startxref"))
		at = numberAfter(section, "/Prev")
	}
	return false
}

// numberAfter returns the number that stands after the first key, 0 where there
// is none.
func numberAfter(data []byte, key string) int64 {
	_, rest, _ := bytes.Cut(data, []byte(key))
	return leadingNumber(bytes.TrimLeft(rest[:min(len(rest), 32)], " \t\r\n"))
}

// largestAfter returns the largest number that stands after key.
func largestAfter(data []byte, key string) int64 {
	var most int64
	for found := true; found; {
		most = max(most, numberAfter(data, key))
		_, data, found = bytes.Cut(data, []byte(key))
	}
	return most
}

// largestSection returns the largest number at the head of a section in the
// tables of objects.
func largestSection(data []byte) int64 {
	var most int64
	for {
		i := bytes.Index(data, []byte("xref"))
		if i < 0 {
			return most
		}
		data = data[i+4:]
		part := data
		if end := bytes.Index(part, []byte("trailer")); end >= 0 {
			part = part[:end]
		} else {
			part = part[:min(len(part), headReach)]
		}
		data = data[len(part):]
		for row := range bytes.FieldsFuncSeq(part, func(r rune) bool { return r == '\r' || r == '\n' }) {
			most = max(most, sectionStart(row))
		}
	}
}

// sectionStart returns the first of the two numbers of which the head of a section
// in a table of objects is made, 0 where row is something else.
func sectionStart(row []byte) int64 {
	first := digits(row)
	rest := bytes.TrimLeft(row[first:], " \t")
	second := digits(rest)
	if first == 0 || second == 0 || len(rest) == len(row)-first || len(bytes.TrimLeft(rest[second:], " \t")) > 0 {
		return 0
	}
	return leadingNumber(row)
}

// digits counts the digits b begins with.
func digits(b []byte) int {
	n := 0
	for n < len(b) && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	return n
}

// leadingNumber reads the digits b begins with, as the largest number there is
// where they are too many.
func leadingNumber(b []byte) int64 {
	var n int64
	for _, c := range b {
		switch {
		case c < '0' || c > '9':
			return n
		case n > math.MaxInt64/100:
			return math.MaxInt64
		}
		n = 10*n + int64(c-'0')
	}
	return n
}
