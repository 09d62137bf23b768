package project

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
)

// findingsName is the file of the project that holds what the last run found,
// no decision applied. Decisions are read against it, and charts and exports
// made from it, without reading a report again.
const findingsName = "findings.json"

// findings are what a run found.
type findings struct {
	analysis.Input          // the cases as they are without decisions
	Coded          []string `json:"coded"` // ids of the cases that were coded
}

// err says why what was found cannot be gone through, nil where it can.
func (f findings) err() error {
	if f.Beside == nil {
		return f.Packed.Err()
	}
	return cmp.Or(f.Packed.Err(), f.Beside.Packed.Err())
}

// remove removes what was found from the disk, where it waits to be gone through.
func (f findings) remove() error {
	err := f.Packed.Remove()
	if f.Beside != nil {
		err = errors.Join(err, f.Beside.Packed.Remove())
	}
	if err != nil {
		return fmt.Errorf("clear up: %w", err)
	}
	return nil
}

func saveFindings(store *corpus.Store, in findings) error {
	return store.WriteWith(findingsName, in.write)
}

// analyse counts what a run found with decisions laid over it, and saves meanwhile
// what it found.
func (f findings) analyse(decisions []corpus.Decision, store *corpus.Store) (*analysis.Result, error) {
	saved := make(chan error)
	go func() { saved <- saveFindings(store, f) }()
	var result *analysis.Result
	input, err := f.decided(store, decisions)
	if err == nil {
		result, err = analysis.Analyse(input)
	}
	return result, cmp.Or(<-saved, err)
}

// noCodings is how a list of codings that is left out stands in JSON.
var noCodings = []byte(`"codings":null`)

// write writes f in JSON, as [json.Marshal] does. The codings, which are nearly
// all of it, are written one by one and never held as JSON.
func (f findings) write(w io.Writer) error {
	whole := f
	lists := []iter.Seq[*corpus.Coding]{whole.Found()}
	bare := []bool{f.Codings == nil && f.Packed.Len() == 0}
	f.Codings = nil
	if f.Beside != nil {
		beside := *f.Beside
		lists, bare = append(lists, whole.Beside.Found()), append(bare, beside.Codings == nil && beside.Packed.Len() == 0)
		beside.Codings, f.Beside = nil, &beside
	}
	frame, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("write the findings: %w", err)
	}
	out := bufio.NewWriter(w) // keeps the first error of w until it is flushed
	for i, list := range lists {
		before, after, _ := bytes.Cut(frame, noCodings)
		out.Write(before)
		if bare[i] {
			out.Write(noCodings)
		} else if err := writeCodings(out, list); err != nil {
			return fmt.Errorf("write the findings: %w", err)
		}
		frame = after
	}
	if err := whole.err(); err != nil {
		return fmt.Errorf("write the findings: %w", err)
	}
	out.Write(frame)
	out.WriteByte('\n')
	return out.Flush()
}

// writeCodings writes the field of a list of codings.
func writeCodings(out *bufio.Writer, list iter.Seq[*corpus.Coding]) error {
	out.WriteString(`"codings":[`)
	separator := ""
	for c := range list {
		data, err := json.Marshal(c)
		if err != nil {
			return err
		}
		out.WriteString(separator)
		out.Write(data)
		separator = ","
	}
	out.WriteByte(']')
	return nil
}

func loadFindings(store *corpus.Store) (findings, error) {
	file, err := store.Open(findingsName)
	if err != nil {
		return findings{}, fmt.Errorf("read the findings: %w", err)
	}
	defer file.Close()
	disk := &keptError{Reader: file}
	in, err := readFindings(disk)
	switch {
	case disk.err != nil:
		return in, fmt.Errorf("read the findings: %w", disk.err)
	case err != nil:
		return in, &corpus.InputError{Path: store.Path(findingsName), Reason: "damaged (" + err.Error() + "): to restore it, " + againIn(store)}
	}
	return in, nil
}

// keptError tells an error of the disk from what it makes of what is read.
type keptError struct {
	io.Reader
	err error
}

func (k *keptError) Read(data []byte) (int, error) {
	n, err := k.Reader.Read(data)
	if err != nil && err != io.EOF {
		k.err = err
	}
	return n, err
}

