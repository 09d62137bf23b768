package job

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"
)

// TestMain is also the process that is held and the one that this starts, which
// has the same standard output, says that it is there, and later that nothing has
// ended it.
func TestMain(m *testing.M) {
	switch os.Getenv("JOB_TEST") {
	case "":
		os.Exit(m.Run())
	case "parent":
		io.ReadFull(os.Stdin, make([]byte, 1)) // until it is in the job
		child := exec.Command(os.Args[0])
		child.Env, child.Stdout = append(os.Environ(), "JOB_TEST=child"), os.Stdout
		if err := child.Run(); err != nil {
			fmt.Println(err)
		}
	case "child":
		fmt.Print("+")
		time.Sleep(time.Minute)
		fmt.Print("still here")
	}
}

func TestEndsAsOne(t *testing.T) {
	for name, end := range map[string]func(*Job) error{"kill": (*Job).Kill, "close": (*Job).Close} {
		t.Run(name, func(t *testing.T) {
			parent := exec.Command(os.Args[0])
			parent.Env = append(os.Environ(), "JOB_TEST=parent")
			in, errIn := parent.StdinPipe()
			out, errOut := parent.StdoutPipe()
			if errIn != nil || errOut != nil {
				t.Fatal(errIn, errOut)
			}
			if err := parent.Start(); err != nil {
				t.Fatal(err)
			}
			j, err := Hold(parent.Process, 1<<30)
			if err != nil {
				t.Fatal(err)
			}
			defer j.Close()
			in.Write([]byte{1})
			up := make([]byte, 1)
			if _, err := io.ReadFull(out, up); err != nil || up[0] != '+' {
				t.Fatalf("got %q, %v", up, err)
			}
			if err := end(j); err != nil {
				t.Fatal(err)
			}
			if said, err := io.ReadAll(out); err != nil || len(said) > 0 {
				t.Errorf("got %q, %v", said, err)
			}
			parent.Wait()
			j.Close()
			if err := j.Kill(); err != nil {
				t.Errorf("what is closed: got %v", err)
			}
		})
	}
}
