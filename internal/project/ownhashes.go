package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"thematic/corpus"
)

// exportedName is the file of the project with the hash of each file that was written
// from it beside the results: one on a line, that of the newest export last, with its
// name behind it where it is one of a folder.
const exportedName = "exported.txt"

// unfinishedName is the like with what a run is about to put among the results, each
// hash with the name there behind it, until one comes to its end.
const unfinishedName = "unfinished.txt"

// mostExported is how many hashes a run leaves there: those of the marked pages of some
// thousand reviews, exported several times.
const mostExported = 20_000

// ownHashes returns the hashes of what the program is known to have written: what the
// last run made, and what was exported.
func ownHashes(last lastRun, store *corpus.Store) (map[string]bool, error) {
	own := map[string]bool{}
	for _, hash := range last.Outputs {
		own[hash] = true
	}
	for _, name := range []string{exportedName, unfinishedName} {
		hashes, err := hashesIn(store, name)
		if err != nil {
			return nil, fmt.Errorf("read what was written before: %w", err)
		}
		for _, hash := range hashes {
			own[hash] = true
		}
	}
	return own, nil
}

// hashesOf returns the like for a command on results that are there.
func hashesOf(store *corpus.Store) (map[string]bool, error) {
	last, err := readLastRun(store)
	if err != nil {
		return nil, err
	}
	return ownHashes(last, store)
}

// hashesIn returns the hashes in a file of the project, none where it is not there.
func hashesIn(store *corpus.Store, name string) ([]string, error) {
	noted, err := notedIn(store, name)
	var hashes []string
	for _, n := range noted {
		hashes = append(hashes, n.hash)
	}
	return hashes, err
}

// noted is the hash of a file that was written, and the name that it has among the
// results, or in a folder of many that was exported; "" where it lies elsewhere.
type noted struct{ hash, name string }

// line is how it stands in the file.
func (n noted) line() string { return strings.TrimSuffix(n.hash+" "+n.name, " ") + "\n" }

// notedIn is [hashesIn] with the names.
func notedIn(store *corpus.Store, name string) (all []noted, err error) {
	data, err := store.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for line := range strings.Lines(string(data)) {
		if hash, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " "); hash != "" {
			all = append(all, noted{hash, name})
		}
	}
	return all, err
}

// noteHash keeps the hash of a file that is about to take its place, and its name among
// the results, in one write behind those that are there, since several may be written
// at once. Where that cannot be done, or a power cut undoes it, the file is not known
// the next time, and put aside.
func noteHash(store *corpus.Store, name, hash, output string) {
	file, err := os.OpenFile(store.Path(name), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return
	}
	defer file.Close()
	_, _ = file.WriteString(noted{hash, output}.line())
}

// forgetHashes drops the hashes that nobody needs when a run is over: nobody else is
// at work on the project.
func (o Options) forgetHashes(store *corpus.Store) error {
	if err := o.drop([]string{store.Path(unfinishedName)}); err != nil {
		return err
	}
	all, err := notedIn(store, exportedName)
	kept := newest(all, mostExported)
	if err != nil || len(kept) == len(all) {
		return err
	}
	var text strings.Builder
	for _, n := range kept {
		text.WriteString(n.line())
	}
	return store.WriteFile(exportedName, []byte(text.String()))
}

// newest returns the last n of a list that are not the same, in their order.
func newest(list []noted, n int) []noted {
	met := map[noted]bool{}
	var kept []noted
	for _, one := range slices.Backward(list) {
		if len(kept) < n && !met[one] {
			met[one] = true
			kept = append(kept, one)
		}
	}
	slices.Reverse(kept)
	return kept
}
