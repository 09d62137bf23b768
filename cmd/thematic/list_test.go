package main

import (
	"slices"
	"testing"
)

func TestList(t *testing.T) {
	var got list
	for _, s := range []string{"a, b ,c", "", `"low, or none", high`, `the "voice", d`, `"open`} {
		if err := got.Set(s); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
	if want := (list{"a", "b", "c", "low, or none", "high", `the "voice"`, "d", "open"}); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
