package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"regexp"
	"runtime/debug"
)

// version is the version of the program; it goes into every output.
const version = "0.1.0"

// buildVersion is the version with the revision it was built from, where the
// build recorded one.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return version + "+" + s.Value[:12]
		}
	}
	return version
}

// buildID is what Go writes at the beginning of an executable: the last of its four
// hashes is of all that is in the file.
var buildID = regexp.MustCompile(`[\w-]{20}/[\w-]{20}/[\w-]{20}/[\w-]{20}`)

// buildIDWithin is in how many bytes of an executable the build ID stands.
const buildIDWithin = 64 << 10

// buildMark tells one build of the program from another, also where the build
// recorded no revision. It is the build ID, or a hash of an executable without one:
// the same source gives the same, built with -trimpath or in the same folder, and
// with -buildvcs=false or at the same commit, which is stamped in.
func buildMark() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	hash := sha256.New()
	start, err := io.ReadAll(io.TeeReader(io.LimitReader(file, buildIDWithin), hash))
	if id := buildID.Find(start); err == nil && id != nil {
		return string(id)
	}
	if _, err := io.Copy(hash, file); err != nil {
		return ""
	}
	return hex.EncodeToString(hash.Sum(nil))
}
