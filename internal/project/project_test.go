package project

import (
	"context"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestRunLeavesNobodyAtWork: a run that fails while files are read waits for the
// codebook to be ready.
func TestRunLeavesNobodyAtWork(t *testing.T) {
	o := testOptions(t, shardFolder(t))
	o.Reader = []string{filepath.Join(t.TempDir(), "missing")}
	if _, err := Run(context.Background(), o); err == nil {
		t.Fatal("files were read by a program that is not there")
	}
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	if strings.Contains(string(stacks), "themes.NewCoder") {
		t.Errorf("somebody is still at work:\n%s", stacks)
	}
}
