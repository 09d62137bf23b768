package project

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// exportCase is an export over a file that a person has written in.
type exportCase struct {
	out    string            // the folder of the results, in which the file lies
	format string            // of the export
	path   string            // below out, where the export goes
	before map[string]string // what is below out
	want   map[string]string // the same after the export where nothing fails
}

const personsWords = "what a person wrote\n"

func newExportCase(t *testing.T, format, path, file string) exportCase {
	t.Helper()
	o, _ := runShort(t)
	c := exportCase{out: o.Out, format: format, path: path}
	mine := filepath.Join(c.out, file)
	if err := os.MkdirAll(filepath.Dir(mine), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(mine, []byte(personsWords), 0o600); err != nil {
		t.Fatal(err)
	}
	c.before = treeOf(t, c.out)
	if err := c.export(corpus.SystemDisk{}); err != nil {
		t.Fatal(err)
	}
	c.want = c.results(t)
	return c
}

// export does what [Export] does, on disk.
func (c exportCase) export(disk corpus.Disk) error {
	store, err := corpus.ReadStore(disk, filepath.Join(c.out, "project"))
	if err != nil {
		return err
	}
	r := &OpenedResults{store: store}
	defer r.Close()
	if err := r.count(Selection{}); err != nil {
		return err
	}
	_, err = r.export(context.Background(), c.format, filepath.Join(c.out, c.path), "a test", Presentation{})
	return err
}

// results are the files below out, but for the list of what was exported, in which one
// that was written again stands twice.
func (c exportCase) results(t *testing.T) map[string]string {
	t.Helper()
	files := treeOf(t, c.out)
	delete(files, "/project/"+exportedName)
	return files
}

// reset has below out what was there before.
func (c exportCase) reset(t *testing.T) {
	t.Helper()
	for name := range treeOf(t, c.out) {
		if err := os.Remove(c.out + name); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range c.before {
		if err := os.WriteFile(c.out+name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestExportsOnAFaultyDisk has a disk fail at one operation after another while results
// are exported over what a person wrote. Whatever fails, the error names a file, the
// person's words are there under the one name or the other, no half of an export is,
// and once the disk is sound it ends as if nothing had been.
func TestExportsOnAFaultyDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	cases := []exportCase{
		newExportCase(t, "json", "mine/all.json", "mine/all.json"),
		newExportCase(t, "csv", "mine", "mine/prevalence.csv"),
	}
	if *everyFault {
		cases = append(cases, newExportCase(t, "xlsx", "mine/book.xlsx", "mine/book.xlsx"))
	}
	for _, c := range cases {
		c.reset(t)
		sound := newFaultyDisk(t, c.out, refuses, 0)
		if err := c.export(sound); err != nil {
			t.Fatal(err)
		}
		step := 1
		if !*everyFault {
			step = max(1, sound.done/9)
		}
		for _, f := range slices.Sorted(maps.Keys(faults)) {
			for k := 1 + int(f)*step/3; k <= sound.done; k += step {
				t.Run(c.format+", "+sound.named(f, k), func(t *testing.T) { c.failAt(t, f, k) })
			}
		}
	}
}

// failAt has the disk fail at its k-th operation.
func (c exportCase) failAt(t *testing.T, f fault, k int) {
	c.reset(t)
	disk := newFaultyDisk(t, c.out, f, k)
	err := c.export(disk)
	if err != nil && !strings.Contains(err.Error(), c.out) {
		t.Errorf("the error names no file: %v", err)
	}
	if f == powerCut {
		if err == nil {
			t.Error("all went well without power")
		}
		disk.loseUnsynced(t, c.out)
	}
	c.check(t, disk.failed)
	if err := c.export(corpus.SystemDisk{}); err != nil {
		t.Fatalf("with a sound disk again, after %s failed: %v", disk.failed, err)
	}
	if got := c.results(t); !maps.Equal(got, c.want) {
		t.Errorf("after %s failed, and with a sound disk again: got %v, want %v", disk.failed, slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(c.want)))
	}
}

// check holds that every file is as it was before or will be in the end, and that the
// person's words are not gone.
func (c exportCase) check(t *testing.T, failed string) {
	t.Helper()
	kept := false
	for name, text := range c.results(t) {
		if text != c.before[name] && text != c.want[name] {
			t.Errorf("after %s failed: %s is %d bytes long, neither what was there nor what was to come", failed, name, len(text))
		}
		kept = kept || text == personsWords
	}
	if !kept {
		t.Errorf("after %s failed: what a person wrote is gone", failed)
	}
}
