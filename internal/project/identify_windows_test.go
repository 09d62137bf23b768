package project

import (
	"errors"
	"strings"
	"testing"
)

func TestUnopened(t *testing.T) {
	for path, want := range map[string]string{
		"Leeds/CON.pdf": "rename it", "a:b.pdf": "rename it", "Leeds/2014.pdf": "it is gone",
	} {
		if got := unopened(path, errors.New("it is gone")); !strings.HasSuffix(got, want) {
			t.Errorf("%s: got %q, want %q at its end", path, got, want)
		}
	}
}
