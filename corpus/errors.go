package corpus

import "fmt"

// InputError is the fault of a file and not of the program: the file, the page
// where that is known, and a reason a person understands.
type InputError struct {
	Path   string
	Page   int // 0 where the fault is not on one page
	Reason string
	Late   bool // it was no fault but that the time allowed for it ran out
}

// Error gives path, page and reason.
func (e *InputError) Error() string {
	switch {
	case e.Path == "":
		return e.Reason
	case e.Page > 0:
		return fmt.Sprintf("%s, page %d: %s", e.Path, e.Page, e.Reason)
	}
	return fmt.Sprintf("%s: %s", e.Path, e.Reason)
}
