package analysis

import (
	"fmt"
	"iter"
	"slices"

	"thematic/corpus"
)

// BesideInput is what a second codebook found in the same reviews: circumstances
// of the people, which are shown apart and never counted with the themes.
type BesideInput struct {
	Name    string          `json:"name"` // of the codebook; the tables are named after it
	Title   string          `json:"title"`
	Themes  []Theme         `json:"themes"`
	Codings []corpus.Coding `json:"codings"`
	// Packed are codings beside Codings, as those of [Input].
	Packed *corpus.PackedCodings `json:"-"`
}

// Found goes through all codings, as that of [Input] does.
func (b *BesideInput) Found() iter.Seq[*corpus.Coding] {
	return found(b.Packed, b.Codings)
}

// Beside is everything counted from a [BesideInput], over the same reviews as
// the themes. Pairs, overlaps and comparisons are never made of both.
type Beside struct {
	Name       string       `json:"name"`
	Title      string       `json:"title"`
	Themes     []Theme      `json:"themes"`
	Passages   Passages     `json:"passages"`
	Matrix     Matrix       `json:"matrix"`
	Prevalence []Prevalence `json:"prevalence"` // the commonest first
	ByArea     []Group      `json:"by_area"`
	ByYear     []Group      `json:"by_year"`
}

// beside counts what stands beside the themes, nil where nothing does, and takes
// the decisions on it out of in. It returns those that could not be applied, and
// what coders decide differently.
func (in *Input) beside() (*Beside, []Orphan, []Conflict, error) {
	if in.Beside == nil {
		return nil, nil, nil, nil
	}
	for _, t := range in.Beside.Themes {
		if slices.ContainsFunc(in.Themes, func(o Theme) bool { return o.ID == t.ID }) {
			return nil, nil, nil, fmt.Errorf("the codebook %s beside the themes has the id %q too", in.Beside.Name, t.ID)
		}
	}
	own := Input{
		Themes: in.Beside.Themes, Files: in.Files, Cases: in.Cases, Codings: in.Beside.Codings, Packed: in.Beside.Packed, Source: in.Source, Aside: in.Aside,
	}
	own.Decisions, in.Decisions = split(in.Decisions, in.Beside.Themes)
	r, err := Analyse(own)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("beside the themes: %w", err)
	}
	return &Beside{
		Name: in.Beside.Name, Title: in.Beside.Title, Themes: r.Themes, Passages: r.Passages, Matrix: r.Matrix,
		Prevalence: r.Prevalence, ByArea: r.ByArea, ByYear: r.ByYear,
	}, r.Orphans, r.Conflicts, nil
}

// split parts the decisions on themes from the rest, in their order.
func split(decisions []corpus.Decision, themes []Theme) (on, rest []corpus.Decision) {
	for _, d := range decisions {
		if slices.ContainsFunc(themes, func(t Theme) bool { return t.ID == d.Theme }) {
			on = append(on, d)
		} else {
			rest = append(rest, d)
		}
	}
	return on, rest
}

// WithBeside returns in with what stands beside the themes among them, for reading
// decisions on either. It is not to be counted.
func (in Input) WithBeside() Input {
	if in.Beside != nil {
		in.Themes = slices.Concat(in.Themes, in.Beside.Themes)
		in.Codings = slices.Concat(in.Codings, in.Beside.Codings)
		in.Packed = in.Packed.With(in.Beside.Packed)
		in.Beside = nil
	}
	return in
}

// Tables returns the tables of what stands beside the themes: prevalence,
// matrix, status, passages, by_area and by_year, each named after the codebook.
func (b *Beside) Tables() []Table {
	r := &Result{Themes: b.Themes, Passages: b.Passages, Matrix: b.Matrix, ByArea: b.ByArea, ByYear: b.ByYear}
	prevalence := Table{Name: "prevalence", Header: []string{
		"theme_id", "theme", "group", "reviews", "of", "percent", "low", "high", "with_held",
	}}
	for _, p := range b.Prevalence {
		values := p.values()
		prevalence.Rows = append(prevalence.Rows, slices.Insert(values, 2, Text(p.Theme.Group)))
	}
	tables := []Table{prevalence, r.matrixTable(), r.statusTable(), PassagesTable(r.Passages), r.byAreaTable(), r.byYearTable()}
	for i := range tables {
		tables[i].Name = b.Name + "_" + tables[i].Name
	}
	return tables
}
