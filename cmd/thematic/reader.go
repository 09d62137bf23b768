package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/extract"
	"thematic/extract/libreoffice"
	"thematic/extract/ocr"
	"thematic/extract/worker"
	"thematic/internal/project"
)

// readerArgument makes the program a reading process: it takes files on its
// standard input and gives their text back, and a run kills it when a file
// hangs it. It is not for people.
const readerArgument = "__read"

// times is how many times as long as usual a file may take, the value of --time.
type times int

const mostTimes times = 100

func (t *times) add(cmd *cobra.Command) {
	cmd.Flags().IntVar((*int)(t), "time", 1, "allow so many `times` as long for a file, and for a scanned page, on a slow or busy machine")
}

// reader returns the command line that starts this program as a reader
// with so much time, and its limits.
func (t times) reader() (command []string, limits corpus.Limits, err error) {
	if t < 1 || t > mostTimes {
		return nil, limits, usageError{fmt.Errorf("--time is %d: give 1 to %d, how many times as long a file may take", t, mostTimes)}
	}
	program, err := os.Executable()
	if err != nil {
		return nil, limits, fmt.Errorf("find the program itself: %w", err)
	}
	return []string{program, readerArgument, strconv.Itoa(int(t))}, corpus.DefaultLimits().TimesAsLong(int(t)), nil
}

// readingFlags are the flags of a command that reads single files.
type readingFlags struct {
	times    times
	locks    passwordFlags
	sections string // see [addSections]
}

func (f *readingFlags) add(cmd *cobra.Command) {
	f.times.add(cmd)
	f.locks.add(cmd)
}

// serveReader reads what comes, with the given times as long for each file as usual.
func serveReader(times string) int {
	n, err := strconv.Atoi(times)
	if err == nil {
		err = worker.Serve(os.Stdin, os.Stdout, corpus.DefaultLimits().TimesAsLong(n))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitFailed
	}
	return exitDone
}

// engines are what reads old Word files, and PDF beside its text layer.
func engines() extract.Options {
	return extract.Options{Second: true, Tesseract: ocr.Find(), Office: libreoffice.Find(), Cache: extract.UserCache()}
}

// fileReader reads single files, each in a reading process.
type fileReader struct {
	command []string
	limits  corpus.Limits
	engines extract.Options
}

// load reads the files that the flags name, once for all that is read.
func (f readingFlags) load() (r fileReader, err error) {
	if r.command, r.limits, err = f.times.reader(); err != nil {
		return r, err
	}
	r.engines = engines()
	if r.engines.Sections, err = loadSections(f.sections); err != nil {
		return r, err
	}
	r.engines.Passwords, err = f.locks.load()
	return r, err
}

// read reads the file at path, and says which of its pages could not be read. A file
// that holds no text is an error with its reason.
func (r fileReader) read(cmd *cobra.Command, path string) (corpus.Record, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return corpus.Record{}, &corpus.InputError{Path: path, Reason: "this is a folder: name a file in it, or use 'thematic run' for all of them"}
	}
	record, err := project.ReadFile(cmd.Context(), r.command, r.engines, path, r.limits)
	if err != nil {
		return record, err
	}
	if record.Status == corpus.StatusPartial {
		fmt.Fprintf(cmd.ErrOrStderr(), "thematic: %s: partial: %s\n", path, record.Reason)
	}
	return record, textless(cmd.ErrOrStderr(), path, record)
}

// beyondReason returns what the reader says of a file and its reason does not.
func beyondReason(record corpus.Record) (remarks []string) {
	for _, warning := range record.Text.Warnings {
		if !strings.Contains(record.Reason, warning) {
			remarks = append(remarks, warning)
		}
	}
	return remarks
}

// textless is the error of a file that holds no text. What its reader says beyond
// the reason, such as where it stopped, is written to w.
func textless(w io.Writer, path string, record corpus.Record) error {
	if record.Text.Body != "" {
		return nil
	}
	warn(w, beyondReason(record))
	return &corpus.InputError{Path: path, Reason: fmt.Sprintf("%s: %s", spaced(record.Status), record.Reason)}
}
