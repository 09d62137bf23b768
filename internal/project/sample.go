package project

import (
	"bytes"
	"context"
	"path/filepath"

	"thematic/analysis"
	"thematic/analysis/workbook"
	"thematic/corpus"
)

// Sample draws reviews or passages from the results in the folder out for a
// second coder, and writes them to path as a workbook that shows no verdict. Warnings
// are as those of [Results]. A draw that cannot be made is a [*SelectionError].
func Sample(ctx context.Context, out string, draw analysis.Draw, path, tool string) (sample *analysis.Sample, warnings []string, err error) {
	r, err := OpenResults(out, Selection{})
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	if len(r.Matrix.Cases) == 0 {
		return nil, nil, &corpus.InputError{Path: out, Reason: "no review counts in these results, so there is none to draw: say in project/cases.csv which are included, and run again"}
	}
	if sample, err = r.Draw(draw); err != nil {
		return nil, nil, noSelection("%v", err)
	}
	manifest, err := r.store.Manifest()
	if err != nil {
		return nil, nil, err
	}
	if sameFile(path, filepath.Join(out, bookName)) {
		return nil, nil, &corpus.InputError{Path: path, Reason: "this is the workbook of the results: name another file for the sample"}
	}
	place, err := replacingBook(r.store, path, "")
	if err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	err = workbook.WriteSample(&b, r.Result, sample, workbook.Options{
		Made:    []workbook.Fact{{Name: "Made with", Value: tool}, {Name: "Codebook", Value: manifest.Codebook}},
		Context: contextOf(r.store),
	})
	if err != nil {
		return nil, nil, err
	}
	aside, err := r.replace(ctx, place, writing(b.Bytes()))
	return sample, append(r.Warnings, aside...), err
}
