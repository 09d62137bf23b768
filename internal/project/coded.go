package project

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
)

// codedName is the file of the project that says from what the codings in
// [findingsName] were made, so that those of a document need not be made again where
// they would be the same: with the same codebook, or with one that differs only in
// patterns none of which finds anything in it. Of each codebook it has a line, a checksum
// and in JSON a [codedFrom]. It can be removed without loss.
const codedName = "coded.jsonl"

// codedFrom says from what codings were made.
type codedFrom struct {
	Codebook  string          `json:"codebook"` // as it was read
	Documents []codedDocument `json:"documents"`
}

// codedDocument says from what the codings of one document were made, and what they
// are, and the sentences of [findings.Uncoded]: whatever else lies in their place is not
// they.
type codedDocument struct {
	File   string      `json:"file"`
	Kind   corpus.Kind `json:"kind"`
	Record string      `json:"record"` // its checksum
	corpus.PackedDocument
	Uncoded corpus.PackedDocument `json:"uncoded,omitzero"`
}

// codeKey is what coding depends on beside the document and the codebook: the build of
// the program, how the texts were read, and the model.
func (o Options) codeKey() (string, error) {
	key, err := o.judgeKey()
	return key + " " + o.modelName(), err
}

// saveCoded notes from what the codings were made.
func (c *counting) saveCoded() error {
	key, err := c.codeKey()
	if err != nil {
		return err
	}
	return c.store.WriteWith(codedName, func(w io.Writer) error {
		coded := c.found.coded
		packed, beside := c.found.packed()
		for i, part := range []*corpus.PackedCodings{packed, beside} {
			if part == nil {
				continue
			}
			for k, d := range part.Index() {
				coded[i].Documents[k].PackedDocument = d
			}
			if i == 0 {
				for k, d := range c.found.Uncoded.Index() {
					coded[0].Documents[k].Uncoded = d
				}
			}
			line, err := json.Marshal(coded[i])
			if err != nil {
				return fmt.Errorf("note what was coded: %w", err)
			}
			if _, err := fmt.Fprintf(w, "%s %s\n", judgedSum(key, line), line); err != nil {
				return err
			}
		}
		return nil
	})
}

// before is what the last run found by one codebook. Of nil nothing is known.
type before struct {
	packed    *corpus.PackedCodings
	uncoded   *corpus.PackedCodings
	places    map[string]int // of documents, by file
	documents []codedDocument
	edit      *themes.Edit // from its codebook to that of this run
}

// lastCoded opens what the last run found by the codebooks of this one or by ones of which
// something may stand; of the others it returns nil. The caller closes the file, which is
// nil where there is none.
func (o Options) lastCoded(store *corpus.Store) (known [2]*before, file io.Closer) {
	key, err := o.codeKey()
	if err != nil {
		return known, nil
	}
	lines, err := store.ReadFile(codedName)
	if err != nil {
		return known, nil
	}
	findings, _, err := store.Open(findingsName)
	if err != nil {
		return known, nil
	}
	at := int64(len(findingsLine))
	for i, codebook := range []*themes.Codebook{o.Codebook, o.Beside} {
		var line []byte
		line, lines, _ = bytes.Cut(lines, []byte{'\n'})
		sum, rest, _ := bytes.Cut(line, []byte{' '})
		var c codedFrom
		if judgedSum(key, rest) != string(sum) || json.Unmarshal(rest, &c) != nil {
			break
		}
		if codebook != nil {
			known[i] = c.open(findings, at, codebook)
		}
		for _, d := range c.Documents {
			at += int64(d.Size + d.Uncoded.Size)
		}
	}
	return known, findings
}

// open returns the codings that c speaks of, which begin at a place, where something of
// them may stand with a codebook, else nil.
func (c *codedFrom) open(from io.ReaderAt, at int64, codebook *themes.Codebook) *before {
	was := codebook
	if c.Codebook != string(codebook.Source()) {
		var err error
		if was, err = themes.Load("the last codebook", []byte(c.Codebook)); err != nil {
			return nil
		}
	}
	edit, ok := themes.EditOf(was, codebook)
	if !ok {
		return nil
	}
	b := &before{places: make(map[string]int, len(c.Documents)), documents: c.Documents, edit: edit}
	index, uncoded := make([]corpus.PackedDocument, len(c.Documents)), make([]corpus.PackedDocument, len(c.Documents))
	behind := at
	for i, d := range c.Documents {
		b.places[d.File], index[i], uncoded[i] = i, d.PackedDocument, d.Uncoded
		behind += int64(d.Size)
	}
	others := func() error { return errors.New("other codings") }
	b.packed, b.uncoded = corpus.PackedCodingsIn(from, at, index, others), corpus.PackedCodingsIn(from, behind, uncoded, others)
	return b
}

// of returns the codings of a document, made from a record of that checksum, and its
// sentences of [findings.Uncoded], where those of the last run stand. The ids of reviews
// in them may be others now. The text is read only where the codebook is another.
func (b *before) of(d *corpus.Document, sum string, store *corpus.Store) (codings, uncoded []corpus.Coding, ok bool) {
	if b == nil || sum == "" {
		return nil, nil, false
	}
	i, met := b.places[d.File]
	if !met || b.documents[i].Record != sum || b.documents[i].Kind != d.Kind {
		return nil, nil, false
	}
	if !b.edit.None() {
		body, err := store.Body(d.ID, extract.Version)
		if err != nil || b.edit.Touches(body) {
			return nil, nil, false
		}
	}
	codings, uncoded = b.packed.Document(i), b.uncoded.Document(i)
	if b.packed.Err() != nil || b.uncoded.Err() != nil {
		return nil, nil, false
	}
	b.edit.Carry(codings)
	return codings, uncoded, true
}
