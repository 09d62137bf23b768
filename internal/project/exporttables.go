package project

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

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
// a folder. It says what was put aside there.
func (r *OpenedResults) exportTables(ctx context.Context, folder, made string, formats []datapackage.Format) (aside []string, err error) {
	tables, err := r.Described()
	if err != nil {
		return nil, err
	}
	return r.exportFolder(ctx, folder, func(put func(string, func(io.Writer) error) error) error {
		return datapackage.Write("Practice themes: "+r.Source, made, tables, formats, put)
	})
}

// exportFolder lets fill put files into a folder, which is made where it is missing.
// It says what was put aside there.
func (r *OpenedResults) exportFolder(ctx context.Context, folder string, fill func(put func(name string, write func(io.Writer) error) error) error) (aside []string, err error) {
	if err := notOfProject(r.store, folder); err != nil {
		return nil, err
	}
	if isFile(folder) {
		return nil, &corpus.InputError{Path: folder, Reason: "this is a file: name a folder"}
	}
	own, err := hashesOf(r.store)
	if err != nil {
		return nil, err
	}
	shelf := shelf{r.store.Disk(), folder, r.store, exportedName}
	var written []*replacement
	err = fill(func(name string, write func(io.Writer) error) error {
		path := filepath.Join(folder, filepath.FromSlash(name))
		said, err := changed(shelf.disk, path, own)
		if said != nil && name == bookName {
			said, err = waiting(r.store, path)
		}
		if err != nil {
			return err
		}
		file, err := shelf.put(ctx, output{name, write}.of(r.Result), said)
		written = append(written, file)
		return err
	})
	if errors.Is(err, fs.ErrPermission) {
		err = &corpus.InputError{Path: folder, Reason: unwritable(err)}
	}
	return asideNotes(written), err
}
