package project

import (
	"io"
	"slices"

	"thematic/analysis"
	"thematic/analysis/datapackage"
	"thematic/corpus"
)

// packageFormat is the format of [Export] that stands for all formats of tables.
const packageFormat = "datapackage"

// tableFormats returns the formats in which tables are written for a format of
// [Export], none where it is not one of tables.
func tableFormats(format string) []datapackage.Format {
	if format == packageFormat {
		return datapackage.Formats
	}
	if f := datapackage.Format(format); slices.Contains(datapackage.Formats, f) {
		return []datapackage.Format{f}
	}
	return nil
}

// exportTables writes every table, with the dictionary that describes them, into
// a folder, which is made where it is missing.
func exportTables(folder, made string, r *analysis.Result, formats []datapackage.Format) error {
	tables, err := r.Described()
	if err != nil {
		return err
	}
	return datapackage.Write("Practice themes: "+r.Source, made, tables, formats, func(name string, write func(io.Writer) error) error {
		_, err := writeOutput(corpus.SystemDisk{}, folder, output{name, write}, nil)
		return err
	})
}