// projectOf is the folder of the project below the results in the folder out. It
// returns a [*corpus.InputError] where there are none.
func projectOf(out string) (string, error) {
	dir := filepath.Join(out, "project")
	_, err := os.Stat(filepath.Join(dir, findingsName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", &corpus.InputError{Path: out, Reason: "there are no results here: run 'thematic run FOLDER' first, or name the folder of the results with --out"}
	case err != nil:
		return "", &corpus.InputError{Path: out, Reason: plain(err)}
	}
	return dir, nil
}

// readProject opens the project below the results in the folder out to look at.
// It fails as [projectOf] does, and with a [*corpus.LockedError] where a run is
// at work on it. The caller closes the store.
func readProject(out string) (*corpus.Store, error) {
	dir, err := projectOf(out)
	if err != nil {
		return nil, err
	}
	return ofRun(corpus.ReadStore(corpus.SystemDisk{}, dir))
}

// Selection narrows results to some themes, one area or some years. The zero
// Selection is everything.
type Selection struct {
	Themes   []string // ids or names; these become the ones whose overlaps are shown
	Area     string
	From, To int // years of publication, 0 for no bound
}

// Results counts again what the last run found, with the decisions that were
// brought in since, for the reviews and themes selected. Warnings say what is wrong
// with the file of the decisions, so that some are not among them.
func Results(out string, sel Selection) (r *analysis.Result, warnings []string, err error) {
	results, err := openResults(out, sel)
	if err != nil {
		return nil, nil, err
	}
	return results.Result, results.warnings, results.store.Close()
}

// results are those of a project, which stays open to look at until its store is
// closed.
type results struct {
	*analysis.Result
	store    *corpus.Store
	warnings []string
}

// openResults is [Results] with the project.
func openResults(out string, sel Selection) (*results, error) {
	store, err := readProject(out)
	if err != nil {
		return nil, err
	}
	r := &results{store: store}
	if err := r.count(sel); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return r, nil
}

func (r *results) count(sel Selection) error {
	found, err := loadFindings(r.store)
	if err != nil {
		return err
	}
	journal, err := r.store.Journal()
	if err != nil {
		return err
	}
	r.warnings = journal.Warnings()
	in, err := found.decided(r.store, journal.Decisions())
	if err != nil {
		return err
	}
	if err := sel.apply(&in); err != nil {
		return err
	}
	in.Source = source(in.Cases)
	if chosen := len(sel.Themes); chosen > 0 && chosen < len(in.Themes) {
		in.Source += fmt.Sprintf("; %d of %d themes chosen", chosen, len(in.Themes))
	}
	r.Result, err = analysis.Analyse(in)
	return err
}

// SelectionError says that something was asked of the results which they do not
// have: a theme, an area, a kind of chart, a format.
type SelectionError struct{ Reason string }

// Error gives the reason, with what there is to choose from.
func (e *SelectionError) Error() string { return e.Reason }

func noSelection(format string, args ...any) error {
	return &SelectionError{fmt.Sprintf(format, args...)}
}

func (sel Selection) apply(in *analysis.Input) error {
	elsewhere := func(c corpus.Case) bool { return sel.Area != "" && !analysis.SameArea(c.Area, sel.Area) }
	for i, c := range in.Cases {
		if elsewhere(c) || sel.From != 0 && c.Year < sel.From || sel.To != 0 && (c.Year == 0 || c.Year > sel.To) {
			in.Cases[i].Include = false
			in.Aside = append(in.Aside, c.ID)
		}
	}
	if sel.Area != "" && !slices.ContainsFunc(in.Cases, func(c corpus.Case) bool { return !elsewhere(c) }) {
		areas := names(in.Cases, func(c corpus.Case) string { return c.Area })
		return noSelection("no review is from %q%s", sel.Area, corpus.Instead(sel.Area, areas))
	}
	chosen, err := analysis.ThemeIDs(sel.Themes, in.Themes)
	if err != nil {
		return &SelectionError{err.Error()}
	}
	in.Chosen = chosen
	return nil
}

// names lists what name gives for each of list, once and in order.
func names[T any](list []T, name func(T) string) []string {
	var all []string
	for _, item := range list {
		if n := name(item); n != "" {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
