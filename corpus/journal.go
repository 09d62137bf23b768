package corpus

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"time"
)

// Journal is journal.jsonl, which keeps what people decided: who, when, and
// what. It is only ever added to. Each line is one [Entry] with its checksum,
// ended by a line feed:
//
//	{"sha256":"…","entry":{"n":1,"decision":{…}}}
//
// sha256 is the SHA-256, in hexadecimal, of the bytes of entry as they stand
// in the line. Entries are numbered upwards from 1, so that a line taken away
// is missed.
type Journal struct {
	disk     Disk // nil where nothing is to be added
	path     string
	size     int64 // of what was read and verified
	unended  bool  // the last line lacks its line feed
	entries  []Entry
	warnings []string
}

// Entry is one line of a [Journal]: a decision, or the withdrawal of an
// earlier entry.
type Entry struct {
	N        int       `json:"n"`
	Decision *Decision `json:"decision,omitempty"`
	Undo     *Undo     `json:"undo,omitempty"`
	// WithdrawnBy is the number of the later entry that withdraws this one; 0
	// while it stands. It is not in the file.
	WithdrawnBy int `json:"-"`
}

// Undo withdraws the decision of an earlier entry.
type Undo struct {
	Entry int    `json:"entry"`
	Coder string `json:"coder,omitempty"`
	Time  string `json:"time"` // RFC 3339, UTC
}

// journalLine is an entry as it lies on disk.
type journalLine struct {
	SHA256 string          `json:"sha256"`
	Entry  json.RawMessage `json:"entry"`
}

// Journal opens the journal of the project; it is empty where there is none. A
// last line that was not written to its end, by a crash or a full disk, is cut
// off, or passed over in a project opened to look at, and Warnings says so. Any
// other damage is an [InputError] that names the line, and so is an entry of a later
// version of the program.
func (s *Store) Journal() (*Journal, error) {
	path := s.Path(JournalName)
	data, err := s.disk.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the decisions: %w", err)
	}
	j, err := parseJournal(path, data)
	if err != nil {
		return nil, err
	}
	if !s.lock.shared {
		j.disk = s.disk
	}
	torn := int64(len(data)) - j.size
	if torn == 0 {
		return j, nil
	}
	became := "is passed over"
	if !s.lock.shared {
		if err := cutFile(s.disk, path, j.size); err != nil {
			return nil, err
		}
		became = "was cut off"
	}
	j.warnings = append(j.warnings, fmt.Sprintf("%s: the last line was not written to its end; it %s (%d bytes), and the decision in it has to be brought in again", path, became, torn))
	return j, nil
}

// cutFile shortens a file to size, for good.
func cutFile(disk Disk, path string, size int64) error {
	file, err := disk.Append(path, size)
	if err != nil {
		return fmt.Errorf("mend the decisions: %w", err)
	}
	err = errors.Join(file.Truncate(size), file.Sync(), file.Close())
	if err != nil {
		return fmt.Errorf("mend %s: %w", path, err)
	}
	return nil
}

// parseJournal reads the lines of a journal, all but a torn last one.
func parseJournal(path string, data []byte) (*Journal, error) {
	j := &Journal{path: path}
	for n := 1; len(data) > 0; n++ {
		line, rest, ended := bytes.Cut(data, []byte("\n"))
		entry, err := parseEntry(line)
		later := errors.Is(err, errLater)
		if err != nil && !ended && !later {
			break
		}
		if err == nil && entry.N <= j.last() {
			err = fmt.Errorf("entry %d stands behind entry %d", entry.N, j.last())
		}
		if later {
			return nil, &InputError{Path: path, Reason: fmt.Sprintf("line %d is %v: go on with that version", n, err)}
		}
		if err != nil {
			return nil, &InputError{Path: path, Reason: fmt.Sprintf("line %d is damaged (%v): restore the file from a copy, or take that line away to go on without the decision in it", n, err)}
		}
		if next := j.last() + 1; next < entry.N {
			j.warnings = append(j.warnings, fmt.Sprintf("%s: entries %d to %d are missing", path, next, entry.N-1))
		}
		j.add(entry)
		j.size += int64(len(data) - len(rest))
		j.unended = !ended
		data = rest
	}
	return j, nil
}

// errLater means that an entry is whole and says what this version does not know.
var errLater = errors.New("written by a later version of the program")

func parseEntry(line []byte) (Entry, error) {
	var stored journalLine
	if json.Unmarshal(line, &stored) != nil || len(stored.Entry) == 0 {
		return Entry{}, errors.New("it is not an entry")
	}
	if stored.SHA256 != checksum(stored.Entry) {
		return Entry{}, errors.New("it does not match its checksum")
	}
	var entry Entry
	decoder := json.NewDecoder(bytes.NewReader(stored.Entry))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&entry)
	if err == nil {
		err = entry.check()
	}
	if err != nil {
		return Entry{}, fmt.Errorf("%w (%w)", errLater, err)
	}
	return entry, nil
}

