package main

import (
	"fmt"
	"io"

	"thematic/corpus"
)

// mostSmall bounds the size of a file that a person writes by hand.
const mostSmall = 1 << 20

// readSmall reads a file that a person wrote: what says what it should be.
func readSmall(path, what string) ([]byte, error) { return readText(path, what, mostSmall) }

// readText is [readAtMost] of a text, however it was saved, in UTF-8.
func readText(path, what string, most int64) ([]byte, error) {
	data, err := readAtMost(path, what, most)
	if err != nil {
		return nil, err
	}
	return decoded(path, data)
}

// decoded is the text in a file of that path, in UTF-8.
func decoded(path string, data []byte) ([]byte, error) {
	text, err := corpus.DecodeText(data)
	if err != nil {
		return nil, &corpus.InputError{Path: path, Reason: err.Error()}
	}
	return []byte(text), nil
}

// readAtMost reads a file that is no larger than most, in bytes.
func readAtMost(path, what string, most int64) ([]byte, error) {
	file, size, err := corpus.OpenInput(path, what)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if size > most {
		return nil, tooLarge(path, what, most)
	}
	return bounded(file, path, what, most)
}

// bounded reads the file of that path, which is no larger than most, in bytes.
func bounded(file io.Reader, path, what string, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, tooLarge(path, what, most)
	}
	return data, err
}

func tooLarge(path, what string, most int64) error {
	return &corpus.InputError{Path: path, Reason: fmt.Sprintf("larger than %d MB: this is hardly a %s", most>>20, what)}
}
