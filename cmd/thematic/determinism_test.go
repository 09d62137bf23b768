package main

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestBuildsAgree has builds of the same source do the same work: the one that
// is tested, one as for a release, and that one copied elsewhere. The files are
// the same to the byte; two that spare a later run work tell the first from the
// others.
func TestBuildsAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	root := t.TempDir()
	release, moved := filepath.Join(root, "release.exe"), filepath.Join(root, "moved.exe")
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s", "-o", release, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	program, err := os.ReadFile(release)
	if err == nil {
		err = os.WriteFile(moved, program, 0o700)
	}
	if err != nil {
		t.Fatal(err)
	}
	files := func(program string) map[string][32]byte {
		cmd := exec.Command(program, "demo", "--out", "out", "--quiet", "--ocr", "off")
		cmd.Dir = t.TempDir()
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", program, err, out)
		}
		hashed, err := hashes(filepath.Join(cmd.Dir, "out"))
		if err != nil {
			t.Fatal(err)
		}
		return hashed
	}
	tested, released, copied := files("thematic"), files(release), files(moved)
	differing(t, released, copied)
	for _, note := range []string{"project/last-run.json", "project/judged.jsonl"} {
		if tested[note] == released[note] {
			t.Errorf("%s does not tell two builds apart", note)
		}
		delete(tested, note)
		delete(released, note)
	}
	differing(t, tested, released)
}

// differing names the files that are not the same in two folders.
func differing(t *testing.T, a, b map[string][32]byte) {
	t.Helper()
	all := maps.Clone(a)
	maps.Copy(all, b)
	for name := range all {
		if a[name] != b[name] {
			t.Errorf("%s is not the same", name)
		}
	}
}
