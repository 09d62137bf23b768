package project

import (
	"context"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/themes"
)

// Uncoded returns the sentences of the reviews that count which read like findings, as
// [themes.Coder.Findings] has it of finder, and which no theme takes up: in which no
// passage counts, is held or was decided by a person: codings without theme, label and
// status, whose score is the chance. They come review by review, in the order of the text. It fails where a text is gone or damaged.
func (r *OpenedResults) Uncoded(ctx context.Context, workers int, finder *themes.Coder, lacking func(*themes.Evidence) float64, least float64) ([]corpus.Coding, error) {
	taken, err := r.takenUp()
	if err != nil {
		return nil, err
	}
	type source struct {
		caseID string
		file   analysis.File
	}
	var sources []source
	files := filesByPath(r.Result)
	for _, c := range r.Matrix.Cases {
		for _, name := range c.Files {
			if f := files[name]; hasText(f) {
				sources = append(sources, source{c.ID, f})
			}
		}
	}
	found := make([][]corpus.Coding, len(sources))
	err = forEach(ctx, workers, len(sources), func(i int) error {
		s := sources[i]
		text, err := fileText(r.store, s.file)
		if err != nil {
			return err
		}
		for _, f := range finder.Findings(&corpus.Document{Text: *text}, lacking, least) {
			if slices.ContainsFunc(taken[s.file.File], f.Span.Overlaps) {
				continue
			}
			c := text.Cited(f.Span, f.Block)
			c.CaseID, c.Document, c.File, c.Score = s.caseID, s.file.ID, s.file.File, f.Chance
			found[i] = append(found[i], c)
		}
		return nil
	})
	return slices.Concat(found...), err
}

// takenUp returns of each file, by its path, where a theme takes a passage up.
func (r *OpenedResults) takenUp() (map[string][]corpus.Span, error) {
	taken := make(map[string][]corpus.Span)
	for p := range r.Passages.All() {
		if p.Status != corpus.Rejected || p.Decision != nil {
			taken[p.File] = append(taken[p.File], p.Span)
		}
	}
	return taken, r.Err()
}
