//go:build unix && !linux

package worker

import (
	"os/exec"
	"syscall"
)

// isolate gives the child a process group of its own, so that an interrupt from
// the terminal reaches the parent alone. The child sees the end of its input
// when the parent dies.
func isolate(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}
