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

// ParseYAML parses a file of YAML that a person wrote or was given. Its errors are
// those of the parser, a [*yaml.SyntaxError] where the file is nested too deep.
func ParseYAML(data []byte, opts ...parser.Option) (*ast.File, error) {
	tokens := lexer.Tokenize(string(data))
	brackets, entries, line := 0, 0, 0
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
			place := &token.Token{Position: t.Position} // none of those around it, which the error would quote
			return nil, &yaml.SyntaxError{Message: fmt.Sprintf("nested more than %d deep", mostNested), Token: place}
		}
	}
	return parser.Parse(tokens, 0, opts...)
}
