package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"thematic/corpus"
	"thematic/extract"
	"thematic/extract/libreoffice"
	"thematic/extract/ocr"
	"thematic/extract/worker"
	"thematic/internal/project"
	"thematic/themes"
	"thematic/themes/model"
)

// builtin begins the name of a codebook that the program has.
const builtin = "builtin:"

// line is a document as it stands in the results, one JSON object on a line.
type line struct {
	corpus.Document
	Reader   string          `json:"reader"`   // version of the readers
	Codebook string          `json:"codebook"` // its hash
	Codings  []corpus.Coding `json:"codings,omitempty"`
}

// codeFn reads a file and codes it: the two steps that take the time.
type codeFn struct {
	Folder   string // of the reports, with a slash at its end
	Name     string // of the codebook
	Codebook string // its text, "" for a built-in one

	files filesystem.Interface
	hash  string
	coder *themes.Coder
}

// readers are the reading processes of this machine. They are shared by all
// bundles that it works on at once, since each of them would otherwise bring its
// own; and they end with the program, for an engine does not say when it is done.
//
// A file that never comes back, or exhausts memory, thus costs its child and gets
// its verdict. Read in the process of the pipeline, it would take that process
// with it, the engine would give the bundle to another machine, and after the
// fourth the whole job would fail for one file among a million.
var readers = sync.OnceValues(func() (*worker.Pool, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find the program itself: %w", err)
	}
	return worker.New(worker.Options{
		Command: []string{program, readerArgument},
		Workers: runtime.NumCPU(),
		Limits:  corpus.DefaultLimits(),
		Engines: extract.Options{
			Second: true, Tesseract: ocr.Find(), Office: libreoffice.Find(), Cache: filepath.Join(os.TempDir(), "thematic"),
		},
	}), nil
})

// Setup prepares what serves for many files.
func (f *codeFn) Setup(ctx context.Context) (err error) {
	var codebook *themes.Codebook
	if f.Codebook == "" {
		codebook, err = themes.Builtin(strings.TrimPrefix(f.Name, builtin))
	} else {
		codebook, err = themes.Load(f.Name, []byte(f.Codebook))
	}
	if err != nil {
		return err
	}
	f.hash = codebook.Hash()
	if f.coder, err = themes.NewCoder(codebook, model.For(codebook.Name)); err != nil { // as a run does
		return err
	}
	f.files, err = filesystem.New(ctx, f.Folder)
	return err
}

// ProcessElement emits the document that a file makes, under its text.
func (f *codeFn) ProcessElement(ctx context.Context, path string, emit func(string, string)) error {
	document, err := f.read(ctx, path)
	if document == nil || err != nil {
		return err
	}
	l := line{Document: *document, Reader: extract.Version, Codebook: f.hash}
	key := "file " + path
	if l.Readable() {
		key = l.Letters
		if l.Kind.AppraisesPractice() {
			l.Codings = project.Code(f.coder, document)
		}
	}
	data, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	emit(key, string(data))
	return nil
}

// read reads a file in a child process. It returns nil for a folder. Its error is
// one that another attempt may mend; a fault of the file is in the document.
func (f *codeFn) read(ctx context.Context, path string) (*corpus.Document, error) {
	limits := corpus.DefaultLimits()
	data, err := f.bytes(ctx, path, limits.FileBytes+1)
	if errors.Is(err, syscall.EISDIR) {
		return nil, nil
	}
	met := corpus.FoundFile(path, int64(len(data)))
	switch {
	case met.Status != "":
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		met.Status, met.Reason = corpus.StatusFailed, "the file cannot be opened: "+err.Error()
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if met.Status != "" {
		return &corpus.Document{File: met.File, Size: met.Size, Status: met.Status, Reason: met.Reason}, nil
	}
	pool, err := readers()
	if err != nil {
		return nil, err
	}
	got, err := pool.Read(ctx, met.File, bytes.NewReader(data), met.Size)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	sum := sha256.Sum256(data)
	return corpus.NewDocument(met.File, met.Size, corpus.Record{
		ID: corpus.ID(hex.EncodeToString(sum[:])), Reader: extract.Version, Format: string(got.Format),
		Status: got.Status, Reason: got.Reason, Engine: got.Engine, Text: got.Text,
	}), nil
}

// bytes returns what a file holds, up to a limit.
func (f *codeFn) bytes(ctx context.Context, path string, limit int64) ([]byte, error) {
	file, err := f.files.OpenRead(ctx, f.Folder+path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, limit))
}

// Teardown gives back what Setup took.
func (f *codeFn) Teardown() error { return f.files.Close() }
