package project

import (
	"context"
	"errors"
	"os"
	"runtime"
	"strings"
	"sync"

	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
)

// Options say what to run over and where to put the results.
type Options struct {
	Folder   string           // of reports; never written to
	Out      string           // folder of results; created where it is missing
	Codebook *themes.Codebook // what to look for
	Opinion  themes.Opinion   // a model for that; nil for the rules alone
	Notes    []string         // printed and logged before the run's own warnings
	Typed    Typed            // how a person asked for it
	Beside   *themes.Codebook // circumstances to show apart from that; nil for none
	Tool     string           // name and version of the program, for the record
	Build    string           // tells one build of the program from another
	Holder   string           // who is at work, for those who come meanwhile
	Reader   []string         // the command that starts a reading process
	Engines  extract.Options  // what reads a PDF beside its text layer
	Workers  int              // reading processes; at least 1
	Kinds    []corpus.Kind    // kinds of document that count
	Limits   corpus.Limits
	Disk     corpus.Disk    // where the results are kept
	Progress func(Progress) // called from one goroutine at a time; nil for none
	Presentation
}

// Progress is how far the reading has come.
type Progress struct {
	Done, Total int
	File        string // read last
}

// Run does the whole job. It returns a [*corpus.LockedError] where another run is at
// work on the same results, a [*corpus.InputError] for a folder or file of the
// user's that cannot be used, and the context's error where it was cancelled;
// what was read until then is kept.
func Run(ctx context.Context, o Options) (*Outcome, error) {
	root, found, err := o.openFolder()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	store, err := o.openStore()
	if err != nil {
		return nil, err
	}
	defer store.Close()
	return o.run(ctx, root, found, store)
}

// CheckFolder returns a [*corpus.InputError] where no folder of reports is at path.
func CheckFolder(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &corpus.InputError{Path: path, Reason: "there is no such folder: check the name"}
	case err != nil:
		return &corpus.InputError{Path: path, Reason: plain(err) + misquoted(path, runtime.GOOS)}
	case !info.IsDir():
		return &corpus.InputError{Path: path, Reason: "this is a file: name the folder it lies in"}
	}
	return nil
}

// openFolder lists the folder of reports. The caller closes root.
func (o Options) openFolder() (root *os.Root, found []corpus.Found, err error) {
	if err := CheckFolder(o.Folder); err != nil {
		return nil, nil, err
	}
	root, err = os.OpenRoot(o.Folder)
	if err != nil {
		return nil, nil, &corpus.InputError{Path: o.Folder, Reason: "the folder cannot be opened: " + plain(err)}
	}
	found, err = corpus.List(root)
	switch {
	case err != nil:
		err = &corpus.InputError{Path: o.Folder, Reason: plain(err)}
	case len(found) == 0:
		err = &corpus.InputError{Path: o.Folder, Reason: "the folder is empty: put the reports into it, or name another"}
	default:
		return root, found, nil
	}
	root.Close()
	return nil, nil, err
}

// openStore opens the project below the folder of results, to write to, where
// that can work.
func (o Options) openStore() (*corpus.Store, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	if err := o.Disk.MkdirAll(o.Out); err != nil {
		return nil, &corpus.InputError{Path: o.Out, Reason: "the results cannot be written there (" + plain(err) + "): choose another folder with --out" + misquoted(o.Out, runtime.GOOS)}
	}
	return ofRun(corpus.OpenStore(o.Disk, projectFolder(o.Out), o.Holder))
}

// run is the flow, step by step.
func (o Options) run(ctx context.Context, root *os.Root, found []corpus.Found, store *corpus.Store) (*Outcome, error) {
	met, err := o.identify(ctx, root, found, nil)
	if err != nil {
		return nil, err
	}
	inputs, err := o.inputs(met, store)
	if err != nil {
		return nil, err
	}
	if outcome, same := o.unchanged(ctx, inputs, store); same {
		return outcome, o.forgetHashes(store) // a run may have come to its end all but for this
	}
	written, err := o.written(met, store)
	if err != nil {
		return nil, err
	}
	coder := sync.OnceValues(o.coder)
	var preparing sync.WaitGroup
	defer preparing.Wait()
	preparing.Go(func() { coder(); themes.Prepare() }) // while files are read
	documents, kept, warned, err := o.read(ctx, root, met, store)
	if err != nil {
		return nil, err
	}
	outcome, err := o.count(ctx, coder, met, documents, written, store)
	if err == nil {
		outcome.Kept, outcome.Warnings = kept, append(outcome.Warnings, warned...)
	}
	return outcome, err
}

// check refuses what cannot work before anything is read or written.
func (o Options) check() error {
	if err := o.Codebook.OfPractice(); err != nil {
		return noSelection("%v: show them beside a codebook of practice, with --beside", err)
	}
	if o.Beside != nil && o.Beside.Counts != themes.CountsFactors {
		return noSelection("the codebook %s counts %s, and what is shown beside it are factors: use it by itself, with --codebook", o.Beside.Name, o.Beside.Counts)
	}
	if err := o.Presentation.Check(Themes(o.Codebook)); err != nil {
		return err
	}
	if IsResults(o.Folder) {
		return &corpus.InputError{Path: o.Folder, Reason: "this is a folder of results: name the folder of the reports"}
	}
	inside, err := within(o.Folder, o.Out)
	if err != nil {
		return err
	}
	if inside {
		return &corpus.InputError{Path: o.Out, Reason: "the results would lie inside the folder of reports: choose another folder with --out"}
	}
	if _, err := os.Lstat(o.Out); err != nil {
		return nil // it is made, or that fails with its own reason
	}
	switch info, err := os.Stat(o.Out); {
	case err != nil:
		return &corpus.InputError{Path: o.Out, Reason: "this is a link to what is not there: choose another folder with --out"}
	case !info.IsDir():
		return &corpus.InputError{Path: o.Out, Reason: "this is a file: choose a folder with --out"}
	}
	return nil
}

// plain is the reason at the bottom of err in words, without the full stop that
// Windows sets behind it.
func plain(err error) string { return strings.TrimSuffix(corpus.Cause(err).Error(), ".") }
