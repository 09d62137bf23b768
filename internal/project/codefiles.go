package project

import (
	"context"
	"path/filepath"

	"thematic/corpus"
	"thematic/extract"
	"thematic/extract/worker"
	"thematic/themes"
)

// CodeOptions say which files to code, without a project.
type CodeOptions struct {
	Files    []string // paths
	Codebook *themes.Codebook
	Opinion  themes.Opinion // a model, nil for the rules alone
	Reader   []string       // the command that starts a reading process
	Engines  extract.Options
	Workers  int // reading processes, and files that are coded at once; at least 1
	Limits   corpus.Limits
}

// CodedFile is one file with its text and every hit in it. Where there is no
// text, Reason says why.
type CodedFile struct {
	Text    corpus.Text
	Reason  string
	Codings []corpus.Coding
}

// CodeFiles reads and codes files, and keeps nothing on disk. What it returns has
// their order. It fails as [ReadFile] does at the first that cannot be opened.
func CodeFiles(ctx context.Context, o CodeOptions) ([]CodedFile, error) {
	coder, err := themes.NewCoder(o.Codebook, o.Opinion)
	if err != nil {
		return nil, err
	}
	pool := worker.New(worker.Options{Command: o.Reader, Engines: o.Engines, Workers: o.Workers, Limits: o.Limits})
	defer pool.Close()
	coded := make([]CodedFile, len(o.Files))
	err = forEach(ctx, o.Workers, len(o.Files), func(i int) error {
		got, err := readFile(ctx, pool, o.Files[i])
		if err != nil {
			return err
		}
		coded[i] = CodedFile{Text: got.Text, Reason: got.Reason}
		coded[i].Codings = Code(coder, corpus.NewDocument(filepath.Base(o.Files[i]), 0, got))
		return nil
	})
	return coded, err
}

// ReadFile reads one file, without a project, in a reading process started by
// the command reader. A file that cannot be opened is a [*corpus.InputError];
// what is wrong inside it is in the record.
func ReadFile(ctx context.Context, reader []string, engines extract.Options, path string, limits corpus.Limits) (corpus.Record, error) {
	pool := worker.New(worker.Options{Command: reader, Engines: engines, Workers: 1, Limits: limits})
	defer pool.Close()
	return readFile(ctx, pool, path)
}

func readFile(ctx context.Context, pool *worker.Pool, path string) (corpus.Record, error) {
	file, size, err := corpus.OpenInput(path, "file")
	if err != nil {
		return corpus.Record{}, err
	}
	defer file.Close()
	got, err := pool.Read(ctx, filepath.Base(path), file, size)
	return corpus.Record{Format: string(got.Format), Status: got.Status, Reason: got.Reason, Engine: got.Engine, Text: got.Text}, err
}
