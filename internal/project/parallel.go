package project

import (
	"context"
	"sync"
)

// forEach calls do for 0 to n-1 from the given number of goroutines and waits
// for them. It stops handing out work at the first error or once ctx is
// cancelled, and returns that error or the context's.
func forEach(ctx context.Context, workers, n int, do func(i int) error) error {
	going, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	next := make(chan int)
	var running sync.WaitGroup
	for range max(1, min(workers, n)) {
		running.Go(func() {
			for i := range next {
				if err := do(i); err != nil {
					stop(err) // the first one stays
				}
			}
		})
	}
	for i := 0; i < n && going.Err() == nil; i++ {
		next <- i
	}
	close(next)
	running.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return context.Cause(going)
}
