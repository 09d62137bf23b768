//go:build unix

package worker

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"testing"

	"thematic/corpus"
)

// BenchmarkReports reads the folder of real reports as a run does: in child
// processes, with structure and sections. It tells pages per second and the
// most memory that all processes held together, in MB, at most.
func BenchmarkReports(b *testing.B) {
	names, _ := filepath.Glob("../../../shared/reports/*.pdf")
	if len(names) == 0 {
		b.Skip("../shared/reports is missing")
	}
	files := make([][]byte, len(names))
	for i, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		files[i] = data
	}
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			pages := 0
			for range b.N {
				pages += readAll(b, files, workers)
			}
			b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
			b.ReportMetric(memory(syscall.RUSAGE_CHILDREN)*float64(workers), "MB-children")
		})
	}
}

// readAll reads files in so many children and returns how many pages they have.
func readAll(b *testing.B, files [][]byte, workers int) (pages int) {
	pool := New(Options{Command: []string{os.Args[0], "serve"}, Workers: workers, Limits: corpus.DefaultLimits()})
	defer pool.Close()
	next := make(chan []byte)
	var mu sync.Mutex
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for data := range next {
				got, err := pool.Read(context.Background(), "report.pdf", bytes.NewReader(data), int64(len(data)))
				mu.Lock()
				if pages += len(got.Text.Pages); err != nil || got.Status != corpus.StatusOK {
					b.Errorf("%v %s %s", err, got.Status, got.Reason)
				}
				mu.Unlock()
			}
		})
	}
	for _, data := range files {
		next <- data
	}
	close(next)
	group.Wait()
	return pages
}

// memory is the most memory that this process, or one of its children, held, in MB.
func memory(who int) float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(who, &usage); err != nil {
		return 0
	}
	unit := 1024.0 // Maxrss counts kilobytes, on the systems of Apple bytes
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return float64(usage.Maxrss) * unit / 1e6
}
