package main

import (
	"strings"
	"testing"
)

// TestByText: what is said of many rows is said once, with the first few of them.
func TestByText(t *testing.T) {
	var said byText
	for _, place := range strings.Fields("a b c d e f g") {
		said.add("row "+place, "held by Mo")
	}
	said.add("row x", "counted by Mo")
	said.add("row h", "held by Mo")
	var b strings.Builder
	said.write(&b, "")
	if got, want := b.String(), "  row a, row b, row c, row d, row e and 3 more: held by Mo\n  row x: counted by Mo\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
