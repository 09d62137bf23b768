package project

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thematic/corpus"
)

func TestLogNamesWhatWasNotRead(t *testing.T) {
	takesLong(t)
	o := testOptions(t, shardFolder(t))
	o.Kinds = corpus.Kinds
	o.Out += " [2019]" // a name, and no pattern
	left := []string{filepath.Join(o.Out, ".thematic-writing-1"), filepath.Join(o.Out, "project", "objects", "ab", ".thematic-writing-2")}
	for _, path := range left {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("half of"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	runAgain(t, o)
	data, err := os.ReadFile(filepath.Join(o.Out, "log.txt"))
	if err != nil {
		t.Fatal(err)
	}
	log := string(data)
	for _, want := range []string{"7 files met", "skipped: d.zip: ", "empty: e.txt: ", "duplicate: c.txt: "} {
		if !strings.Contains(log, want) {
			t.Errorf("the log does not say %q:\n%s", want, log)
		}
	}
	for _, path := range left {
		if _, err := os.Stat(path); !os.IsNotExist(err) {
			t.Errorf("%s, which a killed run left, is still there", path)
		}
	}
}
