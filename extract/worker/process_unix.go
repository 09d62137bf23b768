//go:build unix

package worker

import (
	"errors"
	"io"
	"os/exec"
	"syscall"

	"thematic/corpus"
)

// hold returns what kills the child and whatever it has started, and what is to be
// called when it has ended, which is nothing here.
func hold(cmd *exec.Cmd, _ corpus.Limits) (kill, release func()) {
	// An error means that it is gone already.
	return func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }, func() {}
}

// killedFromOutside reports whether a child was killed, which, when the parent
// has not done it, is how a system out of memory ends a process.
func killedFromOutside(exit error) bool {
	var e *exec.ExitError
	if !errors.As(exit, &e) {
		return false
	}
	status, ok := e.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}

// broken reports whether err is that of a pipe whose other end is closed.
func broken(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.EPIPE)
}
