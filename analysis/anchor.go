package analysis

import (
	"sort"
	"strings"
	"unicode/utf8"

	"thematic/corpus"
)

// anchored is a text in which quotations are found whatever their spacing,
// punctuation or case, and are widened to the sentences that hold them. Its
// positions are runes of the normalised text.
type anchored struct {
	flat   string // letters and digits only, in lower case
	at     []int  // position of each rune of flat
	bounds []int  // where a sentence begins, and the end of the text
}

// stretch is a range of positions; both ends belong to it.
type stretch struct{ start, end int }

// overlaps reports whether a and b share more than an end.
func (a stretch) overlaps(b stretch) bool { return a.start < b.end && b.start < a.end }

// blockEnd stands in the normalised text where a paragraph or list item ends.
const blockEnd = '\u241e'

const space = `[\s\v\x1c-\x1f\x85\pZ]`

var (
	spaces     = corpus.Lazily(space + `+`)
	blankLine  = corpus.Lazily(`\n` + space + `*\n`)
	bulletLine = corpus.Lazily(`\n` + space + `*[•\x{f0b7}\x{f0a7}▪◼]`)
)

var plainer = strings.NewReplacer(
	"’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "\u00ad", "", "ﬁ", "fi", "ﬂ", "fl",
	"•", " ", "\uf0b7", " ", "\uf0a7", " ",
)

// normalise makes quotation marks and dashes plain and every run of white
// space one space.
func normalise(s string) string {
	s = plainer.Replace(strings.ToValidUTF8(s, "\ufffd"))
	return strings.TrimSpace(spaces().ReplaceAllLiteralString(s, " "))
}

// squash keeps every [corpus.Letter] of s, and the position of each.
func squash(s []rune) (flat string, at []int) {
	var b strings.Builder
	for i, r := range s {
		if lower, ok := corpus.Letter(r); ok {
			b.WriteRune(lower)
			at = append(at, i)
		}
	}
	return b.String(), at
}

// newAnchored prepares a text. An empty line or a bullet ends a sentence, as
// does a full stop, question or exclamation mark, colon or semicolon before a
// capital letter or a digit.
func newAnchored(raw string) *anchored {
	raw = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(raw)
	raw = blankLine().ReplaceAllLiteralString(raw, "\n"+string(blockEnd)+"\n")
	raw = bulletLine().ReplaceAllLiteralString(raw, "\n"+string(blockEnd)+" ")
	t := []rune(normalise(raw))
	a := &anchored{bounds: []int{0}}
	a.flat, a.at = squash(t)
	for p := 0; p < len(t); {
		end := sentenceEnd(t, p)
		if end == p {
			p++
			continue
		}
		a.bounds = append(a.bounds, end)
		p = end
	}
	a.bounds = append(a.bounds, len(t))
	return a
}

// sentenceEnd returns where the next sentence begins if the space between two
// sentences begins at p, and p otherwise.
func sentenceEnd(t []rune, p int) int {
	if p > 0 && strings.ContainsRune(".!?;:", t[p-1]) {
		q := p
		for q < len(t) && strings.ContainsRune(`"')]`, t[q]) {
			q++
		}
		if q+1 < len(t) && t[q] == ' ' && opens(t[q+1:]) {
			return q + 1
		}
	}
	if t[p] == blockEnd {
		return p + 1
	}
	return p
}

// opens reports whether a sentence may begin with t.
func opens(t []rune) bool {
	if strings.ContainsRune(`"'([`, t[0]) {
		t = t[1:]
	}
	return len(t) > 0 && (t[0] == blockEnd || '0' <= t[0] && t[0] <= '9' || 'A' <= t[0] && t[0] <= 'Z')
}

// enough is how many letters and digits of a quotation must be found when all
// of it is not.
const enough = 60

// locate returns the sentences that hold the quotation, shrunk by one position
// at each end so that neighbours do not overlap.
func (a *anchored) locate(quote string) (stretch, bool) {
	flat := letters(quote)
	if flat == "" {
		return stretch{}, false
	}
	length := utf8.RuneCountInString(flat)
	found := strings.Index(a.flat, flat)
	if found < 0 && length > enough {
		found = strings.Index(a.flat, string([]rune(flat)[:enough]))
	}
	if found < 0 {
		return stretch{}, false
	}
	first := utf8.RuneCountInString(a.flat[:found])
	start, last := a.at[first], a.at[min(first+length, len(a.at))-1]
	from := sort.SearchInts(a.bounds, start+1) - 1
	to := min(sort.SearchInts(a.bounds, last+1), len(a.bounds)-1)
	return stretch{a.bounds[from] + 1, a.bounds[to] - 1}, true
}
