package project

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/extract"
)

// output is one file of the results.
type output struct {
	name  string // below the folder of results
	write func(io.Writer) error
}

// of returns out so that it fails where passages of r were not to be had, without
// which it would be written.
func (out output) of(r *analysis.Result) output {
	return output{out.name, func(w io.Writer) error {
		err := out.write(w)
		return cmp.Or(r.Err(), err)
	}}
}

// publish writes every file of the results, each whole or not at all, and
// returns the hash of each by its name, and what there is to say of those that
// somebody has edited, which are put aside: the latter also where it fails.
func (o Options) publish(ctx context.Context, result *analysis.Result, warnings []string, edited func(name string) (remark, error), store *corpus.Store) (made map[string]string, aside []string, err error) {
	figures, err := o.runFigures(o.Shown(result))
	if err != nil {
		return nil, nil, err
	}
	outputs := append(tableOutputs(result), o.documents(result, figures, store)...)
	for _, f := range figures {
		outputs = append(outputs, o.figureOutputs(f)...)
	}
	shelf := shelf{o.Disk, o.Out, store, unfinishedName}
	written := make([]*replacement, len(outputs))
	err = forEach(ctx, o.inHand(), len(outputs), func(i int) error {
		said, err := edited(outputs[i].name)
		if err != nil {
			return err
		}
		written[i], err = shelf.put(outputs[i].of(result), said)
		outputs[i].write = nil // with all that it held
		return err
	})
	aside = asideNotes(written)
	if err != nil {
		return nil, aside, err
	}
	made = map[string]string{}
	for i, out := range outputs {
		made[out.name] = written[i].hash
	}
	old, err := o.putLogAside(logOutput(result, slices.Concat(warnings, aside)), edited)
	aside = append(aside, old...)
	if err != nil {
		return nil, aside, err
	}
	log, err := shelf.put(logOutput(result, slices.Concat(warnings, aside)), nil)
	if err != nil {
		return nil, aside, err
	}
	made[logName] = log.hash
	return made, aside, nil
}

// putLogAside puts a log aside that is another than log and that somebody has edited,
// before the new one is written, in which that stands.
func (o Options) putLogAside(log output, edited func(name string) (remark, error)) (notes []string, err error) {
	said, err := edited(logName)
	if err != nil || said == nil {
		return nil, err
	}
	hash := sha256.New()
	if err := log.write(hash); err != nil {
		return nil, err
	}
	old := &replacement{disk: o.Disk, path: filepath.Join(o.Out, logName), said: said, hash: hex.EncodeToString(hash.Sum(nil))}
	if err := old.putAside(); err != nil || old.kept == "" {
		return nil, err
	}
	return []string{old.note}, nil
}

// shelf is a folder into which files are put, whose hashes a file of the project keeps.
type shelf struct {
	disk   corpus.Disk
	folder string
	store  *corpus.Store
	noted  string // the file of the project
}

// put writes one file. What is there is put aside where something is to be said of
// it, which can be told also where it fails.
func (s shelf) put(out output, said remark) (*replacement, error) {
	path := filepath.Join(s.folder, filepath.FromSlash(out.name))
	if err := s.disk.MkdirAll(filepath.Dir(path)); err != nil {
		return nil, fmt.Errorf("write %s: %w", path, err)
	}
	written := &replacement{disk: s.disk, path: path, name: out.name, said: said}
	var making error
	err := corpus.WriteWith(s.disk, path, func(w io.Writer) error {
		if err := written.fill(s.store, s.noted, out.write)(w); err != nil {
			making = fmt.Errorf("make %s: %w", out.name, err)
		}
		return making
	})
	switch {
	case err == nil:
		return written, nil
	case err == making:
		return written, making
	}
	return written, irreplaceable(path, err)
}

// irreplaceable says that a file of the results could not be written over, as on
// Windows one that a program has open. A full disk has another remedy.
func irreplaceable(path string, err error) error {
	if corpus.DiskFull(err) {
		return err
	}
	if cause := errors.Unwrap(err); cause != nil {
		err = cause // without the path
	}
	return &corpus.InputError{Path: path, Reason: "it cannot be replaced (" + plain(err) + "): close the program that has it open, and run again"}
}

func tableOutputs(r *analysis.Result) []output {
	var outputs []output
	for _, table := range r.Tables() {
		outputs = append(outputs, output{"tables/" + table.Name + ".csv", table.WriteCSV})
	}
	return outputs
}

// PrintDPI is the resolution of pictures meant for print.
const PrintDPI = 300

func (p Presentation) figureOutputs(f NamedFigure) []output {
	return []output{
		{"charts/" + f.Name + ".svg", f.WriteSVG},
		{"charts/" + f.Name + ".png", func(w io.Writer) error { return f.WritePNG(w, p.dpi(PrintDPI)) }},
		{"charts/" + f.Name + ".pdf", f.WritePDF},
	}
}

// codebookID names the codebook, and the one beside it, with a hash of what it
// says, and the model where there is one.
func (o Options) codebookID() string {
	id := fmt.Sprintf("%s %s (%s)", o.Codebook.Name, o.Codebook.Version, o.Codebook.Hash()[:12])
	if model := o.modelName(); model != "" {
		id += ", " + model
	}
	if b := o.Beside; b != nil {
		id += fmt.Sprintf(", beside it %s %s (%s)", b.Name, b.Version, b.Hash()[:12])
	}
	return id
}

// modelName names the model that judges beside the codebook, "" for none.
func (o Options) modelName() string {
	if o.Opinion == nil {
		return ""
	}
	return o.Opinion.Name()
}

// saveCases writes cases.csv and the manifest. The manifest goes first, with
// what was proposed before and now, so that a crash between the two does not
// make edits of a person out of what was proposed.
// The cases are those of a person's edits, without the decisions in the
// journal: these stand there, can be taken back, and are shown beside.
// It refuses to write over a cases.csv of another sum than was read, since a person
// has saved it meanwhile.
func (o Options) saveCases(documents []*corpus.Document, read [sha256.Size]byte, a corpus.Applied, r *analysis.Result, store *corpus.Store) error {
	table, err := store.Cases()
	if err != nil {
		return err
	}
	if table.Sum != read {
		return &corpus.InputError{Path: store.Path(corpus.CasesName), Reason: "it was saved while the run was at work, and is left as it is: run again, and what it says now counts"}
	}
	before, err := settled(store, table.Rows)
	if err != nil {
		return err
	}
	between := before
	between.Earlier, between.Proposed = before.Proposed, a.Proposed
	if err := store.SaveManifest(between); err != nil {
		return err
	}
	if err := store.WriteFile(corpus.CasesName, corpus.CasesCSV(slices.Concat(byID(besideDecisions(a.Cases, r.Cases)), a.Kept))); err != nil {
		return irreplaceable(store.Path(corpus.CasesName), err)
	}
	now := o.manifest(documents, a.Proposed, r)
	now.Gone = before.Left(a.Kept, now.Files)
	return store.SaveManifest(now)
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
func (o Options) manifest(documents []*corpus.Document, proposed []corpus.Case, r *analysis.Result) corpus.Manifest {
	m := corpus.Manifest{
		Tool: o.Tool, Reader: extract.Version, Codebook: o.codebookID(),
		Proposed: proposed, Counts: r.Tally.Statuses,
	}
	for _, d := range documents {
		m.Files = append(m.Files, corpus.ManifestFile{File: d.File, ID: d.ID, Size: d.Size, Status: d.Status, Reason: d.Reason})
	}
	return m
}
