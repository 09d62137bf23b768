package project

import (
	"cmp"
	"context"
	"errors"

	"thematic/analysis"
	"thematic/analysis/workbook"
	"thematic/corpus"
)

// Decisions are the decisions of a project, opened to be read and added to.
type Decisions struct {
	*corpus.Journal
	store *corpus.Store
}

// OpenDecisions opens the decisions that belong to the results in the folder
// out, to add to them. It returns a [*NoResultsError] where there are no results, a
// [*corpus.InputError] where the journal is damaged, and a [*corpus.LockedError] where
// a run is at work on them. holder is named to those who come meanwhile. The caller
// closes them.
func OpenDecisions(out, holder string) (*Decisions, error) {
	dir, err := projectOf(out)
	if err != nil {
		return nil, err
	}
	return decisionsIn(ofRun(corpus.OpenStore(corpus.SystemDisk{}, dir, holder)))
}

// ReadDecisions is [OpenDecisions] to look at them only, while others do: adding to
// them fails.
func ReadDecisions(out string) (*Decisions, error) { return decisionsIn(readProject(out)) }

func decisionsIn(store *corpus.Store, err error) (*Decisions, error) {
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

// Again is the command by which a person has them counted, to be typed as it stands.
func (d *Decisions) Again() string {
	last, _ := readLastRun(d.store) // or in general words
	return last.command(outOf(d.store))
}

// Import reads the table at path, as [workbook.ReadDecisions] does, and keeps
// the decisions in it. Where it fails, none of them is kept: with a
// [*corpus.InputError] where the table, or what it is read against, is at fault, or once ctx is done.
func (d *Decisions) Import(ctx context.Context, path string, by workbook.By, limits corpus.Limits) (*workbook.Import, error) {
	known, found, err := d.known()
	if err != nil {
		return nil, err
	}
	defer found.close()
	file, _, err := corpus.OpenInput(path, "workbook or CSV file with decisions")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	result, err := workbook.ReadDecisions(path, file, known, by, limits)
	if err := cmp.Or(known.Packed.Err(), err, ctx.Err()); err != nil { // or decisions on what could not be had would be rejected
		return nil, err
	}
	return result, d.Append(result.Applied...)
}

// known is what tables are read against, of findings that the caller closes.
func (d *Decisions) known() (workbook.Known, findings, error) {
	found, err := d.findings()
	if err != nil {
		return workbook.Known{}, found, err
	}
	known := workbook.Known{Input: found.WithBeside(), Text: func(id corpus.ID) (*corpus.Text, error) { return textOf(d.store, id) }}
	for _, e := range d.Entries() {
		if e.Decision != nil && e.WithdrawnBy > 0 {
			known.TakenBack = append(known.TakenBack, *e.Decision)
		}
	}
	return known, found, nil
}

// findings are what the last run found, with all decisions. The caller closes them.
func (d *Decisions) findings() (findings, error) {
	found, err := loadFindings(d.store)
	if err != nil {
		return found, err
	}
	if found.Input, err = found.decided(d.store, d.Decisions()); err != nil {
		return findings{}, errors.Join(err, found.close())
	}
	return found, nil
}

// Conflicts lists what people decide differently, and nobody has settled. It counts
// the results anew for that, and fails where what the last run found is damaged.
func (d *Decisions) Conflicts() ([]analysis.Conflict, error) {
	found, err := d.findings()
	if err != nil {
		return nil, err
	}
	defer found.close()
	r, err := analysis.Analyse(found.Input)
	if err != nil {
		return nil, err
	}
	return r.Conflicts, nil
}
