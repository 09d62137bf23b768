package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestBuildsAndDaysAgree has builds of the same source do the same work: the one
// that is tested, one as for a release whose clock is two days ahead, and that one
// copied elsewhere. The files are the same to the byte; two that spare a later run
// work tell the first from the others.
func TestBuildsAndDaysAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	root := t.TempDir()
	release, moved := filepath.Join(root, "release.exe"), filepath.Join(root, "moved.exe")
	output(t, ".", "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s", "-overlay", daysAhead(t, 2), "-o", release, ".")
	program, err := os.ReadFile(release)
	if err == nil {
		err = os.WriteFile(moved, program, 0o700)
	}
	if err != nil {
		t.Fatal(err)
	}
	files, dated := map[string]map[string][32]byte{}, map[string]int64{}
	for _, program := range []string{"thematic", release, moved} {
		folder := t.TempDir()
		output(t, folder, program, "demo", "--out", "out", "--quiet", "--ocr", "off")
		if files[program], err = hashes(filepath.Join(folder, "out")); err != nil {
			t.Fatal(err)
		}
		dated[program] = decisionDay(t, folder, program)
	}
	if today, ahead := dated["thematic"], dated[release]; ahead < today+2 {
		t.Errorf("decisions are dated day %d by one clock and day %d by the other", today, ahead)
	}
	tested, released, copied := files["thematic"], files[release], files[moved]
	differing(t, released, copied)
	for _, note := range []string{"project/last-run.json", "project/judged.jsonl", "project/coded.jsonl"} {
		if tested[note] == released[note] {
			t.Errorf("%s does not tell two builds apart", note)
		}
		delete(tested, note)
		delete(released, note)
	}
	differing(t, tested, released)
}

// daysAhead writes an overlay for the go command with which the clock of what it
// builds is so many days ahead, wherever our packages ask for the time. The others
// keep theirs, or all of them would be compiled anew: of what they write, only the
// time and not the day could tell one run from another, as it would here.
func daysAhead(t *testing.T, days int) string {
	t.Helper()
	folder, replace := t.TempDir(), map[string]string{}
	list := output(t, ".", "go", "list", "-deps", "-f", `{{if .Module}}{{if .Module.Main}}{{$dir := .Dir}}{{range .GoFiles}}{{$dir}}/{{.}}{{"\n"}}{{end}}{{end}}{{end}}`, ".")
	for file := range strings.Lines(list) {
		file = filepath.FromSlash(strings.TrimSpace(file))
		if file == "" {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		ahead := strings.ReplaceAll(string(source), "time.Now()", fmt.Sprintf("time.Now().AddDate(0, 0, %d)", days))
		if ahead == string(source) {
			continue
		}
		replace[file] = filepath.Join(folder, fmt.Sprintf("%d.go", len(replace)))
		if err := os.WriteFile(replace[file], []byte(ahead), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	overlay := filepath.Join(folder, "overlay.json")
	data, err := json.Marshal(map[string]map[string]string{"Replace": replace})
	if err := errors.Join(err, os.WriteFile(overlay, data, 0o600)); err != nil {
		t.Fatal(err)
	}
	return overlay
}

// decisionDay returns the day, counted from 1970, by which a program dates a
// decision on the results in a folder that is brought in now.
func decisionDay(t *testing.T, folder, program string) int64 {
	t.Helper()
	passages, err := os.ReadFile(filepath.Join(folder, "out", "tables", "passages.csv"))
	if err != nil {
		t.Fatal(err)
	}
	_, rows, _ := strings.Cut(string(passages), "\n")
	id, _, _ := strings.Cut(rows, ",")
	if err := os.WriteFile(filepath.Join(folder, "mine.csv"), []byte("passage_id,decision\n"+id+",rejected\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	output(t, folder, program, "decisions", "import", "mine.csv", "--coder", "A", "--out", "out")
	list := output(t, folder, program, "decisions", "list", "--out", "out")
	date, err := time.Parse(time.DateOnly, regexp.MustCompile(`\d{4}-\d\d-\d\d`).FindString(list))
	if err != nil {
		t.Fatalf("no day in %q", list)
	}
	return date.Unix() / int64((24 * time.Hour).Seconds())
}

// output returns what a program prints that is run in a folder.
func output(t *testing.T, folder, program string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = folder
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
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
