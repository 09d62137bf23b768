package workbook

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// change is a text that does not stand in its cell as it was.
type change struct{ sheet, cell, what string }

// What is done to a text.
const (
	whatCut      = "cut: it is longer than a cell can hold; the whole text stands in the CSV table"
	whatStripped = "control characters, which a spreadsheet cannot hold, were left out"
)

// cutMark ends a text that was cut.
const cutMark = " [… cut]"

// clean returns the text as a cell can hold it: without characters that XML
// cannot carry, and no longer than 32,767 units of UTF-16. It says what it
// did, or nothing.
func clean(text string) (cleaned string, did []string) {
	if fits(text) {
		return text, nil
	}
	cleaned = strings.Map(func(r rune) rune {
		if forbidden(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	if cleaned != text {
		did = append(did, whatStripped)
	}
	if end := fitting(cleaned, excelize.TotalCellChars); end < len(cleaned) {
		end = fitting(cleaned, excelize.TotalCellChars-units(cutMark))
		cleaned = cleaned[:end] + cutMark
		did = append(did, whatCut)
	}
	return cleaned, did
}

// fits reports whether a cell can surely hold a text as it is.
func fits(text string) bool {
	if len(text) > excelize.TotalCellChars {
		return false
	}
	for i := range len(text) {
		if c := text[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c == beyond[0] && strings.HasPrefix(text[i:], beyond) {
			return false
		}
	}
	return utf8.ValidString(text)
}

// beyond begins the last characters of the first plane, U+FFC0 to U+FFFF, in UTF-8: those that
// are forbidden and the one that stands for a fault are among them.
const beyond = "\xef\xbf"

// forbidden reports whether XML 1.0 or a spreadsheet cannot carry r. A
// carriage return is read back as a line feed, so it is left out too.
func forbidden(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == '\ufffe' || r == '\uffff'
}

// fitting returns how many bytes of text fit into a number of UTF-16 units.
func fitting(text string, limit int) int {
	n := 0
	for i, r := range text {
		n += runeUnits(r)
		if n > limit {
			return i
		}
	}
	return len(text)
}

// units returns the length of text in UTF-16 units.
func units(text string) int {
	if len(text) == utf8.RuneCountInString(text) {
		return len(text)
	}
	n := 0
	for _, r := range text {
		n += runeUnits(r)
	}
	return n
}

func runeUnits(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}
