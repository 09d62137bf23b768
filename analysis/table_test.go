package analysis

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"thematic/corpus"
)

func csvOf(t *testing.T, r *Result, name string) string {
	t.Helper()
	for _, table := range r.Tables() {
		if table.Name == name {
			var b bytes.Buffer
			if err := table.WriteCSV(&b); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
	}
	t.Fatalf("there is no table %s", name)
	return ""
}

func TestTables(t *testing.T) {
	r := analysed(t, fixtureInput())
	for _, c := range []struct{ name, want string }{
		{"matrix", "case_id,area,year,assessment,curiosity,voice\nC1,Ambry,2012,1,1,0\nC2,Ambry,2017,0,0,1\nC3,Corran,,1,0,1\nC4,Corran,2017,0,0,0\n"},
		{"status", "case_id,area,year,assessment,curiosity,voice\nC1,Ambry,2012,counted,counted,absent\nC2,Ambry,2017,held,absent,counted\nC3,Corran,,counted,absent,decided_present\nC4,Corran,2017,absent,absent,absent\n"},
		{"prevalence", "theme_id,theme,reviews,of,percent,low,high,with_held,good_practice_reviews,passages,sections\nassessment,Poor or absent assessment,2,4,50,15,85,3,0,3,findings 3\nvoice,Voice of the child,2,4,50,15,85,2,0,1,findings 1\ncuriosity,Lack of professional curiosity,1,4,25,4.6,69.9,1,1,1,findings 1\n"},
		{"overlaps", "themes,exclusive,inclusive,of,percent,cases\nassessment,1,2,4,25,C3\ncuriosity,0,1,4,0,\nassessment&curiosity,1,1,4,25,C1\nnone,2,4,4,50,C2; C4\n"},
		{"cooccurrence", "theme_a,theme_b,both,either,only_a,only_b,neither,of,expected,jaccard,lift,phi,odds_ratio,p,q,tests,note\n" +
			"assessment,curiosity,1,2,1,0,2,4,0.5,0.5,2,0.577,n/a,n/a,n/a,0,\"not tested: too few reviews, even the most uneven split would have p = 1.00\"\n" +
			"assessment,voice,1,3,1,1,1,4,1,0.333,1,0,1,n/a,n/a,0,\"not tested: too few reviews, even the most uneven split would have p = 0.33\"\n" +
			"curiosity,voice,0,3,1,2,1,4,0.5,0,0,-0.577,0,n/a,n/a,0,\"not tested: too few reviews, even the most uneven split would have p = 1.00\"\n"},
	} {
		if got := csvOf(t, r, c.name); got != c.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	if got, want := csvOf(t, r, "cases"), "C2,\"'=Family, \"\"Lark\"\"\",Ambry,2017,review,b.docx,yes,,,\n"; !strings.Contains(got, want) {
		t.Errorf("cases:\n%s\nshould hold\n%s", got, want)
	}
	if got, want := csvOf(t, r, "passages"), "p3,C1,a.pdf,3,findings,curiosity,Lack of professional curiosity,deficit,counted,,'- nobody asked who lived there,200,230,curiosity.1,never,0.9,,,yes\n"; !strings.Contains(got, want) {
		t.Errorf("passages:\n%s\nshould hold\n%s", got, want)
	}
	if got, want := csvOf(t, r, "files"), "a-summary.pdf,"+strings.Repeat("2", 64)+",review,C1,ok,,test,12,4002\n"; !strings.Contains(got, want) {
		t.Errorf("files:\n%s\nshould hold\n%s", got, want)
	}
	if got, want := csvOf(t, r, "by_year"), ",voice,Voice of the child,1,1,100,20.7,100,1\n"; !strings.Contains(got, want) {
		t.Errorf("by_year:\n%s\nshould hold\n%s", got, want)
	}
}

// TestPlacesAndReasonsStandLast checks the columns beyond those of the contract.
func TestPlacesAndReasonsStandLast(t *testing.T) {
	in := fixtureInput()
	in.Cases[0].Joins, in.Cases[0].Edited = []string{"b.pdf: the same title", "c.pdf: the same number"}, []string{"area", "note"}
	in.Codings[0].PageLabel, in.Codings[0].Paragraph = "xii", "4.12"
	r := analysed(t, in)
	if got, want := csvOf(t, r, "cases"), ",b.pdf: the same title; c.pdf: the same number,area; note\n"; !strings.Contains(got, want) {
		t.Errorf("cases:\n%s\nshould hold\n%s", got, want)
	}
	if got, want := csvOf(t, r, "passages"), ",0.9,xii,4.12,\n"; !strings.Contains(got, want) {
		t.Errorf("passages:\n%s\nshould hold\n%s", got, want)
	}
}

func TestUndefinedIsShown(t *testing.T) {
	r := analysed(t, Input{Themes: fixtureInput().Themes})
	if got, want := csvOf(t, r, "prevalence"), "voice,Voice of the child,0,0,n/a,n/a,n/a,0,0,0,\n"; !strings.Contains(got, want) {
		t.Errorf("got\n%s\nshould hold\n%s", got, want)
	}
	if got, want := csvOf(t, r, "cooccurrence"), "curiosity,voice,0,0,0,0,0,0,n/a,n/a,n/a,n/a,n/a,n/a,n/a,0,not tested: a theme is in none of the reviews\n"; !strings.Contains(got, want) {
		t.Errorf("got\n%s\nshould hold\n%s", got, want)
	}
}

// FuzzWriteCSV writes any text and reads it back: it is the same, no cell
// starts a formula, and there is one record to a row.
func FuzzWriteCSV(f *testing.F) {
	for _, s := range []string{"", "a,b", "\"q\"", "=1+1", "''=x", " -1", "two\nlines", "\r", "＝x", `\.`} {
		f.Add(s, "second")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) || strings.Contains(a+b, "\r") {
			t.Skip("text is UTF-8 with LF line ends")
		}
		table := Table{Name: "fuzz", Header: []string{"x", "y", "n"}, Rows: [][]Value{{Text(a), Text(b), Decimal(-0.12, true, 2)}}}
		var out bytes.Buffer
		if err := table.WriteCSV(&out); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(&out).ReadAll()
		if err != nil || len(records) != 2 {
			t.Fatalf("read back %d records, %v", len(records), err)
		}
		got := records[1]
		if corpus.Unguard(got[0]) != a || corpus.Unguard(got[1]) != b || got[2] != "-0.12" {
			t.Fatalf("wrote %q, %q; read %q", a, b, got)
		}
		for _, cell := range got[:2] {
			if corpus.Guard(cell) != cell && !strings.HasPrefix(cell, "'") {
				t.Fatalf("the cell %q would be taken for a formula", cell)
			}
		}
	})
}

// TestRowsAreCounted: a table that is made when it is asked for has as many rows
// as it says.
func TestRowsAreCounted(t *testing.T) {
	for _, n := range []int{1, 2, 3} {
		table := rowsOf(Table{Name: "t", Header: []string{"a"}}, slices.Values([]int{7, 8}), n, func(row []Value, i int) []Value { return append(row, Number(i)) })
		if err := table.WriteCSV(io.Discard); (err == nil) != (n == 2) {
			t.Errorf("two rows made, %d counted: got the error %v", n, err)
		}
	}
}
