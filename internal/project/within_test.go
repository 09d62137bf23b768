package project

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWithin(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"reports/sub", "beside"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	linked := os.Symlink(filepath.Join(dir, "reports", "sub"), filepath.Join(dir, "link")) == nil
	_, err := os.Stat(filepath.Join(dir, "REPORTS"))
	for _, test := range []struct {
		inner string
		want  bool
		here  bool // whether the system can have it
	}{
		{"reports", true, true},
		{"reports/sub", true, true},
		{"reports/new/deeper", true, true},
		{"beside/../reports/new", true, true},
		{"reports2", false, true},
		{"beside/reports", false, true},
		{".", false, true},
		{"link/new", true, linked},
		{"REPORTS/new", err == nil, true}, // where case makes no other folder
	} {
		got, err := within(filepath.Join(dir, "reports"), filepath.Join(dir, filepath.FromSlash(test.inner)))
		if test.here && (err != nil || got != test.want) {
			t.Errorf("%s: got %v, %v, want %v", test.inner, got, err, test.want)
		}
	}
	if got, err := within(filepath.Join(dir, "none"), filepath.Join(dir, "none", "out")); got || err != nil {
		t.Errorf("within a folder that is not there: got %v, %v", got, err)
	}
}
