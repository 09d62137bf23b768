//go:build !windows

package corpus

import "os"

// syncFolder makes a rename in folder last through a power cut.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
