package worker

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"thematic/corpus"
	"thematic/extract"
)

// ErrParentGone is returned by [Serve] when its input ends while a file is
// being read. The read goes on: the caller must end the process.
var ErrParentGone = errors.New("the input ended while a file was being read")

// Serve is the whole life of a child. It confines the process to limits, says
// hello on out, and answers the files that come from in, one after another,
// until in ends. It is to be called once, by a process that does nothing else,
// and the process is to end when it returns.
func Serve(in io.Reader, out io.Writer, limits corpus.Limits) error {
	return serve(in, out, limits, extract.Read)
}

// readFunc is the signature of [extract.Read].
type readFunc func(file io.ReaderAt, size int64, name string, limits corpus.Limits) extract.Result

func serve(in io.Reader, out io.Writer, limits corpus.Limits, read readFunc) error {
	guards, err := confine(limits)
	if err != nil {
		return fmt.Errorf("confining the reader: %w", err)
	}
	defer guards.stop()
	if _, err := io.WriteString(out, hello); err != nil {
		return fmt.Errorf("saying hello: %w", err)
	}
	incoming := make(chan delivery)
	over := make(chan struct{})
	defer close(over)
	go receive(in, limits, incoming, over)
	for d := range incoming {
		if d.err != nil {
			return ignoreEOF(d.err)
		}
		if err := guards.allowOneFile(); err != nil {
			return fmt.Errorf("confining the reader: %w", err)
		}
		done := make(chan extract.Result, 1)
		go func() {
			done <- read(bytes.NewReader(d.data), d.Size, d.Name, limits)
		}()
		select {
		case result := <-done:
			if err := respond(out, result, limits); err != nil {
				return err
			}
		case <-incoming: // the parent sends nothing before it has its answer
			return ErrParentGone
		}
	}
	return nil
}

// delivery is a file as it arrived, or the error that ended the arrivals.
type delivery struct {
	request
	data []byte
	err  error
}

// receive hands on the files that arrive, so that the end of the input is seen
// while a file is being read. It ends with the input, or when over is closed
// and the process is about to end.
func receive(in io.Reader, limits corpus.Limits, incoming chan<- delivery, over <-chan struct{}) {
	for {
		req, data, err := readRequest(in, limits)
		select {
		case incoming <- delivery{req, data, err}:
		case <-over:
			return
		}
		if err != nil {
			return
		}
	}
}

func respond(out io.Writer, result extract.Result, limits corpus.Limits) error {
	data, err := json.Marshal(result)
	if err != nil {
		return fmt.Errorf("writing the result: %w", err)
	}
	if int64(len(data)) > responseCap(limits) {
		data, err = json.Marshal(failed("it is cut into more pieces than a report can have"))
		if err != nil {
			return fmt.Errorf("writing the result: %w", err)
		}
	}
	if err := writeFrame(out, data); err != nil {
		return fmt.Errorf("writing the result: %w", err)
	}
	return nil
}

func ignoreEOF(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}
