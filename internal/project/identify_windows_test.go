package project

import (
	"errors"
	"path/filepath"
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

func TestNameThatWindowsKeeps(t *testing.T) {
	if filepath.IsLocal("CON.svg") {
		t.Skip("this edition of Windows does not keep it")
	}
	err := WriteFile("CON.svg", []byte("x"), false)
	if err == nil || !strings.HasSuffix(err.Error(), "Windows keeps its name for other things: name another") {
		t.Errorf("got %v", err)
	}
}
