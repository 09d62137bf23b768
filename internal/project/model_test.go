package project

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// steps is how many random steps TestDecisionsAgainstModel makes; give
// -args -steps 10000 for the long test.
var steps = flag.Int("steps", 120, "random steps of the test of decisions")

// modelEntry is an entry of the journal as the model keeps it.
type modelEntry struct {
	key            string // of what it speaks of
	coder, outcome string
	settles, added bool
	undone         bool
}

// decisionModel is what decisions ought to be: a list, and nothing more.
type decisionModel struct{ entries []modelEntry }

// said returns the last word of each coder on a thing, in order.
func (m *decisionModel) said(key string) []modelEntry {
	var list []modelEntry
	for _, e := range m.entries {
		if e.key != key || e.undone || e.coder == "" {
			continue
		}
		if e.settles {
			list = nil
		}
		list = slices.DeleteFunc(list, func(b modelEntry) bool { return b.coder == e.coder })
		list = append(list, e)
	}
	return list
}

// outcome returns what holds: "" for nothing, "contested" where coders differ.
func (m *decisionModel) outcome(key string) string {
	list := m.said(key)
	for _, e := range list {
		if e.outcome != list[0].outcome {
			return "contested"
		}
	}
	if len(list) == 0 {
		return ""
	}
	return list[0].outcome
}

// added reports whether a passage was added and is so still.
func (m *decisionModel) added(key string) bool {
	return slices.ContainsFunc(m.entries, func(e modelEntry) bool { return e.key == key && e.added && !e.undone })
}

// world is a project with its model.
type world struct {
	t       *testing.T
	random  *rand.Rand
	o       Options
	d       *Decisions
	model   decisionModel
	version int // of the report
	done    struct{ decided, killed, undone, reopened int }
	missed  []string
}

func (w *world) path() string { return filepath.Join(w.o.Folder, "review.txt") }

