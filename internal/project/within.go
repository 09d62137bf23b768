package project

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// within reports whether inner, which need not exist yet, is outer or lies below
// it, links resolved; an outer that does not exist holds nothing. Names are not
// compared: systems differ on letters and case.
func within(outer, inner string) (bool, error) {
	folder, err := os.Stat(outer)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	dir, err := filepath.Abs(inner)
	if err != nil {
		return false, fmt.Errorf("find %s: %w", inner, err)
	}
	for {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			dir = real
		}
		if info, err := os.Stat(dir); err == nil && os.SameFile(folder, info) {
			return true, nil
		}
		above := filepath.Dir(dir)
		if above == dir {
			return false, nil
		}
		dir = above
	}
}

// sameFile says whether two paths lead to one file that is there.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
