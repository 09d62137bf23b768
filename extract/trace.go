package extract

import (
	"fmt"
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

// traceFrames is how many calls a trace names.
const traceFrames = 8

// trace says in one line what a recovered panic was and where it began, for
// whoever mends the reader. It holds nothing of the file that was read: of a
// value that is not the Go runtime's own it names the type alone. It is for the
// deferred function that has recovered.
func trace(value any) string {
	what := fmt.Sprintf("%T", value)
	if fault, ok := value.(runtime.Error); ok {
		what = fault.Error()
	}
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(0, callers)])
	var calls []string
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			calls = nil // what is above it is the recovery
		case strings.HasPrefix(f.Function, "runtime."), len(calls) == traceFrames:
		default:
			calls = append(calls, fmt.Sprintf("%s (%s:%d)", path.Base(f.Function), filepath.Base(f.File), f.Line))
		}
		if !more {
			return fmt.Sprintf("the reader stopped: %s in %s", what, strings.Join(calls, ", "))
		}
	}
}
