package worker

import (
	"fmt"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"

	"thematic/corpus"
)

// stackBytes is the most stack of one goroutine of a child.
const stackBytes = 64 << 20

// garbagePercent is how far the heap of a child may grow before it is cleared: a
// report needs little, and what it leaves goes with the child.
const garbagePercent = 300

// What a child says on standard error before it ends itself.
const (
	memoryMessage = "the reader is over its memory limit"
	cpuMessage    = "the reader is over its processor time"
)

// exitOverLimit is the exit code of a child that ends itself at a limit.
const exitOverLimit = 5

// guards are what watches a child from within. Where the system can confine a
// process it does so as well, and harder.
type guards struct {
	limits corpus.Limits
	quit   chan struct{}
	ended  sync.WaitGroup
}

// confine sets the limits of this process and starts the guards.
func confine(limits corpus.Limits) (*guards, error) {
	debug.SetMaxStack(stackBytes)
	debug.SetGCPercent(garbagePercent)
	debug.SetMemoryLimit(limits.Memory / 4 * 3)
	debug.SetTraceback("single")
	// A parser's stray print must not end up between the frames.
	os.Stdout = os.Stderr
	if err := confineSystem(limits); err != nil {
		return nil, err
	}
	g := &guards{limits: limits, quit: make(chan struct{})}
	g.ended.Go(g.watchMemory)
	g.ended.Go(g.watchCPU)
	return g, nil
}

func (g *guards) stop() {
	close(g.quit)
	g.ended.Wait()
}

// watchMemory ends the process when the Go heap passes the limit. It works on
// every system, and sees what grows; one huge allocation is for the system's
// limit to stop.
func (g *guards) watchMemory() {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	for {
		select {
		case <-g.quit:
			return
		case <-ticker.C:
		}
		metrics.Read(sample)
		if held := sample[0].Value.Uint64() - sample[1].Value.Uint64(); held > uint64(g.limits.Memory) {
			fmt.Fprintln(os.Stderr, memoryMessage)
			os.Exit(exitOverLimit)
		}
	}
}
