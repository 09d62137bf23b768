//go:build unix

package worker

import (
	"errors"
	"os/exec"
	"syscall"
)

// kill ends the child and whatever it has started.
func kill(cmd *exec.Cmd) {
	// An error means that it is gone already.
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
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
