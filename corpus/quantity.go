package corpus

import (
	"fmt"
	"strings"
)

// Digits groups the digits of a count by thousands: 10,193.
func Digits(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Quantity is a number with its noun: "1 review", "2,228 passages".
func Quantity(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Digits(n) + " " + noun + "s"
}

// All names things as a sentence does: "a, b and c".
func All(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// mostNamed is how many of many things [Some] names.
const mostNamed = 5

// Some names the first five of names, and how many more there are.
func Some(names []string) string {
	more := len(names) - mostNamed
	if more <= 0 {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:mostNamed], ", "), more)
}
