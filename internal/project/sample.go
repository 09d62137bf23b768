package project

import (
	"bytes"

	"thematic/analysis"
	"thematic/analysis/workbook"
)

// Sample draws reviews or passages from the results in the folder out for a
// second coder, and writes them to path as a workbook that shows no verdict. A
// draw that cannot be made is a [*SelectionError].
func Sample(out string, draw analysis.Draw, path, tool string) (*analysis.Sample, error) {
	result, store, err := openResults(out, Selection{})
	if err != nil {
		return nil, err
	}
	defer store.Close()
	sample, err := result.Draw(draw)
	if err != nil {
		return nil, noSelection("%v", err)
	}
	manifest, err := store.Manifest()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = workbook.WriteSample(&b, result, sample, workbook.Options{
		Made:    []workbook.Fact{{Name: "Made with", Value: tool}, {Name: "Codebook", Value: manifest.Codebook}},
		Context: contextOf(store),
	})
	if err != nil {
		return nil, err
	}
	return sample, WriteFile(path, b.Bytes())
}
