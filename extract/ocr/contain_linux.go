package ocr

import (
	"os/exec"
	"syscall"
)

// contain has the kernel end the program with the process that runs it. It
// stays in that one's group, and is killed with it.
func contain(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
