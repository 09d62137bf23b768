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

// TestReadCodedCSV checks that a coded set may be saved as CSV, with commas or
// semicolons, and that a mistake in it is named by its line.
func TestReadCodedCSV(t *testing.T) {
	want := Coded{Doc: "one", Theme: "theme", Label: corpus.LabelGoodPractice, Quote: "He said “no”; and \"left\", late"}
	for _, text := range []string{
		"doc_id,theme_id,label,quote,\r\none,theme,good_practice,\"He said “no”; and \"\"left\"\", late\",\r\n,,,,\r\n",
		"\ufeffquote;label;theme_id;doc_id\n\n\"He said “no”; and \"\"left\"\", late\";good_practice;theme;one\n",
	} {
		rows, err := ReadCoded("coded.csv", strings.NewReader(text))
		if err != nil || len(rows) != 1 || rows[0] != want {
			t.Errorf("%q: got %+v and %v, want %+v", text, rows, err, want)
		}
		if !HoldsCoded(strings.TrimPrefix(text, "\ufeff")) {
			t.Errorf("%q is taken for no coded set", text)
		}
	}
	for text, want := range map[string]string{
		"case_id,a,b\nx,1,0\n":                            "line 1 has no column doc_id; a coded set needs doc_id, theme_id, quote, parted by tabs, or as CSV",
		"doc_id,theme_id,quote\n\none,theme\n":            "line 3: it ends before the column quote",
		"doc_id,theme_id,quote\none,theme,\"it goes on\n": "line 2",
		"doc_id,theme_id,quote\none,theme,it \"goes\n":    "save the table from a spreadsheet again, as CSV",
		"": "the file is empty",
	} {
		if rows, err := ReadCoded("coded.csv", strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %+v and %v, want %q", text, rows, err, want)
		}
	}
	tabs := "  \ndoc_id\ttheme_id\tquote\none\ttheme\t\"Late; never, \"early\"\n"
	if rows, err := ReadCoded("coded.tsv", strings.NewReader(tabs)); err != nil || len(rows) != 1 || rows[0].Quote != "\"Late; never, \"early\"" {
		t.Errorf("below an empty line: got %+v and %v, want the row parted by tabs", rows, err)
	}
	if HoldsCoded("case_id,a,b\nx,1,0\n") {
		t.Error("a matrix is taken for a coded set")
	}
}
