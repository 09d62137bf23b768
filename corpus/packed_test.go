package corpus

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
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
	p := NewPackedCodings(len(want))
	var putting sync.WaitGroup
	for i, codings := range want {
		putting.Go(func() { p.Put(i, codings) })
	}
	putting.Wait()
	if p.Len() != total || p.Documents() != len(want) {
		t.Errorf("got %d codings of %d documents, want %d of %d", p.Len(), p.Documents(), total, len(want))
	}
	for i := range want {
		if got := p.Document(i); !reflect.DeepEqual(got, want[i]) {
			t.Errorf("document %d: got %+v, want %+v", i, got, want[i])
		}
		if got, ok := p.First(i); ok != (len(want[i]) > 0) || ok && got != want[i][0] {
			t.Errorf("document %d: got %+v first of %+v", i, got, want[i])
		}
	}
}

// TestNoPackedCodings: nil has no codings, and can be asked for them.
func TestNoPackedCodings(t *testing.T) {
	var none *PackedCodings
	if none.Len() != 0 || none.Documents() != 0 {
		t.Errorf("got %d codings of %d documents in nil", none.Len(), none.Documents())
	}
}

// TestPackedCodingsHoldNoText: the strings of codings are parts of a text, which
// is not to stay in memory with them.
func TestPackedCodingsHoldNoText(t *testing.T) {
	body := strings.Repeat("No one asked him. ", 100)
	p := NewPackedCodings(1)
	p.Put(0, []Coding{{Quote: body[:17], Cue: body[:2], Heading: body[3:6], Reason: body[7:12]}, {Quote: body[:17], Cue: body[18:20]}})
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
