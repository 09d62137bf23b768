package project

import (
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/extract"
)

// saveCases writes cases.csv and the manifest. The manifest goes first, with
// what was proposed before and now, so that a crash between the two does not
// make edits of a person out of what was proposed.
// The cases are those of a person's edits, without the decisions in the
// journal: these stand there, can be taken back, and are shown beside.
// It refuses to write over a cases.csv that is another than was read, since a person
// has saved it meanwhile.
func (c *counting) saveCases() error {
	table, err := c.store.Cases()
	if err != nil {
		return err
	}
	if table.Sum != c.written.table {
		return &corpus.InputError{Path: c.store.Path(corpus.CasesName), Reason: "it was saved while the run was at work, and is left as it is: run again, and what it says now counts"}
	}
	before, err := settled(c.store, table.Rows)
	if err != nil {
		return err
	}
	between := before
	between.Earlier, between.Proposed = before.Proposed, c.applied.Proposed
	if err := c.store.SaveManifest(between); err != nil {
		return err
	}
	rows := slices.Concat(byID(besideDecisions(c.applied.Cases, c.result.Cases)), c.applied.Kept)
	if err := c.store.WriteFile(corpus.CasesName, corpus.CasesCSV(rows)); err != nil {
		return irreplaceable(c.store.Path(corpus.CasesName), err)
	}
	now := c.manifest()
	now.Gone = before.Left(c.applied.Kept, now.Files)
	return c.store.SaveManifest(now)
}

// besideDecisions returns the cases with what people decided otherwise, as they are
// counted, in a column of its own.
func besideDecisions(cases, counted []corpus.Case) []corpus.Case {
	decided := map[string]corpus.Case{}
	for _, c := range counted {
		decided[c.ID] = c
	}
	shown := slices.Clone(cases)
	for i, c := range shown {
		var said []string
		for _, column := range corpus.CaseColumns {
			if now := decided[c.ID].Column(column); !analysis.SameCell(column, c.Column(column), now) {
				said = append(said, strings.TrimSpace(column+" "+now))
			}
		}
		if len(said) > 0 {
			shown[i].Columns = append(slices.Clip(c.Columns), corpus.Column{Name: corpus.ColumnDecided, Value: strings.Join(said, "; ")})
		}
	}
	return shown
}

func byID(cases []corpus.Case) []corpus.Case {
	return slices.SortedFunc(slices.Values(cases), func(a, b corpus.Case) int { return strings.Compare(a.ID, b.ID) })
}

// manifest records what was met and what was proposed.
func (c *counting) manifest() corpus.Manifest {
	m := corpus.Manifest{
		Tool: c.Tool, Reader: extract.Version, Codebook: c.codebookID(),
		Proposed: c.applied.Proposed, Counts: c.result.Tally.Statuses,
	}
	for _, d := range c.documents {
		m.Files = append(m.Files, corpus.ManifestFile{File: d.File, ID: d.ID, Size: d.Size, Status: d.Status, Reason: d.Reason})
	}
	return m
}

// group proposes the cases and lays over them what a person wrote.
func (o Options) group(documents []*corpus.Document, edits *corpus.Edits) corpus.Applied {
	counts := func(k corpus.Kind) bool { return k.In(o.Kinds) }
	fixed := edits.Fixed()
	repeats := corpus.MarkDuplicates(documents, fixed)
	proposed := corpus.Group(documents, repeats, fixed, counts)
	for _, d := range documents {
		d.Sketch, d.Facts = corpus.Sketch{}, nil // have served
	}
	return edits.Apply(proposed, counts)
}

// settled returns what the last run met and proposed, as the rows of cases.csv tell which
// that is. Of many reviews it is large: a run reads it again where it needs it again.
func settled(store *corpus.Store, rows []corpus.CaseRow) (corpus.Manifest, error) {
	before, err := store.Manifest()
	if err == nil {
		before.Settle(rows)
	}
	return before, err
}
