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
	wide  func() *regexp.Regexp // for others: far larger, and slower by as much
}

func newWording(expression string) (wording, error) {
	within := func(letters string) string {
		return `(?:^|[^` + letters + `])(?:` + expression + `)(?:[^` + letters + `]|$)`
	}
	ascii, err := regexp.Compile(within("A-Za-z0-9"))
	if err != nil {
		return wording{}, err
	}
	wide := sync.OnceValue(func() *regexp.Regexp {
		if re, err := regexp.Compile(within(`\pL\pN`)); err == nil {
			return re
		}
		return ascii // all that there is room for: the expression is as large as may be
	})
	return wording{ascii, wide}, nil
}

// in reports whether a text has the wording.
func (w wording) in(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return w.wide().MatchString(text)
		}
	}
	return w.ascii.MatchString(text)
}
