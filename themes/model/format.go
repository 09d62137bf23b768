package model

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
)

// A model file is, in this order: the line "thematic model 6"; a line with the
// hash of the training data; a line of theme ids, one of calibrations and two of
// counts; a line for each feature that is no pair, its family and name, in the
// order of their numbers; then, little-endian, the pairs in order as two int32, and for
// each factor its units and biases as float32 and its rows of int8.
const (
	formatLine  = "thematic model 6"
	maxThemes   = 200
	maxFeatures = 200_000
	maxLine     = 1 << 16
)

// Append appends the file of m to b.
func (m *Model) Append(b []byte) []byte {
	b = fmt.Appendf(b, "%s\n%s\n%s\n", formatLine, m.Data, strings.Join(m.Themes, " "))
	for _, w := range m.coefficients() {
		b = fmt.Appendf(b, "%.4f ", *w)
	}
	b = fmt.Appendf(b, "\n%d %d\n", len(m.lexicon.names), len(m.lexicon.pairs))
	for _, f := range m.lexicon.names {
		b = fmt.Appendf(b, "%c%s\n", f.family, f.name)
	}
	for _, p := range m.lexicon.pairs {
		b = binary.LittleEndian.AppendUint32(b, uint32(p[0]))
		b = binary.LittleEndian.AppendUint32(b, uint32(p[1]))
	}
	return m.theme.append(m.finding.append(b))
}

func (t *table) append(b []byte) []byte {
	for _, f := range slices.Concat(t.units, t.bias) {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
	}
	for id := range t.features() {
		for k := range t.outputs {
			b = append(b, byte(t.weight(id, k)))
		}
	}
	return b
}

// Load reads a model file. Every count is checked before memory is taken for it;
// the error says what is wrong with the file. The model keeps data, which must not
// change.
func Load(data []byte) (*Model, error) {
	f := &file{rest: data}
	if got := f.line(); got != formatLine {
		return nil, fmt.Errorf("this is no model file: it begins with %.40q and not with %q", got, formatLine)
	}
	m := &Model{Data: f.line(), Themes: strings.Fields(f.line())}
	m.index()
	f.scan(m.coefficients()...)
	var names, pairs float64
	f.scan(&names, &pairs)
	if f.err == nil && (len(m.Themes) == 0 || len(m.Themes) > maxThemes || !(names >= 0 && pairs >= 0 && names+pairs <= maxFeatures)) {
		f.fail("it has %d themes and %g features, and at most %d and %d are read", len(m.Themes), names+pairs, maxThemes, maxFeatures)
	}
	if f.err != nil {
		return nil, f.err
	}
	for l := range labels {
		m.faint[l] = m.faintest(l)
	}
	m.lexicon = f.lexicon(int(names), int(pairs))
	m.finding = f.table(outputs, m.lexicon.size())
	m.theme = f.table(len(m.Themes), m.lexicon.size())
	if f.err == nil && len(f.rest) > 0 {
		f.fail("%d bytes follow its end", len(f.rest))
	}
	if f.err != nil {
		return nil, f.err
	}
	interleave(&m.finding, &m.theme)
	m.file = data
	return m, nil
}

// coefficients are those of the calibrations, in the order of a file.
func (m *Model) coefficients() []*float64 {
	var out []*float64
	for l := range m.chance {
		for kind := range m.chance[l] {
			for i := range m.chance[l][kind] {
				out = append(out, &m.chance[l][kind][i])
			}
		}
	}
	return out
}

// file is the rest of a model file. After the first fault its methods return
// zeros.
type file struct {
	rest []byte
	err  error
}

func (f *file) fail(format string, args ...any) {
	if f.err == nil {
		f.err = fmt.Errorf("the model file is damaged: "+format, args...)
	}
	f.rest = nil
}

func (f *file) line() string {
	i := bytes.IndexByte(f.rest[:min(len(f.rest), maxLine)], '\n')
	if i < 0 {
		f.fail("a line is missing or too long")
		return ""
	}
	line := string(f.rest[:i])
	f.rest = f.rest[i+1:]
	return line
}

// scan reads a line of numbers.
func (f *file) scan(into ...*float64) {
	r := strings.NewReader(f.line())
	for _, p := range into {
		if _, err := fmt.Fscan(r, p); err != nil || math.IsNaN(*p) || math.IsInf(*p, 0) {
			f.fail("a number is missing")
			return
		}
	}
}

func (f *file) take(n int) []byte {
	if n > len(f.rest) {
		f.fail("it ends too soon")
		return nil
	}
	b := f.rest[:n]
	f.rest = f.rest[n:]
	return b
}

func (f *file) lexicon(names, pairs int) lexicon {
	var x lexicon
	for len(x.names) < names && f.err == nil {
		line := f.line()
		if line == "" || strings.IndexByte(families, line[0]) < 0 {
			f.fail("a feature is of no known family")
			break
		}
		next := feature{family(line[0]), line[1:]}
		if x.number(next.family, next.name, none) != none {
			f.fail("a feature stands in it twice")
		}
		x.add(next)
	}
	x.pairs = make([]pair, 0, pairs)
	for b := f.take(8 * pairs); len(b) > 0; b = b[8:] {
		p := pair{int32(binary.LittleEndian.Uint32(b)), int32(binary.LittleEndian.Uint32(b[4:]))}
		if n := len(x.pairs); n > 0 && comparePairs(x.pairs[n-1], p) >= 0 {
			f.fail("a feature stands in it twice or out of order")
		}
		x.addPair(p)
	}
	if f.err != nil {
		return lexicon{}
	}
	x.seal()
	return x
}

func (f *file) table(outputs, features int) table {
	var units, bias []float32
	b := f.take(8 * outputs)
	for i := 0; i+4 <= len(b); i += 4 {
		x := math.Float32frombits(binary.LittleEndian.Uint32(b[i:]))
		if !(x > -1e6 && x < 1e6) {
			f.fail("a weight is no number")
		}
		if i < len(b)/2 {
			units = append(units, x)
		} else {
			bias = append(bias, x)
		}
	}
	b = f.take(outputs * features)
	weights := make([]int8, len(b))
	for i, w := range b {
		weights[i] = int8(w)
	}
	return newTable(weights, units, bias)
}
