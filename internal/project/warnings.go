package project

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// mostAreas is how many areas the captions of charts name.
const mostAreas = 3

// source names the reviews in the captions of charts: where they are from and
// when they were published.
func source(cases []corpus.Case) string {
	areas, first, last := map[string]bool{}, 0, 0
	for _, c := range cases {
		if !c.Include {
			continue
		}
		if c.Area != "" {
			areas[c.Area] = true
		}
		if c.Year != 0 && (first == 0 || c.Year < first) {
			first = c.Year
		}
		last = max(last, c.Year)
	}
	text := "Reviews"
	switch names := slices.Sorted(maps.Keys(areas)); {
	case len(names) > mostAreas:
		text += fmt.Sprintf(" from %d areas", len(names))
	case len(names) > 1:
		text += " from " + strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	case len(names) == 1:
		text += " from " + names[0]
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

// warnings are what a person should know before using the figures.
func warnings(r *analysis.Result, absent []corpus.Case) []string {
	list := []string{}
	if n := len(absent); n > 0 {
		list = append(list, fmt.Sprintf("rows of cases.csv that you edited and whose files are not in the folder any more: %d; they are kept, and not counted", n))
	}
	list = append(list, kindsCounted(r)...)
	if n := len(r.Orphans); n > 0 {
		list = append(list, fmt.Sprintf("decisions that no longer fit any passage or review: %d; they are kept, and listed on the sheet Log of the workbook", n))
	}
	return list
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
