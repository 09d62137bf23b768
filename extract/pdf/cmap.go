package pdf

import (
	"sort"
	"unicode/utf16"
)

// cmap maps the codes of a font to text (a ToUnicode map) or to glyph numbers
// (the encoding of a composite font).
type cmap struct {
	spaces []codespace
	chars  map[code]string // text of single codes
	ranges []cmapRange     // sorted by low
}

// code is a character code and its length in bytes.
type code struct {
	value uint32
	size  uint8
}

type codespace struct {
	size      uint8
	low, high uint32
}

// cmapRange maps low..high to text whose last unit counts up, or to glyph
// numbers that count up from cid.
type cmapRange struct {
	size      uint8
	low, high uint32
	units     []uint16
	cid       uint32
}

const maxCMapEntries = 1 << 17

// parseCMap reads as much of a CMap as can be understood.
func parseCMap(data []byte) *cmap {
	m := &cmap{chars: map[code]string{}}
	l := &lexer{data: string(data)}
	var stack []token
	for t := l.next(); t.kind != kindEnd; t = l.next() {
		if t.kind != kindOperator {
			if len(stack) < maxCMapEntries {
				stack = append(stack, t)
			}
			continue
		}
		m.section(t.str, stack)
		stack = stack[:0]
	}
	sort.SliceStable(m.ranges, func(i, j int) bool { return m.ranges[i].low < m.ranges[j].low })
	return m
}

// section takes in the operands of one begin...end section.
func (m *cmap) section(op string, args []token) {
	switch op {
	case "endcodespacerange":
		for i := 0; i+1 < len(args); i += 2 {
			low, high := codeOf(args[i].str), codeOf(args[i+1].str)
			if low.size > 0 && low.size == high.size {
				m.spaces = append(m.spaces, codespace{low.size, low.value, high.value})
			}
		}
	case "endbfchar":
		for i := 0; i+1 < len(args); i += 2 {
			m.char(codeOf(args[i].str), destination(args[i+1]))
		}
	case "endbfrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.bfrange(codeOf(args[i].str), codeOf(args[i+1].str), args[i+2])
		}
	case "endcidchar":
		for i := 0; i+1 < len(args); i += 2 {
			c := codeOf(args[i].str)
			m.addRange(cmapRange{size: c.size, low: c.value, high: c.value, cid: uint32(clamp(args[i+1].num, 0, 1<<24))})
		}
	case "endcidrange":
		for i := 0; i+2 < len(args); i += 3 {
			low, high := codeOf(args[i].str), codeOf(args[i+1].str)
			m.addRange(cmapRange{size: low.size, low: low.value, high: high.value, cid: uint32(clamp(args[i+2].num, 0, 1<<24))})
		}
	}
}

func (m *cmap) char(c code, units []uint16) {
	if c.size > 0 && len(m.chars) < maxCMapEntries {
		m.chars[c] = string(utf16.Decode(units))
	}
}

func (m *cmap) bfrange(low, high code, dst token) {
	if dst.kind == kindArray {
		for i, item := range dst.items {
			if uint64(low.value)+uint64(i) > uint64(high.value) {
				break
			}
			m.char(code{low.value + uint32(i), low.size}, destination(item))
		}
		return
	}
	m.addRange(cmapRange{size: low.size, low: low.value, high: high.value, units: destination(dst)})
}

func (m *cmap) addRange(r cmapRange) {
	if r.size > 0 && r.low <= r.high && len(m.ranges) < maxCMapEntries {
		m.ranges = append(m.ranges, r)
	}
}

// destination returns the UTF-16 of the right-hand side of a mapping.
func destination(t token) []uint16 {
	if t.kind == kindName {
		return utf16.Encode([]rune(glyphText(t.str)))
	}
	s := t.str
	if len(s) == 1 {
		return []uint16{uint16(s[0])}
	}
	return units(s)
}

// codeOf returns the code written as the bytes of s, of size 0 where s is no code.
func codeOf(s string) code {
	if len(s) == 0 || len(s) > 4 {
		return code{}
	}
	c := code{size: uint8(len(s))}
	for i := 0; i < len(s); i++ {
		c.value = c.value<<8 | uint32(s[i])
	}
	return c
}

// text returns what c stands for, and false where the map does not say.
func (m *cmap) text(c code) (string, bool) {
	if m == nil {
		return "", false
	}
	if s, ok := m.chars[c]; ok {
		return s, true
	}
	r, ok := m.find(c)
	if !ok || len(r.units) == 0 {
		return "", false
	}
	units := append([]uint16(nil), r.units...)
	units[len(units)-1] += uint16(c.value - r.low)
	return string(utf16.Decode(units)), true
}

// cid returns the glyph number of c.
func (m *cmap) cid(c code) (uint32, bool) {
	r, ok := m.find(c)
	if !ok {
		return 0, false
	}
	return r.cid + (c.value - r.low), true
}

// find returns the range that holds c, the one that begins last where several do.
func (m *cmap) find(c code) (cmapRange, bool) {
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].low > c.value })
	for n := 0; i > 0 && n < 64; n++ {
		i--
		if r := m.ranges[i]; r.size == c.size && c.value <= r.high {
			return r, true
		}
	}
	return cmapRange{}, false
}

// nextCode cuts the first code off s by the code spaces, and falls back on size
// bytes where none holds it.
func nextCode(spaces []codespace, s string, size int) (code, string) {
	for n := 1; n <= 4 && n <= len(s); n++ {
		c := codeOf(s[:n])
		for _, space := range spaces {
			if int(space.size) == n && space.holds(c.value) {
				return c, s[n:]
			}
		}
	}
	if size > len(s) {
		size = len(s)
	}
	return codeOf(s[:size]), s[size:]
}

// holds reports whether every byte of value lies between those of low and high.
func (space codespace) holds(value uint32) bool {
	for shift := 0; shift < int(space.size)*8; shift += 8 {
		b := byte(value >> shift)
		if b < byte(space.low>>shift) || b > byte(space.high>>shift) {
			return false
		}
	}
	return true
}

func clamp(x, low, high float64) float64 {
	switch {
	case !(x > low): // also NaN
		return low
	case x > high:
		return high
	}
	return x
}
