package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"thematic/corpus"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"thematic": main})
}

// TestScripts runs the program as a person does: see testdata/script. $SHARED
// is a folder of real reports and odd files beside the project; scripts that
// need it skip where it is missing.
func TestScripts(t *testing.T) {
	shared, err := filepath.Abs(filepath.Join("..", "..", "..", "shared"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("SHARED", shared)
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "shared":
				_, err := os.Stat(shared)
				return err == nil, nil
			case "root":
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
	})
}

func TestExitCodes(t *testing.T) {
	empty := t.TempDir()
	for _, test := range []struct {
		args []string
		want int
	}{
		{[]string{"--help"}, exitDone},
		{[]string{"--version"}, exitDone},
		{[]string{"explain", "--text", "No assessment was made."}, exitDone},
		{[]string{"run", empty}, exitFailed},
		{[]string{"run", filepath.Join(empty, "missing")}, exitFailed},
		{[]string{"run"}, exitUsage},
		{[]string{"rnu"}, exitUsage},
		{[]string{"codebook", "chekc"}, exitUsage},
		{[]string{"run", "--colour", "red", empty}, exitUsage},
		{[]string{"explain", "--theme", "none", "--text", "x"}, exitUsage},
		{[]string{"explain", "--section", "bogus", "--text", "x"}, exitUsage},
		{[]string{"explain", filepath.Join(empty, "a.txt:0")}, exitUsage},
		{[]string{"chart", "bars", "--from", "2015", "--to", "2010", "-o", "x.svg"}, exitUsage},
		{[]string{"chart", "venn", "--counts", "27,23,17,17,11", "-o", filepath.Join(empty, "missing", "x.svg")}, exitFailed},
		{[]string{"run", "--include-kind", "novel", empty}, exitUsage},
	} {
		if got := run(context.Background(), test.args, io.Discard, io.Discard); got != test.want {
			t.Errorf("%v: got exit code %d, want %d", test.args, got, test.want)
		}
	}
	for err, want := range map[error]int{
		nil:                                    exitDone,
		errUnread:                              exitUnread,
		corpus.ErrLocked:                       exitLocked,
		context.Canceled:                       exitInterrupted,
		errors.New("anything"):                 exitFailed,
		usageError{errors.New("a wrong flag")}: exitUsage,
	} {
		if got := exitCode(err); got != want {
			t.Errorf("%v: got exit code %d, want %d", err, got, want)
		}
	}
}
