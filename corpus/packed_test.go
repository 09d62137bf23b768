package corpus

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"unsafe"
)

// filled returns a coding with something in every field.
func filled(t *testing.T, random *rand.Rand) Coding {
	t.Helper()
	var c Coding
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			v.SetString(strings.Repeat("é ", random.IntN(3)) + fmt.Sprint(random.IntN(5)))
		case reflect.Int:
			v.SetInt(random.Int64() >> random.IntN(64))
		case reflect.Float64:
			v.SetFloat([]float64{0, 1, -1, 0.85, random.NormFloat64()}[random.IntN(5)])
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		default:
			t.Fatalf("a coding has a %s, which is not packed", v.Kind())
		}
	}
	fill(reflect.ValueOf(&c).Elem())
	return c
}

func TestPackedCodingsAreTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	want, total := make([][]Coding, 40), 0
	for i := range want {
		want[i] = make([]Coding, random.IntN(6))
		for k := range want[i] {
			want[i][k] = filled(t, random)
		}
		total += len(want[i])
	}
	folder := t.TempDir()
	for _, scratch := range []*Scratch{nil, newScratch(t, SystemDisk{}, folder)} {
		p := packed(t, want, scratch)
		if p.Len() != total || p.Documents() != len(want) {
			t.Errorf("got %d codings of %d documents, want %d of %d", p.Len(), p.Documents(), total, len(want))
		}
		for i := range want {
			if got := p.Document(i); !slices.Equal(got, want[i]) {
				t.Errorf("document %d: got %+v, want %+v", i, got, want[i])
			}
			if got, ok := p.First(i); ok != (len(want[i]) > 0) || ok && got != want[i][0] {
				t.Errorf("document %d: got %+v first of %+v", i, got, want[i])
			}
		}
		if err := errors.Join(p.Err(), p.Remove(), p.Remove()); err != nil {
			t.Error(err)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("got %v, %v left in the folder", left, err)
	}
}

func newScratch(t *testing.T, disk Disk, folder string) *Scratch {
	t.Helper()
	scratch, err := NewScratch(disk, folder)
	if err != nil {
		t.Fatal(err)
	}
	return scratch
}

// packed puts the codings of documents from several goroutines at once.
func packed(t *testing.T, documents [][]Coding, scratch *Scratch) *PackedCodings {
	t.Helper()
	p := NewPackedCodings(len(documents), scratch)
	var putting sync.WaitGroup
	for i, codings := range documents {
		putting.Go(func() {
			if err := p.Put(i, codings); err != nil {
				t.Error(err)
			}
		})
	}
	putting.Wait()
	return p
}

// TestPackedCodingsOfADiskThatFails: what cannot be read is not there, and Err says
// why; so is what is not as it was written.
func TestPackedCodingsOfADiskThatFails(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	want := [][]Coding{{filled(t, random), filled(t, random)}, {filled(t, random)}}
	changed := func(s *Scratch) error {
		return errors.Join(s.open(), os.WriteFile(s.file.Name(), make([]byte, 1000), 0o600))
	}
	gone := func(s *Scratch) error { return errors.Join(s.open(), os.Truncate(s.file.Name(), 0)) }
	for _, tt := range []struct {
		name string
		disk Disk
		harm func(*Scratch) error
		want error // nil for any
	}{
		{"locked", lockedDisk{}, func(*Scratch) error { return nil }, syscall.EBUSY},
		{"changed", SystemDisk{}, changed, nil},
		{"gone", SystemDisk{}, gone, io.EOF},
	} {
		folder := t.TempDir()
		scratch := newScratch(t, tt.disk, folder)
		p := packed(t, want, scratch)
		if err := tt.harm(scratch); err != nil {
			t.Fatal(err)
		}
		for i := range want {
			if got := p.Document(i); len(got) > 0 {
				t.Errorf("%s: got %+v of document %d", tt.name, got, i)
			}
			if got, ok := p.First(i); ok {
				t.Errorf("%s: got %+v first of document %d", tt.name, got, i)
			}
		}
		if err := p.Err(); err == nil || tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), folder) {
			t.Errorf("%s: got the error %v, want %v", tt.name, err, tt.want)
		}
		p.Remove()
	}
}

// TestNoPackedCodings: nil has no codings, and can be asked for them.
func TestNoPackedCodings(t *testing.T) {
	var none *PackedCodings
	if none.Len() != 0 || none.Documents() != 0 || none.Err() != nil || none.Remove() != nil {
		t.Errorf("got %d codings of %d documents in nil, or an error", none.Len(), none.Documents())
	}
}

// TestPackedCodingsHoldNoText: the strings of codings are parts of a text, which
// is not to stay in memory with them.
func TestPackedCodingsHoldNoText(t *testing.T) {
	body := strings.Repeat("No one asked him. ", 100)
	p := NewPackedCodings(1, nil)
	if err := p.Put(0, []Coding{{Quote: body[:17], Cue: body[:2], Heading: body[3:6], Reason: body[7:12]}, {Quote: body[:17], Cue: body[18:20]}}); err != nil {
		t.Fatal(err)
	}
	start := uintptr(unsafe.Pointer(unsafe.StringData(body)))
	for i, c := range p.Document(0) {
		for _, s := range []string{c.Quote, c.Cue, c.Heading, c.Reason} {
			if at := uintptr(unsafe.Pointer(unsafe.StringData(s))); s != "" && start <= at && at < start+uintptr(len(body)) {
				t.Errorf("coding %d: %q holds the whole text", i, s)
			}
		}
	}
	if got := p.Document(0); unsafe.StringData(got[0].Cue) != unsafe.StringData(got[1].Cue) || unsafe.StringData(got[0].Quote) != unsafe.StringData(got[1].Quote) {
		t.Error("what recurs is kept twice")
	}
}
