package worker

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"thematic/corpus"
	"thematic/extract"
)

// TestKilledReaderIsNotTheFilesFault kills a reader at work on more than the text
// layer: the file is read once more, whole.
func TestKilledReaderIsNotTheFilesFault(t *testing.T) {
	limits := childLimits()
	limits.Time, limits.TimeOCR = 2*time.Second, time.Minute
	p := New(Options{Command: []string{os.Args[0], "misbehave-in-time"}, Limits: limits, Engines: extract.Options{Second: true}})
	t.Cleanup(p.Close)
	path := filepath.Join(t.TempDir(), "at-work")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	pipe, err := os.OpenFile(path, os.O_RDWR, 0) // so that no end waits for the other
	if err != nil {
		t.Fatal(err)
	}
	killed := make(chan int, 1)
	go func() {
		defer close(killed)
		if _, err := pipe.Read(make([]byte, 1)); err == nil {
			killed <- killChildren()
		}
	}()
	got := readString(t, p, path, "tarry")
	pipe.Close()
	if n := <-killed; n == 0 {
		t.Fatal("there was no reader to kill")
	}
	if got.Status != corpus.StatusOK || len(got.Text.Warnings) > 0 {
		t.Errorf("got %s, %q, warnings %q", got.Status, got.Reason, got.Text.Warnings)
	}
}

// killChildren kills every process that this one has started, and counts them.
func killChildren() (n int) {
	lists, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", os.Getpid()))
	for _, path := range lists {
		data, _ := os.ReadFile(path) // none where the thread has ended
		for _, field := range strings.Fields(string(data)) {
			if pid, err := strconv.Atoi(field); err == nil && syscall.Kill(pid, syscall.SIGKILL) == nil {
				n++
			}
		}
	}
	return n
}
