package worker

import (
	"context"
	"time"

	"thematic/corpus"
)

// deadline ends a context when a child has had its time for a file. The child
// may ask for more, page by page, within the limits.
type deadline struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	limits corpus.Limits

	at       time.Time
	timer    *time.Timer
	extended int
}

func newDeadline(ctx context.Context, limits corpus.Limits) *deadline {
	d := &deadline{limits: limits, at: time.Now().Add(limits.Time)}
	d.ctx, d.cancel = context.WithCancelCause(ctx)
	d.timer = time.AfterFunc(limits.Time, func() { d.cancel(errDeadline) })
	return d
}

// extend gives the child the time for one page more, counted from now.
func (d *deadline) extend() {
	if d.extended++; d.extended > d.limits.PagesOCR+1 {
		return
	}
	if at := time.Now().Add(d.limits.TimeOCR); at.After(d.at) {
		d.at = at
		d.timer.Reset(d.limits.TimeOCR)
	}
}

func (d *deadline) stop() {
	d.timer.Stop()
	d.cancel(nil)
}
