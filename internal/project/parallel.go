package project

import (
	"context"
	"errors"
	"sync"
)

// forEach calls do for 0 to n-1 from the given number of goroutines and waits
// for them. It stops handing out work once ctx is cancelled and then returns
// the context's error; the errors of do are joined.
func forEach(ctx context.Context, workers, n int, do func(i int) error) error {
	errs := make([]error, n)
	next := make(chan int)
	var running sync.WaitGroup
	for range max(1, min(workers, n)) {
		running.Go(func() {
			for i := range next {
				errs[i] = do(i)
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		next <- i
	}
	close(next)
	running.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return errors.Join(errs...)
}