// check refuses an entry that says nothing, or that nobody said.
func (e Entry) check() error {
	switch {
	case e.N < 1:
		return fmt.Errorf("%d is not the number of an entry", e.N)
	case (e.Decision == nil) == (e.Undo == nil):
		return errors.New("it has to be either a decision or an undo")
	case e.Undo != nil && (e.Undo.Entry < 1 || e.Undo.Entry >= e.N):
		return fmt.Errorf("entry %d cannot withdraw entry %d", e.N, e.Undo.Entry)
	case e.Undo != nil:
		return checkTime(e.Undo.Time)
	}
	return e.Decision.check()
}

func checkTime(t string) error {
	if _, err := time.Parse(time.RFC3339, t); err != nil {
		return fmt.Errorf("its time %q is not RFC 3339", t)
	}
	return nil
}

// last is the number of the last entry.
func (j *Journal) last() int {
	if len(j.entries) == 0 {
		return 0
	}
	return j.entries[len(j.entries)-1].N
}

// add takes a checked entry into memory.
func (j *Journal) add(e Entry) {
	j.entries = append(j.entries, e)
	if e.Undo == nil {
		return
	}
	if i := j.find(e.Undo.Entry); i >= 0 && j.entries[i].WithdrawnBy == 0 {
		j.entries[i].WithdrawnBy = e.N
	}
}

// find returns the index of an entry, or -1.
func (j *Journal) find(n int) int {
	i, found := slices.BinarySearchFunc(j.entries, n, func(e Entry, n int) int { return cmp.Compare(e.N, n) })
	if !found {
		return -1
	}
	return i
}

// Warnings say what was found wrong with the file and mended or passed over.
func (j *Journal) Warnings() []string { return j.warnings }

// Entries returns every entry in the order of the file.
func (j *Journal) Entries() []Entry { return slices.Clone(j.entries) }

// Decisions returns the decisions that nobody withdrew, in the order in which
// they were made.
func (j *Journal) Decisions() []Decision {
	var list []Decision
	for _, e := range j.entries {
		if e.Decision != nil && e.WithdrawnBy == 0 {
			list = append(list, *e.Decision)
		}
	}
	return list
}

// Append adds decisions and returns when they are safely on the disk. Where it
// fails, none of them is kept.
func (j *Journal) Append(decisions ...Decision) error {
	entries := make([]Entry, len(decisions))
	for i := range decisions {
		d := decisions[i]
		entries[i] = Entry{N: j.last() + 1 + i, Decision: &d}
	}
	return j.write(entries)
}

// Undo withdraws the decision of entry n, so that an earlier one on the same
// passage stands again. The entry itself stays in the file. It fails, in words for
// whoever typed n, where there is no such entry, or no decision in it that stands.
func (j *Journal) Undo(n int, coder, time string) error {
	i := j.find(n)
	switch {
	case i < 0:
		return fmt.Errorf("there is no entry %d", n)
	case j.entries[i].Undo != nil:
		return fmt.Errorf("entry %d is an undo itself: bring the decision in again instead", n)
	case j.entries[i].WithdrawnBy > 0:
		return fmt.Errorf("entry %d is withdrawn already, by entry %d", n, j.entries[i].WithdrawnBy)
	}
	return j.write([]Entry{{N: j.last() + 1, Undo: &Undo{Entry: n, Coder: coder, Time: time}}})
}

// errLooking means that a decision was to be kept in a project opened to look at.
var errLooking = errors.New("the project is open to look at only: no decision can be added")

// write adds entries to the file, syncs it, and takes them into memory.
func (j *Journal) write(entries []Entry) error {
	if len(entries) == 0 {
		return nil
	}
	if j.disk == nil {
		return errLooking
	}
	data, err := encodeEntries(entries)
	if err != nil {
		return err
	}
	if j.unended {
		data = append([]byte("\n"), data...)
	}
	if err := appendFile(j.disk, j.path, data, j.size); err != nil {
		return err
	}
	j.size += int64(len(data))
	j.unended = false
	for _, e := range entries {
		j.add(e)
	}
	return nil
}

func encodeEntries(entries []Entry) ([]byte, error) {
	var b bytes.Buffer
	for _, e := range entries {
		if err := e.check(); err != nil {
			return nil, fmt.Errorf("entry %d: %w", e.N, err)
		}
		body, err := json.Marshal(e)
		if err != nil {
			return nil, fmt.Errorf("entry %d: %w", e.N, err)
		}
		line, err := json.Marshal(journalLine{SHA256: checksum(body), Entry: body})
		if err != nil {
			return nil, fmt.Errorf("entry %d: %w", e.N, err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.Bytes(), nil
}

// appendFile adds data to a file of the given size, creating it where it is
// missing, and syncs it. What was written of data is cut off where it fails.
func appendFile(disk Disk, path string, data []byte, size int64) (err error) {
	file, err := disk.Append(path, size)
	if err != nil {
		return fmt.Errorf("keep the decisions: %w", err)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("keep the decisions in %s: %w", path, errors.Join(err, file.Truncate(size)))
		}
		file.Close()
	}()
	if _, err = file.Write(data); err != nil {
		return err
	}
	if err = file.Sync(); err != nil {
		return err
	}
	if size > 0 {
		return nil
	}
	return disk.SyncFolder(filepath.Dir(path))
}
