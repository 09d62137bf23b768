package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"thematic/corpus"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"thematic": main})
}

// TestScripts runs the program as a person does: see testdata/script. $SHARED
// is a folder of real reports and odd files beside the project; scripts that
// need it skip where it is missing. $LOCKED is an encrypted report. What readers keep
// compiled is that of this user: one script has a copy of it.
func TestScripts(t *testing.T) {
	shared, err := filepath.Abs(filepath.Join("..", "..", "..", "shared"))
	if err != nil {
		t.Fatal(err)
	}
	locked, err := filepath.Abs(filepath.Join("..", "..", "extract", "pdf", "testdata", "locked-aes-256-r6.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	cache, _ := os.UserCacheDir() // without it, each script has its own
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("SHARED", shared)
			env.Setenv("LOCKED", locked)
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_CACHE_HOME", cache)
			return nil
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "shared":
				_, err := os.Stat(shared)
				return err == nil, nil
			case "root":
				return os.Geteuid() == 0, nil
			case "netless":
				return exec.Command("unshare", "--user", "--map-root-user", "--net", "true").Run() == nil, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"sametree": sameTree, "demonstration": demonstration(t), "row": row},
	})
}

// demonstration returns the command of scripts "demonstration FOLDER": it fills a folder
// with what 'thematic demo --ocr off' writes there, which it has run but once.
func demonstration(t *testing.T) func(*testscript.TestScript, bool, []string) {
	root := t.TempDir()
	written := sync.OnceValue(func() error {
		cmd := exec.Command("thematic", "demo", "--out", "out", "--quiet", "--ocr", "off")
		cmd.Dir = root
		if said, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, said)
		}
		return nil
	})
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 1 {
			ts.Fatalf("usage: demonstration FOLDER")
		}
		ts.Check(written())
		ts.Check(os.CopyFS(ts.MkAbs(args[0]), os.DirFS(filepath.Join(root, "out"))))
	}
}

// row is the command of scripts "row BOOK SHEET WORDS": it fails unless one row of a sheet
// has a cell that begins with the words, or, negated, where any does. With "COLUMN TEXT" behind, it writes the text
// there as a person would.
func row(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 && (neg || len(args) != 5) {
		ts.Fatalf("usage: row BOOK SHEET WORDS [COLUMN TEXT]")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	rows, err := book.GetRows(args[1])
	ts.Check(err)
	holds := func(cells []string) bool {
		return slices.ContainsFunc(cells, func(cell string) bool { return strings.HasPrefix(cell, args[2]) })
	}
	at := slices.IndexFunc(rows, holds)
	switch {
	case neg && at >= 0:
		ts.Fatalf("row %d of %s has %q", at+1, args[1], args[2])
	case neg:
		return
	case at < 0 || slices.ContainsFunc(rows[at+1:], holds):
		ts.Fatalf("not one row of %s has %q", args[1], args[2])
	case len(args) == 3:
		return
	}
	for _, head := range rows[:at] {
		if column := slices.Index(head, args[3]); column >= 0 {
			cell, err := excelize.CoordinatesToCellName(column+1, at+1)
			ts.Check(err)
			ts.Check(book.SetCellStr(args[1], cell, args[4]))
			ts.Check(book.Save())
			return
		}
	}
	ts.Fatalf("%s has no column %q", args[1], args[3])
}

// sameTree fails a script unless two folders hold the same files, to the byte.
func sameTree(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sametree FOLDER FOLDER")
	}
	a, err := hashes(ts.MkAbs(args[0]))
	ts.Check(err)
	b, err := hashes(ts.MkAbs(args[1]))
	ts.Check(err)
	if len(a) == 0 {
		ts.Fatalf("%s holds no file", args[0])
	}
	for name, hash := range a {
		if b[name] != hash {
			ts.Fatalf("%s is not the same in %s and %s", name, args[0], args[1])
		}
	}
	if len(a) != len(b) {
		ts.Fatalf("%s holds %d files, and %s %d", args[0], len(a), args[1], len(b))
	}
}

// hashes returns the hash of every file below a folder, by its name there.
func hashes(folder string) (map[string][32]byte, error) {
	files := map[string][32]byte{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		files[name] = sha256.Sum256(data)
		return err
	})
	return files, err
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

// TestInterruptedCommand holds that a command that is interrupted ends with the code of that,
// writes and keeps nothing, and does not speak of a next run where it is none.
func TestInterruptedCommand(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	for name, text := range map[string]string{
		"reports/Carrowdale/a.txt": "Analysis\n\nThere was a lack of professional curiosity, and thresholds were misapplied.\n",
		"reports/Ottermouth/b.txt": "Analysis\n\nPractitioners showed no professional curiosity.\n",
		"mine.csv":                 "case_id,theme_id,decision\nb,thresholds,present\n",
	} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	output(t, root, "thematic", "run", "reports", "--include-kind", "all", "--quiet")
	before, err := hashes(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{
		"agree a.csv b.csv", "decisions import mine.csv --coder K", "decisions export -o d.csv",
		"export csv -o csv", "export datapackage -o package", "export marked -o marked", "export json -o a.json", "export xlsx -o a.xlsx", "export docx -o a.docx",
		"export qdpx --no-pdf -o a.qdpx", "export qdc -o a.qdc", "sample -n 2 -o s.xlsx", "quotations professional_curiosity -o q.csv", "uncoded -o u.csv",
		"overlaps --themes professional_curiosity,thresholds -o o.csv", "compare --by area -o c.csv", "compare --by area -o c.png", "chart bars -o b.svg",
	} {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		var said bytes.Buffer
		code := run(ctx, strings.Fields(command), io.Discard, &said)
		if got, want := said.String(), "thematic: interrupted; no file is half written, and the command can be typed again\n"; code != exitInterrupted || got != want {
			t.Errorf("%s: got exit code %d and %q, want %q", command, code, got, want)
		}
		after, err := hashes(root)
		if err != nil {
			t.Fatal(err)
		}
		if !maps.Equal(after, before) {
			t.Errorf("%s: wrote something", command)
		}
	}
}

// unwritable is a place to which nothing can be printed.
type unwritable struct{}

func (unwritable) Write([]byte) (int, error) { return 0, errors.New("it is full") }

// TestNothingIsPrinted holds that what could not be printed, help too, is no success, and is said once.
func TestNothingIsPrinted(t *testing.T) {
	for _, args := range [][]string{{}, {"help"}, {"--help"}, {"help", "run"}, {"--version"}, {"codebook"}, {"explain", "--text", "No assessment was made."}} {
		var said bytes.Buffer
		if got := run(context.Background(), args, unwritable{}, &said); got != exitFailed || strings.Count(said.String(), "it is full") != 1 {
			t.Errorf("%v: got exit code %d and %q", args, got, said.String())
		}
	}
}
