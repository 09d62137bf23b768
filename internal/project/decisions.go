package project

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"thematic/analysis"
	"thematic/analysis/workbook"
	"thematic/corpus"
)

// passagesName is the file of the project that holds what the last run found,
// against which decisions are read.
const passagesName = "passages.json"

// passages are the contents of that file: themes in the order of the codebook,
// and codings as the coder left them, no decision applied.
type passages struct {
	Themes  []analysis.Theme `json:"themes"`
	Codings []corpus.Coding  `json:"codings"`
}

func savePassages(store *corpus.Store, in analysis.Input) error {
	data, err := json.Marshal(passages{in.Themes, in.Codings})
	if err != nil {
		return fmt.Errorf("write the passages: %w", err)
	}
	return corpus.WriteFile(store.Path(passagesName), append(data, '\n'))
}

// Decisions are the decisions of a project, opened to be read and added to.
type Decisions struct {
	*corpus.Journal
	store *corpus.Store
}

// OpenDecisions opens the decisions that belong to the results in the folder
// out. It returns a [*corpus.InputError] where there are none, or where the
// journal is damaged, and [corpus.ErrLocked] where a run is at work on them.
func OpenDecisions(out string) (*Decisions, error) {
	dir := filepath.Join(out, "project")
	if _, err := os.Stat(filepath.Join(dir, passagesName)); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, &corpus.InputError{Path: out, Reason: "there are no results here to decide on: run 'thematic run FOLDER' first, or name the folder of the results with --out"}
		}
		return nil, &corpus.InputError{Path: out, Reason: plain(err)}
	}
	store, err := corpus.OpenStore(dir)
	if err != nil {
		return nil, err
	}
	journal, err := store.Journal()
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return &Decisions{journal, store}, nil
}

// Close lets others at the decisions again.
func (d *Decisions) Close() error { return d.store.Close() }

// Import reads the table at path, as [workbook.ReadDecisions] does, and keeps
// the decisions in it. Where it fails, none of them is kept.
func (d *Decisions) Import(path string, by workbook.By, limits corpus.Limits) (*workbook.Import, error) {
	known, err := d.passages()
	if err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, &corpus.InputError{Path: path, Reason: "it cannot be opened: " + plain(err)}
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && !info.Mode().IsRegular() {
		return nil, &corpus.InputError{Path: path, Reason: "this is not a file: name the workbook or CSV file that has the decisions"}
	}
	in := analysis.Input{Themes: known.Themes, Codings: known.Codings, Decisions: d.Decisions()}
	result, err := workbook.ReadDecisions(path, file, in, by, limits)
	if err != nil {
		return nil, err
	}
	return result, d.Append(result.Applied...)
}

func (d *Decisions) passages() (passages, error) {
	path := d.store.Path(passagesName)
	data, err := os.ReadFile(path)
	if err != nil {
		return passages{}, fmt.Errorf("read the passages: %w", err)
	}
	var known passages
	if err := json.Unmarshal(data, &known); err != nil {
		return passages{}, &corpus.InputError{Path: path, Reason: "damaged (" + err.Error() + "): run 'thematic run FOLDER' again to restore it"}
	}
	return known, nil
}
