package libreoffice

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thematic/corpus"
)

func installed(t *testing.T) Program {
	t.Helper()
	path := Find()
	if path == "" || testing.Short() {
		t.Skip("LibreOffice is not installed, or time is short")
	}
	t.Setenv("TMPDIR", t.TempDir())
	return Program{path}
}

// nothingLeft checks that the folder for temporary files is as it was.
func nothingLeft(t *testing.T) {
	t.Helper()
	left, err := os.ReadDir(os.TempDir())
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// oldWord has LibreOffice save a web page as an old Word file.
func oldWord(t *testing.T, p Program, page string) []byte {
	t.Helper()
	dir := t.TempDir()
	source := filepath.Join(dir, "a.html")
	if err := os.WriteFile(source, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(p.Path, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "doc:MS Word 97", "--outdir", dir, source).CombinedOutput()
	data, missing := os.ReadFile(filepath.Join(dir, "a.doc"))
	if missing != nil {
		t.Skipf("LibreOffice did not write an old Word file: %v\n%s", err, out)
	}
	return data
}

func TestDOCX(t *testing.T) {
	p := installed(t)
	old := oldWord(t, p, "<h1>Findings</h1><p>No plan was made.</p>")
	got, err := p.DOCX(t.Context(), bytes.NewReader(old), corpus.DefaultLimits())
	if err != nil || !bytes.HasPrefix(got, []byte("PK")) {
		t.Errorf("got %.20q, %v", got, err)
	}
	nothingLeft(t)
}

func TestDOCXOfNoWordFile(t *testing.T) {
	p := installed(t)
	_, err := p.DOCX(t.Context(), strings.NewReader("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 600)), corpus.DefaultLimits())
	var fault *corpus.InputError
	if !errors.As(err, &fault) || !strings.HasPrefix(fault.Reason, "LibreOffice could not convert it") {
		t.Errorf("got %v", err)
	}
	nothingLeft(t)
}

// TestDeadline has a program in the place of LibreOffice that starts another and
// waits for it.
func TestDeadline(t *testing.T) {
	if _, err := exec.LookPath("sleep"); err != nil {
		t.Skip("there is no sleep")
	}
	path := filepath.Join(t.TempDir(), "slow")
	if err := os.WriteFile(path, []byte("#!/bin/sh\nsleep 1000 & sleep 1000\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	limits := corpus.DefaultLimits()
	limits.TimeOffice = 200 * time.Millisecond
	_, err := Program{path}.DOCX(t.Context(), strings.NewReader("x"), limits)
	if want := "converting it with LibreOffice took more than 0.2 s: open it and save it as DOCX, or allow more with --time"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	nothingLeft(t)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	if _, err := (Program{path}).DOCX(ctx, strings.NewReader("x"), corpus.DefaultLimits()); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
}

// TestFolderThatStays has a program in the place of LibreOffice leave a folder
// that cannot be removed, as one that has not quite ended does on Windows.
func TestFolderThatStays(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Skip("every folder can be removed, or none is kept from it by its mode")
	}
	path := filepath.Join(t.TempDir(), "keep")
	if err := os.WriteFile(path, []byte("#!/bin/sh\nmkdir out; echo whole > out/old.docx; chmod 500 out\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	got, err := Program{path}.DOCX(t.Context(), strings.NewReader("x"), corpus.DefaultLimits())
	if string(got) != "whole\n" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), "*", "out"))
	if len(left) != 1 {
		t.Fatalf("left behind: %q, want one folder", left)
	}
	if err := os.Chmod(left[0], 0o700); err != nil {
		t.Fatal(err)
	}
}

// TestNoNetwork has a program in the place of LibreOffice list the network: in
// the world that it is given there is the loopback device alone.
func TestNoNetwork(t *testing.T) {
	const devices = "/proc/self/net/dev"
	if _, err := os.Stat(devices); err != nil {
		t.Skip("this system does not list its network")
	}
	if err := exec.Command("unshare", "-rn", "true").Run(); err != nil {
		t.Skip("this system gives no process a network of its own")
	}
	path := filepath.Join(t.TempDir(), "look")
	script := "#!/bin/sh\nmkdir out; grep -c : " + devices + " > out/old.docx\n"
	if err := os.WriteFile(path, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	got, err := Program{path}.DOCX(t.Context(), strings.NewReader("x"), corpus.DefaultLimits())
	if string(got) != "1\n" || err != nil {
		t.Errorf("got %s devices, %v, want 1", got, err)
	}
}
