package project

import (
	"fmt"
	"maps"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
)

// mostAreas is how many areas the captions of charts name.
const mostAreas = 3

// source names the reviews in the captions of charts: where they are from and
// when they were published.
func source(cases []corpus.Case) string {
	areas, included, unknown, first, last := map[string]bool{}, 0, 0, 0, 0
	for _, c := range cases {
		if !c.Include {
			continue
		}
		included++
		if c.Area != "" {
			areas[c.Area] = true
		} else {
			unknown++
		}
		if c.Year != 0 && (first == 0 || c.Year < first) {
			first = c.Year
		}
		last = max(last, c.Year)
	}
	names := slices.Sorted(maps.Keys(areas))
	if len(names) > mostAreas {
		names = []string{fmt.Sprintf("%d areas", len(names))}
	}
	text := "Reviews"
	if included == 1 {
		text = "One review"
	}
	if len(names) > 0 {
		if unknown > 0 {
			names = append(names, analysis.UnknownAreas(unknown))
		}
		text += " from " + corpus.All(names)
	}
	switch {
	case first == 0:
	case first == last:
		text += fmt.Sprintf(", published in %d", first)
	default:
		text += fmt.Sprintf(", published %d–%d", first, last)
	}
	return text
}
