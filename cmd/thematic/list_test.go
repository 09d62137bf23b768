package main

import (
	"slices"
	"testing"
)

func TestList(t *testing.T) {
	var got list
	for _, s := range []string{"a, b ,c", "", `"low, or none", high`} {
		if err := got.Set(s); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
	if want := (list{"a", "b", "c", "low, or none", "high"}); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if err := got.Set(`"low`); err == nil {
		t.Error("an open quotation mark was accepted")
	}
}
