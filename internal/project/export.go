package project

import (
	"encoding/json"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/analysis/workbook"
)

// exportFormats are the formats that [Export] knows.
var exportFormats = []string{"xlsx", "csv", "json"}

// Export writes the results in the folder out, with the decisions brought in
// since the last run, to path: a file, or with csv a folder. It returns a
// [*SelectionError] for an unknown format.
func Export(out, format, path, tool string) error {
	if !slices.Contains(exportFormats, format) {
		return noSelection("there is no format %q: choose from %s", format, strings.Join(exportFormats, ", "))
	}
	result, err := Results(out, Selection{})
	if err != nil {
		return err
	}
	folder, name := filepath.Split(path)
	switch format {
	case "xlsx":
		return writeOutput(folder, output{name, func(w io.Writer) error {
			return workbook.Write(w, result, workbook.Options{Made: []workbook.Fact{{Name: "Made with", Value: tool}}})
		}})
	case "json":
		return writeOutput(folder, output{name, func(w io.Writer) error { return writeJSON(w, result) }})
	default: // csv
		for _, table := range result.Tables() {
			if err := writeOutput(path, output{table.Name + ".csv", table.WriteCSV}); err != nil {
				return err
			}
		}
		return nil
	}
}

func writeJSON(w io.Writer, r *analysis.Result) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(r)
}
