package corpus

import (
	"errors"

	"golang.org/x/sys/windows"
)

// DiskFull reports whether err says that there is no room left on the disk, or none
// for this person.
func DiskFull(err error) bool {
	for _, full := range []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED} {
		if errors.Is(err, full) {
			return true
		}
	}
	return false
}