// extract writes another edition of the report, with the same findings among
// other words, and runs over it.
func (w *world) extract() {
	w.close()
	w.version++
	text := strings.Replace(shortReview, "Analysis\n", fmt.Sprintf("Analysis\n\nThe review met %d times.\n", w.version), 1) +
		"\nNobody asked who else lived in the house. The plan was never reviewed.\n\n" + strings.Join(w.missed, ". ") + ".\n"
	if err := os.WriteFile(w.path(), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	runAgain(w.t, w.o)
	w.open()
}

func (w *world) open() {
	d, err := OpenDecisions(w.o.Out, "a test")
	if err != nil {
		w.t.Fatal(err)
	}
	w.d = d
}

func (w *world) close() {
	if w.d == nil {
		return
	}
	if err := w.d.Close(); err != nil {
		w.t.Fatal(err)
	}
	w.d = nil
}

func (w *world) result() *analysis.Result {
	in, err := w.d.findings()
	if err != nil {
		w.t.Fatal(err)
	}
	defer in.close()
	r, err := analysis.Analyse(in.Input)
	if err != nil {
		w.t.Fatal(err)
	}
	inMemory(r)
	return r
}

func passageKey(c corpus.Coding) string {
	theme := c.Theme
	if c.Rule == analysis.RuleAdded {
		return "added " + theme + " " + c.Quote
	}
	return "passage " + theme + " " + c.Rule + " " + c.Quote
}

// decision makes a random decision and what the model has of it.
func (w *world) decision() (corpus.Decision, modelEntry) {
	in, err := w.d.findings()
	if err != nil {
		w.t.Fatal(err)
	}
	defer in.close()
	coder := []string{"KL", "MN", "OP"}[w.random.IntN(3)]
	d := corpus.Decision{Coder: coder, Time: monday.Time, Settles: w.random.IntN(6) == 0}
	key := ""
	switch c := in.Cases[0]; w.random.IntN(6) {
	case 0:
		present := w.random.IntN(2) == 0
		d.CaseID, d.Theme, d.Present = c.ID, in.Themes[w.random.IntN(3)].ID, &present
		key = "cell " + d.Theme
	case 1:
		column := corpus.CaseColumns[w.random.IntN(2)]
		value := map[string]string{corpus.ColumnArea: "Area " + fmt.Sprint(w.random.IntN(3)), corpus.ColumnYear: fmt.Sprint(2010 + w.random.IntN(3))}[column]
		d.CaseID, d.Change = c.ID, &corpus.CaseChange{Column: column, Value: value, Before: c.Column(column)}
		key = "column " + column
	case 2:
		quote := w.missed[w.random.IntN(len(w.missed))]
		d.Added, d.Status, d.Theme, d.Label, d.Quote, d.File, d.Document = true, corpus.Counted, "record_keeping", corpus.LabelDeficit, quote, "review.txt", in.Files[0].ID
		d.PassageID = analysis.AddedID(d.Document, d.Theme, d.Label, quote)
		key = "added " + d.Theme + " " + quote
	default:
		codings := everything(in)
		c := codings[w.random.IntN(len(codings))]
		d.PassageID, d.Theme, d.Document, d.File, d.Label, d.Quote = c.PassageID, c.Theme, c.Document, c.File, c.Label, c.Quote
		d.Status = corpus.CodingStatuses[w.random.IntN(3)]
		key = passageKey(*c)
	}
	return d, modelEntry{key: key, coder: coder, outcome: d.Verdict(), settles: d.Settles, added: d.Added}
}

// decide appends a decision. Where the program is killed meanwhile, a part of
// the line reaches the disk: the decision is kept only where all of it does.
func (w *world) decide(killed bool) {
	d, entry := w.decision()
	journal := filepath.Join(w.o.Out, "project", "journal.jsonl")
	before, _ := os.ReadFile(journal) // not there at first
	if err := w.d.Append(d); err != nil {
		w.t.Fatal(err)
	}
	if !killed {
		w.done.decided++
		w.model.entries = append(w.model.entries, entry)
		return
	}
	w.done.killed++
	after, err := os.ReadFile(journal)
	if err != nil {
		w.t.Fatal(err)
	}
	cut := len(before) + w.random.IntN(len(after)-len(before)+1)
	w.close()
	if err := os.WriteFile(journal, after[:cut], 0o600); err != nil {
		w.t.Fatal(err)
	}
	if cut >= len(after)-1 { // without its line feed it is whole too
		w.model.entries = append(w.model.entries, entry)
	}
	w.open()
}

// undo withdraws a random decision.
func (w *world) undo() {
	entries := w.d.Entries()
	var live []int
	for i, e := range entries {
		if e.Decision != nil && e.WithdrawnBy == 0 {
			live = append(live, i)
		}
	}
	if len(live) == 0 {
		return
	}
	i := live[w.random.IntN(len(live))]
	if err := w.d.Undo(entries[i].N, "KL", monday.Time); err != nil {
		w.t.Fatal(err)
	}
	w.done.undone++
	w.model.entries[i].undone = true
	w.model.entries = append(w.model.entries, modelEntry{undone: true}) // the entry of the undo
}

// check holds the project against the model.
func (w *world) check(step int) {
	w.t.Helper()
	if got, want := len(w.d.Entries()), len(w.model.entries); got != want {
		w.t.Fatalf("step %d: the journal has %d entries, want %d", step, got, want)
	}
	r := w.result()
	seen := map[string]bool{}
	for p := range r.Passages.All() {
		key := passageKey(*p.Coding)
		seen[key] = true
		got := ""
		if p.Decision != nil {
			got = p.Decision.Verdict()
		}
		if len(p.Contested) > 0 {
			got = "contested"
		}
		if want := w.model.outcome(key); got != want {
			w.t.Fatalf("step %d: %s: got %q, want %q", step, key, got, want)
		}
	}
	for _, quote := range w.missed {
		if key := "added record_keeping " + quote; seen[key] != w.model.added(key) {
			w.t.Fatalf("step %d: the added passage %q is there: %v, want %v", step, quote, seen[key], !seen[key])
		}
	}
	for j, theme := range r.Matrix.Themes[:3] {
		got := ""
		if d := r.Matrix.Cells[0][j].Decision; d != nil {
			got = d.Verdict()
		}
		if want := strings.Replace(w.model.outcome("cell "+theme.ID), "contested", "", 1); got != want {
			w.t.Fatalf("step %d: %s: got %q, want %q", step, theme.ID, got, want)
		}
	}
	for _, column := range corpus.CaseColumns[:2] {
		proposed := map[string]string{corpus.ColumnArea: "Ambry", corpus.ColumnYear: "2014"}[column]
		want, changed := strings.CutPrefix(w.model.outcome("column "+column), column+" ")
		if got := r.Cases[0].Column(column); changed && got != want || !changed && got != proposed {
			w.t.Fatalf("step %d: %s is %q, want %q", step, column, got, want)
		}
	}
}

// TestDecisionsAgainstModel decides, undoes, is killed, opens again and reads
// other editions of the report at random, and holds after every step that each
// decision that was kept counts as a plain list of them says.
func TestDecisionsAgainstModel(t *testing.T) {
	takesLong(t)
	folder := t.TempDir()
	w := &world{t: t, random: rand.New(rand.NewPCG(10_000, 6)), missed: []string{
		"Her file lay on a shelf", "The second note has no date", "It rained on the day of the visit",
	}}
	w.o = testOptions(t, folder)
	w.o.Kinds = corpus.Kinds
	w.extract()
	for step := range *steps {
		if step%500 == 0 {
			t.Logf("%d steps of %d", step, *steps)
		}
		switch n := w.random.IntN(100); {
		case n < 55:
			w.decide(false)
		case n < 70:
			w.decide(true)
		case n < 90:
			w.undo()
		case n < 99 || step%3 > 0:
			w.close()
			w.open()
			w.done.reopened++
		default:
			w.extract()
		}
		w.check(step)
	}
	w.close()
	t.Logf("%d steps: %d decisions, %d more while the program was killed, %d taken back; opened again %d times, read in %d editions; %d entries",
		*steps, w.done.decided, w.done.killed, w.done.undone, w.done.reopened, w.version, len(w.model.entries))
}
