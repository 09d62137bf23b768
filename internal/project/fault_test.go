package project

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"thematic/corpus"
)

var everyFault = flag.Bool("faults.all", false, "have every file operation fail in turn, in every way, and not a sample")

// fault is a way in which a disk fails.
type fault int

const (
	refuses  fault = iota // an operation fails, the others go on
	fills                 // an operation fails and so does all writing after it; of what is written half arrives
	powerCut              // every operation fails from one on, and what was not synced is gone
)

var faults = map[fault]string{refuses: "refuses", fills: "is full", powerCut: "loses its power"}

// errDisk is what a faulty disk says.
var errDisk = map[fault]error{refuses: syscall.EIO, fills: syscall.ENOSPC, powerCut: errors.New("the power is gone")}

// faultyDisk fails at one operation. It notes what would outlast a power cut:
// of a file what was synced, of a folder the names that were there when it was.
type faultyDisk struct {
	corpus.SystemDisk
	mu      sync.Mutex
	fault   fault
	failAt  int // counted from 1; 0 for never
	done    int
	asked   []operation         // in their order
	failed  string              // the path of the operation that failed first
	names   map[string]*content // by path, as the system has them
	lasting map[string]*content // by path, as they would be after a power cut
}

// operation is what a disk was asked, and of which file: the one that it was renamed to
// in the end.
type operation struct{ name, path string }

// content is what a file holds that would outlast a power cut.
type content struct{ synced []byte }

// newFaultyDisk returns a disk on which the files below root are safe already.
func newFaultyDisk(t *testing.T, root string, f fault, failAt int) *faultyDisk {
	t.Helper()
	d := &faultyDisk{fault: f, failAt: failAt, names: map[string]*content{}, lasting: map[string]*content{}}
	for name, data := range treeOf(t, root) {
		d.names[root+name] = &content{[]byte(data)}
	}
	maps.Copy(d.lasting, d.names)
	return d
}

// fails counts an operation and reports whether it is to fail.
func (d *faultyDisk) fails(name, path string, writes bool) error {
	d.done++
	d.asked = append(d.asked, operation{name, path})
	failing := d.failAt > 0 && (d.done == d.failAt || d.done > d.failAt && (d.fault == powerCut || d.fault == fills && writes))
	if !failing {
		return nil
	}
	if d.failed == "" {
		d.failed = path
	}
	return &os.PathError{Op: "use", Path: path, Err: errDisk[d.fault]}
}

// named is what the test of a disk that fails at its k-th operation is called: with what
// that is, and of which file, on this one, which is sound. Of what goes on side by side
// another operation may be the k-th there.
func (d *faultyDisk) named(f fault, k int) string {
	asked := d.asked[k-1]
	name, _, _ := strings.Cut(filepath.Base(asked.path), "-writing-") // and letters by chance
	return fmt.Sprintf("%s at %d of %d, %s %s", faults[f], k, d.done, asked.name, name)
}

func (d *faultyDisk) ReadFile(path string) ([]byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.fails("read", path, false); err != nil {
		return nil, err
	}
	return d.SystemDisk.ReadFile(path)
}

func (d *faultyDisk) Open(path string) (corpus.DiskReader, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.fails("open", path, false); err != nil {
		return nil, err
	}
	file, err := d.SystemDisk.Open(path)
	return faultyReader{file, d, path}, err
}

// faultyReader is a file of a faulty disk, open to be read. It fails where a place in
// it is asked for, and gives what lies there in order.
type faultyReader struct {
	corpus.DiskReader
	disk *faultyDisk
	path string
}

func (r faultyReader) ReadAt(data []byte, at int64) (int, error) {
	r.disk.mu.Lock()
	defer r.disk.mu.Unlock()
	if err := r.disk.fails("read part of", r.path, false); err != nil {
		return 0, err
	}
	return r.DiskReader.ReadAt(data, at)
}

func (d *faultyDisk) MkdirAll(folder string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.fails("make folder", folder, true); err != nil {
		return err
	}
	return d.SystemDisk.MkdirAll(folder)
}

func (d *faultyDisk) ReadDir(folder string) ([]fs.DirEntry, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.fails("list", folder, false); err != nil {
		return nil, err
	}
	return d.SystemDisk.ReadDir(folder)
}

