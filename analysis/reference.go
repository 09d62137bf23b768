package analysis

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Reference is one figure that somebody else published.
type Reference struct {
	Source  string `json:"source"`
	Period  string `json:"period,omitempty"`
	Of      int    `json:"of"` // reviews; 0 where that is not published
	Measure string `json:"measure"`
	// Theme is the id of the theme it is to be laid beside. Where it is empty
	// the measure may be the id or the label of a theme.
	Theme     string `json:"theme,omitempty"`
	Kind      string `json:"kind,omitempty"`      // what it is about: "practice", "child"
	Unit      string `json:"unit,omitempty"`      // what is counted; reviews where it is empty
	Published string `json:"published,omitempty"` // the percentage as printed, "85%"
	Count     int    `json:"count"`
	Counted   bool   `json:"counted"` // whether a count is published
	Note      string `json:"note,omitempty"`
}

// referenceColumns are those that a file of references must have.
var referenceColumns = []string{"source", "n_reviews", "measure", "published", "count"}

// ReadReferences reads tab-separated values under a header with the columns
// source, n_reviews, measure, published and count, in any order; period, kind,
// note, theme_id and unit are read where they are there, other columns are
// not. The cells n_reviews, published and count may be empty, and cells at the
// end of a line may be missing. An error is a [corpus.InputError] that names
// path and line.
func ReadReferences(path string, r io.Reader) ([]Reference, error) {
	references := []Reference{}
	err := readRows(path, r, "a table of published figures", referenceColumns, func(cells map[string]string) error {
		reference, err := newReference(cells)
		references = append(references, reference)
		return err
	})
	if err != nil {
		return nil, err
	}
	return references, nil
}

// newReference takes the columns it knows from one line.
func newReference(cells map[string]string) (r Reference, err error) {
	r = Reference{
		Source: cells["source"], Period: cells["period"], Measure: cells["measure"], Theme: cells["theme_id"],
		Kind: cells["kind"], Unit: cells["unit"], Note: cells["note"], Published: cells["published"], Counted: cells["count"] != "",
	}
	if _, _, ok := r.percent(); r.Published != "" && !ok {
		return r, fmt.Errorf("%q is not a percentage from 0 to 100", r.Published)
	}
	if r.Of, err = wholeNumber(cells["n_reviews"]); err != nil {
		return r, err
	}
	r.Count, err = wholeNumber(cells["count"])
	return r, err
}

// wholeNumber reads a count, 0 where the cell is empty.
func wholeNumber(cell string) (int, error) {
	if cell == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(cell, 10, 31)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number of reviews", cell)
	}
	return int(n), nil
}

// percent returns the percentage published and the value of one unit in its
// last place: 1 for 85%, 0.1 for 85.2%.
func (r Reference) percent() (percent, place float64, ok bool) {
	digits := strings.TrimSpace(strings.TrimSuffix(r.Published, "%"))
	if strings.Trim(digits, "0123456789.") != "" {
		return 0, 0, false
	}
	percent, err := strconv.ParseFloat(digits, 64)
	if err != nil || percent > 100 {
		return 0, 0, false
	}
	place = 1
	if _, decimals, found := strings.Cut(digits, "."); found {
		for range decimals {
			place /= 10
		}
	}
	return percent, place, true
}

// period returns the years of a period written as 2019, 2006-2019 or 2014-15.
func (r Reference) period() (years Band, ok bool) {
	first, last, found := strings.Cut(strings.ReplaceAll(r.Period, "–", "-"), "-")
	if !found {
		last = first
	}
	if len(first) == 4 && len(last) == 2 {
		last = first[:2] + last
	}
	from, _ := strconv.Atoi(first)
	to, _ := strconv.Atoi(last)
	return Band{float64(from), float64(to)}, len(first) == 4 && len(last) == 4 && 0 < from && from <= to
}
