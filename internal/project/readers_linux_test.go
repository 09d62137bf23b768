package project

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/extract"
)

// TestNoReaderOutlivesItsWork: when files are read, and when reading is broken off, the
// processes that read have ended.
func TestNoReaderOutlivesItsWork(t *testing.T) {
	o := testOptions(t, shardFolder(t))
	file := filepath.Join(o.Folder, "a.txt")
	if before := children(t); before != "" {
		t.Fatalf("processes %s are at work already", before)
	}
	for name, read := range map[string]func(context.Context) error{
		"a share": func(ctx context.Context) error {
			_, _, err := ReadShard(ctx, o, Shard{1, 1})
			return err
		},
		"one file": func(ctx context.Context) error {
			_, err := ReadFile(ctx, o.Reader, extract.Options{}, file, corpus.DefaultLimits())
			return err
		},
		"files to code": func(ctx context.Context) error {
			_, err := CodeFiles(ctx, CodeOptions{Files: []string{file}, Reader: o.Reader, Codebook: o.Codebook, Workers: 1, Limits: o.Limits})
			return err
		},
	} {
		for _, broken := range []bool{true, false} {
			ctx, cancel := context.WithCancel(context.Background())
			seen := false
			o.Progress = func(Progress) {
				seen = children(t) != ""
				if broken {
					cancel()
				}
			}
			if err := read(ctx); err != nil && !broken {
				t.Errorf("%s: %v", name, err)
			}
			cancel()
			if left := children(t); left != "" {
				t.Errorf("%s, broken off %v: processes %s are still at work", name, broken, left)
			}
			if name == "a share" && !seen {
				t.Error("no process was seen to read a share")
			}
		}
	}
}

// children returns the numbers of the processes that this one has started and not yet
// seen end.
func children(t *testing.T) string {
	t.Helper()
	lists, _ := filepath.Glob("/proc/self/task/*/children")
	if len(lists) == 0 {
		t.Skip("the system does not say what a process has started")
	}
	var all strings.Builder
	for _, list := range lists {
		numbers, _ := os.ReadFile(list) // of a thread that has ended there are none
		all.Write(numbers)
	}
	return all.String()
}
