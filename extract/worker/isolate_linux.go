package worker

import (
	"os/exec"
	"syscall"
)

// isolate gives the child a process group of its own, so that an interrupt from
// the terminal reaches the parent alone, and has the kernel kill it when the
// parent dies.
func isolate(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
