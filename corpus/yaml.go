package corpus

import (
	"fmt"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// mostNested bounds how deep the lists and mappings of a file may lie that opens
// them on one line: the memory of the parser grows with the square of it.
const mostNested = 50

// mostKeys bounds the keys of one mapping that stands in lines: the time of the parser
// grows with the square of them.
const mostKeys = 5000

// ParseYAML parses a file of YAML that a person wrote or was given. Its errors are
// those of the parser, a [*yaml.SyntaxError] where the file is nested too deep or one
// mapping has too many keys.
func ParseYAML(data []byte, opts ...parser.Option) (*ast.File, error) {
	tokens := lexer.Tokenize(string(data))
	brackets, entries, line := 0, 0, 0
	refuse := func(at *token.Token, format string, most int) (*ast.File, error) {
		place := &token.Token{Position: at.Position} // none of those around it, which the error would quote
		return nil, &yaml.SyntaxError{Message: fmt.Sprintf(format, most), Token: place}
	}
	var keys keyCounts
	for _, t := range tokens {
		if t.Position.Line != line {
			entries, line = 0, t.Position.Line
		}
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			brackets++
		case token.SequenceEndType, token.MappingEndType:
			brackets--
		case token.SequenceEntryType, token.MappingKeyType:
			entries++
		}
		if brackets+entries > mostNested {
			return refuse(t, "nested more than %d deep", mostNested)
		}
		if brackets == 0 && keys.add(t) > mostKeys {
			return refuse(t, "more than %d keys stand in one column", mostKeys)
		}
	}
	return parser.Parse(tokens, 0, opts...)
}

// keyCounts counts the keys of the mappings that are open, by the columns they begin in.
type keyCounts []struct{ column, keys int }

// add takes in a token, and returns the number of keys so far where it ends one.
func (c *keyCounts) add(t *token.Token) int {
	at := t
	if t.Type == token.MappingValueType && t.Prev != nil {
		at = t.Prev
	} else if t.Type != token.SequenceEntryType {
		return 0
	}
	open := *c
	for len(open) > 0 && open[len(open)-1].column > at.Position.Column {
		open = open[:len(open)-1]
	}
	*c = open
	if at == t {
		return 0
	}
	if n := len(open); n == 0 || open[n-1].column < at.Position.Column {
		*c = append(open, struct{ column, keys int }{at.Position.Column, 0})
	}
	last := &(*c)[len(*c)-1]
	last.keys++
	return last.keys
}
