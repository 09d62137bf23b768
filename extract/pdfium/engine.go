package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	// build names what is compiled and by what, in the versions of go.mod: a
	// cache of another build is of no use.
	build = "pdfium-1.19.8-wazero-1.12.0"

	memoryPages = 512 << 20 / 65536 // the most memory of an instance
	startTime   = time.Minute
	compilers   = 2 // at work on one compilation
)

// errNotPrepared is why an [Engine] does not start that was told to wait for its
// cache to be filled.
var errNotPrepared = errors.New("PDFium is not compiled yet")

// Engine is PDFium compiled for this machine. It starts when it is first needed.
// One goroutine at a time may use it and its files.
type Engine struct {
	// Wait has the engine not compile, but fail as long as [Prepare] has not
	// filled its cache: see [Engine.NotPrepared].
	Wait bool

	cache  string
	pool   pdfium.Pool
	stored wazero.CompilationCache
	err    error
	missed bool
}

// New returns an engine that keeps its compiled form in the folder cache, and
// in memory alone where cache is "".
func New(cache string) *Engine { return &Engine{cache: cache} }

// NotPrepared reports whether the engine did not start when it was last needed, for
// want of a filled cache.
func (e *Engine) NotPrepared() bool { return e.missed }

// Prepare fills the folder cache, so that engines start fast, or makes sure that
// what it holds can be used. It ends early, with the error of ctx, where ctx does.
func Prepare(ctx context.Context, cache string) error {
	if cache == "" {
		return errors.New("keeping compiled PDFium: there is no folder for it")
	}
	err := fill(ctx, cache)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err == nil:
		return nil
	case os.RemoveAll(folder(cache)) != nil:
		return err
	}
	return fill(ctx, cache)
}

func fill(ctx context.Context, cache string) error {
	if err := os.MkdirAll(folder(cache), 0o700); err != nil {
		return fmt.Errorf("keeping compiled PDFium: %w", err)
	}
	e := New(cache)
	defer e.Close()
	// Of its ways to compile, the one with workers can be stopped.
	if err := e.compile(experimental.WithCompilationWorkers(ctx, compilers), true); err != nil {
		return err
	}
	if err := os.WriteFile(mark(cache), nil, 0o600); err != nil {
		return fmt.Errorf("keeping compiled PDFium: %w", err)
	}
	removeFormer(cache)
	return nil
}

// removeFormer removes what other builds compiled, some 20 MB for each. What
// cannot be removed does no harm.
func removeFormer(cache string) {
	entries, _ := os.ReadDir(cache)
	for _, e := range entries {
		if other, _ := filepath.Match("pdfium-*-wazero-*", e.Name()); other && e.Name() != build {
			_ = os.RemoveAll(filepath.Join(cache, e.Name()))
		}
	}
}

func folder(cache string) string { return filepath.Join(cache, build) }

// mark is the file that says that the cache is complete.
func mark(cache string) string { return filepath.Join(folder(cache), "complete") }

func filled(cache string) bool {
	if cache == "" {
		return false
	}
	_, err := os.Stat(mark(cache))
	return err == nil
}

// start compiles PDFium, or loads what was compiled.
func (e *Engine) start() error {
	e.missed = false
	switch {
	case e.pool != nil:
		return nil
	case e.err != nil:
		return e.err
	case filled(e.cache) && e.compile(context.Background(), true) == nil:
		return nil
	case e.Wait && e.cache != "":
		e.missed = true
		return errNotPrepared
	}
	e.err = e.compile(context.Background(), false)
	return e.err
}

// compile makes the pool, with what the cache keeps or without.
func (e *Engine) compile(ctx context.Context, stored bool) error {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages)
	if stored {
		kept, err := wazero.NewCompilationCacheWithDir(folder(e.cache))
		if err != nil {
			return fmt.Errorf("keeping compiled PDFium: %w", err)
		}
		e.stored = kept
		config = config.WithCompilationCache(kept)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: withMemory(ctx), MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), // no folder of the machine
		Stdout:   io.Discard, Stderr: io.Discard, RandomSource: constant{},
	})
	if err != nil {
		e.release()
		return fmt.Errorf("starting PDFium: %w", err)
	}
	e.pool = pool
	return nil
}

func (e *Engine) release() {
	if e.stored != nil {
		e.stored.Close(context.Background())
		e.stored = nil
	}
}

// Close gives back what the engine holds. Its files are closed before.
func (e *Engine) Close() {
	if e.pool != nil {
		e.pool.Close()
		e.pool = nil
	}
	e.release()
}

// constant is a source of randomness for a program that must not have any.
type constant struct{}

func (constant) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
