package worker

import (
	"os"
	"testing"

	"thematic/corpus"
)

// TestReaderWithinALimitOfTheShell: where less address space is allowed than a reader
// would take, as batch systems do, it makes do with it.
func TestReaderWithinALimitOfTheShell(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector needs more address space than any limit")
	}
	p := New(Options{Command: []string{"sh", "-c", `ulimit -v 2000000; exec "$0" serve-with-pdfium`, os.Args[0]}, Workers: 1, Limits: pdfiumLimits()})
	t.Cleanup(p.Close)
	if got := readString(t, p, "a.txt", "No plan was made."); got.Status != corpus.StatusOK {
		t.Errorf("got %s (%s), want it read", got.Status, got.Reason)
	}
}
