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

// errParentGone says that the input ended too early.
var errParentGone = errors.New("the input ended while a file was being read")

// Serve is the whole life of a child. It confines the process to limits, says
// hello on out, and answers the files that come from in, one after another,
// until in ends. It is to be called once, by a process that does nothing else,
// and the process is to end when it returns: where in ends while a file is being
// read, the read goes on.
func Serve(in io.Reader, out io.Writer, limits corpus.Limits) error {
	var reader extract.Reader
	return serve(in, out, limits, func(file io.ReaderAt, req request, limits corpus.Limits, busy func()) extract.Result {
		reader.Options, reader.Busy = req.Options, busy
		for _, p := range req.Passwords {
			reader.Options.Passwords = append(reader.Options.Passwords, extract.Password{Text: p})
		}
		return reader.Read(file, req.Size, req.Name, limits)
	})
}

// readFunc reads a file. It calls busy before work that takes longer than
// reading text does.
type readFunc func(file io.ReaderAt, req request, limits corpus.Limits, busy func()) extract.Result

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
	s := service{in: incoming, out: out, limits: limits, guards: guards}
	for d := range incoming {
		if d.err == io.EOF {
			return nil
		}
		if d.err != nil {
			return d.err
		}
		if err := s.answer(d, read); err != nil {
			return err
		}
	}
	return nil
}

// service is what answering a file needs.
type service struct {
	in     <-chan delivery
	out    io.Writer
	limits corpus.Limits
	guards *guards
}

// answer reads a file and sends the result. An empty frame before it says that
// longer work begins, for which the limits allow more time.
func (s *service) answer(d delivery, read readFunc) error {
	if err := s.guards.allowOneFile(); err != nil {
		return fmt.Errorf("confining the reader: %w", err)
	}
	done := make(chan extract.Result, 1)
	longer := make(chan struct{})
	go func() {
		done <- read(bytes.NewReader(d.data), d.request, s.limits, func() { longer <- struct{}{} })
	}()
	for {
		select {
		case result := <-done:
			return respond(s.out, result, s.limits)
		case <-longer:
			if err := s.guards.allowOneFile(); err != nil {
				return fmt.Errorf("confining the reader: %w", err)
			}
			if err := writeFrame(s.out, nil); err != nil {
				return fmt.Errorf("asking for time: %w", err)
			}
		case <-s.in: // the parent sends nothing before it has its answer
			return errParentGone
		}
	}
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
