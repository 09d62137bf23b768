package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"slices"
)

// Manifest is what the last run met, and what it proposed for cases.csv. A
// cell of cases.csv that differs from its proposal was edited by a person.
type Manifest struct {
	Tool     string         `json:"tool"`
	Reader   string         `json:"reader"`
	Codebook string         `json:"codebook"` // name, version and hash
	Files    []ManifestFile `json:"files"`
	// Gone are the files of rows of cases.csv that are kept though no file of
	// them was met: they may come back under another name.
	Gone     []ManifestFile `json:"gone,omitempty"`
	Proposed []Case         `json:"proposed"`
	// Earlier is what the run before proposed, while it is not known whether
	// cases.csv has been written anew: see [Manifest.Settle].
	Earlier []Case         `json:"earlier,omitempty"`
	Counts  map[Status]int `json:"counts"`
}

// ManifestFile is one file of a [Manifest].
type ManifestFile struct {
	File   string `json:"file"`
	ID     ID     `json:"id,omitempty"`
	Size   int64  `json:"size"`
	Status Status `json:"status"`
	Reason string `json:"reason,omitempty"`
}

// Moved says where files lie now that were met last time, or are of a row that
// was kept since, under another path and are there no more: where the same bytes
// have come. Of several with the same bytes the first went to the first. met has
// the bytes of each file by its path, "" where it was not read.
func (m Manifest) Moved(met map[string]ID) map[string]string {
	known, before := slices.Concat(m.Files, m.Gone), map[string]bool{}
	for _, f := range known {
		before[f.File] = true
	}
	come := map[ID][]string{}
	for _, file := range slices.Sorted(maps.Keys(met)) {
		if id := met[file]; id != "" && !before[file] {
			come[id] = append(come[id], file)
		}
	}
	moved := map[string]string{}
	for _, f := range known {
		if _, here := met[f.File]; !here && len(come[f.ID]) > 0 {
			moved[f.File], come[f.ID] = come[f.ID][0], come[f.ID][1:]
		}
	}
	return moved
}

// Left returns the files of rows kept by a run that met files, as m has them,
// that it did not meet: what [Manifest.Gone] of the next is.
func (m Manifest) Left(kept []Case, files []ManifestFile) []ManifestFile {
	wanted := map[string]bool{}
	for _, c := range kept {
		for _, file := range c.Files {
			wanted[file] = true
		}
	}
	for _, f := range files {
		delete(wanted, f.File)
	}
	return slices.DeleteFunc(slices.Concat(m.Files, m.Gone), func(f ManifestFile) bool { return f.ID == "" || !wanted[f.File] })
}

// Manifest returns the manifest of the last run; the zero Manifest before the
// first.
func (s *Store) Manifest() (Manifest, error) {
	path := s.Path(manifestName)
	data, err := s.disk.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Manifest{}, nil
	}
	if err != nil {
		return Manifest{}, fmt.Errorf("read the project: %w", err)
	}
	var m Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return Manifest{}, &InputError{Path: path, Reason: "damaged (" + err.Error() + "): remove it to begin the project afresh"}
	}
	return m, nil
}

// SaveManifest writes m, when the results that it speaks of stand.
func (s *Store) SaveManifest(m Manifest) error { return s.WriteWith(manifestName, m.write) }

// write writes m as indented JSON, item by item: of many thousand reviews it takes some
// 40 MB, and as much again while it is indented.
func (m Manifest) write(w io.Writer) error {
	out := &jsonObject{to: w}
	out.member("tool", m.Tool)
	out.member("reader", m.Reader)
	out.member("codebook", m.Codebook)
	jsonList(out, "files", m.Files)
	if len(m.Gone) > 0 {
		jsonList(out, "gone", m.Gone)
	}
	jsonList(out, "proposed", m.Proposed)
	if len(m.Earlier) > 0 {
		jsonList(out, "earlier", m.Earlier)
	}
	out.member("counts", m.Counts)
	out.put("\n}\n")
	return out.err
}

// jsonObject is an object that is written member by member, as [json.MarshalIndent]
// writes it with a space as its indent. Its first error stays.
type jsonObject struct {
	to    io.Writer
	begun bool // it has a member
	err   error
}

func (o *jsonObject) put(text string) {
	if o.err == nil {
		_, o.err = io.WriteString(o.to, text)
	}
}

// value writes a value that is indented by so many spaces.
func (o *jsonObject) value(v any, indent string) {
	data, err := json.MarshalIndent(v, indent, " ")
	if o.err == nil {
		o.err = err
	}
	o.put(string(data))
}

// name begins a member.
func (o *jsonObject) name(name string) {
	before := "{"
	if o.begun {
		before = ","
	}
	o.begun = true
	o.put(before + "\n \"" + name + "\": ")
}

func (o *jsonObject) member(name string, v any) {
	o.name(name)
	o.value(v, " ")
}

// jsonList writes a member with items, of which one at a time is in memory as JSON.
func jsonList[T any](o *jsonObject, name string, items []T) {
	if len(items) == 0 {
		o.member(name, items)
		return
	}
	o.name(name)
	if o.err == nil {
		o.err = WriteJSONList(o.to, slices.Values(items), JSONStyle{Indent: " ", Escapes: true})
	}
}

// JSONStyle is how a list in JSON is written.
type JSONStyle struct {
	Indent  string // spaces before its last bracket
	Escapes bool   // <, > and & are written as \u003c and the like
}

// WriteJSONList writes items as a list in JSON that is indented by one space for each
// level, one of them at a time in memory.
func WriteJSONList[T any](w io.Writer, items iter.Seq[T], style JSONStyle) error {
	indent := style.Indent
	var one bytes.Buffer
	encoder := json.NewEncoder(&one)
	encoder.SetEscapeHTML(style.Escapes)
	encoder.SetIndent(indent+" ", " ")
	before, end := "[", "[]"
	for item := range items {
		one.Reset()
		if err := encoder.Encode(item); err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s\n%s %s", before, indent, bytes.TrimSuffix(one.Bytes(), []byte("\n"))); err != nil {
			return err
		}
		before, end = ",", "\n"+indent+"]"
	}
	_, err := io.WriteString(w, end)
	return err
}
