package project

import (
	"errors"
	"os"

	"thematic/analysis/workbook"
	"thematic/corpus"
)

// Decisions are the decisions of a project, opened to be read and added to.
type Decisions struct {
	*corpus.Journal
	store *corpus.Store
}

// OpenDecisions opens the decisions that belong to the results in the folder
// out. It returns a [*corpus.InputError] where there are none, or where the
// journal is damaged, and a [*corpus.LockedError] where a run is at work on
// them. holder is named to those who come meanwhile.
func OpenDecisions(out, holder string) (*Decisions, error) {
	dir, err := projectOf(out)
	if err != nil {
		return nil, err
	}
	store, err := corpus.OpenStore(corpus.SystemDisk{}, dir, holder)
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
	in, err := loadFindings(d.store)
	if err != nil {
		return nil, err
	}
	in = in.WithBeside()
	in.Decisions = d.Decisions()
	file, err := os.Open(path)
	if err != nil {
		return nil, &corpus.InputError{Path: path, Reason: "it cannot be opened: " + plain(err)}
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && !info.Mode().IsRegular() {
		return nil, &corpus.InputError{Path: path, Reason: "this is not a file: name the workbook or CSV file that has the decisions"}
	}
	result, err := workbook.ReadDecisions(path, file, in, by, limits)
	if err != nil {
		return nil, err
	}
	return result, d.Append(result.Applied...)
}
