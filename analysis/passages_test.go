package analysis

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestPackedCodingsAreCountedTheSame: whichever codings are packed, everything
// that is counted, and the order of the passages, are the same.
func TestPackedCodingsAreCountedTheSame(t *testing.T) {
	random, folder := rand.New(rand.NewPCG(3, 5)), t.TempDir()
	for range 50 {
		in := randomInput(random)
		for i := range in.Codings {
			in.Codings[i].Span.Start = random.IntN(3)
			in.Codings[i].Quote = fmt.Sprintf("Nobody asked her <%d>.", i)
		}
		if len(in.Codings) > 0 {
			in.Decisions = []corpus.Decision{quoted(in, 0), {CaseID: in.Codings[0].CaseID, Theme: in.Themes[0].ID}}
		}
		want := jsonOf(t, analysed(t, in))
		files, loose := map[file][]corpus.Coding{}, []corpus.Coding{}
		for _, c := range in.Codings {
			if key := (file{c.CaseID, c.File}); random.IntN(4) > 0 {
				files[key] = append(files[key], c)
			} else {
				loose = append(loose, c)
			}
		}
		in.Codings, in.Packed = loose, corpus.NewPackedCodings(1, scratchIn(t, folder))
		for _, codings := range files {
			half := random.IntN(len(codings) + 1)
			pack(t, in.Packed, codings[:half])
			pack(t, in.Packed, codings[half:])
		}
		if got := jsonOf(t, analysed(t, in)); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
		if err := in.Packed.Remove(); err != nil {
			t.Fatal(err)
		}
	}
}

func scratchIn(t *testing.T, folder string) *corpus.Scratch {
	t.Helper()
	scratch, err := corpus.NewScratch(corpus.SystemDisk{}, folder)
	if err != nil {
		t.Fatal(err)
	}
	return scratch
}

func pack(t *testing.T, into *corpus.PackedCodings, codings []corpus.Coding) {
	t.Helper()
	if err := into.Add(codings); err != nil {
		t.Fatal(err)
	}
}

// TestPassagesThatAreGone: nothing is counted of passages that the disk does not give
// back, and who goes through them later is told.
func TestPassagesThatAreGone(t *testing.T) {
	for _, beside := range []bool{false, true} {
		in, folder := fixtureInput(), t.TempDir()
		packed := corpus.NewPackedCodings(0, scratchIn(t, folder))
		if pack(t, packed, in.Codings[:1]); beside {
			in.Themes, in.Beside = in.Themes[1:], &BesideInput{Name: "factors", Themes: in.Themes[:1]}
			in.Codings, in.Beside.Packed = nil, packed
		} else {
			in.Codings, in.Packed = in.Codings[1:], packed
		}
		r := analysed(t, in)
		if err := r.Err(); err != nil {
			t.Fatal(err)
		}
		files, err := filepath.Glob(filepath.Join(folder, ".*"))
		if err != nil || len(files) != 1 {
			t.Fatalf("%v, %v", files, err)
		}
		if err := os.Truncate(files[0], 0); err != nil {
			t.Fatal(err)
		}
		r.Quotations(r.Themes, 1)
		for _, table := range r.Tables() {
			_ = table.WriteCSV(io.Discard)
		}
		if err := r.Err(); err == nil || !strings.Contains(err.Error(), folder) {
			t.Errorf("beside %v: got the error %v of passages that are gone", beside, err)
		}
		if _, err := Analyse(in); err == nil || !strings.Contains(err.Error(), folder) {
			t.Errorf("beside %v: got the error %v where passages are gone that are to be counted", beside, err)
		}
		packed.Remove()
	}
}

// TestIDsOfPackedCodingsDiffer: no passage may be there twice, wherever it is.
func TestIDsOfPackedCodingsDiffer(t *testing.T) {
	in := fixtureInput()
	in.Packed = corpus.NewPackedCodings(0, nil)
	pack(t, in.Packed, in.Codings[:1])
	if _, err := Analyse(in); err == nil {
		t.Error("a passage was counted twice")
	}
	in.Codings = in.Codings[1:]
	analysed(t, in)
}

// jsonOf returns a result as it is exported.
func jsonOf(t *testing.T, r *Result) string {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPassagesInJSON(t *testing.T) {
	for _, list := range [][]Passage{{}, {{Coding: &corpus.Coding{Quote: "<a> & b"}}}, {{Coding: &corpus.Coding{}}, {Coding: &corpus.Coding{PassageID: "p"}, ThemeLabel: "T"}}} {
		for _, escape := range []bool{true, false} {
			var got, want bytes.Buffer
			for to, what := range map[*bytes.Buffer]any{&got: PassagesOf(list), &want: list} {
				e := json.NewEncoder(to)
				e.SetEscapeHTML(escape)
				if err := e.Encode(what); err != nil {
					t.Fatal(err)
				}
			}
			if got.String() != want.String() {
				t.Errorf("got %s, want %s", got.String(), want.String())
			}
		}
	}
	if got := len(slices.Collect(Passages{}.All())); got != 0 {
		t.Errorf("got %d of no passages", got)
	}
}
