package project

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"thematic/analysis"
	"thematic/corpus"
)

// readFindings reads what [findings.write] wrote. The codings are packed as they
// come.
func readFindings(r io.Reader) (f findings, err error) {
	in := json.NewDecoder(bufio.NewReader(r))
	rest := map[string]json.RawMessage{}
	_, err = eachField(in, func(name string) error {
		switch name {
		case "codings":
			f.Packed, err = readCodings(in)
		case "beside":
			f.Beside, err = readBeside(in)
		default:
			rest[name], err = rawValue(in)
		}
		return err
	})
	if err == nil {
		err = fromFields(rest, &f)
	}
	if err == nil {
		if _, err = in.Token(); errors.Is(err, io.EOF) {
			return f, nil
		}
		return findings{}, errors.New("something stands behind its end")
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("it breaks off")
	}
	return findings{}, err
}

// readBeside returns nil for null.
func readBeside(in *json.Decoder) (*analysis.BesideInput, error) {
	beside, rest := &analysis.BesideInput{}, map[string]json.RawMessage{}
	there, err := eachField(in, func(name string) (err error) {
		if name == "codings" {
			beside.Packed, err = readCodings(in)
		} else {
			rest[name], err = rawValue(in)
		}
		return err
	})
	if err != nil || !there {
		return nil, err
	}
	return beside, fromFields(rest, beside)
}

// readCodings packs a list of codings, those of one file of one case that follow
// one another as a document.
func readCodings(in *json.Decoder) (*corpus.PackedCodings, error) {
	packed := corpus.NewPackedCodings(0, nil)
	open, err := in.Token()
	if err != nil || open == nil {
		return packed, err // null
	}
	if open != json.Delim('[') {
		return nil, fmt.Errorf("its codings are no list but begin with %v", open)
	}
	var document []corpus.Coding
	for in.More() {
		var c corpus.Coding
		if err := in.Decode(&c); err != nil {
			return nil, err
		}
		if len(document) > 0 && (document[0].CaseID != c.CaseID || document[0].File != c.File) {
			if err := packed.Add(document); err != nil {
				return nil, err
			}
			document = document[:0]
		}
		document = append(document, c)
	}
	if err := packed.Add(document); err != nil {
		return nil, err
	}
	_, err = in.Token()
	return packed, err
}

// eachField calls do at the value of every field of the object that comes next,
// which it must read, and reports whether there is one: null has no fields.
func eachField(in *json.Decoder, do func(name string) error) (there bool, err error) {
	open, err := in.Token()
	if err != nil || open == nil {
		return false, err
	}
	if open != json.Delim('{') {
		return false, fmt.Errorf("it has %v in the place of an object", open)
	}
	for in.More() {
		name, err := in.Token()
		if err != nil {
			return true, err
		}
		if err := do(name.(string)); err != nil { // the decoder takes nothing else for a name
			return true, err
		}
	}
	_, err = in.Token()
	return true, err
}

func rawValue(in *json.Decoder) (raw json.RawMessage, err error) {
	err = in.Decode(&raw)
	return raw, err
}

// fromFields fills what to points at from fields of an object.
func fromFields(fields map[string]json.RawMessage, to any) error {
	data, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, to)
}
