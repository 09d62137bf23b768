package analysis

import (
	"fmt"
	"strings"
	"testing"
)

// TestEveryColumnIsDescribed checks that the dictionary knows every table and
// column, that values are of the types it gives, and that keys are keys.
func TestEveryColumnIsDescribed(t *testing.T) {
	in := fixtureInput()
	in.Beside = &BesideInput{Name: "factors", Themes: []Theme{{ID: "poverty", Label: "Poverty"}}}
	r := analysed(t, in)
	if r.Passages.Len() == 0 {
		t.Fatal("there is no passage")
	}
	described, err := r.Described()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(described), len(r.Tables()); got != want {
		t.Fatalf("got %d tables, want %d", got, want)
	}
	for _, d := range described {
		if d.Title == "" || len(d.Columns) != len(d.Header) {
			t.Errorf("%s: got the title %q and %d columns, want %d", d.Name, d.Title, len(d.Columns), len(d.Header))
		}
		place := map[string]int{}
		for j, c := range d.Columns {
			place[c.Name] = j
			if c.Name != d.Header[j] || c.Description == "" {
				t.Errorf("%s: column %d is %+v, want %s described", d.Name, j, c, d.Header[j])
			}
		}
		seen := map[string]bool{}
		n := 0
		for row := range d.All() {
			n++
			var key []string
			for _, name := range d.Key {
				key = append(key, row[place[name]].String())
			}
			if k := strings.Join(key, "|"); len(key) > 0 && seen[k] {
				t.Errorf("%s: row %d has the key %s, as another has", d.Name, n, k)
			} else {
				seen[k] = true
			}
		}
		if d.Name == "passages" && n != r.Passages.Len() {
			t.Errorf("got %d passages, want %d", n, r.Passages.Len())
		}
	}
}

func TestDescribeRefuses(t *testing.T) {
	for want, table := range map[string]Table{
		"table odd is not":     {Name: "odd"},
		"column odd of":        {Name: "files", Header: []string{"odd"}},
		`"x" in the column pa`: {Name: "files", Header: []string{"pages"}, Rows: [][]Value{{Text("x")}}},
		`"1.5" in the column`:  {Name: "files", Header: []string{"pages"}, Rows: [][]Value{{{Kind: NumberValue, Number: 1.5}}}},
		`"1" in the column fi`: {Name: "files", Header: []string{"file"}, Rows: [][]Value{{Number(1)}}},
	} {
		if _, err := describe(table, table.Name, nil); err == nil || !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("got %v, want %q in it", err, want)
		}
	}
}
