package main

import (
	"runtime"
	"strings"
	"testing"
)

// TestOptionsLeaveNobodyAtWork: where the codebook is not there, the reading of the
// program's own file is waited for.
func TestOptionsLeaveNobodyAtWork(t *testing.T) {
	if _, err := (runFlags{codebook: "builtin:missing", workers: 1}).options(t.TempDir()); err == nil {
		t.Fatal("a codebook was loaded that is not there")
	}
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	if strings.Contains(string(stacks), "buildMark") {
		t.Errorf("somebody is still at work:\n%s", stacks)
	}
}