func (d *faultyDisk) Size(path string) (int64, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.fails("size of", path, false); err != nil {
		return 0, err
	}
	return d.SystemDisk.Size(path)
}

func (d *faultyDisk) Create(folder, prefix string) (corpus.DiskFile, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.fails("create", folder, true); err != nil {
		return nil, err
	}
	file, err := d.SystemDisk.Create(folder, prefix)
	if err == nil {
		d.asked[len(d.asked)-1].path = file.Name()
	}
	return d.opened(file, err)
}

func (d *faultyDisk) Append(path string, size int64) (corpus.DiskFile, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.fails("append to", path, true); err != nil {
		return nil, err
	}
	file, err := d.SystemDisk.Append(path, size)
	return d.opened(file, err)
}

func (d *faultyDisk) opened(file corpus.DiskFile, err error) (corpus.DiskFile, error) {
	if err != nil {
		return nil, err
	}
	if d.names[file.Name()] == nil {
		d.names[file.Name()] = &content{}
	}
	return faultyFile{file, d, d.names[file.Name()]}, nil
}

func (d *faultyDisk) Rename(from, to string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.fails("rename", to, true); err != nil {
		return err
	}
	d.names[to] = d.names[from]
	delete(d.names, from)
	for i := range d.asked {
		if d.asked[i].path == from {
			d.asked[i].path = to
		}
	}
	return d.SystemDisk.Rename(from, to)
}

func (d *faultyDisk) Remove(path string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.fails("remove", path, false); err != nil {
		return err
	}
	delete(d.names, path)
	return d.SystemDisk.Remove(path)
}

func (d *faultyDisk) SyncFolder(folder string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.fails("sync folder", folder, true); err != nil {
		return err
	}
	inFolder := func(path string, _ *content) bool { return filepath.Dir(path) == folder }
	maps.DeleteFunc(d.lasting, inFolder)
	for path, c := range d.names {
		if inFolder(path, c) {
			d.lasting[path] = c
		}
	}
	return nil
}

// loseUnsynced leaves below root what outlasts a power cut.
func (d *faultyDisk) loseUnsynced(t *testing.T, root string) {
	t.Helper()
	for name := range treeOf(t, root) {
		if err := os.Remove(root + name); err != nil {
			t.Fatal(err)
		}
	}
	for path, c := range d.lasting {
		if err := os.WriteFile(path, c.synced, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// faultyFile is a file of a faulty disk.
type faultyFile struct {
	corpus.DiskFile
	disk    *faultyDisk
	content *content
}

func (f faultyFile) Write(data []byte) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if err := f.disk.fails("write", f.Name(), true); err != nil {
		if f.disk.fault == fills {
			n, _ := f.DiskFile.Write(data[:len(data)/2])
			return n, err
		}
		return 0, err
	}
	return f.DiskFile.Write(data)
}

func (f faultyFile) Truncate(size int64) error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if err := f.disk.fails("cut", f.Name(), false); err != nil {
		return err
	}
	return f.DiskFile.Truncate(size)
}

func (f faultyFile) Sync() error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if err := f.disk.fails("sync", f.Name(), true); err != nil {
		return err
	}
	data, err := os.ReadFile(f.Name())
	f.content.synced = data
	return err
}

// decide writes a decision on a passage into a project kept on disk, as
// [Decisions.Import] does.
func decide(disk corpus.Disk, out string, d corpus.Decision) error {
	store, err := corpus.OpenStore(disk, filepath.Join(out, "project"), "a test")
	if err != nil {
		return err
	}
	defer store.Close()
	journal, err := store.Journal()
	if err != nil {
		return err
	}
	return journal.Append(d)
}

// faultCase is a project with results, to which a person adds a decision and a
// run a report, on a disk that fails.
type faultCase struct {
	options  Options
	decision corpus.Decision
	want     map[string]string // the results where nothing fails
}

