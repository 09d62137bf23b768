package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Record is what reading one file gave, kept under the hash of its bytes. It
// says nothing of where the file lies, so the same bytes are read once.
type Record struct {
	ID     ID     `json:"id"`
	Reader string `json:"reader"` // version of the readers
	Format string `json:"format"`
	Status Status `json:"status"`
	Reason string `json:"reason,omitempty"`
	Engine string `json:"engine,omitempty"`
	// Sections is the hash of the user's table by which the sections of the text
	// were told, "" for the built-in one alone.
	Sections string `json:"sections,omitempty"`
	// Language is what the pages that are pictures were to be recognised in.
	Language string `json:"language,omitempty"`
	// Recognised says that pages that are pictures, if there are any, were shown to
	// Tesseract, or would have been had the reader lived until then.
	Recognised bool `json:"recognised,omitempty"`
	// Late is how long a page could take to be recognised where that, or the time for
	// the file, which goes with it, ran out; 0 where it was enough.
	Late time.Duration `json:"late,omitempty"`
	// Crashed is in how many runs one after the other the reader ended on it, other
	// than for want of time.
	Crashed int  `json:"crashed,omitempty"`
	Text    Text `json:"text"`
}

// TryAgain reports whether the next run is to read the file again: once, as the reader
// may have ended for want of what other programs held.
func (r *Record) TryAgain() bool { return r.Crashed == 1 }

// Store is the project folder on disk:
//
//	objects/ab/cdef….json   one Record per file, named by hash and reader
//	manifest.json           what the last run met, written when its results stand
//	findings.bin            what the last run found, no decision applied
//	journal.jsonl           people's decisions, see [Journal]
//	cases.csv               the cases, the person's to edit
//	judged.jsonl            what the last run took each file for
//	coded.jsonl             from what findings.bin was made
//	last-run.json           what the last run was made from and made, written after all
//	exported.txt            hashes of what was exported since, to know it from a person's work
//	unfinished.txt          the same of what runs were to write, until one has ended well
//	shard.json              instead of results, where a run reads a share for others
//	lock                    held while a run is at work, lock.holder says by whom
//
// Every file is written whole or not at all. A record that is missing or does
// not match its own checksum is simply read again from its report.
type Store struct {
	// RunAgain words how a person has what is gone or damaged made again, "run again"
	// with what there is to say of it; it may be nil.
	RunAgain func() string

	disk Disk
	dir  string
	lock lock
}

// OpenStore creates the project folder dir on disk where it is missing, and then
// takes the lock in it for holder, who is named to whoever comes meanwhile. It
// returns a [*LockedError] where another process holds it.
func OpenStore(disk Disk, dir, holder string) (*Store, error) {
	if err := disk.MkdirAll(filepath.Join(dir, "objects")); err != nil {
		return nil, fmt.Errorf("create the project: %w", err)
	}
	lock, err := takeLock(filepath.Join(dir, lockName), holder)
	if err != nil {
		return nil, err
	}
	return &Store{disk: disk, dir: dir, lock: lock}, nil
}

// ReadStore opens a project to look at only: others may look at the same time,
// and nothing in it is changed. It returns a [*LockedError] where a process
// holds it that writes.
func ReadStore(disk Disk, dir string) (*Store, error) {
	lock, err := shareLock(filepath.Join(dir, lockName))
	if err != nil {
		return nil, err
	}
	return &Store{disk: disk, dir: dir, lock: lock}, nil
}

// Disk is where the project lies.
func (s *Store) Disk() Disk { return s.disk }

// Close gives the lock back.
func (s *Store) Close() error { return s.lock.release() }

// Path returns the path of a file of the project.
func (s *Store) Path(name string) string { return filepath.Join(s.dir, name) }

// ReadFile reads a file of the project. The error is [fs.ErrNotExist] where there is
// none of that name.
func (s *Store) ReadFile(name string) ([]byte, error) { return s.disk.ReadFile(s.Path(name)) }

// Open opens a file of the project to be read, and says how many bytes it has. It
// fails as [Store.ReadFile] does.
func (s *Store) Open(name string) (file DiskReader, size int64, err error) {
	if size, err = s.disk.Size(s.Path(name)); err != nil {
		return nil, 0, err
	}
	file, err = s.disk.Open(s.Path(name))
	return file, size, err
}

