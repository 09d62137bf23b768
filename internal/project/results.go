package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
)

// NoResultsError says that a folder holds no results.
type NoResultsError struct {
	Folder string
	Flag   string // that names another folder, such as --out
	Here   bool   // whether the folder that the program was started in holds some
}

// Error names the folder, and what to do.
func (e *NoResultsError) Error() string {
	if e.Here {
		return e.Folder + ": there are no results here, but the folder that you are in holds some: give " + e.Flag + " ."
	}
	return e.Folder + ": there are no results here: run 'thematic run FOLDER' first, or name the folder of the results with " + e.Flag
}

// projectFolder is where the project of the results in the folder out lies.
func projectFolder(out string) string { return filepath.Join(out, "project") }

// outOf is the folder of the results that a project is of, wherever it has come to.
func outOf(store *corpus.Store) string { return filepath.Dir(store.Path("")) }

// projectOf is the folder of the project below the results in the folder out. It
// returns a [*NoResultsError] where there are none, a [*corpus.LockedError] where the run
// that makes them is at work, and a [*corpus.InputError] where they cannot be read.
func projectOf(out string) (string, error) {
	dir := projectFolder(out)
	if isFile(out) {
		return "", &corpus.InputError{Path: out, Reason: "this is a file: name the folder of the results"}
	}
	_, err := os.Stat(filepath.Join(dir, findingsName))
	switch {
	case errors.Is(err, fs.ErrNotExist) && IsResults(out):
		store, err := corpus.ReadStore(corpus.SystemDisk{}, dir)
		if err != nil {
			return "", err
		}
		defer store.Close()
		return "", otherVersion(store, errEarlier)
	case errors.Is(err, fs.ErrNotExist):
		if err := corpus.Busy(dir); errors.Is(err, corpus.ErrLocked) { // by the first run
			return "", err
		}
		return "", &NoResultsError{Folder: out, Flag: "--out", Here: IsResults(".")}
	case err != nil:
		return "", &corpus.InputError{Path: out, Reason: plain(err)}
	}
	return dir, nil
}

// otherVersion says that results are of another version of the program, as which says, and
// how to have them made anew.
func otherVersion(store *corpus.Store, which error) error {
	return &corpus.InputError{Path: outOf(store), Reason: which.Error() + "; what people wrote and decided is kept when you " + againIn(store)}
}

// isFile reports whether something is at path and is no folder.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// IsResults reports whether a folder is one of results, be it of an earlier version.
func IsResults(folder string) bool {
	return slices.ContainsFunc([]string{findingsName, earlierFindings}, func(name string) bool {
		_, err := os.Stat(filepath.Join(projectFolder(folder), name))
		return err == nil
	})
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

// Names returns the ids of the themes in the results in the folder out, and the areas of
// their reviews, for a shell to offer: none where there are no results to be had.
func Names(out string) (themes, areas []string) {
	store, err := readProject(out)
	if err != nil {
		return nil, nil
	}
	defer store.Close()
	found, err := loadFindings(store)
	if err != nil {
		return nil, nil
	}
	defer found.close()
	for _, t := range found.Themes {
		themes = append(themes, t.ID)
	}
	return themes, names(found.Cases, areaIfCounted)
}

// OpenedResults are what the last run found, counted again. Their passages can be gone
// through until they are closed; whoever does asks their Err behind the last.
type OpenedResults struct {
	*analysis.Result
	// Warnings say what is wrong with the file of the decisions, so that some are not
	// among them.
	Warnings []string

	store *corpus.Store
	found findings
}

// OpenResults counts again what the last run found, with the decisions that were
// brought in since, for the reviews and themes selected. No run can be at work on them
// until they are closed. It fails as [Results] does.
func OpenResults(out string, sel Selection) (*OpenedResults, error) {
	store, err := readProject(out)
	if err != nil {
		return nil, err
	}
	r := &OpenedResults{store: store}
	if err := r.count(sel); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// Close lets runs at the project again.
func (r *OpenedResults) Close() error { return errors.Join(r.found.close(), r.store.Close()) }

// Results is [OpenResults] of which the passages are not asked for: they cannot be gone
// through any more. It returns a [*NoResultsError] where there are no results, a
// [*corpus.InputError] where they are damaged or of an earlier version, a
// [*corpus.LockedError] where a run is at work on them, and a [*SelectionError] where
// what is selected is not in them.
func Results(out string, sel Selection) (r *analysis.Result, warnings []string, err error) {
	results, err := OpenResults(out, sel)
	if err != nil {
		return nil, nil, err
	}
	return results.Result, results.Warnings, results.Close()
}

func (r *OpenedResults) count(sel Selection) (err error) {
	if r.found, err = loadFindings(r.store); err != nil {
		return err
	}
	journal, err := r.store.Journal()
	if err != nil {
		return err
	}
	r.Warnings = journal.Warnings()
	in, err := r.found.decided(r.store, journal.Decisions())
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
