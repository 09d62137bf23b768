package project

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
)

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