// WriteFile writes a file of the project, whole or not at all: see [WriteFile].
func (s *Store) WriteFile(name string, data []byte) error {
	return WriteFile(s.disk, s.Path(name), data)
}

// WriteWith writes a file of the project, whole or not at all, without holding
// it in memory: see [WriteWith].
func (s *Store) WriteWith(name string, write func(io.Writer) error) error {
	return WriteWith(s.disk, s.Path(name), write)
}

// A record lies on disk as {"sha256":"…","record":…}: the checksum is of the
// record's own bytes, so that a damaged one is recognised.
const (
	beforeSum    = `{"sha256":"`
	beforeRecord = `","record":`
	afterRecord  = `}`
)

// again is what [Store.RunAgain] says, or that one is to run again.
func (s *Store) again() string {
	if s.RunAgain == nil {
		return "run again"
	}
	return s.RunAgain()
}

// objectPath returns the path of the record of the file id as reader read it. An id
// that is none, from a damaged file or from another machine, is an [*InputError].
func (s *Store) objectPath(id ID, reader string) (string, error) {
	if digits := strings.Trim(string(id), "0123456789abcdef"); digits != "" || len(id) != 2*sha256.Size {
		return "", &InputError{Path: s.dir, Reason: fmt.Sprintf("damaged: %q is not the id of a text: to restore it, %s", id, s.again())}
	}
	return filepath.Join(s.dir, "objects", string(id[:2]), string(id[2:])+"-"+reader+".json"), nil
}

// Load returns the record of the file id as reader read it, and false where
// there is none or it is damaged.
func (s *Store) Load(id ID, reader string) (Record, bool) {
	record, err := s.Kept(id, reader)
	return record, err == nil
}

// Kept is [Store.Load] of a record that should be there. The error names the file
// of the project, says what befell it, and what helps: a run reads the report
// again where its record is gone.
func (s *Store) Kept(id ID, reader string) (Record, error) {
	var record Record
	err := s.kept(id, reader, func(data []byte) bool {
		return json.Unmarshal(data, &record) == nil && record.ID == id && record.Reader == reader
	})
	if err != nil {
		return Record{}, err
	}
	return record, nil
}

// beforeBody stands before the body of a text, in the place of a record that nothing
// else has: in a text, quotation marks are escaped.
const beforeBody = `"text":{"body":`

// Body returns the body of the text that [Store.Kept] returns, in a part of the time. It
// fails as that does.
func (s *Store) Body(id ID, reader string) (body string, err error) {
	err = s.kept(id, reader, func(data []byte) bool {
		named := bytes.HasPrefix(data, fmt.Appendf(nil, `{"id":%q,"reader":%q,`, id, reader))
		_, text, _ := bytes.Cut(data, []byte(beforeBody))
		end := endOfString(text)
		if !named || end == 0 {
			return false
		}
		body, err = unquoted(text[:end])
		return err == nil
	})
	return body, err
}

// endOfString returns where the string ends with which JSON begins, 0 for none.
func endOfString(data []byte) int {
	for at := 1; at < len(data) && data[0] == '"'; at++ {
		next := bytes.IndexAny(data[at:], `\"`)
		if next < 0 {
			break
		}
		if at += next; data[at] == '"' {
			return at + 1
		}
		at++ // what is escaped
	}
	return 0
}

// unquoted returns a string of JSON that [json.Marshal] wrote, in a part of the time of
// [json.Unmarshal], which has the escapes that are rare.
func unquoted(data []byte) (string, error) {
	var s strings.Builder
	s.Grow(len(data))
	for rest := data[1 : len(data)-1]; ; {
		before, after, escaped := bytes.Cut(rest, []byte{'\\'})
		s.Write(before)
		if !escaped {
			return s.String(), nil
		}
		r, taken := rune(0), 1
		switch after[0] {
		case 'n':
			r = '\n'
		case 't':
			r = '\t'
		case '"', '\\':
			r = rune(after[0])
		case 'u': // of &, < and >
			if code, err := strconv.ParseUint(string(after[1:min(5, len(after))]), 16, 8); err == nil {
				r, taken = rune(code), 5
			}
		}
		if r == 0 {
			var all string
			err := json.Unmarshal(data, &all)
			return all, err
		}
		s.WriteRune(r)
		rest = after[taken:]
	}
}

