package libreoffice

import (
	"os"
	"os/exec"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"thematic/corpus"
)

// runContained runs a command as the first process of a world of its own, which
// has no network and ends with it. Where the system does not allow that, it
// runs in a process group, which is killed as a whole.
func runContained(command func() *exec.Cmd, limits corpus.Limits) error {
	cmd := command()
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Pdeathsig:   syscall.SIGKILL,
		Setpgid:     true,
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET | syscall.CLONE_NEWPID,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: os.Getuid(), HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: os.Getgid(), HostID: os.Getgid(), Size: 1}},
	}
	if err := start(cmd); err != nil {
		cmd = command()
		cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
		if err := start(cmd); err != nil {
			return err
		}
	}
	limit(cmd.Process.Pid, limits)
	return cmd.Wait()
}

func start(cmd *exec.Cmd) error {
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	return cmd.Start()
}

// limit sets what the kernel enforces. The program is a script that has yet to
// start the processes that do the work; a limit that cannot be set leaves the
// deadline.
func limit(pid int, limits corpus.Limits) {
	for resource, value := range map[int]uint64{
		unix.RLIMIT_CORE:  0,
		unix.RLIMIT_FSIZE: uint64(limits.FileBytes),
		unix.RLIMIT_CPU:   uint64(limits.TimeOffice/time.Second) + 1,
		unix.RLIMIT_AS:    memory,
	} {
		_ = unix.Prlimit(pid, resource, &unix.Rlimit{Cur: value, Max: value}, nil)
	}
}
