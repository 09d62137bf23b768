package project

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"slices"

	"thematic/analysis"
)

// publish writes every file of the results, each whole or not at all, and notes
// their hashes. It returns what there is to say of those that somebody has edited,
// which are put aside, also where it fails.
func (c *counting) publish(ctx context.Context) (aside []string, err error) {
	outputs, err := c.allButTheLog()
	if err != nil {
		return nil, err
	}
	shelf := shelf{c.Disk, c.Out, c.store, unfinishedName}
	written := make([]*replacement, len(outputs))
	err = forEach(ctx, c.inHand(), len(outputs), func(i int) error {
		said, err := c.putAside(outputs[i].name)
		if err != nil {
			return err
		}
		written[i], err = shelf.put(ctx, outputs[i].of(c.result), said)
		outputs[i].write = nil // with all that it held
		return err
	})
	aside = asideNotes(written)
	if err != nil {
		return aside, err
	}
	c.outputs = map[string]string{}
	for i, out := range outputs {
		c.outputs[out.name] = written[i].hash
	}
	old, err := c.publishLog(ctx, shelf, slices.Concat(c.outcome.Warnings, aside))
	aside = append(aside, old...)
	if err != nil {
		return aside, err
	}
	c.outcome.Warnings, c.once = append(c.outcome.Warnings, aside...), append(c.once, aside...)
	return aside, c.found.remove()
}

// allButTheLog are the files of the results but for the log, which says what was put
// aside for them.
func (c *counting) allButTheLog() ([]output, error) {
	figures, err := c.runFigures(c.Shown(c.result))
	if err != nil {
		return nil, err
	}
	outputs := append(tableOutputs(c.result), c.bookAndBriefing(c.result, c.found.Uncoded, figures, c.store)...)
	for _, f := range figures {
		outputs = append(outputs, c.figureOutputs(f)...)
	}
	return outputs, nil
}

// publishLog writes the log, and returns what there is to say of an edited one, which
// is put aside, also where it fails.
func (c *counting) publishLog(ctx context.Context, shelf shelf, warnings []string) (aside []string, err error) {
	if aside, err = c.putLogAside(logOutput(c.result, warnings)); err != nil {
		return nil, err
	}
	log, err := shelf.put(ctx, logOutput(c.result, slices.Concat(warnings, aside)), nil)
	if err == nil {
		c.outputs[logName] = log.hash
	}
	return aside, err
}

// putLogAside puts a log aside that is another than log and that somebody has edited,
// before the new one is written, in which that stands.
func (c *counting) putLogAside(log output) (notes []string, err error) {
	said, err := c.putAside(logName)
	if err != nil || said == nil {
		return nil, err
	}
	hash := sha256.New()
	if err := log.write(hash); err != nil {
		return nil, err
	}
	old := &replacement{disk: c.Disk, path: filepath.Join(c.Out, logName), said: said, hash: hex.EncodeToString(hash.Sum(nil))}
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
