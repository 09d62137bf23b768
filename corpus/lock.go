package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// ErrLocked means that another process is at work on the same project.
var ErrLocked = errors.New("another run is at work on this project")

// LockedError is [ErrLocked] with who holds the project, "" where that is not
// known.
type LockedError struct{ Holder string }

// Error says who holds the project.
func (e *LockedError) Error() string {
	if e.Holder == "" {
		return ErrLocked.Error()
	}
	return ErrLocked.Error() + ": " + e.Holder
}

// Is makes a LockedError an [ErrLocked].
func (e *LockedError) Is(target error) bool { return target == ErrLocked }

// lockName is the file whose lock is that of the project. The system gives a
// lock back when its process ends, however it ends, so that none is left behind.
// Who holds it stands in a file beside, for people: Windows lets nobody at a file
// that is locked, its holder neither.
const lockName = "lock"

func holderName(lock string) string { return lock + ".holder" }

// lock is a lock held on a project.
type lock struct {
	file   *flock.Flock
	shared bool // with others who only look
}

func takeLock(path, holder string) (lock, error) {
	l := lock{file: lockFile(path)}
	if err := l.try(l.file.TryLock); err != nil {
		return l, err
	}
	if err := os.WriteFile(holderName(path), []byte(holder), 0o666); err != nil {
		return l, errors.Join(fmt.Errorf("lock the project: %w", err), l.release())
	}
	return l, nil
}

func shareLock(path string) (lock, error) {
	l := lock{file: lockFile(path), shared: true}
	return l, l.try(l.file.TryRLock)
}

// Busy returns a [*LockedError] where a process holds the project in dir to write in it,
// and nil where none does or where there is no project.
func Busy(dir string) error {
	path := filepath.Join(dir, lockName)
	if _, err := os.Stat(path); err != nil {
		return nil
	}
	lock, err := shareLock(path)
	if err != nil {
		return err
	}
	return lock.release()
}

func lockFile(path string) *flock.Flock { return flock.New(path, flock.SetPermissions(0o666)) }

// try takes the lock with lock, which says whether it got it.
func (l lock) try(lock func() (bool, error)) error {
	switch got, err := lock(); {
	case err != nil:
		return fmt.Errorf("lock the project: %w", err)
	case !got:
		return &LockedError{holderOf(l.file.Path())}
	}
	return nil
}

// holderOf is who wrote beside a lock file that is held, "" where those who hold
// it only look.
func holderOf(path string) string {
	looking := flock.New(path)
	if got, err := looking.TryRLock(); got || err != nil {
		looking.Unlock()
		return ""
	}
	holder, _ := os.ReadFile(holderName(path)) // where it cannot be read nobody is named
	return strings.TrimSpace(string(holder))
}

func (l lock) release() error {
	var err error
	if !l.shared {
		err = os.Remove(holderName(l.file.Path()))
	}
	if errors.Is(err, fs.ErrNotExist) { // somebody has cleared up
		err = nil
	}
	return errors.Join(err, l.file.Unlock())
}
