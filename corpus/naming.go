package corpus

import "strings"

// naming is how a review names a child without its name: by a role and a letter,
// or by a name in quotation marks.
var naming = Lazily(`^(?:(?:` + strings.Join(roles, "|") + `)(?:\s+[A-Z]{1,3}[0-9]?\b|\s+["“‘'])|['‘"“][A-Z][a-z]+['’"”])`)

// namings counts how often text names a child so, up to most, or all where that is
// negative. The expression is matched where a role or a quotation mark before a
// capital letter begins, and nowhere else.
func namings(text string, most int) int {
	n := 0
	for at := 0; at < len(text) && n != most; {
		if !mayName(text, at) {
			at++
			continue
		}
		match := naming().FindString(text[at:])
		n += min(len(match), 1)
		at += max(len(match), 1)
	}
	return n
}

// mayName reports whether a naming may begin at the given offset.
func mayName(text string, at int) bool {
	switch c := text[at]; {
	case c == '"' || c == '\'':
		return at+1 < len(text) && isCapital(text[at+1])
	case c == "“"[0]:
		mark := text[at:min(at+len("“"), len(text))]
		return (mark == "“" || mark == "‘") && at+len(mark) < len(text) && isCapital(text[at+len(mark)])
	case !isCapital(c) || at > 0 && isWordByte(text[at-1]):
		return false
	}
	for _, role := range roles {
		if strings.HasPrefix(text[at:], role) {
			return true
		}
	}
	return false
}

// roles are those in a naming.
var roles = []string{"Baby", "Child", "Children", "Young Person", "Family", "Adult", "Sibling", "Girl", "Boy", "Subject"}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// isWordByte reports whether c is of a word, as \b sees it.
func isWordByte(c byte) bool {
	return isCapital(c) || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '_'
}
