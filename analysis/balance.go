package analysis

import (
	"fmt"

	"thematic/corpus"
)

// Tally is how many of everything there are.
type Tally struct {
	Files    int                         `json:"files"`
	Statuses map[corpus.Status]int       `json:"statuses"` // files of each status
	Cases    int                         `json:"cases"`
	Included int                         `json:"included"` // reviews in the denominator
	Passages int                         `json:"passages"`
	Codings  map[corpus.CodingStatus]int `json:"codings"` // passages of each status
	// ByModel is how many of those counted the model found and no pattern did.
	ByModel int `json:"by_model"`
	// DecidedPassages and DecidedCells are how many passages, and how many
	// cells of the matrix, a person has settled.
	DecidedPassages int `json:"decided_passages"`
	DecidedCells    int `json:"decided_cells"`
	// Upheld is what became of the program's passages on which people decided.
	Upheld Upheld `json:"upheld"`
	// CheckFirst is how many themes of reviews rest on passages that nobody has
	// upheld: as many passages are marked so.
	CheckFirst int `json:"check_first"`
	// Dismissed is how many sentences that were proposed people found to speak of no
	// theme. They count nothing.
	Dismissed int `json:"dismissed,omitempty"`
	// Conflicts is how many things coders decide differently.
	Conflicts int `json:"conflicts"`
}

// Checked says in words how much of the result a person has decided.
func (t Tally) Checked() string {
	if t.DecidedPassages+t.DecidedCells == 0 {
		return "no passage checked by a person"
	}
	text := fmt.Sprintf("%s of %s", corpus.Digits(t.DecidedPassages), corpus.Quantity(t.Passages, "passage"))
	switch t.DecidedCells {
	case 0:
	case 1:
		text += " and 1 theme of a review"
	default:
		text += fmt.Sprintf(" and %d themes of reviews", t.DecidedCells)
	}
	return text + " checked by a person"
}

// tally counts files, cases and decisions, and takes over what was counted of the
// passages.
func (r *Result) tally(counts *counting) Tally {
	t := Tally{
		Files: len(r.Files), Cases: len(r.Cases), Passages: r.Passages.Len(),
		Statuses: make(map[corpus.Status]int), Codings: counts.statuses, ByModel: counts.byModel, Conflicts: len(r.Conflicts),
	}
	for _, f := range r.Files {
		t.Statuses[f.Status]++
	}
	for _, c := range r.Cases {
		if c.Include {
			t.Included++
		}
	}
	checked := allChecked(r.checked)
	t.DecidedPassages, t.DecidedCells, t.Upheld = checked.decided, checked.cells, checked.upheld
	return t
}

// balance checks that nothing was lost or counted twice: files met are the sum
// of the statuses, the codings of the input the sum of the passages counted, held
// and rejected, and the rows of the matrix the included reviews. It returns an
// error naming the two numbers that differ. Whoever goes through the passages
// again, to write them, counts them again.
func (r *Result) balance() error {
	t := r.Tally
	files := 0
	for _, s := range corpus.Statuses {
		files += t.Statuses[s]
	}
	passages := 0
	for _, s := range corpus.CodingStatuses {
		passages += t.Codings[s]
	}
	exclusive := 0
	for _, region := range r.Regions {
		exclusive += len(region.Exclusive)
	}
	for _, c := range []struct {
		what, parts string
		got, want   int
	}{
		{"files met", "files of a known status", files, t.Files},
		{"passages", "counted, held and rejected", passages, t.Passages},
		{"included reviews", "rows of the matrix", len(r.Matrix.Cells), t.Included},
		{"included reviews", "reviews in the overlaps", exclusive, t.Included},
	} {
		if c.got != c.want {
			return fmt.Errorf("the counts do not balance: %d %s, but %d %s", c.want, c.what, c.got, c.parts)
		}
	}
	return nil
}
