package job

import (
	"fmt"
	"os"
	"sync"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Job is a job object with a process in it.
type Job struct {
	lock   sync.Mutex
	handle windows.Handle // 0 when it is closed
}

// Hold puts process into a job, so that what it starts from now on is in it too.
// Each of them may have memory bytes committed and no more.
func Hold(process *os.Process, memory int64) (*Job, error) {
	handle, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return nil, fmt.Errorf("hold a process: %w", err)
	}
	j := &Job{handle: handle}
	if err := j.confine(process, memory); err != nil {
		j.Close()
		return nil, fmt.Errorf("hold a process: %w", err)
	}
	return j, nil
}

func (j *Job) confine(process *os.Process, memory int64) error {
	limits := windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION{ProcessMemoryLimit: uintptr(memory)}
	limits.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | windows.JOB_OBJECT_LIMIT_PROCESS_MEMORY
	_, err := windows.SetInformationJobObject(j.handle, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&limits)), uint32(unsafe.Sizeof(limits)))
	if err != nil {
		return err
	}
	var assigned error
	err = process.WithHandle(func(handle uintptr) {
		assigned = windows.AssignProcessToJobObject(j.handle, windows.Handle(handle))
	})
	if err != nil {
		return err
	}
	return assigned
}

// Kill ends all that is in the job, and does nothing once it is closed.
func (j *Job) Kill() error {
	j.lock.Lock()
	defer j.lock.Unlock()
	if j.handle == 0 {
		return nil
	}
	return windows.TerminateJobObject(j.handle, 1)
}

// Close gives the job up, which ends what is still in it.
func (j *Job) Close() error {
	j.lock.Lock()
	defer j.lock.Unlock()
	handle := j.handle
	if j.handle = 0; handle == 0 {
		return nil
	}
	return windows.CloseHandle(handle)
}
