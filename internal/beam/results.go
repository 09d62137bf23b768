package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"thematic/corpus"
)

// foldFn takes the documents of one text and marks all but the first as copies,
// whose passages would otherwise count twice.
type foldFn struct{}

// ProcessElement emits the documents, in the order of their names.
func (*foldFn) ProcessElement(_ string, versions func(*string) bool, emit func(string)) error {
	var lines []line
	for text := ""; versions(&text); {
		var l line
		if err := json.Unmarshal([]byte(text), &l); err != nil {
			return fmt.Errorf("a document between two steps: %w", err)
		}
		lines = append(lines, l)
	}
	slices.SortFunc(lines, func(a, b line) int { return cmp.Compare(a.File, b.File) })
	documents := make([]*corpus.Document, len(lines))
	for i := range lines {
		documents[i] = &lines[i].Document
	}
	corpus.MarkDuplicates(documents, nil)
	for _, l := range lines {
		if l.Status == corpus.StatusDuplicate {
			l.Codings = nil
		}
		data, err := json.Marshal(l)
		if err != nil {
			return fmt.Errorf("%s: %w", l.File, err)
		}
		emit(string(data))
	}
	return nil
}

// countFn says what a document adds to the counts: one for each status, and for
// each measure of each theme at most one.
type countFn struct{}

// What is counted of documents.
const (
	filesMet     = "files,met"
	statusPrefix = "files,"
)

// ProcessElement emits what is counted, as two cells of a table.
func (*countFn) ProcessElement(document string, emit func(string)) error {
	var l line
	if err := json.Unmarshal([]byte(document), &l); err != nil {
		return fmt.Errorf("a document between two steps: %w", err)
	}
	emit(filesMet)
	emit(statusPrefix + string(l.Status))
	seen := map[string]bool{}
	add := func(theme, measure string) {
		if cells := theme + "," + measure; !seen[cells] {
			seen[cells] = true
			emit(cells)
		}
	}
	for _, c := range l.Codings {
		switch {
		case c.Label.MakesPresent() && c.Status == corpus.Counted:
			add(c.Theme, "counted")
			add(c.Theme, "with_held")
		case c.Label.MakesPresent() && c.Status == corpus.Held:
			add(c.Theme, "with_held")
		case c.Label == corpus.LabelGoodPractice && c.Status == corpus.Counted:
			add(c.Theme, "good_practice")
		}
	}
	return nil
}

// total makes a count a row of the table.
func total(cells string, n int) string { return fmt.Sprintf("%s,%d", cells, n) }

// totalFn writes the counts. It fails where no file was met, or where the
// statuses do not add up to the files.
type totalFn struct {
	Out string
}

func (f *totalFn) ProcessElement(ctx context.Context, _ []byte, counts func(*string) bool) error {
	met, sum := 0, 0
	var rows []string
	for row := ""; counts(&row); {
		rows = append(rows, row)
		n := 0
		if cells, ok := strings.CutPrefix(row, filesMet+","); ok {
			fmt.Sscan(cells, &met)
		} else if strings.HasPrefix(row, statusPrefix) {
			fmt.Sscan(row[strings.LastIndexByte(row, ',')+1:], &n)
			sum += n
		}
	}
	if met == 0 {
		return errors.New("no file was met: check --folder and --match")
	}
	if met != sum {
		return fmt.Errorf("%d files were met, and %d have a status: the results are not to be trusted", met, sum)
	}
	slices.Sort(rows)
	return write(ctx, f.Out+"/counts.csv", append([]string{"of,measure,documents"}, rows...))
}

// shardFn parts the documents by their names.
type shardFn struct {
	Of int
}

// ProcessElement returns the shard of a document, and the document.
func (f *shardFn) ProcessElement(document string) (int, string) {
	var named struct{ File string }
	_ = json.Unmarshal([]byte(document), &named) // written by the step before
	hash := fnv.New32a()
	hash.Write([]byte(named.File))
	return int(hash.Sum32() % uint32(f.Of)), document
}

// writeFn writes the documents of a shard, sorted, so that a second run writes
// the same bytes.
type writeFn struct {
	Out string
	Of  int
}

func (f *writeFn) ProcessElement(ctx context.Context, shard int, documents func(*string) bool) error {
	var lines []string
	for text := ""; documents(&text); {
		lines = append(lines, text)
	}
	slices.Sort(lines)
	return write(ctx, fmt.Sprintf("%s/documents-%05d-of-%05d.jsonl", f.Out, shard, f.Of), lines)
}

// write writes lines to a file, which has its name only when it is whole.
func write(ctx context.Context, name string, lines []string) error {
	files, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer files.Close()
	var b bytes.Buffer
	for _, l := range lines {
		b.WriteString(l)
		b.WriteByte('\n')
	}
	if err := filesystem.Write(ctx, files, name+".part", b.Bytes()); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return filesystem.Rename(ctx, files, name+".part", name)
}
