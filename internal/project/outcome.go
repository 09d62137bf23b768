package project

import (
	"slices"

	"thematic/analysis"
	"thematic/corpus"
)

// Outcome is what a run found, besides the files it wrote.
type Outcome struct {
	Summary
	Out string `json:"-"`
	// Kept is how many files were known from an earlier run and not read again.
	Kept int `json:"-"`
	// Warnings concern the run as a whole: kinds of document mixed in one
	// count, decisions that no longer fit.
	Warnings []string `json:"warnings"`
}

// Summary is as much of a result as a screenful says; [Results] gives all of it.
type Summary struct {
	Tally      analysis.Tally        `json:"tally"`
	Files      []analysis.File       `json:"files"`
	LeftOut    []corpus.Case         `json:"left_out"` // cases that do not count
	Areas      []AreaReviews         `json:"areas"`
	First      int                   `json:"first"` // years of publication, 0 where none is known
	Last       int                   `json:"last"`
	Prevalence []analysis.Prevalence `json:"prevalence"` // the commonest theme first
	Top        []analysis.Theme      `json:"top"`        // the themes whose overlaps are shown
	Regions    []analysis.Region     `json:"regions"`
	// Beside names the codebook of circumstances, whose tables begin with it.
	Beside string `json:"beside,omitempty"`
}

// AreaReviews is how many reviews count in an area, "" where it is not known.
type AreaReviews struct {
	Area    string `json:"area"`
	Reviews int    `json:"reviews"`
}

func summarise(r *analysis.Result) Summary {
	s := Summary{
		Tally: r.Tally, Files: r.Files, Prevalence: r.Prevalence, Top: r.Top, Regions: r.Regions,
		LeftOut: slices.DeleteFunc(slices.Clone(r.Cases), func(c corpus.Case) bool { return c.Include }),
	}
	s.First, s.Last = r.Years()
	if r.Beside != nil {
		s.Beside = r.Beside.Name
	}
	for _, g := range r.ByArea {
		s.Areas = append(s.Areas, AreaReviews{g.Area, g.Reviews})
	}
	return s
}
