package project

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"

	"thematic/corpus"
)

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// hashOfFile is [hashOf] of a file, which is not held in memory.
func hashOfFile(disk corpus.Disk, path string) (string, error) {
	file, err := disk.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// errChanged says that a file is no longer what it was a moment ago.
var errChanged = errors.New("it changed while it was read: run again")

// hashFile reads a file that is no larger than when it was listed.
func hashFile(root *os.Root, f corpus.Found) (corpus.ID, error) {
	file, err := root.Open(f.Path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	hash := sha256.New()
	n, err := io.Copy(hash, io.LimitReader(file, f.Size+1))
	switch {
	case err != nil:
		return "", err
	case n != f.Size:
		return "", errChanged
	}
	return corpus.ID(hex.EncodeToString(hash.Sum(nil))), nil
}
