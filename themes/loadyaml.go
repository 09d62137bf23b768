package themes

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"thematic/corpus"
)

// A file that is not YAML is put right line by line as far as can be told, so that
// what else is wrong in it is told at once. Both bound the work.
const (
	mostMended     = 20
	mostBytesAgain = 8 << 20 // parsed again in all
)

// yamlMistake keeps a file from being YAML. meant is its line as it was probably
// meant, "" where that cannot be told. It is sure where nothing but the text of the
// line is in doubt, and the file is of the same shape either way.
type yamlMistake struct {
	line, column int
	message      string
	meant        string
	sure         bool
}

// parse parses data, or tells of every mistake of YAML that it finds in it. The file
// is nil where it cannot be told what else the codebook holds.
func (l *loader) parse(data []byte) *ast.File {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data)), "\n")
	unsure := false
	for again := min(mostMended, mostBytesAgain/(len(data)+1)); ; again-- {
		file, err := corpus.ParseYAML(data, parser.AllowDuplicateMapKey())
		if err == nil {
			if unsure {
				return nil
			}
			return file
		}
		m := mistakeOf(err, lines)
		if l.mended[m.line] {
			return nil
		}
		l.failAt(m.line, m.column, "not valid YAML: %s", m.message)
		if m.meant == "" || again <= 0 {
			return nil
		}
		unsure = unsure || !m.sure
		l.mended[m.line] = true
		lines[m.line-1] = m.meant
		data = []byte(strings.Join(lines, "\n"))
	}
}

