package project

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

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

// saveLastRun notes what the run was made from, with what people wrote as the
// run has left it, "" where no run is to be taken for the same, and what it made.
func (c *counting) saveLastRun(inputs string) error {
	records, err := recordsOf(c.outcome.Files, c.store)
	if err != nil {
		return fmt.Errorf("note what was read: %w", err)
	}
	return lastRun{
		Inputs: inputs, Records: records, Codebook: c.codebookID(), Meant: c.meant(), Typed: c.Typed, Outputs: c.outputs, Outcome: c.outcome,
	}.save(c.store)
}

func (l lastRun) save(store *corpus.Store) error {
	data, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("note what was made: %w", err)
	}
	return store.WriteFile(lastRunName, append(data, '\n'))
}

// notMade refuses the place of a file that the run made among its results in the folder
// out, but for that of the one called own. Names are not compared: systems differ on
// case, and a link has another.
func (l lastRun) notMade(out, path, own string) error {
	for name := range l.Outputs {
		if name != own && sameFile(path, filepath.Join(out, filepath.FromSlash(name))) {
			return &corpus.InputError{Path: path, Reason: "this is one of the results, and every run makes it anew: name another place"}
		}
	}
	return nil
}
