package project

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
)

// counting is a run from the documents on. Each step sets what those behind it use.
type counting struct {
	Options
	store     *corpus.Store
	met       []identified
	documents []*corpus.Document
	written   written

	applied  corpus.Applied                    // the cases, since they were joined
	found    findings                          // in them
	last     lastRun                           // without its outcome, which is as large as the results
	putAside func(name string) (remark, error) // see edited
	result   *analysis.Result                  // what is counted
	outdated []string                          // records of earlier versions of the readers
	once     []string                          // warnings of this run that the next, over the same, has no cause for
	outcome  *Outcome                          // with all warnings
	outputs  map[string]string                 // hash of each file that was made, by name
}

// count does the job from the documents on: it joins them into cases, finds the
// themes, counts, and writes the results.
func (o Options) count(ctx context.Context, coder func() (*themes.Coder, error), met []identified, documents []*corpus.Document, written written, store *corpus.Store) (*Outcome, error) {
	if err := o.sweep(store); err != nil {
		return nil, err
	}
	c := &counting{Options: o, store: store, met: met, documents: documents, written: written}
	c.applied = o.group(documents, written.edits)
	c.written.edits = nil                   // has served
	defer func() { _ = c.found.remove() }() // or the next run does
	if err := c.find(ctx, coder); err != nil {
		return nil, err
	}
	if err := c.analyse(); err != nil {
		return nil, err
	}
	aside, err := c.publish(ctx)
	if err == nil {
		err = c.finish()
	}
	if err == nil {
		return c.outcome, nil
	}
	for _, note := range aside {
		err = fmt.Errorf("%w; %s", err, note)
	}
	return nil, err
}

// analyse counts what was found, keeps it, and gathers the warnings.
func (c *counting) analyse() (err error) {
	decisions := c.written.journal.Decisions()
	if c.last, err = readLastRun(c.store); err != nil {
		return err
	}
	other := otherFiles(c.last.Outcome, c.found.Files, decisions)
	c.last.Outcome = nil
	if c.putAside, err = c.edited(); err != nil {
		return err
	}
	if c.result, err = c.found.analyse(decisions, c.store); err != nil {
		return err
	}
	if err := c.saveCoded(); err != nil {
		return err
	}
	c.found.coded = [2]codedFrom{} // has served
	if c.outdated, err = c.store.Outdated(extract.Version); err != nil {
		return err
	}
	unshown, err := c.Unshown(c.Shown(c.result))
	if err != nil {
		return err
	}
	c.once = slices.Concat(c.otherThan(c.last), other, c.written.journal.Warnings(), c.applied.Remarks, outdatedNote(c.outdated))
	c.outcome = &Outcome{Summary: summarise(c.result), Out: c.Out, Warnings: slices.Concat(c.Notes, c.once, warnings(c.result, c.applied), c.subjectBeside(), c.Presentation.Warnings(), unshown)}
	return nil
}

// finish keeps what the next run needs to know, and removes what nothing refers to any
// more.
func (c *counting) finish() error {
	if err := c.saveCases(); err != nil {
		return err
	}
	inputs := "" // of what is said once, or read again: the next run is not the same
	if len(c.once) == 0 && !slices.ContainsFunc(c.documents, func(d *corpus.Document) bool { return d.TryAgain }) {
		var err error
		if inputs, err = c.inputs(c.met, c.store); err != nil {
			return err
		}
	}
	if err := c.dropStale(); err != nil {
		return err
	}
	if err := c.saveLastRun(inputs); err != nil {
		return err
	}
	return cmp.Or(c.forgetHashes(c.store), c.drop(append(c.outdated, c.store.Path(earlierFindings))))
}
