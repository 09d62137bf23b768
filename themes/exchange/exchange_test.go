package exchange

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"thematic/themes"
)

// plain is what a theme says, without the places in its file.
func plain(t themes.Theme) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s|%s|%s|%v|%s|%s|%s|%q|%q|%q|%s|%s\n", t.ID, t.Label, t.Short, t.Headline, t.Group, t.Colour, t.Definition,
		t.Include, t.Exclude, t.Near, t.About, t.ChildVoice)
	for _, kind := range patternKinds { // a CSV file keeps the order within a kind
		for _, p := range t.Patterns {
			if p.Kind == kind {
				fmt.Fprintf(&b, "%s %v %v %s\n", p.Kind, p.Strength, p.IsRegex(), p.Text)
			}
		}
	}
	for _, kind := range testKinds {
		for _, test := range t.Tests {
			if kindOf(test) == kind {
				fmt.Fprintf(&b, "%s %s\n", kind, test.Text)
			}
		}
	}
	return b.String()
}

func builtin(t *testing.T, name string) *themes.Codebook {
	t.Helper()
	c, err := themes.Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestWritersSayWhatIsLost: each loss is told where there is one, with how often, and
// else only what no file of the kind has room for.
func TestWritersSayWhatIsLost(t *testing.T) {
	const head = "codebook: x\nthemes:\n  - {id: a, label: A, patterns: {topic: ["
	const table, phrases, forms = "the title, version and language of the codebook, what it counts and of whom, and comments",
		"definitions, colours, tests, cues, section rules and the patterns that cancel a hit",
		"the forms of a word: \"consider\" finds considers and considered here, and only itself there"
	const category = "labels and groups: a category has one name"
	for _, tt := range []struct {
		patterns            string
		csv, quanteda, liwc []string
	}{
		{"plan", []string{table}, []string{phrases, forms}, []string{phrases, forms, category}},
		{`plan, {pattern: chart, id: mine}, {pattern: note, strength: weak}, {regex: "gra[mp]h"}, "no <3> plan", "organi?ation"`,
			[]string{table, "the ids of the patterns that have one of their own (1)"},
			[]string{phrases, forms, "1 of 6 patterns, which are more than 200 phrases or no phrases at all", "the gaps in patterns (1), whose words stand side by side", "which patterns are weak or certain (1)"},
			[]string{phrases, forms, "1 of 6 patterns, which are more than 200 phrases or no phrases at all", "the gaps in patterns (1), whose words stand side by side", "which patterns are weak or certain (1)",
				category, "1 phrase with ?, which LIWC does not have"}},
	} {
		c, err := themes.Load("x.yaml", []byte(head+tt.patterns+"]}}\n"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range []struct {
			name  string
			write func(io.Writer, *themes.Codebook) ([]string, error)
			want  []string
		}{{"CSV", WriteCSV, tt.csv}, {"quanteda", WriteQuanteda, tt.quanteda}, {"LIWC", WriteLIWC, tt.liwc}} {
			if lost, err := f.write(io.Discard, c); err != nil || !slices.Equal(lost, f.want) {
				t.Errorf("%s of %s: got %q, %v, want %q", f.name, tt.patterns, lost, err, f.want)
			}
		}
	}
}

// TestReadersSayWhatIsLost has files of other programs with what no codebook has.
func TestReadersSayWhatIsLost(t *testing.T) {
	for _, tt := range []struct {
		name string
		read func(string, []byte) (Draft, []string, error)
		data string
		want []string
	}{
		{"a row again", ReadCSV, "label,definition\na,x\na,x\na,y\n,\n,z\n", []string{"1 row with nothing that is not said above", "1 row without the name of a theme"}},
		{"a row that is longer than its header", ReadCSV, "label\na,x\n", nil},
		{"a codebook's key alone", ReadQuanteda, "codebook: [one]\n", nil},
		{"nothing below a key", ReadQuanteda, "a: [one]\nb:\n", nil},
	} {
		if _, lost, err := tt.read("x", []byte(tt.data)); err != nil || !slices.Equal(lost, tt.want) {
			t.Errorf("%s: got %q, %v, want %q", tt.name, lost, err, tt.want)
		}
	}
}

// FuzzRead asserts that whatever is read makes a codebook that loads, or an
// error that says why not.
func FuzzRead(f *testing.F) {
	f.Add([]byte("name,group\nRisk,A\n"), uint8(0))
	f.Add([]byte("a:\n  b: [c*, d e]\n"), uint8(1))
	f.Add([]byte("%\n1\tx\n%\ny*\t1\n"), uint8(2))
	f.Fuzz(func(t *testing.T, data []byte, format uint8) {
		read := []func(string, []byte) (Draft, []string, error){ReadCSV, ReadQuanteda, ReadLIWC}[format%3]
		d, _, err := read("x", data)
		if err != nil {
			return
		}
		d.Name = "x"
		d.Settle()
		_, err = themes.Load("x.yaml", d.YAML())
		if err != nil && strings.Contains(err.Error(), "not valid YAML") {
			t.Errorf("%q gives a file that is not YAML: %v\n%s", data, err, d.YAML())
		}
	})
}
