package worker

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// beOrphaned starts a child, hands it a file that never ends, prints the
// child's process id and waits to be killed.
func beOrphaned() error {
	limits := childLimits()
	limits.Time = time.Hour
	c, err := start(context.Background(), Options{Command: []string{os.Args[0], "misbehave"}, Limits: limits})
	if err != nil {
		return err
	}
	if err := writeRequest(c.in, request{Name: "a.pdf", Size: 4}, strings.NewReader("loop")); err != nil {
		return err
	}
	fmt.Println(c.cmd.Process.Pid)
	select {}
}

func TestNoChildOutlivesItsParent(t *testing.T) {
	parent := exec.Command(os.Args[0], "orphan")
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err)
	}
	parent.Process.Kill()
	parent.Wait()
	for range 100 {
		if !running(pid) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	syscall.Kill(pid, syscall.SIGKILL)
	t.Errorf("the child %d still runs", pid)
}

// running reports whether the process does anything: one that has ended and
// waits for a parent to take note does not.
func running(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	_, state, _ := strings.Cut(string(stat), ") ")
	return !strings.HasPrefix(state, "Z")
}
