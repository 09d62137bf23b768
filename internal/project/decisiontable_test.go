package project

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/analysis/workbook"
	"thematic/corpus"
)

// withDecisions does something to the decisions of results.
func withDecisions(t *testing.T, out string, do func(*Decisions) error) {
	t.Helper()
	d, err := OpenDecisions(out, "a test")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(do(d), d.Close()); err != nil {
		t.Fatal(err)
	}
}

// manyDecisions are of every kind, by people who agree, differ, settle and think again.
func manyDecisions(t *testing.T, r *analysis.Result) []corpus.Decision {
	t.Helper()
	var first, second corpus.Decision
	for p := range r.Passages.All() {
		d := corpus.Decision{PassageID: p.PassageID, Theme: p.Theme, Document: p.Document, File: p.File, Label: p.Label, Quote: p.Quote}
		switch p.Theme {
		case "assessment_risk":
			first = d
		case "lived_experience":
			second = d
		}
	}
	review, yes, no := r.Cases[0].ID, true, false
	added := corpus.Decision{
		Added: true, Theme: "lived_experience", Label: corpus.LabelDeficit, Document: first.Document, File: first.File,
		Quote: "was completed by any agency", Status: corpus.Counted, Comment: "missed",
	}
	added.PassageID = analysis.AddedID(added.Document, added.Theme, added.Label, added.Quote)
	held := corpus.Decision{PassageID: added.PassageID, Theme: added.Theme, Label: added.Label, Document: added.Document, File: added.File, Quote: added.Quote}
	said := func(d corpus.Decision, status corpus.CodingStatus, coder, comment string) corpus.Decision {
		d.Status, d.Coder, d.Comment = status, coder, comment
		return d
	}
	moved := said(second, corpus.Counted, "Ann", "")
	moved.MovedTo = "professional_curiosity"
	settled := said(second, corpus.Held, "Cy", "as discussed")
	settled.Settles = true
	change := func(column, value, coder string) corpus.Decision {
		return corpus.Decision{CaseID: review, Change: &corpus.CaseChange{Column: column, Value: value}, Coder: coder}
	}
	list := []corpus.Decision{
		said(first, corpus.Rejected, "Ann", "=of a brother"), said(first, corpus.Rejected, "Bo", "another comment,\nof two lines"),
		moved, said(second, corpus.Rejected, "Bo", ""), settled,
		{CaseID: review, Theme: "professional_curiosity", Present: &yes, Coder: "Ann"}, {CaseID: review, Theme: "professional_curiosity", Present: &no, Coder: "Bo"},
		change("year", "2011", "Ann"), change("year", "2012", "Ann"), change("area", "-North", "Ann"),
		said(added, corpus.Counted, "Ann", "missed"), said(held, corpus.Held, "Ann", "on second thoughts"),
	}
	for i := range list {
		list[i].Time = fmt.Sprintf("2026-02-%02dT09:00:00Z", i+1)
	}
	return list
}

