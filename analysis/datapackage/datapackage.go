package datapackage

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"thematic/analysis"
)

// Format is a way to write tables.
type Format string

// The formats.
const (
	CSV     Format = "csv"
	JSONL   Format = "jsonl"
	Parquet Format = "parquet"
)

// Formats lists every format.
var Formats = []Format{CSV, JSONL, Parquet}

// write writes a table in the format.
func (f Format) write(w io.Writer, t analysis.Described) error {
	switch f {
	case CSV:
		return t.WriteCSV(w)
	case JSONL:
		return writeJSONL(w, t)
	case Parquet:
		return writeParquet(w, t)
	}
	return fmt.Errorf("there is no format %q", f)
}

// mediaType is the type of files of the format.
func (f Format) mediaType() string {
	switch f {
	case CSV:
		return "text/csv"
	case JSONL:
		return "application/jsonl"
	}
	return "application/vnd.apache.parquet"
}

// descriptorName is the name of the file that describes a package.
const descriptorName = "datapackage.json"

// descriptor is a data package.
type descriptor struct {
	Schema      string     `json:"$schema"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Resources   []resource `json:"resources"`
}

// resource is a file of a package.
type resource struct {
	Name      string `json:"name"`
	Path      string `json:"path"`
	Type      string `json:"type"`
	Title     string `json:"title"`
	Format    string `json:"format"`
	MediaType string `json:"mediatype"`
	Encoding  string `json:"encoding,omitempty"`
	Bytes     int64  `json:"bytes"`
	Hash      string `json:"hash"`
	Schema    schema `json:"schema"`
}

type schema struct {
	Fields        []field  `json:"fields"`
	MissingValues []string `json:"missingValues,omitempty"`
	PrimaryKey    []string `json:"primaryKey,omitempty"`
}

type field struct {
	Name        string              `json:"name"`
	Type        analysis.ColumnType `json:"type"`
	Description string              `json:"description"`
	// MissingValues of a string is no value, since an empty text is one.
	MissingValues *[]string `json:"missingValues,omitempty"`
}

// Write makes the files of a package, every table in every format, and hands each
// to save; the last is [descriptorName]. Title and made, which says how the tables
// were made, stand in that. The first of the formats gives the resources their plain
// names.
func Write(title, made string, tables []analysis.Described, formats []Format, save func(name string, write func(io.Writer) error) error) error {
	d := descriptor{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json", Name: "thematic", Title: title, Description: made, Resources: []resource{},
	}
	for _, t := range tables {
		for i, f := range formats {
			r := describe(t, f)
			if i > 0 {
				r.Name += "." + string(f)
			}
			hash, size := sha256.New(), &counter{w: io.Discard}
			if err := save(r.Path, func(w io.Writer) error { return f.write(io.MultiWriter(w, hash, size), t) }); err != nil {
				return err
			}
			r.Bytes, r.Hash = size.n, "sha256:"+hex.EncodeToString(hash.Sum(nil))
			d.Resources = append(d.Resources, r)
		}
	}
	return save(descriptorName, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(d)
	})
}

// describe returns the entry of a table, but for its size and hash.
func describe(t analysis.Described, f Format) resource {
	r := resource{
		Name: t.Name, Path: t.Name + "." + string(f), Type: "table", Title: t.Title, Format: string(f), MediaType: f.mediaType(),
		Schema: schema{PrimaryKey: slices.Clone(t.Key)},
	}
	if f != Parquet {
		r.Encoding = "utf-8"
	}
	if f == CSV {
		r.Schema.MissingValues = []string{"", "n/a"}
	}
	for _, c := range t.Columns {
		column := field{Name: c.Name, Type: c.Type, Description: c.Description}
		if f == CSV && c.Type == analysis.StringColumn {
			column.MissingValues = &[]string{}
		}
		r.Schema.Fields = append(r.Schema.Fields, column)
	}
	return r
}
