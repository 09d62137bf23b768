package analysis

import "thematic/corpus"

// counting is what is counted of passages, in one pass over them.
type counting struct {
	row, column map[string]int // of each included case, and of each theme
	cells       [][]Cell       // without their statuses
	sections    []map[corpus.SectionKind]int
	bySection   soleKeys
	byRule      soleKeys
	twice       *pairing
	statuses    map[corpus.CodingStatus]int
	checked     []checking // by theme
	byModel     int        // counted, and found by no pattern
	firsts      firsts
}

// newCounting returns a counting that has seen no passage. Cases are the included
// ones.
func newCounting(cases []corpus.Case, themes []Theme, files []File) *counting {
	k := &counting{
		row: make(map[string]int, len(cases)), column: make(map[string]int, len(themes)), cells: make([][]Cell, len(cases)),
		sections: make([]map[corpus.SectionKind]int, len(themes)), checked: make([]checking, len(themes)),
		bySection: newSoleKeys(len(cases) * len(themes)), byRule: newSoleKeys(len(cases) * len(themes)),
		twice: newPairing(cases, themes, files), statuses: make(map[corpus.CodingStatus]int),
		firsts: newFirsts(len(cases) * len(themes)),
	}
	for i, c := range cases {
		k.row[c.ID], k.cells[i] = i, make([]Cell, len(themes))
	}
	for j, t := range themes {
		k.column[t.ID], k.sections[j] = j, make(map[corpus.SectionKind]int)
	}
	return k
}

// add counts a passage, whose status is final.
func (k *counting) add(p *Passage) {
	k.statuses[p.Status]++
	k.firsts.met++
	j := k.column[p.Theme]
	k.checked[j].add(p)
	if p.Proposed != nil {
		if j, known := k.column[p.Proposed.Theme]; known { // else it came from a theme that was not chosen
			k.checked[j].upheld.add(p)
		}
	}
	if p.Status == corpus.Counted && p.Rule == corpus.RuleModel {
		k.byModel++
	}
	i, included := k.row[p.CaseID]
	if !included {
		return
	}
	k.cells[i][j].add(p)
	cell := i*len(k.checked) + j
	k.firsts.add(cell, p)
	if p.Status != corpus.Counted || !p.Label.MakesPresent() {
		return
	}
	k.sections[j][p.Section]++
	k.bySection.add(cell, string(p.Section))
	k.byRule.add(cell, p.Rule)
	k.twice.add(i, j, p)
}

// soleKeys knows of every cell of the matrix whether all the passages that make
// it present have one key, and which.
type soleKeys struct {
	keys  []string
	place map[string]int32
	cells []int32 // the place of the key in keys, or one of the two below
}

const (
	noKey   = -1
	manyKey = -2
)

func newSoleKeys(cells int) soleKeys {
	s := soleKeys{place: make(map[string]int32), cells: make([]int32, cells)}
	for i := range s.cells {
		s.cells[i] = noKey
	}
	return s
}

func (s *soleKeys) add(cell int, key string) {
	at, known := s.place[key]
	if !known {
		at = int32(len(s.keys))
		s.keys, s.place[key] = append(s.keys, key), at
	}
	switch s.cells[cell] {
	case noKey:
		s.cells[cell] = at
	case at:
	default:
		s.cells[cell] = manyKey
	}
}

// key returns the one key of a cell, and false where there are several or none.
func (s *soleKeys) key(cell int) (string, bool) {
	at := s.cells[cell]
	if at < 0 {
		return "", false
	}
	return s.keys[at], true
}
