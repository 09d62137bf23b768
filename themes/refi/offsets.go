package refi

import (
	"slices"
	"strings"
	"unicode/utf8"

	"thematic/corpus"
)

// points returns for each place, a byte offset into text, how many code points
// stand before it. Places must be sorted and lie on borders of characters.
func points(text string, places []int) []int {
	list := make([]int, len(places))
	at, n := 0, 0
	for i, place := range places {
		n += utf8.RuneCountInString(text[at:place])
		at, list[i] = place, n
	}
	return list
}

// reckoning is a way in which a program counts the characters of a text. The
// standard has code points; not all keep to it.
type reckoning struct {
	width   func(rune) int // in units
	line    int            // units of a line end of LF alone
	crlf    int            // units of one of CR and LF
	through bool           // the end is the last character and not the one behind it
}

func onePoint(rune) int { return 1 }

func unitsUTF16(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}

// standard is how the standard counts, and how we do.
var standard = reckoning{onePoint, 1, 2, false}

// reckonings lists every way that is tried, the likeliest first.
func reckonings() []reckoning {
	var list []reckoning
	for _, through := range []bool{false, true} {
		for _, width := range []func(rune) int{onePoint, unitsUTF16, utf8.RuneLen} {
			for _, lines := range [][2]int{{1, 2}, {1, 1}, {2, 2}} {
				list = append(list, reckoning{width, lines[0], lines[1], through})
			}
		}
	}
	return list
}

// bytesOf returns the byte offset into text of each place. Places must be sorted
// and are counted as r has it; one that is within a character or behind the end
// has -1.
func (r reckoning) bytesOf(text string, places []int) []int {
	list := slices.Repeat([]int{-1}, len(places))
	i, units := 0, 0
	settle := func(at int) {
		for ; i < len(places) && places[i] <= units; i++ {
			if places[i] == units {
				list[i] = at
			}
		}
	}
	for at := 0; at < len(text) && i < len(places); {
		settle(at)
		c, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case c == '\r' && strings.HasPrefix(text[at:], "\r\n"):
			size = 2
			units += r.crlf
		case c == '\n':
			units += r.line
		default:
			units += r.width(c)
		}
		at += size
	}
	settle(len(text))
	return list
}

// spans returns the span in text of each selection, the zero Span where there is
// none.
func (r reckoning) spans(text string, selections []textSelection) []corpus.Span {
	var places []int
	end := func(s textSelection) int {
		if r.through {
			return s.End + 1
		}
		return s.End
	}
	for _, s := range selections {
		places = append(places, s.Start, end(s))
	}
	slices.Sort(places)
	places = slices.Compact(places)
	bytes := r.bytesOf(text, places)
	list := make([]corpus.Span, len(selections))
	for i, s := range selections {
		from, _ := slices.BinarySearch(places, s.Start)
		to, _ := slices.BinarySearch(places, end(s))
		if bytes[from] >= 0 && bytes[to] > bytes[from] {
			list[i] = corpus.Span{Start: bytes[from], End: bytes[to]}
		}
	}
	return list
}

// mostTried is how many selections of a text decide how its program counts.
const mostTried = 200

// reckon finds how the program that made the selections counted: the way by which
// most of them, whose names are as a rule their first words, are what they are
// called. Where no name tells, it is that of the standard.
func reckon(text string, selections []textSelection) reckoning {
	tried := selections[:min(len(selections), mostTried)]
	best, most := standard, named(text, standard, tried)
	if most == len(tried) {
		return best
	}
	for _, r := range reckonings() {
		if n := named(text, r, tried); n > most {
			best, most = r, n
		}
	}
	return best
}

// named returns how many selections begin, and where their name is whole end, as
// they are called.
func named(text string, r reckoning, selections []textSelection) int {
	n := 0
	for i, span := range r.spans(text, selections) {
		if calledAs(text[span.Start:span.End], selections[i].Name) {
			n++
		}
	}
	return n
}

// longestLooked is how much of a name is looked at.
const longestLooked = 1000

// calledAs reports whether a passage is what its name says. Of a long passage
// only as much is looked at as the name can speak of.
func calledAs(quote, name string) bool {
	if len(name) > longestLooked {
		name = strings.ToValidUTF8(name[:longestLooked], "") + "…"
	}
	name = printable(name)
	begin := strings.TrimRight(strings.TrimSuffix(name, "..."), "… ")
	seen := quote[:min(len(quote), 4*len(begin)+16)]
	switch {
	case begin == "":
		return false
	case begin == name:
		return len(seen) == len(quote) && printable(quote) == name
	}
	return strings.HasPrefix(printable(seen), begin)
}

// longestName is how many characters of a passage become its name.
const longestName = 100

// nameOf returns the beginning of a passage on one line.
func nameOf(quote string) string {
	return corpus.Shorten(printable(quote[:min(len(quote), utf8.UTFMax*4*longestName)]), longestName)
}
