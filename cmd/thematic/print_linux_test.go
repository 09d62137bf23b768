package main

import (
	"os"
	"testing"
)

// TestColour holds that colours are for terminals which show them, and for users who have
// not asked for none.
func TestColour(t *testing.T) {
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip(err)
	}
	defer terminal.Close()
	for _, test := range []struct {
		term, noColour string
		want           bool
	}{
		{"xterm", "", true},
		{"xterm", "1", false},
		{"dumb", "", false},
	} {
		t.Setenv("TERM", test.term)
		t.Setenv("NO_COLOR", test.noColour)
		if got := showsColour(terminal); got != test.want {
			t.Errorf("TERM=%s NO_COLOR=%s: got %v, want %v", test.term, test.noColour, got, test.want)
		}
	}
	if file, err := os.Create(t.TempDir() + "/file"); err != nil || showsColour(file) {
		t.Errorf("a file shows colours (%v)", err)
	}
}
