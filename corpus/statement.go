package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// statement is one sentence, heading or table row near the beginning of a
// document, where a report says how it came about.
type statement struct {
	text    string
	span    Span
	block   int // index into Text.Blocks
	kind    BlockKind
	section SectionKind
	dates   []foundDate
}

// dated is the fact that t states with a date in s.
func (s statement) dated(t *Text, d foundDate) Fact {
	return Fact{d.String(), t.evidence(s.part(d.span.Start, d.span.End))}
}

// part is where a part of s stands in the text, given by its offsets in s.
func (s statement) part(start, end int) Span {
	return Span{s.span.Start + start, s.span.Start + end}
}

// maxOpening is how many bytes from its beginning a document is read for facts
// about itself; sections on terms of reference and method are read wherever
// they stand.
const maxOpening = 14_000

// longestRow is how many words a row of a table has at the most; what is longer
// is a paragraph that was set in a table.
const longestRow = 20

// openingOf returns the statements of the opening of t in order.
func openingOf(t *Text) []statement {
	var list []statement
	for i, b := range t.Blocks {
		section := t.SectionOf(b).Kind
		switch {
		case b.Kind == BlockContents, section == SectionContents, section == SectionGlossary, section == SectionReferences:
			continue
		case b.Span.Start < maxOpening, section == SectionTermsOfRef, section == SectionMethod:
			if b.Kind == BlockTableRow && CountWords(t.Slice(b.Span)) > longestRow {
				b.Kind = BlockParagraph
			}
			for _, span := range sentencesOf(t, b) {
				list = append(list, statement{t.Slice(span), span, i, b.Kind, section, datesIn(t.Slice(span))})
			}
		}
	}
	return list
}

// endsShort reports whether text, which ends in a full stop, ends in an initial
// or a word that is cut short, as "Dr." is: a stop that ends no sentence.
func endsShort(text string) bool {
	text = strings.TrimSuffix(text, ".")
	word := text[strings.LastIndexAny(text, " (.-")+1:]
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "St", "Prof", "No", "no", "para", "paras", "p", "pp", "e", "g", "i", "cf", "vs":
		return true
	}
	return len(word) == 1 && 'A' <= word[0] && word[0] <= 'Z'
}

// sentencesOf parts a block into sentences; a heading or a short row of a table
// is one.
func sentencesOf(t *Text, b Block) []Span {
	text := t.Slice(b.Span)
	if b.Kind == BlockHeading || b.Kind == BlockTableRow && CountWords(text) <= longestRow {
		return []Span{b.Span}
	}
	var spans []Span
	start := 0
	for i := 0; i+2 < len(text); i++ {
		if c := text[i]; c != '.' && c != '?' && c != '!' {
			continue
		}
		end := i + 1
		for end < len(text) && strings.IndexByte(`"')`, text[end]) >= 0 {
			end++
		}
		if strings.HasPrefix(text[end:], "”") || strings.HasPrefix(text[end:], "’") {
			end += len("”")
		}
		if end+1 >= len(text) || text[end] != ' ' {
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[end+1:])
		if unicode.IsLower(next) || text[i] == '.' && endsShort(text[start:i+1]) {
			continue
		}
		spans = append(spans, Span{b.Span.Start + start, b.Span.Start + end})
		start = end + 1
	}
	return append(spans, Span{b.Span.Start + start, b.Span.End})
}

// longestQuote is how many bytes the quotation behind a fact has at the most.
const longestQuote = 240

// evidence quotes the words of span with the sentence around them, as far as
// it stands on the page where span begins. The quotation is verbatim.
func (t *Text) evidence(span Span) Evidence {
	page, ok := t.PageAt(span.Start)
	if !ok {
		return Evidence{}
	}
	around := span
	for _, b := range t.Blocks {
		if b.Span.Contains(span.Start) {
			around = b.Span
			for _, s := range sentencesOf(t, b) {
				if s.Contains(span.Start) {
					around = s
				}
			}
			break
		}
	}
	around.End = max(around.End, span.End)
	around.Start, around.End = max(around.Start, page.Span.Start), min(around.End, page.Span.End)
	return Evidence{Page: page.Number, Quote: clip(t.Slice(around), span.Start-around.Start)}
}

// clip returns at most longestQuote bytes of text from the beginning, or, where
// what was found at offset would be cut off, from there. It cuts at spaces.
func clip(text string, offset int) string {
	if len(text) > longestQuote && offset > longestQuote*2/3 {
		text = text[strings.LastIndexByte(text[:offset], ' ')+1:]
	}
	if len(text) > longestQuote {
		cut := strings.LastIndexByte(text[:longestQuote], ' ')
		if cut <= 0 {
			cut = longestQuote
			for cut > 0 && !utf8.RuneStart(text[cut]) {
				cut--
			}
		}
		text = text[:cut]
	}
	return strings.TrimSpace(text)
}