// TestExportedDecisionsComeBack writes every decision that stands, and brings them into
// the same results without any.
func TestExportedDecisionsComeBack(t *testing.T) {
	takesLong(t)
	o, outcome := runShort(t)
	bare := o.Out + "-bare"
	if err := os.CopyFS(bare, os.DirFS(o.Out)); err != nil {
		t.Fatal(err)
	}
	decisions := manyDecisions(t, resultsOf(t, outcome))
	export := func(out string) (table string, rows [][]string) {
		t.Helper()
		withDecisions(t, out, func(d *Decisions) error {
			var b strings.Builder
			err := d.Table().WriteCSV(&b)
			for row := range d.Table().All() {
				var cells []string
				for _, v := range row[1:] { // without the number of the entry
					cells = append(cells, v.String())
				}
				rows = append(rows, cells)
			}
			table = b.String()
			return err
		})
		return table, rows
	}
	withDecisions(t, o.Out, func(d *Decisions) error { return d.Append(decisions...) })
	table, rows := export(o.Out)
	if want := len(decisions) - 3; len(rows) != want { // two were settled, one was changed
		t.Errorf("%d decisions stand, want %d:\n%s", len(rows), want, table)
	}
	path := filepath.Join(t.TempDir(), "decisions.csv")
	if err := os.WriteFile(path, []byte(withoutColumn(t, table, "page")), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, into := range []struct {
		out     string
		applied int
	}{{bare, len(rows)}, {bare, 0}, {o.Out, 0}} {
		withDecisions(t, into.out, func(d *Decisions) error {
			got, err := d.Import(t.Context(), path, workbook.By{Coder: "Di", Time: monday.Time}, corpus.DefaultLimits())
			if err != nil || len(got.Applied) != into.applied || len(got.Rejected) > 0 || got.Rows != len(rows) {
				t.Errorf("%s: got %+v, %v, want %d applied", into.out, got, err, into.applied)
			}
			return nil
		})
	}
	if _, again := export(bare); !slices.EqualFunc(again, rows, slices.Equal[[]string]) {
		t.Errorf("got\n%q, want\n%q", again, rows)
	}
	want, got := resultsOf(t, outcome), resultsOf(t, &Outcome{Out: bare})
	if !reflect.DeepEqual(got.Matrix, want.Matrix) || !reflect.DeepEqual(got.Conflicts, want.Conflicts) || !reflect.DeepEqual(got.Tally, want.Tally) {
		t.Errorf("they do not count the same: got %+v, want %+v", got.Tally, want.Tally)
	}
}

func TestStanding(t *testing.T) {
	passage := func(coder, id string) corpus.Entry {
		return corpus.Entry{Decision: &corpus.Decision{PassageID: id, Theme: "risk", Coder: coder}}
	}
	moved := func(coder, id string) corpus.Entry {
		e := passage(coder, id)
		e.Decision.Theme = "voice"
		return e
	}
	theme := func(coder, review, theme string) corpus.Entry {
		return corpus.Entry{Decision: &corpus.Decision{CaseID: review, Theme: theme, Coder: coder}}
	}
	column := func(coder, review, column string) corpus.Entry {
		return corpus.Entry{Decision: &corpus.Decision{CaseID: review, Change: &corpus.CaseChange{Column: column}, Coder: coder}}
	}
	settling := func(e corpus.Entry) corpus.Entry { e.Decision.Settles = true; return e }
	adding := func(e corpus.Entry) corpus.Entry { e.Decision.Added = true; return e }
	withdrawn := func(e corpus.Entry) corpus.Entry { e.WithdrawnBy = 9; return e }
	for _, tt := range []struct {
		name    string
		entries []corpus.Entry
		want    []int // the places of those that stand
	}{
		{"the later word of a coder", []corpus.Entry{passage("Ann", "p"), passage("Ann", "q"), passage("ANN", "p")}, []int{1, 2}},
		{"under another theme, of the same passage", []corpus.Entry{passage("Ann", "p"), moved("Ann", "p")}, []int{1}},
		{"coders side by side", []corpus.Entry{passage("Ann", "p"), passage("Bo", "p")}, []int{0, 1}},
		{"what settles", []corpus.Entry{passage("Ann", "p"), passage("Bo", "p"), passage("Ann", "q"), settling(passage("Cy", "p"))}, []int{2, 3}},
		{"a word behind what settles", []corpus.Entry{passage("Ann", "p"), settling(passage("Cy", "p")), passage("Ann", "p")}, []int{1, 2}},
		{"what added a passage", []corpus.Entry{adding(passage("Ann", "p")), passage("Ann", "p"), settling(passage("Cy", "p"))}, []int{0, 2}},
		{"not what was withdrawn", []corpus.Entry{passage("Ann", "p"), withdrawn(passage("Ann", "p")), {Undo: &corpus.Undo{Entry: 2}}}, []int{0}},
		{"themes of a review", []corpus.Entry{theme("Ann", "a", "risk"), theme("Ann", "a", "voice"), theme("Ann", "b", "risk"), theme("Ann", "a", "risk")}, []int{1, 2, 3}},
		{"columns of a review", []corpus.Entry{column("Ann", "a", "area"), column("Ann", "a", "year"), column("Ann", "a", "area")}, []int{1, 2}},
	} {
		for i := range tt.entries {
			tt.entries[i].N = i
		}
		var got []int
		for _, e := range standing(tt.entries) {
			got = append(got, e.N)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestStandingIsOnePass holds that many decisions on as many passages are gone through
// once: each was once held against all before it.
func TestStandingIsOnePass(t *testing.T) {
	var entries []corpus.Entry
	for i := range 200_000 {
		entries = append(entries, corpus.Entry{N: i + 1, Decision: &corpus.Decision{PassageID: fmt.Sprint(i % 100_000), Coder: "Ann"}})
	}
	got := standing(entries)
	if len(got) != 100_000 || got[0].N != 100_001 || got[99_999].N != 200_000 {
		t.Errorf("%d stand, from entry %d, want the later 100,000 of 200,000", len(got), got[0].N)
	}
}

// withoutColumn deletes a column of a table, as people do.
func withoutColumn(t *testing.T, table, column string) string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(rows[0], column)
	var b strings.Builder
	w := csv.NewWriter(&b)
	for _, row := range rows {
		if err := w.Write(slices.Delete(row, at, at+1)); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return b.String()
}
