package worker

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"thematic/corpus"
	"thematic/extract"
	"thematic/internal/hostile"
)

var everyHostile = flag.Bool("hostile.all", false, "read 1,200 generated hostile files, not 200")

// busyMachine is what a machine at other work may add to the time of a file.
const busyMachine = 20 * time.Second

// verdict is what came of one file and how long that took.
type verdict struct {
	name   string
	result extract.Result
	err    error
	took   time.Duration
}

// TestPoolReadsGeneratedHostileFiles reads files made to do harm.
func TestPoolReadsGeneratedHostileFiles(t *testing.T) {
	n := 200
	switch {
	case *everyHostile:
		n = 1200
	case raceEnabled: // the race detector is slow, and watches the readers, not the files
		n = hostile.Kinds() / 6
	case testing.Short():
		n = hostile.Kinds()
	}
	survives(t, n, Options{Command: []string{os.Args[0], "serve"}, Limits: childLimits()}, hostile.Make)
}

// survives has two readers read the first n files of a series. Each has a
// verdict, none takes longer than its readers may, no child more memory, and
// nothing is written.
func survives(t *testing.T, n int, options Options, file func(int) hostile.File) {
	t.Helper()
	dir := t.TempDir()
	work := filepath.Join(dir, "a", "b") // so that ../.. is seen too
	if err := os.MkdirAll(work, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Chdir(work)
	options.Workers = 2
	p := New(options)
	verdicts := readSeries(t, p, n, file)
	p.Close()

	limits := options.Limits
	longest := 2 * (limits.Time + 2*time.Second) // two readers
	if options.Engines.Second {
		longest += limits.TimeOCR + limits.Time + 2*time.Second // PDFium, and the text layer alone after it
	}
	got := map[corpus.Status]int{}
	var slowest verdict
	for _, v := range verdicts {
		got[v.result.Status]++
		if v.took > slowest.took {
			slowest = v
		}
		switch {
		case v.err != nil:
			t.Errorf("%s: %v", v.name, v.err)
		case v.result.Status == "":
			t.Errorf("%s: no verdict", v.name)
		case v.result.Status != corpus.StatusOK && v.result.Reason == "":
			t.Errorf("%s: %s without a reason", v.name, v.result.Status)
		case v.took > longest+busyMachine:
			t.Errorf("%s took %v", v.name, v.took)
		}
	}
	checkEmpty(t, dir, 2)
	checkMemory(t, limits)
	t.Logf("%d files: %v; slowest %s, %v: %s, %s", n, got, slowest.name, slowest.took.Round(time.Millisecond), slowest.result.Status, slowest.result.Reason)
}

// readSeries reads the first n files of a series, two at a time.
func readSeries(t *testing.T, p *Pool, n int, file func(int) hostile.File) []verdict {
	verdicts := make([]verdict, n)
	next := make(chan int)
	var readers sync.WaitGroup
	for range p.options.Workers {
		readers.Go(func() {
			for i := range next {
				f := file(i)
				begun := time.Now()
				result, err := p.Read(t.Context(), f.Name, bytes.NewReader(f.Data), int64(len(f.Data)))
				if fault := result.Text.Validate(); fault != nil {
					t.Errorf("%s: %v", f.Name, fault)
				}
				result.Text = corpus.Text{}
				verdicts[i] = verdict{f.Name, result, err, time.Since(begun)}
			}
		})
	}
	for i := range n {
		if i%200 == 0 {
			t.Logf("%d files of %d", i, n)
		}
		next <- i
	}
	close(next)
	readers.Wait()
	return verdicts
}

// checkEmpty checks that a folder holds so many folders and no file.
func checkEmpty(t *testing.T, dir string, folders int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && path != dir {
			folders--
		}
		if err == nil && !d.IsDir() {
			t.Errorf("a file was written: %s", path)
		}
		return err
	})
	if err != nil || folders != 0 {
		t.Errorf("the folder is not as it was: %v", err)
	}
}
