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

// TestPoolReadsGeneratedHostileFiles reads files made to do harm. Each has a
// verdict, none takes longer than two readers may, and nothing is written.
func TestPoolReadsGeneratedHostileFiles(t *testing.T) {
	n := 200
	switch {
	case *everyHostile:
		n = 1200
	case testing.Short(), raceEnabled: // the race detector is slow
		n = hostile.Kinds()
	}
	dir := t.TempDir()
	work := filepath.Join(dir, "a", "b") // so that ../.. is seen too
	if err := os.MkdirAll(work, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Chdir(work)
	p := New(Options{Command: []string{os.Args[0], "serve"}, Workers: 2, Limits: childLimits()})
	verdicts := readHostile(t, p, n)
	p.Close()

	got := map[corpus.Status]int{}
	var longest verdict
	for _, v := range verdicts {
		got[v.result.Status]++
		if v.took > longest.took {
			longest = v
		}
		switch {
		case v.err != nil:
			t.Errorf("%s: %v", v.name, v.err)
		case v.result.Status == "":
			t.Errorf("%s: no verdict", v.name)
		case v.result.Status != corpus.StatusOK && v.result.Reason == "":
			t.Errorf("%s: %s without a reason", v.name, v.result.Status)
		case v.took > 2*(p.options.Limits.Time+2*time.Second)+busyMachine:
			t.Errorf("%s took %v", v.name, v.took)
		}
	}
	checkEmpty(t, dir, 2)
	checkMemory(t, p.options.Limits)
	t.Logf("%d files: %v; longest %s, %v: %s, %s", n, got, longest.name, longest.took.Round(time.Millisecond), longest.result.Status, longest.result.Reason)
}

// readHostile reads the first n hostile files, two at a time.
func readHostile(t *testing.T, p *Pool, n int) []verdict {
	verdicts := make([]verdict, n)
	next := make(chan int)
	var readers sync.WaitGroup
	for range p.options.Workers {
		readers.Go(func() {
			for i := range next {
				f := hostile.Make(i)
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