// mistakeOf finds out what is meant by an error of the parser, which often names
// a place behind the mistake.
func mistakeOf(err error, lines []string) yamlMistake {
	var at interface {
		GetToken() *tokenType
		GetMessage() string
	}
	if !errors.As(err, &at) || at.GetToken() == nil {
		return yamlMistake{line: 1, column: 1, message: err.Error()}
	}
	message, _, _ := strings.Cut(at.GetMessage(), "\n")
	p := at.GetToken().Position
	m := yamlMistake{line: p.Line, column: p.Column, message: message + " (" + yamlAdvice + ")"}
	if p.Line < 1 || p.Line > len(lines) {
		return m
	}
	if strings.Contains(message, "more than") {
		m.message = message
		return m
	}
	if strings.Contains(message, "escape character") {
		m.message = fmt.Sprintf(`%s (put it in single quotes: in double ones \ must stand twice)`, message)
		m.meant, m.sure = strings.ReplaceAll(lines[p.Line-1], `\`, `\\`), true
		return m
	}
	for _, find := range []func(string, []string, yamlMistake) (yamlMistake, bool){oddLine, openAbove, noKey, oddColumn} {
		if found, ok := find(message, lines, m); ok {
			found.sure = found.sure && !naming.MatchString(lines[found.line-1])
			return found
		}
	}
	return m
}

const yamlAdvice = `put text in double quotes that begins with * @ [ { & ! % or #, holds ": ", or goes on after a quotation mark; begin keys that belong together in one column`

// yamlLine takes a line apart: its indentation, the hyphens of its entries, its key
// with the colon, and its value.
var yamlLine = regexp.MustCompile(`^([\s\p{Zs}]*)((?:-[ ]+)*)((?:(?:"[^"]*"|'[^']*'|[\w -]+):[ ]+)?)(.*?)\s*$`)

// blockHead is what stands on the line above text of several lines.
var blockHead = regexp.MustCompile(`^[|>][-+\d]*(\s+#.*)?$`)

// naming finds a line that may name a theme, a set or a cue, which other lines speak of.
var naming = regexp.MustCompile(`\{|\bid["']?:`)

// oddLine finds what is wrong with the text of the line itself.
func oddLine(_ string, lines []string, m yamlMistake) (yamlMistake, bool) {
	line := lines[m.line-1]
	parts := yamlLine.FindStringSubmatch(line)
	indent, value := parts[1], parts[4]
	head := line[:len(parts[1])+len(parts[2])+len(parts[3])]
	tell := func(before, format string, args ...any) (yamlMistake, bool) {
		m.column, m.message = runes(before)+1, fmt.Sprintf(format, args...)
		return m, true
	}
	quoted := func() { m.meant, m.sure = head+"'"+strings.ReplaceAll(value, "'", "''")+"'", true }
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>"} {
		if strings.HasPrefix(line, mark) {
			m.meant = "#"
			return tell("", "the line was left by a program that joined two versions of the file: keep one version, and take this line out")
		}
	}
	if strings.Contains(indent, "\t") {
		m.meant = strings.Repeat(" ", leading(before(lines, m.line))) + strings.TrimLeft(line, " \t")
		return tell("", "the line begins with a tab (begin the line with spaces and not with a tab)")
	}
	if i := strings.IndexFunc(line, oddSpace); i >= 0 && (i < len(head) || strings.HasSuffix(line[:i], ":") || strings.HasSuffix(line[:i], "-")) {
		m.meant = strings.Map(plainSpace, line)
		return tell(line[:i], "this blank is none that YAML knows, as web pages have them: type a space in its place")
	}
	first, size := utf8.DecodeRuneInString(value)
	switch {
	case value == "":
		return m, false
	case parts[2]+parts[3] == "" && (strings.ContainsRune("–—•·*", first) && strings.HasPrefix(value[size:], " ") || first == '-' && !strings.HasPrefix(value, "--")):
		m.meant = indent + "- " + strings.TrimSpace(value[size:])
		return tell(indent, "an entry of a list begins with a hyphen and a space: got %q", strings.Fields(value)[0])
	case strings.ContainsRune("@`|>%*", first) && !blockHead.MatchString(value):
		quoted()
		return tell(head, "text that begins with %c wants quotation marks: \"%s\"", first, beginning(value))
	case first == '"' || first == '\'':
		return badlyQuoted(head, value, m)
	case first == '[' || first == '{':
		if end := closing(value); end > 0 && end < len(value) && value[end] != ' ' {
			quoted()
			return tell(head+value[:end], "nothing may stand right behind %q: put text that begins with %q in quotation marks, and close a list once", value[end-1:end], string(first))
		} else if end > 0 && strings.TrimSpace(value[end:]) != "" && !strings.HasPrefix(strings.TrimSpace(value[end:]), "#") {
			quoted()
			return tell(head, "text that begins with %c wants quotation marks: \"%s\"", first, beginning(value))
		}
		return m, false
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":") && parts[3] != "":
		quoted()
		return tell(head, "text that holds a colon and a space wants quotation marks: \"%s\"", beginning(value))
	}
	return m, false
}

// badlyQuoted tells of a value that begins with a quotation mark and goes on behind
// the one that closes it.
func badlyQuoted(head, value string, m yamlMistake) (yamlMistake, bool) {
	end := closing(value)
	if end <= 0 || end == len(value) || strings.HasPrefix(strings.TrimSpace(value[end:]), "#") {
		return m, false
	}
	m.column = runes(head, value[:end]) + 1
	m.meant, m.sure = head+"'"+strings.Trim(strings.ReplaceAll(value, "'", ""), `"`)+"'", true
	m.message = "text goes on behind its quotation mark: put all of it in single quotes"
	if value[0] == '\'' {
		m.message = "an apostrophe ends text in single quotes: put it in double quotes"
	}
	return m, true
}

// closing returns the offset behind what closes the quotation mark or bracket with
// which value begins, 0 where nothing does.
func closing(value string) int {
	var open []byte
	for i := 0; i < len(value); i++ {
		c := value[i]
		switch inner := last(open); {
		case inner == '"' && c == '\\':
			i++
			continue
		case inner == '\'' && c == '\'' && strings.HasPrefix(value[i+1:], "'"):
			i++
			continue
		case inner == '"' || inner == '\'':
			if c != inner {
				continue
			}
			open = open[:len(open)-1]
		case c == '"' || c == '\'':
			if i > 0 && !strings.ContainsRune(" ,[{:", rune(value[i-1])) {
				continue // an apostrophe
			}
			open = append(open, c)
		case c == '[' || c == '{':
			open = append(open, c)
		case c == ']' && inner == '[' || c == '}' && inner == '{':
			open = open[:len(open)-1]
		}
		if len(open) == 0 {
			return i + 1
		}
	}
	return 0
}

func last(open []byte) byte {
	if len(open) == 0 {
		return 0
	}
	return open[len(open)-1]
}

// openAbove finds a quotation mark or a bracket, on the line or one above it, that
// nothing closes on its line or above that of the mistake.
func openAbove(message string, lines []string, m yamlMistake) (yamlMistake, bool) {
	parts := yamlLine.FindStringSubmatch(lines[m.line-1])
	if value := parts[4]; strings.HasPrefix(message, "',' or") && value != "" && closing(value) == len(value) && m.column > runes(parts[1:4]...)+1 {
		m.message = "a comma is missing between two entries of this list"
		return m, true
	}
	for n := m.line; n > max(0, m.line-20); n-- {
		line := lines[n-1]
		parts := yamlLine.FindStringSubmatch(line)
		value := parts[4]
		if value == "" || !strings.ContainsRune(`"'[{`, rune(value[0])) {
			continue
		}
		if closing(strings.Join(append([]string{value}, lines[n:max(n, m.line-1)]...), " ")) != 0 {
			continue
		}
		m.line, m.column = n, runes(parts[1:4]...)+1
		m.message = "the quotation mark is not closed on its line: close the quotation mark"
		m.meant = line + value[:1]
		if i := strings.IndexByte("[{", value[0]); i >= 0 {
			m.message = fmt.Sprintf("what %q opens is not closed: close the quotation mark or the bracket, such as with %q", value[:1], "]}"[i:i+1])
			m.meant = line + "]}"[i:i+1]
		}
		return m, true
	}
	return m, false
}

// noKey finds a line that is to have a key and has no colon with a space behind it.
func noKey(message string, lines []string, m yamlMistake) (yamlMistake, bool) {
	line := strings.TrimSpace(lines[m.line-1])
	if !strings.Contains(message, "non-map value") || strings.HasPrefix(line, "- ") {
		return m, false
	}
	key := strings.FieldsFunc(line, func(r rune) bool { return !wordRune(r) && r != '_' })
	if len(key) == 0 {
		return m, false
	}
	indent := leading(lines[m.line-1])
	m.meant = lines[m.line-1][:indent] + key[0] + ": ''"
	if m.line < len(lines) && leading(lines[m.line]) > indent {
		m.meant = lines[m.line-1][:indent] + key[0] + ":"
	}
	m.message = fmt.Sprintf("a key wants a colon and a space behind it, as in %q: got %q", key[0]+": …", beginning(line))
	return m, true
}

// oddColumn finds a line that begins in another column than those it belongs to. The
// parser names the line above where a key stands too far to the right.
func oddColumn(message string, lines []string, m yamlMistake) (yamlMistake, bool) {
	n := m.line
	if strings.HasPrefix(message, "mapping value is not allowed") {
		for n++; n < len(lines) && strings.TrimSpace(lines[n-1]) == ""; n++ {
		}
	}
	if n > len(lines) || !strings.Contains(message, "not allowed") && !strings.Contains(message, "non-map value") {
		return m, false
	}
	m.line, m.column = n, leading(lines[n-1])+1
	m.message = fmt.Sprintf("the line begins in column %d, where nothing that it belongs to begins: begin keys that belong together in one column, and the entries of a list too", m.column)
	return m, true
}

// before returns the last line before the nth that holds something.
func before(lines []string, n int) string {
	for n--; n > 0; n-- {
		if strings.TrimSpace(lines[n-1]) != "" {
			return lines[n-1]
		}
	}
	return ""
}

// runes counts the characters of texts.
func runes(texts ...string) (n int) {
	for _, t := range texts {
		n += utf8.RuneCountInString(t)
	}
	return n
}

// leading counts the spaces with which a line begins.
func leading(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func oddSpace(r rune) bool { return r != ' ' && unicode.Is(unicode.Zs, r) || r == '\ufeff' }

func plainSpace(r rune) rune {
	if oddSpace(r) {
		return ' '
	}
	return r
}
