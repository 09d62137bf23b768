package analysis

import (
	"cmp"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"slices"

	"thematic/corpus"
)

// Result is everything counted from one [Input].
type Result struct {
	Source     string         `json:"source"`
	Subject    string         `json:"subject,omitempty"` // [SubjectAdults], or that of reviews of children
	Model      string         `json:"model,omitempty"`   // as in [Input]
	Themes     []Theme        `json:"themes"`            // in the order of the codebook, or in that of [Input.Chosen]
	AllThemes  int            `json:"-"`                 // how many the codebook has, also where some are chosen
	Files      []File         `json:"files"`             // by path
	Cases      []corpus.Case  `json:"cases"`             // all of them, by id
	Passages   Passages       `json:"passages"`
	Matrix     Matrix         `json:"matrix"`     // included reviews only
	Prevalence []Prevalence   `json:"prevalence"` // the leading theme first
	Top        []Theme        `json:"top"`        // the themes whose regions are listed
	Regions    []Region       `json:"regions"`
	Pairs      []Cooccurrence `json:"pairs"`
	ByArea     []Group        `json:"by_area"`
	ByYear     []Group        `json:"by_year"`
	// Comparisons are by area, by period and by kind of document, and ByColumn
	// by each column that a person added to cases.csv and that makes groups.
	Comparisons  []Comparison  `json:"comparisons"`
	ByColumn     []Comparison  `json:"by_column,omitempty"`
	Twice        []Twice       `json:"report_and_summary,omitempty"` // of reviews read in both forms
	Trends       []Trend       `json:"trends"`                       // in the order of the codebook
	Combinations []Combination `json:"combinations"`                 // the most frequent, at most [maxCombinations]
	// ThemeOrder has the ids of all themes, those that stand in the same
	// reviews next to one another.
	ThemeOrder []string     `json:"theme_order"`
	Robustness []Robustness `json:"robustness"` // in the order of the codebook
	Orphans    []Orphan     `json:"orphans"`    // decisions that could not be applied
	Conflicts  []Conflict   `json:"conflicts"`  // what coders decide differently
	Tally      Tally        `json:"tally"`
	// Beside is what a second codebook found, shown apart; nil for none.
	Beside  *Beside    `json:"beside,omitempty"`
	checked []checking // by theme; the table of that name needs it
	// dismissed are the sentences on which people decided, for [Result.Dismissed].
	dismissed sentences
}

// leading is how many themes stand for the headline where the codebook names
// none.
const leading = 3

// Analyse counts everything. It fails where the input contradicts itself: a
// coding or file of a case that is not there, an id that is used twice, a
// status that does not exist, more headline themes than [MaxSets]; and where packed
// codings cannot be had.
func Analyse(in Input) (*Result, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	beside, orphans, conflicts, err := in.beside()
	if err != nil {
		return nil, err
	}
	v := judge(in)
	r := &Result{
		Source: in.Source, Subject: in.Subject, Model: in.Model, Themes: in.counted(), AllThemes: len(in.Themes), Beside: beside,
		Orphans: slices.Concat(v.orphans, orphans), Conflicts: slices.Concat(v.conflicts(in), conflicts),
	}
	r.Cases = slices.Clone(in.Cases)
	slices.SortFunc(r.Cases, func(a, b corpus.Case) int { return cmp.Compare(a.ID, b.ID) })
	r.Files = filesOf(in.Files, r.Cases)
	r.Passages = settle(in, v)
	if len(in.Chosen)+len(in.Aside) > 0 {
		r.Passages = r.Passages.selected(r.Themes, in.Aside)
	}
	included := includedCases(r.Cases)
	counts := newCounting(included, r.Themes, r.Files)
	for p := range r.Passages.All() {
		counts.add(p)
	}
	r.Matrix = newMatrix(included, r.Themes, counts.cells, v.said)
	r.checked = counts.checked
	cellsChecked(r.Matrix, r.checked)
	r.Prevalence = r.Matrix.ranked(counts.sections)
	r.Pairs = r.Matrix.cooccurrences()
	r.ByArea, r.ByYear = r.Matrix.byArea(), r.Matrix.byYear()
	r.Comparisons, r.Trends = r.Matrix.comparisons(), r.Matrix.trends(yearScale)
	r.ByColumn = r.Matrix.addedComparisons()
	r.Twice = r.Matrix.twice(counts.twice)
	r.Combinations, r.ThemeOrder = r.Matrix.combinations(), r.Matrix.themeOrder()
	r.Robustness = r.Matrix.robustness(counts.bySection, counts.byRule, in.Seed)
	r.Top = topThemes(r.Themes, r.Prevalence)
	regions, err := r.Matrix.Regions(themeIDs(r.Top))
	if err != nil {
		return nil, err
	}
	r.Regions = regions
	r.Tally = r.tally(counts)
	r.Tally.Dismissed, r.dismissed = v.dismissed(), v.sentences
	first, n := counts.firsts.of(r.Matrix)
	r.Passages, r.Tally.CheckFirst = r.Passages.marked(first), n
	return r, cmp.Or(r.Err(), r.balance())
}

