package extract

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// wording is regular expressions of which one is to match whole words of a text in
// lower case. Those that begin with the text stand apart: to try them at every
// place takes several times as long.
type wording []expression

// expression is patterns between boundaries of words, which are no \b: a pattern may
// begin or end in punctuation.
type expression struct {
	patterns []string
	begins   bool                  // all of them match the beginning of a text only
	ascii    *regexp.Regexp        // for texts whose letters and numbers are of ASCII, as nearly all are
	wide     func() *regexp.Regexp // for others: far larger, and slower by as much
}

func newWording(patterns []string) (wording, error) {
	var begin, anywhere []string
	for _, p := range patterns {
		if beginsText(p) {
			begin = append(begin, p)
		} else {
			anywhere = append(anywhere, p)
		}
	}
	var w wording
	for _, part := range []expression{{patterns: begin, begins: true}, {patterns: anywhere}} {
		if len(part.patterns) == 0 {
			continue
		}
		if err := part.compile(); err != nil {
			return nil, err
		}
		w = append(w, part)
	}
	return w, nil
}

// beginsText reports whether a pattern can only match the beginning of a text.
func beginsText(pattern string) bool {
	p, err := syntax.Parse(pattern, syntax.Perl)
	return err == nil && p.Op == syntax.OpConcat && p.Sub[0].Op == syntax.OpBeginText
}

// compile fails where the patterns are too large together.
func (e *expression) compile() (err error) {
	if e.ascii, err = regexp.Compile(e.among("A-Za-z0-9")); err != nil {
		return err
	}
	ascii, wide := e.ascii, e.among(`\pL\pN`)
	e.wide = sync.OnceValue(func() *regexp.Regexp {
		if re, err := regexp.Compile(wide); err == nil {
			return re
		}
		return ascii // all that there is room for: the patterns are as large as may be
	})
	return nil
}

// among is the pattern for words of letters.
func (e *expression) among(letters string) string {
	before := `(?:^|[^` + letters + `])`
	if e.begins {
		before = `^`
	}
	return before + `(?:` + strings.Join(e.patterns, "|") + `)(?:[^` + letters + `]|$)`
}

// in reports whether a text has the wording.
func (w wording) in(text string) bool {
	wide := strings.IndexFunc(text, isWideLetter) >= 0
	for i := range w {
		if wide && w[i].wide().MatchString(text) || !wide && w[i].ascii.MatchString(text) {
			return true
		}
	}
	return false
}

// isWideLetter reports whether r is a letter or number beyond ASCII.
func isWideLetter(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsNumber(r))
}
