package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"thematic/corpus"
	"thematic/extract"
)

// TestMain makes the test binary its own child, as the program does.
func TestMain(m *testing.M) {
	if len(os.Args) < 2 {
		os.Exit(m.Run())
	}
	var err error
	switch os.Args[1] {
	case "serve":
		err = Serve(os.Stdin, os.Stdout, childLimits())
	case "serve-with-pdfium":
		err = Serve(os.Stdin, os.Stdout, pdfiumLimits())
	case "misbehave":
		err = serve(os.Stdin, os.Stdout, childLimits(), misbehave)
	case "misbehave-in-time":
		limits := childLimits()
		limits.Time = 2 * time.Second
		err = serve(os.Stdin, os.Stdout, limits, misbehave)
	case "killed-while-starting": // as often as there are files left in a folder
		if left, _ := filepath.Glob(filepath.Join(os.Args[2], "*")); len(left) > 0 {
			endSelf(left[0])
		}
		err = serve(os.Stdin, os.Stdout, childLimits(), misbehave)
	case "mute":
		err = errors.New("unknown command")
	case "orphan":
		err = beOrphaned()
	default:
		os.Exit(m.Run())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// endSelf removes a file and kills this process.
func endSelf(path string) {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = errors.Join(os.Remove(path), self.Kill())
	}
	if err != nil {
		panic(err)
	}
	select {}
}

// childLimits are tight, so that the tests are quick.
func childLimits() corpus.Limits {
	limits := corpus.DefaultLimits()
	limits.Memory = 512 << 20
	limits.Time = 5 * time.Second
	return limits
}

// pdfiumLimits leave room for PDFium.
func pdfiumLimits() corpus.Limits {
	limits := childLimits()
	limits.Memory = corpus.DefaultLimits().Memory
	limits.TimeOCR = limits.Time
	return limits
}

// standardOutput is that of the process, which a child hides.
var standardOutput = os.Stdout

// misbehave does what a hostile file can make a parser do: the file says what.
func misbehave(file io.ReaderAt, req request, limits corpus.Limits, busy func()) extract.Result {
	content, _ := io.ReadAll(io.NewSectionReader(file, 0, req.Size))
	var held [][]byte
	switch string(content) {
	case "loop":
		for i := 0; ; i++ {
		}
	case "eat":
		for len(held) < 1<<20 { // a million megabytes
			held = append(held, []byte(strings.Repeat("x", 1<<20)))
		}
	case "gulp":
		held = append(held, make([]byte, 64<<30))
	case "dive":
		return dive(0)
	case "quit":
		fmt.Fprintln(os.Stderr, "a first line")
		fmt.Fprintln(os.Stderr, "the font is in pieces")
		os.Exit(3)
	case "babble":
		standardOutput.WriteString("This is not a frame at all.")
		select {}
	case "broken":
		return extract.Result{Text: corpus.Text{Body: "no block holds this\n"}}
	case "tarry": // longer than the limit of time, but asking for more
		busy()
		busy() // the parent was told of the first now
		if told, err := os.OpenFile(req.Name, os.O_WRONLY, 0); err == nil {
			_, _ = told.WriteString("x") // a pipe, for who waits for it
		}
		time.Sleep(limits.Time + limits.Time/2)
	case "tire", "tire in vain": // for ever, at more than the text layer
		if busy(); req.Options.Second {
			select {}
		}
		if string(content) == "tire in vain" {
			return extract.Result{Status: corpus.StatusFailed, Reason: "its text layer is damaged"}
		}
	case "fall": // at more than the text layer
		if req.Options.Second {
			busy()
			busy() // the parent was told of the first now
			os.Exit(3)
		}
	case "write":
		if err := os.WriteFile(req.Name, []byte("x"), 0o600); err != nil {
			return extract.Result{Status: corpus.StatusFailed, Reason: "not written"}
		}
	}
	return extract.Result{Status: corpus.StatusOK, Reason: fmt.Sprint(len(held))}
}

func dive(n int) extract.Result {
	if n == 1<<40 {
		return extract.Result{}
	}
	r := dive(n + 1)
	r.Reason += "."
	return r
}

func newPool(t *testing.T, workers int, args ...string) *Pool {
	t.Helper()
	limits := childLimits()
	p := New(Options{Command: append([]string{os.Args[0]}, args...), Workers: workers, Limits: limits})
	t.Cleanup(p.Close)
	return p
}

func readString(t *testing.T, p *Pool, name, content string) extract.Result {
	t.Helper()
	result, err := p.Read(t.Context(), name, strings.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return result
}

func TestPoolReads(t *testing.T) {
	p := newPool(t, 2, "serve")
	var readers sync.WaitGroup
	for i := range 8 {
		readers.Go(func() {
			want := fmt.Sprintf("Report %d says that no plan was made.\n", i)
			got := readString(t, p, "a.txt", want)
			if got.Text.Body != want || got.Status != corpus.StatusOK {
				t.Errorf("got %q, %s, want %q", got.Text.Body, got.Status, want)
			}
		})
	}
	readers.Wait()
	if got := readString(t, p, "a.pdf", ""); got.Status != corpus.StatusEmpty {
		t.Errorf("empty file: got %s", got.Status)
	}
}

func TestPoolOutlivesItsChildren(t *testing.T) {
	tests := []struct{ content, reason string }{
		{"loop", "reading it took more than 1 s: open it and save it anew as PDF"},
		{"eat", "reading it ran out of memory: open it and save it anew as PDF"},
		{"gulp", "reading it ran out of memory: open it and save it anew as PDF"},
		{"dive", "the reader crashed on it (fatal error: stack overflow): open it and save it anew as PDF"},
		{"quit", "the reader crashed on it (the font is in pieces): open it and save it anew as PDF"},
		{"babble", "the reader crashed on it (broken frame: "},
		{"broken", "the reader crashed on it (blocks end at 0 of 20 bytes): open it and save it anew as PDF"},
	}
	p := newPool(t, 1, "misbehave")
	for _, tt := range tests {
		if raceEnabled && tt.content == "gulp" {
			continue // there is no limit of the address space to meet
		}
		p.options.Limits.Time = time.Minute // which a busy machine needs
		if tt.content == "loop" {
			p.options.Limits.Time = time.Second
		}
		got := readString(t, p, "a.pdf", tt.content)
		if got.Status != corpus.StatusFailed || !strings.HasPrefix(got.Reason, tt.reason) {
			t.Errorf("%s: got %s, %q, want %q", tt.content, got.Status, got.Reason, tt.reason)
		}
		if got := readString(t, p, "a.pdf", "behave"); got.Status != corpus.StatusOK {
			t.Errorf("after %s: got %s, %q", tt.content, got.Status, got.Reason)
		}
	}
}

func TestChildMayAskForTime(t *testing.T) {
	limits := childLimits()
	limits.Time, limits.TimeOCR = 2*time.Second, time.Minute
	p := New(Options{Command: []string{os.Args[0], "misbehave-in-time"}, Limits: limits})
	t.Cleanup(p.Close)
	if got := readString(t, p, "a", "tarry"); got.Status != corpus.StatusOK {
		t.Errorf("got %s, %q", got.Status, got.Reason)
	}
}

// TestTextLayerIsReadWithoutWhatHangs has a reader hang in what stands behind
// the text layer: the file is read without that, and says so. That its time ran out
// is known also where the text layer fails.
func TestTextLayerIsReadWithoutWhatHangs(t *testing.T) {
	limits := childLimits()
	limits.Time, limits.TimeOCR = 5*time.Second, 6*time.Second
	for content, want := range map[string]corpus.Status{"tire": corpus.StatusOK, "tire in vain": corpus.StatusFailed} {
		t.Run(content, func(t *testing.T) {
			t.Parallel()
			p := New(Options{Command: []string{os.Args[0], "misbehave"}, Limits: limits, Engines: extract.Options{Second: true}})
			t.Cleanup(p.Close)
			got := readString(t, p, "a", content)
			said := strings.Join(got.Text.Warnings, "; ")
			warned := strings.HasPrefix(said, "only its text layer was read: reading it took more than")
			if got.Status != want || !got.Late || warned != (want == corpus.StatusOK) {
				t.Errorf("got %s, %q, late %v, warnings %q", got.Status, got.Reason, got.Late, said)
			}
		})
	}
}

// TestCrashIsTold has readers end on a file: only the text layer is read where they
// ended on more than that, and the result says that they did.
func TestCrashIsTold(t *testing.T) {
	p := New(Options{Command: []string{os.Args[0], "misbehave"}, Limits: childLimits(), Engines: extract.Options{Second: true}})
	t.Cleanup(p.Close)
	for content, want := range map[string]corpus.Status{"fall": corpus.StatusOK, "quit": corpus.StatusFailed} {
		if got := readString(t, p, "a", content); got.Status != want || !got.Crashed || got.Late {
			t.Errorf("%s: got %s, %q, crashed %v, late %v", content, got.Status, got.Reason, got.Crashed, got.Late)
		}
	}
	if got := readString(t, p, "a", "behave"); got.Crashed {
		t.Error("a file that is read well is said to have ended the reader")
	}
}

func TestChildWritesNoFile(t *testing.T) {
	p := newPool(t, 1, "misbehave")
	path := filepath.Join(t.TempDir(), "written")
	readString(t, p, path, "write")
	info, err := os.Stat(path)
	switch {
	case err != nil || info.Size() == 0:
	case runtime.GOOS == "linux":
		t.Errorf("a child wrote %d bytes into a file", info.Size())
	default:
		t.Skip("this system does not stop a process from writing files")
	}
}

func TestChildIsReplacedAfterManyFiles(t *testing.T) {
	p := newPool(t, 1, "misbehave")
	var first, last *child
	for i := range filesPerChild + 1 {
		readString(t, p, "a", "behave")
		c := <-p.free
		if i == 0 {
			first = c
		}
		last = c
		p.free <- c
	}
	if first == last || last.served != 1 {
		t.Errorf("got the same child %v after %d files, served %d", first == last, filesPerChild+1, last.served)
	}
}

func TestReadStopsWhenCancelled(t *testing.T) {
	p := newPool(t, 1, "misbehave")
	readString(t, p, "a", "behave")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	_, err := p.Read(ctx, "a.pdf", strings.NewReader("loop"), 4)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	if got := readString(t, p, "a", "behave"); got.Status != corpus.StatusOK {
		t.Errorf("after cancelling: got %s, %q", got.Status, got.Reason)
	}
}

// TestPrepareLeavesWhoWaits: a read that waits for another to fill the cache ends
// with its context.
func TestPrepareLeavesWhoWaits(t *testing.T) {
	p := newPool(t, 1, "misbehave")
	p.preparing <- struct{}{} // another is at it
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(10*time.Millisecond, cancel)
	if err := p.prepare(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

func TestUnprepared(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := newPool(t, 1, "misbehave")
	p.options.Engines.Cache = file
	if err := p.prepare(t.Context()); err != nil || p.Unprepared() == nil {
		t.Errorf("got %v, and %v of a cache that is no folder, want an error", err, p.Unprepared())
	}
}

// TestReaderKilledWhileStarting has a reader killed before it answers: another is
// started, once, and the file is read; where that is killed too, it is said of the program
// and not of the file.
func TestReaderKilledWhileStarting(t *testing.T) {
	for kills, fails := range []bool{false, false, true} {
		dir := t.TempDir()
		for i := range kills {
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(i)), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		p := newPool(t, 1, "killed-while-starting", dir)
		got, err := p.Read(t.Context(), "a", strings.NewReader("behave"), 6)
		if failed := err != nil && strings.Contains(err.Error(), "did not answer as one: "); failed != fails || !fails && (err != nil || got.Status != corpus.StatusOK) {
			t.Errorf("killed %d times: got %s, %q, %v", kills, got.Status, got.Reason, err)
		}
	}
}

func TestReadReportsProgramFaults(t *testing.T) {
	p := newPool(t, 1, "mute")
	_, err := p.Read(t.Context(), "a.pdf", strings.NewReader("x"), 1)
	if err == nil || !strings.HasSuffix(err.Error(), "did not answer as one: unknown command") {
		t.Errorf("mute: got %v", err)
	}
	p = New(Options{Command: []string{filepath.Join(t.TempDir(), "missing.exe")}, Limits: childLimits()})
	if _, err := p.Read(t.Context(), "a.pdf", strings.NewReader("x"), 1); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing: got %v, want %v", err, os.ErrNotExist)
	}
	p.Close()
	if _, err := p.Read(t.Context(), "a.pdf", strings.NewReader("x"), 1); !errors.Is(err, errClosed) {
		t.Errorf("closed: got %v, want %v", err, errClosed)
	}
}

// faulty is a file that ends, or fails, before its size.
type faulty struct{ err error }

func (f faulty) ReadAt(p []byte, off int64) (int, error) { return 0, f.err }

func TestReadReportsFileFaults(t *testing.T) {
	p := newPool(t, 1, "serve")
	for _, tt := range []struct {
		err  error
		want string
	}{
		{io.EOF, "it could not be read: it became shorter while it was read: unexpected EOF"},
		{errors.New("the disk is gone"), "it could not be read: the disk is gone"},
	} {
		got, err := p.Read(t.Context(), "a.txt", faulty{tt.err}, 10)
		if err != nil || got.Status != corpus.StatusFailed || got.Reason != tt.want {
			t.Errorf("got %s, %q, %v, want %q", got.Status, got.Reason, err, tt.want)
		}
	}
}

func TestChildEndsWithItsInput(t *testing.T) {
	c, err := start(t.Context(), Options{Command: []string{os.Args[0], "misbehave"}, Limits: childLimits()})
	if err != nil {
		t.Fatal(err)
	}
	if err := writeRequest(c.in, request{Name: "a.pdf", Size: 4}, strings.NewReader("loop")); err != nil {
		t.Fatal(err)
	}
	died := c.bury(io.EOF) // closes the input and waits
	if got, want := died.words(), errParentGone.Error(); got != want {
		t.Errorf("got %q (%v), want %q", got, died.exit, want)
	}
}
