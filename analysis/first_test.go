package analysis

import (
	"math/rand/v2"
	"slices"
	"testing"

	"thematic/corpus"
)

// TestCheckFirst holds, of inputs of any size and with decisions of any kind, that
// the passages marked are of each cell that nobody has settled the surest: a counted
// one before one that is held, and the higher score before the lower.
func TestCheckFirst(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 0))
	marked, undecided := 0, 0
	for range 200 {
		in := randomInput(r)
		for i := range in.Codings {
			in.Codings[i].Score = float64(r.IntN(8)) / 8
		}
		in.Decisions = randomDecisions(in, r)
		if len(in.Themes) > 1 && r.IntN(3) == 0 {
			in.Chosen = []string{in.Themes[1].ID, in.Themes[0].ID}
		}
		result, err := Analyse(in)
		if err != nil {
			t.Fatal(err)
		}
		passages := slices.Collect(result.Passages.All())
		n := 0
		for i, c := range result.Matrix.Cases {
			for j, theme := range result.Themes {
				of := func(p *Passage) bool {
					return p.CaseID == c.ID && p.Theme == theme.ID && p.Status != corpus.Rejected && p.Label == corpus.LabelDeficit
				}
				var open, first []*Passage
				settled := result.Matrix.Cells[i][j].Status.Decided()
				for _, p := range passages {
					switch {
					case !of(p):
						continue
					case p.Decision == nil:
						open = append(open, p)
					case p.Status == corpus.Counted:
						settled = true
					}
					if p.CheckFirst {
						first = append(first, p)
					}
				}
				n += len(first)
				switch {
				case settled || len(open) == 0:
					if len(first) > 0 {
						t.Fatalf("%s, %s: nothing is left to check, and %s is marked", c.ID, theme.ID, first[0].PassageID)
					}
				case len(first) != 1 || first[0].Decision != nil:
					t.Fatalf("%s, %s: %d of %d are marked, or one that is decided", c.ID, theme.ID, len(first), len(open))
				default:
					for _, p := range open {
						if surer(p, first[0]) {
							t.Fatalf("%s, %s: %s is marked, and %s is surer", c.ID, theme.ID, first[0].PassageID, p.PassageID)
						}
					}
				}
			}
		}
		all := 0
		for _, p := range passages {
			if p.CheckFirst {
				all++
			}
		}
		if n != all || all != result.Tally.CheckFirst {
			t.Fatalf("%d marked in cells, %d in all, and the tally says %d", n, all, result.Tally.CheckFirst)
		}
		marked += n
		undecided += len(result.Matrix.Cells)*len(result.Themes) - n
	}
	if marked < 1000 || undecided < 1000 {
		t.Fatalf("only %d cells with and %d without a passage to check", marked, undecided)
	}
}

func surer(a, b *Passage) bool {
	if a.Status != b.Status {
		return a.Status == corpus.Counted
	}
	return a.Score > b.Score
}

// randomDecisions are some on passages and some on cells.
func randomDecisions(in Input, r *rand.Rand) []corpus.Decision {
	var list []corpus.Decision
	for _, c := range in.Codings {
		if r.IntN(4) > 0 {
			continue
		}
		d := corpus.Decision{PassageID: c.PassageID, Status: corpus.CodingStatuses[r.IntN(3)], Coder: "KL", Time: "2026-01-01T10:00:00Z"}
		if r.IntN(3) == 0 {
			d.MovedTo = in.Themes[r.IntN(len(in.Themes))].ID
		}
		list = append(list, d)
		if r.IntN(6) == 0 {
			d.Coder, d.Status = "MN", corpus.CodingStatuses[r.IntN(3)]
			list = append(list, d)
		}
		if r.IntN(9) == 0 {
			present := r.IntN(2) == 0
			list = append(list, corpus.Decision{CaseID: c.CaseID, Theme: c.Theme, Present: &present, Coder: "KL", Time: "2026-01-01T10:00:00Z"})
		}
	}
	return list
}
