package project

import (
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"thematic/corpus"
)

func TestCodingsHoldNoText(t *testing.T) {
	body := strings.Repeat("No one asked him. ", 100)
	part := func(from, to int) string { return body[from:to] }
	inText := func(s string) bool {
		start := uintptr(unsafe.Pointer(unsafe.StringData(body)))
		at := uintptr(unsafe.Pointer(unsafe.StringData(s)))
		return s != "" && start <= at && at < start+uintptr(len(body))
	}
	made := func() []corpus.Coding {
		return []corpus.Coding{
			{Span: corpus.Span{Start: 0, End: 17}, Quote: part(0, 17), Cue: part(0, 2), Heading: part(3, 6), Reason: part(7, 12), Paragraph: part(3, 4), PageLabel: part(4, 5)},
			{Span: corpus.Span{Start: 0, End: 17}, Quote: part(0, 17), Cue: part(0, 2), Heading: part(3, 6)},
			{Span: corpus.Span{Start: 18, End: 35}, Quote: part(18, 35), Cue: part(18, 20), Heading: part(21, 24)},
		}
	}
	got, want := made(), made()
	shared := sharedStrings{all: map[string]string{}}
	shared.detach(got)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for i, c := range got {
		for _, s := range []string{c.Quote, c.Cue, c.Heading, c.Reason, c.Paragraph, c.PageLabel} {
			if inText(s) {
				t.Errorf("coding %d: %q holds the whole text", i, s)
			}
		}
	}
	for name, same := range map[string][2]string{
		"the quotation of one sentence": {got[0].Quote, got[1].Quote},
		"a heading":                     {got[0].Heading, got[2].Heading},
		"a cue":                         {got[0].Cue, got[2].Cue},
	} {
		if unsafe.StringData(same[0]) != unsafe.StringData(same[1]) {
			t.Errorf("%s is kept twice", name)
		}
	}
}