// kept hands the bytes of a record that should be there to take, which returns false
// where they are not what they should be.
func (s *Store) kept(id ID, reader string, take func(data []byte) bool) error {
	path, err := s.objectPath(id, reader)
	if err != nil {
		return err
	}
	data, _, err := s.verified(path)
	if err == nil && !take(data) {
		err = s.damaged(path)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s (%s): %s", s.missing(reader), path, s.again())
	case err != nil:
		return fmt.Errorf("what was read of it cannot be used: %w", err)
	}
	return nil
}

// missing says why there is no record by a reader.
func (s *Store) missing(reader string) string {
	if m, err := s.Manifest(); err == nil && m.Reader != "" && m.Reader != reader {
		return "another version of the program has read it, and made these results"
	}
	return "what was read of it is gone from the project"
}

// Sum returns the checksum of the record of the file id as reader read it, and
// false where there is none or it is damaged. It takes a small part of the time
// of [Store.Load].
func (s *Store) Sum(id ID, reader string) (sum string, ok bool) {
	path, err := s.objectPath(id, reader)
	if err != nil {
		return "", false
	}
	_, sum, err = s.verified(path)
	return sum, err == nil
}

// Size returns how many bytes the record of the file id as reader read it takes
// on the disk. It does not read them, so it cannot tell whether they are whole.
func (s *Store) Size(id ID, reader string) (int64, error) {
	path, err := s.objectPath(id, reader)
	if err != nil {
		return 0, err
	}
	return s.disk.Size(path)
}

// Outdated returns the paths of the records that reader did not make: those of an
// earlier version of the readers, which it never reads.
func (s *Store) Outdated(reader string) ([]string, error) {
	folders, err := s.disk.ReadDir(s.Path("objects"))
	if err != nil {
		return nil, fmt.Errorf("look for what earlier versions read: %w", err)
	}
	var paths []string
	for _, folder := range folders {
		if !folder.IsDir() {
			continue
		}
		dir := filepath.Join(s.Path("objects"), folder.Name())
		records, err := s.disk.ReadDir(dir)
		if err != nil {
			return nil, fmt.Errorf("look for what earlier versions read: %w", err)
		}
		for _, record := range records {
			id, version, parted := strings.Cut(strings.TrimSuffix(record.Name(), ".json"), "-")
			if !parted || version == reader || record.Name() != id+"-"+version+".json" {
				continue
			}
			if made, err := s.objectPath(ID(folder.Name()+id), version); err == nil && made == filepath.Join(dir, record.Name()) {
				paths = append(paths, made)
			}
		}
	}
	return paths, nil
}

// verified returns the bytes of the record at path and their checksum.
func (s *Store) verified(path string) (body []byte, sum string, err error) {
	data, err := s.disk.ReadFile(path)
	if err != nil {
		return nil, "", err
	}
	rest, starts := bytes.CutPrefix(data, []byte(beforeSum))
	found, rest, parted := bytes.Cut(rest, []byte(beforeRecord))
	body, ends := bytes.CutSuffix(rest, []byte(afterRecord))
	sum = string(found)
	if !starts || !parted || !ends || sum != checksum(body) {
		return nil, "", s.damaged(path)
	}
	return body, sum, nil
}

// damaged says that the record at path is not as it was written.
func (s *Store) damaged(path string) error {
	return &InputError{Path: path, Reason: "damaged: remove this file, and " + s.again()}
}

// Save keeps record under its ID and Reader.
func (s *Store) Save(record Record) error {
	body, err := json.Marshal(record)
	if err != nil {
		return fmt.Errorf("store %s: %w", record.ID, err)
	}
	data := slices.Concat([]byte(beforeSum), []byte(checksum(body)), []byte(beforeRecord), body, []byte(afterRecord))
	path, err := s.objectPath(record.ID, record.Reader)
	if err != nil {
		return err
	}
	if err := s.disk.MkdirAll(filepath.Dir(path)); err != nil {
		return fmt.Errorf("store %s: %w", record.ID, err)
	}
	return WriteFile(s.disk, path, data)
}

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Names of the files of a project that people write, or have written.
const (
	manifestName = "manifest.json"

	CasesName   = "cases.csv"
	JournalName = "journal.jsonl"
)
