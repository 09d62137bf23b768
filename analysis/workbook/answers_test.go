package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"thematic/corpus"
)

// TestAsPeopleLeaveIt deletes columns, turns the rows about, hides some, writes
// above the headings and parts the sheet.
func TestAsPeopleLeaveIt(t *testing.T) {
	takesLong(t)
	in := smallInput()
	for name, change := range map[string]func(t *testing.T, f *excelize.File){
		"columns deleted": func(t *testing.T, f *excelize.File) {
			for _, column := range []string{"rule", "cue", columnAfter, "file", columnQuote, "theme", columnPage} { // from the right
				if err := f.RemoveCol(sheetPassages, passageLetters(column)); err != nil {
					t.Fatal(err)
				}
			}
		},
		"rows turned about": func(t *testing.T, f *excelize.File) {
			rows := rowsOf(t, f, sheetPassages)
			slices.Reverse(rows[1:])
			for i, row := range rows {
				if err := f.SetSheetRow(sheetPassages, name(1, i+1), &row); err != nil {
					t.Fatal(err)
				}
			}
		},
		"rows hidden": func(t *testing.T, f *excelize.File) {
			if err := f.SetRowVisible(sheetPassages, 3, false); err != nil {
				t.Fatal(err)
			}
		},
		"lines above": func(t *testing.T, f *excelize.File) {
			if err := errors.Join(f.InsertRows(sheetPassages, 1, 3), f.SetCellValue(sheetPassages, "A1", "Decided on Monday")); err != nil {
				t.Fatal(err)
			}
		},
		"renamed, beside a copy": func(t *testing.T, f *excelize.File) {
			to, err := f.NewSheet("Copy")
			if err != nil {
				t.Fatal(err)
			}
			from, err := f.GetSheetIndex(sheetPassages)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(f.CopySheet(from, to), f.SetSheetName(sheetPassages, "Mine")); err != nil {
				t.Fatal(err)
			}
		},
		"headings in lower case": func(t *testing.T, f *excelize.File) {
			for i, heading := range rowsOf(t, f, sheetPassages)[0] {
				if err := f.SetCellValue(sheetPassages, columnLetters(i+1)+"1", " "+strings.ToLower(strings.ReplaceAll(heading, "to theme", "-to_Theme"))); err != nil {
					t.Fatal(err)
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := reopened(t, written(t, analysed(t, in)))
			edit(t, f, decided)
			change(t, f)
			if got := readDecisions(t, saved(t, f), in, monday); verdictsOf(got) != decidedVerdicts || len(got.Rejected) > 0 {
				t.Errorf("got %s, rejected %+v, want %s", verdictsOf(got), got.Rejected, decidedVerdicts)
			}
		})
	}
}

// TestEncodings reads a table as different programs save it.
func TestEncodings(t *testing.T) {
	in := smallInput()
	row := []string{in.Codings[1].Quote, "held", "", "“café”", "", "p2"}
	const want = "p2|held|“café”|MN"
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(asCSV(t, '\t', row))
	if err != nil {
		t.Fatal(err)
	}
	windows, err := charmap.Windows1252.NewEncoder().Bytes(asCSV(t, ';', row))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"UTF-8":           asCSV(t, ',', row),
		"UTF-8 with mark": append([]byte("\ufeff"), asCSV(t, ';', row)...),
		"line ends":       bytes.ReplaceAll(asCSV(t, ';', row), []byte("\n"), []byte("\r\n")),
		"UTF-16":          utf16,
		"Windows":         windows,
		"separator named": append([]byte("sep=;\n"), asCSV(t, ';', row)...),
	} {
		if got := readDecisions(t, data, in, monday); verdictsOf(got) != want {
			t.Errorf("%s: got %s, rejected %+v; want %s", name, verdictsOf(got), got.Rejected, want)
		}
	}
}

func TestNoTable(t *testing.T) {
	in := smallInput()
	good := written(t, analysed(t, in))
	without := reopened(t, good)
	if err := without.RemoveCol(sheetPassages, passageLetters(columnPassage)); err != nil {
		t.Fatal(err)
	}
	small := corpus.DefaultLimits()
	small.TotalBytes, small.StreamBytes = 2_500, 20_000
	few := corpus.DefaultLimits()
	few.Entries = 3
	short := corpus.DefaultLimits()
	short.FileBytes = 100
	usual := corpus.DefaultLimits()
	for _, c := range []struct {
		name   string
		data   []byte
		limits corpus.Limits
		want   string
	}{
		{"empty", nil, usual, "no table with the columns Passage id and Decision"},
		{"other table", []byte("a,b\n1,2\n"), usual, "no table with the columns"},
		{"id deleted", saved(t, without), usual, "without the column Passage id"},
		{"two decisions", []byte("passage_id,decision,Decision\n"), usual, `two columns are headed "Decision"`},
		{"broken quotes", []byte("passage_id,decision\np1,\"held\" or not\n"), usual, "line 2"},
		{"binary", []byte("\x00\x01\x02"), usual, "not text"},
		{"old or locked", []byte(oleMagic + "...."), usual, "without a password"},
		{"damaged", good[:len(good)/2], usual, "it is damaged"},
		{"other archive", packed(t, "mimetype", "x"), usual, "not a workbook that can be read: save it as .xlsx or .csv"},
		{"project", packed(t, "project.qde", "x"), usual, "compare it with 'thematic agree'"},
		{"OpenDocument", packed(t, "META-INF/manifest.xml", "x"), usual, "OpenDocument file, such as LibreOffice saves: save it as .xlsx"},
		{"large file", good, short, "it is larger than"},
		{"unpacks to too much", good, small, "it unpacks to more than"},
		{"many parts", good, few, "more than the 3 that are read"},
	} {
		_, err := ReadDecisions("x.xlsx", bytes.NewReader(c.data), Known{Input: in}, monday, c.limits)
		var input *corpus.InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), "x.xlsx: ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an InputError with %q", c.name, err, c.want)
		}
	}
}

// TestBombs: what an archive says of its entries is held against the limits,
// and the entries against what was said of them.
func TestBombs(t *testing.T) {
	good := written(t, analysed(t, smallInput()))
	for _, c := range []struct {
		name string
		size uint64 // that the directory gives for a sheet
		want string
	}{
		{"a huge size", 1 << 63, "it unpacks to more than"},
		{"more than there is", 1 << 40, "it unpacks to more than"},
		{"less than there is", 10, "sheet4.xml is damaged"},
	} {
		data := resized(t, good, "xl/worksheets/sheet4.xml", c.size)
		_, err := ReadDecisions("x.xlsx", bytes.NewReader(data), Known{Input: smallInput()}, monday, corpus.DefaultLimits())
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an error with %q", c.name, err, c.want)
		}
	}
}

// resized returns the archive with another size given for one entry.
func resized(t *testing.T, data []byte, entry string, size uint64) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, e := range in.File {
		from, err := e.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		header := e.FileHeader
		if e.Name == entry {
			header.UncompressedSize64 = size
		}
		to, err := out.CreateRaw(&header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(to, from); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// packed returns an archive with one entry.
func packed(t testing.TB, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	entry, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entry.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
