package datapackage

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"thematic/analysis"
)

func numberOf(x float64) analysis.Value {
	return analysis.Value{Kind: analysis.NumberValue, Number: x}
}

// sample has every type of column, missing values, and texts that are awkward.
func sample() analysis.Described {
	return analysis.Described{
		Table: analysis.Table{Name: "sample", Header: []string{"id", "year", "percent"}, Rows: [][]analysis.Value{
			{{Text: "a"}, numberOf(2012), numberOf(33.3)},
			{{Text: "=1+1"}, {}, {Kind: analysis.UndefinedValue}},
			{{Text: "é \"q\"\n📌 <&"}, numberOf(-1), numberOf(0)},
			{{}, numberOf(0), numberOf(1e6)},
		}},
		Title: "A sample", Key: []string{"id"},
		Columns: []analysis.Column{
			{Name: "id", Type: analysis.StringColumn, Description: "An id"},
			{Name: "year", Type: analysis.IntegerColumn, Description: "A year"},
			{Name: "percent", Type: analysis.NumberColumn, Description: "A percentage"},
		},
	}
}

func TestWriteJSONL(t *testing.T) {
	var b bytes.Buffer
	if err := writeJSONL(&b, sample()); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"a","year":2012,"percent":33.3}
{"id":"=1+1","year":null,"percent":null}
{"id":"é \"q\"\n📌 <&","year":-1,"percent":0}
{"id":"","year":0,"percent":1000000}
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// written makes the package of tables in memory.
func written(t *testing.T, tables ...analysis.Described) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	if err := Write("T", "Made", tables, Formats, func(name string, write func(io.Writer) error) error {
		var b bytes.Buffer
		err := write(&b)
		files[name] = b.Bytes()
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return files
}

func TestWrite(t *testing.T) {
	files := written(t, sample())
	var got descriptor
	if err := json.Unmarshal(files[descriptorName], &got); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range got.Resources {
		names = append(names, r.Name)
		sum := sha256.Sum256(files[r.Path])
		if r.Hash != "sha256:"+hex.EncodeToString(sum[:]) || r.Bytes != int64(len(files[r.Path])) || r.Bytes == 0 {
			t.Errorf("%s: got %s and %d bytes", r.Path, r.Hash, r.Bytes)
		}
		if !reflect.DeepEqual(r.Schema.PrimaryKey, []string{"id"}) || len(r.Schema.Fields) != 3 || r.Schema.Fields[1].Type != "integer" || r.Schema.Fields[1].Description != "A year" {
			t.Errorf("%s: got %+v", r.Path, r.Schema)
		}
	}
	if want := []string{"sample", "sample.jsonl", "sample.parquet"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
	if again := written(t, sample()); !reflect.DeepEqual(again, files) {
		t.Error("the same tables were written in two ways")
	}
}

// rows gives the values of a table as JSON has them.
func rows(t analysis.Described) [][]any {
	list := [][]any{}
	for _, row := range t.Rows {
		var values []any
		for j, v := range row {
			switch {
			case t.Columns[j].Type.Missing(v):
				values = append(values, nil)
			case v.Kind == analysis.NumberValue:
				values = append(values, v.Number)
			default:
				values = append(values, v.Text)
			}
		}
		list = append(list, values)
	}
	return list
}

// TestParquetByOthers has another program read what was written, where it is
// installed.
func TestParquetByOthers(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil || exec.Command(python, "-c", "import pyarrow.parquet").Run() != nil {
		t.Skip("no pyarrow")
	}
	for _, table := range []analysis.Described{sample(), long()} {
		path := filepath.Join(t.TempDir(), "x.parquet")
		if err := os.WriteFile(path, parquetOf(t, table), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(python, "-c", `import sys,json,pyarrow.parquet as p; t=p.read_table(sys.argv[1]); t.validate(full=True); print(json.dumps([list(r.values()) for r in t.to_pylist()]))`, path).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		var got [][]any
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		if want := rows(table); !reflect.DeepEqual(got, want) {
			t.Errorf("got %.300v\nwant %.300v", got, want)
		}
	}
}

// long is a table of more than one group of rows, and of more columns than the
// short form of a list holds.
func long() analysis.Described {
	d := analysis.Described{Table: analysis.Table{Name: "long"}, Title: "Long"}
	for j := range 20 {
		name := fmt.Sprintf("c%d", j)
		d.Header = append(d.Header, name)
		d.Columns = append(d.Columns, analysis.Column{Name: name, Type: []analysis.ColumnType{analysis.StringColumn, analysis.IntegerColumn, analysis.NumberColumn}[j%3], Description: name})
	}
	for i := range rowsInGroup + 3 {
		row := make([]analysis.Value, len(d.Columns))
		for j := range row {
			switch {
			case j%3 == 0:
				row[j].Text = strings.Repeat("x", i%4)
			case (i+j)%5 > 0:
				row[j] = numberOf(float64(i))
			}
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

func parquetOf(t *testing.T, table analysis.Described) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := writeParquet(&b, table); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCSVInR has R read a table, where it is installed: by its own reader, told
// what is missing, every column has the type that the dictionary gives it.
func TestCSVInR(t *testing.T) {
	r, err := exec.LookPath("Rscript")
	if err != nil {
		t.Skip("no R")
	}
	path := filepath.Join(t.TempDir(), "sample.csv")
	if err := os.WriteFile(path, written(t, sample())["sample.csv"], 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(r, "-e", `d <- read.csv(commandArgs(TRUE)[1], na.strings = c("", "n/a")); cat(sapply(d, class), sum(is.na(d$year)), sum(d$percent, na.rm = TRUE))`, path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if got, want := string(out), "character integer numeric 1 1000033"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
