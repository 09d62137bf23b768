package main

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestAllKindsAreACopy: whoever gets every kind may sort them.
func TestAllKindsAreACopy(t *testing.T) {
	kinds, err := parseKinds(list{"all"})
	if err != nil || !slices.Equal(kinds, corpus.Kinds) {
		t.Fatalf("got %q, %v, want %q", kinds, err, corpus.Kinds)
	}
	before := slices.Clone(corpus.Kinds)
	slices.Reverse(kinds)
	if !slices.Equal(corpus.Kinds, before) {
		t.Error("the kinds of the package are in another order")
		slices.Reverse(kinds)
	}
}

// TestKindsAsTyped: capitals and spaces make no other kind.
func TestKindsAsTyped(t *testing.T) {
	kinds, err := parseKinds(list{"Review", "executive summary"})
	if want := []corpus.Kind{corpus.KindReview, corpus.KindSummary}; err != nil || !slices.Equal(kinds, want) {
		t.Errorf("got %q, %v, want %q", kinds, err, want)
	}
}

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
