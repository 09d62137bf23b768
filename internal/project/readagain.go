package project

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"thematic/corpus"
)

// readAgain are the files that were read though an earlier run had read them, by the
// reason. It may be added to from several goroutines.
type readAgain struct {
	mu    sync.Mutex
	files map[string][]string
}

// add notes that a file was read again.
func (r *readAgain) add(why, file string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.files == nil {
		r.files = map[string][]string{}
	}
	r.files[why] = append(r.files[why], file)
}

// notes say which files were read again, and why.
func (r *readAgain) notes() (notes []string) {
	for _, why := range slices.Sorted(maps.Keys(r.files)) {
		files := slices.Sorted(slices.Values(r.files[why]))
		notes = append(notes, fmt.Sprintf("read again, since %s: %s", why, corpus.Some(files)))
	}
	return notes
}
