//go:build unix

package pdfium

import (
	"context"

	"github.com/tetratelabs/wazero/experimental"
	"golang.org/x/sys/unix"
)

// withMemory has the memory of instances taken from the system in one piece, of
// which only what is touched is held. In the Go heap it would be copied whenever
// it grows, and its copies would wait to be collected.
func withMemory(ctx context.Context) context.Context {
	return experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(reserve))
}

// region is the memory of one instance, of its full size from the start.
type region []byte

func reserve(_, most uint64) experimental.LinearMemory {
	b, err := unix.Mmap(-1, 0, int(most), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANON)
	if err != nil {
		return region(nil)
	}
	return region(b)
}

// Reallocate implements [experimental.LinearMemory].
func (r region) Reallocate(size uint64) []byte {
	if size > uint64(len(r)) {
		return nil
	}
	return r[:size]
}

// Free implements [experimental.LinearMemory].
func (r region) Free() {
	if r != nil {
		_ = unix.Munmap(r) // it was mapped: there is nothing to be done about an error
	}
}
