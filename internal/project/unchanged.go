package project

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/extract"
)

// lastRunName is the file of the project that says what the last run was made from
// and what it made. Where it is gone, all is made again, and a file that is not
// as it comes out now may be a person's.
const lastRunName = "last-run.json"

// lastRun is what a run was made from, as a hash, and what it made, so that a run
// over the same need not do it again and knows what a person has changed since:
// [lastRunName] holds it.
type lastRun struct {
	Inputs  string `json:"inputs"`  // "" where the next run is not the same in any case
	Records string `json:"records"` // see recordsOf
	// Codebook names what the themes were found by: see codebookID.
	Codebook string            `json:"codebook,omitempty"`
	Meant    map[string]string `json:"meant,omitempty"` // see [Options.meant]
	Typed
	Outputs map[string]string `json:"outputs"` // hash of each file of the results, by its name
	Outcome *Outcome          `json:"outcome"`
}

// inputs is a hash of everything that a run's results depend on: the files met,
// what people wrote, the codebook, the options and the build of the program.
func (o Options) inputs(met []identified, store *corpus.Store) (string, error) {
	all := struct {
		Build, Tool, Reader, Codebook, Beside, Folder string
		Engines                                       extract.Options
		Kinds                                         []corpus.Kind
		Limits                                        corpus.Limits
		Met                                           []identified
		Written                                       [][]byte
		Presentation                                  Presentation
		Notes                                         []string
	}{
		Build: o.Build, Tool: o.Tool, Reader: extract.Version, Codebook: o.codebookID() + o.Codebook.Hash(), Folder: o.basePath(),
		Engines: o.sharedEngines(), Kinds: o.Kinds, Limits: o.Limits, Met: met, Presentation: o.Presentation, Notes: o.Notes,
	}
	if o.Beside != nil {
		all.Beside = o.Beside.Hash()
	}
	for _, name := range []string{corpus.CasesName, corpus.JournalName} {
		data, err := store.ReadFile(name)
		if err != nil && !os.IsNotExist(err) {
			return "", fmt.Errorf("read the project: %w", err)
		}
		all.Written = append(all.Written, data)
	}
	data, err := json.Marshal(all)
	if err != nil {
		return "", fmt.Errorf("note what the results depend on: %w", err)
	}
	return hashOf(data), nil
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// hashOfFile is [hashOf] of a file, which is not held in memory.
func hashOfFile(disk corpus.Disk, path string) (string, error) {
	file, err := disk.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// recordsOf is a hash of the size of every record behind the files: one that is
// gone, cut short or has grown is noticed without reading them all.
func recordsOf(files []analysis.File, store *corpus.Store) (string, error) {
	hash := sha256.New()
	for _, f := range files {
		if f.ID == "" {
			continue
		}
		size, err := store.Size(f.ID, extract.Version)
		if err != nil {
			return "", err
		}
		fmt.Fprintln(hash, f.ID, size)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// readLastRun returns what the last run noted, nothing where there was none or its
// note is damaged. It fails where the note is there and the disk does not give it.
func readLastRun(store *corpus.Store) (lastRun, error) {
	var last lastRun
	data, err := store.ReadFile(lastRunName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return lastRun{}, fmt.Errorf("read what the last run wrote: %w", err)
	}
	if err != nil || json.Unmarshal(data, &last) != nil {
		return lastRun{}, nil
	}
	return last, nil
}

// unchanged returns the outcome of the last run where it was made from the same
// inputs, every file that it made is still as it was, and what it read is there.
func (o Options) unchanged(ctx context.Context, inputs string, store *corpus.Store) (*Outcome, bool) {
	last, err := readLastRun(store)
	if err != nil || last.Inputs != inputs || last.Outcome == nil {
		return nil, false
	}
	wanted := func(f analysis.File) bool { return o.Engines.Passwords.Open(f.Reason) }
	if slices.ContainsFunc(last.Outcome.Files, wanted) {
		return nil, false
	}
	if records, err := recordsOf(last.Outcome.Files, store); err != nil || records != last.Records {
		return nil, false
	}
	killed, err := notedIn(store, unfinishedName)
	other := func(m noted) bool { return m.name != "" && last.Outputs[m.name] == "" }
	if err != nil || slices.ContainsFunc(killed, other) { // it is to be cleared up after
		return nil, false
	}
	names := slices.Sorted(maps.Keys(last.Outputs))
	err = forEach(ctx, o.Workers, len(names), func(i int) error {
		hash, err := hashOfFile(o.Disk, filepath.Join(o.Out, filepath.FromSlash(names[i])))
		if err == nil && hash != last.Outputs[names[i]] {
			err = errChanged
		}
		return err
	})
	if err != nil {
		return nil, false
	}
	last.Outcome.Out = o.Out
	for _, f := range last.Outcome.Files {
		if f.ID != "" {
			last.Outcome.Kept++
		}
	}
	return last.Outcome, true
}

// dropStale removes what the run before made, or one since that was killed, nobody has
// touched, and this one does not make: the tables of factors that are no longer asked
// for.
func (o Options) dropStale(before lastRun, outputs map[string]string, store *corpus.Store) error {
	made, err := notedIn(store, unfinishedName)
	if err != nil {
		return fmt.Errorf("clear up: %w", err)
	}
	for _, name := range slices.Sorted(maps.Keys(before.Outputs)) {
		made = append(made, noted{before.Outputs[name], name})
	}
	for _, m := range made {
		path := filepath.Join(o.Out, filepath.FromSlash(m.name))
		if _, again := outputs[m.name]; again || !filepath.IsLocal(m.name) {
			continue
		}
		if hash, err := hashOfFile(o.Disk, path); err != nil || hash != m.hash {
			continue
		}
		if err := o.Disk.Remove(path); err != nil {
			return fmt.Errorf("clear up: %w", err)
		}
	}
	return nil
}

// saveLastRun notes what the run was made from, with what people wrote as the
// run has left it, "" where no run is to be taken for the same, and what it made.
func (o Options) saveLastRun(inputs string, outputs map[string]string, outcome *Outcome, store *corpus.Store) error {
	records, err := recordsOf(outcome.Files, store)
	if err != nil {
		return fmt.Errorf("note what was read: %w", err)
	}
	return lastRun{
		Inputs: inputs, Records: records, Codebook: o.codebookID(), Meant: o.meant(), Typed: o.Typed, Outputs: outputs, Outcome: outcome,
	}.save(store)
}

func (l lastRun) save(store *corpus.Store) error {
	data, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("note what was made: %w", err)
	}
	return store.WriteFile(lastRunName, append(data, '\n'))
}
