package worker

import (
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"thematic/corpus"
)

// confineSystem sets the limits the kernel enforces: no core dump, no byte
// written to any file (trying is an error, not a signal), and an address space of what the process has at its
// start and limits.Memory on top. The race detector needs more address space
// than any limit, so there the last is left out.
func confineSystem(limits corpus.Limits) error {
	if err := setLimit(unix.RLIMIT_CORE, 0); err != nil {
		return err
	}
	signal.Ignore(unix.SIGXFSZ)
	if err := setLimit(unix.RLIMIT_FSIZE, 0); err != nil {
		return err
	}
	if raceEnabled {
		return nil
	}
	now, err := addressSpace()
	if err != nil {
		return err
	}
	return setLimit(unix.RLIMIT_AS, now+uint64(limits.Memory))
}

// setLimit sets a limit for good, to no more than what whoever started the program allows.
func setLimit(resource int, value uint64) error {
	var allowed unix.Rlimit
	if err := unix.Getrlimit(resource, &allowed); err != nil {
		return fmt.Errorf("limiting resource %d: %w", resource, err)
	}
	value = min(value, allowed.Max)
	if err := unix.Setrlimit(resource, &unix.Rlimit{Cur: value, Max: value}); err != nil {
		return fmt.Errorf("limiting resource %d to %d: %w", resource, value, err)
	}
	return nil
}

// addressSpace returns the size of this process's address space in bytes:
// proc(5), the first field of statm, in pages.
func addressSpace() (uint64, error) {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, fmt.Errorf("measuring the address space: %w", err)
	}
	var pages uint64
	if _, err := fmt.Fscan(strings.NewReader(string(statm)), &pages); err != nil {
		return 0, fmt.Errorf("measuring the address space: %w", err)
	}
	return pages * uint64(os.Getpagesize()), nil
}

// allowOneFile moves the limit of processor time so that the next file has the
// deadline's worth of it on every processor. It is the backstop for a parent
// that cannot keep the deadline.
func (g *guards) allowOneFile() error {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return fmt.Errorf("measuring the processor time: %w", err)
	}
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_CPU, &limit); err != nil {
		return fmt.Errorf("limiting the processor time: %w", err)
	}
	allowed := uint64(g.limits.Time/time.Second)*uint64(runtime.GOMAXPROCS(0)) + 5
	limit.Cur = min(limit.Max, uint64(used.Utime.Sec)+uint64(used.Stime.Sec)+allowed)
	if err := unix.Setrlimit(unix.RLIMIT_CPU, &limit); err != nil {
		return fmt.Errorf("limiting the processor time: %w", err)
	}
	return nil
}

// watchCPU ends the process when the kernel says that its time is used up.
func (g *guards) watchCPU() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGXCPU)
	defer signal.Stop(signals)
	select {
	case <-g.quit:
	case <-signals:
		fmt.Fprintln(os.Stderr, cpuMessage)
		os.Exit(exitOverLimit)
	}
}
