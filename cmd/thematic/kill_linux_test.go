package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"thematic/corpus/demo"
)

var kills = flag.Int("kills", 20, "how often TestKilledRunsResume kills a run")

// TestKilledRunsResume kills the program, its reading processes, or both, at
// random moments of a run over 300 documents. However it is cut off, the next
// run reads none of what was kept again, and the results are the same to the
// byte as those of a run that nothing disturbed.
func TestKilledRunsResume(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	root := t.TempDir()
	results := filepath.Join(root, "results") // of each run in turn: its name is in them
	writeReports(t, filepath.Join(root, "reports"))
	writeAll(t, filepath.Join(root, "headlines.yaml"), headlines(t))
	run := func() *exec.Cmd {
		cmd := thematicRun(root)
		cmd.Args = append(cmd.Args, "--codebook", "headlines.yaml")
		return cmd
	}
	began := time.Now()
	if out, err := run().CombinedOutput(); exited(err) != exitUnread {
		t.Fatalf("the undisturbed run: %v\n%s", err, out)
	}
	took, want := time.Since(began), treeHashes(t, results)
	random := rand.New(rand.NewPCG(3, 7))
	for i := range *kills {
		if err := os.RemoveAll(results); err != nil {
			t.Fatal(err)
		}
		moment := time.Duration(random.Float64() * float64(took))
		victims := []string{"the program", "a reading process", "both"}[i%3]
		t.Logf("%d of %d: %s, after %v of %v", i+1, *kills, victims, moment, took)
		cutOff(t, run(), moment, victims)
		kept := objects(t, results)
		out, err := run().CombinedOutput()
		if exited(err) != exitUnread {
			t.Fatalf("%s killed after %v, and the next run ended with %v:\n%s", victims, moment, err, out)
		}
		if again := known(out); victims != "a reading process" && again < kept {
			t.Errorf("%s killed after %v: %d documents were kept, and only %d not read again", victims, moment, kept, again)
		}
		got := treeHashes(t, results)
		for file, hash := range want {
			if got[file] != hash {
				t.Errorf("%s killed after %v: %s is not the same", victims, moment, file)
			}
			delete(got, file)
		}
		for file := range got {
			t.Errorf("%s killed after %v: %s was left behind", victims, moment, file)
		}
	}
}

// TestKilledAmongItsOutputs kills a run while it writes what comes out otherwise than
// before, and holds that the next, with other options again, takes nothing of it for a
// person's.
func TestKilledAmongItsOutputs(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	root := t.TempDir()
	if err := os.CopyFS(filepath.Join(root, "reports"), demo.Reviews()); err != nil {
		t.Fatal(err)
	}
	run := func(options ...string) *exec.Cmd {
		cmd := thematicRun(root)
		cmd.Args = append(cmd.Args, options...)
		return cmd
	}
	if out, err := run().CombinedOutput(); exited(err) != exitUnread {
		t.Fatalf("got %v\n%s", err, out)
	}
	// On a busy machine a run may have come to its end before the kill: then the
	// next, with the other options, is to be killed.
	for i := range 10 {
		options := [][]string{{"--voice", "child", "--workers", "1"}, {"--workers", "1"}}[i%2]
		if killAmongOutputs(t, run(options...), filepath.Join(root, "results")) {
			break
		}
		if i == 9 {
			t.Fatal("ten runs came to their ends before they were killed: the test shows nothing")
		}
	}
	if out, err := run("--rules-only").CombinedOutput(); exited(err) != exitUnread || bytes.Contains(out, []byte("kept as")) {
		t.Errorf("got %v\n%s", err, out)
	}
	for _, pattern := range []string{"*-yours*", "*/*-yours*"} {
		if aside, _ := filepath.Glob(filepath.Join(root, "results", pattern)); len(aside) > 0 {
			t.Errorf("%q were put aside", aside)
		}
	}
}

// killAmongOutputs starts a run and kills it once a chart or the briefing in the folder
// of results is another than before. It reports whether that came before the run's end.
func killAmongOutputs(t *testing.T, cmd *exec.Cmd, results string) bool {
	t.Helper()
	outputs, err := filepath.Glob(filepath.Join(results, "charts", "*.svg"))
	if err != nil || len(outputs) == 0 {
		t.Fatalf("got the charts %q, %v", outputs, err)
	}
	outputs = append(outputs, filepath.Join(results, "briefing.html"))
	before := contents(outputs)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for maps.Equal(contents(outputs), before) {
		select {
		case err := <-ended:
			if exited(err) != exitUnread || maps.Equal(contents(outputs), before) {
				t.Fatalf("the run that was to be killed ended with %v, and was to come out otherwise", err)
			}
			return false
		case <-time.After(time.Millisecond):
		}
	}
	cmd.Process.Kill() // it may have ended by itself
	return exited(<-ended) == -1
}

