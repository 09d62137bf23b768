package analysis

import (
	"strings"
	"testing"

	"thematic/corpus"
)

// TestCodedSetsAreGuarded: a spreadsheet that opens a coded set, or a list of
// mistakes, finds no formula, and a quotation comes back as it was.
func TestCodedSetsAreGuarded(t *testing.T) {
	const quote = "=1+1 was not assessed"
	if got, want := string(MistakesTSV([]Mistake{{Doc: "@a", Quote: quote}})), "\t'"+quote+"\n"; !strings.HasSuffix(got, want) || !strings.Contains(got, "\t'@a\t") {
		t.Errorf("got %q, want it to end in %q", got, want)
	}
	rows, err := ReadCoded("coded.tsv", strings.NewReader("doc_id\ttheme_id\tquote\n'@a\tx\t"+corpus.Guard(quote)+"\n"))
	if err != nil || len(rows) != 1 || rows[0].Quote != quote || rows[0].Doc != "@a" {
		t.Errorf("got %+v, %v, want the quotation %q of @a", rows, err, quote)
	}
}

func TestCodedSetsAsSpreadsheetsSaveThem(t *testing.T) {
	const quote = "the child’s voice was lost"
	text := "doc_id\ttheme_id\tquote\r\na\tx\t" + quote + "\r\n"
	var utf16 strings.Builder
	for _, r := range "\ufeff" + text {
		utf16.Write([]byte{byte(r), byte(r >> 8)})
	}
	for name, data := range map[string]string{
		"UTF-8 with a mark": "\ufeff" + text, "UTF-16": utf16.String(), "the code page of Windows": strings.ReplaceAll(text, "’", "\x92"),
	} {
		rows, err := ReadCoded("coded.tsv", strings.NewReader(data))
		if err != nil || len(rows) != 1 || rows[0].Quote != quote {
			t.Errorf("%s: got %+v, %v, want %q", name, rows, err, quote)
		}
	}
}
