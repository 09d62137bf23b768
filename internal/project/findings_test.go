package project

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// TestFindingsAreWrittenInParts holds what is written in parts against what
// would be written as a whole.
func TestFindingsAreWrittenInParts(t *testing.T) {
	codings := func(n int) []corpus.Coding {
		list := []corpus.Coding{}
		for i := range n {
			list = append(list, corpus.Coding{PassageID: fmt.Sprint(i), Quote: "<\"codings\":null>", Reason: `"codings":null`})
		}
		return list
	}
	for name, f := range map[string]findings{
		"nothing":      {},
		"empty":        {Input: analysis.Input{Codings: codings(0), Beside: &analysis.BesideInput{}}},
		"one":          {Input: analysis.Input{Codings: codings(1), Source: `"codings":null`}, Coded: []string{"a"}},
		"with another": {Input: analysis.Input{Themes: []analysis.Theme{{ID: "codings", Definition: `"codings":null`}}, Codings: codings(3), Beside: &analysis.BesideInput{Codings: codings(2)}}},
		"only beside":  {Input: analysis.Input{Beside: &analysis.BesideInput{Codings: codings(2)}}},
	} {
		want, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		if err := f.write(&got); err != nil {
			t.Fatal(err)
		}
		if want := string(want) + "\n"; got.String() != want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got.String(), want)
		}
		read, err := readFindings(&got)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		again, list := bytes.Buffer{}, read.WithBeside().Codings
		if err := read.write(&again); err != nil {
			t.Fatal(err)
		}
		if n := len(f.WithBeside().Codings); again.String() != strings.ReplaceAll(string(want)+"\n", `"codings":[]`, `"codings":null`) || len(list) != n {
			t.Errorf("%s: read and written again:\ngot  %s\nwant %s", name, again.String(), want)
		}
	}
}

// widest is the greatest number of bytes that came in one piece.
type widest int

func (w *widest) Write(data []byte) (int, error) {
	*w = max(*w, widest(len(data)))
	return len(data), nil
}

func TestLargeResultsAreWrittenPieceByPiece(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	f := findings{Input: analysis.Input{
		Themes: []analysis.Theme{{ID: "curiosity"}}, Files: []analysis.File{{File: "a.pdf", Status: corpus.StatusOK}},
		Cases: []corpus.Case{{ID: "a", Files: []string{"a.pdf"}, Include: true}},
	}}
	for i := range 5000 {
		f.Codings = append(f.Codings, corpus.Coding{
			PassageID: fmt.Sprint(i), CaseID: "a", File: "a.pdf", Theme: "curiosity", Label: corpus.LabelDeficit, Status: corpus.Counted,
			Quote: "No one asked him what he wanted, and no one wrote down that they had not.",
		})
	}
	r, err := analysis.Analyse(f.Input)
	if err != nil {
		t.Fatal(err)
	}
	var findings, table widest
	if err := f.write(&findings); err != nil {
		t.Fatal(err)
	}
	for _, passages := range r.Tables() {
		if passages.Name != "passages" {
			continue
		}
		if err := passages.WriteCSV(&table); err != nil {
			t.Fatal(err)
		}
	}
	if most := widest(64 << 10); findings == 0 || findings > most || table == 0 || table > most {
		t.Errorf("got pieces of %d and %d bytes, want less than 64 kB of each", findings, table)
	}
}

func TestDamagedFindingsAreKnown(t *testing.T) {
	for _, data := range []string{
		"", "{", "[]", "7", `{"codings":{}}`, `{"codings":[{"page":"x"}]}`, `{"codings":[{}`, `{"themes":7}`, `{"beside":[]}`, `{"beside":{"codings":7}}`, `{} {}`, `{}x`,
	} {
		if _, err := readFindings(strings.NewReader(data)); err == nil {
			t.Errorf("%q was read", data)
		}
	}
	for _, data := range []string{"null", "{}", "{}\n", `{"codings":null,"beside":null}`} {
		got, err := readFindings(strings.NewReader(data))
		if err != nil || got.Packed.Len() > 0 || got.Beside != nil {
			t.Errorf("%q: got %+v, %v", data, got, err)
		}
		got.Themes = []analysis.Theme{{ID: "a"}}
		if err := (Selection{Themes: []string{"a"}}).apply(&got.Input); err != nil {
			t.Errorf("%q: choose of it: %v", data, err)
		}
	}
	const whole = `{"themes":[],"codings":[{"page":1},{"page":2}],"beside":{"name":"b","codings":[{"page":3}]}}`
	for n := range len(whole) {
		if _, err := readFindings(strings.NewReader(whole[:n])); err == nil || err.Error() != "it breaks off" {
			t.Errorf("%q: got the error %v, want that it breaks off", whole[:n], err)
		}
	}
}

// FuzzReadFindings holds that what can be read is written again as it was read.
func FuzzReadFindings(f *testing.F) {
	for _, seed := range []findings{{}, {Coded: []string{"a"}, Input: analysis.Input{
		Codings: []corpus.Coding{{PassageID: "1", Quote: "No plan was made."}, {PassageID: "2", File: "b"}},
		Beside:  &analysis.BesideInput{Codings: []corpus.Coding{{PassageID: "3"}}},
	}}} {
		var data bytes.Buffer
		if err := seed.write(&data); err != nil {
			f.Fatal(err)
		}
		f.Add(data.Bytes())
	}
	f.Add([]byte(`{"codings":[{}],"beside":null,"codings":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		read, err := readFindings(bytes.NewReader(data))
		if err != nil {
			return
		}
		var once, twice bytes.Buffer
		if err := read.write(&once); err != nil {
			t.Fatal(err)
		}
		again, err := readFindings(bytes.NewReader(once.Bytes()))
		if err == nil {
			err = again.write(&twice)
		}
		if err != nil || once.String() != twice.String() {
			t.Errorf("written again: %v\ngot  %s\nwant %s", err, twice.String(), once.String())
		}
	})
}

// TestSelectionLeavesWhatStandsBeside: choosing themes of practice keeps what was
// decided on circumstances.
func TestSelectionLeavesWhatStandsBeside(t *testing.T) {
	coding := func(id, theme string) corpus.Coding {
		return corpus.Coding{PassageID: id, CaseID: "a", File: "a.txt", Theme: theme, Status: corpus.Counted, Label: corpus.LabelDeficit, Quote: id}
	}
	for _, sel := range []Selection{{}, {Themes: []string{"risk"}}} {
		in := analysis.Input{
			Themes: []analysis.Theme{{ID: "risk"}, {ID: "voice"}}, Files: []analysis.File{{File: "a.txt", Status: corpus.StatusOK}},
			Cases:   []corpus.Case{{ID: "a", Files: []string{"a.txt"}, Include: true}},
			Codings: []corpus.Coding{coding("p1", "risk"), coding("p2", "voice")},
			Beside:  &analysis.BesideInput{Name: "factors", Themes: []analysis.Theme{{ID: "debt"}}, Codings: []corpus.Coding{coding("f1", "debt")}},
			Decisions: []corpus.Decision{
				{PassageID: "f1", Theme: "debt", Status: corpus.Rejected, Coder: "KL"},
				{PassageID: "p2", Theme: "voice", Status: corpus.Rejected, Coder: "KL"},
			},
		}
		if err := sel.apply(&in); err != nil {
			t.Fatal(err)
		}
		r, err := analysis.Analyse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Beside.Prevalence[0].Share.Count; got != 0 || len(r.Orphans) != 0 {
			t.Errorf("%+v: the theme beside counts in %d reviews, want 0; orphans %+v", sel, got, r.Orphans)
		}
	}
}
