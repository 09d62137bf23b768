package datapackage

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"thematic/analysis"
)

// writeJSONL writes each row of a table as a JSON object on a line of its own,
// with the columns in their order.
func writeJSONL(w io.Writer, t analysis.Described) error {
	out := bufio.NewWriter(w)
	names := make([]string, len(t.Columns))
	for j, c := range t.Columns {
		names[j] = quoted(c.Name)
	}
	for row := range t.All() {
		for j, v := range row {
			separator := byte(',')
			if j == 0 {
				separator = '{'
			}
			out.WriteByte(separator) // errors are kept for Flush
			out.WriteString(names[j])
			out.WriteByte(':')
			switch c := t.Columns[j]; {
			case c.Type.Missing(v):
				out.WriteString("null")
			case v.Kind == analysis.NumberValue:
				out.WriteString(v.String())
			default:
				out.WriteString(quoted(v.Text))
			}
		}
		out.WriteString("}\n")
	}
	return out.Flush()
}

// quoted returns s as a JSON string.
func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	// A string can always be encoded.
	_ = e.Encode(s)
	return strings.TrimSuffix(b.String(), "\n")
}
