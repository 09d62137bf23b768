package pdfium

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"

	"github.com/klippa-app/go-pdfium"
	"github.com/tetratelabs/wazero/api"
)

// instance is PDFium with a memory of its own. After a call that failed those that
// follow do nothing, until [instance.failure] is asked. Where that is [errBroken] the memory
// is not to be trusted, and the instance is only to be closed.
type instance struct {
	err       error // of the first call that failed
	owner     pdfium.Pdfium
	module    api.Module
	functions map[string]api.Function
	scratch   uint32 // 64 bytes for results
}

const scratchBytes = 64

var errBroken = errors.New("PDFium stopped on it")

// instance starts an instance. Where there is no memory for it, WebAssembly is
// known to panic, and the pool would keep its one place for it: the next caller
// starts with another pool.
func (e *Engine) instance() (in *instance, err error) {
	defer func() {
		if x := recover(); x != nil {
			e.Close()
			in, err = nil, fmt.Errorf("starting PDFium: %v", x)
		}
	}()
	if err := e.start(); err != nil {
		return nil, err
	}
	owner, err := e.pool.GetInstance(startTime)
	if err != nil {
		return nil, fmt.Errorf("starting PDFium: %w", err)
	}
	in = &instance{owner: owner, functions: map[string]api.Function{}}
	if in.module, err = moduleOf(owner); err == nil {
		in.scratch = in.allocate(scratchBytes)
		err = in.failure()
	}
	if err != nil {
		in.close()
		return nil, err
	}
	return in, nil
}

// moduleOf takes the WebAssembly module out of an instance. The calls that
// go-pdfium makes of it look up handles and allocate for every number, and a
// page has thousands of characters; called directly, they are ten times as fast.
func moduleOf(owner pdfium.Pdfium) (api.Module, error) {
	if v := reflect.Indirect(reflect.ValueOf(owner.GetImplementation())); v.Kind() == reflect.Struct {
		if field := v.FieldByName("Module"); field.IsValid() {
			if module, ok := field.Interface().(api.Module); ok {
				return module, nil
			}
		}
	}
	return nil, errors.New("starting PDFium: its module cannot be found")
}

func (in *instance) close() { in.owner.Close() }

// fail notes why what is being done cannot go on.
func (in *instance) fail(err error) {
	if in.err == nil {
		in.err = err
	}
}

// failure returns the error of the first call that failed, and forgets it.
func (in *instance) failure() error {
	err := in.err
	in.err = nil
	return err
}

// call calls a function of PDFium. Its result is 0 where it has none.
func (in *instance) call(name string, args ...uint64) uint64 {
	if in.err != nil {
		return 0
	}
	f := in.functions[name]
	if f == nil {
		if f = in.module.ExportedFunction(name); f == nil {
			in.fail(fmt.Errorf("PDFium has no %s", name))
			return 0
		}
		in.functions[name] = f
	}
	results, err := f.Call(context.Background(), args...)
	if err != nil {
		in.fail(fmt.Errorf("%w (%s)", errBroken, name))
	}
	if len(results) == 0 {
		return 0
	}
	return results[0]
}

// number calls a function whose result is an int.
func (in *instance) number(name string, args ...uint64) int {
	return int(int32(uint32(in.call(name, args...))))
}

func (in *instance) allocate(n uint64) uint32 {
	p := uint32(in.call("malloc", n))
	if p == 0 {
		in.fail(errors.New("PDFium has not enough memory for it"))
	}
	return p
}

// memory is n bytes of the memory of the instance, nil where it has no such.
func (in *instance) memory(at, n uint32) []byte {
	if in.err != nil {
		return nil
	}
	b, ok := in.module.Memory().Read(at, n)
	if !ok {
		in.fail(errBroken)
	}
	return b
}

// at is the argument that points at the i-th word of 8 bytes of the scratch.
func (in *instance) at(i int) uint64 { return uint64(in.scratch) + uint64(8*i) }

// doubles reads results from the scratch.
func (in *instance) doubles(out []float64) {
	b := in.memory(in.scratch, uint32(8*len(out)))
	for i := range out {
		if b != nil {
			out[i] = math.Float64frombits(binary.LittleEndian.Uint64(b[8*i:]))
		}
	}
}

// floats reads results of single precision from the scratch.
func (in *instance) floats(out []float64) {
	b := in.memory(in.scratch, uint32(4*len(out)))
	for i := range out {
		if b != nil {
			out[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])))
		}
	}
}
