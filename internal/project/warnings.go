package project

import (
	"fmt"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// warnings are what a person should know before using the figures.
func warnings(r *analysis.Result, applied corpus.Applied) []string {
	list := []string{}
	if len(applied.Kept) > 0 {
		list = append(list, fmt.Sprintf("rows of cases.csv edited or decided on that fit no review now: %s; they are kept, and not counted", keptRows(applied.Kept, r.Orphans)))
	}
	if spelt := respelt(applied.Cases, r.Cases); len(spelt) > 0 {
		list = append(list, "what is the same in cases.csv but for capitals and spaces, or in areas marks, is counted together: "+strings.Join(spelt, ", "))
	}
	list = append(list, kindsCounted(r)...)
	list = append(list, subjectsCounted(r)...)
	if n := len(r.Orphans); n > 0 {
		list = append(list, fmt.Sprintf("decisions that no longer fit any passage or review: %d; they are kept, and listed on the sheet Log of the workbook", n))
	}
	return list
}

// otherFiles says which files that the last run read are not there any more, under
// whatever name, and which have other contents under the name that they had. One that
// cannot be opened now is no other file: it has failed. Of decisions on what is gone
// it says that they are kept; those on a review of which other files are there count
// as before.
func otherFiles(last *Outcome, files []analysis.File, decisions []corpus.Decision) []string {
	if last == nil {
		return nil
	}
	met, known, living := map[string]corpus.ID{}, map[corpus.ID]bool{}, map[string]bool{}
	for _, f := range files {
		met[f.File], known[f.ID], living[f.CaseID] = f.ID, true, true
	}
	var gone, changed []string
	decided := false
	for _, f := range last.Files {
		switch now, there := met[f.File]; {
		case f.ID == "" || known[f.ID]:
		case there && now != "":
			changed = append(changed, f.File)
		case !there && f.Words > 0:
			gone = append(gone, f.File)
			decided = decided || slices.ContainsFunc(decisions, func(d corpus.Decision) bool {
				return d.File == f.File || d.Document == f.ID || f.CaseID != "" && d.CaseID == f.CaseID && !living[f.CaseID]
			})
		}
	}
	var list []string
	if len(changed) > 0 {
		list = append(list, "changed since the last run: "+corpus.Some(changed))
	}
	if len(gone) > 0 {
		said := "read in the last run and not there any more: " + corpus.Some(gone)
		switch {
		case decided && len(gone) == 1:
			said += "; what was decided on it is kept"
		case decided:
			said += "; what was decided on them is kept"
		}
		list = append(list, said)
	}
	return list
}

// keptRows names rows of cases.csv and what a person wrote in them, or that one of
// the decisions without effect is on the review.
func keptRows(kept []corpus.Case, orphans []analysis.Orphan) string {
	var names []string
	for _, c := range kept {
		said := slices.Clone(c.Edited)
		for k, column := range said {
			if slices.Contains(corpus.CaseColumns, column) {
				said[k] = strings.TrimSpace(column + " " + c.Column(column))
			}
		}
		for _, own := range c.Columns {
			if own.Value != "" {
				said = append(said, own.Name)
			}
		}
		if slices.ContainsFunc(orphans, func(o analysis.Orphan) bool { return o.Decision.CaseID == c.ID }) {
			said = append(said, "decided on")
		}
		switch {
		case len(said) == 0 && len(c.Files) == 0:
			said = []string{"no files"}
		case len(said) == 0:
			said = []string{"files"} // put together before an earlier run
		}
		names = append(names, fmt.Sprintf("%s (%s)", c.ID, strings.Join(said, ", ")))
	}
	return corpus.Some(names)
}

// respelt names the areas, and what stands in columns of their own, that people
// wrote and that are counted in another spelling.
func respelt(written, counted []corpus.Case) []string {
	byID := map[string]corpus.Case{}
	for _, c := range counted {
		byID[c.ID] = c
	}
	var list []string
	differ := func(said, now string) {
		if said != now {
			list = append(list, fmt.Sprintf("%q as %q", said, now))
		}
	}
	for _, c := range written {
		now := byID[c.ID]
		if slices.Contains(c.Edited, corpus.ColumnArea) && analysis.SameArea(c.Area, now.Area) {
			differ(c.Area, now.Area)
		}
		for _, own := range c.Columns {
			differ(own.Value, now.Added(own.Name))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// kindsCounted warns where no document counted is a review of one case, and where
// documents of different natures are counted together: such a review and an
// inspection of a whole area are not the same unit.
func kindsCounted(r *analysis.Result) []string {
	count := map[corpus.Kind]int{}
	for _, c := range r.Cases {
		if c.Include {
			kind := c.Kind
			if kind.OfOneCase() {
				kind = corpus.KindReview
			}
			count[kind]++
		}
	}
	var parts, list []string
	for _, kind := range corpus.Kinds {
		if n := count[kind]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d of the kind %s", n, strings.ReplaceAll(string(kind), "_", " ")))
		}
	}
	if len(parts) > 0 && count[corpus.KindReview] == 0 {
		list = append(list, "no document counted is a review of one case ("+strings.Join(parts, ", ")+"); what is said of reviews here is said of these")
	}
	if len(parts) > 1 {
		list = append(list, "documents of different kinds are counted together ("+strings.Join(parts, ", ")+"); --include-kind narrows the count")
	}
	return list
}

// subjectBeside warns where circumstances shown beside the themes are those of other
// people than the themes are about.
func (o Options) subjectBeside() []string {
	if o.Beside == nil || o.Beside.Subject == o.Codebook.Subject {
		return nil
	}
	return []string{fmt.Sprintf("the circumstances of %s, shown apart, are about %s and their families, and the codebook %s is about %s",
		o.Beside.Name, o.Beside.Subject, o.Codebook.Name, o.Codebook.Subject)}
}

// subjectsCounted warns where reviews of adults are counted by a codebook about
// children, or reviews of children by one about adults.
func subjectsCounted(r *analysis.Result) []string {
	word, about, codebook := "adult", "children", "adults"
	if r.Subject == analysis.SubjectAdults {
		word, about, codebook = "child", "adults", "practice"
	}
	var types []string
	for _, c := range r.Cases {
		for _, f := range c.Facts {
			if c.Include && f.Name == corpus.FactType && strings.Contains(f.Value, word) {
				types = append(types, f.Value)
			}
		}
	}
	if len(types) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("the codebook is about %s, and %d of the reviews counted are called %s: see --codebook builtin:%s", about, len(types), types[0], codebook)}
}
