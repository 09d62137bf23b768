package worker

import (
	"context"
	"errors"
	"fmt"
	"io"

	"thematic/corpus"
	"thematic/extract"
)

// filesPerChild is how many files a child reads before it is replaced, so that
// what one file leaves behind cannot add up.
const filesPerChild = 200

// Options say how a pool runs its children.
type Options struct {
	// Command is the program and the arguments that make it call [Serve] on its
	// standard input and output, with the same limits.
	Command []string
	// Env is the environment of a child; nil hands on that of the parent.
	Env []string
	// Workers is the most children at a time; below 1 it is 1.
	Workers int
	// Limits hold for every file. Time is the wall clock for one file.
	Limits corpus.Limits
	// Engines are what stands behind the text layer of PDF files.
	Engines extract.Options
}

// Pool reads files in child processes, which it starts when they are needed.
// Its methods may be called from several goroutines.
type Pool struct {
	options Options
	free    chan *child // one entry per worker; nil where no child runs
	closed  chan struct{}

	preparing  chan struct{} // has room for the one read that looks at what follows
	prepared   bool          // the cache of the engines was to be filled
	unprepared error         // and why it could not be
}

// New returns a pool without children. The caller closes it.
func New(options Options) *Pool {
	options.Workers = max(options.Workers, 1)
	p := &Pool{options: options, free: make(chan *child, options.Workers), closed: make(chan struct{}), preparing: make(chan struct{}, 1)}
	for range options.Workers {
		p.free <- nil
	}
	return p
}

var errClosed = errors.New("the pool of readers is closed")

// Read reads one file in a child and waits for the verdict. What is wrong with
// the file, up to stopping a reader that does not come back, is in the result.
// An error means that ctx ended, or that no child could be started.
func (p *Pool) Read(ctx context.Context, name string, file io.ReaderAt, size int64) (extract.Result, error) {
	if size > p.options.Limits.FileBytes {
		return extract.Read(file, size, name, p.options.Limits), nil
	}
	select {
	case <-ctx.Done():
		return extract.Result{}, ctx.Err()
	case <-p.closed:
		return extract.Result{}, errClosed
	default:
	}
	var c *child
	select {
	case <-ctx.Done():
		return extract.Result{}, ctx.Err()
	case <-p.closed:
		return extract.Result{}, errClosed
	case c = <-p.free:
	}
	result, c, err := p.readIn(ctx, c, request{Name: name, Size: size, Options: p.options.Engines, Passwords: p.options.Engines.Passwords.For(name)}, file)
	p.free <- c
	var died *death
	if errors.As(err, &died) {
		result = failed(died.reason(p.options.Limits.Time))
		died.noteIn(&result)
		return result, nil
	}
	return result, err
}

// readIn reads a file in c, or in a fresh child where c is nil, and once more in
// a fresh child where the first does not survive it: it may have been killed from
// outside. Where the second does not either, or the time ran out, while it was at
// work on more than the text layer, a last one reads the text layer alone. It
// returns the child that is left.
func (p *Pool) readIn(ctx context.Context, c *child, req request, file io.ReaderAt) (extract.Result, *child, error) {
	req.Options.Wait = true
	result, c, err := p.try(ctx, c, req, file)
	if err == nil && result.NotPrepared {
		if err := p.prepare(ctx); err != nil {
			return extract.Result{}, c, err
		}
		req.Options.Wait = false
		result, c, err = p.try(ctx, c, req, file)
	}
	if err == nil && result.Format == extract.OldWord && req.Options.Office != "" {
		return p.readOldWord(ctx, c, req.Size, file)
	}
	var died *death
	if !errors.As(err, &died) {
		return result, c, err
	}
	if !died.longer || !died.late {
		if result, c, err = p.try(ctx, nil, req, file); !errors.As(err, &died) || !died.longer {
			return result, c, err
		}
	}
	req.Options = req.Options.TextLayer()
	result, c, err = p.try(ctx, nil, req, file)
	died.noteIn(&result)
	if err == nil && result.Status != corpus.StatusFailed {
		result.Text.Warnings = append(result.Text.Warnings, "only its text layer was read: "+died.reason(p.options.Limits.Time))
	}
	return result, c, err
}

// prepare fills the cache of the engines, once. Its error is that of ctx: without
// a cache every child compiles for itself.
func (p *Pool) prepare(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case p.preparing <- struct{}{}:
	}
	defer func() { <-p.preparing }()
	if p.prepared {
		return nil
	}
	err := p.options.Engines.Prepare(ctx)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	p.prepared, p.unprepared = true, err
	return nil
}

// Unprepared says why every child had to compile PDFium for itself, which takes
// seconds; nil where none had to.
func (p *Pool) Unprepared() error {
	p.preparing <- struct{}{}
	defer func() { <-p.preparing }()
	return p.unprepared
}

// try reads a file in c, or in a fresh child where c is nil. It returns the
// child that is left, nil where it ended. The error is a *death where the child
// did not survive the file.
func (p *Pool) try(ctx context.Context, c *child, req request, file io.ReaderAt) (extract.Result, *child, error) {
	limits := p.options.Limits
	if c == nil {
		var err error
		if c, err = start(ctx, p.options); err != nil {
			return extract.Result{}, nil, err
		}
	}
	timed := newDeadline(ctx, limits)
	defer timed.stop()
	result, err := c.ask(timed.ctx, req, file, limits, timed.extend)
	switch {
	case err == nil && c.served < filesPerChild:
		return result, c, nil
	case err == nil:
		c.retire()
		return result, nil, nil
	}
	died := c.bury(err)
	var fault *fileError
	switch {
	case ctx.Err() != nil:
		return extract.Result{}, nil, ctx.Err()
	case errors.As(err, &fault):
		return failed(fmt.Sprintf("it could not be read: %v", fault)), nil, nil
	}
	died.late = context.Cause(timed.ctx) == errDeadline
	died.longer = timed.extended > 0
	return extract.Result{}, nil, died
}

func failed(reason string) extract.Result {
	return extract.Result{Format: extract.Unknown, Status: corpus.StatusFailed, Reason: reason}
}

// Close waits for the reads that are under way, ends every child and waits for
// it. Reads that come later return an error. Close is called once.
func (p *Pool) Close() {
	close(p.closed)
	for range p.options.Workers {
		if c := <-p.free; c != nil {
			c.retire()
		}
	}
}
