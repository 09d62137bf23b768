package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/corpus/demo"
	"thematic/internal/project"
)

func newDemoCommand() *cobra.Command {
	var flags runFlags
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Do the main job on 27 fictional reviews",
		Long: `Puts 27 fictional reviews from two fictional areas beside the results (in the
sub-folder reviews) and does with them what 'thematic run' does with yours. One of
the files is a scan, as happens; without Tesseract it cannot be read, and its review
is counted from its full report. A review that you have changed there stays as it is.`,
		Example: "  thematic demo\n  thematic demo --out demonstration --voice child",
		Args:    exactly(0),
		RunE:    func(cmd *cobra.Command, args []string) error { return runDemo(cmd, flags) },
	}
	flags.add(cmd)
	return cmd
}

// runDemo does the main job on the demonstration's reviews, unpacked beside the results.
func runDemo(cmd *cobra.Command, flags runFlags) error {
	folder := filepath.Join(flags.out, "reviews")
	if exists(filepath.Join(flags.out, "project")) && !exists(folder) {
		return &corpus.InputError{Path: flags.out, Reason: "it holds the results of other reports: choose another folder, such as --out " + project.ShellWord(filepath.Clean(flags.out)+"-2")}
	}
	edited, err := unpackDemo(folder)
	if err != nil {
		return err
	}
	if len(edited) > 0 {
		flags.notes = append(flags.notes, fmt.Sprintf("not as the demonstration has it, and left as it is: %s; remove it from %s to have the demonstration's own again", corpus.Some(edited), folder))
	}
	flags.out = filepath.Clean(flags.out)
	err = doRun(cmd, flags, folder)
	if errors.Is(err, errUnread) {
		return nil // the scan is part of the demonstration
	}
	return err
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// unpackDemo writes the demonstration reviews into folder, but for those that are
// there and are others, which it names.
func unpackDemo(folder string) (edited []string, err error) {
	files := demo.Reviews()
	err = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("unpack the demonstration: %w", err)
		}
		path := filepath.Join(folder, filepath.FromSlash(name))
		if entry.IsDir() {
			if err := os.MkdirAll(path, 0o777); err != nil {
				return noDemo(path, err)
			}
			return nil
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return fmt.Errorf("unpack the demonstration: %w", err)
		}
		switch there, err := os.ReadFile(path); {
		case err == nil && !bytes.Equal(there, data):
			edited = append(edited, name)
			return nil
		case err == nil:
			return nil
		case !errors.Is(err, fs.ErrNotExist):
			return noDemo(path, err)
		}
		if err := corpus.WriteFile(corpus.SystemDisk{}, path, data); err != nil {
			return noDemo(path, errors.Unwrap(err))
		}
		return nil
	})
	return edited, err
}

// noDemo says that a review of the demonstration cannot be written to path.
func noDemo(path string, err error) error {
	return &corpus.InputError{Path: path, Reason: fmt.Sprintf("the demonstration cannot be written there (%v): choose another folder with --out", corpus.Cause(err))}
}
