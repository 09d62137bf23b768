package libreoffice

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"thematic/corpus"
)

// memory is the most of each process of the program, where the system limits it: it
// takes half of that for a long report.
const memory = 3 << 30

// Program is an installed LibreOffice.
type Program struct{ Path string }

// Find looks for LibreOffice where programs are looked for and where it
// installs itself. It returns "" where it is not installed.
func Find() string {
	for _, name := range []string{"soffice", "libreoffice",
		"/Applications/LibreOffice.app/Contents/MacOS/soffice",
		`C:\Program Files\LibreOffice\program\soffice.exe`} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Hint says in one line how to install LibreOffice on this system.
func Hint() string {
	switch runtime.GOOS {
	case "darwin":
		return "install LibreOffice (brew install --cask libreoffice)"
	case "windows":
		return "install LibreOffice (winget install TheDocumentFoundation.LibreOffice)"
	}
	return "install LibreOffice (sudo apt install libreoffice-writer)"
}

// settings are those of the profile: no macros, no links followed when a file
// is opened, and a proxy that does not exist.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Field" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
`

// DOCX converts an old Word file. A file that the program does not convert, or
// not within limits.TimeOffice, is a [*corpus.InputError]; any other error is
// one of ctx or of the folder for temporary files.
func (p Program) DOCX(ctx context.Context, file io.Reader, limits corpus.Limits) ([]byte, error) {
	dir, err := os.MkdirTemp("", "thematic-office-")
	if err != nil {
		return nil, fmt.Errorf("converting an old Word file: %w", err)
	}
	defer os.RemoveAll(dir) // what cannot be removed is no fault of the file
	if err := furnish(dir, file); err != nil {
		return nil, fmt.Errorf("converting an old Word file: %w", err)
	}
	timed, cancel := context.WithTimeout(ctx, limits.TimeOffice)
	defer cancel()
	said, err := p.run(timed, dir, limits)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case timed.Err() != nil:
		return nil, &corpus.InputError{Late: true, Reason: fmt.Sprintf("converting it with LibreOffice took more than %g s: open it and save it as DOCX, or allow more with --time", limits.TimeOffice.Seconds())}
	}
	converted, missing := takeResult(filepath.Join(dir, "out", "old.docx"), limits)
	if missing != nil {
		return nil, &corpus.InputError{Reason: "LibreOffice could not convert it" + whatItSaid(said, err) + ": open it and save it as DOCX"}
	}
	return converted, nil
}

// furnish writes the file and a profile into the folder.
func furnish(dir string, file io.Reader) error {
	user := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(settings), 0o600); err != nil {
		return err
	}
	old, err := os.OpenFile(filepath.Join(dir, "old.doc"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(old, file)
	return errors.Join(err, old.Close())
}

// run runs the program in the folder, with nothing of the user's surroundings
// but the way to programs. It returns what the program said.
func (p Program) run(ctx context.Context, dir string, limits corpus.Limits) (string, error) {
	var said bounded
	command := func() *exec.Cmd {
		cmd := exec.CommandContext(ctx, p.Path, "-env:UserInstallation="+fileURL(filepath.Join(dir, "profile")),
			"--headless", "--norestore", "--nolockcheck", "--nologo", "--infilter=MS Word 97",
			"--convert-to", "docx:MS Word 2007 XML", "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "old.doc"))
		cmd.Dir = dir
		cmd.Env = append(surroundings(), "HOME="+dir, "TMPDIR="+dir, "TMP="+dir, "TEMP="+dir, "LC_ALL=C.UTF-8", "TZ=UTC")
		cmd.Stdout, cmd.Stderr = &said, &said
		cmd.WaitDelay = time.Second
		return cmd
	}
	err := runContained(command, limits)
	return string(said.kept), err
}

// surroundings are the variables that the program needs to start at all.
func surroundings() []string {
	var env []string
	for _, name := range []string{"PATH", "SystemRoot", "SystemDrive", "ProgramFiles", "LD_LIBRARY_PATH"} {
		if value, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+value)
		}
	}
	return env
}

func fileURL(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// takeResult reads what the program wrote, if it is a file of a size that is
// read at all.
func takeResult(path string, limits corpus.Limits) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > limits.FileBytes {
		return nil, errors.New("it is no file that can be read")
	}
	return os.ReadFile(path)
}

// whatItSaid is the first line of an answer that says what went wrong.
func whatItSaid(said string, err error) string {
	for line := range strings.Lines(said) {
		if line, ok := strings.CutPrefix(line, "Error: "); ok {
			return " (" + corpus.CleanLine(line) + ")"
		}
	}
	if err != nil {
		return " (" + corpus.CleanLine(err.Error()) + ")"
	}
	return ""
}

// bounded keeps the beginning of what is written to it.
type bounded struct{ kept []byte }

func (b *bounded) Write(p []byte) (int, error) {
	b.kept = append(b.kept, p[:min(len(p), 4<<10-len(b.kept))]...)
	return len(p), nil
}
