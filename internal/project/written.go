package project

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"

	"thematic/corpus"
)

// written is what people wrote into the project.
type written struct {
	table   [sha256.Size]byte // sum of cases.csv
	edits   *corpus.Edits     // of cases.csv
	journal *corpus.Journal
}

// written reads what people wrote and refuses what cannot be meant.
func (o Options) written(met []identified, store *corpus.Store) (w written, err error) {
	table, err := store.Cases()
	if err != nil {
		return w, err
	}
	w.table = table.Sum
	before, err := settled(store, table.Rows)
	if err != nil {
		return w, err
	}
	if w.journal, err = store.Journal(); err != nil {
		return w, err
	}
	here := make(map[string]corpus.ID, len(met))
	for _, f := range met {
		here[f.File] = f.ID
	}
	moved := before.Moved(here)
	if err := o.sameReports(before, here, moved); err != nil {
		return w, err
	}
	w.edits = corpus.NewEdits(table.Rows, before.Proposed, moved)
	w.edits.Decided(w.journal.Decisions())
	return w, w.edits.Check(store.Path(corpus.CasesName), here, table.Mistakes)
}

// sameReports refuses results that were made from other reports, since a run
// would put its own cases in the place of those that a person has edited. Reports
// that were moved are the same.
func (o Options) sameReports(before corpus.Manifest, met map[string]corpus.ID, moved map[string]string) error {
	for _, f := range before.Files {
		if _, here := met[f.File]; here {
			return nil
		}
	}
	if len(before.Files) == 0 || len(moved) > 0 {
		return nil
	}
	return &corpus.InputError{Path: o.Out, Reason: fmt.Sprintf("it holds the results of other reports, %s among them: choose another folder, such as --out %s",
		before.Files[0].File, ShellWord(filepath.Clean(o.Out)+"-2"))}
}
