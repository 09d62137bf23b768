package project

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"

	"thematic/corpus"
	"thematic/extract"
)

// judgedName is the file of the project that says what the last run took every
// file for, so that a run with another codebook need not read all texts again
// to judge them. Each line is a checksum and, in JSON, a [judged]. It can be
// removed without loss.
const judgedName = "judged.jsonl"

// judged is a document without its text.
type judged struct {
	Record   string           `json:"record"` // checksum of the record that it was made from
	Document *corpus.Document `json:"document"`
	Shingles int              `json:"shingles"`
	Least    []byte           `json:"least"` // hashes of the sketch, eight bytes each
}

// judgements are what an earlier run took files for, by the name of the file.
type judgements map[string]judged

// judgeKey is what judging depends on beside the record, or whether the file is to be
// read again: the build of the program, the engines and the limits it read with.
func (o Options) judgeKey() (string, error) {
	data, err := json.Marshal([]any{o.Build, extract.Version, o.sharedEngines(), o.Limits})
	if err != nil {
		return "", fmt.Errorf("note what judging depends on: %w", err)
	}
	return hashOf(data), nil
}

// judgedSum is the checksum of a line. That of another key is another, so that
// what another build has judged is passed over like what is damaged.
func judgedSum(key string, line []byte) string {
	hash := sha256.New()
	io.WriteString(hash, key)
	hash.Write(line)
	return hex.EncodeToString(hash.Sum(nil))
}

// loadJudged reads what the last run took files for; lines that are damaged or
// by another key are left out, and so is what comes after a fault of the disk.
func loadJudged(store *corpus.Store, disk corpus.Disk, key string) judgements {
	known := judgements{}
	file, err := disk.Open(store.Path(judgedName))
	if err != nil {
		return known
	}
	defer file.Close()
	for in := bufio.NewReader(file); ; {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return known
		}
		sum, rest, _ := bytes.Cut(bytes.TrimSuffix(line, []byte{'\n'}), []byte{' '})
		var j judged
		if judgedSum(key, rest) == string(sum) && json.Unmarshal(rest, &j) == nil && j.Document != nil {
			j.Document.Sketch = corpus.Sketch{Shingles: j.Shingles, Least: make([]uint64, 0, len(j.Least)/8)}
			for least := j.Least; len(least) >= 8; least = least[8:] {
				j.Document.Sketch.Least = append(j.Document.Sketch.Least, binary.LittleEndian.Uint64(least))
			}
			j.Least = nil // has served
			known[j.Document.File] = j
		}
	}
}

// document returns what the file was taken for, where it was made from the
// record of that checksum.
func (k judgements) document(f identified, record string) (*corpus.Document, bool) {
	j, ok := k[f.File]
	if !ok || j.Record != record || j.Document.ID != f.ID || j.Document.Size != f.Size {
		return nil, false
	}
	return j.Document, true
}

// saveJudged notes what the files were taken for that have a text.
func saveJudged(store *corpus.Store, key string, documents []*corpus.Document) error {
	return store.WriteWith(judgedName, func(w io.Writer) error {
		out := bufio.NewWriter(w) // keeps the first error of w until it is flushed
		for _, d := range documents {
			if !d.Readable() {
				continue
			}
			record, ok := store.Sum(d.ID, extract.Version)
			if !ok {
				continue
			}
			j := judged{Record: record, Document: d, Shingles: d.Sketch.Shingles}
			for _, hash := range d.Sketch.Least {
				j.Least = binary.LittleEndian.AppendUint64(j.Least, hash)
			}
			line, err := json.Marshal(j)
			if err != nil {
				return fmt.Errorf("note what %s is: %w", d.File, err)
			}
			fmt.Fprintf(out, "%s %s\n", judgedSum(key, line), line)
		}
		return out.Flush()
	})
}