func newFaultCase(t *testing.T) faultCase {
	t.Helper()
	o, outcome := runShort(t)
	p := slices.Collect(resultsOf(t, outcome).Passages.All())[0]
	c := faultCase{options: o, decision: corpus.Decision{PassageID: p.PassageID, Theme: p.Theme, Status: corpus.Rejected, Coder: "KL", Time: monday.Time}}
	if err := os.WriteFile(filepath.Join(o.Folder, "second.txt"), []byte(strings.ReplaceAll(shortReview, "Wren", "Robin")), 0o600); err != nil {
		t.Fatal(err)
	}
	whole := c.copied(t)
	if err := decide(corpus.SystemDisk{}, whole.Out, c.decision); err != nil {
		t.Fatal(err)
	}
	runAgain(t, whole)
	c.want = treeOf(t, whole.Out)
	return c
}

// copied returns the options for a copy of the project, which lies as far from
// the reports as the first.
func (c faultCase) copied(t *testing.T) Options {
	t.Helper()
	o := c.options
	o.Out = filepath.Join(filepath.Dir(o.Out), fmt.Sprint("copy-", len(treeOf(t, filepath.Dir(o.Out)))))
	if err := os.CopyFS(o.Out, os.DirFS(c.options.Out)); err != nil {
		t.Fatal(err)
	}
	return o
}

// work decides and runs on disk. decided says that the decision was
// acknowledged.
func (c faultCase) work(disk corpus.Disk, o Options) (decided bool, err error) {
	if err := decide(disk, o.Out, c.decision); err != nil {
		return false, err
	}
	o.Disk, o.Workers = disk, 1
	_, err = Run(context.Background(), o)
	return true, err
}

// TestFaultyDisk has a disk fail at one operation after another while a
// decision is taken and a run reads and writes: those of one file alone by
// -run 'FaultyDisk/coded.jsonl' -faults.all. Whatever fails, the error names
// a file, nothing acknowledged is lost, and once the disk is sound a run with other
// options takes nothing of that run for a person's, and the next ends as if nothing
// had been.
func TestFaultyDisk(t *testing.T) {
	takesLong(t)
	c := newFaultCase(t)
	o := c.copied(t)
	sound := newFaultyDisk(t, o.Out, refuses, 0)
	if _, err := c.work(sound, o); err != nil {
		t.Fatal(err)
	}
	step := 1
	if !*everyFault {
		step = sound.done / 6
	}
	for _, f := range slices.Sorted(maps.Keys(faults)) {
		for k := 1 + int(f)*step/3; k <= sound.done; k += step {
			t.Run(sound.named(f, k), func(t *testing.T) { c.failAt(t, f, k) })
		}
	}
}

// failAt has the disk fail at its k-th operation.
func (c faultCase) failAt(t *testing.T, f fault, k int) {
	o := c.copied(t)
	defer os.RemoveAll(o.Out)
	disk := newFaultyDisk(t, o.Out, f, k)
	decided, err := c.work(disk, o)
	if err != nil && !strings.Contains(err.Error(), o.Out) {
		t.Errorf("the error names no file: %v", err)
	}
	if f == powerCut {
		if err == nil {
			t.Error("all went well without power")
		}
		disk.loseUnsynced(t, o.Out)
	}
	if !decided {
		if _, err := os.Stat(filepath.Join(o.Out, "project", corpus.JournalName)); err == nil {
			if err := os.Remove(filepath.Join(o.Out, "project", corpus.JournalName)); err != nil {
				t.Fatal(err)
			}
		}
		if err := decide(corpus.SystemDisk{}, o.Out, c.decision); err != nil {
			t.Fatalf("with a sound disk again: %v", err)
		}
	}
	if f == fills { // a power cut takes what is known of the files with it
		other := o
		other.Presentation.NoQuotations = true
		if _, err := Run(context.Background(), other); err != nil {
			t.Fatalf("with a sound disk and otherwise, after %s failed: %v", disk.failed, err)
		}
	}
	if _, err := Run(context.Background(), o); err != nil {
		t.Fatalf("with a sound disk again, after %s failed: %v", disk.failed, err)
	}
	got := treeOf(t, o.Out)
	for name, data := range c.want {
		if got[name] != data {
			t.Errorf("after %s failed: %s is not the same", disk.failed, name)
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("after %s failed: %s was left behind", disk.failed, name)
	}
}
