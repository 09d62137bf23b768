package project

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"thematic/analysis"
	"thematic/corpus"
)

// findingsName is the file of the project that holds what the last run found,
// no decision applied. Decisions are read against it, and charts and exports
// made from it, without reading a report again.
//
// It is, in this order: findingsLine; the codings of each document of Packed, of
// Uncoded and of that of Beside, as [corpus.PackedCodings.WriteTo] writes them; a [findingsFrame] in
// JSON; and little-endian where that begins, as uint64, and its CRC-32, as uint32. So
// the codings, which are nearly all of it, need not be in memory to be gone through.
const findingsName = "findings.bin"

// earlierFindings is what the last run found as earlier versions wrote it, which nothing
// reads.
const earlierFindings = "findings.json"

const (
	findingsVersion = 2
	findingsHead    = "thematic findings %d\n"
	trailerSize     = 12
)

var findingsLine = fmt.Sprintf(findingsHead, findingsVersion)

// errEarlier and errLater say that what was found is written as another version of the
// program writes it.
var (
	errEarlier = errors.New("an earlier version of the program made these results")
	errLater   = errors.New("a later version of the program made these results")
)

// findings are what a run found.
type findings struct {
	analysis.Input // the cases as they are without decisions
	// Uncoded are the sentences in each document of Packed that may be findings and that
	// no theme takes up: see [likely]. Where no model judged they are nil.
	Uncoded *corpus.PackedCodings `json:"-"`
	Coded   []string              `json:"coded"` // ids of the cases that were coded
	file    io.Closer             // that its codings are read from; nil for none
	coded   [2]codedFrom          // from what those of a run were made, and those beside
}

// findingsFrame is what was found but for the codings, and where these are.
type findingsFrame struct {
	Findings findings                `json:"findings"`
	Packed   []corpus.PackedDocument `json:"packed"`
	Uncoded  []corpus.PackedDocument `json:"uncoded,omitempty"`
	Beside   []corpus.PackedDocument `json:"beside,omitempty"`
}

// packed are the codings of f, and those of what stands beside, nil for none.
func (f findings) packed() (packed, beside *corpus.PackedCodings) {
	if f.Beside != nil {
		beside = f.Beside.Packed
	}
	return f.Packed, beside
}

// remove removes what was found from the disk, where it waits to be gone through.
func (f findings) remove() error {
	packed, beside := f.packed()
	if err := errors.Join(packed.Remove(), f.Uncoded.Remove(), beside.Remove()); err != nil {
		return fmt.Errorf("clear up: %w", err)
	}
	return nil
}

// close closes the file that f was read from. Its codings cannot be gone through after
// that.
func (f findings) close() error {
	if f.file == nil {
		return nil
	}
	return f.file.Close()
}

func saveFindings(store *corpus.Store, in findings) error {
	return store.WriteWith(findingsName, func(w io.Writer) error {
		if err := in.write(w); err != nil {
			return fmt.Errorf("write the findings: %w", err)
		}
		return nil
	})
}

// analyse counts what a run found with decisions laid over it, and saves meanwhile
// what it found.
func (f findings) analyse(decisions []corpus.Decision, store *corpus.Store) (*analysis.Result, error) {
	saved := make(chan error)
	go func() { saved <- saveFindings(store, f) }()
	var result *analysis.Result
	input, err := f.decided(store, decisions)
	if err == nil {
		result, err = analysis.Analyse(input)
	}
	return result, cmp.Or(<-saved, err)
}

// write writes f as [findingsName] says.
func (f findings) write(w io.Writer) error {
	packed, beside := f.packed()
	at := int64(len(findingsLine))
	if _, err := io.WriteString(w, findingsLine); err != nil {
		return err
	}
	for _, part := range []*corpus.PackedCodings{packed, f.Uncoded, beside} {
		n, err := part.WriteTo(w)
		if err != nil {
			return err
		}
		at += n
	}
	frame, err := json.Marshal(findingsFrame{f, packed.Index(), f.Uncoded.Index(), beside.Index()})
	if err != nil {
		return err
	}
	frame = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint64(frame, uint64(at)), crc32.ChecksumIEEE(frame))
	_, err = w.Write(frame)
	return err
}

