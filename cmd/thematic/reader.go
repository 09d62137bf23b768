package main

import (
	"fmt"
	"os"
	"path/filepath"

	"thematic/corpus"
	"thematic/extract"
	"thematic/extract/libreoffice"
	"thematic/extract/ocr"
	"thematic/extract/worker"
)

// readerArgument makes the program a reading process: it takes files on its
// standard input and gives their text back, and a run kills it when a file
// hangs it. It is not for people.
const readerArgument = "__read"

func serveReader() int {
	if err := worker.Serve(os.Stdin, os.Stdout, corpus.DefaultLimits()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitFailed
	}
	return exitDone
}

// readerCommand is the command line that starts this program as a reader.
func readerCommand() ([]string, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find the program itself: %w", err)
	}
	return []string{program, readerArgument}, nil
}

// engines are what reads old Word files, and PDF beside its text layer. What is
// costly to prepare is kept in the user's folder for such things, where there is
// one.
func engines() extract.Options {
	options := extract.Options{Second: true, Tesseract: ocr.Find(), Office: libreoffice.Find()}
	if folder, err := os.UserCacheDir(); err == nil {
		options.Cache = filepath.Join(folder, "thematic")
	}
	return options
}
