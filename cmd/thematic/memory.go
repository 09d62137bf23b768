package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// memoryAim is what the program keeps its heap to where it can: near that it
// clears up more often. The program itself takes up to 50 MB more.
const memoryAim = 230 << 20

// garbagePercent is how much the heap may grow, in per cent of what is in use,
// before it is cleared, while it is below the aim: a folder of some hundred
// reviews leaves room, and clearing up takes time.
const garbagePercent = 400

// keepSmall sets both, unless the user has set others (GOMEMLIMIT, GOGC).
func keepSmall() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(memoryAim)
		leaveRoom(nil)
	}
}

// clearing is lost at once, so that its finalizer runs each time the heap has been
// cleared.
type clearing struct{ _ [64]byte }

// leaveRoom lets the heap grow by a quarter of what was in use when it was last
// cleared, also beyond the aim: of many thousand reviews more than that is in use,
// and the program would do little but clear up.
func leaveRoom(*clearing) {
	inUse := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(inUse)
	room := max(memoryAim, int64(inUse[0].Value.Uint64())/4*5)
	if debug.SetMemoryLimit(-1) != room {
		debug.SetMemoryLimit(room)
	}
	runtime.SetFinalizer(new(clearing), leaveRoom)
}
