package project

import (
	"slices"

	"thematic/analysis"
	"thematic/corpus"
)

// decided returns what a run found with decisions laid over it, ready to be
// counted: the changes to reviews, and the passages that people added. A review
// that nobody has coded yet is not included by a decision before the next run.
func (f findings) decided(store *corpus.Store, decisions []corpus.Decision) (analysis.Input, error) {
	in := f.Input
	in.Decisions = decisions
	in.Cases = analysis.DecidedCases(in.Cases, decisions)
	coded := make(map[string]bool, len(f.Coded))
	for _, id := range f.Coded {
		coded[id] = true
	}
	for i, c := range in.Cases {
		if c.Include && !coded[c.ID] {
			in.Cases[i].Include = false
			in.Decisions = slices.DeleteFunc(slices.Clone(in.Decisions), func(d corpus.Decision) bool {
				return d.CaseID == c.ID && d.Change != nil && d.Change.Column == corpus.ColumnInclude
			})
		}
	}
	added, err := addedCodings(store, in)
	if len(added) > 0 {
		in.Codings = slices.Concat(in.Codings, added)
	}
	return in, err
}

// toCode returns the cases with every one included that counts with the
// decisions or without them: a decision may be taken back before the next run.
func toCode(cases []corpus.Case, decisions []corpus.Decision) []corpus.Case {
	coded := analysis.DecidedCases(cases, decisions)
	for i := range coded {
		coded[i].Include = coded[i].Include || cases[i].Include
	}
	return coded
}

// included returns the ids of the cases that are included.
func included(cases []corpus.Case) []string {
	var ids []string
	for _, c := range cases {
		if c.Include {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// addedCodings finds the passages that people added in the texts as they are
// read now. One that the program has found itself meanwhile, or that is not
// there any more, is left to be known by its words.
func addedCodings(store *corpus.Store, in analysis.Input) ([]corpus.Coding, error) {
	var list []corpus.Coding
	if !slices.ContainsFunc(in.Decisions, func(d corpus.Decision) bool { return d.Added }) {
		return nil, nil
	}
	seen := map[string]bool{}
	finder := in.Finder()
	for _, d := range in.Decisions {
		if !d.Added || seen[d.PassageID] {
			continue
		}
		seen[d.PassageID] = true
		if _, missing := finder.Find(d); missing == "" {
			continue
		}
		coding, found, err := addedCoding(store, in, d)
		if err != nil {
			return nil, err
		}
		if found && !slices.ContainsFunc(list, func(c corpus.Coding) bool { return samePassage(c, coding) }) {
			list = append(list, coding)
		}
	}
	return list, nil
}

// samePassage reports whether a passage was added twice, to two editions of a
// report.
func samePassage(a, b corpus.Coding) bool {
	return a.Document == b.Document && a.Theme == b.Theme && a.Label == b.Label && a.Span == b.Span
}

// addedCoding finds one passage, in the document that it was added to or the
// one that lies in its place now.
func addedCoding(store *corpus.Store, in analysis.Input, d corpus.Decision) (coding corpus.Coding, found bool, err error) {
	if !slices.ContainsFunc(in.Themes, func(t analysis.Theme) bool { return t.ID == d.Theme }) {
		return coding, false, nil
	}
	file := slices.IndexFunc(in.Files, func(f analysis.File) bool { return f.ID == d.Document && f.Status != corpus.StatusDuplicate })
	if file < 0 {
		file = slices.IndexFunc(in.Files, func(f analysis.File) bool { return f.File == d.File })
	}
	if file < 0 {
		return coding, false, nil
	}
	d.Document, d.File = in.Files[file].ID, in.Files[file].File
	review := slices.IndexFunc(in.Cases, func(c corpus.Case) bool { return slices.Contains(c.Files, d.File) })
	if review < 0 || d.Document == "" {
		return coding, false, nil
	}
	text, err := textOf(store, d.Document)
	if err != nil {
		return coding, false, err
	}
	coding, reason := analysis.AddedCoding(d, text)
	if reason != "" && d.Page > 0 {
		d.Page = 0 // the pages may have moved
		coding, reason = analysis.AddedCoding(d, text)
	}
	coding.CaseID = in.Cases[review].ID
	return coding, reason == "", nil
}
