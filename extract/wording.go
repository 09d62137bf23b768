package extract

import (
	"regexp"
	"sync"
	"unicode/utf8"
)

// wording is a regular expression that is matched against whole words of a text in
// lower case. A boundary of words is no \b: the expression may begin or end in
// punctuation.
type wording struct {
	ascii *regexp.Regexp        // for texts of ASCII, as nearly all are
	any   func() *regexp.Regexp // for others: far larger, and slower by as much
}

func newWording(expression string) (wording, error) {
	within := func(letters string) string {
		return `(?:^|[^` + letters + `])(?:` + expression + `)(?:[^` + letters + `]|$)`
	}
	ascii, err := regexp.Compile(within("A-Za-z0-9"))
	if err != nil {
		return wording{}, err
	}
	any := sync.OnceValue(func() *regexp.Regexp {
		if re, err := regexp.Compile(within(`\pL\pN`)); err == nil {
			return re
		}
		return ascii // just small enough for that
	})
	return wording{ascii, any}, nil
}

// in reports whether a text has the wording.
func (w wording) in(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return w.any().MatchString(text)
		}
	}
	return w.ascii.MatchString(text)
}
