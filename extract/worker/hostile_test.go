package worker

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"thematic/corpus"
	"thematic/extract"
)

// shared is where real files lie, beside the repository.
const shared = "../../../shared"

// readFile hands a file to the pool and checks what holds for every verdict.
func readFile(t *testing.T, p *Pool, path string) extract.Result {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	result, err := p.Read(t.Context(), filepath.Base(path), f, info.Size())
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if result.Status != corpus.StatusOK && result.Reason == "" {
		t.Errorf("%s: %s without a reason", path, result.Status)
	}
	if (result.Status == corpus.StatusOK) != (result.Text.Body != "" && result.Status != corpus.StatusPartial) {
		t.Errorf("%s: %s with %d bytes of text", path, result.Status, len(result.Text.Body))
	}
	return result
}

func TestPoolReadsHostileFiles(t *testing.T) {
	files, err := filepath.Glob(shared + "/hostile/*.pdf")
	if err != nil || len(files) == 0 {
		t.Skip("there are no hostile files at ../shared/hostile")
	}
	if testing.Short() || raceEnabled { // the race detector is slow
		files = files[:20]
	}
	p := newPool(t, 2, "serve")
	got := map[corpus.Status]int{}
	for _, path := range files {
		got[readFile(t, p, path).Status]++
	}
	t.Logf("%d files: %v", len(files), got)
}

// TestPoolStopsRealMemoryHogs reads a published file of 627 bytes that makes a
// reader ask for more memory than there is.
func TestPoolStopsRealMemoryHogs(t *testing.T) {
	path := shared + "/hostile/pdf.js__GHOSTSCRIPT-698804-1-fuzzed.pdf"
	if _, err := os.Stat(path); err != nil {
		t.Skip("there are no hostile files at ../shared/hostile")
	}
	p := newPool(t, 1, "serve")
	if got := readFile(t, p, path); got.Status == corpus.StatusOK {
		t.Errorf("got %s, %q", got.Status, got.Reason)
	}
	if got := readString(t, p, "a.txt", "Read after it."); got.Status != corpus.StatusOK {
		t.Errorf("the next file: got %s, %q", got.Status, got.Reason)
	}
}

func TestPoolStopsBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	const mb = 1 << 20
	tests := []struct {
		name    string
		content func() []byte
		want    string
	}{
		{"entry.docx", func() []byte { return bomb(t, 1, 24*mb) }, "its part word/document.xml inflates to more than"},
		{"many.docx", func() []byte { return bomb(t, 11_000, 1) }, "it holds more than 10000 parts"},
		{"deep.html", func() []byte { return []byte(strings.Repeat("<div>", mb/8)) }, "its elements are nested too deeply"},
	}
	p := newPool(t, 1, "serve")
	for _, tt := range tests {
		data := tt.content()
		got, err := p.Read(t.Context(), tt.name, bytes.NewReader(data), int64(len(data)))
		if err != nil || got.Status != corpus.StatusFailed || !strings.HasPrefix(got.Reason, tt.want) {
			t.Errorf("%s (%d bytes): got %s, %q, %v, want %q", tt.name, len(data), got.Status, got.Reason, err, tt.want)
		}
	}
}

// bomb makes a Word document of the given number of parts, each of so many
// equal bytes.
func bomb(t *testing.T, parts, size int) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := range parts {
		name := "word/document.xml"
		if i > 0 {
			name = strings.Repeat("x", i%50+1)
		}
		e, err := w.Create(name)
		if err == nil {
			_, err = e.Write(bytes.Repeat([]byte(" "), size))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestCloseLeavesNothingBehind(t *testing.T) {
	before := runtime.NumGoroutine()
	p := New(Options{Command: []string{os.Args[0], "misbehave"}, Workers: 2, Limits: childLimits()})
	p.options.Limits.Time = time.Second
	readString(t, p, "a", "behave")
	readString(t, p, "a", "loop")
	p.Close()
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("got %d goroutines, want %d", runtime.NumGoroutine(), before)
}
