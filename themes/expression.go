package themes

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
)

// A regular expression is the way out where the pattern language cannot say it.
// RE2 keeps the time of one linear in the text; these keep it small.
const (
	maxExpressionBytes = 500
	maxExpressionSteps = 2000 // of the compiled expression
	maxExpressions     = 50   // in one codebook
)

// parseExpression compiles a regular expression. Letters match in either case
// unless it says (?-i). The error is a *patternError.
func parseExpression(src string) (*regexp.Regexp, error) {
	fail := func(format string, args ...any) (*regexp.Regexp, error) {
		return nil, &patternError{msg: fmt.Sprintf(format, args...)}
	}
	if len(src) > maxExpressionBytes {
		return fail("the regular expression is longer than %d bytes: split it", maxExpressionBytes)
	}
	if len(src) > 2 && src[0] == '/' && strings.Contains(src[1:], "/") && strings.Trim(src[strings.LastIndexByte(src, '/')+1:], "gimsuxy") == "" {
		return fail("a regular expression stands without slashes round it here")
	}
	tree, err := syntax.Parse(src, syntax.Perl|syntax.FoldCase)
	if err != nil {
		reason := err.Error()
		var at *syntax.Error
		if errors.As(err, &at) {
			reason = fmt.Sprintf("%s: %s", at.Code, at.Expr)
		}
		return fail("not a regular expression of RE2: %s", reason)
	}
	if leastWidth(tree) == 0 {
		return fail("the regular expression matches where there is nothing: leave at least one letter that must be there")
	}
	program, err := syntax.Compile(tree.Simplify())
	if err != nil || len(program.Inst) > maxExpressionSteps {
		return fail("the regular expression grows to more than %d steps: use smaller repeats", maxExpressionSteps)
	}
	return regexp.MustCompile("(?i)" + src), nil
}

// leastWidth returns the least number of letters that re can match.
func leastWidth(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1
	case syntax.OpCapture, syntax.OpPlus:
		return leastWidth(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min * leastWidth(re.Sub[0])
	case syntax.OpConcat:
		sum := 0
		for _, sub := range re.Sub {
			sum += leastWidth(sub)
		}
		return sum
	case syntax.OpAlternate:
		return leastWidth(slices.MinFunc(re.Sub, func(a, b *syntax.Regexp) int {
			return cmp.Compare(leastWidth(a), leastWidth(b))
		}))
	}
	return 0
}

// express adds to the hits of r those of the regular expressions of the
// codebook, which are matched with s as it is written.
func (r *reader) express(s *sentence) {
	text := s.text[s.span.Start:s.span.End]
	for i := range r.coder.expressions {
		o := &r.coder.expressions[i]
		for _, m := range o.pattern.expression.FindAllStringIndex(text, -1) {
			if sp := s.wordsIn(s.span.Start+m[0], s.span.Start+m[1]); sp.start < sp.end {
				r.hits = append(r.hits, hit{o, sp.start, sp.end})
			}
		}
	}
}

// wordsIn returns the words of s that share a byte with the range.
func (s *sentence) wordsIn(start, end int) span {
	from := slices.IndexFunc(s.tokens, func(t token) bool { return t.end > start })
	if from < 0 {
		return span{}
	}
	to := from
	for to < len(s.tokens) && s.tokens[to].start < end {
		to++
	}
	return span{from, to}
}
