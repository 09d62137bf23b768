package worker

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"time"

	"thematic/corpus"
	"thematic/extract"
)

// errDeadline is the cause of a context that ended because a file took too
// long.
var errDeadline = errors.New("deadline")

// How long a child may take to say hello, and to end once it has been told.
const (
	startTime = 30 * time.Second
	patience  = 5 * time.Second
)

// child is a process that reads files. One goroutine at a time uses it.
type child struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	stderr  *scraps
	served  int
	kill    func() // ends it and whatever it has started
	release func() // when it has ended
}

// start starts a child and waits for its hello. One that ends before it says that may
// have been killed from outside: another is started, once.
func start(ctx context.Context, options Options) (*child, error) {
	c, err := startOne(ctx, options)
	var early *startError
	if errors.As(err, &early) && !early.death.late {
		c, err = startOne(ctx, options)
	}
	return c, err
}

// startOne starts a child and waits for its hello. Where it ends before that, or says
// something else, the error is a *startError.
func startOne(ctx context.Context, options Options) (*child, error) {
	if len(options.Command) == 0 {
		return nil, errors.New("starting a reader: no command is given")
	}
	c := &child{cmd: exec.Command(options.Command[0], options.Command[1:]...), stderr: &scraps{}}
	c.cmd.Env = options.Env
	c.cmd.Stderr = c.stderr
	c.cmd.WaitDelay = patience // for what a child may have left running
	isolate(c.cmd)
	var err error
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, fmt.Errorf("starting a reader: %w", err)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("starting a reader: %w", err)
	}
	c.out = bufio.NewReaderSize(out, 64<<10)
	if err := c.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting a reader: %w", err)
	}
	c.kill, c.release = hold(c.cmd, options.Limits)
	timed, cancel := context.WithTimeout(ctx, startTime)
	defer cancel()
	greeting := make([]byte, len(hello))
	err = c.guard(timed, func() error {
		_, err := io.ReadFull(c.out, greeting)
		return err
	})
	if err == nil && string(greeting) == hello {
		return c, nil
	}
	died := c.bury(err)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	died.late = timed.Err() != nil
	return nil, &startError{options.Command[0], died}
}

// startError says that a program did not answer as a reader. It is no *death: that is
// the fault of a file.
type startError struct {
	program string
	death   *death
}

func (e *startError) Error() string {
	return fmt.Sprintf("starting a reader: %s did not answer as one: %s", e.program, e.death.words())
}

// guard runs talk, and kills the child when ctx ends before talk does. It
// returns when neither is under way any more.
func (c *child) guard(ctx context.Context, talk func() error) error {
	killed := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(killed)
		c.kill()
	})
	err := talk()
	if !stop() {
		<-killed
		if err == nil {
			err = ctx.Err()
		}
	}
	return err
}

// ask sends a file and waits for the result. It calls busy whenever the child
// says that it begins work that takes longer than reading text does.
func (c *child) ask(ctx context.Context, req request, file io.ReaderAt, limits corpus.Limits, busy func()) (extract.Result, error) {
	var result extract.Result
	c.served++
	err := c.guard(ctx, func() error {
		if err := writeRequest(c.in, req, file); err != nil {
			return err
		}
		data, err := readFrame(c.out, responseCap(limits))
		for err == nil && len(data) == 0 {
			busy()
			data, err = readFrame(c.out, responseCap(limits))
		}
		if err != nil {
			return err
		}
		if err := json.Unmarshal(data, &result); err != nil {
			return fmt.Errorf("%w: %w", errFrame, err)
		}
		return result.Text.Validate()
	})
	return result, err
}

// wait waits until the child has ended.
func (c *child) wait() error {
	defer c.release()
	return c.cmd.Wait()
}

// retire lets the child end by itself, and kills it where it does not.
func (c *child) retire() {
	c.in.Close()
	timed, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c.guard(timed, c.wait)
}

// bury ends the child, waits for it and says how it died. Cause is the error
// the parent met when talking with it. Where the pipe broke, the child is about
// to end by itself, and how it does is the better witness.
func (c *child) bury(cause error) *death {
	d := &death{cause: cause, stderr: c.stderr, killed: !broken(cause)}
	if d.killed {
		c.kill()
	}
	c.in.Close()
	timed, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	d.exit = c.guard(timed, c.wait)
	return d
}
