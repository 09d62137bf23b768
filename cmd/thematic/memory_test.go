package main

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestLeaveRoom: where more is in use than the program aims at, the heap may grow,
// and where it is not any more, the aim holds again.
func TestLeaveRoom(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	debug.SetMemoryLimit(memoryAim)
	leaveRoom(nil)
	inUse := make([]byte, memoryAim+64<<20)
	waitForLimit(t, func(limit int64) bool { return limit > int64(len(inUse)) })
	runtime.KeepAlive(inUse)
	inUse = nil
	waitForLimit(t, func(limit int64) bool { return limit == memoryAim })
}

// waitForLimit clears the heap until its limit is as it should be.
func waitForLimit(t *testing.T, right func(int64) bool) {
	t.Helper()
	for range 500 {
		runtime.GC()
		if right(debug.SetMemoryLimit(-1)) {
			return
		}
		time.Sleep(10 * time.Millisecond) // finalizers run beside
	}
	t.Fatalf("the limit is %d MB", debug.SetMemoryLimit(-1)>>20)
}
