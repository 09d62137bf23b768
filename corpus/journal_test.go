package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
)

const noon = "2026-01-02T12:00:00Z"

func openJournal(t testing.TB, s *Store) *Journal {
	t.Helper()
	j, err := s.Journal()
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func rejection(passage string) Decision {
	return Decision{PassageID: passage, Theme: "voice", Status: Rejected, Coder: "KL", Comment: "<“not” this child>\n", Time: noon}
}

func onYear(year string) Decision {
	return Decision{CaseID: "c1", Change: &CaseChange{Column: ColumnYear, Value: year}, Coder: "KL", Time: noon}
}

func TestJournalKeepsDecisions(t *testing.T) {
	s := openTestStore(t)
	j := openJournal(t, s)
	if len(j.Decisions()) != 0 || len(j.Warnings()) != 0 {
		t.Fatalf("a new journal holds %v, %v", j.Decisions(), j.Warnings())
	}
	yes := true
	want := []Decision{
		rejection("p1"),
		{PassageID: "p2", Theme: "voice", Status: Counted, MovedTo: "risk", Document: "ab", File: "a.pdf", Label: LabelDeficit, Quote: "Nobody asked.", Coder: "MN", Time: noon},
		{CaseID: "c1", Theme: "risk", Present: &yes, Coder: "KL", Time: noon},
		{PassageID: "a3", Theme: "risk", Status: Counted, Added: true, File: "a.pdf", Page: 4, Label: LabelDeficit, Quote: "Nobody came.", Coder: "KL", Time: noon},
		{CaseID: "c1", Change: &CaseChange{Column: ColumnYear, Value: "2016", Before: "2017"}, Settles: true, Coder: "KL", Time: noon},
	}
	if err := j.Append(want[0]); err != nil {
		t.Fatal(err)
	}
	if err := openJournal(t, s).Append(want[1:]...); err != nil {
		t.Fatal(err)
	}
	if got := openJournal(t, s).Decisions(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestJournalUndo(t *testing.T) {
	s := openTestStore(t)
	j := openJournal(t, s)
	if err := j.Append(rejection("p1"), rejection("p2")); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(s.Path("journal.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Undo(1, "MN", noon); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(s.Path("journal.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(after, before) || len(after) == len(before) {
		t.Error("an undo has to be a new line, and nothing else")
	}
	for n, want := range map[int]string{9: "no entry 9", 1: "withdrawn already, by entry 3", 3: "an undo itself"} {
		if err := j.Undo(n, "MN", noon); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("undo of %d: got %v, want an error with %q", n, err, want)
		}
	}
	again := openJournal(t, s)
	if got, want := again.Decisions(), []Decision{rejection("p2")}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := again.Entries(); !reflect.DeepEqual(got, j.Entries()) || got[0].WithdrawnBy != 3 {
		t.Errorf("got %+v, want %+v", got, j.Entries())
	}
}

func TestJournalRefuses(t *testing.T) {
	no := false
	j := openJournal(t, openTestStore(t))
	for name, change := range map[string]func(*Decision){
		"nobody":    func(d *Decision) { d.Coder = "" },
		"no time":   func(d *Decision) { d.Time = "yesterday" },
		"no status": func(d *Decision) { d.Status = "maybe" },
		"nothing":   func(d *Decision) { d.PassageID = "" },
		"both":      func(d *Decision) { d.Present = &no },
		"no place":  func(d *Decision) { d.Added = true },
		"no words":  func(d *Decision) { d.NoTheme = true },
		"a change":  func(d *Decision) { d.Change = &CaseChange{Column: ColumnArea} },
		"two forms": func(d *Decision) { d.CaseID = "c1" },
		"no year":   func(d *Decision) { *d = onYear("soon") },
		"no column": func(d *Decision) { *d = onYear("2016"); d.Change.Column = "title" },
	} {
		d := rejection("p1")
		change(&d)
		if err := j.Append(rejection("p0"), d); err == nil {
			t.Errorf("%s: it was kept", name)
		}
	}
	if _, err := os.Stat(j.path); err == nil || len(j.Entries()) > 0 {
		t.Error("something was kept of what was refused")
	}
}

// TestEntriesThatSayNothing holds what an entry must be; what another version wrote is
// not read as less than it says.
func TestEntriesThatSayNothing(t *testing.T) {
	said, undo := rejection("p1"), func(n int) *Undo { return &Undo{Entry: n, Coder: "KL", Time: noon} }
	for name, c := range map[string]struct {
		entry Entry
		want  string
	}{
		"a decision":     {Entry{N: 1, Decision: &said}, ""},
		"an undo":        {Entry{N: 3, Undo: undo(2)}, ""},
		"of the first":   {Entry{N: 3, Undo: undo(1)}, ""},
		"no number":      {Entry{Decision: &said}, "not the number of an entry"},
		"neither":        {Entry{N: 1}, "either a decision or an undo"},
		"both":           {Entry{N: 2, Decision: &said, Undo: undo(1)}, "either a decision or an undo"},
		"of nothing":     {Entry{N: 3, Undo: undo(0)}, "cannot withdraw entry 0"},
		"of itself":      {Entry{N: 3, Undo: undo(3)}, "cannot withdraw entry 3"},
		"of a later one": {Entry{N: 3, Undo: undo(4)}, "cannot withdraw entry 4"},
		"at no time":     {Entry{N: 3, Undo: &Undo{Entry: 1}}, "RFC 3339"},
	} {
		err := c.entry.check()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
	for entry, want := range map[string]string{
		``:                  "it is not an entry",
		`{"n": 1, "new":1}`: "written by a later version",
	} {
		line := fmt.Sprintf(`{"sha256": %q}`, checksum([]byte(entry)))
		if entry != "" {
			line = fmt.Sprintf(`{"sha256": %q, "entry": %s}`, checksum([]byte(entry)), entry)
		}
		if _, err := parseEntry([]byte(line)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", line, err, want)
		}
	}
}

// TestTornJournal cuts the file at every byte, as a crash may, and goes on
// from there: every whole line is kept, and the next decision too.
func TestTornJournal(t *testing.T) {
	s := openTestStore(t)
	if err := openJournal(t, s).Append(rejection("p1"), rejection("p2")); err != nil {
		t.Fatal(err)
	}
	path := s.Path("journal.jsonl")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := range len(whole) + 1 {
		for _, tail := range []string{"", "\x00\x00\x00"} {
			if err := os.WriteFile(path, append(whole[:cut:cut], tail...), 0o644); err != nil {
				t.Fatal(err)
			}
			j := openJournal(t, s)
			lines := bytes.Count(whole[:cut], []byte("\n"))
			unended := tail == "" && cut < len(whole) && whole[cut] == '\n'
			if unended {
				lines++
			}
			torn := !unended && (tail != "" || cut > 0 && whole[cut-1] != '\n')
			if len(j.Decisions()) != lines || len(j.Warnings()) > 0 != torn {
				t.Fatalf("cut at %d of %d: got %d decisions, %q; want %d", cut, len(whole), len(j.Decisions()), j.Warnings(), lines)
			}
			if err := j.Append(rejection("p4")); err != nil {
				t.Fatal(err)
			}
			again := openJournal(t, s)
			if got := again.Decisions(); len(got) != lines+1 || got[lines].PassageID != "p4" || len(again.Warnings()) > 0 {
				t.Fatalf("cut at %d: after the next decision there are %d, %q", cut, len(got), again.Warnings())
			}
		}
	}
}

func TestDamagedJournal(t *testing.T) {
	s := openTestStore(t)
	if err := openJournal(t, s).Append(rejection("p1"), rejection("p2"), rejection("p3")); err != nil {
		t.Fatal(err)
	}
	path := s.Path("journal.jsonl")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(whole, []byte("\n"))
	later := func(entry string) string {
		return string(lines[0]) + fmt.Sprintf(`{"sha256":"%s","entry":%s}`, checksum([]byte(entry)), entry)
	}
	for _, c := range []struct {
		name, file, want string
	}{
		{"changed word", strings.Replace(string(whole), `"p2"`, `"p9"`, 1), "line 2 is damaged (it does not match its checksum)"},
		{"changed last line", strings.Replace(string(whole), `"p3"`, `"p9"`, 1), "line 3 is damaged"},
		{"half a line", string(lines[0]) + string(lines[1][:40]) + "\n" + string(lines[2]), "line 2 is damaged (it is not an entry)"},
		{"another order", string(lines[1]) + string(lines[0]) + string(lines[2]), "line 2 is damaged (entry 1 stands behind entry 2)"},
		{"a line twice", string(lines[0]) + string(lines[0]), "line 2 is damaged"},
		{"a new field", later(`{"n":2,"merge":{}}`) + "\n", `line 2 is written by a later version of the program (json: unknown field "merge"): go on with that version`},
		{"a new field, unended", later(`{"n":2,"merge":{}}`), "line 2 is written by a later version of the program"},
		{"a new status", later(`{"n":2,"decision":{"passage_id":"p2","theme":"t","status":"doubted","coder":"K","time":"2026-01-01T00:00:00Z"}}`) + "\n", "line 2 is written by a later version of the program"},
		{"an empty line", string(lines[0]) + "\n" + string(lines[1]), "line 2 is damaged"},
	} {
		if err := os.WriteFile(path, []byte(c.file), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := s.Journal()
		var input *InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an InputError with %q", c.name, err, c.want)
		}
		if now, _ := os.ReadFile(path); string(now) != c.file {
			t.Errorf("%s: the file was changed", c.name)
		}
	}
	// A person may take a damaged line away, and is told.
	if err := os.WriteFile(path, []byte(string(lines[0])+string(lines[2])), 0o644); err != nil {
		t.Fatal(err)
	}
	j := openJournal(t, s)
	if len(j.Decisions()) != 2 || len(j.Warnings()) != 1 || !strings.Contains(j.Warnings()[0], "entries 2 to 2 are missing") {
		t.Errorf("got %+v, %q", j.Decisions(), j.Warnings())
	}
}

// TestJournalAgainstModel decides, withdraws, is killed in the middle of a
// line and opened again, and holds the journal against a list in memory.
func TestJournalAgainstModel(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	s := openTestStore(t)
	j := openJournal(t, s)
	var model []Entry
	for step := range 400 {
		n := len(model) + 1
		switch random.IntN(4) {
		case 0, 1:
			for i := range 1 + random.IntN(3) {
				d := rejection(fmt.Sprint("p", random.IntN(20)))
				model = append(model, Entry{N: n + i, Decision: &d})
			}
			var list []Decision
			for _, e := range model[n-1:] {
				list = append(list, *e.Decision)
			}
			if err := j.Append(list...); err != nil {
				t.Fatal(err)
			}
		case 2:
			target := 1 + random.IntN(n)
			allowed := target < n && model[target-1].Decision != nil && model[target-1].WithdrawnBy == 0
			if err := j.Undo(target, "KL", noon); (err == nil) != allowed {
				t.Fatalf("step %d: undo of %d gave %v, want allowed %v", step, target, err, allowed)
			}
			if allowed {
				model[target-1].WithdrawnBy = n
				model = append(model, Entry{N: n, Undo: &Undo{Entry: target, Coder: "KL", Time: noon}})
			}
		case 3:
			line, err := encodeEntries([]Entry{{N: n, Undo: &Undo{Entry: 1, Time: noon}}})
			if err != nil && n > 1 {
				t.Fatal(err)
			}
			if n > 1 {
				if err := appendFile(SystemDisk{}, j.path, line[:random.IntN(len(line)-1)], j.size); err != nil {
					t.Fatal(err)
				}
			}
			j = openJournal(t, s)
		}
		if got := j.Entries(); !reflect.DeepEqual(got, model) && len(got)+len(model) > 0 {
			t.Fatalf("step %d: got %+v, want %+v", step, got, model)
		}
	}
}

// FuzzJournal: what is read from any bytes, or from lines whose checksums are
// right, is read again, equal, from what is written of it.
func FuzzJournal(f *testing.F) {
	d := rejection("p1")
	good, err := encodeEntries([]Entry{{N: 1, Decision: &d}, {N: 2, Decision: &d}, {N: 3, Undo: &Undo{Entry: 1, Time: noon}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(good[:len(good)-1])
	f.Add(good[:len(good)-9])
	f.Add([]byte("{}\n"))
	entry := `{"N":7,"n":2,"decision":{"case_id":"c","theme":"t","present":null,"present":false,"coder":"\ud800","time":"2026-01-02T12:00:00+01:00"}}`
	f.Add([]byte(`{"sha256":"` + checksum([]byte(entry)) + `","entry":` + entry + `}`))
	f.Add([]byte(entry))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkParsed(t, data)
		var signed bytes.Buffer
		for _, entry := range bytes.Split(data, []byte("\n")) {
			fmt.Fprintf(&signed, `{"sha256":"%s","entry":%s}`+"\n", checksum(bytes.TrimSpace(entry)), entry)
		}
		checkParsed(t, signed.Bytes())
	})
}

func checkParsed(t *testing.T, data []byte) {
	t.Helper()
	j, err := parseJournal("journal.jsonl", data)
	if err != nil {
		var input *InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), "line ") {
			t.Fatalf("got %v, want an InputError with the line", err)
		}
		return
	}
	if j.size > int64(len(data)) {
		t.Fatalf("verified %d of %d bytes", j.size, len(data))
	}
	written, err := encodeEntries(j.Entries())
	if err != nil {
		t.Fatalf("what was read cannot be written: %v", err)
	}
	again, err := parseJournal("journal.jsonl", written)
	if err != nil || !reflect.DeepEqual(again.Entries(), j.Entries()) {
		t.Fatalf("read again: %+v, %v; want %+v", again, err, j.Entries())
	}
}
