package themes

import (
	"fmt"

	"thematic/corpus"
)

// TestResult is what came of one test of a codebook. Fault says what is wrong
// with the verdict, "" where it is right.
type TestResult struct {
	Theme string
	Test  Test
	Fault string
}

// RunTests runs the tests that stand in the codebook, in their order.
func (c *Codebook) RunTests() ([]TestResult, error) {
	coder, err := NewCoder(c, nil)
	if err != nil {
		return nil, err
	}
	var results []TestResult
	for _, t := range c.Themes {
		for _, test := range t.Tests {
			results = append(results, TestResult{t.ID, test, coder.check(t.ID, test)})
		}
	}
	return results, nil
}

// Faults returns the tests that fail as mistakes with their places in the file.
func (c *Codebook) Faults(results []TestResult) Problems {
	var out Problems
	for _, r := range results {
		if r.Fault != "" {
			out = append(out, Problem{c.file, r.Test.Line, r.Test.Column, fmt.Sprintf("test %q of %s: %s", r.Test.Text, r.Theme, r.Fault)})
		}
	}
	out.sort()
	return out
}

// check returns what is wrong with the verdict on a test, "" where it is right.
// Of the codings of the theme, one that counts outranks one that is held, and
// that one the rest.
func (c *Coder) check(theme string, test Test) string {
	var got corpus.Coding
	for _, coding := range c.Code(Passage(test.Text, corpus.SectionUnknown)) {
		if coding.Theme != theme {
			continue
		}
		if coding.Status == corpus.Counted && coding.Label == test.Label {
			return ""
		}
		if got.Theme == "" || rank(coding.Status) > rank(got.Status) {
			got = coding
		}
	}
	want := string(test.Label)
	switch {
	case test.Status == corpus.Held:
		want = "held"
		if got.Status == corpus.Held {
			return ""
		}
	case test.Label == corpus.LabelNeutral:
		want = "nothing counted"
		if got.Status != corpus.Counted {
			return ""
		}
	}
	if got.Theme == "" {
		return fmt.Sprintf("wanted %s, got: no pattern of the theme matches", want)
	}
	return fmt.Sprintf("wanted %s, got: %s %s (%s)", want, got.Status, got.Label, got.Reason)
}
