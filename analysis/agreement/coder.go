package agreement

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// Coder is what one coder, a person or the program, said.
type Coder struct {
	Name    string
	Reviews []string // that the coder was given
	Themes  []string // likewise
	// Names are what themes are called, by their id; one without a name is called by that.
	Names map[string]string
	// Cells has true where a theme is present in a review and false where it
	// is absent. What was not judged is not in it.
	Cells map[Cell]bool
	Marks []Mark // the passages judged
	Task  Task
	// Sample says that the coder was given a part of the reviews or passages
	// on purpose: what is not in it is not compared.
	Sample bool
	// OnlyDecided says that what nobody decided was not judged.
	OnlyDecided bool
	// Files gives the review of a file, by its path or name; a coder may know a
	// review by that. See [ByName].
	Files map[string]string
	// Decided is how many of the Listed passages a person decided.
	Decided, Listed int
}

// Task is what a coder was asked for.
type Task int

const (
	// JudgeAll is a judgement on each passage of a list, on each theme of each
	// review, or on both.
	JudgeAll Task = iota
	// ChoosePassages is a judgement on each theme of each review, and those
	// passages that the coder finds.
	ChoosePassages
	// PassagesAlone are those passages that the coder finds, and nothing else:
	// a theme without one is absent.
	PassagesAlone
)

// Cell names a theme in a review.
type Cell struct{ Review, Theme string }

// Mark is one passage that a coder judged. It is known by its id and theme,
// and where there is no id by its words.
type Mark struct {
	ID     string
	Review string
	File   string
	Page   int
	Theme  string
	Quote  string
	Marked bool // it says that practice was lacking on the theme
	Praise bool // the coder knew it as good practice, which nobody can mark
}

// FromCoded returns a coder who chose the passages of rows with the label; a
// document of rows is a review. A theme of which a review has no passage is
// absent in it.
func FromCoded(name string, rows []analysis.Coded, label corpus.Label) Coder {
	c := Coder{Name: name, Task: PassagesAlone, Cells: make(map[Cell]bool)}
	for _, row := range rows {
		c.Reviews = append(c.Reviews, row.Doc)
		if row.Label != label {
			continue
		}
		c.Themes = append(c.Themes, row.Theme)
		c.Cells[Cell{row.Doc, row.Theme}] = true
		c.Marks = append(c.Marks, Mark{Review: row.Doc, Theme: row.Theme, Quote: row.Quote, Marked: true})
	}
	c.Reviews, c.Themes = sorted(c.Reviews), sorted(c.Themes)
	return c
}

// sorted returns the values of list once each and in order.
func sorted[T cmp.Ordered](list []T) []T {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// stem returns the name of a file without folder and ending.
func stem(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}

// ByName returns the review of every name that a person may give files, whose reviews
// are given by their paths: the path or the name alone, with the ending or without. A
// name that files of several reviews have is left out.
func ByName(reviewOf map[string]string) map[string]string {
	names := make(map[string]string)
	several := make(map[string]bool)
	for file, review := range reviewOf {
		whole := strings.TrimSuffix(file, path.Ext(file))
		for _, name := range []string{file, whole, path.Base(file), path.Base(whole)} {
			if other, ok := names[name]; ok && other != review {
				several[name] = true
			}
			names[name] = review
		}
	}
	maps.DeleteFunc(names, func(name, _ string) bool { return several[name] })
	return names
}

// inPart reports whether the coder judged a part of the units, chosen beforehand or by
// deciding.
func (c Coder) inPart() bool { return c.Sample || c.OnlyDecided }
