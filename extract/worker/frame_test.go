package worker

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/extract"
)

func TestRequestRoundTrip(t *testing.T) {
	var pipe bytes.Buffer
	const content = "the bytes of a file"
	want := request{Name: "a \"file\".pdf", Size: int64(len(content)), Options: extract.Options{Second: true, Cache: "c"}, Passwords: []string{"p"}}
	if err := writeRequest(&pipe, want, strings.NewReader(content)); err != nil {
		t.Fatal(err)
	}
	got, data, err := readRequest(&pipe, corpus.DefaultLimits())
	if err != nil || !reflect.DeepEqual(got, want) || string(data) != content {
		t.Errorf("got %+v, %q, %v", got, data, err)
	}
	if _, _, err := readRequest(&pipe, corpus.DefaultLimits()); err != io.EOF {
		t.Errorf("at the end: got %v, want %v", err, io.EOF)
	}
}

func FuzzReadRequest(f *testing.F) {
	var pipe bytes.Buffer
	if err := writeRequest(&pipe, request{Name: "a", Size: 3}, strings.NewReader("xyz")); err != nil {
		f.Fatal(err)
	}
	f.Add(pipe.Bytes())
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff"))
	f.Add([]byte("\x00\x00\x00\x00\x00\x00\x00\x0d{\"size\":1e18}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := corpus.DefaultLimits()
		limits.FileBytes = 1000
		req, content, err := readRequest(bytes.NewReader(data), limits)
		if err == nil && (int64(len(content)) != req.Size || req.Size > limits.FileBytes) {
			t.Errorf("%d bytes for a size of %d", len(content), req.Size)
		}
		if err != nil && !errors.Is(err, errFrame) && err != io.EOF && err != io.ErrUnexpectedEOF {
			t.Errorf("got the error %v", err)
		}
	})
}
