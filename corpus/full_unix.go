//go:build !windows

package corpus

import (
	"errors"
	"syscall"
)

// DiskFull reports whether err says that there is no room left on the disk, or none
// for this person.
func DiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
