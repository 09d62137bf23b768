package analysis

import (
	"regexp"
	"sync"
)

// lazily returns an expression that is compiled when it is first called for:
// most of what starts this program needs none of them.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
