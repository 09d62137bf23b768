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

// mostTimes is the largest value of --time.
const mostTimes = 100

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

// readerCommand is the command line that starts this program as a reader that has the
// given times as long for each file as usual.
func readerCommand(times int) ([]string, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find the program itself: %w", err)
	}
	return []string{program, readerArgument, strconv.Itoa(times)}, nil
}

// engines are what reads old Word files, and PDF beside its text layer.
func engines() extract.Options {
	return extract.Options{Second: true, Tesseract: ocr.Find(), Office: libreoffice.Find(), Cache: extract.UserCache()}
}

// readOne reads the file at path in a reading process, its sections told by the
// table in the file of that name, if there is one, and opened by one of the passwords.
// A file that holds no text is an error with its reason.
func readOne(cmd *cobra.Command, path, sections string, passwords extract.Passwords) (corpus.Record, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return corpus.Record{}, &corpus.InputError{Path: path, Reason: "this is a folder: name a file in it, or use 'thematic run' for all of them"}
	}
	reader, err := readerCommand(1)
	if err != nil {
		return corpus.Record{}, err
	}
	engines := engines()
	if engines.Sections, err = loadSections(sections); err != nil {
		return corpus.Record{}, err
	}
	engines.Passwords = passwords
	record, err := project.ReadFile(cmd.Context(), reader, engines, path, corpus.DefaultLimits())
	if err != nil {
		return record, err
	}
	return record, textless(cmd.ErrOrStderr(), path, record)
}

// textless is the error of a file that holds no text. What its reader says beyond
// the reason, such as where it stopped, is written to w.
func textless(w io.Writer, path string, record corpus.Record) error {
	if record.Text.Body != "" {
		return nil
	}
	for _, warning := range record.Text.Warnings {
		if !strings.Contains(record.Reason, warning) {
			fmt.Fprintln(w, "thematic: "+warning)
		}
	}
	return &corpus.InputError{Path: path, Reason: fmt.Sprintf("%s: %s", spaced(record.Status), record.Reason)}
}
