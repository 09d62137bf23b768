package analysis

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"thematic/corpus"
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
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	var header []string
	references := []Reference{}
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimPrefix(strings.ToValidUTF8(lines.Text(), "\ufffd"), "\ufeff")
		if strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Split(line, "\t")
		if header == nil {
			for _, name := range referenceColumns {
				if !slices.Contains(cells, name) {
					return nil, &corpus.InputError{Path: path, Reason: fmt.Sprintf("line %d has no column %s; published figures need %s, parted by tabs", n, name, strings.Join(referenceColumns, ", "))}
				}
			}
			header = cells
			continue
		}
		reference, err := newReference(header, cells)
		if err != nil {
			return nil, &corpus.InputError{Path: path, Reason: fmt.Sprintf("line %d: %v", n, err)}
		}
		references = append(references, reference)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if header == nil {
		return nil, &corpus.InputError{Path: path, Reason: "the file is empty"}
	}
	return references, nil
}

// newReference takes the columns it knows from one line.
func newReference(header, cells []string) (Reference, error) {
	if len(cells) > len(header) {
		return Reference{}, fmt.Errorf("it has %d columns, the header has %d", len(cells), len(header))
	}
	r := Reference{}
	var err error
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		switch header[i] {
		case "source":
			r.Source = cell
		case "period":
			r.Period = cell
		case "measure":
			r.Measure = cell
		case "theme_id":
			r.Theme = cell
		case "kind":
			r.Kind = cell
		case "unit":
			r.Unit = cell
		case "note":
			r.Note = cell
		case "published":
			r.Published = cell
			if _, _, ok := r.percent(); cell != "" && !ok {
				err = fmt.Errorf("%q is not a percentage from 0 to 100", cell)
			}
		case "n_reviews":
			r.Of, err = wholeNumber(cell)
		case "count":
			r.Counted = cell != ""
			r.Count, err = wholeNumber(cell)
		}
		if err != nil {
			return Reference{}, err
		}
	}
	return r, nil
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
func (r Reference) period() (p Period, ok bool) {
	first, last, found := strings.Cut(strings.ReplaceAll(r.Period, "–", "-"), "-")
	if !found {
		last = first
	}
	if len(first) == 4 && len(last) == 2 {
		last = first[:2] + last
	}
	p.First, _ = strconv.Atoi(first)
	p.Last, _ = strconv.Atoi(last)
	return p, len(first) == 4 && len(last) == 4 && checkPeriods([]Period{p}) == nil
}