// SubjectAdults is the subject of reviews that are of adults and not of children.
const SubjectAdults = "adults"

// Person is the word for whom a review is about: child or adult.
func (r *Result) Person() string {
	if r.Subject == SubjectAdults {
		return "adult"
	}
	return "child"
}

// Years returns the first and the last year of publication among the included
// reviews, 0 and 0 where none is known.
func (r *Result) Years() (first, last int) {
	for _, g := range r.ByYear {
		if g.Year == 0 {
			continue
		}
		if first == 0 {
			first = g.Year
		}
		last = g.Year
	}
	return first, last
}

// filesOf returns the files by path, each with its case.
func filesOf(files []File, cases []corpus.Case) []File {
	caseOf := make(map[string]string)
	for _, c := range cases {
		for _, file := range c.Files {
			caseOf[file] = c.ID
		}
	}
	sorted := slices.Clone(files)
	for i, f := range sorted {
		sorted[i].CaseID = caseOf[f.File]
	}
	slices.SortFunc(sorted, func(a, b File) int { return cmp.Compare(a.File, b.File) })
	return sorted
}

// topThemes returns the headline themes of the codebook, or the leading ones
// where it names none.
func topThemes(themes []Theme, ranked []Prevalence) []Theme {
	top := []Theme{}
	for _, t := range themes {
		if t.Headline {
			top = append(top, t)
		}
	}
	if len(top) > 0 {
		return top
	}
	for _, p := range ranked[:min(leading, len(ranked))] {
		top = append(top, p.Theme)
	}
	return top
}

func themeIDs(themes []Theme) []string {
	ids := make([]string, len(themes))
	for i, t := range themes {
		ids[i] = t.ID
	}
	return ids
}

// check reports the first contradiction in the input.
func (in *Input) check() error {
	themes, err := unique("theme", in.Themes, func(t Theme) string { return t.ID })
	if err != nil {
		return err
	}
	cases, err := unique("review", in.Cases, func(c corpus.Case) string { return c.ID })
	if err != nil {
		return err
	}
	files, err := unique("file", in.Files, func(f File) string { return f.File })
	if err != nil {
		return err
	}
	for _, id := range in.Chosen {
		if !themes[id] {
			return fmt.Errorf("the theme %q is chosen, which the codebook does not have", id)
		}
	}
	for _, c := range in.Cases {
		for _, f := range c.Files {
			if !files[f] {
				return fmt.Errorf("review %s names the file %q, which was not met", c.ID, f)
			}
		}
	}
	hashes := make([]uint64, 0, in.count())
	for c := range in.Found() {
		switch {
		case c.PassageID == "":
			return errors.New("a passage has no id")
		case !themes[c.Theme]:
			return fmt.Errorf("passage %s has the theme %q, which the codebook does not have", c.PassageID, c.Theme)
		case !cases[c.CaseID]:
			return fmt.Errorf("passage %s belongs to the review %q, which is not there", c.PassageID, c.CaseID)
		case !files[c.File]:
			return fmt.Errorf("passage %s lies in the file %q, which was not met", c.PassageID, c.File)
		}
		hashes = append(hashes, hashOf(c.PassageID))
	}
	return in.checkIDs(hashes)
}

// checkIDs reports an id that two passages have. Hashes are those of all ids:
// only ids whose hashes meet are held beside one another.
func (in *Input) checkIDs(hashes []uint64) error {
	slices.Sort(hashes)
	met := make(map[uint64]bool)
	for i := 1; i < len(hashes); i++ {
		if hashes[i] == hashes[i-1] {
			met[hashes[i]] = true
		}
	}
	if len(met) == 0 {
		return nil
	}
	seen := make(map[string]bool)
	for c := range in.Found() {
		if seen[c.PassageID] {
			return fmt.Errorf("two passages have the id %q", c.PassageID)
		}
		if met[hashOf(c.PassageID)] {
			seen[c.PassageID] = true
		}
	}
	return nil
}

// hashOf hashes an id (FNV-1a).
func hashOf(id string) uint64 {
	h := fnv.New64a()
	io.WriteString(h, id) // never fails
	return h.Sum64()
}

// unique returns the set of keys, or an error for one that is empty or used
// twice.
func unique[T any](noun string, list []T, key func(T) string) (map[string]bool, error) {
	seen := make(map[string]bool, len(list))
	for _, item := range list {
		k := key(item)
		if k == "" {
			return nil, fmt.Errorf("a %s has no id", noun)
		}
		if seen[k] {
			return nil, fmt.Errorf("two %ss have the id %q", noun, k)
		}
		seen[k] = true
	}
	return seen, nil
}
