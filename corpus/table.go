package corpus

import (
	"bytes"
	"encoding/csv"
	"errors"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
)

// formulaSigns are the characters by which a spreadsheet knows a formula, with
// their full-width and small forms.
const formulaSigns = "=+-@＝＋－＠﹦﹢﹣﹫"

// signedNumber is a number with its sign, and points or commas among its digits.
var signedNumber = regexp.MustCompile(`^[-+]\d+([.,]\d+)*%?$`)

// Guard puts an apostrophe before a text that a spreadsheet would take for a
// formula. A text of that kind that has apostrophes already gets one more, so
// that [Unguard] always gives the text back. A number with a sign is one in a
// spreadsheet too, and stands as it is.
func Guard(s string) string {
	if guarded(s) && !signedNumber.MatchString(s) {
		return "'" + s
	}
	return s
}

// Unguard takes the apostrophe away that [Guard] puts before a text.
func Unguard(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && guarded(rest) {
		return rest
	}
	return s
}

// guarded reports whether s needs the apostrophe: it starts with a sign, with
// nothing but spaces and characters that do not show before it, or with a
// character that parts cells and lines.
func guarded(s string) bool {
	rest := strings.TrimLeft(s, "'")
	shown := strings.TrimLeftFunc(rest, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf)
	})
	sign, _ := utf8.DecodeRuneInString(shown)
	return shown != "" && strings.ContainsRune(formulaSigns, sign) || rest != "" && strings.ContainsRune("\t\r\n\x00", rune(rest[0]))
}

// DecodeText returns the text of a file as spreadsheet programs and editors save
// it: in UTF-8, in UTF-16 with its mark, or else in the code page of Windows. Lines
// that a carriage return alone ends, as on old Macintoshes, end with a line feed.
func DecodeText(data []byte) (string, error) {
	var err error
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")):
		data, err = utf16.UTF16(utf16.LittleEndian, utf16.UseBOM).NewDecoder().Bytes(data)
	case !utf8.Valid(data):
		data, err = charmap.Windows1252.NewDecoder().Bytes(data)
	}
	if err != nil || bytes.ContainsRune(data, 0) {
		return "", errors.New("it is not text: save a table as .csv, and any other file as text in UTF-8")
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return text, nil
}

// TableReader reads the rows of a CSV file, of whatever length, from the text
// that [DecodeText] returned.
func TableReader(text string) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = delimiter(text)
	r.FieldsPerRecord = -1
	return r
}

// delimiter is the one of comma, semicolon and tab that the first row has most
// of outside quotation marks; spreadsheet programs save any of them as CSV.
func delimiter(text string) rune {
	counts := map[rune]int{}
	quoted := false
	for _, r := range text {
		if r == '"' {
			quoted = !quoted
		}
		if r == '\n' && !quoted {
			break
		}
		if !quoted {
			counts[r]++
		}
	}
	best := ','
	for _, r := range []rune{';', '\t'} {
		if counts[r] > counts[best] {
			best = r
		}
	}
	return best
}
