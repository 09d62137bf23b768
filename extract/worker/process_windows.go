package worker

import (
	"errors"
	"io"
	"os/exec"
	"syscall"

	"golang.org/x/sys/windows"

	"thematic/corpus"
	"thematic/extract/job"
)

// startMemory is what a child may have committed beside the limit: more than it
// has at its start.
const startMemory = 256 << 20

// isolate keeps an interrupt from the terminal away from the child.
func isolate(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}

// hold has the system end the child when the parent dies, and limit its memory. It
// returns what kills the child and whatever it has started, and what is to be
// called when it has ended. Where the system refuses, the child still sees the end
// of its input.
func hold(cmd *exec.Cmd, limits corpus.Limits) (kill, release func()) {
	j, err := job.Hold(cmd.Process, limits.Memory+startMemory)
	if err != nil {
		return func() { _ = cmd.Process.Kill() }, func() {}
	}
	// An error means that it is gone already.
	return func() { _ = j.Kill() }, func() { _ = j.Close() }
}

// killedFromOutside cannot be told from an exit code here.
func killedFromOutside(error) bool { return false }

// broken reports whether err is that of a pipe whose other end is closed.
func broken(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, windows.ERROR_BROKEN_PIPE) || errors.Is(err, windows.ERROR_NO_DATA)
}
