package worker

import (
	"os/exec"
	"syscall"
)

// isolate keeps an interrupt from the terminal away from the child. The child
// sees the end of its input when the parent dies.
func isolate(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}

// kill ends the child.
func kill(cmd *exec.Cmd) {
	// An error means that it is gone already.
	_ = cmd.Process.Kill()
}

// killedFromOutside cannot be told from an exit code here.
func killedFromOutside(error) bool { return false }
