package corpus

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Found is one thing met below a folder of reports.
type Found struct {
	File string // slash-separated path below the folder, fit to be shown; a folder ends in /
	Path string // the same as the system has it, to open the file by
	Size int64
	// Status is empty for a file that should be read, else what to report of
	// it, with the reason.
	Status Status
	Reason string
}

// List walks the folder that root stands for and returns everything met that
// is not a readable folder, sorted by path. Links are listed and not followed,
// so nothing outside the folder is ever read. A sub-folder in which a system keeps
// deleted files and the like is listed and not opened, and one that cannot be
// opened is listed as failed; an error is returned only where the folder
// itself cannot be.
func List(root *os.Root) ([]Found, error) {
	var found []Found
	err := fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			if name == "." {
				return err
			}
			found = append(found, Found{File: shownName(name) + "/", Path: name + "/", Status: StatusFailed,
				Reason: "the folder cannot be opened: " + Cause(err).Error()})
			return fs.SkipDir
		}
		switch {
		case !entry.IsDir():
			found = append(found, foundEntry(name, entry))
		case isSystemFolder(entry.Name()):
			found = append(found, Found{File: shownName(name) + "/", Path: name + "/", Status: StatusSkipped,
				Reason: "a folder of the system, for deleted files and the like: move out of it what is to be read"})
			return fs.SkipDir
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list the folder: %w", err)
	}
	slices.SortFunc(found, func(a, b Found) int { return cmp.Compare(a.Path, b.Path) })
	return found, nil
}

// shownName makes a path fit for tables: what is not UTF-8, and characters that
// break lines, become question marks. Where there were any, a hash of the name says
// which it was, so that names which differ stay different, whoever lists them.
func shownName(name string) string {
	parts := strings.Split(name, "/")
	for i, part := range parts {
		shown := strings.Map(func(r rune) rune {
			if r == utf8.RuneError || unicode.IsControl(r) {
				return '?'
			}
			return r
		}, part)
		if shown != part {
			sum, ending := sha256.Sum256([]byte(part)), path.Ext(shown)
			parts[i] = fmt.Sprintf("%s (%x)%s", strings.TrimSuffix(shown, ending), sum[:4], ending)
		}
	}
	return strings.Join(parts, "/")
}

// FoundFile is what [List] says of a file of size bytes at the path name.
func FoundFile(name string, size int64) Found {
	f := Found{File: shownName(name), Path: name, Size: size}
	if IsSystemFile(path.Base(name)) {
		f.Status, f.Reason = StatusSkipped, "a hidden file of the system or of an open document"
	}
	return f
}

func foundEntry(name string, entry fs.DirEntry) Found {
	f := Found{File: shownName(name), Path: name}
	info, err := entry.Info()
	switch {
	case err != nil:
		f.Status, f.Reason = StatusFailed, "the file cannot be looked at: "+Cause(err).Error()
	case entry.Type()&fs.ModeSymlink != 0:
		f.Status, f.Reason = StatusSkipped, "a link: copy what it leads to into the folder to have it read"
	case !entry.Type().IsRegular():
		f.Status, f.Reason = StatusSkipped, "not a file but a device or a pipe"
	default:
		f = FoundFile(name, info.Size())
	}
	return f
}

// IsSystemFile recognises, by the last part of its path, what systems, file managers
// and office programs leave behind.
func IsSystemFile(base string) bool {
	lower := strings.ToLower(base)
	switch lower {
	case "thumbs.db", "desktop.ini", "icon\r": // the last is a folder's picture on macOS
		return true
	}
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") ||
		strings.HasPrefix(base, "~") && strings.HasSuffix(lower, ".tmp") || isSystemFolder(base)
}

// isSystemFolder recognises by its name a folder in which Windows, macOS or a desktop of
// Linux keeps what was deleted, or what is its own, on a disk or a stick.
func isSystemFolder(base string) bool {
	lower := strings.ToLower(base)
	switch lower {
	case "$recycle.bin", "recycler", "system volume information", "lost+found":
		return true
	}
	return strings.HasPrefix(lower, ".trash")
}
