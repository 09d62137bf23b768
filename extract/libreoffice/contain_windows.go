package libreoffice

import (
	"os/exec"

	"thematic/corpus"
	"thematic/extract/job"
)

// runContained runs a command in a job, so that the program, which its launcher
// starts, ends with it and with this process. Where the system refuses one, or the
// launcher is faster than the job, the deadline is the limit.
func runContained(command func() *exec.Cmd, _ corpus.Limits) error {
	cmd := command()
	if err := cmd.Start(); err != nil {
		return err
	}
	if j, err := job.Hold(cmd.Process, memory); err == nil {
		defer j.Close() // which ends what the deadline has left
	}
	return cmd.Wait()
}
