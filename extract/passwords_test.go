package extract

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"thematic/corpus"
)

func TestParsePasswords(t *testing.T) {
	ps := ParsePasswords("\ufefflantern\r\n\nsub/review.pdf\tharbour\nreview.pdf\twith space \n\tfor any\n")
	for _, test := range []struct {
		name string
		want []string
	}{
		{"sub/review.pdf", []string{"harbour", "with space ", "lantern", "for any"}},
		{"other/review.pdf", []string{"with space ", "lantern", "for any"}},
		{"summary.pdf", []string{"lantern", "for any"}},
	} {
		if got := ps.For(test.name); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestPasswordsOpenAFile reads an encrypted file without and with its password,
// and asks whether what was read before is worth reading again.
func TestPasswordsOpenAFile(t *testing.T) {
	data, err := os.ReadFile("pdf/testdata/locked-aes-256-r6.pdf")
	if err != nil {
		t.Fatal(err)
	}
	read := func(o Options) Result {
		r := Reader{Options: o}
		defer r.Close()
		return r.Read(bytes.NewReader(data), int64(len(data)), "locked.pdf", corpus.DefaultLimits())
	}
	without := read(Options{})
	if without.Status != corpus.StatusFailed || !strings.Contains(without.Reason, "--password or --passwords FILE") {
		t.Fatalf("got %s %q", without.Status, without.Reason)
	}
	given := Options{Passwords: Passwords{{"other.pdf", "x"}, {"locked.pdf", "lantern"}}}
	if got := read(given); got.Status != corpus.StatusOK {
		t.Errorf("got %s %q", got.Status, got.Reason)
	}
	record := corpus.Record{Status: without.Status, Reason: without.Reason}
	if none := (Options{}); none.Outdated(&record, corpus.DefaultLimits()) != "" || given.Outdated(&record, corpus.DefaultLimits()) != "a password is given" {
		t.Error("a file is to be read again when passwords are given, and only then")
	}
	if kept, err := json.Marshal(given); err != nil || strings.Contains(string(kept), "lantern") {
		t.Errorf("the options are stored as %s, %v", kept, err)
	}
}
