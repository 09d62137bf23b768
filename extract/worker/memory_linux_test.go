package worker

import (
	"syscall"
	"testing"

	"thematic/corpus"
)

// checkMemory checks that no child that has ended held more memory than its
// limit and what it had at its start.
func checkMemory(t *testing.T, limits corpus.Limits) {
	t.Helper()
	if raceEnabled {
		return // the race detector needs memory of its own
	}
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &used); err != nil {
		t.Fatal(err)
	}
	const start = 64 << 20
	held := used.Maxrss << 10
	t.Logf("at most %d MB in one child", held>>20)
	if held > limits.Memory+start {
		t.Errorf("a child held %d MB, the limit is %d MB", held>>20, limits.Memory>>20)
	}
}
