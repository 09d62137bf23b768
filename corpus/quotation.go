package corpus

import (
	"strings"
	"unicode/utf8"
)

// Find returns every place where the words of quote stand in the text, in
// order. Letters and digits are compared, whatever their case and whatever
// spaces, hyphens and punctuation stand between them, so that a quotation
// copied from a page is found. It returns nothing for a quote without a letter.
func (t *Text) Find(quote string) []Span {
	want, _ := flatten(quote)
	if want == "" {
		return nil
	}
	flat, at := flatten(t.Body)
	var found []Span
	for from := 0; ; {
		i := strings.Index(flat[from:], want)
		if i < 0 {
			return found
		}
		first, last := from+i, from+i+len(want)-1
		_, size := utf8.DecodeRuneInString(t.Body[at[last]:])
		from = first + 1
		// It may begin or end inside a ligature.
		inside := first > 0 && at[first-1] == at[first] || last+1 < len(at) && at[last] == at[last+1]
		if span := (Span{at[first], at[last] + size}); !inside && t.wholeWords(span) {
			found = append(found, span)
			from = last + 1
		}
	}
}

// wholeWords reports whether s begins and ends between words.
func (t *Text) wholeWords(s Span) bool {
	before, _ := utf8.DecodeLastRuneInString(t.Body[:s.Start])
	after, _ := utf8.DecodeRuneInString(t.Body[s.End:])
	_, joinedBefore := Letter(before)
	_, joinedAfter := Letter(after)
	return !joinedBefore && !joinedAfter
}

// flatten returns every [Letter] of s, and for each byte of them the offset in s
// of the character it is from. Ligatures are written out, as a person types them.
func flatten(s string) (flat string, at []int) {
	var b strings.Builder
	for i, r := range s {
		lower, ok := Letter(r)
		if !ok {
			continue
		}
		before := b.Len()
		switch r {
		case 'ﬁ':
			b.WriteString("fi")
		case 'ﬂ':
			b.WriteString("fl")
		default:
			b.WriteRune(lower)
		}
		for range b.Len() - before {
			at = append(at, i)
		}
	}
	return b.String(), at
}