// loadFindings opens what the last run found. The caller closes it.
func loadFindings(store *corpus.Store) (findings, error) {
	file, size, err := store.Open(findingsName)
	if err != nil {
		return findings{}, fmt.Errorf("read the findings: %w", err)
	}
	disk := &keptError{ReaderAt: file}
	damaged := func(how string) error {
		return &corpus.InputError{Path: store.Path(findingsName), Reason: "damaged (" + how + "): to restore it, " + againIn(store)}
	}
	in, err := readFindings(disk, size, func() error { return damaged("its passages are not as they were written") })
	switch {
	case disk.err != nil:
		err = fmt.Errorf("read the findings: %w", disk.err)
	case err == errEarlier || err == errLater:
		err = otherVersion(store, err)
	case err != nil:
		err = damaged(err.Error())
	}
	if err != nil {
		return findings{}, errors.Join(err, file.Close())
	}
	in.file = file
	return in, nil
}

// keptError tells an error of the disk from what it makes of what is read.
type keptError struct {
	io.ReaderAt
	err error
}

func (k *keptError) ReadAt(data []byte, at int64) (int, error) {
	n, err := k.ReaderAt.ReadAt(data, at)
	if err != nil && err != io.EOF {
		k.err = err
	}
	return n, err
}

// readFindings reads what [findings.write] wrote, which is so many bytes. The codings
// stay where they are; damaged says so where they turn out not to be as they were written.
func readFindings(from io.ReaderAt, size int64, damaged func() error) (findings, error) {
	frame, begins, err := readFrame(from, size)
	if err != nil {
		return findings{}, err
	}
	f := frame.Findings
	at := int64(len(findingsLine))
	for _, part := range []struct {
		to    **corpus.PackedCodings
		index []corpus.PackedDocument
	}{{&f.Packed, frame.Packed}, {&f.Uncoded, frame.Uncoded}, {besidePacked(&f), frame.Beside}} {
		if len(part.index) == 0 {
			continue
		}
		if part.to == nil {
			return findings{}, errors.New("it has passages beside the themes, and nothing to which they belong")
		}
		*part.to = corpus.PackedCodingsIn(from, at, part.index, damaged)
		for _, d := range part.index {
			if d.Codings < 0 || d.Size < 0 || d.Size > int(begins-at) {
				return findings{}, errors.New("its passages are not where they should be")
			}
			at += int64(d.Size)
		}
	}
	if at != begins {
		return findings{}, errors.New("its passages are not as many as they should be")
	}
	return f, nil
}

// besidePacked is where the codings that stand beside belong, nil for nowhere.
func besidePacked(f *findings) **corpus.PackedCodings {
	if f.Beside == nil {
		return nil
	}
	return &f.Beside.Packed
}

// versionOf says what is wrong with how findings begin.
func versionOf(line []byte) error {
	var version int
	_, err := fmt.Sscanf(string(line), findingsHead, &version)
	switch {
	case err != nil:
		return errors.New("it does not begin as it should")
	case version < findingsVersion:
		return errEarlier
	}
	return errLater
}

// readFrame reads the frame of findings of so many bytes, and says where it begins.
func readFrame(from io.ReaderAt, size int64) (frame findingsFrame, begins int64, err error) {
	line := make([]byte, len(findingsLine))
	if size < int64(len(line))+trailerSize {
		return frame, 0, errors.New("it breaks off")
	}
	if _, err := from.ReadAt(line, 0); err != nil {
		return frame, 0, err
	}
	if string(line) != findingsLine {
		return frame, 0, versionOf(line)
	}
	trailer := make([]byte, trailerSize)
	if _, err := from.ReadAt(trailer, size-trailerSize); err != nil {
		return frame, 0, err
	}
	at := binary.LittleEndian.Uint64(trailer)
	if at < uint64(len(line)) || at > uint64(size-trailerSize) {
		return frame, 0, errors.New("it breaks off")
	}
	begins = int64(at)
	data := make([]byte, size-trailerSize-begins)
	if _, err := from.ReadAt(data, begins); err != nil {
		return frame, 0, err
	}
	if crc32.ChecksumIEEE(data) != binary.LittleEndian.Uint32(trailer[8:]) {
		return frame, 0, errors.New("it is not as it was written")
	}
	err = json.Unmarshal(data, &frame)
	return frame, begins, err
}
