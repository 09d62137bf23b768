package main

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
)

// allCommands are those that a person can type, the program itself first.
func allCommands() []*cobra.Command {
	all := []*cobra.Command{newRootCommand()}
	for i := 0; i < len(all); i++ {
		for _, c := range all[i].Commands() {
			if c.Name() != "help" {
				all = append(all, c)
			}
		}
	}
	return all
}

// TestHelpIsInOneStyle: a command that does something has an example of itself, lines
// fit a terminal, and each flag says what it takes.
func TestHelpIsInOneStyle(t *testing.T) {
	for _, c := range allCommands() {
		if !c.HasSubCommands() && !strings.Contains(c.Example, c.CommandPath()) {
			t.Errorf("'%s --help' has no example", c.CommandPath())
		}
		for line := range strings.SplitSeq(c.Long, "\n") {
			if n := utf8.RuneCountInString(line); n > widestHelp {
				t.Errorf("'%s --help' has a line of %d characters, want %d at most: %s", c.CommandPath(), n, widestHelp, line)
			}
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			takes, usage := pflag.UnquoteUsage(f)
			if slices.Contains([]string{"string", "stringArray", "int", "uint", "float"}, takes) {
				t.Errorf("'%s --help': --%s takes a %q, which says nothing: name it between backquotes", c.CommandPath(), f.Name, takes)
			}
			if strings.HasSuffix(usage, ".") || !regexp.MustCompile(`^(\p{Ll}|--|YAML)`).MatchString(usage) {
				t.Errorf("'%s --help': --%s %q is a sentence: want a phrase", c.CommandPath(), f.Name, usage)
			}
		})
	}
}

// document reads one of the documents of the project.
func document(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var (
	codeSpan = regexp.MustCompile("(?m)`([^`\n]+)`|^ {4}(.+)$")
	// between two commands, or a command and what is not part of it
	betweenCommands = regexp.MustCompile(` && | > \S+|  +#.*|\s\|\s.*`)
	shellWords      = regexp.MustCompile(`"[^"]*"|\S+`)
)

// TestCommandsOfDocuments: what documents and help texts say to type is a command
// with its flags and as many arguments as it takes.
func TestCommandsOfDocuments(t *testing.T) {
	lines := map[string][]string{}
	for _, name := range []string{"README.md", "CODEBOOK.md"} {
		for _, span := range codeSpan.FindAllStringSubmatch(document(t, name), -1) {
			lines[name] = append(lines[name], span[1]+span[2])
		}
	}
	for _, c := range allCommands() {
		lines[c.CommandPath()+" --help"] = strings.Split(c.Example, "\n")
	}
	tried := 0
	for from, said := range lines {
		for _, line := range said {
			for _, command := range betweenCommands.Split(line, -1) {
				words := shellWords.FindAllString(strings.TrimRight(strings.TrimSpace(command), ",;:"), -1)
				if len(words) < 2 || words[0] != "thematic" || slices.Contains(words, "...") {
					continue
				}
				tried++
				if err := parses(words[1:]); err != nil {
					t.Errorf("%s says to type %q: %v", from, command, err)
				}
			}
		}
	}
	if tried < 60 {
		t.Errorf("%d commands were found in documents and help texts: more were there", tried)
	}
}

// parses says what is wrong with a command, without doing what it says.
func parses(words []string) error {
	if slices.Equal(words, []string{"COMMAND", "--help"}) {
		return nil
	}
	command, rest, err := newRootCommand().Find(words)
	if err != nil {
		return err
	}
	if err := command.ParseFlags(rest); errors.Is(err, pflag.ErrHelp) {
		return nil
	} else if err != nil {
		return err
	}
	if len(rest) == 0 {
		return nil // the command is spoken of
	}
	return command.ValidateArgs(command.Flags().Args())
}

// TestExamplesOfCodebook: what CODEBOOK.md shows is read as it stands, each part of a
// codebook in one of the least that there is.
func TestExamplesOfCodebook(t *testing.T) {
	const least = "codebook: part\nthemes:\n  - {id: a, label: A, patterns: {%s: [b]}}\n"
	text := document(t, "CODEBOOK.md")
	examples := map[string]int{}
	for _, block := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(text, -1) {
		example := block[1]
		key, _, _ := strings.Cut(example, ":")
		examples[key]++
		switch key {
		case "cover":
			if _, err := extract.ParseSectionRules("CODEBOOK.md", []byte(example)); err != nil {
				t.Error(err)
			}
			continue
		case "counts":
			example += strings.ReplaceAll(least, "%s", "factor")
		case "context":
			example += strings.ReplaceAll(least, "%s", "topic")
		}
		codebook, err := themes.Load("CODEBOOK.md", []byte(example))
		if err != nil {
			t.Errorf("%v in the example\n%s", err, example)
			continue
		}
		results, err := codebook.RunTests()
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range codebook.Faults(results) {
			t.Errorf("%v in the example\n%s", fault, example)
		}
	}
	if len(examples) != 4 {
		t.Errorf("got examples that begin with %v, want one of each of the four kinds", examples)
	}
}

// TestTablesOfCodebook: every pattern that CODEBOOK.md explains is one, every kind of
// cue that it lists can be set, and it lists every kind of section.
func TestTablesOfCodebook(t *testing.T) {
	text := document(t, "CODEBOOK.md")
	load := func(yaml string) {
		t.Helper()
		_, err := themes.Load("CODEBOOK.md", []byte(yaml))
		if err != nil {
			t.Errorf("%v in\n%s", err, yaml)
		}
	}
	code := regexp.MustCompile("`([^`]+)`")
	patterns, kinds := 0, 0
	_, table, _ := strings.Cut(text, "| you write | it finds |\n|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	for row := range strings.SplitSeq(table, "\n") {
		pattern := strings.ReplaceAll(code.FindStringSubmatch(row)[1], `\|`, "|")
		pattern = strings.ReplaceAll(pattern, `"..."`, `"b"`)
		if !strings.HasPrefix(pattern, "{") {
			pattern = `"a ` + pattern + ` b"`
		}
		load("codebook: x\nsets: {professional: [nurse]}\nthemes:\n  - id: a\n    label: A\n    patterns:\n      topic:\n        - " + pattern + "\n        - \"@professional\"\n")
		patterns++
	}
	_, table, _ = strings.Cut(text, "| a cue `sets` | which means |\n|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	for row := range strings.SplitSeq(table, "\n") {
		first, _, _ := strings.Cut(row[1:], "|")
		for _, kind := range code.FindAllStringSubmatch(first, -1) {
			load("codebook: x\ncontext:\n  cues:\n    - {id: c, sets: " + kind[1] + ", words: [c]}\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n")
			kinds++
		}
	}
	if patterns < 12 || kinds < 25 {
		t.Errorf("%d patterns and %d kinds of cue were found: more were there", patterns, kinds)
	}
	_, list, _ := strings.Cut(text, "The kinds are ")
	list, _, _ = strings.Cut(list, ". `match`")
	var got []string
	for _, kind := range code.FindAllStringSubmatch(list, -1) {
		got = append(got, kind[1])
	}
	var want []string
	for _, kind := range corpus.SectionKinds {
		want = append(want, string(kind))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("CODEBOOK.md has the kinds of section\n%v, want\n%v", got, want)
	}
}
