package project

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/extract"
)

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
