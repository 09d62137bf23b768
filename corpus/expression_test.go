package corpus

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestExpressionsKnowWhatTheyNeed(t *testing.T) {
	for pattern, want := range map[string][]string{
		`\breport (?:of|by) `:                 {"report "},
		`(?:written|prepared|produced) by:? `: {"written", "epared", "oduced"},
		`(?i)\bAuthors?\b`:                    {"author"},
		`(?i:chair)|REVIEWER`:                 {"chair", "reviewer"},
		`[0-9]+(?:\.[0-9]+)?%`:                {"%"},
		`(?:very )*short`:                     {"short"},
		`(?:ab){2,3}c`:                        {"ab"},
		`(?:report)?`:                         nil,
		`(?:a|[b-z]+)`:                        nil,
		`(?i)Ärztin`:                          nil,
		`[A-Z]\w+`:                            nil,
		`a\x{FFFD}b`:                          nil,
		`(?:ab|cd|ef) (?:19|20)\d|(?:19|20)x`: {"19", "20"},
	} {
		if got := Lazily(pattern)().words; !slices.Equal(got, want) {
			t.Errorf("%s: needs %q, want %q", pattern, got, want)
		}
	}
	var many []string
	for r := range rune(mostNeeded) {
		many = append(many, string('А'+r)+"-")
	}
	if got := Lazily(strings.Join(many, "|"))().words; !slices.Equal(got, many) {
		t.Errorf("of %d words it needs %q", mostNeeded, got)
	}
	if got := Lazily(strings.Join(append(many, "more"), "|"))().words; got != nil {
		t.Errorf("of one more it needs %q", got)
	}
}

// agrees holds what an expression finds in text against its regular expression.
func agrees(t *testing.T, e *Expression, text string) {
	t.Helper()
	re := e.Regexp
	if got, want := e.MatchString(text), re.MatchString(text); got != want {
		t.Errorf("%s: matches %.80q: %t, want %t", re, text, got, want)
	}
	for name, of := range map[string][2]any{
		"first":              {e.FindStringIndex(text), re.FindStringIndex(text)},
		"first, with groups": {e.FindStringSubmatchIndex(text), re.FindStringSubmatchIndex(text)},
		"all":                {e.FindAllStringIndex(text, -1), re.FindAllStringIndex(text, -1)},
		"two":                {e.FindAllStringIndex(text, 2), re.FindAllStringIndex(text, 2)},
		"all, with groups":   {e.FindAllStringSubmatchIndex(text, -1), re.FindAllStringSubmatchIndex(text, -1)},
	} {
		if !reflect.DeepEqual(of[0], of[1]) {
			t.Errorf("%s: %s in %.80q: got %v, want %v", re, name, text, of[0], of[1])
		}
	}
	var lines [][]int
	start := 0
	for line := range strings.SplitSeq(text, "\n") {
		for _, at := range re.FindAllStringIndex(line, -1) {
			lines = append(lines, []int{start + at[0], start + at[1]})
		}
		start += len(line) + 1
	}
	if got := slices.Collect(e.inLines(text)); !reflect.DeepEqual(got, lines) {
		t.Errorf("%s: in the lines of %.80q: got %v, want %v", re, text, got, lines)
	}
}

func TestExpressionsFindWhatTheyWouldAnyway(t *testing.T) {
	text := "serious case review\nsusr: child k, lcspr\nwhat did we find?\nwithin 3 working days of\nfrequently asked\nview/ download\nscr’s\n12.5% and 100% of\nnothing of the kind"
	for _, lazy := range []expression{sureName, inFront, datePattern, lesserName, anyName, question, leafletWord, stepWord, webWord, thematic, percentage} {
		agrees(t, lazy(), text)
		for line := range strings.SplitSeq(text, "\n") {
			agrees(t, lazy(), line)
		}
	}
	for _, name := range sureNames {
		agrees(t, inFront(), strings.ToLower(name.takes))
	}
}

func FuzzExpression(f *testing.F) {
	for _, pattern := range []string{`(?i)\bskip (?:to )?x?`, `(?i:K)elvin|ſign`, `(?m)^(?:what|who)\b.{3,9}\?$`, `(?:ab|ac){1,2}|(?:(?i)d)+`, `(a|b*)c?`, ``} {
		f.Add(pattern, "Skip to\nKELVIN is a Sign?\nwho was it?\nABAC dd", "")
	}
	f.Add("a\ufffdb", "a\xffb", "")
	f.Add(`(?i)kiss`, "\u212aiſſ", "")
	f.Fuzz(func(t *testing.T, pattern, text, more string) {
		if _, err := regexp.Compile(pattern); err != nil || len(pattern) > 200 {
			t.Skip("no expression")
		}
		e := Lazily(pattern)()
		agrees(t, e, text)
		agrees(t, e, text+more+text)
	})
}