// contents are what files hold, by their paths. They are renamed into their places.
func contents(paths []string) map[string]string {
	held := map[string]string{}
	for _, path := range paths {
		data, _ := os.ReadFile(path)
		held[path] = string(data)
	}
	return held
}

var nearOf = regexp.MustCompile(`(?m)^    near:.*\n`)

// headlines is the built-in codebook with its headline themes alone, of which a run
// is sooner at its end.
func headlines(t *testing.T) []byte {
	t.Helper()
	const begins = "\n  - id: "
	parts := strings.Split(output(t, ".", "thematic", "codebook", "show", "builtin:practice"), begins)
	kept := parts[:1]
	for _, theme := range parts[1:] {
		if strings.Contains(theme, "\n    headline: true\n") {
			kept = append(kept, nearOf.ReplaceAllString(theme, ""))
		}
	}
	if len(kept) != 4 {
		t.Fatalf("%d headline themes, want 3", len(kept)-1)
	}
	return []byte(strings.Join(kept, begins))
}

// writeReports fills a folder with an area of the demonstration, which has files that
// cannot be read too, and texts of two lines, 300 files in all.
func writeReports(t *testing.T, folder string) {
	t.Helper()
	area, err := fs.Sub(demo.Reviews(), "Carrowdale")
	if err == nil {
		err = os.CopyFS(folder, area)
	}
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	err = filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for n := files; n < 300; n++ {
		text := fmt.Sprintf("Serious Case Review concerning Child %d\n\nNo risk assessment was completed in the %d days before.\n", n, n)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("review-%d.txt", n)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func thematicRun(root string) *exec.Cmd {
	cmd := exec.Command("thematic", "run", "reports", "--out", "results", "--quiet", "--ocr", "off")
	cmd.Dir = root
	return cmd
}

// cutOff starts a run and kills it, or its reading processes, after a while.
func cutOff(t *testing.T, cmd *exec.Cmd, after time.Duration, victims string) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	if victims != "the program" {
		for _, pid := range childrenOf(cmd.Process.Pid) {
			syscall.Kill(pid, syscall.SIGKILL) // it may have ended by itself
		}
	}
	if victims != "a reading process" {
		syscall.Kill(cmd.Process.Pid, syscall.SIGKILL)
	}
	cmd.Wait()
}

// childrenOf returns the processes that a process has started.
func childrenOf(pid int) []int {
	lists, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	var children []int
	for _, path := range lists {
		data, _ := os.ReadFile(path) // none where the thread has ended
		for _, field := range strings.Fields(string(data)) {
			if child, err := strconv.Atoi(field); err == nil {
				children = append(children, child)
			}
		}
	}
	return children
}

// exited is the exit code behind the error of a command, -1 where it has none.
func exited(err error) int {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	return -1
}

// objects counts the documents that a project has kept.
func objects(t *testing.T, out string) int {
	t.Helper()
	kept, err := filepath.Glob(filepath.Join(out, "project", "objects", "*", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	return len(kept)
}

var knownLine = regexp.MustCompile(`(?m)^(\d+) of them known from an earlier run`)

// known is how many documents a run says that it has not read again.
func known(out []byte) int {
	m := knownLine.FindSubmatch(out)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1])) // digits
	return n
}

// treeHashes returns the hash of every file of a folder of results.
func treeHashes(t *testing.T, folder string) map[string][32]byte {
	t.Helper()
	files, err := hashes(folder)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestInterrupt has a run interrupted once, which ends it with what it has read
// kept, and twice, which ends it at once.
func TestInterrupt(t *testing.T) {
	root := t.TempDir()
	writeReports(t, filepath.Join(root, "reports"))
	for _, times := range []int{1, 2} {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		out := fmt.Sprintf("out-%d", times)
		cmd := exec.CommandContext(ctx, "thematic", "run", "reports", "--out", out, "--ocr", "off")
		cmd.Dir = root
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for objects(t, filepath.Join(root, out)) < 10 && ctx.Err() == nil {
			time.Sleep(time.Millisecond)
		}
		for range times {
			cmd.Process.Signal(os.Interrupt)
			time.Sleep(20 * time.Millisecond)
		}
		err := cmd.Wait()
		if times == 1 && (exited(err) != exitInterrupted || !strings.Contains(stderr.String(), "what was read so far is kept")) {
			t.Errorf("interrupted once: ended with %v: %s", err, stderr.String())
		}
		if times == 2 && err == nil {
			t.Error("interrupted twice: went on to its end")
		}
	}
}
