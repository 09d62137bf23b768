package refi

import (
	"io"
	"maps"
	"slices"

	"thematic/corpus"
	"thematic/themes"
)

// Project is coded work as a .qdpx file carries it: who coded which words of
// which texts, and with what.
type Project struct {
	Name     string
	Origin   string // the program that made it
	Codebook string // its name: the codes are those that [WriteCodebook] gives it
	Themes   []themes.Theme
	Cases    []Case   // by id
	Sources  []Source // by name
	Record   string   // how the work was made, "" where nothing is said
}

// Coders returns the names of those who coded, in order.
func (p *Project) Coders() []string {
	names := map[string]bool{}
	for _, s := range p.Sources {
		for _, c := range s.Whole {
			names[c.Coder] = true
		}
		for _, sel := range s.Selections {
			for _, c := range sel.Codings {
				names[c.Coder] = true
			}
		}
	}
	delete(names, "")
	return slices.Sorted(maps.Keys(names))
}

// Case is a review, and what is known of it.
type Case struct {
	ID, Title, Area string
	Year            int // 0 where it is not known
	Kind            string
	Sources         []string // names
}

// Source is one text.
type Source struct {
	Name string // no two alike; programs take it for the name of a file
	Text string // UTF-8 with LF line ends
	// PDF opens the file that was read. Where it is nil, and in every project
	// that was read, the text stands alone.
	PDF        func() (io.ReadCloser, error)
	Selections []Selection // by their place
	Whole      []Coding    // of the whole text
}

// Selection is a passage that was coded.
type Selection struct {
	Span      corpus.Span // of the text, in bytes
	Page      int         // 0 where it is not known
	Paragraph string
	Heading   string // of its section, said where neither of these is known
	Codings   []Coding
}

// Coding says that a theme stands in a passage.
type Coding struct {
	Theme string // its id or, in the work of other programs, its name
	Sense Sense
	Coder string
	Time  string // RFC 3339, "" where it is not known
	Note  string // why
}

// Sense says as what a passage was coded. Only what counts carries the code of
// the theme itself, so that no program takes praise, or a passage that was
// rejected, for a finding; each of the others has a code of its own below it.
type Sense string

// The senses.
const (
	Finding      Sense = "" // it counts: the theme is present
	GoodPractice Sense = "good practice"
	Neutral      Sense = "neutral"
	Held         Sense = "held"
	Rejected     Sense = "rejected"
)
